package pagetest

import (
	"bytes"
	"encoding/xml"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jindu/generator/internal/testproject"

	"golang.org/x/net/html"
)

// chrome: checklist 9, 10, 12. Header and footer are the same on all pages but
// for the mark of the page one is on.
func (s *builtSite) chrome(t *testing.T) {
	first := map[string]string{}
	for _, p := range s.sorted() {
		for _, name := range []string{"header", "footer"} {
			n := bodyChild(p, name)
			if n == nil {
				continue // structure reports it
			}
			key := name + editionOf(p)
			got := s.plain(p, n)
			if first[key] == "" {
				first[key] = got
			}
			if got != first[key] {
				t.Errorf("%s: its %s differs from that of other pages:\n%s\n%s", p.path, name, got, first[key])
			}
		}
		demo := one(p.doc, ".demo-banner") != nil
		noindex := strings.Contains(strings.Join(p.metas()["robots"], ""), "noindex")
		if demo != (s.base == "") || noindex != (demo || strings.HasSuffix(p.path, "404.html") || editionOf(p) == "elder/") {
			t.Errorf("%s: demonstration banner %v, noindex %v", p.path, demo, noindex)
		}
	}
}

func bodyChild(p *builtPage, name string) *html.Node {
	for c := range one(p.doc, "body").ChildNodes() {
		if c.Type == html.ElementNode && c.Data == name {
			return c
		}
	}
	return nil
}

// plain renders an element as it would stand on home: links resolved, the mark
// of the current page taken away. The link to the page in the other language
// differs by its nature.
func (s *builtSite) plain(p *builtPage, n *html.Node) string {
	var b bytes.Buffer
	html.Render(&b, n)
	doc, _ := html.Parse(&b)
	for _, d := range append(all(doc, "a"), all(doc, "form")...) {
		var kept []html.Attribute
		for _, a := range d.Attr {
			switch {
			case a.Key == "aria-current":
				continue
			case (a.Key == "href" || a.Key == "action") && (has(d, "hreflang") || has(d, "data-edition") || has(d, "data-elder-exit")):
				continue
			case a.Key == "href" || a.Key == "action":
				a.Val = s.resolve(p, a.Val)
			}
			kept = append(kept, a)
		}
		d.Attr = kept
	}
	b.Reset()
	html.Render(&b, one(doc, "body"))
	return b.String()
}

// resolve is the path below the site's root that a link leads to, or the whole
// address where it leaves the site.
func (s *builtSite) resolve(p *builtPage, href string) string {
	base, err := url.Parse(siteHost + p.path)
	if err != nil {
		return href
	}
	u, err := base.Parse(href)
	if err != nil {
		return href
	}
	if s.base != "" { // the page for missing addresses links by the whole address
		return strings.TrimPrefix(strings.TrimPrefix(u.String(), siteHost), s.base)
	}
	return strings.TrimPrefix(u.String(), siteHost)
}

const siteHost = "http://site.invalid/"

// edition: checklist 8 and 9 of the official edition.
func (s *builtSite) edition(t *testing.T) {
	for _, p := range s.sorted() {
		if id := strings.Join(p.metas()["SiteIDCode"], "|"); !siteID.MatchString(id) {
			t.Errorf("%s: SiteIDCode is %q", p.path, id)
		}
		footer := bodyChild(p, "footer")
		said := words(footer)
		wanted := []string{"合成测试单位", "合成测试电话", "9900000001", "合成备案0号", "合成公安备案0号"}
		if pageLanguage(p) == "zh-CN" {
			wanted = append(wanted, "党政机关", "找错")
		}
		if editionOf(p) == "" {
			wanted = append(wanted, "网站地图")
		}
		for _, want := range wanted {
			if !strings.Contains(said, want) {
				t.Errorf("%s: the footer lacks %s: %s", p.path, want, said)
			}
		}
		links := ""
		for _, a := range all(footer, "a") {
			links += attr(a, "href") + "\n"
		}
		for _, want := range []string{"https://beian.miit.gov.cn/", "99000000000001", "https://bszs.conac.cn/synthetic", "https://zfwzzc.www.gov.cn/synthetic"} {
			if !strings.Contains(links, want) {
				t.Errorf("%s: the footer does not link to %s", p.path, want)
			}
		}
	}
}

// sitemap: checklist 15. The page, the file for machines and the folder hold the
// same pages.
func (s *builtSite) sitemap(t *testing.T) {
	var disk []string
	for _, p := range s.readingPages() {
		if editionOf(p) != "elder/" {
			disk = append(disk, p.path)
		}
	}
	var told []string
	for _, u := range s.sitemapFile(t, "sitemap.xml") {
		told = append(told, strings.TrimPrefix(u.Loc, s.base))
		if u.LastMod == "" || u.LastMod > testproject.RealDay.String() {
			t.Errorf("sitemap.xml: %s was changed on %q", u.Loc, u.LastMod)
		}
	}
	slices.Sort(told)
	if !slices.Equal(told, disk) {
		t.Errorf("sitemap.xml and disk differ:\n%q\n%q", minus(told, disk), minus(disk, told))
	}
	s.sitePage(t)
}

