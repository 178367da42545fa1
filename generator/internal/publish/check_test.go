package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// write lays out a small site and returns its folder.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestCheckNamesEveryFault(t *testing.T) {
	good := map[string]string{
		"index.html":       `<link rel="stylesheet" href="css/main.css"><h1 id="top">a</h1><a href="tasks/#one">t</a><a href="https://www.gov.cn/">out</a>`,
		"tasks/index.html": `<link rel="canonical" href="https://site.example/tasks/"><h1 id="one">b</h1><a href="../">home</a><a href="#one">here</a><img src="data:image/png;base64,AA==">`,
		"css/main.css":     `body { color: red }`,
	}
	cases := map[string]struct {
		page, body string
		want       string // code and a part of the message; "" for none
	}{
		"sound":               {"x/index.html", `<h1>x</h1><a href="../tasks/#one">ok</a>`, ""},
		"absolute own link":   {"x/index.html", `<h1>x</h1><a href="https://site.example/tasks/#one">ok</a>`, ""},
		"absolute own broken": {"x/index.html", `<h1>x</h1><a href="https://site.example/gone/">no</a>`, "P101"},
		"missing page":        {"x/index.html", `<h1>x</h1><a href="../gone/">no</a>`, "P101"},
		"missing file":        {"x/index.html", `<h1>x</h1><img src="../logo.png">`, "P101"},
		"missing anchor":      {"x/index.html", `<h1>x</h1><a href="../tasks/#two">no</a>`, "P102"},
		"missing own anchor":  {"x/index.html", `<h1>x</h1><a href="#two">no</a>`, "P102"},
		"rooted link":         {"x/index.html", `<h1>x</h1><a href="/tasks/">no</a>`, "P109"},
		"rooted image":        {"x/index.html", `<h1>x</h1><img src="/css/main.css">`, "P109"},
		"malformed":           {"x/index.html", `<h1>x</h1><a href="http://[::1">no</a>`, "P103"},
		"foreign script":      {"x/index.html", `<h1>x</h1><script src="https://cdn.example/a.js"></script>`, "P104"},
		"foreign style":       {"x/index.html", `<h1>x</h1><link rel="stylesheet" href="//cdn.example/a.css">`, "P104"},
		"foreign css":         {"css/more.css", `a { background: url("https://cdn.example/a.png") }`, "P104"},
		"foreign css import":  {"css/more.css", `@import "//cdn.example/a.css";`, "P104"},
		"repeated id":         {"x/index.html", `<h1 id="a">x</h1><p id="a">y</p>`, "P105"},
		"no h1":               {"x/index.html", `<h2>x</h2>`, "P106"},
		"two h1":              {"x/index.html", `<h1>x</h1><h1>y</h1>`, "P106"},
		"inline style":        {"x/index.html", `<h1 style="color:red">x</h1>`, "P107"},
		"inline handler":      {"x/index.html", `<h1 onclick="alert(1)">x</h1>`, "P108"},
	}
	seen := map[string]bool{"P110": true, "P111": true} // TestCheckWantsAFirstPage, TestCheckRefusesPersonalData
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			files := map[string]string{c.page: c.body}
			for k, v := range good {
				files[k] = v
			}
			list, err := Check(write(t, files), "https://site.example/")
			if err != nil {
				t.Fatal(err)
			}
			var codes []string
			for _, d := range list {
				codes = append(codes, d.Code)
				if d.Range.File != c.page {
					t.Errorf("%s reported in %s, want %s", d.Code, d.Range.File, c.page)
				}
			}
			if got := strings.Join(codes, " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			seen[c.want] = true
		})
	}
	for _, r := range Rules() {
		if !seen[r.Code] {
			t.Errorf("no case shows %s", r.Code)
		}
	}
}

func TestSwitchKeepsTheOldSiteUntilTheNewOneIsWhole(t *testing.T) {
	parent := t.TempDir()
	public := filepath.Join(parent, "public")
	for _, edition := range []string{"first", "second"} {
		stage, err := Stage(public)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(stage, "index.html"), []byte(edition), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Mark(stage, Marker{AsOf: "2020-12-31"}); err != nil {
			t.Fatal(err)
		}
		if err := Switch(stage, public); err != nil {
			t.Fatal(err)
		}
		body, err := os.ReadFile(filepath.Join(public, "index.html"))
		if err != nil || string(body) != edition {
			t.Fatalf("public holds %q, %v; want %q", body, err, edition)
		}
	}
	entries, err := os.ReadDir(parent)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if diff := cmp.Diff([]string{"public"}, names); diff != "" {
		t.Errorf("left beside public (-want +got):\n%s", diff)
	}
}

func TestExchangeByRenameSwapsBothFolders(t *testing.T) {
	dir := write(t, map[string]string{"a/x": "new", "b/x": "old"})
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := exchangeByRename(a, b); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a/x": "old", "b/x": "new"} {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != want {
			t.Errorf("%s holds %q, %v; want %q", name, got, err, want)
		}
	}
}

func TestOwnedRefusesAFolderOfSomeoneElse(t *testing.T) {
	cases := map[string]struct {
		files map[string]string
		ours  bool
	}{
		"empty":          {nil, true},
		"ours":           {map[string]string{"build.json": `{"generator":"jindu"}`}, true},
		"no marker":      {map[string]string{"thesis.docx": "do not lose"}, false},
		"another's json": {map[string]string{"build.json": `{"generator":"make"}`}, false},
		"broken json":    {map[string]string{"build.json": `{`}, false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if err := Owned(write(t, c.files)); (err == nil) != c.ours {
				t.Errorf("Owned = %v, want ours=%v", err, c.ours)
			}
		})
	}
	if err := Owned(filepath.Join(t.TempDir(), "absent")); err != nil {
		t.Errorf("an absent folder may be made: %v", err)
	}
}

func TestCheckWantsAFirstPage(t *testing.T) {
	list, err := Check(write(t, map[string]string{"about/index.html": `<h1>x</h1>`}), "")
	if err != nil || len(list) != 1 || list[0].Code != "P110" {
		t.Errorf("a site without a first page: %v, %v", list, err)
	}
}
