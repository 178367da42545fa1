package pagetest

import (
	"cmp"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// structure: checklist 34, 35, 39, 51.
func (s *builtSite) structure(t *testing.T) {
	titles := map[string]string{}
	for _, p := range s.sorted() {
		root := one(p.doc, "html")
		if got, want := attr(root, "lang"), pageLanguage(p); got != want {
			t.Errorf("%s: lang is %q, want %q", p.path, got, want)
		}
		if title := textOf(one(p.doc, "title")); title == "" || titles[pageLanguage(p)+title] != "" {
			t.Errorf("%s: title %q is empty or that of %s", p.path, title, titles[pageLanguage(p)+title])
		} else {
			titles[pageLanguage(p)+title] = cmp.Or(p.path, "home")
		}
		headings(t, p)
		landmarks(t, p)
		firstStop(t, p)
		for _, tag := range all(p.doc, ".tag") {
			if label := one(tag, ".tag__label"); label == nil || words(label) == "" {
				t.Errorf("%s: a status without its word", p.path)
			}
		}
		for _, n := range all(p.doc, "@title") {
			t.Errorf("%s: <%s title=%q> hides words in a tooltip", p.path, n.Data, attr(n, "title"))
		}
		noTricks(t, p)
	}
}

func pageLanguage(p *builtPage) string {
	if p.path == "en/" || strings.HasPrefix(p.path, "en/") {
		return "en"
	}
	return "zh-CN"
}

// editionOf is the folder of the edition a page belongs to: "", "en/", "elder/".
func editionOf(p *builtPage) string {
	for _, folder := range []string{"en/", "elder/"} {
		if strings.HasPrefix(p.path, folder) {
			return folder
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	if n == nil || n.FirstChild == nil {
		return ""
	}
	return strings.TrimSpace(n.FirstChild.Data)
}

func headings(t *testing.T, p *builtPage) {
	t.Helper()
	last, ones := 0, 0
	for n := range p.doc.Descendants() {
		if n.Type != html.ElementNode || len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
			continue
		}
		level := int(n.Data[1] - '0')
		if level == 1 {
			ones++
		}
		if level > last+1 {
			t.Errorf("%s: h%d %q follows h%d", p.path, level, words(n), last)
		}
		if words(n) == "" {
			t.Errorf("%s: an empty h%d", p.path, level)
		}
		last = level
	}
	if ones != 1 {
		t.Errorf("%s: %d h1, want 1", p.path, ones)
	}
}

func landmarks(t *testing.T, p *builtPage) {
	t.Helper()
	body := one(p.doc, "body")
	count := map[string]int{}
	for c := range body.ChildNodes() {
		if c.Type == html.ElementNode {
			count[c.Data]++
		}
	}
	for _, name := range []string{"header", "main", "footer"} {
		if count[name] != 1 {
			t.Errorf("%s: %d <%s> in the body, want 1", p.path, count[name], name)
		}
	}
	names := map[string]bool{}
	for _, nav := range all(p.doc, "nav") {
		name := attr(nav, "aria-label") + attr(nav, "aria-labelledby")
		if name == "" || names[name] {
			t.Errorf("%s: a nav is called %q, which is empty or taken", p.path, name)
		}
		names[name] = true
	}
}

// firstStop wants the skip link to be the first place that Tab comes to.
func firstStop(t *testing.T, p *builtPage) {
	t.Helper()
	for n := range one(p.doc, "body").Descendants() {
		if n.Type != html.ElementNode || !(n.Data == "a" && has(n, "href") || slices.Contains([]string{"button", "input", "select", "textarea", "summary"}, n.Data)) {
			continue
		}
		if target := strings.TrimPrefix(attr(n, "href"), "#"); !is(n, ".skip-link") || target != attr(one(p.doc, "main"), "id") {
			t.Errorf("%s: the first stop is <%s href=%q>", p.path, n.Data, attr(n, "href"))
		}
		return
	}
	t.Errorf("%s: nothing can be reached by keyboard", p.path)
}

// noTricks: no log-in, no frames, no refreshing, no new windows, nothing that
// moves or plays by itself.
func noTricks(t *testing.T, p *builtPage) {
	t.Helper()
	for _, name := range []string{"iframe", "object", "embed", "marquee", "blink", "audio", "video", "dialog"} {
		if one(p.doc, name) != nil {
			t.Errorf("%s: has <%s>", p.path, name)
		}
	}
	for _, n := range all(p.doc, "@target") {
		t.Errorf("%s: <%s target=%q>", p.path, n.Data, attr(n, "target"))
	}
	for _, n := range all(p.doc, "meta") {
		if strings.EqualFold(attr(n, "http-equiv"), "refresh") {
			t.Errorf("%s: refreshes itself", p.path)
		}
	}
	for _, n := range all(p.doc, "input") {
		if attr(n, "type") == "password" {
			t.Errorf("%s: asks for a password", p.path)
		}
	}
}

var (
	pubDate = regexp.MustCompile(`^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$`)
	siteID  = regexp.MustCompile(`^(\d{10}|bm\d{8})$`)
)

// heads: checklist 1 to 7 and 13.
func (s *builtSite) heads(t *testing.T) {
	for _, p := range s.sorted() {
		metas := p.metas()
		seen := map[string]string{}
		for name, values := range metas {
			if other, taken := seen[strings.ToLower(name)]; taken || len(values) != 1 || values[0] == "" {
				t.Errorf("%s: meta %s has %q, and there is %q", p.path, name, values, other)
			}
			seen[strings.ToLower(name)] = name
		}
		want := []string{"SiteName", "viewport"}
		if s.base != "" {
			want = append(want, "SiteDomain", "SiteIDCode")
		}
		if at := strings.TrimPrefix(p.path, editionOf(p)); at != "" && at != "404.html" {
			want = append(want, "Description", "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
		}
		if strings.HasSuffix(p.kind, "/*") && !strings.Contains(p.kind, "by-") && strings.HasPrefix(p.kind, "P/") {
			want = append(want, "ArticleTitle", "PubDate", "ContentSource", "Keywords")
		}
		for _, name := range want {
			if len(metas[name]) != 1 {
				t.Errorf("%s: has no %s", p.path, name)
			}
		}
		s.headValues(t, p, metas)
		s.breadcrumb(t, p)
	}
}

func (s *builtSite) headValues(t *testing.T, p *builtPage, metas map[string][]string) {
	t.Helper()
	first := func(name string) string { return strings.Join(metas[name], "|") }
	if d := first("ColumnDescription"); d != "" && (d == first("ColumnName") || len([]rune(d)) < 15) {
		t.Errorf("%s: ColumnDescription %q says too little", p.path, d)
	}
	if title := first("ArticleTitle"); title != "" && title != p.heading() && !(editionOf(p) == "elder/" && strings.HasSuffix(p.heading(), " "+title)) {
		t.Errorf("%s: ArticleTitle %q, h1 %q", p.path, title, p.heading())
	}
	if day := first("PubDate"); day != "" && (!pubDate.MatchString(day) || day[:10] > s.report.AsOf.String()) {
		t.Errorf("%s: PubDate %q has another form or is after the as-of date", p.path, day)
	}
	if s.base == "" || strings.HasSuffix(p.path, "404.html") {
		return
	}
	canonical := ""
	for _, l := range all(p.doc, "link") {
		if attr(l, "rel") == "canonical" {
			canonical = attr(l, "href")
		}
	}
	want := s.base + p.path
	if editionOf(p) == "elder/" { // the same words: the page itself is the one to be found
		want = s.base + strings.TrimPrefix(p.path, "elder/")
	}
	if canonical != want || first("Url") != want {
		t.Errorf("%s: canonical %q and Url %q, want %s", p.path, canonical, first("Url"), want)
	}
}

// breadcrumb compares the visible path with the linked data.
func (s *builtSite) breadcrumb(t *testing.T, p *builtPage) {
	t.Helper()
	nav := one(p.doc, ".breadcrumb")
	switch at := strings.TrimPrefix(p.path, editionOf(p)); {
	case editionOf(p) == "elder/": // one column, and one way out
		return
	case at == "" && nav != nil:
		t.Errorf("%s: home has a breadcrumb", p.path)
		return
	case at == "" || at == "404.html":
		return
	}
	if nav == nil || nav.Data != "nav" || one(nav, "ol") == nil {
		t.Errorf("%s: no breadcrumb in a nav with an ordered list", p.path)
		return
	}
	var shown []string
	for _, li := range all(nav, "li") {
		shown = append(shown, words(li))
	}
	var data struct {
		Type string `json:"@type"`
		List []struct {
			Position int
			Name     string
			Item     string
		} `json:"itemListElement"`
	}
	for _, script := range all(p.doc, "script") {
		if attr(script, "type") == "application/ld+json" && strings.Contains(textOf(script), "BreadcrumbList") {
			must(t, json.Unmarshal([]byte(textOf(script)), &data))
		}
	}
	var told []string
	for i, item := range data.List {
		told = append(told, item.Name)
		if item.Position != i+1 || s.base != "" && !strings.HasPrefix(item.Item, s.base) {
			t.Errorf("%s: linked data has %+v at place %d", p.path, item, i+1)
		}
	}
	home := map[string]string{"zh-CN": "首页", "en": "Home"}[pageLanguage(p)]
	if len(shown) < 2 || shown[0] != home || !slices.Equal(shown, told) {
		t.Errorf("%s: breadcrumb %q, linked data %q", p.path, shown, told)
	}
}
