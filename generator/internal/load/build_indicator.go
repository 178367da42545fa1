package load

import "jindu/generator/internal/plan"

func indicator(r record) *plan.Indicator {
	en := r.sub("en")
	return &plan.Indicator{
		ID:           r.str("id"),
		Order:        r.integer("order"),
		Name:         r.str("name"),
		NameEN:       en.str("name"),
		Unit:         r.str("unit"),
		UnitEN:       en.str("unit"),
		Nature:       r.str("nature"),
		Direction:    r.str("direction"),
		Task:         r.str("task"),
		Scope:        r.str("scope"),
		ScopeEN:      en.str("scope"),
		Quotes:       each(r, "quotes", quote),
		Differences:  each(r, "differences", difference),
		Method:       r.str("method"),
		MethodNote:   r.str("method_note"),
		Baseline:     baseline(r.sub("baseline")),
		Targets:      each(r, "targets", target),
		Observations: each(r, "observations", observation),
		Related:      each(r, "related", related),
		Notes:        r.strs("notes"),
		At:           r.at(),
	}
}

func quote(r record) plan.Quote {
	return plan.Quote{Where: r.str("where"), Text: r.str("text"), At: r.at()}
}

func baseline(r record) plan.Baseline {
	return plan.Baseline{
		Period:   r.period("period"),
		Value:    r.number("value"),
		Imputed:  r.boolean("imputed"),
		Formula:  r.str("formula"),
		Evidence: each(r, "evidence", evidence),
		At:       r.at(),
	}
}

func target(r record) plan.Target {
	return plan.Target{
		Period:     r.period("period"),
		Value:      r.number("value"),
		Comparator: r.str("comparator"),
		Quote:      r.str("quote"),
		Authority:  r.str("authority"),
		Published:  r.date("published"),
		Earlier:    each(r, "earlier", earlierTarget),
		At:         r.at(),
	}
}

func earlierTarget(r record) plan.EarlierTarget {
	return plan.EarlierTarget{
		Period:     r.period("period"),
		Value:      r.number("value"),
		Comparator: r.str("comparator"),
		Quote:      r.str("quote"),
		Authority:  r.str("authority"),
		Published:  r.date("published"),
		At:         r.at(),
	}
}

func observation(r record) plan.Observation {
	return plan.Observation{
		Period:    r.period("period"),
		Value:     r.number("value"),
		Published: r.date("published"),
		Reported:  r.date("reported"),
		Unit:      r.str("unit"),
		Flag:      r.str("flag"),
		Note:      r.str("note"),
		Evidence:  each(r, "evidence", evidence),
		At:        r.at(),
	}
}
