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
	"jindu/generator/internal/testproject"
)

// TestMain lets this test binary stand in for the program: under its own name in
// scripts, and as the child that runs Hugo.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == hugo.Command {
		os.Exit(run())
	}
	testscript.Main(withProjects{m}, map[string]func(){"jindu": func() { os.Exit(run()) }})
}

// projects makes the projects that the tests work on.
var projects *testproject.Projects

// withProjects runs the tests with a folder for the charts of their projects.
type withProjects struct{ *testing.M }

func (w withProjects) Run() int {
	charts, err := os.MkdirTemp("", "jindu-charts-*")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(charts)
	if projects, err = testproject.New(charts); err != nil {
		panic(err)
	}
	return w.M.Run()
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
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
			return projects.Copy(filepath.Join(env.WorkDir, "project"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "count": count, "replace": replace, "sametree": sameTree, "xlsx": xlsx,
		},
	})
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
