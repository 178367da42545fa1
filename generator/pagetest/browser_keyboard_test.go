package pagetest

import (
	"strings"
	"testing"

	"jindu/generator/internal/browser"
	"jindu/generator/internal/browsertest"
)

// focused is what the page tells of the element that has the focus.
type focused struct {
	Name, Href, Classes   string
	Ring, Inside, Covered bool
}

// byKeyboard walks from home to a task with evidence and to that evidence, and
// back, with Tab and Enter alone.
func byKeyboard(t *testing.T, s hosted, tab *browser.Tab) {
	task := s.evidenced(t)
	still := desk
	still.Still = true // the page jumps to the focus instead of gliding
	must(t, tab.Look(still))
	visit(t, tab, s.url)
	if first := press(t, tab); !strings.Contains(first.Classes, "skip-link") {
		t.Fatalf("the first stop is %s", first.Name)
	}
	must(t, tab.Press("\r"))
	if at := browsertest.Eval[string](t, tab, "document.activeElement.id"); at != "main" {
		t.Errorf("the skip link leads to %q", at)
	}
	for _, next := range s.way(t, "", task) {
		follow(t, tab, s.url+next)
	}
	source := walkTo(t, tab, func(f focused) bool {
		return f.Href != "" && !strings.HasPrefix(f.Href, s.url)
	})
	if !strings.HasPrefix(source.Href, "http") {
		t.Errorf("the evidence leads to %q", source.Href)
	}
	browsertest.Eval[browsertest.Void](t, tab, "history.back(); ({})")
	way := append([]string{""}, s.way(t, "", task)...)
	arrive(t, tab, s.url+way[len(way)-2])
}

// press goes one stop further and looks at it.
func press(t *testing.T, tab *browser.Tab) focused {
	t.Helper()
	must(t, tab.Press("\t"))
	return browsertest.Eval[focused](t, tab, "checks.focus()")
}

// walkTo presses Tab until the element is the one wanted. Every stop on the way
// has to be seen.
func walkTo(t *testing.T, tab *browser.Tab, wanted func(focused) bool) focused {
	t.Helper()
	for range 400 {
		f := press(t, tab)
		if strings.HasPrefix(f.Name, "body") {
			continue // after the last stop, before the first
		}
		if !f.Ring || !f.Inside || f.Covered {
			t.Errorf("the focus is not to be seen: %+v", f)
		}
		if wanted(f) {
			return f
		}
	}
	t.Fatal("400 stops do not lead there")
	return focused{}
}

// follow walks to the link and presses Enter.
func follow(t *testing.T, tab *browser.Tab, url string) {
	t.Helper()
	walkTo(t, tab, func(f focused) bool { return f.Href == url })
	must(t, tab.Press("\r"))
	arrive(t, tab, url)
}

// arrive waits until the page at url is there, and puts the checks into it.
func arrive(t *testing.T, tab *browser.Tab, url string) {
	t.Helper()
	for range 100 {
		if browsertest.Eval[bool](t, tab, "location.href.split('#')[0] === "+quote(url)+" && document.readyState === 'complete'") {
			browsertest.Eval[browsertest.Void](t, tab, checksScript(t)+"; ({})")
			return
		}
		browsertest.Eval[bool](t, tab, "new Promise((done) => setTimeout(() => done(true), 20))")
	}
	t.Fatalf("%s does not come", url)
}

func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `\'`) + "'" }

// evidenced is the page of a task that shows a source.
func (s *builtSite) evidenced(t *testing.T) string {
	t.Helper()
	for _, p := range s.sorted() {
		if p.kind == "P/tasks/*" && one(p.doc, ".update") != nil && one(p.doc, ".outside-link") != nil {
			return p.path
		}
	}
	t.Fatal("no task shows a source")
	return ""
}

// way is the shortest way from one page to another, without the first.
func (s *builtSite) way(t *testing.T, from, to string) []string {
	t.Helper()
	before := map[string]string{from: from}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		for _, next := range s.targets(queue[0]) {
			if _, seen := before[next]; !seen {
				before[next] = queue[0]
				queue = append(queue, next)
			}
		}
	}
	var out []string
	for at := to; at != from; at = before[at] {
		if _, ok := before[at]; !ok {
			t.Fatalf("no way from %q to %q", from, to)
		}
		out = append([]string{at}, out...)
	}
	return out
}
