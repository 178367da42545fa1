package load

import "jindu/generator/internal/plan"

func task(r record) *plan.Task {
	issued := r.sub("issued")
	return &plan.Task{
		ID:          r.str("id"),
		Project:     r.str("project"),
		Order:       r.integer("order"),
		Title:       r.str("title"),
		TitleEN:     r.sub("en").str("title"),
		Quote:       r.str("quote"),
		QuoteEN:     r.sub("en").str("quote"),
		IssuedLead:  issued.str("lead"),
		IssuedHelp:  issued.str("support"),
		IssuedWhen:  issued.str("schedule"),
		Lead:        r.strs("lead"),
		Support:     r.strs("support"),
		Schedule:    r.str("schedule"),
		Start:       r.date("start"),
		Due:         r.date("due"),
		Differences: each(r, "differences", difference),
		Updates:     each(r, "updates", update),
		Related:     each(r, "related", related),
		Notes:       r.strs("notes"),
		At:          r.at(),
	}
}

func update(r record) *plan.Update {
	return &plan.Update{
		AsOf:        r.date("as_of"),
		Reported:    r.date("reported"),
		Published:   r.date("published"),
		Status:      r.str("status"),
		CompletedOn: r.date("completed_on"),
		Unit:        r.str("unit"),
		Basis:       r.str("basis"),
		Summary:     r.str("summary"),
		Problems:    r.str("problems"),
		Next:        r.str("next"),
		Correction:  r.str("correction"),
		Authority:   r.str("authority"),
		Evidence:    each(r, "evidence", evidence),
		At:          r.at(),
	}
}
