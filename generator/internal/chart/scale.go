package chart

import (
	"math"
	"slices"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// yearSpan returns the years at the ends of the axis: the plan's own span,
// widened to hold every value. The end of year y stands at y.
func yearSpan(p *plan.Plan, i *progress.Indicator) (first, last int) {
	first, last = p.Start.V.Year-1, p.End.V.Year
	if b := i.Indicator.Baseline; b.Given() {
		first = min(first, b.Period.V.To.Year)
	}
	for _, t := range i.Targets {
		last = max(last, t.Target.Period.V.To.Year)
		for _, e := range t.Target.Earlier {
			last = max(last, e.Period.V.To.Year)
		}
	}
	for _, o := range published(i) {
		first, last = min(first, o.Period.V.To.Year-1), max(last, o.Period.V.To.Year)
	}
	return first, last
}

// yearStep is the smallest whole number of years between labels that leaves
// each label 48 px.
func yearStep(first, last, width int) float64 {
	return math.Max(1, math.Ceil(float64(48*(last-first))/float64(width-70)))
}

// axisMax leaves room above the highest point for its label.
func axisMax(i *progress.Indicator, path []progress.PathPoint) float64 {
	if i.Indicator.Nature.V == plan.Share {
		return 110
	}
	values := append([]float64{0}, setValues(i)...)
	for _, o := range published(i) {
		values = append(values, o.Value.V.Float)
	}
	for _, p := range path {
		values = append(values, p.Y)
	}
	high := slices.Max(values)
	if high <= 0 {
		return 1
	}
	return niceAbove(high * 1.12)
}

// axisMin is zero, or the lowest number below it.
func axisMin(i *progress.Indicator) float64 {
	low := min(0, slices.Min(append(setValues(i), 0)))
	for _, o := range published(i) {
		low = min(low, o.Value.V.Float)
	}
	if b := i.Indicator.Baseline; b.Given() {
		low = min(low, b.Value.V.Float)
	}
	return low
}

// niceAbove rounds up to 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten,
// which axes can divide evenly.
func niceAbove(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 1.5, 2, 2.5, 3, 4, 5, 6, 8} {
		if n := m * power; n >= v {
			return n
		}
	}
	return 10 * power
}
