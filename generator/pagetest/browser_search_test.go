package pagetest

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"jindu/generator/internal/browser"
	"jindu/generator/internal/browsertest"
	"jindu/generator/internal/testproject"
)

// searchAnswer is what the search page shows.
type searchAnswer struct {
	Query, Said, Role, Address, Focus string
	Groups, Links, Hrefs, Marks       []string
	Listed, Injected                  bool
}

const readAnswer = `({
	Query: document.querySelector(".search-form--large input").value,
	Said: document.querySelector("[data-search-status]").textContent,
	Role: document.querySelector("[data-search-status]").getAttribute("role"),
	Address: location.search,
	Focus: document.activeElement.className,
	Groups: Array.from(document.querySelectorAll(".found__title"), (e) => e.textContent),
	Links: Array.from(document.querySelectorAll(".found__link"), (e) => e.textContent),
	Hrefs: Array.from(document.querySelectorAll(".found__link"), (e) => e.getAttribute("href")),
	Marks: Array.from(document.querySelectorAll("[data-search-results] mark"), (e) => e.textContent),
	Listed: document.querySelector("[data-search-list]").checkVisibility(),
	Injected: document.querySelector("[data-search-results] img, [data-search-status] img") !== null,
})`

func TestSearchInBrowser(t *testing.T) {
	b := browsertest.Start(t)
	root := t.TempDir()
	must(t, projects.Copy(root))
	s := serveSite(t, buildSite(t, "real", root, testproject.RealDay, ""))
	tab := browsertest.Open(t, b)
	must(t, tab.Look(desk))
	tests := map[string]func(*testing.T, hosted, *browser.Tab){
		"typed from the header of any page":             searchFromHeader,
		"an address that was shared":                    searchByAddress,
		"the address follows what is typed":             searchWhileTyping,
		"nothing found, nothing asked":                  searchForNothing,
		"markup in a query":                             searchForMarkup,
		"words being composed":                          searchComposing,
		"a long list of results":                        searchForMuch,
		"without scripts":                               searchWithoutScripts,
		"the index cannot be had":                       searchWithoutIndex,
		"from the page for addresses that do not exist": searchFromNowhere,
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			tab.Complaints()
			test(t, s, tab)
			report(t, "the browser complains", tab.Complaints())
		})
	}
	t.Run("every result leads somewhere", func(t *testing.T) { searchLeadsToPages(t, s, tab) })
}

