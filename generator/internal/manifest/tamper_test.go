package manifest

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tampering is one way to falsify a published site, and what verify must say.
type tampering struct {
	name string
	do   func(t *testing.T, s scene)
	want []string
	kept bool // the reader kept the manifest
}

// scene is a site to falsify, with what a forger may have at hand.
type scene struct {
	dir   string
	older string // an edition published before
	other *Key   // a key that is not the operator's
}

func (s scene) edit(t *testing.T, name string, f func(string) string) {
	put(t, s.dir, name, f(get(t, s.dir, name)))
}

func (s scene) move(t *testing.T, from, to string) {
	t.Helper()
	put(t, s.dir, to, get(t, s.dir, from))
	s.remove(t, from)
}

func (s scene) remove(t *testing.T, name string) {
	t.Helper()
	if err := os.Remove(filepath.Join(s.dir, filepath.FromSlash(name))); err != nil {
		t.Fatal(err)
	}
}

func replaced(old, with string) func(string) string {
	return func(s string) string { return strings.Replace(s, old, with, 1) }
}

var tamperings = []tampering{
	{"a byte", func(t *testing.T, s scene) { s.edit(t, "index.html", replaced("h1", "h2")) }, []string{"M101 index.html"}, false},
	{"a file added", func(t *testing.T, s scene) { put(t, s.dir, "tasks/t3/index.html", "x") }, []string{"M107 tasks/t3/index.html"}, false},
	{"a file removed", func(t *testing.T, s scene) { s.remove(t, "tasks/t2/index.html") }, []string{"M106 tasks/t2/index.html"}, false},
	{"an empty file removed", func(t *testing.T, s scene) { s.remove(t, "empty.txt") }, []string{"M106 empty.txt"}, false},
	{"a file renamed", func(t *testing.T, s scene) { s.move(t, "tasks/t2/index.html", "tasks/t9/index.html") }, []string{"M108 tasks/t2/index.html"}, false},
	{"a name in another case", func(t *testing.T, s scene) { s.move(t, "about/index.html", "About/index.html") }, []string{"M109 about/index.html"}, false},
	{"a file emptied", func(t *testing.T, s scene) { s.edit(t, "data/tasks.csv", func(string) string { return "" }) }, []string{"M102 data/tasks.csv"}, false},
	{"a file cut short", func(t *testing.T, s scene) { s.edit(t, "data/tasks.csv", func(b string) string { return b[:12] }) }, []string{"M103 data/tasks.csv"}, false},
	{"bytes at the end", func(t *testing.T, s scene) { s.edit(t, "data/tasks.csv", func(b string) string { return b + "\n" }) }, []string{"M105 data/tasks.csv"}, false},
	{"a longer text", func(t *testing.T, s scene) { s.edit(t, "data/tasks.csv", replaced("t1", "t1000")) }, []string{"M104 data/tasks.csv"}, false},
	{"two files swapped", func(t *testing.T, s scene) {
		a, b := get(t, s.dir, "tasks/t1/index.html"), get(t, s.dir, "index.html")
		put(t, s.dir, "tasks/t1/index.html", b)
		put(t, s.dir, "index.html", a)
	}, []string{"M110 index.html", "M110 tasks/t1/index.html"}, false},
	{"a file copied over another", func(t *testing.T, s scene) {
		put(t, s.dir, "tasks/t1/index.html", get(t, s.dir, "tasks/t2/index.html"))
	}, []string{"M111 tasks/t1/index.html"}, false},
	{"a shorter file over a longer one", func(t *testing.T, s scene) { put(t, s.dir, "asof/2017-12-31/index.html", get(t, s.dir, "index.html")) }, []string{"M112 asof/2017-12-31/index.html"}, false},
	{"an old edition swapped", func(t *testing.T, s scene) {
		put(t, s.dir, "asof/2017-12-31/index.html", get(t, s.dir, "asof/2018-12-31/index.html"))
	}, []string{"M112 asof/2017-12-31/index.html"}, false},
	{"an old edition removed", func(t *testing.T, s scene) { s.remove(t, "asof/2018-12-31/index.html") }, []string{"M112 asof/2018-12-31/index.html"}, false},
	{"a link put in", func(t *testing.T, s scene) {
		s.remove(t, "index.html")
		if err := os.Symlink("/etc/hostname", filepath.Join(s.dir, "index.html")); err != nil {
			t.Skip(err)
		}
	}, []string{"M106 index.html", "M114 index.html"}, false},
	{"a folder made a link", func(t *testing.T, s scene) {
		if err := firstError(os.RemoveAll(filepath.Join(s.dir, "about")), os.Symlink("tasks/t1", filepath.Join(s.dir, "about"))); err != nil {
			t.Skip(err)
		}
	}, []string{"M114 about", "M106 about/index.html"}, false},
	{"the manifest removed", func(t *testing.T, s scene) { s.remove(t, Name) }, []string{"M201 manifest.json"}, false},
	{"the manifest edited to fit a file", func(t *testing.T, s scene) {
		before := get(t, s.dir, "index.html")
		s.edit(t, "index.html", replaced("h1", "h2"))
		s.edit(t, Name, replaced(Sum([]byte(before)), Sum([]byte(get(t, s.dir, "index.html")))))
	}, []string{"M205 SHA256SUMS", "M203 manifest.json"}, false},
	{"the manifest cut short", func(t *testing.T, s scene) { s.edit(t, Name, func(b string) string { return b[:len(b)/2] }) }, []string{"M202 manifest.json"}, false},
	{"a key put into the manifest", func(t *testing.T, s scene) { s.edit(t, Name, replaced(`"as_of"`, `"x":1,"as_of"`)) }, []string{"M202 manifest.json"}, false},
	{"a path that leads out", func(t *testing.T, s scene) { s.edit(t, Name, replaced(`"index.html"`, `"../../etc/hostname"`)) }, []string{"M202 manifest.json"}, false},
	{"the day changed", func(t *testing.T, s scene) { s.edit(t, Name, replaced("2020-12-31", "2021-12-31")) }, []string{"M203 manifest.json", "M206 manifest.json"}, false},
	{"the commit changed", func(t *testing.T, s scene) {
		s.edit(t, Name, replaced(strings.Repeat("1", 40), strings.Repeat("2", 40)))
	}, []string{"M203 manifest.json", "M207 manifest.json"}, false},
	{"the version changed", func(t *testing.T, s scene) { s.edit(t, Name, replaced(`"0.1.0"`, `"0.1.1"`)) }, []string{"M203 manifest.json", "M208 manifest.json"}, false},
	{"a sum edited", func(t *testing.T, s scene) {
		s.edit(t, SumsName, replaced(Sum([]byte(pages["about/index.html"])), strings.Repeat("0", 64)))
	}, []string{"M205 SHA256SUMS", "M403 SHA256SUMS.minisig"}, false},
	{"a line added to the sums", func(t *testing.T, s scene) {
		s.edit(t, SumsName, func(b string) string { return b + strings.Repeat("0", 64) + "  x\n" })
	}, []string{"M205 SHA256SUMS", "M403 SHA256SUMS.minisig"}, false},
	{"the sums removed", func(t *testing.T, s scene) { s.remove(t, SumsName) }, []string{"M204 SHA256SUMS", "M403 SHA256SUMS.minisig"}, false},
	{"the chain removed", func(t *testing.T, s scene) { s.remove(t, ChainName) }, []string{"M106 manifest-chain.txt", "M301 manifest-chain.txt"}, false},
	{"the chain cut", func(t *testing.T, s scene) {
		s.edit(t, ChainName, func(b string) string { return b[strings.Index(b, "\n")+1:] })
	}, []string{"M103 manifest-chain.txt", "M302 manifest-chain.txt"}, false},
	{"the chain's last link changed", func(t *testing.T, s scene) {
		s.edit(t, ChainName, func(b string) string {
			i := strings.Index(b, "\n2 ") + 3
			return b[:i] + strings.Repeat("0", 64) + b[i+64:]
		})
	}, []string{"M101 manifest-chain.txt", "M303 manifest-chain.txt"}, false},
	{"the chain disowned", func(t *testing.T, s scene) {
		s.edit(t, Name, func(b string) string {
			i, j := strings.Index(b, ` "chain"`), strings.Index(b, ` "files"`)
			return b[:i] + b[j:]
		})
	}, []string{"M304 manifest-chain.txt", "M203 manifest.json"}, false},
	{"the whole site put back", func(t *testing.T, s scene) {
		if err := firstError(os.RemoveAll(s.dir), os.CopyFS(s.dir, os.DirFS(s.older))); err != nil {
			t.Fatal(err)
		}
	}, []string{"M401 SHA256SUMS.minisig", "M306 manifest.json"}, true},
	{"published anew without the past", func(t *testing.T, s scene) {
		forged := write(t, pages, standing(t, write(t, map[string]string{"index.html": "x"}, standing(t, write(t, map[string]string{"index.html": "y"}, nil)))))
		if err := firstError(os.RemoveAll(s.dir), os.CopyFS(s.dir, os.DirFS(forged))); err != nil {
			t.Fatal(err)
		}
	}, []string{"M401 SHA256SUMS.minisig", "M305 manifest-chain.txt"}, true},
	{"signature removed", func(t *testing.T, s scene) { s.remove(t, Signature) }, []string{"M401 SHA256SUMS.minisig"}, false},
	{"signed by another key", func(t *testing.T, s scene) {
		if err := Sign(s.dir, s.other); err != nil {
			t.Fatal(err)
		}
	}, []string{"M402 SHA256SUMS.minisig"}, false},
	{"signature of another manifest", func(t *testing.T, s scene) {
		put(t, s.dir, "index.html", "<h1>另一个首页</h1>\n")
		files := map[string]string{}
		for name := range pages {
			files[name] = get(t, s.dir, name)
		}
		signature := get(t, s.dir, Signature)
		forged := write(t, files, standing(t, s.older))
		put(t, forged, Signature, signature)
		if err := firstError(os.RemoveAll(s.dir), os.CopyFS(s.dir, os.DirFS(forged))); err != nil {
			t.Fatal(err)
		}
	}, []string{"M403 SHA256SUMS.minisig"}, false},
	{"comment of the signature changed", func(t *testing.T, s scene) { s.edit(t, Signature, replaced("as_of:2020", "as_of:2030")) }, []string{"M403 SHA256SUMS.minisig"}, false},
	{"signature malformed", func(t *testing.T, s scene) { s.edit(t, Signature, func(string) string { return "x" }) }, []string{"M404 SHA256SUMS.minisig"}, false},
}

