package pagetest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"jindu/generator/internal/browser"
	"jindu/generator/internal/browsertest"
	"jindu/generator/internal/testproject"
)

// The first visit is only remembered; a later one is told what changed, on the same
// day again; nothing moves, nothing is sent, and it is forgotten when asked.
func TestSinceInBrowser(t *testing.T) {
	b := browsertest.Start(t)
	root := t.TempDir()
	must(t, projects.CopySynthetic(root))
	before := serveSite(t, buildSite(t, "synthetic", root, testproject.SyntheticDay.AddDays(-200), ""))
	list := before.file("follow/since.json")
	s := serveSite(t, buildSite(t, "synthetic", root, testproject.SyntheticDay, ""))
	tab := browsertest.Open(t, b)
	told := func(at time.Time) string {
		t.Helper()
		must(t, tab.Clock(at))
		visit(t, tab, s.url)
		browsertest.Eval[bool](t, tab, `new Promise((done) => setTimeout(() => done(true), 400))`)
		return browsertest.Eval[string](t, tab, `document.querySelector(".since__words").textContent`)
	}
	first := testproject.SyntheticDay.Time()
	for _, look := range []browser.Look{phone, desk} {
		must(t, tab.Look(look))
		if got := told(first); !strings.HasPrefix(got, "下次打开首页时") {
			t.Errorf("the first visit is told %q", got)
		}
		sinceForgets(t, tab)
	}
	told(first)
	if got, want := told(first.AddDate(0, 0, 2)), "自您上次访问（"+testproject.SyntheticDay.Chinese()+"）以来：没有变化。"; got != want {
		t.Errorf("told %q, want %q", got, want)
	}
	// The browser was here when the site was as of an earlier day.
	remember := fmt.Sprintf(`localStorage.setItem("jindu-since " + new URL(document.querySelector(".since").dataset.list, document.baseURI).pathname,
		JSON.stringify({day: "2025-03-14", marks: Object.fromEntries((%s).records.map((r) => [r.page, [r.mark, r.state]])), before: null}))`, list)
	for _, look := range []browser.Look{phone, desk} {
		must(t, tab.Look(look))
		browsertest.Eval[browsertest.Void](t, tab, remember+"; ({})")
		for _, when := range []string{"the visit", "the same day again"} {
			got := told(first.AddDate(0, 0, 3))
			if !strings.HasPrefix(got, "自您上次访问（2025年3月14日）以来：") || !strings.HasSuffix(got, "项有变化。") {
				t.Fatalf("%s is told %q", when, got)
			}
			items := browsertest.Eval[[]string](t, tab, `[...document.querySelectorAll(".since__list li")].map((li) => li.textContent + " " + li.querySelector("a").pathname)`)
			if n := fmt.Sprintf("：%d项", len(items)); len(items) == 0 || !strings.Contains(got, n) || !strings.Contains(strings.Join(items, "\n"), " → ") {
				t.Errorf("%s: %q, told %q", when, items, got)
			}
			report(t, fmt.Sprintf("%dpx: moves", look.Width), browsertest.Eval[[]string](t, tab, layoutShifts))
		}
	}
	if got := told(first.AddDate(0, 0, 4)); !strings.HasSuffix(got, "没有变化。") {
		t.Errorf("the day after is told %q", got)
	}
	sinceForgets(t, tab)
	for _, url := range tab.Requests() {
		if !strings.HasPrefix(url, s.url) && !strings.HasPrefix(url, "data:") {
			t.Errorf("asks for %s", url)
		}
	}
	report(t, "the browser complains", tab.Complaints())
	must(t, tab.Scripts(false))
	visit(t, tab, s.url)
	if browsertest.Eval[bool](t, tab, `document.querySelector(".since").checkVisibility()`) {
		t.Error("shown without scripts")
	}
}

// layoutShifts lists what moved since the page was opened.
const layoutShifts = `new Promise((done) => {
	const moved = [];
	new PerformanceObserver((l) => {
		for (const e of l.getEntries()) moved.push(e.value + ": " + e.sources.map((s) => s.node?.outerHTML?.slice(0, 120) ?? s.node?.textContent).join(" | "));
	}).observe({type: "layout-shift", buffered: true});
	setTimeout(() => done(moved), 300);
})`

func sinceForgets(t *testing.T, tab *browser.Tab) {
	t.Helper()
	browsertest.Eval[browsertest.Void](t, tab, `document.querySelector(".since__clear").click(); ({})`)
	if kept := browsertest.Eval[int](t, tab, `Object.keys(localStorage).filter((k) => k.startsWith("jindu-since")).length`); kept != 0 {
		t.Errorf("%d visits are still kept", kept)
	}
	if got := browsertest.Eval[string](t, tab, `document.querySelector(".since__words").textContent`); !strings.HasPrefix(got, "已清除") {
		t.Errorf("told %q", got)
	}
}
