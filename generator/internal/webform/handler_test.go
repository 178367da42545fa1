package webform

import (
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jindu/generator/internal/repo"
)

// desk is a repository with a unit file and one task, and the form's server on it.
type desk struct {
	t     *testing.T
	dir   string
	srv   *httptest.Server
	judge string   // what the judge says
	saved []string // branches
}

const task = "id: a\ntitle: 甲\n"

func newDesk(t *testing.T) *desk {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	d := &desk{t: t, dir: t.TempDir()}
	for name, body := range map[string]string{
		"data/p/tasks/a.yaml": task, "data/units.yaml": "units: []\n", "data/p/tasks/notes.txt": "x", "secret.txt": "s", "seeds/x": "x",
	} {
		full := filepath.Join(d.dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	d.git("init", "-q", "-b", "main")
	d.git("config", "user.name", "a")
	d.git("config", "user.email", "a@example.com")
	d.git("add", "-A")
	d.git("commit", "-qm", "base")
	r, err := repo.Open(t.Context(), d.dir)
	if err != nil {
		t.Fatal(err)
	}
	drafts := NewDrafts(Options{
		Repo: r, Branch: "main", Plans: []Plan{{"p", "甲"}},
		Judge: func(files fs.FS, draft map[string][]byte) (string, error) {
			if _, err := fs.Stat(files, "seeds/x"); err != nil || len(draft) != 1 {
				t.Errorf("the judge sees %v, %v", draft, err)
			}
			return d.judge, nil
		},
		Saved: func(branch string) { d.saved = append(d.saved, branch) },
	})
	d.srv = httptest.NewUnstartedServer(nil)
	_, port, _ := strings.Cut(d.srv.Listener.Addr().String(), ":")
	d.srv.Config.Handler = drafts.Handler(port)
	d.srv.Start()
	t.Cleanup(d.srv.Close)
	return d
}

func (d *desk) git(args ...string) string {
	d.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = d.dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		d.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// ask calls an action and returns the status and the answer.
func (d *desk) ask(action, params string) (int, string) {
	d.t.Helper()
	return d.send(`{"action":"`+action+`","params":{"branch":"main",`+params+`}}`, func(*http.Request) {})
}

func (d *desk) send(body string, change func(*http.Request)) (int, string) {
	d.t.Helper()
	q, err := http.NewRequest(http.MethodPost, d.srv.URL+apiPath, strings.NewReader(body))
	if err != nil {
		d.t.Fatal(err)
	}
	q.Header.Set("Content-Type", "application/json; charset=utf-8")
	q.Header.Set("Origin", d.srv.URL)
	change(q)
	resp, err := d.srv.Client().Do(q)
	if err != nil {
		d.t.Fatal(err)
	}
	defer resp.Body.Close()
	out, err := io.ReadAll(resp.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	return resp.StatusCode, strings.TrimSpace(string(out))
}

// persist saves the task's file.
func (d *desk) persist(raw string) (int, string) {
	d.t.Helper()
	text, err := json.Marshal(raw)
	if err != nil {
		d.t.Fatal(err)
	}
	return d.ask("persistEntry", `"dataFiles":[{"slug":"a","path":"data/p/tasks/a.yaml","raw":`+string(text)+`}],"assets":[],"options":{"collectionName":"tasks-p","commitMessage":"改","useWorkflow":true,"status":"draft"}`)
}

const aDraft = `"collection":"tasks-p","slug":"a"`

func TestDraftFromFirstSaveToMerge(t *testing.T) {
	d := newDesk(t)
	wants := func(what string, status int, words string, gotStatus int, got string) {
		t.Helper()
		if gotStatus != status || !strings.Contains(got, words) {
			t.Errorf("%s: %d %s, want %d %s", what, gotStatus, got, status, words)
		}
	}
	call := func(what, action, params string, status int, words string) {
		t.Helper()
		gotStatus, got := d.ask(action, params)
		wants(what, status, words, gotStatus, got)
	}
	save := func(what, raw string, status int, words string) {
		t.Helper()
		gotStatus, got := d.persist(raw)
		wants(what, status, words, gotStatus, got)
	}
	save("a record that was not opened", "id: a\n", 422, "刷新页面")
	call("list", "entriesByFolder", `"folder":"data/p/tasks","extension":"yaml","depth":1`, 200, `[{"data":"id: a\ntitle: 甲\n","file":{"path":"data/p/tasks/a.yaml","id":"`)
	call("no draft", "unpublishedEntry", aDraft, 404, "没有这个草稿")
	save("nothing edited", task, 422, "没有任何改动")
	d.judge = "状态：不对"
	save("refused", "id: a\ntitle: 乙\n", 422, "状态：不对")
	if len(d.saved) > 0 || strings.Contains(d.git("branch"), "cms/") {
		t.Errorf("something was saved: %v", d.saved)
	}
	d.judge = ""
	save("first save", "id: a\ntitle: 乙\n", 200, "entry persisted")
	call("list of drafts", "unpublishedEntries", `"x":1`, 200, `["tasks-p/a"]`)
	call("draft", "unpublishedEntry", `"id":"tasks-p/a"`, 200, `"status":"draft","diffs":[{"id":"data/p/tasks/a.yaml"`)
	call("status", "updateUnpublishedEntryStatus", aDraft+`,"newStatus":"pending_review"`, 200, "updated")
	call("status again", "unpublishedEntry", aDraft, 200, `"status":"pending_review"`)
	call("made-up status", "updateUnpublishedEntryStatus", aDraft+`,"newStatus":"published"`, 422, "没有这个状态")
	call("its file", "unpublishedEntryDataFile", aDraft+`,"path":"data/p/tasks/a.yaml","id":"x"`, 200, "乙")
	save("second save", "id: a\ntitle: 丙\n", 200, "entry persisted")
	if n := strings.Count(d.git("log", "--format=%s", "main..cms/tasks-p/a"), "改\n"); n != 2 {
		t.Errorf("%d commits", n)
	}

	// Someone works on the same branch meanwhile.
	d.git("checkout", "-q", "cms/tasks-p/a")
	save("a branch that is open", "id: a\ntitle: 丁\n", 422, "git switch")
	d.git("commit", "-q", "--allow-empty", "-m", "x")
	if err := os.WriteFile(filepath.Join(d.dir, "data/p/tasks/a.yaml"), []byte("id: a\ntitle: 别人\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	d.git("commit", "-qam", "别人")
	d.git("checkout", "-q", "main")
	save("changed by someone", "id: a\ntitle: 丁\n", 422, "被别人改过")

	// Merged: the record is as on the branch again, and the next save starts from there.
	d.git("merge", "-q", "cms/tasks-p/a")
	call("merged", "unpublishedEntry", aDraft, 404, "")
	call("no drafts", "unpublishedEntries", `"x":1`, 200, `[]`)
	call("reopened", "getEntry", `"path":"data/p/tasks/a.yaml"`, 200, "别人")
	save("after the merge", "id: a\ntitle: 戊\n", 200, "entry persisted")
	call("discarded", "deleteUnpublishedEntry", aDraft, 200, "deleted")
	if strings.Contains(d.git("branch"), "cms/") {
		t.Error("the discarded draft is there")
	}
}

func TestFormReachesTheDataAndNothingElse(t *testing.T) {
	d := newDesk(t)
	file := func(slug, path string) string {
		return `"dataFiles":[{"slug":"` + slug + `","path":"` + path + `","raw":"x"}],"assets":[],"options":{"collectionName":"tasks-p","commitMessage":"x","useWorkflow":true}`
	}
	for _, test := range []struct {
		what, action, params string
		status               int
	}{
		{"a file beside the data", "getEntry", `"path":"secret.txt"`, 422},
		{"a path upwards", "getEntry", `"path":"data/p/tasks/../../../secret.txt"`, 422},
		{"an absolute path", "getEntry", `"path":"/etc/passwd"`, 422},
		{"a file that is no data file", "getEntry", `"path":"data/p/tasks/notes.txt"`, 422},
		{"files", "entriesByFiles", `"files":[{"path":"data/units.yaml"},{"path":"secret.txt"}]`, 422},
		{"another folder", "entriesByFolder", `"folder":"seeds"`, 422},
		{"no folder", "entriesByFolder", `"folder":""`, 422},
		{"another collection", "unpublishedEntry", `"collection":"other","slug":"a"`, 422},
		{"a name upwards", "unpublishedEntry", `"collection":"tasks-p","slug":"../a"`, 422},
		{"a new file", "getEntry", `"path":"data/p/tasks/new.yaml"`, 200},
		{"saved elsewhere", "persistEntry", file("a", "data/p/tasks/b.yaml"), 422},
		{"saved outside", "persistEntry", file("../../x", "data/x.yaml"), 422},
		{"pictures", "persistEntry", strings.Replace(file("a", "data/p/tasks/a.yaml"), `"assets":[]`, `"assets":[{}]`, 1), 422},
		{"past the review", "persistEntry", strings.Replace(file("a", "data/p/tasks/a.yaml"), `"useWorkflow":true`, `"useWorkflow":false`, 1), 422},
		{"published", "publishUnpublishedEntry", aDraft, 403},
		{"deleted", "deleteFiles", `"paths":["data/units.yaml"],"options":{"commitMessage":"x"}`, 403},
		{"a picture stored", "persistMedia", `"asset":{"path":"x.png"}`, 403},
		{"no action", "nonsense", `"x":1`, 403},
	} {
		if status, got := d.ask(test.action, test.params); status != test.status {
			t.Errorf("%s: %d %s", test.what, status, got)
		}
	}
	if status, got := d.send(`{"action":"getEntry","params":{"branch":"other","path":"data/units.yaml"}}`, func(*http.Request) {}); status != 422 {
		t.Errorf("another branch: %d %s", status, got)
	}
	if got := d.git("for-each-ref", "--format=%(refname)"); got != "refs/heads/main\n" {
		t.Errorf("branches: %s", got)
	}
}

func TestOnlyTheFormOnThisMachineIsAnswered(t *testing.T) {
	d := newDesk(t)
	const info = `{"action":"info"}`
	for _, test := range []struct {
		what   string
		status int
		change func(*http.Request)
	}{
		{"the form", 200, func(*http.Request) {}},
		{"another page", 403, func(q *http.Request) { q.Header.Set("Origin", "https://evil.example") }},
		{"another port", 403, func(q *http.Request) { q.Header.Set("Origin", "http://127.0.0.1:1") }},
		{"no page", 403, func(q *http.Request) { q.Header.Del("Origin") }},
		{"a file", 403, func(q *http.Request) { q.Header.Set("Origin", "null") }},
		{"a name that leads here", 403, func(q *http.Request) { q.Host = "evil.example"; q.Header.Set("Origin", "http://evil.example") }},
		{"a plain form", 403, func(q *http.Request) { q.Header.Set("Content-Type", "text/plain") }},
	} {
		if status, got := d.send(info, test.change); status != test.status {
			t.Errorf("%s: %d %s", test.what, status, got)
		}
	}
	if status, _ := d.send(`{"action":"info","x":"`+strings.Repeat("x", maxRequest)+`"}`, func(*http.Request) {}); status != 400 {
		t.Errorf("too much: %d", status)
	}
	q := httptest.NewRequest(http.MethodGet, d.srv.URL+"/"+ConfigName, nil)
	q.Host = "evil.example"
	w := httptest.NewRecorder()
	d.srv.Config.Handler.ServeHTTP(w, q)
	if w.Code != 403 {
		t.Errorf("a page under another name: %d", w.Code)
	}
}

func TestPagesOfTheForm(t *testing.T) {
	d := newDesk(t)
	for path, kind := range map[string]string{
		"/": "text/html", "/start.js": "text/javascript", "/format.js": "text/javascript", "/yaml.js": "text/javascript",
		"/decap-cms.js": "text/javascript", "/config.json": "application/json", "/LICENSE-decap-cms": "text/plain",
	} {
		resp, err := d.srv.Client().Get(d.srv.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || resp.StatusCode != 200 || len(body) == 0 || !strings.HasPrefix(resp.Header.Get("Content-Type"), kind) {
			t.Errorf("%s: %d %s, %d bytes, %v", path, resp.StatusCode, resp.Header.Get("Content-Type"), len(body), err)
		}
		if got := resp.Header.Get("Content-Security-Policy"); !strings.HasPrefix(got, "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data:;") || !strings.HasSuffix(got, "frame-ancestors 'none'") {
			t.Errorf("%s: policy %q", path, got)
		}
		if path == "/" && !bytes.Contains(body, []byte(`content="`+policy()+`"`)) {
			t.Error("the page has no policy of its own")
		}
	}
	plain, err := d.srv.Client().Transport.RoundTrip(func() *http.Request {
		q := httptest.NewRequest(http.MethodGet, d.srv.URL+"/decap-cms.js", nil)
		q.RequestURI = ""
		q.Header.Set("Accept-Encoding", "identity")
		return q
	}())
	if err != nil {
		t.Fatal(err)
	}
	defer plain.Body.Close()
	if body, err := io.ReadAll(plain.Body); err != nil || plain.Header.Get("Content-Encoding") != "" || len(body) < 4<<20 {
		t.Errorf("without compression: %d bytes, %v", len(body), err)
	}
}
