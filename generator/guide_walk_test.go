package main

import (
	"archive/zip"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// program is how the guides call this program.
const program = "go run ./generator "

// guideCommands are the commands of a guide's blocks, in order.
func guideCommands(t testing.TB, name string) []string {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("../content/guides", name))
	must(t, err)
	var out []string
	for _, block := range regexp.MustCompile("(?s)```sh\n(.*?)```").FindAllStringSubmatch(string(body), -1) {
		for line := range strings.SplitSeq(strings.TrimSpace(block[1]), "\n") {
			out = append(out, line)
		}
	}
	if len(out) == 0 {
		t.Fatalf("%s shows no commands", name)
	}
	return out
}

// A new user walks through 填报指南: each script takes the guide's own commands, in
// their order and to the last, and says between them what must be seen.
func TestGuideWalks(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/guides",
		RequireExplicitExec: true,
		Setup:               walkSetup,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"guide": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Value(walkKey{}).(*walk).left = guideCommands(t, args[0])
			},
			"next": next, "done": done, "fill": fill, "previews": previews, "pack": pack,
		},
	})
}

// walk is where a reader stands in a guide.
type walk struct{ left []string }

type walkKey struct{}

// walkSetup makes a clone of this project beside a repository that stands for the
// host.
func walkSetup(env *testscript.Env) error {
	env.Vars = append(env.Vars, gitEnv...)
	env.Values[walkKey{}] = &walk{}
	env.Cd = filepath.Join(env.WorkDir, "project")
	if err := projects.Copy(env.Cd); err != nil {
		return err
	}
	host := filepath.Join(env.WorkDir, "host.git")
	for _, args := range [][]string{
		{"init", "-q", "-b", "main"}, {"add", "-A"}, {"commit", "-qm", "base"},
		{"clone", "-q", "--bare", ".", host}, {"remote", "add", "origin", host}, {"fetch", "-q"}, {"branch", "-q", "-u", "origin/main"},
	} {
		cmd := exec.Command("git", args...)
		cmd.Dir, cmd.Env = env.Cd, append(os.Environ(), gitEnv...)
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("git %v: %w\n%s", args, err, out)
		}
	}
	return nil
}

// take is the guide's next command as arguments; it must begin with what the
// script expects.
func take(ts *testscript.TestScript, begins string) []string {
	w := ts.Value(walkKey{}).(*walk)
	if len(w.left) == 0 || !strings.HasPrefix(strings.TrimPrefix(w.left[0], program), begins) {
		ts.Fatalf("the guide goes on with %q, the walk with %q", w.left, begins)
	}
	command := w.left[0]
	w.left = w.left[1:]
	ts.Logf("guide: %s", command)
	if own, ok := strings.CutPrefix(command, program); ok {
		command = "jindu " + own
	}
	return arguments(command)
}

// arguments parts a command as a shell would that meets nothing but double quotes.
func arguments(command string) []string {
	var out []string
	for i, part := range strings.Split(command, `"`) {
		if i%2 == 1 {
			out = append(out, part)
			continue
		}
		out = append(out, strings.Fields(part)...)
	}
	return out
}

// next runs the guide's next command: next import-xlsx
func next(ts *testscript.TestScript, neg bool, args []string) {
	command := take(ts, strings.Join(args, " "))
	if err := ts.Exec(command[0], command[1:]...); (err != nil) != neg {
		ts.Fatalf("%v: %v", command, err)
	}
}

// done wants the guide to be at its end.
func done(ts *testscript.TestScript, _ bool, _ []string) {
	if left := ts.Value(walkKey{}).(*walk).left; len(left) > 0 {
		ts.Fatalf("the walk leaves out %q", left)
	}
}

// fill types into a workbook: fill file task title value...
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 4 || len(args)%2 != 0 {
		ts.Fatalf("usage: fill file task title value...")
	}
	values := map[string]string{}
	for pair := range slices.Chunk(args[2:], 2) {
		values[pair[0]] = pair[1]
	}
	ts.Check(fillSheet(ts.MkAbs(args[0]), args[1], values))
}

// pack puts a folder into a ZIP file, as a host packs artifacts: pack folder file
func pack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: pack folder file")
	}
	file, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	defer file.Close()
	w := zip.NewWriter(file)
	ts.Check(w.AddFS(os.DirFS(ts.MkAbs(args[0]))))
	ts.Check(w.Close())
}

// previews runs the guide's next command, opens a page of the preview and ends it:
// previews path text
func previews(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: previews path text")
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	port := listener.Addr().(*net.TCPAddr).Port
	listener.Close()
	command := append(take(ts, "serve"), "--port", strconv.Itoa(port))
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = ts.MkAbs(".")
	ts.Check(cmd.Start())
	defer func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
	}()
	body := ""
	for deadline := time.Now().Add(5 * time.Minute); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		resp, err := http.Get(fmt.Sprintf("http://127.0.0.1:%d/%s", port, args[0]))
		if err != nil {
			continue
		}
		raw, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		if body = string(raw); strings.Contains(body, args[1]) {
			return
		}
	}
	ts.Fatalf("the preview of %s does not show %q:\n%.2000s", args[0], args[1], body)
}

// Whoever reads the guides in English is told the same commands.
func TestGuidesShowTheSameCommandsInBothLanguages(t *testing.T) {
	for _, name := range []string{"reporting", "review"} {
		zh, en := guideCommands(t, name+"/index.md"), guideCommands(t, name+"/index.en.md")
		if !slices.Equal(zh, en) {
			t.Errorf("%s: %q in Chinese, %q in English", name, zh, en)
		}
	}
}
