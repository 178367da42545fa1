package progress

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// lapsed is rule 4. It holds for every task past its deadline that no rule
// before it took, and tells which kind of silence it is.
func lapsed(d *docket) (ruling, bool) {
	if !d.past {
		return ruling{}, false
	}
	due := day(d.task.Due.V)
	switch _, reached := d.reached(); {
	case d.says(plan.SaysCompleted) && d.claim.evidence == 0:
		words := lang.T("期限%s已过，有信息说已完成，但没有佐证。", "The deadline of %s has passed; completion was stated without evidence.")
		return rule(Lapsed, "lapsed.unproven", words.Sprintf(due)), true
	case d.says(plan.SaysCompleted):
		words := lang.T("期限%s已过，有信息说已完成，但没有查到量化目标是否达到的公开数据。", "The deadline of %s has passed; completion was stated, but no public value was found that says whether the quantified goals were reached.")
		return rule(Lapsed, "lapsed.goals", words.Sprintf(due)), true
	case len(d.goals) > 0 && reached:
		words := lang.T("期限%s已过，量化目标已达到，但没有查到公开信息说明任务是否完成。", "The deadline of %s has passed and the quantified goals were reached, but no public statement was found that says whether the task is complete.")
		return rule(Lapsed, "lapsed.unclaimed", words.Sprintf(due)), true
	case len(d.updates) == 0:
		words := lang.T("期限%s已过，没有查到任何公开的进展。", "The deadline of %s has passed and no public update was found.")
		return rule(Lapsed, "lapsed.silent", words.Sprintf(due)), true
	case len(d.stated) == 0:
		words := lang.T("期限%s已过，公开的信息有%d条，都没有说明是否完成。", "The deadline of %s has passed; public updates: %d, none of which says whether it was completed.")
		return rule(Lapsed, "lapsed.unstated", words.Sprintf(due, len(d.updates))), true
	}
	words := lang.T("期限%s已过，最近一次说明是截至%s（%s），没有查到公开信息说明到期时是否完成。", "The deadline of %s has passed; the latest statement is as of %s (%s), and none was found that says whether it was completed.")
	return rule(Lapsed, "lapsed.stale", words.Sprintf(due, day(d.last().AsOf.V), stated(d.last().Status.V))), true
}
