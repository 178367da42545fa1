package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"mime"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"jindu/generator/internal/browser"
	"jindu/generator/internal/browsertest"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/load"
	"jindu/generator/internal/repo"
	"jindu/generator/internal/testproject"
	"jindu/generator/internal/webform"
	"jindu/generator/internal/yamledit"
)

// editPlan is the plan whose records the tests of the form edit.
const editPlan = "zhoushan-ecommerce-2015"

// desk of a clerk: a clone of the project, and the form on it.
type formDesk struct {
	*editing
	repo  *repo.Repo
	plans []webform.Plan
	tab   *browser.Tab
	url   string
	said  *bytes.Buffer
}

// openDesk makes a repository of the project and opens the form on it, with api
// answering its calls where that is not nil.
func openDesk(t *testing.T, api http.Handler, root string) *formDesk {
	t.Helper()
	p := &project{root: root, asOf: testproject.RealDay, today: testproject.RealDay, lang: lang.ZH, format: "text"}
	d := &formDesk{editing: &editing{project: p, host: webform.Host{Branch: "main"}}, said: &bytes.Buffer{}}
	var err error
	d.repo, err = repo.Open(t.Context(), root)
	must(t, err)
	d.plans, err = d.editing.plans(t.Context(), d.repo, io.Discard)
	must(t, err)
	server := httptest.NewUnstartedServer(nil)
	_, port, err := net.SplitHostPort(server.Listener.Addr().String())
	must(t, err)
	own := d.drafts(d.repo, d.plans, d.said).Handler(port)
	server.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if api != nil && r.Method == http.MethodPost {
			api.ServeHTTP(w, r)
			return
		}
		own.ServeHTTP(w, r)
	})
	server.Start()
	t.Cleanup(server.Close)
	d.url = server.URL
	d.tab = browsertest.Open(t, browsertest.Start(t))
	must(t, d.tab.Look(browser.Look{Width: 1366, Height: 900}))
	must(t, d.tab.Load(d.url))
	script, err := os.ReadFile("testdata/browser/form.js")
	must(t, err)
	browsertest.Eval[browsertest.Void](t, d.tab, string(script))
	d.do(t, "press", "登录")
	d.do(t, "says", "＋ 工作任务")
	return d
}

// cloneProject makes a repository of the project with one commit on main.
func cloneProject(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	root := t.TempDir()
	must(t, projects.Copy(root))
	gitIn(t, root, "init", "-q", "-b", "main")
	gitIn(t, root, "config", "user.name", "测试单位")
	gitIn(t, root, "config", "user.email", "test@example.com")
	gitIn(t, root, "add", "-A")
	gitIn(t, root, "commit", "-qm", "base")
	return root
}

