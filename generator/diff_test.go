package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// gitEnv makes commits the same everywhere, by nobody.
var gitEnv = []string{
	"GIT_CONFIG_GLOBAL=" + os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
	"GIT_AUTHOR_NAME=synthetic", "GIT_AUTHOR_EMAIL=synthetic@example.com",
	"GIT_COMMITTER_NAME=synthetic", "GIT_COMMITTER_EMAIL=synthetic@example.com",
	"GIT_AUTHOR_DATE=2018-06-30T00:00:00Z", "GIT_COMMITTER_DATE=2018-06-30T00:00:00Z",
}

// Each script under testdata/diff is one change of a small made-up project: it
// runs at the top of a repository that holds testdata/diff/project as its only
// commit, on the branch main.
func TestDiffScripts(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/diff",
		UpdateScripts:       os.Getenv("UPDATE") != "",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Vars = append(env.Vars, gitEnv...)
			env.Cd = filepath.Join(env.WorkDir, "project")
			if err := os.CopyFS(env.Cd, os.DirFS("testdata/diff/project")); err != nil {
				return err
			}
			for _, args := range [][]string{{"init", "-q", "-b", "main"}, {"add", "-A"}, {"commit", "-qm", "base"}} {
				cmd := exec.Command("git", args...)
				cmd.Dir, cmd.Env = env.Cd, append(os.Environ(), gitEnv...)
				if err := cmd.Run(); err != nil {
					return err
				}
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "replace": replace, "append": appendTo, "compares": compares,
		},
	})
}

// compares runs diff for a comment, as of a day that is not a script's subject,
// and wants an exit status: compares 0 main
func compares(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: compares N BASE [arg...]")
	}
	status(ts, false, append([]string{args[0], "jindu", "diff", "--format", "markdown", "--as-of", "2018-06-30"}, args[1:]...))
}

// appendTo puts one file behind another: append file more
func appendTo(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: append file more")
	}
	body := ts.ReadFile(args[0]) + ts.ReadFile(args[1])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(body), 0o644))
}
