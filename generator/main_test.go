package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"jindu/generator/internal/hugo"
)

// TestMain lets this test binary stand in for the program: under its own name in
// scripts, and as the child that runs Hugo.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == hugo.Command {
		os.Exit(run())
	}
	testscript.Main(withCharts{m}, map[string]func(){"jindu": func() { os.Exit(run()) }})
}

// chartsFolder holds the charts that the copies of the project share while the
// tests run: drawing them takes longer than everything else in a build.
var chartsFolder string

// withCharts runs the tests with a folder for charts.
type withCharts struct{ *testing.M }

func (w withCharts) Run() int {
	dir, err := os.MkdirTemp("", "jindu-charts-*")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	chartsFolder = dir
	return w.M.Run()
}

// shareCharts makes a project in root take its charts from the common folder.
func shareCharts(root string) error {
	build := filepath.Join(root, "build")
	if err := os.MkdirAll(build, 0o755); err != nil {
		return err
	}
	return os.Symlink(chartsFolder, filepath.Join(build, "charts"))
}

// Each behaviour that a user can see is one script under testdata/script, run in
// a folder of its own that holds a copy of the project.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       os.Getenv("UPDATE") != "",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("CI", "true")
			env.Setenv("BARE_PATH", filepath.SplitList(env.Getenv("PATH"))[0]) // holds jindu and nothing else
			return copyProject(filepath.Join(env.WorkDir, "project"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "count": count, "replace": replace, "sametree": sameTree, "xlsx": xlsx,
		},
	})
}

// projectParts are what a project folder needs besides the program.
var projectParts = []string{"hugo.toml", "themes", "content", "data", "seeds"}

// copyProject copies the project this test belongs to. It draws its charts with
// the others.
func copyProject(to string) error {
	for _, part := range projectParts {
		err := filepath.WalkDir(filepath.Join("..", part), func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			target := filepath.Join(to, strings.TrimPrefix(filepath.ToSlash(name), "../"))
			if d.IsDir() {
				return os.MkdirAll(target, 0o755)
			}
			if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
				return err
			}
			body, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			return os.WriteFile(target, body, 0o644)
		})
		if err != nil {
			return err
		}
	}
	return shareCharts(to)
}

// status runs a program and wants an exact exit status: status 2 jindu frob
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N program [arg...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	if exit, ok := err.(*exec.ExitError); ok {
		code = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit status %d, want %s", code, args[0])
	}
}

// count wants an exact number of files that match a pattern: count 34 a/*/x.html
func count(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: count N pattern")
	}
	found, err := filepath.Glob(ts.MkAbs(args[1]))
	ts.Check(err)
	if strconv.Itoa(len(found)) != args[0] {
		ts.Fatalf("%d files match %s, want %s", len(found), args[1], args[0])
	}
}

// replace changes the only occurrence of a text in a file: replace file old new
func replace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace file old new")
	}
	unescape := strings.NewReplacer(`\n`, "\n").Replace
	body := ts.ReadFile(args[0])
	if n := strings.Count(body, unescape(args[1])); n != 1 {
		ts.Fatalf("%s holds %q %d times, want once", args[0], args[1], n)
	}
	body = strings.Replace(body, unescape(args[1]), unescape(args[2]), 1)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(body), 0o644))
}

// xlsx types a text into a cell of a workbook: xlsx file 填报!G5 text
func xlsx(ts *testscript.TestScript, neg bool, args []string) {
	sheet, cell, ok := strings.Cut(strings.Join(args[min(1, len(args)):min(2, len(args))], ""), "!")
	if neg || len(args) != 3 || !ok {
		ts.Fatalf("usage: xlsx file sheet!cell text")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	ts.Check(f.SetCellStr(sheet, cell, args[2]))
	ts.Check(f.Save())
}

// sameTree wants two folders to hold the same files: sametree a b
func sameTree(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: sametree a b")
	}
	a, b := readTree(ts, args[0]), readTree(ts, args[1])
	if len(a) == 0 {
		ts.Fatalf("%s holds no files", args[0])
	}
	for name, body := range a {
		if other, ok := b[name]; !ok || other != body {
			ts.Fatalf("%s differs", name)
		}
	}
	if len(a) != len(b) {
		ts.Fatalf("%s holds %d files, %s %d", args[0], len(a), args[1], len(b))
	}
}

func readTree(ts *testscript.TestScript, dir string) map[string]string {
	files := map[string]string{}
	root := os.DirFS(ts.MkAbs(dir))
	ts.Check(fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(root, name)
		files[name] = string(body)
		return err
	}))
	return files
}