// gitIn runs git in a folder, without the machine's own settings.
func gitIn(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// do is one step of a person at the form; see testdata/browser/form.js.
func (d *formDesk) do(t *testing.T, what string, words ...string) {
	t.Helper()
	for i, w := range words {
		words[i] = fmt.Sprintf("%q", w)
	}
	browsertest.Eval[browsertest.Void](t, d.tab, fmt.Sprintf("form.%s(%s).then(() => ({}))", what, strings.Join(words, ", ")))
}

func (d *formDesk) open(t *testing.T, collection, id string) {
	t.Helper()
	d.do(t, "open", "#/collections/"+collection+"-"+editPlan+"/entries/"+id)
}

// addUpdate edits a task's short name and adds an update with evidence.
func (d *formDesk) addUpdate(t *testing.T) {
	t.Helper()
	d.open(t, "tasks", "t3-4")
	d.do(t, "type", "简称", "“全球进口货源”平台：入驻和开店 #1")
	d.do(t, "press", "新增进展")
	d.do(t, "type", "数据截至", "2017-12-31")
	d.do(t, "choose", "报送状态", "推进中")
	d.do(t, "choose", "报送单位", "市商务局")
	d.do(t, "choose", "依据", "单位报送")
	d.do(t, "type", "进展情况", "（测试用）入驻企业 2.50 万家。\n第二段：“照写”。")
	d.do(t, "press", "新增佐证")
	d.do(t, "type", "标题", "（测试用）来源: 不是真的")
	d.do(t, "type", "网址", "https://www.example.gov.cn/art/1.html?a=1#b")
	d.do(t, "type", "发布单位", "（测试用）单位")
	d.do(t, "type", "原句", "“测试”的一句话，比八十个字符长得多，写出来的时候不能从中间折行：an editor that folds lines here would make a reviewer read two lines where one was written.")
	d.do(t, "choose", "来源类别", "官方发布")
	d.do(t, "save")
}

// branches wants so many drafts.
func (d *formDesk) branches(t *testing.T, want int) {
	t.Helper()
	have, err := d.repo.Branches(t.Context(), "cms")
	must(t, err)
	if len(have) != want {
		t.Errorf("%d drafts, want %d: %v", len(have), want, have)
	}
}

// branchHolds wants the branch to differ from main by exactly the golden patch, in
// canonical style, and its data to pass the checks.
func (d *formDesk) branchHolds(t *testing.T, branch, golden string) {
	t.Helper()
	got := gitIn(t, d.root, "diff", "--no-color", "--no-ext-diff", "main", branch)
	name := filepath.Join("testdata", "browser", golden)
	if os.Getenv("UPDATE") != "" {
		must(t, os.WriteFile(name, []byte(got), 0o644))
	}
	want, err := os.ReadFile(name)
	must(t, err)
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s is not what was edited:\n%s", branch, diff)
	}
	commit, err := d.repo.Resolve(t.Context(), branch)
	must(t, err)
	files, err := d.repo.Files(t.Context(), commit, load.Folder, "seeds")
	must(t, err)
	s, err := d.stateOf(overlay{ReadLinkFS: files.(fs.ReadLinkFS)})
	must(t, err)
	if s.problems.HasErrors() {
		t.Errorf("check fails on %s: %v", branch, s.problems)
	}
	for file, raw := range s.sources {
		if r := recordOf(file); r != nil {
			if out, err := yamledit.Format(raw, r); err != nil || !bytes.Equal(out, raw) {
				t.Errorf("%s: %s is not in the canonical style: %v", branch, file, err)
			}
		}
	}
}

func TestFormInBrowser(t *testing.T) {
	root := cloneProject(t)
	// What a person has at hand and did not commit stays as it is.
	own := filepath.Join(root, "data", editPlan, "tasks", "t1-1.yaml")
	body, err := os.ReadFile(own)
	must(t, err)
	must(t, os.WriteFile(own, append(body, "# 没有提交的\n"...), 0o644))
	must(t, os.WriteFile(filepath.Join(root, "草稿.txt"), []byte("没有提交的"), 0o644))
	must(t, os.WriteFile(filepath.Join(root, "data", "units.yaml"), []byte("units: []\n"), 0o644))
	gitIn(t, root, "add", "data/units.yaml")
	before := gitIn(t, root, "status", "--porcelain") + gitIn(t, root, "diff", "HEAD")

	d := openDesk(t, nil, root)
	t.Run("an update with evidence", func(t *testing.T) {
		d.addUpdate(t)
		d.branchHolds(t, "cms/tasks-"+editPlan+"/t3-4", "form_update.diff")
		if want := "cms/tasks-" + editPlan + "/t3-4"; !strings.Contains(d.said.String(), "git push -u origin "+want) {
			t.Errorf("the terminal says %q", d.said)
		}
	})
	t.Run("again, on top of the first", func(t *testing.T) {
		d.do(t, "type", "简称", "别的")
		d.do(t, "save")
		d.do(t, "type", "简称", "“全球进口货源”平台：入驻和开店 #1")
		d.do(t, "save")
		d.branchHolds(t, "cms/tasks-"+editPlan+"/t3-4", "form_update.diff")
	})
	t.Run("one figure, one line", func(t *testing.T) {
		d.open(t, "indicators", "online-retail")
		d.do(t, "unfold", "2021　106.5")
		d.do(t, "type", "数值", "106.50")
		d.do(t, "save")
		d.branchHolds(t, "cms/indicators-"+editPlan+"/online-retail", "form_figure.diff")
	})
	t.Run("nothing edited, nothing saved", func(t *testing.T) {
		// Decap offers to save where an empty field was filled and emptied again.
		d.open(t, "tasks", "t4-1")
		d.do(t, "type", "启动日期", "2016-01-01")
		d.do(t, "type", "启动日期", "")
		d.do(t, "press", "保存")
		d.do(t, "says", "内容没有任何改动，不需要保存。")
		d.branches(t, 2)
	})
	t.Run("what check refuses is not saved, and says why", func(t *testing.T) {
		d.open(t, "tasks", "t1-2")
		d.do(t, "press", "新增进展")
		d.do(t, "type", "数据截至", "2017-12-31")
		d.do(t, "choose", "报送状态", "已完成")
		d.do(t, "choose", "依据", "单位报送")
		d.do(t, "type", "进展情况", "（测试用）全部完成。")
		d.do(t, "press", "保存")
		d.do(t, "says", "（V")
		d.branches(t, 2)
	})
	t.Run("keeps to itself", func(t *testing.T) {
		// In Decap's protocol a record without a draft is 404; a refusal is 422, and
		// Decap drops the promise of the save.
		usual := []string{"404 (Not Found)", "422 (Unprocessable Entity)", "exception: Uncaught (in promise)"}
		for _, asked := range d.tab.Requests() {
			if !strings.HasPrefix(asked, d.url) && !strings.HasPrefix(asked, "data:") && !strings.HasPrefix(asked, "blob:") {
				t.Errorf("asks for %s", asked)
			}
		}
		for _, heard := range d.tab.Complaints() {
			if !slices.ContainsFunc(usual, func(s string) bool { return strings.Contains(heard, s) }) {
				t.Errorf("the browser complains: %s", heard)
			}
		}
	})
	if after := gitIn(t, root, "status", "--porcelain") + gitIn(t, root, "diff", "HEAD"); after != before {
		t.Errorf("the working tree changed:\n%s", cmp.Diff(before, after))
	}
}

