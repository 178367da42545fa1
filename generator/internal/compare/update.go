package compare

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

// updates compares what was said of a task. back tells that the task's own status
// went back from completed, which then needs no second mention.
func (c *records) updates(b, a *plan.Task, why reasons, back bool) {
	newest := latest(b.Updates)
	for _, p := range updatePairs(b.Updates, a.Updates) {
		switch {
		case !p.is:
			c.updateGone(p.before, why)
		case !p.was:
			c.updateNew(p.after, newest)
		default:
			c.sameUpdate(p.before, p.after, why, back)
		}
	}
}

func latest(list []*plan.Update) plan.Date {
	last := plan.Date{}
	for _, u := range list {
		if u.AsOf.V.After(last) {
			last = u.AsOf.V
		}
	}
	return last
}

// stated is what an update says of the task.
func (c *records) stated(u *plan.Update) lang.Text {
	if !u.Status.Given() {
		return lang.T("没有说明是否完成", "nothing said of completion")
	}
	return c.shown(schema.Update(), text("status", u.Status))
}

func (c *records) updateGone(u *plan.Update, why reasons) {
	c.add(updateRemoved, says(day(u.AsOf.V), c.stated(u)), was(u.At), values(lang.Same(u.Summary.V), lang.Text{}),
		fix(noteFix(lang.T("截至%s的进展", "the update as of %s").Sprintf(day(u.AsOf.V)))),
		allowed(why.naming(dayMarks(u.AsOf.V)...)))
}

func (c *records) updateNew(u *plan.Update, newest plan.Date) {
	c.add(updateAdded, says(day(u.AsOf.V), c.stated(u), len(u.Evidence), brief(u.Summary.V), unseen(u.Known(), c.asOf())),
		at(u.At), values(lang.Text{}, lang.Same(u.Summary.V)))
	if u.AsOf.V.Before(newest) {
		c.add(updateBackdated, says(day(u.AsOf.V), day(newest)), at(u.AsOf.At))
	}
	for _, e := range u.Evidence {
		c.evidenceNew(e)
	}
}

func updateFields(u *plan.Update) []field {
	return []field{
		date("as_of", u.AsOf), text("status", u.Status), date("completed_on", u.CompletedOn),
		date("reported", u.Reported), date("published", u.Published), text("unit", u.Unit), text("basis", u.Basis),
		text("summary", u.Summary), text("problems", u.Problems), text("next", u.Next),
		text("correction", u.Correction), text("authority", u.Authority),
	}
}

func (c *records) sameUpdate(b, a *plan.Update, why reasons, back bool) {
	claimed := b.Status.V == plan.SaysCompleted
	fields(updateFields(b), updateFields(a), func(old, own field) {
		if old.key == "status" && claimed && !back {
			c.add(claimBack, says(day(a.AsOf.V), c.stated(a)), places(old.at, own.at), values(c.stated(b), c.stated(a)),
				fix(correctionFix()), allowed(first(why.corrections, why.authorities, why.notes)))
			return
		}
		c.field(updateField, schema.Update(), old, own, day(a.AsOf.V))
	})
	removed := evidenceRemoved
	if claimed {
		removed = proofRemoved
	}
	c.evidence(b.Evidence, a.Evidence, removed, noteFix(lang.T("截至%s的佐证", "the evidence as of %s").Sprintf(day(b.AsOf.V))), why.naming(dayMarks(b.AsOf.V)...))
}
