package progress

import (
	"slices"

	"jindu/generator/internal/plan"
)

// Related returns the figures of the list that the public knew on the report's
// day, each with the evidence known by then.
func (r *Report) Related(list []plan.Related) []plan.Related {
	var out []plan.Related
	for _, x := range list {
		if x.Evidence = r.Evidence(x.Evidence); len(x.Evidence) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// Later returns what was known on the report's day of a unit's later names.
func (r *Report) Later(u *plan.Unit) []plan.Later {
	var out []plan.Later
	for _, x := range u.Later {
		if x.Evidence = r.Evidence(x.Evidence); len(x.Evidence) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// NotFound returns what was looked for in vain. The search knew everything that
// stands in the data, so that its results belong to no earlier day.
func (r *Report) NotFound() []plan.NotFound {
	if r.Complete {
		return r.Plan.NotFound
	}
	return nil
}

// Evidence returns the sources that were public on the day. One that shows no
// date is used only where every dated one is: nobody can say that it is older.
func (r *Report) Evidence(all []plan.Evidence) []plan.Evidence {
	return slices.DeleteFunc(slices.Clone(all), func(e plan.Evidence) bool {
		if e.Published.Given() {
			return e.Published.V.After(r.AsOf)
		}
		return !r.Complete
	})
}

// complete reports whether every dated source of the plan and its site was
// public on the day.
func complete(s *plan.Site, p *plan.Plan, asOf plan.Date) bool {
	public := func(list []plan.Evidence) bool {
		return !slices.ContainsFunc(list, func(e plan.Evidence) bool { return e.Published.Given() && e.Published.V.After(asOf) })
	}
	related := func(list []plan.Related) bool {
		return !slices.ContainsFunc(list, func(x plan.Related) bool { return !public(x.Evidence) })
	}
	task := func(t *plan.Task) bool {
		late := func(u *plan.Update) bool { return u.Known().After(asOf) || !public(u.Evidence) }
		return related(t.Related) && !slices.ContainsFunc(t.Updates, late)
	}
	indicator := func(i *plan.Indicator) bool {
		late := func(o plan.Observation) bool { return o.Known().After(asOf) || !public(o.Evidence) }
		if slices.ContainsFunc(i.Targets, func(t plan.Target) bool { return t.Published.Given() && t.Published.V.After(asOf) }) {
			return false
		}
		return related(i.Related) && !slices.ContainsFunc(i.Observations, late)
	}
	unit := func(u *plan.Unit) bool {
		return !slices.ContainsFunc(u.Later, func(l plan.Later) bool { return !public(l.Evidence) })
	}
	return related(p.Related) &&
		!slices.ContainsFunc(p.Tasks, func(t *plan.Task) bool { return !task(t) }) &&
		!slices.ContainsFunc(p.Indicators, func(i *plan.Indicator) bool { return !indicator(i) }) &&
		!slices.ContainsFunc(s.Units, func(u *plan.Unit) bool { return !unit(u) })
}
