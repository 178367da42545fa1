package repo

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// sh runs a git command in dir with a fixed, made-up author.
func sh(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com",
		"GIT_AUTHOR_DATE=2026-01-01T00:00:00Z", "GIT_COMMITTER_DATE=2026-01-01T00:00:00Z")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

func write(t *testing.T, dir, name, body string) {
	t.Helper()
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(body), 0o644); err != nil {
		t.Fatal(err)
	}
}

// sample is a repository whose project stands in the folder "project" below its
// top, with two commits.
func sample(t *testing.T) (dir string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	dir = t.TempDir()
	sh(t, dir, "init", "-q", "-b", "main")
	write(t, dir, "project/data/甲 乙/a.yaml", "a: 1\r\nb: 𬱟\n")
	write(t, dir, "project/data/empty.yaml", "")
	write(t, dir, "project/seeds/doc.txt", "原文")
	write(t, dir, "project/other.txt", "not asked for")
	write(t, dir, "project/.gitattributes", "data/** export-ignore text=auto eol=crlf\n")
	if err := os.Symlink("../seeds", filepath.Join(dir, "project/data/link")); err != nil {
		t.Fatal(err)
	}
	sh(t, dir, "add", "-A")
	sh(t, dir, "commit", "-qm", "one")
	write(t, dir, "project/data/empty.yaml", "now: something\n")
	sh(t, dir, "commit", "-qam", "two")
	return dir
}

func TestFilesAreTheCommitsOwnBytes(t *testing.T) {
	dir := sample(t)
	r, err := Open(t.Context(), filepath.Join(dir, "project"))
	if err != nil {
		t.Fatal(err)
	}
	first, err := r.Resolve(t.Context(), "HEAD~1")
	if err != nil {
		t.Fatal(err)
	}
	fsys, err := r.Files(t.Context(), first, "data", "seeds", "absent")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"data/empty.yaml": "", "seeds/doc.txt": "原文"} {
		if got, err := fs.ReadFile(fsys, name); err != nil || string(got) != want {
			t.Errorf("%s = %q, %v", name, got, err)
		}
	}
	// What git stores, not what the attributes would make of it on the way out.
	want := sh(t, dir, "cat-file", "blob", first+":project/data/甲 乙/a.yaml")
	if got, err := fs.ReadFile(fsys, "data/甲 乙/a.yaml"); err != nil || strings.TrimSpace(string(got)) != want {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	if _, err := fs.Stat(fsys, "other.txt"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that was not asked for is there: %v", err)
	}
	if info, err := fs.Lstat(fsys, "data/link"); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is not seen as one: %v, %v", info, err)
	}
	if to, err := fs.ReadLink(fsys, "data/link"); err != nil || to != "../seeds" {
		t.Errorf("the link points to %q, %v", to, err)
	}
}

func TestTreeIsAFileSystem(t *testing.T) {
	tr := newTree()
	tr.add("data/p/tasks/b.yaml", 0o644, []byte("b"))
	tr.add("data/p/tasks/a.yaml", 0o644, []byte("a"))
	tr.add("data/site.yaml", 0o644, nil)
	if err := fstest.TestFS(tr, "data/p/tasks/a.yaml", "data/p/tasks/b.yaml", "data/site.yaml"); err != nil {
		t.Error(err)
	}
}

func TestWhatCannotBeReadHasItsOwnError(t *testing.T) {
	dir := sample(t)
	if _, err := Open(t.Context(), t.TempDir()); !errors.Is(err, ErrNotRepository) {
		t.Errorf("outside a repository: %v", err)
	}
	r, err := Open(t.Context(), dir)
	if err != nil || r.Shallow() {
		t.Fatalf("%+v, %v", r, err)
	}
	for _, rev := range []string{"nowhere", "--help", "HEAD:project", ""} {
		var unknown *UnknownRevisionError
		if _, err := r.Resolve(t.Context(), rev); !errors.As(err, &unknown) || unknown.Revision != rev || unknown.Shallow {
			t.Errorf("revision %q: %v", rev, err)
		}
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := Open(t.Context(), dir); !errors.Is(err, ErrNoGit) {
		t.Errorf("without git: %v", err)
	}
}

func TestShallowClonesSaySo(t *testing.T) {
	dir := sample(t)
	clone := filepath.Join(t.TempDir(), "clone")
	sh(t, dir, "clone", "-q", "--depth", "1", "file://"+dir, clone)
	r, err := Open(t.Context(), clone)
	if err != nil || !r.Shallow() {
		t.Fatalf("%+v, %v", r, err)
	}
	var unknown *UnknownRevisionError
	if _, err := r.Resolve(t.Context(), "HEAD~1"); !errors.As(err, &unknown) || !unknown.Shallow {
		t.Errorf("a commit beyond the clone: %v", err)
	}
}

func TestMergeBase(t *testing.T) {
	dir := sample(t)
	r, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	want, err := r.Resolve(t.Context(), "HEAD~1")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := r.MergeBase(t.Context(), "HEAD~1", "main"); err != nil || got != want {
		t.Errorf("merge base %s, %v, want %s", got, err, want)
	}
	sh(t, dir, "checkout", "-q", "--orphan", "other")
	sh(t, dir, "commit", "-qm", "unrelated")
	if _, err := r.MergeBase(t.Context(), "main", "other"); !errors.Is(err, ErrNoCommonBase) {
		t.Errorf("unrelated histories: %v", err)
	}
}

// The listing comes from another program: whatever it prints must not panic.
func FuzzGrow(f *testing.F) {
	f.Add("100644 blob abc\ta/b\x00", []byte("abc blob 2\nhi\n"))
	f.Add("160000 commit abc\tsub\x00", []byte(""))
	f.Add("100644 blob abc\ta\x00100644 blob abc\ta\x00", []byte("abc missing\n"))
	f.Fuzz(func(t *testing.T, listing string, bodies []byte) {
		entries, err := parseTree(listing)
		if err != nil {
			return
		}
		if tr, err := grow(entries, bodies); err == nil {
			for _, e := range entries {
				if _, err := tr.Lstat(e.name); err != nil {
					t.Errorf("%q is listed and not there: %v", e.name, err)
				}
			}
		}
	})
}
