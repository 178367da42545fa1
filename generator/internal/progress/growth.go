package progress

import (
	"math"

	"jindu/generator/internal/plan"
)

// Growth compares yearly growth observed with yearly growth required. All three
// are fractions: 0.2 is 20% a year.
type Growth struct {
	Observed float64 // CAGR_o = (y ÷ y0)^(1 ÷ (t − t0)) − 1
	Required float64 // CAGR_r = (yT ÷ y0)^(1 ÷ (tT − t0)) − 1
	Ratio    float64 // R = d × CAGR_o ÷ |CAGR_r|, d = −1 where lower is better
}

// The thresholds of R (Open SDG, docs/progress, after Statistics Canada).
const (
	substantialFrom = 0.95
	moderateFrom    = 0.60
)

// tolerance is how near R counts as on a threshold: powers are computed in
// floating point, and a true 0.95 must not be lost to its sixteenth digit.
const tolerance = 1e-9

// shortestYears is the least time between base and value: a year, less a leap
// day, which moves the same date of two years by up to 0.003.
const shortestYears = 0.99

// GrowthRatio computes R from a base value and its time, a value, and the target.
// Times are in years (plan.Date.YearFraction of the period's last day). Formula:
// Open SDG progress calculation (CAGR method of Statistics Canada), without its
// replacement of 0 by 0.001. It refuses bases and values not above zero, a value
// less than a year after the base, and a target equal to the base or not later.
func GrowthRatio(base, t0, y, t, target, tT float64, direction string) (Growth, Refusal) {
	switch {
	case base <= 0:
		return Growth{}, BaseNotPositive
	case y <= 0 || target <= 0:
		return Growth{}, SignChange
	case t <= t0:
		return Growth{}, SinglePoint
	case t-t0 < shortestYears:
		return Growth{}, LessThanYear
	case tT <= t0:
		return Growth{}, TargetNotAfterBase
	case target == base:
		return Growth{}, TargetEqualsBase
	}
	g := Growth{Observed: yearly(base, y, t-t0), Required: yearly(base, target, tT-t0)}
	g.Ratio = g.Observed / math.Abs(g.Required)
	if direction == plan.Down {
		g.Ratio = 0 - g.Ratio
	}
	return g, Refusal{}
}

// yearly is the constant yearly growth that leads from one value to another.
func yearly(from, to, years float64) float64 { return math.Pow(to/from, 1/years) - 1 }

// GrowthBand names the band of R: substantial from 0.95, moderate from 0.60,
// limited from 0, deterioration below. R is compared unrounded.
func GrowthBand(r float64) Verdict {
	switch {
	case r >= substantialFrom-tolerance:
		return Substantial
	case r >= moderateFrom-tolerance:
		return Moderate
	case r >= 0:
		return Limited
	}
	return Deterioration
}

// OpenSDGScore maps R to −5…5 as Open SDG does with a numeric target:
// min(7.1429R − 4.2857, 5) from R = 0.6, else max(4.1667R − 2.5, −5). A target
// that is met scores 5, which is for the caller to say.
func OpenSDGScore(r float64) float64 {
	if r >= moderateFrom-tolerance {
		return math.Min(7.1429*r-4.2857, 5)
	}
	return math.Max(4.1667*r-2.5, -5)
}
