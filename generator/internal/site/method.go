package site

import (
	"strings"

	"jindu/generator/internal/progress"
)

// method is what the method page draws beside its prose: the rules as the
// program holds them, so that page and program cannot drift.
func (b *builder) method() MethodData {
	example := progress.WorkedExample()
	data := MethodData{
		Statuses: b.statusRules(), Title: b.say(example.Title),
		Examples: []Explain{b.explain(example.Growth.Why), b.explain(example.Pace.Why)},
	}
	for _, m := range progress.Methods() {
		data.Methods = append(data.Methods, Method{
			Anchor: methodAnchor(m.Method), Name: b.say(m.Label), Help: b.say(m.Question), Formula: b.say(m.Formula),
			Limits: b.say(m.Limits), Source: b.say(m.Source), Bands: b.bands(m.Method), Used: b.usedBy(m.Method),
		})
	}
	return data
}

func (b *builder) bands(method string) []Rule {
	var rules []Rule
	for _, v := range progress.Bands(method) {
		rules = append(rules, Rule{Tag: b.verdictTag(v.Verdict), Rule: b.say(v.Rule)})
	}
	return rules
}

// usedBy lists the indicators that the method judges.
func (b *builder) usedBy(method string) []Link {
	links := []Link{}
	for _, r := range b.Reports {
		p := &planBuilder{builder: b, Report: r, root: r.Plan.ID.V + "/"}
		for _, i := range r.Indicators {
			if i.Indicator.Method.V == method {
				links = append(links, p.indicatorLink(i))
			}
		}
	}
	return links
}

// methodAnchor is a method's place on the method page.
func methodAnchor(method string) string { return strings.ReplaceAll(method, "_", "-") }