// answer waits until the page, which may still be on its way, says something that
// meets the condition.
func answer(t *testing.T, tab *browser.Tab, until func(searchAnswer) bool) searchAnswer {
	t.Helper()
	var a searchAnswer
	for range 150 {
		var err error
		if a, err = browser.Eval[searchAnswer](tab, readAnswer); err == nil && until(a) {
			return a
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatalf("the page stays at %+v", a)
	return a
}

func said(words string) func(searchAnswer) bool {
	return func(a searchAnswer) bool { return strings.Contains(a.Said, words) }
}

func (s hosted) searchFor(query string) string { return s.url + "search/?q=" + url.QueryEscape(query) }

func searchFromHeader(t *testing.T, s hosted, tab *browser.Tab) {
	visit(t, tab, s.url+s.plan+"/timetable/")
	walkTo(t, tab, func(f focused) bool { return strings.Contains(f.Classes, "search-form__input") })
	must(t, tab.Press("3.4"))
	must(t, tab.Press("\r"))
	a := answer(t, tab, said("找到"))
	if a.Address != "?q=3.4" || a.Query != "3.4" || !strings.HasPrefix(a.Links[0], "3.4 ") || a.Role != "status" || a.Listed {
		t.Errorf("got %+v", a)
	}
}

func searchByAddress(t *testing.T, s hosted, tab *browser.Tab) {
	must(t, tab.Load(s.searchFor("发改委")))
	a := answer(t, tab, said("找到3条"))
	if !slices.Equal(a.Groups, []string{"责任单位（1）", "工作任务（2）"}) {
		t.Errorf("groups %v", a.Groups)
	}
	if a.Links[0] != "市发改委" || len(a.Links) != 3 {
		t.Errorf("results %v", a.Links)
	}
	if len(a.Marks) != 3 || slices.ContainsFunc(a.Marks, func(m string) bool { return m != "发改委" }) {
		t.Errorf("marked %v", a.Marks)
	}
	if want := s.url + "units/development-reform-commission/"; a.Hrefs[0] != want {
		t.Errorf("the first result leads to %s, want %s", a.Hrefs[0], want)
	}
}

func searchWhileTyping(t *testing.T, s hosted, tab *browser.Tab) {
	must(t, tab.Load(s.url+"search/"))
	entries := browsertest.Eval[int](t, tab, "history.length")
	browsertest.Eval[bool](t, tab, "document.querySelector('.search-form--large input').focus(), true")
	must(t, tab.Press("O2O"))
	a := answer(t, tab, said("找到"))
	if a.Address != "?q=O2O" || !slices.Contains(a.Marks, "O2O") {
		t.Errorf("got %+v", a)
	}
	if n := browsertest.Eval[int](t, tab, "history.length"); n != entries {
		t.Errorf("typing made %d entries in the history", n-entries)
	}
	must(t, tab.Press("\r"))
	answer(t, tab, func(a searchAnswer) bool { return a.Focus == "search__status" })
	reloaded := browsertest.Eval[string](t, tab, "location.href")
	must(t, tab.Load(reloaded))
	if again := answer(t, tab, said("找到")); !slices.Equal(again.Links, a.Links) {
		t.Errorf("reloaded %v, before %v", again.Links, a.Links)
	}
}

func searchForNothing(t *testing.T, s hosted, tab *browser.Tab) {
	must(t, tab.Load(s.searchFor("没有这个词")))
	if a := answer(t, tab, said("没有找到“没有这个词”")); !a.Listed || len(a.Links) > 0 || !strings.Contains(a.Said, "可以换短一些的词") {
		t.Errorf("got %+v", a)
	}
	for _, empty := range []string{"", " ", "　"} {
		must(t, tab.Load(s.searchFor(empty)))
		if a := answer(t, tab, func(a searchAnswer) bool { return a.Said == "" }); !a.Listed || len(a.Links) > 0 {
			t.Errorf("%q: got %+v", empty, a)
		}
	}
	must(t, tab.Load(s.searchFor("海")))
	if a := answer(t, tab, said("找到")); len(a.Links) == 0 || slices.ContainsFunc(a.Marks, func(m string) bool { return m != "海" }) {
		t.Errorf("one character: %+v", a)
	}
}

func searchForMarkup(t *testing.T, s hosted, tab *browser.Tab) {
	query := `<img src=x onerror=alert(1)>`
	must(t, tab.Load(s.searchFor(query)))
	if a := answer(t, tab, said("没有找到")); a.Injected || !strings.Contains(a.Said, query) {
		t.Errorf("got %+v", a)
	}
}

// searchComposing types with an input method: letters on the way to a word are
// no query.
func searchComposing(t *testing.T, s hosted, tab *browser.Tab) {
	must(t, tab.Load(s.url+"search/"))
	browsertest.Eval[bool](t, tab, `(() => {
		const input = document.querySelector(".search-form--large input");
		input.focus();
		input.dispatchEvent(new CompositionEvent("compositionstart"));
		input.value = "minsu";
		input.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
		return true;
	})()`)
	browsertest.Eval[bool](t, tab, "new Promise((done) => setTimeout(() => done(true), 400))")
	if a := browsertest.Eval[searchAnswer](t, tab, readAnswer); a.Said != "" || a.Address != "" {
		t.Errorf("while composing: %+v", a)
	}
	browsertest.Eval[bool](t, tab, `(() => {
		const input = document.querySelector(".search-form--large input");
		input.value = "民宿";
		input.dispatchEvent(new CompositionEvent("compositionend"));
		return true;
	})()`)
	if a := answer(t, tab, said("“民宿”：找到")); !slices.Contains(a.Marks, "民宿") {
		t.Errorf("after composing: %+v", a)
	}
}

func searchForMuch(t *testing.T, s hosted, tab *browser.Tab) {
	must(t, tab.Load(s.searchFor("到期未披露")))
	a := answer(t, tab, said("找到"))
	if !slices.Contains(a.Groups, "工作任务（22）") || len(a.Links) != 40 {
		t.Fatalf("groups %v with %d results shown, want 20 of 22 tasks and 20 indicators", a.Groups, len(a.Links))
	}
	browsertest.Eval[bool](t, tab, "document.querySelector('.found__rest').click(), true")
	b := browsertest.Eval[searchAnswer](t, tab, readAnswer)
	if len(b.Links) != len(a.Links)+2 || b.Focus != "found__link" {
		t.Errorf("%d results, after asking for the rest %d; the focus is on %q", len(a.Links), len(b.Links), b.Focus)
	}
}

func searchWithoutScripts(t *testing.T, s hosted, tab *browser.Tab) {
	must(t, tab.Scripts(false))
	defer func() { must(t, tab.Scripts(true)) }()
	must(t, tab.Load(s.searchFor("发改委")))
	if a := browsertest.Eval[searchAnswer](t, tab, readAnswer); !a.Listed {
		t.Errorf("got %+v", a)
	}
	links := browsertest.Eval[[]string](t, tab, "Array.from(document.querySelectorAll('[data-search-list] a'), (e) => e.href)")
	for _, kind := range []string{"P/tasks/*", "units/*", "P/indicators/*", "P/projects/*", "P/policy", "method", "about"} {
		for _, p := range s.sorted() {
			if p.kind == kind && !slices.ContainsFunc(links, func(l string) bool { at, _, _ := strings.Cut(l, "#"); return at == s.url+p.path }) {
				t.Errorf("the list lacks %s", p.path)
			}
		}
	}
}

func searchWithoutIndex(t *testing.T, s hosted, tab *browser.Tab) {
	must(t, tab.Load(s.url+"search/"))
	browsertest.Eval[bool](t, tab, `(() => {
		document.querySelector("[data-module=search]").dataset.index = "missing.json";
		const input = document.querySelector(".search-form--large input");
		input.value = "海";
		input.dispatchEvent(new InputEvent("input", { bubbles: true }));
		return true;
	})()`)
	if a := answer(t, tab, said("暂时不能搜索")); !a.Listed {
		t.Errorf("got %+v", a)
	}
	tab.Complaints() // a missing file is what this test is about
}

func searchFromNowhere(t *testing.T, s hosted, tab *browser.Tab) {
	must(t, tab.Load(s.url+"404.html"))
	browsertest.Eval[bool](t, tab, "document.querySelector('.search-form--large input').focus(), true")
	must(t, tab.Press("O2O"))
	must(t, tab.Press("\r"))
	answer(t, tab, func(a searchAnswer) bool { return a.Address == "?q=O2O" && strings.Contains(a.Said, "找到") })
}

// searchLeadsToPages follows, in the built files, every address of the index.
func searchLeadsToPages(t *testing.T, s hosted, tab *browser.Tab) {
	must(t, tab.Load(s.url+"search/"))
	paths := browsertest.Eval[[]string](t, tab, "fetch('search.json').then((a) => a.json()).then((x) => x.entries.map((e) => e.p))")
	if len(paths) < 100 {
		t.Errorf("the index holds only %d entries", len(paths))
	}
	for _, at := range paths {
		file, anchor, _ := strings.Cut(at, "#")
		page := s.pages[file]
		named := func(n *html.Node) bool { return attr(n, "id") == anchor }
		if page == nil || anchor != "" && !slices.ContainsFunc(all(page.doc, "@id"), named) {
			t.Errorf("no page stands at %s", cmp.Or(at, "home"))
		}
	}
}
