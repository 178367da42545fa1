package pagetest

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"jindu/generator/internal/plan"
)

var (
	gap       = regexp.MustCompile(`\p{Han} [0-9A-Za-z]|[0-9A-Za-z%] \p{Han}`)
	numbered  = regexp.MustCompile(`(^|[：表]|\. )\d+(\.\d+)* `) // the number of a project, task or table before its name
	oldYear   = regexp.MustCompile(`[发办〕\]）]?[\[(（](19|20)\d\d[\])）]\d+号`)
	broken    = regexp.MustCompile(`[^…]…[^…]|[^—]—[^—]`)
	longDay   = regexp.MustCompile(`^\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日$`)
	stampForm = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$`)
)

// quoted are the elements whose words are as their source has them.
var quoted = []string{"blockquote", ".issued", ".policy", "code", "pre", ".evidence", ".source-list", ".outside-link", "@lang"}

// words: checklist 24, 99, 101, 102, 103 and the rule that a page has no
// placeholder.
func (s *builtSite) words(t *testing.T) {
	for _, p := range s.sorted() {
		if pageLanguage(p) != "zh-CN" {
			continue
		}
		body := one(p.doc, "body")
		for n := range body.Descendants() {
			if n.Type == html.TextNode && !inside(n.Parent, "script", "style", "svg") {
				s.text(t, p, n)
			}
		}
		for _, d := range all(body, "time") {
			day(t, p, d)
		}
		for _, class := range []string{".update", ".latest__item"} {
			for _, item := range all(body, class) {
				if one(item, "time") == nil {
					t.Errorf("%s: an item of %s without a date: %s", p.path, class, words(item))
				}
			}
		}
	}
	s.styles(t)
}

func (s *builtSite) text(t *testing.T, p *builtPage, n *html.Node) {
	t.Helper()
	for _, form := range []string{"<nil>", "%!", "ZgotmplZ", "TODO", "undefined", "NaN", "<no value>"} {
		if strings.Contains(n.Data, form) {
			t.Errorf("%s: %q in %q", p.path, form, n.Data)
		}
	}
	if inside(n.Parent, quoted[:len(quoted)-1]...) || inParent(n, "@lang") {
		return
	}
	line := numbered.ReplaceAllString(strings.Join(strings.Fields(n.Data), " "), "")
	for _, rule := range []struct {
		form *regexp.Regexp
		what string
	}{{gap, "a space between Chinese and a digit or letter"}, {oldYear, "a document number without 〔〕"}, {broken, "half an ellipsis or dash"}} {
		found := rule.form.FindString(line)
		if found == "" || rule.form == broken && (line == "—" || strings.Contains(line, "月—") || regexp.MustCompile(`\d—\d`).MatchString(found)) {
			continue
		}
		t.Errorf("%s: %s: %q in %q", p.path, rule.what, found, line)
	}
}

// inParent reports whether n stands in an element that matches, other than the
// page's own root.
func inParent(n *html.Node, match string) bool {
	for q := n.Parent; q != nil; q = q.Parent {
		if q.Type == html.ElementNode && q.Data != "html" && is(q, match) {
			return true
		}
	}
	return false
}

func day(t *testing.T, p *builtPage, n *html.Node) {
	t.Helper()
	iso, shown := attr(n, "datetime"), words(n)
	if len(iso) < 10 {
		t.Errorf("%s: <time datetime=%q>", p.path, iso)
		return
	}
	d, err := plan.ParseDate(iso[:10])
	if err != nil || !(longDay.MatchString(shown) && shown == d.Chinese() || stampForm.MatchString(shown) && strings.HasPrefix(shown, iso[:10])) {
		t.Errorf("%s: <time datetime=%q> shows %q", p.path, iso, shown)
	}
}

// styles: what the style sheet has to say for all pages.
func (s *builtSite) styles(t *testing.T) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(s.public(), "css", "*.css"))
	must(t, err)
	sheet := ""
	for _, name := range files {
		body, err := os.ReadFile(name)
		must(t, err)
		sheet += string(body)
	}
	for _, no := range []string{"url(", "http://", "https://", "@import"} {
		if strings.Contains(sheet, no) {
			t.Errorf("the style sheet has %s", no)
		}
	}
	tight := regexp.MustCompile(`\s*([:;,{}])\s*`).ReplaceAllString(sheet, "$1")
	for _, yes := range []string{"text-autospace:normal", "line-break:strict", "tabular-nums", "@page", "prefers-color-scheme:dark", "forced-colors:active"} {
		if !strings.Contains(tight, yes) {
			t.Errorf("the style sheet lacks %s", yes)
		}
	}
	stack := regexp.MustCompile(`--font-sans:[^;}]*`).FindString(tight)
	latin, mac, win, linux := strings.Index(stack, "Segoe UI"), strings.Index(stack, "PingFang SC"), strings.Index(stack, "Microsoft YaHei"), strings.Index(stack, "Noto Sans CJK SC")
	if latin < 0 || mac < latin || win < mac || linux < win {
		t.Errorf("the font stack is %q: Latin first, then Chinese for Mac, Windows and Linux", stack)
	}
}
