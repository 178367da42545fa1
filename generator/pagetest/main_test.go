package pagetest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"jindu/generator/internal/load"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/testproject"
)

var (
	program  string // the program under test, built by TestMain
	projects *testproject.Projects
)

// TestMain builds the program once; its child runs Hugo.
func TestMain(m *testing.M) {
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (code int, err error) {
	dir, err := os.MkdirTemp("", "jindu-pagetest-*")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	charts := filepath.Join(dir, "charts")
	if err := os.Mkdir(charts, 0o755); err != nil {
		return 0, err
	}
	if projects, err = testproject.New(charts); err != nil {
		return 0, err
	}
	program = filepath.Join(dir, "jindu")
	if out, err := exec.Command("go", "build", "-o", program, "..").CombinedOutput(); err != nil {
		return 0, fmt.Errorf("go build: %w\n%s", err, out)
	}
	return m.Run(), nil
}

// jindu runs the program, wants it to succeed, and returns what it printed.
func jindu(t testing.TB, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program, args...)
	cmd.Env = append(os.Environ(), "CI=true")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("jindu %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// judged is the only plan of a project as judged on a day.
func judged(t testing.TB, root string, day plan.Date) *progress.Report {
	t.Helper()
	site, _, problems, err := load.Dir(root)
	must(t, err)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return progress.Assess(site, site.Plans[0], day)
}
