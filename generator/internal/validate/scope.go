package validate

import (
	"fmt"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/document"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// scope is what a rule can look at.
type scope struct {
	site *plan.Site
	opts Options
}

// ask is one rule put to the site, or to one of its plans.
type ask struct {
	rule  diag.Rule
	scope *scope
	plan  *plan.Plan
	found *diag.List
}

// say reports that the rule is broken at a place.
func (a *ask) say(at diag.Range, path string, args ...any) {
	a.found.Add(a.rule.At(at, path, args...))
}

// compare reports that the rule is broken by two places together.
func (a *ask) compare(at diag.Range, path string, other diag.Range, words lang.Text, args ...any) {
	d := a.rule.At(at, path, args...)
	if !other.IsZero() {
		d = d.With(other, words)
	}
	a.found.Add(d)
}

// document returns the text that the plan was issued as.
func (a *ask) document() (*document.Document, bool) {
	d, ok := a.scope.opts.Documents[a.plan.ID.V]
	return d, ok && d != nil
}

// The functions below put a rule to every plan, task, update or indicator.

func perPlan(f func(*ask, *plan.Plan)) func(*ask) {
	return func(a *ask) {
		for _, p := range a.scope.site.Plans {
			own := *a
			own.plan = p
			f(&own, p)
		}
	}
}

func perTask(f func(*ask, *plan.Task)) func(*ask) {
	return perPlan(func(a *ask, p *plan.Plan) {
		for _, t := range p.Tasks {
			f(a, t)
		}
	})
}

func perUpdate(f func(a *ask, u *plan.Update, path string)) func(*ask) {
	return perTask(func(a *ask, t *plan.Task) {
		for i, u := range t.Updates {
			f(a, u, fmt.Sprintf("updates[%d]", i))
		}
	})
}

func perIndicator(f func(*ask, *plan.Indicator)) func(*ask) {
	return perPlan(func(a *ask, p *plan.Plan) {
		for _, x := range p.Indicators {
			f(a, x)
		}
	})
}

// or returns the place of a value, or of the record that lacks it.
func or(at, record diag.Range) diag.Range {
	if at.IsZero() {
		return record
	}
	return at
}

// sources is one list of evidence and the path to it.
type sources struct {
	path string
	list []plan.Evidence
}

// evidence returns every list of evidence in the site.
func (s *scope) evidence() []sources {
	var out []sources
	for i, u := range s.site.Units {
		path := fmt.Sprintf("units[%d]", i)
		out = append(out, sources{path + ".basis_evidence", u.BasisFrom})
		for j, l := range u.Later {
			out = append(out, sources{fmt.Sprintf("%s.later[%d].evidence", path, j), l.Evidence})
		}
	}
	for _, p := range s.site.Plans {
		out = append(out, relatedSources(p.Related)...)
		for _, t := range p.Tasks {
			for i, u := range t.Updates {
				out = append(out, sources{fmt.Sprintf("updates[%d].evidence", i), u.Evidence})
			}
			out = append(out, relatedSources(t.Related)...)
		}
		for _, x := range p.Indicators {
			out = append(out, sources{"baseline.evidence", x.Baseline.Evidence})
			for i, o := range x.Observations {
				out = append(out, sources{fmt.Sprintf("observations[%d].evidence", i), o.Evidence})
			}
			out = append(out, relatedSources(x.Related)...)
		}
	}
	return out
}

func relatedSources(related []plan.Related) []sources {
	var out []sources
	for i, r := range related {
		out = append(out, sources{fmt.Sprintf("related[%d].evidence", i), r.Evidence})
	}
	return out
}

// index returns the path to a key of one record in a list.
func index(list string, i int, key string) string {
	return fmt.Sprintf("%s[%d].%s", list, i, key)
}
