package progress

import (
	"slices"

	"jindu/generator/internal/plan"
)

// latest lists every known update and value, newest first: by the day it became
// known, then by the day it speaks of, then in the order of tasks and indicators.
func latest(r *Report) []Latest {
	var out []Latest
	for _, t := range r.Tasks {
		for _, u := range t.Updates {
			out = append(out, Latest{Known: u.Known(), Task: t, Update: u})
		}
	}
	for _, ind := range r.Indicators {
		for i := len(ind.Observations) - 1; i >= 0; i-- {
			o := &ind.Observations[i]
			out = append(out, Latest{Known: o.Known(), Indicator: ind, Observation: o})
		}
	}
	slices.SortStableFunc(out, func(a, b Latest) int {
		if c := byDate(b.Known, a.Known); c != 0 {
			return c
		}
		return byDate(b.speaksOf(), a.speaksOf())
	})
	return out
}

func (l Latest) speaksOf() plan.Date {
	if l.Update != nil {
		return l.Update.AsOf.V
	}
	return l.Observation.Period.V.To
}
