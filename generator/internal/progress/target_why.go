package progress

import (
	"strconv"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// explain says why the verdict is what it is: one sentence, then the facts and
// the arithmetic.
func (h *hearing) explain() Explanation {
	var s steps
	h.factSteps(&s)
	h.ruleSteps(&s)
	rule := h.ind.Method.V + "." + string(h.Verdict)
	if h.Verdict == NotAssessable {
		rule += "." + h.refusal.Key
	}
	return Explanation{Rule: rule, Words: h.words(), Steps: s}
}

func (h *hearing) factSteps(s *steps) {
	t := h.Target.Target
	s.add(t.Value.At, lang.T("目标：%s%s。", "Target: for %s, %s."), periodWords(t.Period.V), condition(t, h.ind))
	for _, e := range t.Earlier {
		s.add(e.Value.At, lang.T("调整前的目标：%s%s。", "Before it was changed: for %s, %s."), periodWords(e.Period.V), condition(e.Target(), h.ind))
	}
	if len(t.Earlier) > 0 {
		s.add(t.Authority.At, lang.T("调整依据：%s（%s公布）。", "Changed by: %s (published on %s)."), t.Authority.V, day(t.Published.V))
	}
	state := lang.T("评价日期%s，目标时期未过。", "Judged as of %s, before the target's date is over.")
	if h.Frozen {
		state = lang.T("评价日期%s，目标时期已过，结论不再变动。", "Judged as of %s; the target's date has passed and the verdict stays.")
	}
	s.sum(state, day(h.asOf))
	s.add(h.ind.Method.At, lang.T("评价方法：%s。", "Method: %s."), methodLabel(h.ind.Method.V))
	h.baseStep(s)
	if o := h.value; o != nil {
		s.add(o.Value.At, lang.T("实际值：%s%s（%s公开）。", "Value: %s, %s (published by %s)."), periodWords(o.Period.V), amount(o.Value.V, h.ind), day(o.Known()))
	} else {
		s.add(h.ind.At, lang.T("实际值：没有查到可用于评价的公开数据。", "Value: none was found that could judge the target."))
	}
}

func (h *hearing) baseStep(s *steps) {
	o := h.origin
	switch {
	case !h.based || h.decided():
	case o.period == nil:
		s.add(o.at, lang.T("起点：从零算起，时间从方案起始日%s算起。", "Base: counted from zero, the time from the plan's start on %s."), day(o.day.AddDays(1)))
	case o.actual:
		s.add(o.at, lang.T("起点：上一个目标时期的实际值，%s%s。", "Base: the value for the target before, %s, %s."), periodWords(*o.period), amount(o.value, h.ind))
	case o.imputed:
		s.add(o.at, lang.T("基期值：%s%s（推算，不是公布的数）。", "Base: %s, %s (imputed, not published)."), periodWords(*o.period), amount(o.value, h.ind))
	default:
		s.add(o.at, lang.T("基期值：%s%s。", "Base: %s, %s."), periodWords(*o.period), amount(o.value, h.ind))
	}
}

// decided reports whether the comparison with the target settled the verdict,
// so that no trend was weighed.
func (h *hearing) decided() bool {
	switch h.Verdict {
	case Met, MetEased, Missed, NoData, Pending, NotJudged:
		return true
	}
	return false
}

func (h *hearing) ruleSteps(s *steps) {
	t := h.Target.Target
	if h.value != nil && h.ind.Method.V != plan.NoMethod {
		h.compareStep(s)
	}
	if !h.decided() {
		h.growthSteps(s)
		h.shareSteps(s)
	}
	if h.Verdict == NotAssessable {
		s.sum(lang.T("无法评估：%s。", "Not assessable: %s."), h.refusal.Words)
	}
	if h.Verdict == NoData && h.value != nil {
		s.sum(lang.T("%s没有查到公开的实际值；更早的数不能代替。", "No published value was found for %s; an earlier one does not stand in for it."), periodWords(t.Period.V))
	}
	s.sum(lang.T("结论：%s。%s", "Verdict: %s. %s"), h.Verdict.Info().Label, h.Verdict.Info().Rule)
}

func (h *hearing) compareStep(s *steps) {
	t, y := h.Target.Target, h.value.Value.V
	result := lang.T("不成立", "does not hold")
	if satisfies(y, t) {
		result = lang.T("成立", "holds")
	}
	s.sum(lang.T("比较：%s %s %s，%s。", "Comparison: %s %s %s %s."), minus(y.Raw), sign(t.Comparator.V), minus(t.Value.V.Raw), result)
	if a := h.Components.Achieved; a != nil {
		s.sum(lang.T("实际值 ÷ 目标值 = %s ÷ %s = %s。", "Value ÷ target = %s ÷ %s = %s."), y.Raw, t.Value.V.Raw, percent(*a))
	}
}

// sign is a comparator as it is printed.
func sign(comparator string) string {
	switch comparator {
	case ">=":
		return "≥"
	case "<=":
		return "≤"
	}
	return comparator
}

func (h *hearing) growthSteps(s *steps) {
	c := h.Components
	if c.Ratio != nil {
		o, t, value := h.origin, h.Target.Target, h.value
		y0 := bracket(minus(o.value.Raw))
		s.sum(lang.T("实际年均增速 = (%s ÷ %s)^(1 ÷ %s) − 1 = %s。", "Observed yearly growth = (%s ÷ %s)^(1 ÷ %s) − 1 = %s."),
			value.Value.V.Raw, y0, yearsBetween(o.day, value.Period.V.To), shown(*c.CAGRObserved, 4, 0))
		s.sum(lang.T("所需年均增速 = (%s ÷ %s)^(1 ÷ %s) − 1 = %s。", "Required yearly growth = (%s ÷ %s)^(1 ÷ %s) − 1 = %s."),
			t.Value.V.Raw, y0, yearsBetween(o.day, t.Period.V.To), shown(*c.CAGRRequired, 4, 0))
		s.sum(lang.Same("R = %s%s ÷ %s = %s"), direction(h.ind), bracket(shown(*c.CAGRObserved, 4, 0)), shown(abs(*c.CAGRRequired), 4, 0), ratio(*c.Ratio))
	}
	if c.RequiredNow != nil {
		s.sum(lang.T("从这个实际值到目标，今后每年还需变化%s。", "From this value to the target, a change of %s a year is still needed."), rate(*c.RequiredNow))
	}
}

// direction is the factor d of the formula where it is not 1.
func direction(ind *plan.Indicator) string {
	if ind.Direction.V == plan.Down {
		return "−1 × "
	}
	return ""
}

// yearsBetween is the time between two days in years, as a whole number where it is one.
func yearsBetween(from, to plan.Date) string {
	years := to.YearFraction() - from.YearFraction()
	return strconv.FormatFloat(float64(int(years*1000+0.5))/1000, 'f', -1, 64)
}

func (h *hearing) shareSteps(s *steps) {
	c, o := h.Components, h.origin
	if c.GapPoints == nil {
		return
	}
	y, goal := h.value.Value.V, h.Target.Target.Value.V
	if o.period == nil {
		s.sum(lang.T("完成比例 = %s ÷ %s = %s。", "Share done = %s ÷ %s = %s."), y.Raw, goal.Raw, percent(*c.Share))
	} else {
		y0 := bracket(minus(o.value.Raw))
		s.sum(lang.T("完成比例 = (%s − %s) ÷ (%s − %s) = %s。", "Share done = (%s − %s) ÷ (%s − %s) = %s."), minus(y.Raw), y0, minus(goal.Raw), y0, percent(*c.Share))
	}
	end, at := h.Target.Target.Period.V.To, h.value.Period.V.To
	s.sum(lang.T("序时进度：从%s到%s，截至%s时间过了%s。", "Pace: from %s to %s, by %s, %s of the time had passed."), day(o.day), day(end), day(at), percent(*c.Pace))
	s.sum(lang.T("差距 = 序时进度 − 完成比例 = %s个百分点（按未四舍五入的数计算）。", "Gap = pace − share = %s percentage points (from unrounded numbers)."), points(*c.GapPoints))
}

func abs(x float64) float64 { return max(x, -x) }
