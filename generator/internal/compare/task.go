package compare

import (
	"fmt"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/schema"
)

func (c *records) aboutTask(t *progress.Task) About {
	return About{Kind: AboutTask, Plan: c.after.Plan.ID.V, ID: t.Task.ID.V, Number: t.Number, Title: lang.T(t.Task.Title.V, t.Task.TitleEN.V)}
}

func (c *records) task(p pair[*progress.Task]) {
	c.subject(c.aboutTask(p.shown()))
	switch {
	case !p.is:
		old := p.before.Task
		c.add(taskRemoved, says(len(old.Updates)), was(old.At), fix(recordFix(old.ID.V)), allowed(c.why.naming(old.ID.V)))
	case !p.was:
		c.add(taskAdded, says(status(p.after)), at(p.after.Task.At), ruled(p.after.Why.Rule, p.after.Why.Words))
	default:
		c.sameTask(p.before, p.after)
	}
}

// recordFix tells what to write where a task or indicator goes.
func recordFix(id string) lang.Text {
	return lang.T("误删的请恢复；不再做的任务，写一条 status: terminated 的进展和 authority，不要删除。确要删除，在 plan.yaml 的 notes 下加一条：- 更正%[1]s……（写明原因）",
		"Restore it if this was a mistake; a task that was given up gets an update with status: terminated and authority. Otherwise add to the notes of plan.yaml a line with 更正 that names %[1]s and says why.").Sprintf(id)
}

func (c *records) sameTask(b, a *progress.Task) {
	why := taskReasons(b.Task, a.Task)
	c.renumbered(b.Task.ID, a.Task.ID, c.why)
	back := c.status(b, a, why.and(c.behind[a.Task.ID.V]))
	c.deadline(b.Task, a.Task, why)
	fields(taskFields(b.Task), taskFields(a.Task), func(old, own field) {
		c.field(taskKind(old.key), schema.Task(), old, own)
	})
	c.updates(b.Task, a.Task, why, back)
	c.related(schema.Task(), b.Task.Related, a.Task.Related, why, c.cited)
	c.plainLists(schema.Task(), taskLists(b.Task), taskLists(a.Task))
}

func taskFields(t *plan.Task) []field {
	return []field{
		texts("lead", t.Lead), texts("support", t.Support), date("start", t.Start),
		text("quote", t.Quote), text("issued.lead", t.IssuedLead), text("issued.support", t.IssuedHelp), text("issued.schedule", t.IssuedWhen),
		text("title", t.Title), text("project", t.Project), number("order", t.Order),
		text("en.title", t.TitleEN), text("en.quote", t.QuoteEN),
	}
}

func number(key string, v plan.Int) field { return field{key, fmt.Sprint(v.V), v.At} }

func taskKind(key string) kind {
	switch key {
	case "lead", "support":
		return unitsChanged
	case "start":
		return scheduleChanged
	case "quote", "issued.lead", "issued.support", "issued.schedule":
		return wordingChanged
	}
	return fieldChanged
}

// status reports a published status that moved, or the rule under it, and whether
// the task was completed and is no more.
func (c *records) status(b, a *progress.Task, why reasons) (back bool) {
	more := []with{places(b.Task.At, a.Task.At), ruled(a.Why.Rule, a.Why.Words), values(status(b), status(a))}
	switch {
	case b.Status == progress.Completed && a.Status != progress.Completed:
		c.add(completedBack, says(status(b), status(a)), append(more, fix(correctionFix()), allowed(first(why.corrections, why.authorities, why.notes)))...)
		return true
	case b.Status != a.Status, b.Timing != a.Timing:
		c.add(statusMoved, says(status(b), status(a)), more...)
	case b.Why.Rule != a.Why.Rule:
		c.add(ruleMoved, says(status(a)), more...)
	}
	return false
}

func correctionFix() lang.Text {
	return lang.T("误改的请恢复。以前的说法有误的，保留原来那条，另加一条进展，写 correction: 以前的说法错在哪里、为什么更正。",
		"Restore it if this was a mistake. Where the earlier statement was wrong, keep it and add an update with correction: what was wrong and why it is taken back.")
}

// deadline reports a schedule that moved. Later, or open, asks for less.
func (c *records) deadline(b, a *plan.Task, why reasons) {
	if b.Schedule.V == a.Schedule.V && b.Due.V == a.Due.V {
		return
	}
	old, own := c.deadlineWords(b), c.deadlineWords(a)
	more := []with{places(dueAt(b), dueAt(a)), values(old, own)}
	if b.Due.Given() && (!a.Due.Given() || a.Due.V.After(b.Due.V)) {
		c.add(deadlineLoosened, says(old, own), append(more,
			fix(deadlineFix()),
			allowed(first(why.notes)))...)
		return
	}
	due, _ := schema.Task().Field("due")
	c.add(scheduleChanged, says(due.Title, old, own), more...)
}

func (c *records) deadlineWords(t *plan.Task) lang.Text {
	if t.Due.Given() {
		return day(t.Due.V)
	}
	return c.shown(schema.Task(), text("schedule", t.Schedule))
}

func dueAt(t *plan.Task) diag.Range {
	if t.Due.Given() {
		return t.Due.At
	}
	return t.Schedule.At
}
