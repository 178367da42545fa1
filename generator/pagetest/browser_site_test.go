package pagetest

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"fmt"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jindu/generator/internal/browser"
	"jindu/generator/internal/browsertest"
)

// policy is what a ministry's server may send with every page: nothing but the
// site's own files, and no script that writes markup.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; require-trusted-types-for 'script'"

// hosted is a built site behind a server, as a reader's browser meets it.
type hosted struct {
	*builtSite
	url string
}

// serveSite serves a site compressed and under the policy, below a folder of its
// host.
func serveSite(t testing.TB, s *builtSite) hosted {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		at := strings.TrimPrefix(r.URL.Path, siteFolder)
		status, body := http.StatusOK, s.file(at)
		if body == nil {
			at, status, body = "404.html", http.StatusNotFound, s.file("404.html")
		}
		if strings.HasSuffix(at, "/") || at == "" {
			at += "index.html"
		}
		w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(at)))
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Security-Policy", policy)
		w.WriteHeader(status)
		w.Write(compressed(body)) //nolint:errcheck // the browser may go away
	}))
	t.Cleanup(server.Close)
	return hosted{s, server.URL + siteFolder}
}

const siteFolder = "/ztzl/jindu/"

// file is what stands at a path below the site's root, nil where nothing does.
func (s *builtSite) file(at string) []byte {
	if strings.HasSuffix(at, "/") || at == "" {
		at += "index.html"
	}
	body, err := os.ReadFile(filepath.Join(s.public(), filepath.FromSlash(at)))
	if err != nil {
		return nil
	}
	return body
}

func compressed(body []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(body) //nolint:errcheck // a buffer takes everything
	w.Close()     //nolint:errcheck
	return b.Bytes()
}

// visit opens a page and puts the checks into it.
func visit(t testing.TB, tab *browser.Tab, url string) {
	t.Helper()
	must(t, tab.Load(url))
	browsertest.Eval[browsertest.Void](t, tab, checksScript(t)+"; ({})")
}

func checksScript(t testing.TB) string {
	t.Helper()
	body, err := os.ReadFile("testdata/browser/checks.js")
	must(t, err)
	return string(body)
}

// types lists one page of each type, the largest: what holds for it holds for
// its smaller brothers. Of tasks and indicators it lists the smallest too, which
// have the empty places.
func (s *builtSite) types() []*builtPage {
	byKind := map[string][]*builtPage{}
	for _, p := range s.sorted() {
		if s.name != "real" && editionOf(p) == "en/" {
			continue // the example is hardly translated; the same templates are seen on the real site
		}
		byKind[p.kind] = append(byKind[p.kind], p)
	}
	var out []*builtPage
	for kind, pages := range byKind {
		slices.SortStableFunc(pages, func(a, b *builtPage) int { return cmp.Compare(a.size, b.size) })
		out = append(out, pages[len(pages)-1])
		if len(pages) > 1 && (kind == "P/tasks/*" || kind == "P/indicators/*") {
			out = append(out, pages[0])
		}
	}
	slices.SortFunc(out, func(a, b *builtPage) int { return cmp.Compare(a.path, b.path) })
	return out
}

// kinds are the types of pages that every site has.
var kinds = []string{
	"", "404.html", "P", "P/indicators", "P/indicators/*", "P/policy", "P/projects", "P/projects/*", "P/sources",
	"P/tasks", "P/tasks/*", "P/tasks/by-evidence/*", "P/tasks/by-project/*", "P/tasks/by-status/*", "P/tasks/by-unit/*",
	"P/tasks/by-year/*", "P/timetable", "P/undisclosed", "about", "guides", "guides/errors", "guides/fields",
	"guides/reporting", "guides/review", "method", "search", "sitemap", "units", "units/*", "verify",
}

// label names a page in the output of tests.
func (s *builtSite) label(p *builtPage) string {
	return fmt.Sprintf("%s/%s", s.name, cmp.Or(p.path, "home"))
}
