package pagetest

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"jindu/generator/internal/browser"
	"jindu/generator/internal/browsertest"
)

// Every type of page of both sites, as a real browser shows it.
func TestInBrowser(t *testing.T) {
	b := browsertest.Start(t)
	axe := axeScript(t)
	for _, site := range buildSites(t) {
		s := serveSite(t, site)
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			inBrowser(t, s, b, axe)
		})
	}
}

func inBrowser(t *testing.T, s hosted, b *browser.Browser, axe string) {
	have := []string{}
	for _, p := range s.types() {
		have = append(have, p.kind)
	}
	if missing := minus(kinds, have); missing != nil {
		t.Errorf("no page of type %q", missing)
	}
	tab := browsertest.Open(t, b)
	for _, p := range s.types() {
		t.Run(cmp.Or(p.path, "home"), func(t *testing.T) {
			t.Run("quiet", func(t *testing.T) { quiet(t, s, tab, p) })
			t.Run("without scripts", func(t *testing.T) { withoutScripts(t, s, tab, p) })
			t.Run("narrow, enlarged, spaced", func(t *testing.T) { reflow(t, tab) })
			t.Run("without style sheet", func(t *testing.T) { report(t, "shows no word", browsertest.Eval[[]string](t, tab, "checks.bare()")) })
			t.Run("printed", func(t *testing.T) { printed(t, tab) })
			t.Run("accessible", func(t *testing.T) { accessible(t, s, tab, p, axe) })
			browsertest.Eval[browsertest.Void](t, tab, "localStorage.clear(); ({})") // each page meets a reader who comes for the first time
		})
	}
	t.Run("by keyboard", func(t *testing.T) { byKeyboard(t, s, tab) })
	t.Run("weighs little", func(t *testing.T) { weighs(t, s, tab) })
	t.Run("as PDF", func(t *testing.T) { asPDF(t, s, b) })
}

func report(t *testing.T, what string, found []string) {
	t.Helper()
	for _, f := range found {
		t.Errorf("%s: %s", what, f)
	}
}

var desk = browser.Look{Width: 1366, Height: 768}

// quiet: no errors, no requests to others, no breach of the policy, nothing that
// moves while it loads.
func quiet(t *testing.T, s hosted, tab *browser.Tab, p *builtPage) {
	must(t, tab.Look(desk))
	tab.Complaints()
	tab.Requests()
	visit(t, tab, s.url+p.path)
	shift := browsertest.Eval[float64](t, tab, "checks.shifted()")
	report(t, "the browser complains", tab.Complaints())
	for _, url := range tab.Requests() {
		if !strings.HasPrefix(url, s.url) && !strings.HasPrefix(url, "data:") {
			t.Errorf("asks for %s", url)
		}
	}
	if shift != 0 {
		t.Errorf("the layout shifts by %.4f", shift)
	}
	report(t, "type", browsertest.Eval[[]string](t, tab, "checks.type()"))
	report(t, "smaller than 24×24", browsertest.Eval[[]string](t, tab, "checks.small(24)"))
}

// withoutScripts wants every word that the page has with scripts to be there
// without.
func withoutScripts(t *testing.T, s hosted, tab *browser.Tab, p *builtPage) {
	with := browsertest.Eval[[]string](t, tab, "checks.lines()")
	must(t, tab.Scripts(false))
	visit(t, tab, s.url+p.path)
	without := browsertest.Eval[[]string](t, tab, "checks.lines()")
	must(t, tab.Scripts(true))
	report(t, "only with scripts", minus(with, without))
	if len(without) < 10 {
		t.Errorf("only %d texts", len(without))
	}
	visit(t, tab, s.url+p.path)
	tab.Complaints()
}

// reflow: no sideways scrolling at 320 px, at 400 % on a desk's screen, or with
// the spacing a reader may ask for, and no words cut off.
func reflow(t *testing.T, tab *browser.Tab) {
	for _, look := range []browser.Look{
		{Width: 320, Height: 640}, {Width: 320, Height: 256, Scale: 4}, {Width: 768, Height: 1024}, desk,
	} {
		must(t, tab.Look(look))
		for _, spaced := range []bool{false, true} {
			browsertest.Eval[browsertest.Void](t, tab, fmt.Sprintf("checks.spacing(%v); ({})", spaced))
			at := fmt.Sprintf("%d×%d, spaced %v", look.Width, look.Height, spaced)
			report(t, at+": sticks out", browsertest.Eval[[]string](t, tab, "checks.sideways()"))
			report(t, at+": cut off", browsertest.Eval[[]string](t, tab, "checks.clipped()"))
			report(t, at+": scrolls, without a name or a place for the keyboard", browsertest.Eval[[]string](t, tab, "checks.mute()"))
		}
		browsertest.Eval[browsertest.Void](t, tab, "checks.spacing(false); ({})")
	}
	must(t, tab.Look(browser.Look{Width: 320, Height: 640}))
	report(t, "320 px: smaller than 24×24", browsertest.Eval[[]string](t, tab, "checks.small(24)"))
}

