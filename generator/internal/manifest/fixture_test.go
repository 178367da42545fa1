package manifest

import (
	"archive/zip"
	"context"
	"crypto/rand"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"aead.dev/minisign"
)

// pages are a made-up site, with an archived edition.
var pages = map[string]string{
	"index.html":                   "<h1>合成首页</h1>\n",
	"about/index.html":             "<h1>合成说明</h1>\n",
	"tasks/t1/index.html":          "<h1>合成任务一</h1>\n",
	"tasks/t2/index.html":          "<h1>合成任务二</h1>\n",
	"data/tasks.csv":               "id,title\r\nt1,合成\r\n",
	"asof/2017-12-31/index.html":   "<h1>合成存档2017</h1>\n",
	"asof/2018-12-31/index.html":   "<h1>合成存档2018</h1>\n",
	"empty.txt":                    "",
	"build.json":                   `{"generator":"jindu","version":"0.1.0","as_of":"2020-12-31","commit":"1111111111111111111111111111111111111111"}` + "\n",
	"assets/a name with spaces.js": "export {};\n",
}

func manifestOf(files map[string]string) *Manifest {
	var t Tally
	for name, body := range files {
		t.Add(name, []byte(body))
	}
	return &Manifest{
		AsOf: "2020-12-31", Source: Source{Committed, "1111111111111111111111111111111111111111"},
		Versions: Versions{"0.1.0", "0.165.0", "6.1.0"}, Files: t.Files(),
	}
}

// write makes the site in a new folder, chained to previous.
func write(t *testing.T, files map[string]string, previous *Published) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		put(t, dir, name, body)
	}
	if _, err := Write(dir, manifestOf(files), previous); err != nil {
		t.Fatal(err)
	}
	return dir
}

func put(t *testing.T, dir, name, body string) {
	t.Helper()
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(body), 0o644); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, dir, name string) string {
	t.Helper()
	body, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func standing(t *testing.T, dir string) *Published {
	t.Helper()
	p, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	out, err := ReadPublished(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// third is a site that was published twice before, signed.
func third(t *testing.T, key *Key) string {
	t.Helper()
	first := maps.Clone(pages)
	first["index.html"] = "<h1>合成首页，第一次</h1>\n"
	second := maps.Clone(pages)
	second["index.html"] = "<h1>合成首页，第二次</h1>\n"
	dir := write(t, pages, standing(t, write(t, second, standing(t, write(t, first, nil)))))
	if err := Sign(dir, key); err != nil {
		t.Fatal(err)
	}
	return dir
}

func newKey(t *testing.T) (*Key, *minisign.PublicKey) {
	t.Helper()
	public, private, err := minisign.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return &Key{private}, &public
}

// codes are what a check of the place finds: "M101 path".
func codes(t *testing.T, name string, o Options) []string {
	t.Helper()
	p, err := Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	r, err := Verify(context.Background(), p, o)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, d := range r.Problems {
		out = append(out, d.Code+" "+d.Range.File)
	}
	return out
}

// pack makes a ZIP of a folder; more adds entries of its own.
func pack(t *testing.T, dir, top string, more ...func(*zip.Writer)) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "site.zip")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(f)
	err = fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			entry(t, w, top+path, get(t, dir, path))
		}
		return err
	})
	for _, add := range more {
		add(w)
	}
	if err := firstError(err, w.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	return name
}

func entry(t *testing.T, w *zip.Writer, name, body string) {
	t.Helper()
	f, err := w.Create(name)
	if err == nil {
		_, err = f.Write([]byte(body))
	}
	if err != nil {
		t.Fatal(err)
	}
}

func firstError(list ...error) error {
	if i := slices.IndexFunc(list, func(err error) bool { return err != nil }); i >= 0 {
		return list[i]
	}
	return nil
}
