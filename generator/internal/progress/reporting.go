package progress

import (
	"slices"
	"time"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// Reporting is what the public could learn of the tasks that a unit is
// responsible for, and when. The data holds no interval at which units report, so
// that the deadlines of the tasks are what it is measured by.
type Reporting struct {
	Tasks    int        // it is responsible for
	Updated  int        // of them with at least one public update
	Own      int        // of them with an update that the unit itself reported
	Newest   *Latest    // the update that became known last, nil where there is none
	Due      int        // tasks whose deadline has passed
	Answered int        // of those, with a public statement on how the deadline ended
	Lapsed   []UnitTask // the others, the oldest deadline first
	Ahead    []UnitTask // whose deadline is to come, the nearest first
	Open     int        // tasks without a deadline
}

// Reporting says how the public was told of the unit's tasks, on the report's day.
func (r *Report) Reporting(u *Unit) Reporting {
	out := Reporting{Tasks: len(u.Lead)}
	for _, t := range u.Lead {
		out.hear(t.Task, u.Unit.ID.V)
		switch due := t.Task.Task.Due; {
		case !dated(t.Task.Task) || !due.Given():
			out.Open++
		case !r.AsOf.After(due.V):
			out.Ahead = append(out.Ahead, t)
		case t.Task.Status == Lapsed:
			out.Due++
			out.Lapsed = append(out.Lapsed, t)
		default:
			out.Due++
			out.Answered++
		}
	}
	slices.SortStableFunc(out.Lapsed, byDue)
	slices.SortStableFunc(out.Ahead, byDue)
	return out
}

func byDue(a, b UnitTask) int { return byDate(a.Task.Task.Due.V, b.Task.Task.Due.V) }

// hear counts the updates of one task.
func (r *Reporting) hear(t *Task, unit string) {
	if len(t.Updates) > 0 {
		r.Updated++
	}
	if slices.ContainsFunc(t.Updates, func(x *plan.Update) bool { return x.Unit.V == unit }) {
		r.Own++
	}
	for _, x := range t.Updates {
		if r.Newest == nil || x.Known().After(r.Newest.Known) {
			r.Newest = &Latest{Known: x.Known(), Task: t, Update: x}
		}
	}
}

// Lag returns how many days passed from the day that an update speaks of until
// the public knew it.
func (l Latest) Lag() int {
	return int(l.Known.Time().Sub(l.speaksOf().Time()) / (24 * time.Hour))
}

// Sentence says it in words: what was published of the tasks, and what was said
// when they were due. It is empty for a unit that is responsible for nothing.
func (r Reporting) Sentence() lang.Text {
	if r.Tasks == 0 {
		return lang.Text{}
	}
	return joined(r.heardWords(), r.dueWords())
}

func (r Reporting) heardWords() lang.Text {
	if r.Updated == 0 {
		return lang.T("负责的%d项任务都没有查到公开进展，报送是否及时无从计算。",
			"No public update was found for any of the tasks it is responsible for (%d); whether it reports in time cannot be computed.").Sprintf(r.Tasks)
	}
	newest := lang.T("最近一次在%s公开，说的是截至%s的情况，相隔%d天。", "The latest was published on %s and speaks of %s, %d days before.").
		Sprintf(day(r.Newest.Known), day(r.Newest.Update.AsOf.V), r.Newest.Lag())
	if r.Newest.Lag() == 0 {
		newest = lang.T("最近一次公开，说的是截至%s的情况。", "The latest speaks of %s.").Sprintf(day(r.Newest.Update.AsOf.V))
	}
	return joined(lang.T("负责的%d项任务中，%d项有公开进展，其中%d项有本单位报送的进展。",
		"Of the tasks it is responsible for (%d), %d have a public update; %d have one that the unit itself reported.").Sprintf(r.Tasks, r.Updated, r.Own), newest)
}

func (r Reporting) dueWords() lang.Text {
	switch {
	case r.Open == r.Tasks:
		return lang.T("这些任务都没有完成期限。", "None of them has a deadline.")
	case r.Due == 0:
		return lang.T("还没有任务到期。", "None of them is due yet.")
	}
	return lang.T("%d项已到期：%d项有公开信息说明到期情况，%d项到期未披露。",
		"Deadlines passed: %d; a public statement tells how %d of them ended, %d are not disclosed.").Sprintf(r.Due, r.Answered, len(r.Lapsed))
}

// NextDue says what is due next, and where nothing is, why.
func (r Reporting) NextDue() lang.Text {
	dated := r.Tasks - r.Open
	switch {
	case dated == 0:
		return lang.T("没有将来的期限：负责的任务都是持续推进。", "Nothing is due: all its tasks are ongoing.")
	case len(r.Ahead) == 0 && len(r.Lapsed) == 0:
		return lang.T("没有将来的期限：%d项有时限任务的期限都已过，并且都有公开信息说明。", "Nothing is due: all its deadlines have passed (%d) and a public statement tells how each ended.").Sprintf(dated)
	case len(r.Ahead) == 0:
		return lang.T("没有将来的期限：%d项有时限任务的期限都已过。没有公开信息说明到期情况的，从最早的列起：", "Nothing is due: all its deadlines have passed (%d). Those whose end no public statement tells, the oldest first:").Sprintf(dated)
	}
	return lang.T("还有%d项任务的期限没有到，最近的是%s。", "Deadlines to come: %d, the nearest on %s.").Sprintf(len(r.Ahead), day(r.Ahead[0].Task.Task.Due.V))
}

// joined puts sentences one after the other, with the space that English needs.
func joined(sentences ...lang.Text) lang.Text {
	out := sentences[0]
	for _, s := range sentences[1:] {
		out = lang.T(out.ZH+s.ZH, out.EN+" "+s.EN)
	}
	return out
}
