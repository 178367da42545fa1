package repo

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

func TestLogFollowsTheBranchItself(t *testing.T) {
	dir := sample(t)
	project := filepath.Join(dir, "project")
	sh(t, dir, "checkout", "-qb", "side")
	write(t, project, "data/b.yaml", "b: 1\n")
	sh(t, dir, "add", "-A")
	sh(t, dir, "commit", "-qm", "aside")
	write(t, project, "data/b.yaml", "b: 2\n")
	sh(t, dir, "commit", "-qam", "aside again")
	sh(t, dir, "checkout", "-q", "main")
	write(t, project, "other.txt", "nothing of data")
	sh(t, dir, "commit", "-qam", "other")
	sh(t, dir, "merge", "-q", "--no-ff", "-m", "merged", "side")
	r, err := Open(t.Context(), project)
	if err != nil {
		t.Fatal(err)
	}
	steps, err := r.Log(t.Context(), "data")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range steps {
		var names []string
		for _, f := range s.Files {
			if f.Blob != "" {
				names = append(names, f.Path)
			}
		}
		got = append(got, strings.Join(names, ","))
	}
	// The link counts as no file; the merge is the step that brought b.yaml.
	if want := "data/empty.yaml,data/甲 乙/a.yaml;data/empty.yaml;data/b.yaml"; strings.Join(got, ";") != want {
		t.Errorf("%q, want %q", got, want)
	}
	if steps[2].Commit != sh(t, dir, "rev-parse", "main") || steps[2].When.Year() != 2026 || steps[2].Cut {
		t.Errorf("%+v", steps[2])
	}
	var bodies []string
	must := func(i int, body []byte) error { bodies = append(bodies, string(body)); return nil }
	if err := r.Blobs(t.Context(), []string{steps[2].Files[0].Blob, steps[1].Files[0].Blob}, must); err != nil || strings.Join(bodies, "|") != "b: 2\n|now: something\n" {
		t.Errorf("%q, %v", bodies, err)
	}
	if err := r.Blobs(t.Context(), []string{strings.Repeat("1", 40)}, must); err == nil || !strings.Contains(err.Error(), "not in this clone") {
		t.Errorf("a blob that is not there: %v", err)
	}
	stop := errors.New("enough")
	if err := r.Blobs(t.Context(), []string{steps[2].Files[0].Blob}, func(int, []byte) error { return stop }); !errors.Is(err, stop) {
		t.Error(err)
	}
}

// The log comes from another program: whatever it prints must not panic.
func FuzzParseLog(f *testing.F) {
	f.Add("aa 1\x00\n:100644 100644 a b M\x00data/x.yaml\x00bb 2\x00")
	f.Add(":100644 100644 a b M\x00x\x00")
	f.Add("aa x\x00")
	f.Fuzz(func(t *testing.T, log string) {
		steps, err := parseLog(log)
		if err != nil && steps != nil {
			t.Errorf("%q: steps with an error", log)
		}
	})
}
