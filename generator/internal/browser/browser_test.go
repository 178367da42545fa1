package browser

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// start runs Chromium, or skips the test where there is none, unless the
// environment says that there has to be one.
func start(t *testing.T) *Browser {
	t.Helper()
	b, err := Start(context.Background()) // the context of a test ends before its clean-up
	if errors.Is(err, ErrNotFound) && os.Getenv("CI") != "true" && os.Getenv("JINDU_REQUIRE_CHROMIUM") != "1" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

// serve serves one page under a strict policy.
func serve(t *testing.T, body string) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", "default-src 'none'; img-src *; script-src 'unsafe-inline'")
		fmt.Fprint(w, body)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

func open(t *testing.T, b *Browser) *Tab {
	t.Helper()
	tab, err := b.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(tab.Close)
	return tab
}

func TestFindPrefersTheNamedProgram(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"mine", "chromium", "google-chrome"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir)
	tests := []struct{ named, want string }{
		{"", "chromium"},
		{filepath.Join(dir, "mine"), "mine"},
	}
	for _, tt := range tests {
		t.Setenv(PathVariable, tt.named)
		got, err := Find()
		if err != nil || got != filepath.Join(dir, tt.want) {
			t.Errorf("%s=%q: %q, %v, want %s", PathVariable, tt.named, got, err, tt.want)
		}
	}
	t.Setenv(PathVariable, filepath.Join(dir, "absent"))
	if _, err := Find(); err == nil || errors.Is(err, ErrNotFound) {
		t.Errorf("a program that is named and missing gives %v", err)
	}
	t.Setenv(PathVariable, "")
	t.Setenv("PATH", t.TempDir())
	if _, err := Find(); !errors.Is(err, ErrNotFound) {
		t.Errorf("an empty PATH gives %v", err)
	}
}

func TestPrintPDFUsesThePapersOfThePage(t *testing.T) {
	url := serve(t, `<!DOCTYPE html><html lang="zh-CN"><title>t</title><body>一<div></div>`)
	file := filepath.Join(t.TempDir(), "page.html")
	page := `<!DOCTYPE html><html lang="zh-CN"><title>t</title><style>@page{size:148mm 210mm}p{break-after:page}</style><p>一<p>二<p>三`
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	b := start(t)
	tests := []struct {
		url   string
		box   string // in points
		pages int
	}{
		{url, "[0 0 595.91998 841.91998]", 1}, // A4, where the page asks for nothing
		{"file://" + file, "[0 0 420 594.95996]", 3},
	}
	for _, tt := range tests {
		var out bytes.Buffer
		if err := b.PrintPDF(t.Context(), tt.url, &out); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(out.String(), "/Type /Page\n"); n != tt.pages {
			t.Errorf("%s: %d sheets, want %d", tt.url, n, tt.pages)
		}
		if !strings.Contains(out.String(), "/MediaBox "+tt.box) {
			t.Errorf("%s: no sheet of %s", tt.url, tt.box)
		}
	}
}

func TestLookChangesWhatThePageSees(t *testing.T) {
	tab := open(t, start(t))
	if err := tab.Load(serve(t, `<!DOCTYPE html><html lang="en"><title>t</title><body>x`)); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		look  Look
		query string
	}{
		{Look{Width: 320, Height: 600}, "(width: 320px) and (height: 600px) and (prefers-color-scheme: light)"},
		{Look{Width: 640, Height: 600, Dark: true}, "(width: 640px) and (prefers-color-scheme: dark)"},
		{Look{Width: 640, Height: 600, Forced: true}, "(forced-colors: active)"},
		{Look{Width: 640, Height: 600, Print: true}, "print"},
		{Look{Width: 640, Height: 600, Still: true}, "(prefers-reduced-motion: reduce)"},
		{Look{Width: 640, Height: 600, Scale: 2}, "screen and (min-resolution: 2dppx)"},
	}
	for _, tt := range tests {
		if err := tab.Look(tt.look); err != nil {
			t.Fatal(err)
		}
		if got, err := Eval[bool](tab, fmt.Sprintf("matchMedia(%q).matches", tt.query)); err != nil || !got {
			t.Errorf("%+v: %s is %v, %v", tt.look, tt.query, got, err)
		}
	}
	shot, err := tab.Screenshot()
	if err != nil {
		t.Fatal(err)
	}
	image, err := png.DecodeConfig(bytes.NewReader(shot))
	if err != nil || image.Width != 1280 || image.Height != 1200 {
		t.Errorf("the screenshot is %dx%d, %v; want 1280x1200", image.Width, image.Height, err)
	}
}

func TestTabTellsWhatThePageAskedForAndComplainedOf(t *testing.T) {
	tab := open(t, start(t))
	url := serve(t, `<!DOCTYPE html><html lang="en"><title>t</title><link rel="icon" href="data:,">
		<style>p{color:red}</style><img alt="" src="http://elsewhere.example/x.png"><script>console.error('no'); null.x</script>`)
	if err := tab.Load(url); err != nil {
		t.Fatal(err)
	}
	requests := tab.Requests()
	if len(requests) == 0 || requests[0] != url+"/" || !slices.Contains(requests, "http://elsewhere.example/x.png") {
		t.Errorf("requests: %q", requests)
	}
	complaints := strings.Join(tab.Complaints(), "\n")
	for _, want := range []string{"Content Security Policy", "console.error", "exception: Uncaught", "ERR_NAME_NOT_RESOLVED"} {
		if !strings.Contains(complaints, want) {
			t.Errorf("no word of %s in:\n%s", want, complaints)
		}
	}
	if again := tab.Complaints(); again != nil {
		t.Errorf("told twice: %q", again)
	}
}

func TestScriptsCanBeForbidden(t *testing.T) {
	tab := open(t, start(t))
	url := serve(t, `<!DOCTYPE html><html lang="en"><title>t</title><body><script>document.title = 'ran'</script>`)
	for _, tt := range []struct {
		allowed bool
		title   string
	}{{false, "t"}, {true, "ran"}} {
		if err := errors.Join(tab.Scripts(tt.allowed), tab.Load(url)); err != nil {
			t.Fatal(err)
		}
		if got, err := Eval[string](tab, "document.title"); err != nil || got != tt.title {
			t.Errorf("scripts allowed: %v, the title is %q, %v", tt.allowed, got, err)
		}
	}
}
