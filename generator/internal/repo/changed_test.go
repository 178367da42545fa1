package repo

import (
	"os"
	"path/filepath"
	"testing"
)

func TestChangedLinesOfTheWorkingTree(t *testing.T) {
	dir := sample(t)
	project := filepath.Join(dir, "project")
	write(t, project, "data/b.yaml", "one\ntwo\nthree\nfour\nfive\n")
	write(t, project, "data/gone.yaml", "one\n")
	write(t, project, "data/end.yaml", "one")
	sh(t, dir, "add", "-A")
	sh(t, dir, "commit", "-qm", "three")
	base := sh(t, dir, "rev-parse", "HEAD")
	// Text that looks like the head of a file or a hunk; a setting that moves prefixes.
	write(t, project, "data/b.yaml", "one\n++ b/data/x.yaml\n@@ -1 +9 @@\nthree\nfive\n")
	write(t, project, "data/new.yaml", "one\n")
	write(t, project, "data/end.yaml", "++ b/data/y.yaml")
	sh(t, dir, "config", "diff.noprefix", "true")
	if err := os.Remove(filepath.Join(project, "data/gone.yaml")); err != nil {
		t.Fatal(err)
	}
	r, err := Open(t.Context(), project)
	if err != nil {
		t.Fatal(err)
	}
	c, err := r.Changed(t.Context(), base, "data")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		file     string
		from, to int
		want     bool
	}{
		{"data/b.yaml", 1, 1, false},
		{"data/b.yaml", 2, 2, true},
		{"data/b.yaml", 3, 3, true},
		{"data/b.yaml", 1, 5, true},
		{"data/b.yaml", 4, 4, true}, // a line below it was taken away
		{"data/b.yaml", 5, 5, true},
		{"data/b.yaml", 9, 9, false},
		{"data/new.yaml", 7, 7, true},
		{"data/x.yaml", 1, 1, false},
		{"data/甲 乙/a.yaml", 1, 1, false},
	} {
		if got := c.Lines(test.file, test.from, test.to); got != test.want {
			t.Errorf("%s:%d-%d changed: %v, want %v", test.file, test.from, test.to, got, test.want)
		}
	}
	for name, want := range map[string]bool{
		"data/b.yaml": true, "data/new.yaml": true, "data/gone.yaml": true, "data/empty.yaml": false, "data/x.yaml": false, "data/y.yaml": false, "data/end.yaml": true,
	} {
		if c.File(name) != want {
			t.Errorf("%s changed: %v, want %v", name, c.File(name), want)
		}
	}
	if _, err := r.Changed(t.Context(), "nowhere", "data"); err == nil {
		t.Error("an unknown commit is no error")
	}
}

// The patch comes from another program: whatever it prints must not panic.
func FuzzParsePatch(f *testing.F) {
	f.Add([]byte("--- a/x\n+++ b/x\n@@ -1,2 +3,0 @@ text\n-a\n-b\n"))
	f.Add([]byte("@@ -1 +1 @@\n@@ -99999999999999999999 +1 @@\n+++ b/\n@@ -0,0 +1,-3 @@"))
	f.Fuzz(func(t *testing.T, patch []byte) {
		for name, spans := range parsePatch(patch) {
			for _, s := range spans {
				if s.from > s.to+1 {
					t.Errorf("%q: %v", name, s)
				}
			}
		}
	})
}
