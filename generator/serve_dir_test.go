package main

import (
	"archive/zip"
	"context"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"jindu/generator/internal/lang"
)

var builtFiles = fstest.MapFS{
	"index.html":   {Data: []byte("<p>home")},
	"404.html":     {Data: []byte("<p>not here")},
	"a/index.html": {Data: []byte("<p>a")},
	"a/b.svg":      {Data: []byte("<svg/>")},
	"empty/x.txt":  {Data: []byte("x")},
}

func TestBuiltSiteIsServedAsAPlainServerWould(t *testing.T) {
	server := httptest.NewServer(builtHandler(builtFiles))
	defer server.Close()
	client := server.Client()
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	for _, test := range []struct {
		method, path string
		status       int
		body, header string
	}{
		{"GET", "/", 200, "<p>home", "text/html"},
		{"GET", "/a/", 200, "<p>a", "text/html"},
		{"HEAD", "/a/", 200, "", "text/html"},
		{"GET", "/a", 301, "", ""},
		{"GET", "/a/b.svg", 200, "<svg/>", "image/svg+xml"},
		{"GET", "/empty/", 404, "<p>not here", "text/html"},
		{"GET", "/nowhere/", 404, "<p>not here", "text/html"},
		{"GET", "/../serve.go", 404, "<p>not here", "text/html"},
		{"GET", "/%2e%2e/serve.go", 404, "<p>not here", "text/html"},
		{"POST", "/", 405, "", ""},
	} {
		request, err := http.NewRequest(test.method, server.URL+test.path, nil)
		must(t, err)
		resp, err := client.Do(request)
		must(t, err)
		body, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		if resp.StatusCode != test.status || test.body != "" && string(body) != test.body || !strings.HasPrefix(resp.Header.Get("Content-Type"), test.header) {
			t.Errorf("%s %s: %d %q %q", test.method, test.path, resp.StatusCode, body, resp.Header.Get("Content-Type"))
		}
	}
}

// The preview of a pull request comes as a ZIP file.
func TestServeDirOpensAFolderAndAZip(t *testing.T) {
	folder := t.TempDir()
	must(t, os.CopyFS(folder, builtFiles))
	archive := filepath.Join(t.TempDir(), "preview.zip")
	file, err := os.Create(archive)
	must(t, err)
	w := zip.NewWriter(file)
	must(t, w.AddFS(builtFiles))
	must(t, w.Close())
	must(t, file.Close())
	for _, name := range []string{folder, archive} {
		ctx, stop := context.WithCancel(t.Context())
		out, done := &lockedBuffer{}, make(chan error, 1)
		go func() { done <- serveDir(ctx, name, 0, lang.ZH, out) }()
		address := ""
		for deadline := time.Now().Add(time.Minute); address == "" && time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
			if _, after, ok := strings.Cut(out.String(), "：http://"); ok {
				address, _, _ = strings.Cut(after, " ")
			}
		}
		if !strings.HasPrefix(address, "127.0.0.1:") {
			t.Errorf("%s: served at %q", name, address)
		}
		resp, err := http.Get("http://" + address + "a/b.svg")
		must(t, err)
		body, _ := io.ReadAll(resp.Body)
		resp.Body.Close()
		if string(body) != "<svg/>" {
			t.Errorf("%s: %q", name, body)
		}
		stop()
		if err := <-done; err != nil {
			t.Errorf("%s: ended with %v", name, err)
		}
	}
}

func TestAFileOutsideTheBuiltFolderIsNotServed(t *testing.T) {
	folder := t.TempDir()
	must(t, os.WriteFile(filepath.Join(folder, "index.html"), nil, 0o644))
	must(t, os.Symlink(filepath.Join("..", "..", "..", "..", "etc", "hostname"), filepath.Join(folder, "out.txt")))
	files, closer, err := openBuilt(folder, lang.ZH)
	must(t, err)
	defer closer.Close()
	if body, err := fs.ReadFile(files, "out.txt"); err == nil {
		t.Errorf("read %q through a link", body)
	}
}
