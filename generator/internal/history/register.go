package history

import (
	"jindu/generator/internal/compare"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// Register is the register of corrections of a plan as of the report's day: first
// what the records say, then what only the history knows, which is corrections
// that notes give for what was deleted or altered. The log is cut at the day.
func Register(r *progress.Report, l Log) []progress.Correction {
	out := r.Corrections()
	said := map[string]bool{}
	for _, c := range out {
		said[c.Reason] = true
	}
	known := l.Until(r.AsOf)
	for _, commit := range known.OfPlan(r.Plan.ID.V) {
		for _, e := range commit.Entries {
			if e.Reason != "" && !said[e.Reason] {
				out = append(out, e.correction(commit))
			}
		}
	}
	for _, c := range out {
		said[c.Reason] = true
	}
	for _, n := range notes(r, l) {
		on, _ := known.Noted(n.of, r.Plan.ID.V, n.id, n.text)
		if !said[n.text] {
			said[n.text] = true
			out = append(out, progress.Correction{Kind: progress.Corrected, Day: on, Of: n.of, ID: n.id, Title: n.title, Reason: n.text})
		}
	}
	progress.SortCorrections(out)
	return out
}

func (e Entry) correction(c Commit) progress.Correction {
	out := progress.Correction{
		Kind: progress.Corrected, Day: parseDay(c.Day), Of: e.Kind, ID: e.ID, Title: e.Title, What: e.Words,
		Before: e.Before, After: e.After, Reason: e.Reason,
	}
	if e.Reported {
		out.Unit = e.Unit
	}
	return out
}

// note is a correcting note that stands in the data.
type note struct {
	of, id, text string
	title        lang.Text
}

// notes are the correcting notes that belong to the report's day.
func notes(r *progress.Report, l Log) []note {
	var out []note
	add := func(of, id string, title lang.Text, list []plan.String) {
		stood := func(text string) (plan.Date, bool) { return l.Noted(of, r.Plan.ID.V, id, text) }
		for _, n := range r.Notes(list, stood) {
			if progress.Correcting(n.V) {
				out = append(out, note{of, id, n.V, title})
			}
		}
	}
	add(compare.AboutPlan, r.Plan.ID.V, lang.T(r.Plan.ShortTitle.V, r.Plan.ShortEN.V), r.Plan.Notes)
	for _, t := range r.Tasks {
		add(compare.AboutTask, t.Task.ID.V, titled(t.Number, lang.T(t.Task.Title.V, t.Task.TitleEN.V)), t.Task.Notes)
	}
	for _, i := range r.Indicators {
		add(compare.AboutIndicator, i.Indicator.ID.V, lang.T(i.Indicator.Name.V, i.Indicator.NameEN.V), i.Indicator.Notes)
	}
	return out
}
