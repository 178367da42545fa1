package progress

import (
	"slices"

	"jindu/generator/internal/plan"
)

// Turn is a day on which a task's published status became another, or something
// new was published about it. Task is the task as judged on that day.
type Turn struct {
	Day  plan.Date
	Task *Task
}

// TaskHistory tells how the task stood over time, the oldest first, as the public
// could know on each day: it judges the task anew, by the rules of today, on each
// day on which a fact became known, a deadline or the date of a goal had passed,
// and at the end of every half-year, where the passing of time alone shows.
func (r *Report) TaskHistory(t *Task) []Turn {
	var out []Turn
	for _, day := range r.turningDays(t) {
		var goals []*Indicator
		for _, g := range t.Goals {
			goals = append(goals, assessIndicator(r.Plan, g.Indicator, day))
		}
		now := assessTask(t.Task, goals, day)
		if n := len(out); n == 0 || differs(out[n-1].Task, now) {
			out = append(out, Turn{Day: day, Task: now})
		}
	}
	return out
}

func differs(a, b *Task) bool {
	return a.Status != b.Status || a.Timing != b.Timing || a.Why.Rule != b.Why.Rule ||
		len(a.Updates) != len(b.Updates) || a.Sources != b.Sources
}

// turningDays lists the days on which the task's status can change, in order,
// each once, from the plan's start to the report's day.
func (r *Report) turningDays(t *Task) []plan.Date {
	days := halfYears(r.Plan.Start.V, r.AsOf)
	add := func(d plan.Date) {
		if !d.IsZero() && !d.Before(r.Plan.Start.V) && !d.After(r.AsOf) {
			days = append(days, d)
		}
	}
	add(r.Plan.Start.V)
	add(t.Task.Start.V)
	if t.Task.Due.Given() {
		add(t.Task.Due.V.AddDays(1))
	}
	for _, u := range t.Updates {
		add(u.AsOf.V)
		add(u.Known())
		addPublished(add, u.Evidence)
	}
	for _, g := range t.Goals {
		addPublished(add, g.Indicator.Baseline.Evidence)
		for _, x := range g.Targets {
			add(x.Target.Period.V.To.AddDays(1))
			add(x.Target.Published.V)
			for _, e := range x.Target.Earlier {
				add(e.Period.V.To.AddDays(1))
				add(e.Published.V)
			}
		}
		for _, o := range g.Observations {
			add(o.Known())
			add(o.Period.V.To)
			addPublished(add, o.Evidence)
		}
	}
	slices.SortFunc(days, byDate)
	return slices.Compact(days)
}

func addPublished(add func(plan.Date), list []plan.Evidence) {
	for _, e := range list {
		add(e.Published.V)
	}
}
