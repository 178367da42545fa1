package progress

import (
	"cmp"
	"slices"

	"jindu/generator/internal/plan"
)

// expected marks a value that was forecast, not counted.
const expected = "expected"

// knownUpdates returns the updates that count on the day, in the order of the
// days they speak of. An update with evidence that appeared later is copied
// without it.
func knownUpdates(all []*plan.Update, asOf plan.Date) []*plan.Update {
	var known []*plan.Update
	for _, u := range all {
		if u.AsOf.V.After(asOf) || u.Known().After(asOf) {
			continue
		}
		if evidence := knownEvidence(u.Evidence, asOf); len(evidence) < len(u.Evidence) {
			earlier := *u
			earlier.Evidence = evidence
			u = &earlier
		}
		known = append(known, u)
	}
	slices.SortStableFunc(known, func(a, b *plan.Update) int { return byDate(a.AsOf.V, b.AsOf.V) })
	return known
}

// knownEvidence returns the evidence published by the day. A source that shows
// no date is as old as what it supports.
func knownEvidence(all []plan.Evidence, asOf plan.Date) []plan.Evidence {
	later := func(e plan.Evidence) bool { return e.Published.Given() && e.Published.V.After(asOf) }
	if !slices.ContainsFunc(all, later) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), later)
}

// knownObservations returns the values that the public knew on the day, by
// period, of one period in the order they became known.
func knownObservations(ind *plan.Indicator, asOf plan.Date) []plan.Observation {
	var known []plan.Observation
	for _, o := range ind.Observations {
		if o.Known().After(asOf) {
			continue
		}
		o.Evidence = knownEvidence(o.Evidence, asOf)
		known = append(known, o)
	}
	slices.SortStableFunc(known, func(a, b plan.Observation) int {
		return cmp.Or(byDate(a.Period.V.To, b.Period.V.To), byDate(b.Period.V.From, a.Period.V.From), byDate(a.Known(), b.Known()))
	})
	return known
}

// judging returns the values that may judge: counted, and their period over. Of
// several for one period the one known last stands last, and the last judges.
func judging(known []plan.Observation, asOf plan.Date) []plan.Observation {
	var out []plan.Observation
	for _, o := range known {
		if o.Flag.V != expected && !o.Period.V.To.After(asOf) {
			out = append(out, o)
		}
	}
	return out
}

// baselineKnown reports whether the baseline's evidence, where it is dated, had
// begun to appear by the day.
func baselineKnown(b plan.Baseline, asOf plan.Date) bool {
	return b.Given() && (len(b.Evidence) == 0 || len(knownEvidence(b.Evidence, asOf)) > 0)
}

func byDate(a, b plan.Date) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Day, b.Day))
}
