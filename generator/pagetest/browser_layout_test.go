package pagetest

import (
	"fmt"
	"strings"
	"testing"

	"jindu/generator/internal/browser"
	"jindu/generator/internal/browsertest"
	"jindu/generator/internal/testproject"
)

var phone = browser.Look{Width: 375, Height: 667, Still: true}

// The first screen and what lies over it, on the real site.
func TestLayoutInBrowser(t *testing.T) {
	b := browsertest.Start(t)
	root := t.TempDir()
	must(t, projects.Copy(root))
	s := serveSite(t, buildSite(t, "real", root, testproject.RealDay, ""))
	t.Run("home above the fold", func(t *testing.T) { aboveFold(t, s, browsertest.Open(t, b)) })
	t.Run("menu of a narrow screen", func(t *testing.T) { narrowMenu(t, s, browsertest.Open(t, b)) })
	t.Run("offer moves nothing", func(t *testing.T) { offerLiesOver(t, s, browsertest.Open(t, b)) })
	t.Run("anchors in parts not drawn yet", func(t *testing.T) { anchorsHold(t, s, browsertest.Open(t, b)) })
	t.Run("forced colours win over dark", func(t *testing.T) { forcedColours(t, s, browsertest.Open(t, b)) })
}

// aboveFold: title, day, sentence and bar end well within the first screen.
func aboveFold(t *testing.T, s hosted, tab *browser.Tab) {
	for _, look := range []browser.Look{phone, desk} {
		must(t, tab.Look(look))
		visit(t, tab, s.url)
		for _, part := range []string{".headline__title", ".headline__dates", ".headline__sentence", ".chart__drawing"} {
			end := browsertest.Eval[float64](t, tab, fmt.Sprintf("[...document.querySelectorAll(%q)].find((e) => e.checkVisibility()).getBoundingClientRect().bottom", part))
			if limit := float64(look.Height) * 0.9; end > limit {
				t.Errorf("%d×%d: %s ends at %.0f px, at most %.0f", look.Width, look.Height, part, end, limit)
			}
		}
	}
}

// narrowMenu: one line without scripts, the pages behind a menu that opens over
// the page, every place to press at least 44 px.
func narrowMenu(t *testing.T, s hosted, tab *browser.Tab) {
	must(t, tab.Scripts(false))
	must(t, tab.Look(phone))
	visit(t, tab, s.url+"units/")
	if height := browsertest.Eval[float64](t, tab, "document.querySelector('.site-header').offsetHeight"); height > 80 {
		t.Errorf("the header is %.0f px high", height)
	}
	top := "document.querySelector('main').getBoundingClientRect().top"
	before := browsertest.Eval[float64](t, tab, top)
	browsertest.Eval[browsertest.Void](t, tab, "document.querySelector('.site-header__menu summary').click(); ({})")
	if after := browsertest.Eval[float64](t, tab, top); after != before {
		t.Errorf("the menu moves the page from %.0f to %.0f", before, after)
	}
	shown := browsertest.Eval[[]string](t, tab, "[...document.querySelectorAll('.site-header nav a')].filter((e) => e.checkVisibility()).map((e) => e.getAttribute('aria-current') + ' ' + e.pathname)")
	for _, link := range append([]string{"", "search/", "units/"}, s.plan+"/tasks/", s.plan+"/policy/") {
		mark := "null "
		if link == "units/" {
			mark = "page "
		}
		if want := mark + siteFolder + link; !strings.Contains(strings.Join(shown, "\n")+"\n", want+"\n") {
			t.Errorf("the menu lacks %q: %q", want, shown)
		}
	}
	report(t, "smaller than 44×44", browsertest.Eval[[]string](t, tab, `[...document.querySelectorAll(".site-header :is(a, summary):not(.site-header__name a), .editions a")]
		.filter((e) => e.checkVisibility()).map((e) => [e.textContent, e.getBoundingClientRect()])
		.filter(([, r]) => r.width < 40 || r.height < 44).map(([words, r]) => words + " " + r.width + "×" + r.height)`))
	report(t, "sticks out", browsertest.Eval[[]string](t, tab, "checks.sideways()"))
}

