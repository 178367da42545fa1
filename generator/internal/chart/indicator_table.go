package chart

import (
	"math"
	"slices"
	"strconv"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// indicatorTable has a row for every year or period that has a number.
func indicatorTable(caption string, i *progress.Indicator, path []progress.PathPoint, l lang.Lang) Table {
	unit := unitOf(i.Indicator, l)
	t := Table{Caption: caption, Head: []string{
		lang.T("时期", "Period").In(l),
		lang.T("实际值（%s）", "Actual (%s)").Sprintf(unit).In(l),
		lang.T("目标值（%s）", "Target (%s)").Sprintf(unit).In(l),
		lang.T("所需路径（%s）", "Required path (%s)").Sprintf(unit).In(l),
	}}
	changed := i.Original() != nil
	if changed {
		t.Head = append(t.Head, lang.T("调整前的目标值（%s）", "Target before the change (%s)").Sprintf(unit).In(l))
	}
	for _, p := range tablePeriods(i, path) {
		row := periodRow(p, i, path, l)
		if changed {
			row = append(row, formerCell(p, i))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// formerCell is what the plan itself had set for the period.
func formerCell(p plan.Period, i *progress.Indicator) Cell {
	for _, t := range i.Targets {
		if len(t.Target.Earlier) > 0 && t.Target.Earlier[0].Period.V.Raw == p.Raw {
			return Cell{Text: t.Target.Earlier[0].Value.V.Raw, ID: "indicator/" + i.Indicator.ID.V + "/former/" + p.Raw}
		}
	}
	return Cell{Text: "—"}
}

func tablePeriods(i *progress.Indicator, path []progress.PathPoint) []plan.Period {
	var out []plan.Period
	add := func(p plan.Period) {
		if !slices.ContainsFunc(out, func(q plan.Period) bool { return q.Raw == p.Raw }) {
			out = append(out, p)
		}
	}
	if b := i.Indicator.Baseline; b.Given() {
		add(b.Period.V)
	}
	for _, t := range i.Targets {
		add(t.Target.Period.V)
		for _, e := range t.Target.Earlier {
			add(e.Period.V)
		}
	}
	for _, o := range published(i) {
		add(o.Period.V)
	}
	for _, p := range path {
		if year, err := plan.ParsePeriod(strconv.Itoa(int(p.X))); err == nil && p.X == math.Trunc(p.X) {
			add(year)
		}
	}
	slices.SortStableFunc(out, func(a, b plan.Period) int { return a.To.Time().Compare(b.To.Time()) })
	return out
}

func periodRow(p plan.Period, i *progress.Indicator, path []progress.PathPoint, l lang.Lang) []Cell {
	id := "indicator/" + i.Indicator.ID.V
	row := []Cell{{Text: lang.T(p.Chinese(), p.English()).In(l)}, {Text: undisclosed(l)}, {Text: "—"}, {Text: "—"}}
	if b := i.Indicator.Baseline; b.Given() && b.Period.V.Raw == p.Raw {
		words := lang.T("%s（基期）", "%s (base)")
		if b.Imputed {
			words = lang.T("%s（推算的基期）", "%s (imputed base)")
		}
		row[0].Text = words.Sprintf(row[0].Text).In(l)
		row[1] = Cell{Text: b.Value.V.Raw, ID: id + "/baseline"}
	}
	for _, o := range published(i) {
		if o.Period.V.Raw == p.Raw {
			row[1] = Cell{Text: o.Value.V.Raw, ID: id + "/observation/" + p.Raw}
		}
	}
	for _, t := range i.Targets {
		if t.Target.Period.V.Raw == p.Raw {
			row[2] = Cell{Text: t.Target.Value.V.Raw, ID: id + "/target/" + p.Raw}
		}
	}
	for _, pt := range path {
		if p.IsYear() && pt.X == float64(p.To.Year) {
			row[3] = Cell{Text: lang.Decimal(pt.Y, 2), ID: id + "/path/" + p.Raw}
		}
	}
	return row
}
