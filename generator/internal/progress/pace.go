package progress

import (
	"math/big"

	"jindu/generator/internal/plan"
)

// Shares compares the part of the way that is done with the part of the time
// that is over.
type Shares struct {
	Share float64 // (y − y0) ÷ (yT − y0)
	Pace  float64 // 序时进度: (t − s) ÷ (e − s), from 0 to 1
	Gap   float64 // (pace − share) × 100, in percentage points; above 0 is behind
}

// The thresholds of the gap, in percentage points.
const (
	laggingFrom   = 10.0
	farBehindOver = 30.0
)

// SharePace computes share, pace and gap for a value as of the day at, on the way
// from base on the day start to target on the day end. Counts from zero have the
// base 0. Formula: 完成比例 against 序时进度 as in Chinese progress bulletins;
// time is measured in years by plan.Date.YearFraction. The arithmetic is exact
// and each result rounded once, so that a gap of ten points is exactly 10. It
// refuses a target equal to the base, a target on the wrong side of the base and
// a target not later than the start.
func SharePace(base, value, target plan.Number, start, at, end plan.Date, direction string) (Shares, Refusal) {
	y0, y, yT := rational(base), rational(value), rational(target)
	way := sub(yT, y0)
	switch {
	case way.Sign() == 0:
		return Shares{}, TargetEqualsBase
	case (way.Sign() < 0) != (direction == plan.Down):
		return Shares{}, TargetBehindBase
	case !end.After(start):
		return Shares{}, TargetNotAfterBase
	}
	share := quo(sub(y, y0), way)
	pace := clamp(quo(sub(years(at), years(start)), sub(years(end), years(start))))
	gap := new(big.Rat).Mul(sub(pace, share), big.NewRat(100, 1))
	return Shares{Share: float(share), Pace: float(pace), Gap: float(gap)}, Refusal{}
}

// PaceBand names the band of a gap in percentage points: not above 0 is on pace,
// below 10 nearly, 10 to 30 behind, over 30 far behind. The first band closes
// the hole that the thresholds published by 银川 leave between 0 and 10. The gap
// is compared unrounded.
func PaceBand(gap float64) Verdict {
	switch {
	case gap <= 0:
		return Ahead
	case gap < laggingFrom:
		return Near
	case gap <= farBehindOver:
		return Lagging
	}
	return FarBehind
}

// rational reads the number as its source printed it.
func rational(n plan.Number) *big.Rat {
	if r, ok := new(big.Rat).SetString(n.Raw); ok {
		return r
	}
	r := new(big.Rat)
	r.SetFloat64(n.Float)
	return r
}

// years is plan.Date.YearFraction without rounding.
func years(d plan.Date) *big.Rat {
	days := int64(plan.Date{Year: d.Year, Month: 12, Day: 31}.Time().YearDay())
	part := big.NewRat(int64(d.Time().YearDay()), days)
	return part.Add(part, big.NewRat(int64(d.Year-1), 1))
}

func clamp(r *big.Rat) *big.Rat {
	one := big.NewRat(1, 1)
	switch {
	case r.Sign() < 0:
		return new(big.Rat)
	case r.Cmp(one) > 0:
		return one
	}
	return r
}

func sub(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }

func quo(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }

func float(r *big.Rat) float64 { f, _ := r.Float64(); return f }
