package pagetest

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"

	"jindu/generator/internal/feed"
	"jindu/generator/internal/plan"
)

// follow: every address in feeds, calendars, cards and the list of changes leads
// to a file of the site, and to a place on it; every number of a card stands in
// the download; every page that can be followed says so.
func (s *builtSite) follow(t *testing.T) {
	read := map[string]int{}
	root := os.DirFS(s.public())
	must(t, fs.WalkDir(root, strings.TrimSuffix(feed.Folder, "/"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(root, name)
		must(t, err)
		links := s.followed(t, name, string(body))
		for _, l := range links {
			s.leadsSomewhere(t, name, l)
		}
		read[path.Ext(name)] += len(links)
		return nil
	}))
	records := len(s.report.Tasks) + len(s.report.Indicators)
	for _, kind := range []string{".atom", ".html"} {
		if read[kind] < 2*records {
			t.Errorf("%d links in %s files", read[kind], kind)
		}
	}
	if known := s.base != ""; known != (read[".ics"] > 0) || known != (read[".json"] > 2*records) {
		t.Errorf("links by kind of file: %v; the site's address is known: %v", read, known)
	}
	s.alternates(t)
}

var atomAddress = regexp.MustCompile(` href="([^"]+)"`)

// followed are the addresses in a file.
func (s *builtSite) followed(t *testing.T, name, body string) []string {
	var out []string
	switch path.Ext(name) {
	case ".atom":
		for _, m := range atomAddress.FindAllStringSubmatch(body, -1) {
			out = append(out, html.UnescapeString(m[1]))
		}
	case ".ics":
		c, err := ics.ParseCalendar(strings.NewReader(body))
		must(t, err)
		for _, e := range c.Events() {
			if u := e.GetProperty(ics.ComponentPropertyUrl); u != nil {
				out = append(out, u.Value)
			}
		}
	case ".html":
		doc, err := html.Parse(strings.NewReader(body))
		must(t, err)
		for _, n := range all(doc, "@href") {
			out = append(out, attr(n, "href"))
		}
		s.cardNumbers(t, name, doc)
	case ".json":
		if path.Base(name) == "since.json" {
			return s.sincePages(t, body)
		}
		f, err := gofeed.NewParser().ParseString(body)
		must(t, err)
		for _, i := range f.Items {
			if i.Link != "" {
				out = append(out, i.Link)
			}
		}
	}
	return out
}

// sincePages are the pages of the list of changes, in both languages.
func (s *builtSite) sincePages(t *testing.T, body string) []string {
	var list struct {
		Records []struct{ Page string }
	}
	must(t, json.Unmarshal([]byte(body), &list))
	if len(list.Records) != len(s.report.Tasks)+len(s.report.Indicators) {
		t.Errorf("since.json lists %d records", len(list.Records))
	}
	var out []string
	for _, r := range list.Records {
		out = append(out, "../"+r.Page, "../en/"+r.Page)
	}
	return out
}

func (s *builtSite) leadsSomewhere(t *testing.T, name, link string) {
	to, anchor, _ := strings.Cut(s.resolve(&builtPage{path: name}, link), "#")
	page, ok := s.pages[to]
	if !ok {
		if info, err := os.Stat(filepath.Join(s.public(), filepath.FromSlash(to))); err != nil || info.IsDir() {
			t.Errorf("%s leads to %q, which is not there", name, link)
		}
		return
	}
	if anchor != "" && !slices.ContainsFunc(all(page.doc, "@id"), func(n *html.Node) bool { return attr(n, "id") == anchor }) {
		t.Errorf("%s leads to %q: no such place on the page", name, link)
	}
}

func (s *builtSite) cardNumbers(t *testing.T, name string, card *html.Node) {
	published := s.publishedFigures(t)
	for _, n := range all(card, "@data-id") {
		want, known := published[attr(n, "data-id")]
		if day, err := plan.ParseDate(want); err == nil {
			want = day.Chinese()
		}
		if got := words(n); !known || got != want {
			t.Errorf("%s: %s is %q on the card, %q in the download", name, attr(n, "data-id"), got, want)
		}
	}
	if strings.Contains(name, "/indicators/") && len(all(card, "@data-id")) == 0 {
		t.Errorf("%s: no number with an id", name)
	}
}

// alternates: pages that can be followed name their feed to programs and to
// readers; 长辈版 and all other pages name none.
func (s *builtSite) alternates(t *testing.T) {
	wanted := []string{"", "P", "P/tasks/*", "P/indicators/*", "units/*", "P/corrections"}
	for _, p := range s.readingPages() {
		kind := strings.TrimPrefix(strings.TrimPrefix(p.kind, "en"), "/")
		var feeds []string
		for _, n := range all(p.doc, "link") {
			if attr(n, "type") == "application/atom+xml" {
				feeds = append(feeds, s.resolve(p, attr(n, "href")))
			}
		}
		if !slices.Contains(wanted, kind) {
			if len(feeds) > 0 {
				t.Errorf("%s names %q", p.path, feeds)
			}
			continue
		}
		visible := slices.ContainsFunc(all(p.doc, "a"), func(a *html.Node) bool { return len(feeds) == 1 && s.resolve(p, attr(a, "href")) == feeds[0] })
		if !visible {
			t.Errorf("%s: feeds %q, none of them a link on the page", p.path, feeds)
		}
		for _, f := range feeds {
			s.leadsSomewhere(t, p.path, "/"+f)
		}
	}
}