// located is an entry of a site map for machines.
type located struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod"`
}

// sitemapFile lists the pages of a site map, or of all that an index names.
func (s *builtSite) sitemapFile(t *testing.T, name string) []located {
	t.Helper()
	body, err := os.ReadFile(filepath.Join(s.public(), filepath.FromSlash(name)))
	must(t, err)
	var file struct {
		URLs []located `xml:"url"`
		Maps []located `xml:"sitemap"`
	}
	must(t, xml.Unmarshal(body, &file))
	for _, m := range file.Maps {
		file.URLs = append(file.URLs, s.sitemapFile(t, strings.TrimPrefix(m.Loc, s.base))...)
	}
	return file.URLs
}

// sitePage compares the map for people with the pages on disk. Of editions in
// another language it leads to the first page.
func (s *builtSite) sitePage(t *testing.T) {
	t.Helper()
	p := s.pages["sitemap/"]
	if p == nil {
		t.Fatal("no site map")
	}
	listed := []string{p.path}
	for _, a := range all(one(p.doc, "main"), "a") {
		at, _, _ := strings.Cut(s.resolve(p, attr(a, "href")), "#")
		listed = append(listed, at)
	}
	slices.Sort(listed)
	listed = slices.Compact(listed)
	var want []string
	for _, q := range s.readingPages() {
		if editionOf(q) == editionOf(p) {
			want = append(want, q.path)
		}
	}
	if missing := minus(want, listed); missing != nil {
		t.Errorf("the site map does not list %q", missing)
	}
	if more := minus(listed, want); more != nil {
		t.Errorf("the site map lists %q, which is no page", more)
	}
}

// minus is what a has and b has not.
func minus(a, b []string) []string {
	var out []string
	for _, x := range a {
		if !slices.Contains(b, x) {
			out = append(out, x)
		}
	}
	return out
}

// links: checklist 15, 16, 17, 110.
func (s *builtSite) links(t *testing.T) {
	s.sitePage(t)
	for _, p := range s.sorted() {
		for _, a := range all(p.doc, "a") {
			u, err := url.Parse(attr(a, "href"))
			if err != nil || !u.IsAbs() || s.base != "" && strings.HasPrefix(u.String(), s.base) {
				continue
			}
			rel := strings.Fields(attr(a, "rel"))
			if !slices.Contains(rel, "noopener") {
				t.Errorf("%s: the link to %s has no rel=noopener", p.path, u)
			}
			government := u.Hostname() == "gov.cn" || strings.HasSuffix(u.Hostname(), ".gov.cn")
			if marked := one(a, ".leaving") != nil && one(a, ".visually-hidden") != nil; marked == government {
				t.Errorf("%s: the link to %s is marked as leaving: %v", p.path, u, marked)
			}
		}
	}
	s.reach(t)
}

// reach wants every task within three clicks of home, and from each task a way
// back to the policy text, the method and home.
func (s *builtSite) reach(t *testing.T) {
	t.Helper()
	clicks := map[string]int{"": 0}
	for queue := []string{""}; len(queue) > 0; queue = queue[1:] {
		for _, next := range s.targets(queue[0]) {
			if _, seen := clicks[next]; !seen {
				clicks[next] = clicks[queue[0]] + 1
				queue = append(queue, next)
			}
		}
	}
	tasks := 0
	for _, p := range s.readingPages() {
		n, ok := clicks[p.path]
		if !ok {
			t.Errorf("%s: cannot be reached from home", p.path)
		}
		if p.kind != "P/tasks/*" {
			continue
		}
		tasks++
		if n > 3 {
			t.Errorf("%s: %d clicks from home", p.path, n)
		}
		for _, want := range []string{"", "method/", s.plan + "/policy/"} {
			if !slices.Contains(s.targets(p.path), want) {
				t.Errorf("%s: no link to %q", p.path, want)
			}
		}
	}
	if tasks != len(s.report.Tasks) {
		t.Errorf("%d task pages, the plan has %d tasks", tasks, len(s.report.Tasks))
	}
}

// targets are the pages that a page leads to.
func (s *builtSite) targets(at string) []string {
	p := s.pages[at]
	var out []string
	for _, a := range all(p.doc, "a") {
		to, _, _ := strings.Cut(s.resolve(p, attr(a, "href")), "#")
		if s.pages[to] != nil {
			out = append(out, to)
		}
	}
	return out
}
