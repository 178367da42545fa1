package history

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// commit is one commit to make: files by path, nil removes one.
type commit struct {
	when  string // git's form: seconds since 1970 and a zone
	files map[string][]byte
}

// git runs a command in dir without the settings of this machine.
func git(t testing.TB, dir string, stdin []byte, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir, cmd.Stdin = dir, bytes.NewReader(stdin)
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// repository makes one with the commits.
func repository(t testing.TB, commits []commit) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	dir := t.TempDir()
	git(t, dir, nil, "init", "-q", "-b", "main")
	var in bytes.Buffer
	for _, c := range commits {
		fmt.Fprintf(&in, "commit refs/heads/main\ncommitter Somebody Private <private@example.com> %s\ndata 1\nx\n", c.when)
		for _, name := range slices.Sorted(maps.Keys(c.files)) {
			if body := c.files[name]; body == nil {
				fmt.Fprintf(&in, "D %s\n", name)
			} else {
				fmt.Fprintf(&in, "M 100644 inline %s\ndata %d\n%s\n", name, len(body), body)
			}
		}
	}
	git(t, dir, in.Bytes(), "fast-import", "--quiet")
	return dir
}

// synthetic are the files of the synthetic plan by path.
func synthetic(t testing.TB) map[string][]byte {
	t.Helper()
	root := filepath.Join("..", "..", "..", "examples", "synthetic")
	files := map[string][]byte{}
	err := filepath.WalkDir(filepath.Join(root, "data"), func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(root, name)
		files[filepath.ToSlash(rel)], err = os.ReadFile(name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// changed is a file with one text replaced.
func changed(t testing.TB, body []byte, old, now string) []byte {
	t.Helper()
	if !bytes.Contains(body, []byte(old)) {
		t.Fatalf("no %q in\n%s", old, body)
	}
	return bytes.Replace(body, []byte(old), []byte(now), 1)
}