// The same edit through decap-server, the program that Decap's makers give for
// their local backend: JINDU_DECAP_SERVER names its dist/index.js.
func TestFormWithDecapServer(t *testing.T) {
	program := os.Getenv("JINDU_DECAP_SERVER")
	if program == "" {
		t.Skip("JINDU_DECAP_SERVER does not name decap-server's dist/index.js")
	}
	root := cloneProject(t)
	target := decapServer(t, program, root)
	d := openDesk(t, httputil.NewSingleHostReverseProxy(target), root)
	d.addUpdate(t)
	d.branchHolds(t, "cms/tasks-"+editPlan+"/t3-4", "form_update.diff")
}

// decapServer runs it until the test ends.
func decapServer(t *testing.T, program, root string) *url.URL {
	t.Helper()
	free, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	address := free.Addr().String()
	must(t, free.Close())
	_, port, err := net.SplitHostPort(address)
	must(t, err)
	ctx, stop := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, "node", program)
	cmd.Env = append(os.Environ(), "PORT="+port, "BIND_HOST=127.0.0.1", "MODE=git", "GIT_REPO_DIRECTORY="+root)
	must(t, cmd.Start())
	t.Cleanup(func() { stop(); _ = cmd.Wait() })
	for range 100 {
		if c, err := net.Dial("tcp", address); err == nil {
			c.Close()
			return &url.URL{Scheme: "http", Host: address}
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatal("decap-server does not start")
	return nil
}

// The form for an address of one's own asks to log in at the host, and keeps to the
// policy that the command says to send.
func TestHostedFormInBrowser(t *testing.T) {
	for kind, words := range map[string]string{"github": "使用 GitHub 登录", "gitlab": "使用 GitLab 登录"} {
		files, policy, err := webform.Static(webform.Host{
			Kind: kind, Repo: "owner/name", Branch: "main", Auth: "https://git.example.gov.cn", AppID: "id",
		}, "data", []webform.Plan{{ID: editPlan, Title: "甲"}})
		must(t, err)
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			name := strings.TrimPrefix(r.URL.Path, "/")
			if name == "" {
				name = "index.html"
			}
			w.Header().Set("Content-Security-Policy", policy)
			w.Header().Set("Content-Type", mime.TypeByExtension(filepath.Ext(name)))
			w.Write(files[name]) //nolint:errcheck // the browser may go away
		}))
		t.Cleanup(server.Close)
		tab := browsertest.Open(t, browsertest.Start(t))
		must(t, tab.Look(browser.Look{Width: 1366, Height: 768}))
		must(t, tab.Load(server.URL))
		script, err := os.ReadFile("testdata/browser/form.js")
		must(t, err)
		browsertest.Eval[browsertest.Void](t, tab, string(script))
		browsertest.Eval[browsertest.Void](t, tab, fmt.Sprintf("form.says(%q).then(() => ({}))", words))
		for _, said := range tab.Complaints() {
			t.Errorf("%s: the browser complains: %s", kind, said)
		}
	}
}
