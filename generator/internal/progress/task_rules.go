package progress

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// rule makes a ruling without dates from its key and its sentence.
func rule(status Status, key string, words lang.Text) ruling {
	return ruling{status: status, why: Explanation{Rule: key, Words: words}}
}

// authorised is rule 1.
func authorised(d *docket) (ruling, bool) {
	for i := len(d.updates) - 1; i >= 0; i-- {
		u := d.updates[i]
		switch s := u.Status.V; {
		case (s == plan.SaysAdjusted || s == plan.SaysTerminated) && u.Authority.Given():
			words := map[string]lang.Text{
				plan.SaysAdjusted:   lang.T("任务已由文件调整：%s。", "A document changed the task: %s."),
				plan.SaysTerminated: lang.T("任务已由文件终止：%s。", "A document ended the task: %s."),
			}[s].Sprintf(u.Authority.V)
			return rule(Status(s), s, words), true
		case s != "" && u.Correction.Given():
			return ruling{}, false
		}
	}
	return ruling{}, false
}

// completed is rule 2.
func completed(d *docket) (ruling, bool) {
	late, reached := d.reached()
	if d.claim.evidence == 0 || !reached {
		return ruling{}, false
	}
	r := ruling{status: Completed, completed: d.claim.on}
	if late.After(r.completed) {
		r.completed = late
	}
	goals := lang.Text{}
	if len(d.goals) > 0 {
		goals = lang.T("，量化目标全部达到", " and every quantified goal is reached")
	}
	r.why = Explanation{Rule: "completed", Words: lang.T("%s已完成，有佐证%s。", "Completed by %s, with evidence%s.").Sprintf(day(r.completed), goals)}
	if dated(d.task) && d.task.Due.Given() {
		r.timing = OnTime
		note := lang.T("%s按期完成，有佐证%s。", "Completed on time, by %s, with evidence%s.")
		if r.completed.After(d.task.Due.V) {
			r.timing = Late
			note = lang.T("%s逾期完成，有佐证%s。", "Completed late, by %s, with evidence%s.")
		}
		r.why = Explanation{Rule: "completed." + string(r.timing), Words: note.Sprintf(day(r.completed), goals)}
	}
	return r, true
}

// overdue is rule 3.
func overdue(d *docket) (ruling, bool) {
	if !d.past {
		return ruling{}, false
	}
	due := day(d.task.Due.V)
	if u := d.admitted(); u != nil {
		words := lang.T("期限%s已过，截至%s的公开信息说明没有完成（%s）。", "The deadline of %s has passed, and a statement as of %s says it is not complete (%s).")
		return rule(Overdue, "overdue.stated", words.Sprintf(due, day(u.AsOf.V), stated(u.Status.V))), true
	}
	for _, g := range d.goals {
		if t, ok := g.missed(); ok {
			words := lang.T("期限%s已过，量化目标“%s”没有达到：%s", "The deadline of %s has passed and the goal “%s” was not reached: %s")
			return rule(Overdue, "overdue.goal", words.Sprintf(due, name(g.Indicator.Indicator.Name, g.Indicator.Indicator.NameEN), t.Why.Words)), true
		}
	}
	return ruling{}, false
}

// admitted returns the latest statement as of the deadline or later that the
// task is not complete, unless a later statement corrects it.
func (d *docket) admitted() *plan.Update {
	for i := len(d.stated) - 1; i >= 0; i-- {
		u := d.stated[i]
		if u.Status.V != plan.SaysCompleted {
			if u.AsOf.V.Before(d.task.Due.V) {
				return nil
			}
			return u
		}
		if u.Correction.Given() {
			return nil
		}
	}
	return nil
}

// saidNotStarted is rule 5.
func saidNotStarted(d *docket) (ruling, bool) {
	if !d.says(plan.SaysNotStarted) {
		return ruling{}, false
	}
	words := lang.T("截至%s的进展说明尚未启动。", "A statement as of %s says it has not started.")
	return rule(NotStarted, "not_started.stated", words.Sprintf(day(d.last().AsOf.V))), true
}

// ongoing is rule 6.
func ongoing(d *docket) (ruling, bool) {
	if dated(d.task) || len(d.updates) == 0 {
		return ruling{}, false
	}
	last := d.updates[len(d.updates)-1]
	words := lang.T("没有完成期限，持续推进；公开的进展有%d条，最近一条截至%s。", "Ongoing, without a deadline; public updates: %d, the latest as of %s.")
	return rule(InProgress, "ongoing", words.Sprintf(len(d.updates), day(last.AsOf.V))), true
}

