package progress

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// steps lists the facts about the task in the order they are weighed, and the
// rule that decided.
func (d *docket) steps(s Status) []Step {
	var out steps
	out.sum(lang.T("评价日期：%s。", "As of %s."), day(d.asOf))
	d.scheduleSteps(&out)
	if len(d.updates) == 0 {
		out.add(d.task.At, lang.T("进展：没有查到公开的。", "Updates: none found."))
	}
	for _, u := range d.updates {
		d.updateSteps(&out, u)
	}
	for _, g := range d.goals {
		g.steps(&out)
	}
	out.sum(lang.T("适用规则：%s。%s", "Rule: %s. %s"), s.Info().Label, s.Info().Rule)
	return out
}

func (d *docket) scheduleSteps(out *steps) {
	t := d.task
	if t.Start.Given() {
		out.add(t.Start.At, lang.T("启动日期：%s。", "Start: %s."), day(t.Start.V))
	}
	switch {
	case !dated(t):
		out.add(t.Schedule.At, lang.T("没有完成期限，持续推进。", "No deadline: ongoing."))
	case !t.Due.Given():
		out.add(t.Schedule.At, lang.T("有时限，但没有写明日期。", "With a deadline, whose day is not given."))
	case d.past:
		out.add(t.Due.At, lang.T("完成期限：%s（含当天），已过。", "Deadline: %s (that day included), passed."), day(t.Due.V))
	default:
		out.add(t.Due.At, lang.T("完成期限：%s（含当天），未到。", "Deadline: %s (that day included), not yet passed."), day(t.Due.V))
	}
}

func (d *docket) updateSteps(out *steps, u *plan.Update) {
	at := u.At
	if u.Status.Given() {
		at = u.Status.At
	}
	out.add(at, lang.T("截至%s的进展：%s，佐证%d条。", "Update as of %s: %s; evidence: %d."), day(u.AsOf.V), stated(u.Status.V), len(u.Evidence))
	if u.CompletedOn.Given() {
		out.add(u.CompletedOn.At, lang.T("所说的完成日期：%s。", "Day of completion it gives: %s."), day(u.CompletedOn.V))
	}
	if u.Authority.Given() {
		out.add(u.Authority.At, lang.T("依据：%s。", "Authority: %s."), u.Authority.V)
	}
	if u.Correction.Given() {
		out.add(u.Correction.At, lang.T("更正：%s", "Correction: %s"), u.Correction.V)
	}
}

func (g goal) steps(out *steps) {
	ind := g.Indicator.Indicator
	for _, t := range g.targets {
		out.add(t.Target.Value.At, lang.T("量化目标“%s”：%s。%s", "Goal “%s”: %s. %s"), name(ind.Name, ind.NameEN), t.Verdict.Info().Label, t.Why.Words)
		if t.Later != nil {
			out.add(t.Later.Value.At, lang.T("目标时期以后的实际值：%s%s，晚于目标时期达到。", "A value after the target's date: %s, %s, reached late."), periodWords(t.Later.Period.V), amount(t.Later.Value.V, ind))
		}
	}
}
