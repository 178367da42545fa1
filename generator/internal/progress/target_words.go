package progress

import (
	"jindu/generator/internal/lang"
)

// words is the verdict and its reason in one sentence.
func (h *hearing) words() lang.Text {
	t := h.Target.Target
	due, goal := periodWords(t.Period.V), condition(t, h.ind)
	switch h.Verdict {
	case Met, MetEased, Missed:
		return h.comparedWords(due, goal)
	case NoData:
		return lang.T("%s目标（%s）已到期，没有查到公开的实际值。", "The target for %s (%s) is due and no published value was found.").Sprintf(due, goal)
	case Pending:
		return lang.T("%s目标（%s）未到期，还没有查到公开的实际值。", "The target for %s (%s) is not yet due and no published value was found.").Sprintf(due, goal)
	case NotJudged:
		return lang.T("%s目标（%s）：没有为这个指标指定评价方法，不评价。", "The target for %s (%s): no method is set for this indicator.").Sprintf(due, goal)
	case NotAssessable:
		return lang.T("%s目标（%s）：无法评估，%s。", "The target for %s (%s) cannot be assessed: %s.").Sprintf(due, goal, h.refusal.Words)
	case Substantial, Moderate, Limited, Deterioration:
		return h.growthWords(due, goal)
	}
	return h.shareWords(due, goal)
}

func (h *hearing) comparedWords(due, goal lang.Text) lang.Text {
	when, value := periodWords(h.value.Period.V), amount(h.value.Value.V, h.ind)
	switch {
	case h.Verdict == MetEased:
		was := h.original()
		return lang.T("%s实际值%s，达到调整后的%s目标（%s），没有达到原来的目标（%s%s）；调整依据：%s。", "The value for %s, %s, satisfies the changed target for %s (%s) and not the one before (%s, %s); changed by %s.").Sprintf(
			when, value, due, goal, periodWords(was.Period.V), condition(was.Target(), h.ind), h.Target.Target.Authority.V)
	case h.Verdict == Missed:
		return lang.T("%s实际值%s，没有达到%s目标（%s）。", "The value for %s, %s, does not satisfy the target for %s (%s).").Sprintf(when, value, due, goal)
	case h.own:
		return lang.T("%s实际值%s，达到%s目标（%s）。", "The value for %s, %s, satisfies the target for %s (%s).").Sprintf(when, value, due, goal)
	}
	return lang.T("%s实际值%s，提前达到%s目标（%s）。", "The value for %s, %s, satisfies the target for %s (%s) early.").Sprintf(when, value, due, goal)
}

func (h *hearing) growthWords(due, goal lang.Text) lang.Text {
	c := h.Components
	return lang.T("从%s到%s年均增速%s，要在%s达到%s需要%s，R = %s：%s。",
		"From %s to %s growth was %s a year; reaching the target for %s (%s) takes %s; R = %s: %s.").Sprintf(
		periodWords(*h.origin.period), periodWords(h.value.Period.V), rate(*c.CAGRObserved),
		due, goal, rate(*c.CAGRRequired), ratio(*c.Ratio), h.Verdict.Info().Label)
}

func (h *hearing) shareWords(due, goal lang.Text) lang.Text {
	c := h.Components
	gap := lang.T("不落后", "not behind")
	if *c.GapPoints > 0 {
		gap = lang.T("落后%s个百分点", "behind by %s percentage points").Sprintf(points(*c.GapPoints))
	}
	return lang.T("截至%s，%s目标（%s）完成%s，序时进度%s，%s：%s。",
		"By %s, of the way to the target for %s (%s), %s is done while %s of the time has passed, %s: %s.").Sprintf(
		day(h.value.Period.V.To), due, goal, percent(*c.Share), percent(*c.Pace), gap, h.Verdict.Info().Label)
}
