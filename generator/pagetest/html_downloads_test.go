package pagetest

import (
	"encoding/csv"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"jindu/generator/internal/plan"
)

// downloads: every number on every page stands in the download of the figures
// under the id that the page gives it; every page of a kind that has data offers
// files that are there; the pages speak of themselves as linked data.
func (s *builtSite) downloads(t *testing.T) {
	s.figuresDownload(t)
	s.offered(t)
	s.linkedData(t)
}

// publishedFigures reads the published file with a CSV reader, not through the
// program: value by id.
func (s *builtSite) publishedFigures(t *testing.T) map[string]string {
	f, err := os.Open(filepath.Join(s.public(), "data", s.plan, "figures.csv"))
	must(t, err)
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	must(t, err)
	id, value := slices.Index(records[0], "id"), slices.Index(records[0], "value")
	published := map[string]string{}
	for _, row := range records[1:] {
		published[row[id]] = row[value]
	}
	return published
}

func (s *builtSite) figuresDownload(t *testing.T) {
	published := s.publishedFigures(t)
	checked := 0
	for _, p := range s.sorted() {
		for _, n := range all(p.doc, "@data-id") {
			checked++
			want, known := published[attr(n, "data-id")]
			if day, err := plan.ParseDate(want); err == nil {
				want = day.Chinese()
				if pageLanguage(p) == "en" {
					want = day.English()
				}
			}
			if got := words(n); !known || got != want {
				t.Errorf("%s: %s is %q on the page, %q in the download (there: %v)", p.path, attr(n, "data-id"), got, want, known)
			}
		}
	}
	if checked < 500 {
		t.Errorf("only %d numbers were looked up", checked)
	}
}

// withData are the kinds of page that offer downloads, and the endings each must
// offer.
var withData = map[string][]string{
	"P": {".xlsx", ".zip", ".json"}, "P/tasks": {"/tasks.xlsx", "/tasks.csv", "/excel/tasks.csv", "/tasks.json"},
	"P/indicators/*": {".xlsx", ".csv", ".json", ".sdmx.csv"}, "units/*": {".xlsx", ".csv", ".json"}, "P/projects/*": {".xlsx", ".csv", ".json"},
}

func (s *builtSite) offered(t *testing.T) {
	seen := map[string]int{}
	for _, p := range s.sorted() {
		kind := strings.TrimPrefix(p.kind, "en/")
		endings, wanted := withData[kind]
		if !wanted || editionOf(p) == "elder/" {
			continue
		}
		seen[kind]++
		var files []string
		var links []*html.Node
		for _, list := range all(p.doc, ".downloads") {
			links = append(links, all(list, "a")...)
		}
		for _, a := range links {
			at, err := url.PathUnescape(s.resolve(p, attr(a, "href")))
			must(t, err)
			files = append(files, at)
			if info, err := os.Stat(filepath.Join(s.public(), filepath.FromSlash(at))); err != nil || info.Size() == 0 {
				t.Errorf("%s offers %s, which is not there", p.path, at)
			}
		}
		for _, ending := range endings {
			if !slices.ContainsFunc(files, func(f string) bool { return strings.HasSuffix(f, ending) }) {
				t.Errorf("%s offers no %s: %q", p.path, ending, files)
			}
		}
	}
	for kind := range withData {
		if seen[kind] < 2 {
			t.Errorf("%d pages of kind %s", seen[kind], kind)
		}
	}
	if foot := bodyChild(s.pages[""], "footer"); !slices.ContainsFunc(all(foot, "a"), func(a *html.Node) bool { return s.resolve(s.pages[""], attr(a, "href")) == "data/" }) {
		t.Error("the footer does not lead to the data")
	}
}

// linkedData wants the data page to describe every plan's data, and an official
// home page its publisher.
func (s *builtSite) linkedData(t *testing.T) {
	types := func(at string) (found []string) {
		for _, n := range all(s.pages[at].doc, "script") {
			if attr(n, "type") != "application/ld+json" {
				continue
			}
			var x struct {
				Type         string `json:"@type"`
				Distribution []struct {
					ContentURL string `json:"contentUrl"`
				}
			}
			must(t, json.Unmarshal([]byte(textOf(n)), &x))
			found = append(found, x.Type)
			for _, d := range x.Distribution {
				at := s.resolve(s.pages[at], d.ContentURL)
				if _, err := os.Stat(filepath.Join(s.public(), filepath.FromSlash(at))); err != nil {
					t.Errorf("the data page names %s, which is not there", d.ContentURL)
				}
			}
		}
		return found
	}
	for _, at := range []string{"data/", "en/data/"} {
		if got := types(at); !slices.Equal(got, []string{"BreadcrumbList", "Dataset"}) {
			t.Errorf("%s describes %q", at, got)
		}
	}
	if official := s.base != ""; slices.Contains(types(""), "GovernmentOrganization") != official {
		t.Errorf("home describes %q; official: %v", types(""), official)
	}
}
