package progress

import (
	"slices"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/plan"
)

// assessIndicator judges each target of one indicator as of the day.
func assessIndicator(p *plan.Plan, ind *plan.Indicator, asOf plan.Date) *Indicator {
	known := knownObservations(ind, asOf)
	j := &judge{plan: p, ind: ind, asOf: asOf, values: judging(known, asOf)}
	out := &Indicator{Indicator: ind, Observations: known}
	if n := len(known); n > 0 {
		out.Latest = &known[n-1]
	}
	for i := range j.targets() {
		out.Targets = append(out.Targets, j.target(i))
	}
	out.Current = current(out.Targets)
	return out
}

// current is the index of the first target whose date has not passed, else of
// the last.
func current(targets []Target) int {
	for i, t := range targets {
		if !t.Frozen {
			return i
		}
	}
	return max(0, len(targets)-1)
}

// judge holds what is weighed about one indicator.
type judge struct {
	plan   *plan.Plan
	ind    *plan.Indicator
	asOf   plan.Date
	values []plan.Observation // as judging returns them
	sorted []plan.Target      // filled by targets
}

// targets returns the indicator's targets as they held on the day, in order of
// time.
func (j *judge) targets() []plan.Target {
	if j.sorted == nil {
		for _, t := range j.ind.Targets {
			j.sorted = append(j.sorted, t.InForce(j.asOf))
		}
		slices.SortStableFunc(j.sorted, func(a, b plan.Target) int { return byDate(a.Period.V.To, b.Period.V.To) })
	}
	return j.sorted
}

// level reports whether a figure as of any day may judge: it stands on a day
// rather than happening in a span of time.
func (j *judge) level() bool {
	switch j.ind.Nature.V {
	case plan.Stock, plan.Share, plan.Cumulative:
		return true
	}
	return false
}

// fits reports whether a value is of the right kind to judge the target at all.
func (j *judge) fits(o plan.Observation, t plan.Target) bool {
	return !o.Period.V.To.After(t.Period.V.To) && (j.level() || span(o.Period.V) == span(t.Period.V))
}

// span is the length of a period: in months, or 0 for a day.
func span(p plan.Period) int {
	if p.IsDay() {
		return 0
	}
	return (p.To.Year-p.From.Year)*12 + int(p.To.Month) - int(p.From.Month) + 1
}

// latest returns the last value that fits the target, and whether it is of the
// target's own period or day.
func (j *judge) latest(t plan.Target) (o *plan.Observation, own bool) {
	for i := len(j.values) - 1; i >= 0; i-- {
		if o := &j.values[i]; j.fits(*o, t) {
			return o, o.Period.V.To == t.Period.V.To
		}
	}
	return nil, false
}

// after returns the last value later than the target's date, if it satisfies the
// target; nil if it does not or there is none.
func (j *judge) after(t plan.Target) *plan.Observation {
	for i := len(j.values) - 1; i >= 0; i-- {
		o := &j.values[i]
		if !o.Period.V.To.After(t.Period.V.To) {
			return nil
		}
		if j.level() || span(o.Period.V) == span(t.Period.V) {
			if satisfies(o.Value.V, t) {
				return o
			}
			return nil
		}
	}
	return nil
}

// satisfies applies the comparator as written: 20.0 is not more than 20.
func satisfies(value plan.Number, t plan.Target) bool {
	y, goal := value.Float, t.Value.V.Float
	switch t.Comparator.V {
	case ">":
		return y > goal
	case ">=":
		return y >= goal
	case "<":
		return y < goal
	case "<=":
		return y <= goal
	}
	return false
}

// origin is what growth and shares are counted from.
type origin struct {
	value   plan.Number
	day     plan.Date
	period  *plan.Period // nil for zero at the plan's start
	imputed bool
	actual  bool // the actual value of the target before
	at      diag.Range
}

// origin returns the base that target i is counted from.
func (j *judge) origin(i int) (origin, Refusal) {
	growth := j.ind.Method.V == plan.CAGR
	if i > 0 {
		before := j.targets()[i-1]
		if !j.asOf.After(before.Period.V.To) {
			return origin{}, TargetBefore
		}
		if o, own := j.latest(before); own {
			return origin{value: o.Value.V, day: o.Period.V.To, period: &o.Period.V, actual: true, at: o.Value.At}, Refusal{}
		}
		if growth {
			return origin{}, missingActual(before.Period.V)
		}
	}
	if b := &j.ind.Baseline; baselineKnown(*b, j.asOf) {
		return origin{value: b.Value.V, day: b.Period.V.To, period: &b.Period.V, imputed: b.Imputed, at: b.Value.At}, Refusal{}
	}
	if growth || !j.fromZero(j.targets()[i]) {
		return origin{}, NoBase
	}
	if !j.plan.Start.Given() {
		return origin{}, NoStart
	}
	// The start day counts as elapsed only when it is over.
	return origin{value: plan.Number{Raw: "0"}, day: j.plan.Start.V.AddDays(-1), at: j.plan.Start.At}, Refusal{}
}

// fromZero reports whether value ÷ target is a share done: an amount to reach,
// counted from nothing. A ceiling has no such share.
func (j *judge) fromZero(t plan.Target) bool {
	return j.level() && j.floor(t)
}

// floor reports whether the target is an amount above zero to reach or exceed.
func (j *judge) floor(t plan.Target) bool {
	c := t.Comparator.V
	return j.ind.Direction.V != plan.Down && (c == ">" || c == ">=") && t.Value.V.Float > 0
}
