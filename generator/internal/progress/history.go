package progress

import (
	"time"

	"jindu/generator/internal/plan"
)

// Point is how a plan's tasks stood on a day, as the public could know then.
type Point struct {
	Day    plan.Date
	Counts Counts
}

// History judges the plan at the end of every half-year from its start, and on
// the day itself. Each point uses only what was known by its day, so that a
// point once made does not change when more becomes known. It is empty for a day
// before the plan's start.
func History(s *plan.Site, p *plan.Plan, asOf plan.Date) []Point {
	var out []Point
	for _, day := range halfYears(p.Start.V, asOf) {
		out = append(out, Point{Day: day, Counts: Assess(s, p, day).Counts})
	}
	return out
}

// halfYears lists every 30 June and 31 December from one day to another, both
// included, and the last day itself.
func halfYears(from, to plan.Date) []plan.Date {
	if from.After(to) {
		return nil
	}
	var out []plan.Date
	for year := from.Year; year <= to.Year; year++ {
		for _, day := range []plan.Date{{Year: year, Month: time.June, Day: 30}, {Year: year, Month: time.December, Day: 31}} {
			if !day.Before(from) && day.Before(to) {
				out = append(out, day)
			}
		}
	}
	return append(out, to)
}
