package publish

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

func TestRelative(t *testing.T) {
	const page = `<a href="/">home</a><a href="/a/">a</a><a href="/a/b/c/#d">c</a><script src="/js/main.js"></script>` +
		`<a href="#here">here</a><a href="https://example.org/a/">away</a><p>an address: &#34;/a/&#34;</p>`
	const rest = `<a href="#here">here</a><a href="https://example.org/a/">away</a><p>an address: &#34;/a/&#34;</p>`
	for _, tc := range []struct{ name, root, want string }{
		{"index.html", "", `<a href="./">home</a><a href="a/">a</a><a href="a/b/c/#d">c</a><script src="js/main.js"></script>`},
		{"a/index.html", "", `<a href="../">home</a><a href="./">a</a><a href="b/c/#d">c</a><script src="../js/main.js"></script>`},
		{"a/b/index.html", "https://example.org/x/", `<a href="../../">home</a><a href="../">a</a><a href="../b/c/#d">c</a><script src="../../js/main.js"></script>`},
		{"404.html", "", `<a href="./">home</a><a href="a/">a</a><a href="a/b/c/#d">c</a><script src="js/main.js"></script>`},
		{"404.html", "https://example.org/x/", `<a href="https://example.org/x/">home</a><a href="https://example.org/x/a/">a</a><a href="https://example.org/x/a/b/c/#d">c</a><script src="https://example.org/x/js/main.js"></script>`},
	} {
		if got := string(relative([]byte(page), tc.name, tc.root)); got != tc.want+rest {
			t.Errorf("%s at %q:\n got %s\nwant %s", tc.name, tc.root, got, tc.want+rest)
		}
	}
}

func TestFinishTouchesPagesAlone(t *testing.T) {
	dir := t.TempDir()
	files := map[string]struct{ before, after string }{
		"index.html":    {`<a href="/en/">舟山</a>`, `<a href="en/">舟山</a>`},
		"en/index.html": {`<a href="/">舟山</a>`, `<a href="../"><span lang="zh-CN">舟山</span></a>`},
		"en/task.json":  {`{"title":"舟山","href":"/"}`, `{"title":"舟山","href":"/"}`},
		"robots.txt":    {`Sitemap="/x"`, `Sitemap="/x"`},
	}
	for name, f := range files {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(f.before), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var mu sync.Mutex
	seen := map[string]string{}
	faults, err := Finish(dir, "", func(name string, body []byte) {
		mu.Lock()
		defer mu.Unlock()
		seen[name] = string(body)
	}, "en")
	if err != nil {
		t.Fatal(err)
	}
	if len(faults) != 2 || faults[0].Code != "P106" || faults[1].Code != "P106" {
		t.Errorf("two pages without a heading and no other fault, got %v", faults)
	}
	for name, f := range files {
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != f.after {
			t.Errorf("%s: got %s, want %s", name, got, f.after)
		}
		if seen[name] != f.after {
			t.Errorf("%s: seen as %s, want %s", name, seen[name], f.after)
		}
	}
}
