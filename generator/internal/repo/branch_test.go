package repo

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// identify gives the repository a made-up committer.
func identify(t *testing.T, dir string) {
	t.Helper()
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	sh(t, dir, "config", "user.name", "a")
	sh(t, dir, "config", "user.email", "a@example.com")
}

func TestCommitTouchesNothingButTheBranch(t *testing.T) {
	dir := sample(t)
	identify(t, dir)
	// Staged, altered and unknown files, in a folder below the top.
	write(t, dir, "project/data/empty.yaml", "staged\n")
	sh(t, dir, "add", "-A")
	write(t, dir, "project/data/empty.yaml", "altered\n")
	write(t, dir, "project/new.txt", "unknown\n")
	before := sh(t, dir, "status", "--porcelain") + sh(t, dir, "diff") + sh(t, dir, "diff", "--cached")
	r, err := Open(t.Context(), filepath.Join(dir, "project"))
	if err != nil {
		t.Fatal(err)
	}
	head := sh(t, dir, "rev-parse", "HEAD")
	first, err := r.Commit(t.Context(), Commit{
		Branch: "cms/tasks/a", Parent: head, Message: "改\n", Files: map[string][]byte{"data/empty.yaml": []byte("a: 2.50\r\n"), "data/p/新.yaml": []byte("b\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := sh(t, dir, "show", "--name-status", "--format=%s%n%P", "-z", first); strings.Join(strings.FieldsFunc(got, func(r rune) bool { return r == 0 || r == '\n' }), " ") != "改 "+head+" M project/data/empty.yaml A project/data/p/新.yaml" {
		t.Errorf("the commit is %q", got)
	}
	if got := sh(t, dir, "cat-file", "blob", first+":project/data/empty.yaml"); got != "a: 2.50" { // sh trims
		t.Errorf("the file is %q", got)
	}
	if after := sh(t, dir, "status", "--porcelain") + sh(t, dir, "diff") + sh(t, dir, "diff", "--cached"); after != before {
		t.Errorf("the working tree changed:\n%s\n%s", before, after)
	}
	if r.Current(t.Context()) != "main" || sh(t, dir, "rev-parse", "HEAD") != head {
		t.Error("HEAD moved")
	}
	touched, err := r.Touched(t.Context(), head, first)
	if err != nil || len(touched) != 2 || touched["data/p/新.yaml"] != "A" || touched["data/empty.yaml"] != "M" {
		t.Errorf("touched %v, %v", touched, err)
	}
	if all, err := r.Branches(t.Context(), "cms"); err != nil || len(all) != 1 || all[0] != (Branch{"cms/tasks/a", first}) {
		t.Errorf("branches %v, %v", all, err)
	}
}

func TestBranchesAreWrittenOnlyWhereExpected(t *testing.T) {
	dir := sample(t)
	identify(t, dir)
	r, err := Open(t.Context(), filepath.Join(dir, "project"))
	if err != nil {
		t.Fatal(err)
	}
	head := r.Tip(t.Context(), "main")
	put := func(branch, from, text string) (string, error) {
		return r.Commit(t.Context(), Commit{Branch: branch, From: from, Parent: head, Message: text, Files: map[string][]byte{"x": []byte(text)}})
	}
	one, err := put("cms/a/b", "", "one")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := put("cms/a/b", "", "two"); !errors.Is(err, ErrMoved) {
		t.Errorf("a branch that exists: %v", err)
	}
	if _, err := put("cms/a/b", head, "two"); !errors.Is(err, ErrMoved) {
		t.Errorf("a branch that moved: %v", err)
	}
	if _, err := put("main", head, "two"); !errors.Is(err, ErrCheckedOut) {
		t.Errorf("the branch that the working tree shows: %v", err)
	}
	if err := r.Remove(t.Context(), Branch{"cms/a/b", head}); !errors.Is(err, ErrMoved) {
		t.Errorf("removing a branch that moved: %v", err)
	}
	if err := r.SetNote(t.Context(), "cms/a/b", "decap-cms/draft"); err != nil || r.Note(t.Context(), "cms/a/b") != "decap-cms/draft" {
		t.Errorf("the note: %v", err)
	}
	if err := r.Remove(t.Context(), Branch{"cms/a/b", one}); err != nil || r.Tip(t.Context(), "cms/a/b") != "" || r.Note(t.Context(), "cms/a/b") != "" {
		t.Errorf("removing: %v", err)
	}
	sh(t, dir, "config", "--unset", "user.name")
	sh(t, dir, "config", "user.useConfigOnly", "true")
	if _, err := put("cms/a/c", "", "x"); !errors.Is(err, ErrNoIdentity) {
		t.Errorf("without a name: %v", err)
	}
	if prefix, err := r.Prefix(t.Context()); err != nil || prefix != "project" {
		t.Errorf("prefix %q, %v", prefix, err)
	}
}
