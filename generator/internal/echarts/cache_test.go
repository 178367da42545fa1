package echarts

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func cacheFiles(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestWarmRenderStartsNoEngine(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "cache")
	cold := newRenderer(t, Options{CacheDir: dir})
	warm := newRenderer(t, Options{CacheDir: dir})
	for _, name := range []string{"bar", "gauge"} {
		req := chartRequest(t, name)
		want := mustRender(t, cold, req)
		got := mustRender(t, warm, req)
		if !bytes.Equal(got.SVG, want.SVG) || !bytes.Equal(got.Geometry, want.Geometry) {
			t.Errorf("%s: the cached chart differs", name)
		}
	}
	if cold.starts != 1 || warm.starts != 0 || warm.engine != nil {
		t.Errorf("engines started: cold %d, warm %d", cold.starts, warm.starts)
	}
	if n := len(cacheFiles(t, dir)); n != 2 {
		t.Errorf("%d files in the cache, want 2", n)
	}
}

func TestDamagedCacheFileIsDrawnAgain(t *testing.T) {
	skipUnderRaceDetector(t)
	req := chartRequest(t, "bar")
	damage := map[string]func([]byte) []byte{
		"cut short": func(b []byte) []byte { return b[:len(b)/2] },
		"one bit":   func(b []byte) []byte { b[len(b)/2] ^= 1; return b },
		"empty":     func([]byte) []byte { return nil },
		"not JSON":  func([]byte) []byte { return []byte(hashOf([]byte("x")) + "\nx") },
	}
	for name, spoil := range damage {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			r := newRenderer(t, Options{CacheDir: dir})
			want := mustRender(t, r, req)
			path := cacheFiles(t, dir)[0]
			whole, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, spoil(bytes.Clone(whole)), 0o644); err != nil {
				t.Fatal(err)
			}
			if got := mustRender(t, r, req); !bytes.Equal(got.SVG, want.SVG) {
				t.Error("the damaged file was used")
			}
			if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, whole) {
				t.Errorf("the file was not repaired: %v", err)
			}
		})
	}
}

func TestEverythingThatChangesAChartChangesItsKey(t *testing.T) {
	r := New(Options{CacheDir: "d"})
	meta := New(Options{CacheDir: "d", KeepMeta: true})
	small := New(Options{CacheDir: "d", MaxBytes: 9})
	base := request("c1", `{}`)
	seen := map[string]string{}
	add := func(what string, r *Renderer, change func(*Request)) {
		req := base
		change(&req)
		path, err := r.cachePath(req)
		if err != nil {
			t.Fatal(err)
		}
		if other, taken := seen[path]; taken {
			t.Errorf("%s and %s share a key", what, other)
		}
		seen[path] = what
	}
	add("base", r, func(*Request) {})
	add("id", r, func(q *Request) { q.ID = "c2" })
	add("option", r, func(q *Request) { q.Option = []byte(`{ }`) })
	add("width", r, func(q *Request) { q.Width++ })
	add("height", r, func(q *Request) { q.Height++ })
	add("title", r, func(q *Request) { q.Title += "1" })
	add("desc", r, func(q *Request) { q.Desc += "1" })
	add("title and desc moved", r, func(q *Request) { q.Title, q.Desc = q.Title+` "`+q.Desc, "" })
	add("keep meta", meta, func(*Request) {})
	add("size limit", small, func(*Request) {})
}

func TestUnusableCacheFolderIsAnError(t *testing.T) {
	skipUnderRaceDetector(t)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	r := newRenderer(t, Options{CacheDir: filepath.Join(file, "cache")})
	if got := renderError(t, r, `{}`); !bytes.Contains([]byte(got), []byte("write the chart cache")) {
		t.Errorf("got %s", got)
	}
}

func TestFailedChartsAreNotCached(t *testing.T) {
	dir := t.TempDir()
	r := newRenderer(t, Options{CacheDir: dir})
	renderError(t, r, `{"legnd":{}}`)
	if files := cacheFiles(t, dir); len(files) != 0 {
		t.Errorf("cached: %v", files)
	}
}
