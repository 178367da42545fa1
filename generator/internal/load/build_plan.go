package load

import "jindu/generator/internal/plan"

func newPlan(r record) *plan.Plan {
	return &plan.Plan{
		ID:         r.str("id"),
		Title:      r.str("title"),
		TitleEN:    r.sub("en").str("title"),
		ShortTitle: r.str("short_title"),
		ShortEN:    r.sub("en").str("short_title"),
		Number:     r.str("number"),
		Issuer:     r.str("issuer"),
		Signed:     r.date("signed"),
		Printed:    r.date("printed"),
		Disclosure: r.str("disclosure"),
		Start:      r.date("start"),
		End:        r.date("end"),
		Document:   issuedDocument(r.sub("document")),
		Projects:   each(r, "projects", project),
		Related:    each(r, "related", related),
		NotFound:   each(r, "not_found", notFound),
		Notes:      r.strs("notes"),
		At:         r.at(),
	}
}

func issuedDocument(r record) plan.Document {
	return plan.Document{
		File:    r.str("file"),
		SHA256:  r.str("sha256"),
		Origin:  r.str("origin"),
		Repairs: each(r, "repairs", repair),
		At:      r.at(),
	}
}

func repair(r record) plan.Repair {
	return plan.Repair{Kind: r.str("kind"), Lines: r.integers("lines"), Reason: r.str("reason"), At: r.at()}
}

func project(r record) *plan.Project {
	return &plan.Project{
		ID:          r.str("id"),
		Number:      r.integer("number"),
		Title:       r.str("title"),
		TitleEN:     r.sub("en").str("title"),
		Differences: each(r, "differences", difference),
		At:          r.at(),
	}
}

func difference(r record) plan.Difference {
	return plan.Difference{Where: r.str("where"), Quote: r.str("quote"), Note: r.str("note"), At: r.at()}
}

func related(r record) plan.Related {
	return plan.Related{
		Name:     r.str("name"),
		Value:    r.str("value"),
		Unit:     r.str("unit"),
		Period:   r.str("period"),
		Scope:    r.str("scope"),
		Derived:  r.str("derived"),
		Note:     r.str("note"),
		Evidence: each(r, "evidence", evidence),
		At:       r.at(),
	}
}

func notFound(r record) plan.NotFound {
	return plan.NotFound{
		Item:       r.str("item"),
		Result:     r.str("result"),
		Tasks:      r.strs("tasks"),
		Indicators: r.strs("indicators"),
		At:         r.at(),
	}
}