// offerLiesOver: the offer of 长辈版 comes after first paint and moves nothing;
// it can be sent away for good.
func offerLiesOver(t *testing.T, s hosted, tab *browser.Tab) {
	for _, look := range []browser.Look{phone, desk} {
		must(t, tab.Look(look))
		visit(t, tab, s.url+"elder/")
		visit(t, tab, s.url+"units/")
		if !browsertest.Eval[bool](t, tab, "document.querySelector('.elder-offer').checkVisibility()") {
			t.Fatal("there is no offer")
		}
		if shift := browsertest.Eval[float64](t, tab, "checks.shifted()"); shift != 0 {
			t.Errorf("%d px: the offer shifts the layout by %.4f", look.Width, shift)
		}
		report(t, "sticks out", browsertest.Eval[[]string](t, tab, "checks.sideways()"))
		browsertest.Eval[browsertest.Void](t, tab, "document.querySelector('main a:last-of-type').focus(); ({})")
		for range 5 {
			if f := press(t, tab); f.Covered || !f.Inside {
				t.Errorf("%d px: the offer covers the focus: %+v", look.Width, f)
			}
		}
		browsertest.Eval[browsertest.Void](t, tab, "document.querySelector('.elder-offer__forget').click(); ({})")
		visit(t, tab, s.url)
		if browsertest.Eval[bool](t, tab, "document.querySelector('.elder-offer').checkVisibility()") {
			t.Error("offered again to a reader who said no")
		}
	}
}

// anchorsHold: a link to a paragraph or a row of the policy text lands on it,
// although what lies above was not drawn before: from another page and from the
// contents.
func anchorsHold(t *testing.T, s hosted, tab *browser.Tab) {
	page := s.url + s.plan + "/policy/"
	for _, look := range []browser.Look{phone, desk} {
		must(t, tab.Look(look))
		visit(t, tab, page)
		anchors := browsertest.Eval[[]string](t, tab, "[...document.querySelectorAll('.contents a')].map((a) => a.hash)")
		if len(anchors) < 5 {
			t.Fatalf("the contents have %d places", len(anchors))
		}
		last := len(anchors) - 1
		for _, anchor := range []string{anchors[last/3], anchors[last/2], anchors[last]} {
			visit(t, tab, page)
			browsertest.Eval[browsertest.Void](t, tab, fmt.Sprintf("[...document.querySelectorAll('.contents a')].find((a) => a.hash === %q).click(); ({})", anchor))
			lands(t, tab, look, anchor)
		}
		row := browsertest.Eval[string](t, tab, "'#' + [...document.querySelectorAll('.policy-table tr[id]')].at(-1).id")
		for _, anchor := range []string{anchors[last/2], anchors[last], row} {
			must(t, tab.Load("about:blank"))
			visit(t, tab, page+anchor)
			lands(t, tab, look, anchor)
		}
	}
}

// lands waits until the page stands still and wants the anchor at its top, or the
// page at its end.
func lands(t *testing.T, tab *browser.Tab, look browser.Look, anchor string) {
	t.Helper()
	at := browsertest.Eval[[]float64](t, tab, fmt.Sprintf(`(async () => {
		for (let still = 0, before = -1; still < 8; before = scrollY) {
			await new Promise(requestAnimationFrame);
			still = scrollY === before ? still + 1 : 0;
		}
		return [document.querySelector(%q).getBoundingClientRect().top, document.documentElement.scrollHeight - innerHeight - scrollY];
	})()`, anchor))
	if ended := at[1] < 2 && at[0] < float64(look.Height); at[0] < -1 || at[0] > 120 && !ended {
		t.Errorf("%d px: %s stands at %.0f px", look.Width, anchor, at[0])
	}
}

// forcedColours: the reader's own colours are used whether their system is dark
// or not, in the drawings too.
func forcedColours(t *testing.T, s hosted, tab *browser.Tab) {
	for _, dark := range []bool{false, true} {
		must(t, tab.Look(browser.Look{Width: 375, Height: 667, Dark: dark, Forced: true}))
		visit(t, tab, s.url)
		token := func(name string) string {
			return browsertest.Eval[string](t, tab, fmt.Sprintf("getComputedStyle(document.documentElement).getPropertyValue(%q)", name))
		}
		for name, want := range map[string]string{"--chart-surface": "Canvas", "--chart-text": "CanvasText", "--status-lapsed": "CanvasText", "--focus": "Highlight"} {
			if got := token(name); got != want {
				t.Errorf("dark %v: %s is %s, want %s", dark, name, got, want)
			}
		}
	}
}