func TestTamperingIsFoundAndNamed(t *testing.T) {
	for _, tc := range tamperings {
		t.Run(tc.name, func(t *testing.T) {
			key, public := newKey(t)
			other, _ := newKey(t)
			s := scene{dir: third(t, key), other: other}
			kept := standing(t, s.dir)
			second := pagesWith("index.html", "<h1>合成首页，第二次</h1>\n")
			s.older = write(t, second, standing(t, write(t, pagesWith("index.html", "<h1>合成首页，第一次</h1>\n"), nil)))
			o := Options{Key: public}
			if got := codes(t, s.dir, o); len(got) > 0 {
				t.Fatalf("before: %v", got)
			}
			tc.do(t, s)
			if tc.kept {
				o.Since, o.Kept = kept.Manifest, kept.Body
			}
			if diff := cmp.Diff(tc.want, codes(t, s.dir, o)); diff != "" {
				t.Error(diff)
			}
		})
	}
	if len(tamperings) < 20 {
		t.Errorf("only %d kinds", len(tamperings))
	}
}

func pagesWith(name, body string) map[string]string {
	out := map[string]string{name: body}
	for n, b := range pages {
		if n != name {
			out[n] = b
		}
	}
	return out
}

func TestArchivesOfASite(t *testing.T) {
	key, public := newKey(t)
	dir := third(t, key)
	for _, tc := range []struct {
		name string
		top  string
		more func(*zip.Writer)
		want []string
	}{
		{"at the top", "", func(*zip.Writer) {}, []string{}},
		{"in a folder", "site/", func(*zip.Writer) {}, []string{}},
		{"a name twice", "", func(w *zip.Writer) { entry(t, w, "index.html", "evil") }, []string{"M115 index.html"}},
		{"a name that leads out", "", func(w *zip.Writer) { entry(t, w, "../../evil.html", "evil") }, []string{"M116 ../../evil.html"}},
		{"a rooted name", "", func(w *zip.Writer) { entry(t, w, "/evil.html", "evil") }, []string{"M116 /evil.html"}},
		{"a name for Windows", "", func(w *zip.Writer) { entry(t, w, `..\evil.html`, "evil") }, []string{`M116 ..\evil.html`}},
		{"a link", "", func(w *zip.Writer) {
			h := &zip.FileHeader{Name: "link.html"}
			h.SetMode(os.ModeSymlink | 0o777)
			f, err := w.CreateHeader(h)
			if err == nil {
				_, err = f.Write([]byte("/etc/hostname"))
			}
			if err != nil {
				t.Fatal(err)
			}
		}, []string{"M114 link.html"}},
		{"a bomb beside", "", func(w *zip.Writer) { entry(t, w, "bomb.bin", strings.Repeat("\x00", 20<<20)) }, []string{"M107 bomb.bin"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, codes(t, pack(t, dir, tc.top, tc.more), Options{Key: public})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A file that unfolds to far more than the manifest says is left after its first
// bytes, and so is one that is meant to be read whole.
func TestBombsAreNotUnfolded(t *testing.T) {
	key, _ := newKey(t)
	dir := third(t, key)
	put(t, dir, "index.html", strings.Repeat("\x00", 20<<20))
	if diff := cmp.Diff([]string{"M902 SHA256SUMS.minisig", "M104 index.html"}, codes(t, pack(t, dir, ""), Options{})); diff != "" {
		t.Error(diff)
	}
	put(t, dir, Name, strings.Repeat(" ", 65<<20))
	p, err := Open(pack(t, dir, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if _, err := Verify(t.Context(), p, Options{}); err == nil || !strings.Contains(err.Error(), "more than") {
		t.Errorf("a manifest beyond all measure gives %v", err)
	}
}
