package opendata

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jindu/generator/internal/load"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// written is the data of a project's only plan, in a folder of its own.
type written struct {
	dir string // of the plan
	*Package
}

// writeProject writes the data of the project at root as of a day.
func writeProject(t testing.TB, root, day string) written {
	t.Helper()
	s, _, problems, err := load.Dir(root)
	must(t, err)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	asOf, err := plan.ParseDate(day)
	must(t, err)
	r := progress.Assess(s, s.Plans[0], asOf)
	return writeSource(t, t.TempDir(), Source{r, progress.History(s, s.Plans[0], asOf)})
}

func writeSource(t testing.TB, dir string, s Source) written {
	t.Helper()
	packages, err := Write(Options{
		Dir: filepath.Join(dir, "data"), Cache: filepath.Join(dir, "cache"), Meta: Meta{Version: "test", BaseURL: "https://www.example.gov.cn/jindu/"},
	}, []Source{s})
	must(t, err)
	return written{filepath.Join(dir, "data", s.Report.Plan.ID.V), packages[0]}
}

// samples are the project's own data and the synthetic example, which has every
// status and every optional field.
func samples(t *testing.T, f func(t *testing.T, w written)) {
	t.Helper()
	for name, s := range map[string][2]string{"real": {"../../..", "2026-11-23"}, "synthetic": {"../../../examples/synthetic", "2025-09-30"}} {
		t.Run(name, func(t *testing.T) {
			w := writeProject(t, s[0], s[1])
			if len(w.Report.Tasks) == 0 || len(w.Report.Indicators) == 0 {
				t.Fatal("the sample is empty")
			}
			f(t, w)
		})
	}
}

func (w written) read(t testing.TB, path string) []byte {
	t.Helper()
	body, err := os.ReadFile(filepath.Join(w.dir, filepath.FromSlash(path)))
	must(t, err)
	return body
}

// csv reads a file's records, its header included.
func (w written) csv(t testing.TB, path string) [][]string {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(string(w.read(t, path)))).ReadAll()
	must(t, err)
	return records
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