// printed: nothing that a screen shows or unfolds is missing on paper.
func printed(t *testing.T, tab *browser.Tab) {
	must(t, tab.Look(browser.Look{Width: 590, Height: 850, Print: true}))
	report(t, "not on paper", browsertest.Eval[[]string](t, tab, "checks.unseen()"))
	must(t, tab.Look(desk))
}

// violation is what axe says of a rule that is broken.
type violation struct {
	ID     string
	Impact string
	Help   string
	Nodes  []struct {
		Target         []any
		FailureSummary string
	}
}

// accessible runs every rule of axe that is on by default, and that for the size
// of targets, at three widths in light, dark and forced colours.
func accessible(t *testing.T, s hosted, tab *browser.Tab, p *builtPage, axe string) {
	browsertest.Eval[browsertest.Void](t, tab, axe)
	seen := map[string]bool{}
	for _, look := range axeLooks(s, p) {
		must(t, tab.Look(look))
		found := browsertest.Eval[[]violation](t, tab, `axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then((r) => r.violations)`)
		for _, v := range found {
			for _, n := range v.Nodes {
				key := fmt.Sprint(v.ID, n.Target)
				if seen[key] {
					continue
				}
				seen[key] = true
				t.Errorf("%s: %s (%s, %s): %v\n%s", lookName(look), v.Help, v.ID, v.Impact, n.Target, n.FailureSummary)
			}
		}
	}
}

// axeLooks lists how a page is looked at. The pages in English come from the same
// templates as the Chinese ones, those of the example too, and 长辈版 has the same
// colours: each width once is enough.
func axeLooks(s hosted, p *builtPage) []browser.Look {
	switch editionOf(p) {
	case "en/":
		return []browser.Look{{Width: 320, Height: 900}, {Width: 768, Height: 900, Dark: true}, {Width: 1366, Height: 900, Forced: true}}
	case "elder/":
		return []browser.Look{{Width: 320, Height: 900}, {Width: 768, Height: 900}, {Width: 1366, Height: 900}}
	}
	if s.name != "real" {
		return []browser.Look{{Width: 320, Height: 900, Forced: true}, {Width: 768, Height: 900}, {Width: 1366, Height: 900, Dark: true}}
	}
	var out []browser.Look
	for _, width := range []int{320, 768, 1366} {
		base := browser.Look{Width: width, Height: 900}
		dark, forced := base, base
		dark.Dark, forced.Forced = true, true
		out = append(out, base, dark, forced)
	}
	return out
}

func lookName(l browser.Look) string {
	switch {
	case l.Dark:
		return fmt.Sprintf("%d px, dark", l.Width)
	case l.Forced:
		return fmt.Sprintf("%d px, forced colours", l.Width)
	}
	return fmt.Sprintf("%d px, light", l.Width)
}

// axeScript is the engine with its Chinese messages, after a look at its sums.
func axeScript(t *testing.T) string {
	t.Helper()
	const dir = "testdata/browser/axe/"
	read := func(name string) []byte {
		body, err := os.ReadFile(dir + name)
		must(t, err)
		return body
	}
	sums := strings.Fields(string(read("SHA256SUMS")))
	for i := 0; i+1 < len(sums); i += 2 {
		if got := fmt.Sprintf("%x", sha256.Sum256(read(sums[i+1]))); got != sums[i] {
			t.Fatalf("%s has the sum %s, not %s", sums[i+1], got, sums[i])
		}
	}
	engine := string(read("axe.min.js"))
	version := strings.Fields(strings.SplitN(engine, "\n", 2)[0])[2]
	if !slices.Contains(strings.Fields(string(read("README.md"))), strings.TrimPrefix(version, "v")) {
		t.Fatalf("README.md does not name axe-core %s", version)
	}
	locale := read("zh_CN.json")
	if !json.Valid(locale) {
		t.Fatal("zh_CN.json is no JSON")
	}
	return engine + "; axe.configure({locale: " + string(locale) + "}); ({})"
}
