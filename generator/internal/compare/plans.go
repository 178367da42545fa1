package compare

import (
	"slices"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/schema"
)

// Plans lists what changed in meaning from before to after: blocks first, then
// plan by plan in annex order, each indicator behind the task it decides, then
// the indicators of the plan as a whole, the units and the site.
func Plans(before, after Side) []Change {
	l := &list{names: func(id string) lang.Text {
		if name := after.name(id); name != lang.Same(id) {
			return name
		}
		return before.name(id)
	}}
	for _, p := range planPairs(before, after) {
		l.plan(p)
	}
	if before.Site != nil && after.Site != nil {
		l.units(before.Site, after.Site)
		l.site(before.Site, after.Site)
	}
	slices.SortStableFunc(l.changes, func(a, b Change) int { return order(a.Severity == Block) - order(b.Severity == Block) })
	return l.changes
}

func aboutPlan(p *plan.Plan) About {
	return About{Kind: AboutPlan, Plan: p.ID.V, ID: p.ID.V, Title: planTitle(p)}
}

func (l *list) plan(p pair[*progress.Report]) {
	l.subject(aboutPlan(p.shown().Plan))
	switch {
	case !p.is:
		old := p.before.Plan
		l.add(planRemoved, says(len(old.Tasks), len(old.Indicators)), was(old.At),
			fix(planFix()))
		return
	case !p.was:
		own := p.after.Plan
		updates, values := held(own)
		l.add(planAdded, says(len(own.Tasks), len(own.Indicators), updates, values), at(own.At))
		return
	}
	b, a := p.before.Plan, p.after.Plan
	why := reasons{notes: newNotes(b.Notes, a.Notes)}
	l.renumbered(b.ID, a.ID, why)
	l.planFields(b, a)
	l.projects(b.Projects, a.Projects)
	l.plainLists(schema.Plan(), planLists(b), planLists(a))
	l.related(schema.Plan(), b.Related, a.Related, why, cited(a))
	l.records(p.before, p.after, why)
}

// held counts a plan's updates and values.
func held(p *plan.Plan) (updates, values int) {
	for _, t := range p.Tasks {
		updates += len(t.Updates)
	}
	for _, i := range p.Indicators {
		values += len(i.Observations)
	}
	return updates, values
}

// records compares tasks and indicators.
func (l *list) records(before, after *progress.Report, why reasons) {
	c := records{list: l, before: before, after: after, why: why, cited: cited(after.Plan)}
	indicators := indicatorPairs(before.Indicators, after.Indicators)
	done := make([]bool, len(indicators))
	c.behind = map[string]reasons{}
	for _, p := range indicators {
		if p.was && p.is {
			c.behind[p.after.Indicator.Task.V] = c.behind[p.after.Indicator.Task.V].and(indicatorReasons(p.before.Indicator, p.after.Indicator))
		}
	}
	for _, t := range taskPairs(before.Tasks, after.Tasks) {
		c.task(t)
		for i, p := range indicators {
			if p.shown().Indicator.Task.V == t.shown().Task.ID.V {
				c.indicator(p)
				done[i] = true
			}
		}
	}
	for i, p := range indicators {
		if !done[i] {
			c.indicator(p)
		}
	}
}

// records is the comparison of one plan's tasks and indicators.
type records struct {
	*list
	before, after *progress.Report
	why           reasons            // of the plan
	behind        map[string]reasons // of a task's indicators, by the task's id
	cited         map[string]bool    // addresses that after still rests on
}

func (c *records) asOf() plan.Date { return c.after.AsOf }

// renumbered reports a new id of what is otherwise the same record: addresses on
// the site are made of ids.
func (l *list) renumbered(b, a plan.String, why reasons) {
	if b.V == a.V {
		return
	}
	l.add(idChanged, says(b.V, a.V), places(b.At, a.At),
		fix(idFix(b.V)),
		allowed(why.naming(b.V)))
}

// cited collects the addresses of all evidence of a plan.
func cited(p *plan.Plan) map[string]bool {
	out := map[string]bool{}
	enter := func(list []plan.Evidence) {
		for _, e := range list {
			out[e.URL.V] = true
		}
	}
	related := func(list []plan.Related) {
		for _, r := range list {
			enter(r.Evidence)
		}
	}
	related(p.Related)
	for _, t := range p.Tasks {
		related(t.Related)
		for _, u := range t.Updates {
			enter(u.Evidence)
		}
	}
	for _, i := range p.Indicators {
		related(i.Related)
		for _, o := range i.Observations {
			enter(o.Evidence)
		}
	}
	return out
}
