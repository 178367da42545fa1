package progress

import (
	"jindu/generator/internal/plan"
)

// hearing is one target under judgement: the facts, and what became of them.
type hearing struct {
	*judge
	Target
	index   int
	value   *plan.Observation // the value that judges, nil where there is none
	own     bool              // it is of the target's own period
	origin  origin
	based   bool // origin holds a base
	refusal Refusal
}

// target judges target i.
func (j *judge) target(i int) Target {
	t := j.targets()[i]
	h := &hearing{judge: j, index: i, Target: Target{Target: t, Frozen: j.asOf.After(t.Period.V.To)}}
	h.value, h.own = j.latest(t)
	h.Components = Components{Method: j.ind.Method.V, TargetValue: t.Value.V.Float, TargetPeriod: t.Period.V.Raw}
	h.compute()
	h.Verdict = h.verdict()
	if h.Verdict.Reached() && h.Components.Ratio != nil {
		h.Components.Score = ptr(5.0)
	}
	if h.Verdict == Missed || h.Verdict == NoData {
		h.Later = j.after(t)
	}
	h.Why = h.explain()
	return h.Target
}

// verdict follows the order of the package documentation.
func (h *hearing) verdict() Verdict {
	satisfied := h.value != nil && satisfies(h.value.Value.V, h.Target.Target)
	switch {
	case h.ind.Method.V == plan.NoMethod:
		return NotJudged
	case satisfied && (!h.Frozen || h.own || h.level()):
		if h.original() != nil {
			return MetEased
		}
		return Met
	case h.Frozen && h.own:
		return Missed
	case h.Frozen:
		return NoData
	case h.value == nil:
		return Pending
	case h.refusal.Given():
		return NotAssessable
	case h.ind.Method.V == plan.CAGR:
		return GrowthBand(*h.Components.Ratio)
	}
	return PaceBand(*h.Components.GapPoints)
}

// original is the target before a document made it easier, where the value that
// judges does not satisfy it; else nil. Of several the oldest counts.
func (h *hearing) original() *plan.EarlierTarget {
	for i := range h.Target.Target.Earlier {
		e := &h.Target.Target.Earlier[i]
		if h.value != nil && (!satisfies(h.value.Value.V, e.Target()) || h.value.Period.V.To.After(e.Period.V.To)) {
			return e
		}
	}
	return nil
}

// compute fills the components and notes why the method's formula is refused.
func (h *hearing) compute() {
	if h.value != nil {
		h.Components.Value = ptr(h.value.Value.V.Float)
		h.Components.ValuePeriod = h.value.Period.V.Raw
		if h.floor(h.Target.Target) && (h.level() || h.ind.Nature.V == plan.Flow) {
			h.Components.Achieved = ptr(h.value.Value.V.Float / h.Target.Target.Value.V.Float)
		}
	}
	switch h.ind.Method.V {
	case plan.CAGR:
		h.refusal = h.growth()
		h.needed()
	case plan.ShareVsPace:
		h.refusal = h.shares()
	default:
		h.refusal = AtDeadline
	}
	if !h.refusal.Given() && h.origin.imputed {
		h.refusal = ImputedBase
	}
}

// base finds the base and notes it in the components.
func (h *hearing) base() Refusal {
	o, refusal := h.judge.origin(h.index)
	if refusal.Given() {
		return refusal
	}
	h.origin, h.based = o, true
	if o.period != nil {
		h.Components.Base = ptr(o.value.Float)
		h.Components.BasePeriod = o.period.Raw
		h.Components.BaseImputed = o.imputed
	}
	if h.value == nil || !h.value.Period.V.To.After(o.day) {
		return SinglePoint
	}
	return Refusal{}
}

func (h *hearing) growth() Refusal {
	if h.ind.Nature.V == plan.RateDifference {
		return RateItself
	}
	if refusal := h.base(); refusal.Given() {
		return refusal
	}
	c, goal := &h.Components, h.Target.Target
	g, refusal := GrowthRatio(h.origin.value.Float, h.origin.day.YearFraction(),
		*c.Value, h.value.Period.V.To.YearFraction(),
		c.TargetValue, goal.Period.V.To.YearFraction(), h.ind.Direction.V)
	if refusal.Given() {
		return refusal
	}
	c.CAGRObserved, c.CAGRRequired, c.Ratio = ptr(g.Observed), ptr(g.Required), ptr(g.Ratio)
	c.Score = ptr(OpenSDGScore(g.Ratio))
	h.share() // shown beside R; growth alone decides
	return Refusal{}
}

func (h *hearing) shares() Refusal {
	if refusal := h.base(); refusal.Given() {
		return refusal
	}
	return h.share()
}

func (h *hearing) share() Refusal {
	goal := h.Target.Target
	s, refusal := SharePace(h.origin.value, h.value.Value.V, goal.Value.V,
		h.origin.day, h.value.Period.V.To, goal.Period.V.To, h.ind.Direction.V)
	if !refusal.Given() {
		h.Components.Share, h.Components.Pace, h.Components.GapPoints = ptr(s.Share), ptr(s.Pace), ptr(s.Gap)
	}
	return refusal
}

// needed computes the yearly growth from the value to the target. It does not
// depend on the base.
func (h *hearing) needed() {
	goal := h.Target.Target
	if h.value == nil || h.Frozen || h.own || satisfies(h.value.Value.V, goal) || h.ind.Nature.V == plan.RateDifference {
		return
	}
	y, yT := h.value.Value.V.Float, goal.Value.V.Float
	if left := goal.Period.V.To.YearFraction() - h.value.Period.V.To.YearFraction(); y > 0 && yT > 0 {
		h.Components.RequiredNow = ptr(yearly(y, yT, left))
	}
}

func ptr[T any](v T) *T { return &v }
