package repo

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestStateOfTheWorkingTree(t *testing.T) {
	dir := sample(t)
	project := filepath.Join(dir, "project")
	r, err := Open(t.Context(), project)
	if err != nil {
		t.Fatal(err)
	}
	head := sh(t, dir, "rev-parse", "HEAD")
	state := func(names ...string) State {
		t.Helper()
		s, err := r.State(t.Context(), names...)
		if err != nil || s.Commit != head {
			t.Fatalf("%+v, %v", s, err)
		}
		return s
	}
	if state("data", "themes").Changed {
		t.Error("a clean tree has changed")
	}
	write(t, project, "other/new.txt", "x")
	if state("data").Changed {
		t.Error("a file elsewhere counts")
	}
	write(t, project, "data/new.yaml", "x")
	if !state("data").Changed {
		t.Error("a file that is not in the commit does not count")
	}
	if _, err := r.State(t.Context(), "other"); !errors.Is(err, ErrNotRepository) {
		t.Errorf("a folder that is not in the commit gives %v", err)
	}
}

func TestCloneHoldsTheCommit(t *testing.T) {
	dir := sample(t)
	project := filepath.Join(dir, "project")
	r, err := Open(t.Context(), project)
	if err != nil {
		t.Fatal(err)
	}
	first := sh(t, dir, "rev-list", "--max-parents=0", "HEAD")
	want := sh(t, dir, "ls-tree", "-r", "--name-only", first)
	at, err := r.Clone(t.Context(), first, filepath.Join(t.TempDir(), "clone"))
	if err != nil {
		t.Fatal(err)
	}
	if got := sh(t, filepath.Dir(filepath.Clean(at)), "ls-files"); got != want {
		t.Errorf("the clone holds %q, the commit %q", got, want)
	}
	if entries, err := os.ReadDir(at); err != nil || len(entries) == 0 {
		t.Errorf("the project's folder in the clone: %v, %v", entries, err)
	}
	if got := sh(t, filepath.Dir(filepath.Clean(at)), "rev-parse", "HEAD"); got != first {
		t.Errorf("at %s, want %s", got, first)
	}
}
