package feed

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"testing"

	"jindu/generator/internal/load"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

const testBase = "https://www.example.gov.cn/jindu/"

// sample is the project's own data or the synthetic example, which has every
// status and corrections.
type sample struct{ name, root, day string }

var samples = []sample{{"real", "../../..", "2026-11-23"}, {"synthetic", "../../../examples/synthetic", "2025-09-30"}}

func (s sample) site(t testing.TB) *plan.Site {
	t.Helper()
	site, _, problems, err := load.Dir(s.root)
	must(t, err)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return site
}

// write writes the sample's files as of a day and reads them all back by name.
func write(t testing.TB, site *plan.Site, day, base string) (map[string]string, *progress.Report) {
	t.Helper()
	asOf, err := plan.ParseDate(day)
	must(t, err)
	r := progress.Assess(site, site.Plans[0], asOf)
	dir := t.TempDir()
	must(t, Write(Options{Dir: dir, BaseURL: base, AsOf: asOf}, site, []Source{{r, r.Corrections()}}))
	files := map[string]string{}
	root := os.DirFS(filepath.Join(dir, "follow"))
	must(t, fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(root, name)
		files[name] = string(body)
		return err
	}))
	return files, r
}

// ending are the files with an ending; there must be some.
func ending(t testing.TB, files map[string]string, ext string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for name, body := range files {
		if path.Ext(name) == ext {
			out[name] = body
		}
	}
	if len(out) == 0 {
		t.Fatalf("no %s file", ext)
	}
	return out
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
