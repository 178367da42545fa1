package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// workflow is what these tests look at in a workflow of GitHub Actions.
type workflow struct {
	file, text  string
	On          yaml.Node
	Permissions map[string]string
	Jobs        map[string]job
}

type job struct {
	Permissions map[string]string
	Steps       []step
}

type step struct {
	Name, Uses, Run string
	With            map[string]string
}

func workflows(t *testing.T) []workflow {
	t.Helper()
	names, err := filepath.Glob("../.github/workflows/*.yml")
	must(t, err)
	if len(names) == 0 {
		t.Fatal("no workflows")
	}
	var out []workflow
	for _, name := range names {
		body, err := os.ReadFile(name)
		must(t, err)
		w := workflow{file: filepath.Base(name), text: string(body)}
		must(t, yaml.Unmarshal(body, &w))
		out = append(out, w)
	}
	return out
}

// An action is its commit, whatever happens to its tags; the comment says which
// version that was.
var pinned = regexp.MustCompile(`^\s*(?:- )?uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)

func TestWorkflowsPinTheirActions(t *testing.T) {
	used := 0
	for _, w := range workflows(t) {
		for line := range strings.SplitSeq(w.text, "\n") {
			if strings.Contains(line, "uses:") {
				used++
				if !pinned.MatchString(line) {
					t.Errorf("%s: not pinned: %s", w.file, line)
				}
			}
		}
	}
	if used == 0 {
		t.Error("no action is used")
	}
}

// No workflow may write by default; a job that may runs nothing of the repository;
// no text of a pull request becomes a part of a script.
func TestWorkflowsHoldNoMoreRightsThanTheyNeed(t *testing.T) {
	for _, w := range workflows(t) {
		if w.Permissions == nil {
			t.Errorf("%s: no permissions stated", w.file)
		}
		if on := events(w.On); slices.Contains(on, "pull_request_target") {
			t.Errorf("%s: runs on pull_request_target", w.file)
		}
		for scope, level := range w.Permissions {
			if level != "read" {
				t.Errorf("%s: %s: %s for every job", w.file, scope, level)
			}
		}
		for name, j := range w.Jobs {
			for _, s := range j.Steps {
				if strings.Contains(s.Run, "${{") {
					t.Errorf("%s, %s: an expression inside a script: %s", w.file, name, s.Run)
				}
				checkout := strings.HasPrefix(s.Uses, "actions/checkout@")
				if checkout && s.With["persist-credentials"] != "false" {
					t.Errorf("%s, %s: the checkout keeps the token", w.file, name)
				}
				if checkout && writes(j) {
					t.Errorf("%s, %s: may write and checks code out", w.file, name)
				}
			}
		}
	}
}

func writes(j job) bool {
	for _, level := range j.Permissions {
		if level == "write" {
			return true
		}
	}
	return false
}

func events(on yaml.Node) []string {
	var out []string
	for i := 0; i < len(on.Content); i += 2 {
		out = append(out, on.Content[i].Value)
	}
	return out
}

func TestWorkflowsUseTheGoOfTheModule(t *testing.T) {
	body, err := os.ReadFile("../go.mod")
	must(t, err)
	found := regexp.MustCompile(`(?m)^go (\d+\.\d+)\.\d+$`).FindSubmatch(body)
	if found == nil {
		t.Fatal("go.mod names no version")
	}
	for _, w := range workflows(t) {
		for _, j := range w.Jobs {
			for _, s := range j.Steps {
				if strings.HasPrefix(s.Uses, "actions/setup-go@") && s.With["go-version"] != string(found[1]) {
					t.Errorf("%s: Go %s, the module wants %s", w.file, s.With["go-version"], found[1])
				}
			}
		}
	}
	gitlab, err := os.ReadFile("../.gitlab-ci.yml")
	must(t, err)
	if !strings.Contains(string(gitlab), "golang:"+string(found[1])+"-") {
		t.Errorf(".gitlab-ci.yml does not use Go %s", found[1])
	}
}

// fakeGH answers as the host would and keeps what is posted.
const fakeGH = `#!/bin/sh
case "$*" in
*/files*) printf '%s' "$FILES" ;;
*"pulls -f"*) echo "$NUMBER" ;;
*"--jq"*comments*|*comments*"--jq"*) echo "$KNOWN" ;;
*) echo "$*" >>posted.txt; cp comment.md posted.md ;;
esac
`

// commentScript runs the script of comment.yml beside an artifact.
func commentScript(t *testing.T, artifact string, env ...string) (calls, comment string) {
	t.Helper()
	script := ""
	for _, w := range workflows(t) {
		if w.file == "comment.yml" {
			steps := w.Jobs["comment"].Steps
			script = steps[len(steps)-1].Run
		}
	}
	dir := t.TempDir()
	must(t, os.Mkdir(filepath.Join(dir, "bin"), 0o755))
	must(t, os.WriteFile(filepath.Join(dir, "bin", "gh"), []byte(fakeGH), 0o755))
	must(t, os.Mkdir(filepath.Join(dir, "untrusted"), 0o755))
	if artifact != "" {
		must(t, os.WriteFile(filepath.Join(dir, "untrusted", "diff.md"), []byte(artifact), 0o644))
	}
	cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script) // as the runner does
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PATH="+filepath.Join(dir, "bin")+":"+os.Getenv("PATH"), "GH_REPO=synthetic/site", "HEAD_OWNER=synthetic", "HEAD_BRANCH=a;b", "HEAD_SHA=0")
	cmd.Env = append(cmd.Env, env...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	posted, _ := os.ReadFile(filepath.Join(dir, "posted.txt"))
	body, _ := os.ReadFile(filepath.Join(dir, "posted.md"))
	return string(posted), string(body)
}

func TestCommentTakesTheArtifactOutOfForce(t *testing.T) {
	const data = "FILES=data/a.yaml\n"
	hostile := "hi @everyone ![x](https://evil.example/p.png) <img src=https://evil.example/p.png> <a href=\"https://evil.example\">a</a>\x00\x1b[31m<br><sub>C101</sub><https://www.example.gov.cn/1>\n"
	calls, comment := commentScript(t, hostile, data, "NUMBER=7", "KNOWN=")
	if want := "api --method POST repos/synthetic/site/issues/7/comments"; !strings.HasPrefix(calls, want) {
		t.Errorf("%q, want %s", calls, want)
	}
	want := "<!-- jindu-diff -->\nhi @<!-- -->everyone !\\[x](https://evil.example/p.png) &lt;img src=https://evil.example/p.png> &lt;a href=\"https://evil.example\">a&lt;/a>[31m<br><sub>C101</sub><https://www.example.gov.cn/1>\n"
	if comment != want {
		t.Errorf("posted %q\nwant   %q", comment, want)
	}
	if calls, _ := commentScript(t, "x", data, "NUMBER=7", "KNOWN=12"); !strings.HasPrefix(calls, "api --method PATCH repos/synthetic/site/issues/comments/12 ") {
		t.Errorf("a known comment is not replaced: %q", calls)
	}
	_, long := commentScript(t, strings.Repeat("舟", 40_000), data, "NUMBER=7", "KNOWN=")
	if n := len(long); n < 59_000 || n > 61_000 || strings.ToValidUTF8(long, "") != long {
		t.Errorf("%d bytes of a long text", n)
	}
	if _, warned := commentScript(t, "x", "FILES=data/a.yaml\ngenerator/main.go\n", "NUMBER=7", "KNOWN="); !strings.Contains(warned, "data/ 以外的文件") {
		t.Errorf("no word about the changed program: %q", warned)
	}
	for _, quiet := range [][]string{{"", data, "NUMBER=7", "KNOWN="}, {"x", data, "NUMBER=", "KNOWN="}} {
		if calls, _ := commentScript(t, quiet[0], quiet[1:]...); calls != "" {
			t.Errorf("%s: posted %q", fmt.Sprint(quiet), calls)
		}
	}
}

// The hosts read their templates from different places.
func TestTemplatesSayTheSameOnEveryHost(t *testing.T) {
	for original, copies := range map[string][]string{
		".github/pull_request_template.md":   {".gitlab/merge_request_templates/Default.md", ".gitea/pull_request_template.md"},
		".github/ISSUE_TEMPLATE/data.yml":    {".gitea/issue_template/data.yml"},
		".github/ISSUE_TEMPLATE/program.yml": {".gitea/issue_template/program.yml"},
	} {
		want, err := os.ReadFile(filepath.Join("..", original))
		must(t, err)
		for _, name := range copies {
			if got, err := os.ReadFile(filepath.Join("..", name)); err != nil || string(got) != string(want) {
				t.Errorf("%s differs from %s: %v", name, original, err)
			}
		}
	}
}
