package progress

import (
	"slices"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// CorrectionKind says why something published became something else.
type CorrectionKind string

// The kinds of correction. An error is corrected; a figure is revised by its
// source; what was promised is adjusted by a document.
const (
	Corrected CorrectionKind = "correction" // 更正
	Revised   CorrectionKind = "revision"   // 修订
	Changed   CorrectionKind = "adjustment" // 调整
)

// Label is the word for the kind.
func (k CorrectionKind) Label() lang.Text {
	return map[CorrectionKind]lang.Text{
		Corrected: lang.T("更正", "correction"), Revised: lang.T("修订", "revision"), Changed: lang.T("调整", "change by a document"),
	}[k]
}

// What a correction is about.
const (
	OfTask      = "task"
	OfIndicator = "indicator"
	OfPlan      = "plan"
)

// Correction is one entry of the register of corrections. Before and After are
// empty where the data do not say them; Day is zero where nothing dates it.
type Correction struct {
	Kind          CorrectionKind
	Day           plan.Date // from which the public could know it
	Of, ID        string    // OfTask and so on, and the record's id
	Title         lang.Text // of the record, with the number of a task
	What          lang.Text // which statement, value or target
	Before, After lang.Text
	Reason        string // in the data's words; of Changed the document
	Unit          string // id of the unit that reported it; "" where the data do not say
}

// Corrections is the register of what the records themselves say was corrected,
// revised or changed by a document, newest first, as known on the report's day.
func (r *Report) Corrections() []Correction {
	var out []Correction
	for _, t := range r.Tasks {
		out = append(out, t.corrections()...)
	}
	for _, i := range r.Indicators {
		out = append(out, i.revisions()...)
		out = append(out, i.changes()...)
	}
	SortCorrections(out)
	return out
}

// SortCorrections puts a register in its order: newest first, what has no day
// last.
func SortCorrections(list []Correction) {
	slices.SortStableFunc(list, func(a, b Correction) int { return byDate(b.Day, a.Day) })
}

func (t *Task) corrections() []Correction {
	var out []Correction
	for k, u := range t.Updates { // newest first
		c := Correction{
			Day: u.Known(), Of: OfTask, ID: t.Task.ID.V, Title: t.heading(), Unit: u.Unit.V,
			What: lang.T("截至%s的进展", "statement as of %s").Sprintf(day(u.AsOf.V)),
		}
		switch {
		case u.Correction.Given():
			c.Kind, c.Reason = Corrected, u.Correction.V
			c.Before, c.After = before(t.Updates[k+1:]), stated(u.Status.V)
		case u.Authority.Given():
			c.Kind, c.Reason, c.What = Changed, u.Authority.V, lang.T("任务%s", "task %s").Sprintf(stated(u.Status.V))
		default:
			continue
		}
		out = append(out, c)
	}
	return out
}

// before is what the last earlier statement said.
func before(earlier []*plan.Update) lang.Text {
	for _, u := range earlier {
		if u.Status.Given() {
			return lang.T("%s（截至%s）", "%s (as of %s)").Sprintf(stated(u.Status.V), day(u.AsOf.V))
		}
	}
	return lang.Text{}
}

func (t *Task) heading() lang.Text {
	return lang.T("%s %s", "%s %s").Sprintf(t.Number, name(t.Task.Title, t.Task.TitleEN))
}

func (i *Indicator) revisions() []Correction {
	var out []Correction
	x := i.Indicator
	for k, o := range i.Observations {
		if o.Flag.V != "revised" {
			continue
		}
		c := Correction{
			Kind: Revised, Day: o.Known(), Of: OfIndicator, ID: x.ID.V, Title: name(x.Name, x.NameEN), Unit: o.Unit.V, Reason: o.Note.V,
			What: lang.T("%s实际值", "value for %s").Sprintf(periodWords(o.Period.V)), After: amount(o.Value.V, x),
		}
		if k > 0 && i.Observations[k-1].Period.V.Raw == o.Period.V.Raw {
			c.Before = amount(i.Observations[k-1].Value.V, x)
		}
		out = append(out, c)
	}
	return out
}

// changes are the targets that documents changed, one entry for each change.
func (i *Indicator) changes() []Correction {
	var out []Correction
	x := i.Indicator
	for _, judged := range i.Targets {
		t := judged.Target
		now := plan.EarlierTarget{Period: t.Period, Value: t.Value, Comparator: t.Comparator, Authority: t.Authority, Published: t.Published}
		steps := append(slices.Clone(t.Earlier), now)
		for k := 1; k < len(steps); k++ {
			old, own := steps[k-1], steps[k]
			out = append(out, Correction{
				Kind: Changed, Day: own.Published.V, Of: OfIndicator, ID: x.ID.V, Title: name(x.Name, x.NameEN), Reason: own.Authority.V,
				What: lang.T("%s目标", "target for %s").Sprintf(periodWords(old.Period.V)), Before: promised(old, x), After: promised(own, x),
			})
		}
	}
	return out
}

func promised(e plan.EarlierTarget, x *plan.Indicator) lang.Text {
	return lang.T("%s%s", "for %s: %s").Sprintf(periodWords(e.Period.V), condition(e.Target(), x))
}

// Notes are the notes of a record that belong to the day. A correcting note
// (更正) was written after what it corrects: where the data know more than the
// public did on the day, it is used only if it is known to have stood there.
func (r *Report) Notes(list []plan.String, stood func(note string) (plan.Date, bool)) []plan.String {
	return slices.DeleteFunc(slices.Clone(list), func(n plan.String) bool {
		if !Correcting(n.V) {
			return false
		}
		if on, ok := stood(n.V); ok {
			return on.After(r.AsOf)
		}
		return !r.Complete
	})
}
