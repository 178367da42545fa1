package progress

import (
	"math"

	"jindu/generator/internal/plan"
)

// PathPoint is one point of the required path: X in years as of
// Date.YearFraction, Y in the indicator's unit.
type PathPoint struct{ X, Y float64 }

// InForce is the indicator with its targets as they held on the day it was judged
// as of.
func (i *Indicator) InForce() *plan.Indicator {
	out := *i.Indicator
	out.Targets = nil
	for _, t := range i.Targets {
		out.Targets = append(out.Targets, t.Target)
	}
	return &out
}

// Original is the indicator with the targets that the plan set itself, where a
// document has changed any of them by the day; nil where none has.
func (i *Indicator) Original() *plan.Indicator {
	out := i.InForce()
	changed := false
	for k, t := range out.Targets {
		if len(t.Earlier) > 0 {
			out.Targets[k], changed = t.Earlier[0].Target(), true
		}
	}
	if !changed {
		return nil
	}
	return out
}

// RequiredPath is the line that reaches every target in turn. It starts from
// the baseline, or from zero on the plan's first day for what is counted from
// zero; without either it starts at the first target. Between two points it
// grows evenly, or by an even yearly rate where the method is cagr. Indicators
// that are only judged at their date have no path.
func RequiredPath(p *plan.Plan, i *plan.Indicator) []PathPoint {
	if i.Method.V != plan.ShareVsPace && i.Method.V != plan.CAGR {
		return nil
	}
	var path []PathPoint
	from, ok := pathStart(p, i)
	if ok {
		path = append(path, from)
	}
	for _, t := range i.Targets {
		to := PathPoint{t.Period.V.To.YearFraction(), t.Value.V.Float}
		if ok {
			path = append(path, between(from, to, i.Method.V)...)
		}
		path = append(path, to)
		from, ok = to, true
	}
	if len(path) < 2 {
		return nil
	}
	return path
}

func pathStart(p *plan.Plan, i *plan.Indicator) (PathPoint, bool) {
	if b := i.Baseline; b.Given() {
		return PathPoint{b.Period.V.To.YearFraction(), b.Value.V.Float}, true
	}
	fromZero := i.Method.V == plan.ShareVsPace && i.Direction.V == plan.Up
	return PathPoint{p.Start.V.YearFraction(), 0}, fromZero
}

// between returns the points at the ends of the years between two points.
func between(from, to PathPoint, method string) []PathPoint {
	var out []PathPoint
	for x := math.Floor(from.X) + 1; x < to.X; x++ {
		share := (x - from.X) / (to.X - from.X)
		y := from.Y + (to.Y-from.Y)*share
		if method == plan.CAGR && from.Y > 0 && to.Y > 0 {
			y = from.Y * math.Pow(to.Y/from.Y, share)
		}
		out = append(out, PathPoint{x, y})
	}
	return out
}