// behind is the first half of rule 7.
func behind(d *docket) (ruling, bool) {
	if !dated(d.task) {
		return ruling{}, false
	}
	for _, g := range d.goals {
		if g.behind {
			words := lang.T("未到期限，量化目标“%s”落后：%s", "Not yet due; the goal “%s” is behind: %s")
			return rule(Behind, "behind.goal", words.Sprintf(name(g.Indicator.Indicator.Name, g.Indicator.Indicator.NameEN), g.targets[current(g.targets)].Why.Words)), true
		}
	}
	if !d.says(plan.SaysBehind) {
		return ruling{}, false
	}
	words := lang.T("未到期限，截至%s的进展说明进度滞后。", "Not yet due; a statement as of %s says it is behind.")
	return rule(Behind, "behind.stated", words.Sprintf(day(d.last().AsOf.V))), true
}

// onTrack is the second half of rule 7.
func onTrack(d *docket) (ruling, bool) {
	if !dated(d.task) {
		return ruling{}, false
	}
	if d.onPace() {
		words := lang.T("未到期限，%d个量化目标都不落后于序时进度。", "Not yet due; quantified goals: %d, none behind the time elapsed.")
		return rule(OnTrack, "on_track.goals", words.Sprintf(len(d.goals))), true
	}
	last := d.last()
	if last == nil || !last.AsOf.V.After(d.passed()) {
		return ruling{}, false
	}
	if last.Status.V == plan.SaysCompleted {
		words := lang.T("未到期限，截至%s的进展说已完成，但还不能确认，暂按推进中。", "Not yet due; a statement as of %s says it is completed, which is not confirmed: shown as in progress.")
		return rule(OnTrack, "on_track.unconfirmed", words.Sprintf(day(last.AsOf.V))), true
	}
	words := lang.T("未到期限，截至%s的进展说明正在推进。", "Not yet due; a statement as of %s says it is in progress.")
	return rule(OnTrack, "on_track.stated", words.Sprintf(day(last.AsOf.V))), true
}

func (d *docket) onPace() bool {
	for _, g := range d.goals {
		if !g.onPace {
			return false
		}
	}
	return len(d.goals) > 0
}

// passed is the last target date of the goals that is over. What was said
// before it does not tell how the task stands now.
func (d *docket) passed() plan.Date {
	last := plan.Date{}
	for _, g := range d.goals {
		for _, t := range g.targets {
			if to := t.Target.Period.V.To; t.Frozen && to.After(last) {
				last = to
			}
		}
	}
	return last
}

// startAhead is rule 8.
func startAhead(d *docket) (ruling, bool) {
	if !d.task.Start.Given() || !d.asOf.Before(d.task.Start.V) {
		return ruling{}, false
	}
	words := lang.T("启动日期%s还没有到。", "The start date, %s, is ahead.")
	return rule(NotStarted, "not_started.start", words.Sprintf(day(d.task.Start.V))), true
}

// undisclosed is rule 9 and always holds.
func undisclosed(d *docket) (ruling, bool) {
	switch {
	case len(d.updates) == 0 && len(d.goals) > 0 && d.anyValue():
		return rule(Undisclosed, "undisclosed.goals", lang.T("没有查到公开的进展；量化目标有公开数据，但不足以判断快慢。", "No public update was found; some values of the goals are public, but not enough to tell the pace.")), true
	case len(d.updates) == 0:
		return rule(Undisclosed, "undisclosed.silent", lang.T("没有查到公开的进展。", "No public update was found.")), true
	case len(d.stated) == 0:
		words := lang.T("公开的信息有%d条，都没有说明进度。", "Public updates: %d, none of which says how far it is.")
		return rule(Undisclosed, "undisclosed.unstated", words.Sprintf(len(d.updates))), true
	}
	words := lang.T("最近一次说明进度是截至%s，之后量化目标又有一个时间点已过，没有新的说明。", "The latest statement is as of %s; since then a date of the goals has passed with nothing new said.")
	return rule(Undisclosed, "undisclosed.stale", words.Sprintf(day(d.last().AsOf.V))), true
}

func (d *docket) anyValue() bool {
	for _, g := range d.goals {
		if len(g.Observations) > 0 {
			return true
		}
	}
	return false
}
