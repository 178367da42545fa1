package progress

import (
	"jindu/generator/internal/plan"
)

// docket is what is weighed about one task. The rules of the package
// documentation read it and add nothing to it.
type docket struct {
	task    *plan.Task
	asOf    plan.Date
	past    bool           // the deadline is over
	updates []*plan.Update // known, oldest first
	stated  []*plan.Update // those that speak of completion
	claim   claim
	goals   []goal // those that decide
}

// ruling is what a rule decides.
type ruling struct {
	status    Status
	timing    Timing
	completed plan.Date
	why       Explanation // without steps
}

// assessTask applies the rules in order; the last one always holds.
func assessTask(t *plan.Task, goals []*Indicator, asOf plan.Date) *Task {
	d := open(t, goals, asOf)
	var r ruling
	for _, rule := range []func(*docket) (ruling, bool){
		authorised, completed, overdue, lapsed, saidNotStarted, ongoing, behind, onTrack, startAhead, undisclosed,
	} {
		if verdict, holds := rule(d); holds {
			r = verdict
			break
		}
	}
	out := &Task{Task: t, Status: r.status, Timing: r.timing, Completed: r.completed, Goals: goals, Why: r.why}
	out.Why.Steps = d.steps(r.status)
	for i := len(d.updates) - 1; i >= 0; i-- {
		u := d.updates[i]
		out.Updates = append(out.Updates, u)
		out.Sources += len(u.Evidence)
		if out.Reported == "" {
			out.Reported = u.Status.V
		}
	}
	return out
}

func open(t *plan.Task, goals []*Indicator, asOf plan.Date) *docket {
	d := &docket{
		task: t, asOf: asOf,
		past:    dated(t) && t.Due.Given() && asOf.After(t.Due.V),
		updates: knownUpdates(t.Updates, asOf),
	}
	for _, u := range d.updates {
		switch u.Status.V {
		case plan.SaysNotStarted, plan.SaysInProgress, plan.SaysBehind, plan.SaysCompleted:
			d.stated = append(d.stated, u)
		}
	}
	d.claim = claimed(d.stated)
	for _, g := range goals {
		if g.Indicator.Method.V != plan.NoMethod {
			d.goals = append(d.goals, newGoal(g, t))
		}
	}
	return d
}

func dated(t *plan.Task) bool { return t.Schedule.V == plan.Deadline }

// last is the latest statement, nil where there is none.
func (d *docket) last() *plan.Update {
	if n := len(d.stated); n > 0 {
		return d.stated[n-1]
	}
	return nil
}

func (d *docket) says(status string) bool { return d.last() != nil && d.last().Status.V == status }

// claim is the run of latest statements that all say completed.
type claim struct {
	updates  []*plan.Update
	evidence int
	on       plan.Date // the day of completion it gives; zero without evidence
}

func claimed(stated []*plan.Update) claim {
	first := len(stated)
	for first > 0 && stated[first-1].Status.V == plan.SaysCompleted {
		first--
	}
	c := claim{updates: stated[first:]}
	given := plan.Date{}
	for _, u := range c.updates {
		if len(u.Evidence) > 0 && c.evidence == 0 {
			c.on = u.AsOf.V
		}
		c.evidence += len(u.Evidence)
		if u.CompletedOn.Given() {
			given = u.CompletedOn.V
		}
	}
	if c.evidence > 0 && !given.IsZero() {
		c.on = given
	}
	return c
}

// goal is a quantified goal with the targets that decide the task.
type goal struct {
	*Indicator
	targets []Target
	behind  bool // it makes an open task behind
	onPace  bool // it makes an open task on track
}

func newGoal(ind *Indicator, t *plan.Task) goal {
	g := goal{Indicator: ind}
	for _, x := range ind.Targets {
		if dated(t) && t.Due.Given() && !x.Target.Period.V.To.After(t.Due.V) {
			g.targets = append(g.targets, x)
		}
	}
	if len(g.targets) == 0 {
		g.targets = ind.Targets
	}
	g.weigh()
	return g
}

// weigh tells how the goal stands while the task is open.
func (g *goal) weigh() {
	if len(g.targets) == 0 {
		return
	}
	silent := false
	for _, t := range g.targets {
		silent = silent || t.Frozen && t.Verdict == NoData
	}
	switch g.targets[current(g.targets)].Verdict {
	case Lagging, FarBehind, Moderate, Limited, Deterioration, Missed:
		g.behind = true
	case Met, MetEased, Ahead, Near, Substantial:
		g.onPace = !silent
	}
}

// reached reports whether every target is met, be it late, and the day of the
// last value that reached one after its date.
func (g goal) reached() (late plan.Date, ok bool) {
	for _, t := range g.targets {
		if t.Verdict.Reached() {
			continue
		}
		if t.Later == nil {
			return plan.Date{}, false
		}
		if to := t.Later.Period.V.To; to.After(late) {
			late = to
		}
	}
	return late, len(g.targets) > 0
}

// missed returns the first target that is missed.
func (g goal) missed() (Target, bool) {
	for _, t := range g.targets {
		if t.Verdict == Missed {
			return t, true
		}
	}
	return Target{}, false
}

// reached reports whether every goal is, and the latest day one was reached late.
func (d *docket) reached() (late plan.Date, ok bool) {
	for _, g := range d.goals {
		on, done := g.reached()
		if !done {
			return plan.Date{}, false
		}
		if on.After(late) {
			late = on
		}
	}
	return late, true
}
