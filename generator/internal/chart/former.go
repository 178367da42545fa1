package chart

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// former are the series of what the plan itself had set where a document has
// changed it since: the old path and the old targets, in grey. There are none
// where every target stands as issued. path is that of the original targets.
func former(p *plan.Plan, i *progress.Indicator, l lang.Lang) []trace {
	original := i.Original()
	if original == nil {
		return nil
	}
	color := "--chart-former"
	line := trace{name: lang.T("原路径", "Original path").In(l), color: color, line: "dotted", symbol: "none"}
	for _, x := range progress.RequiredPath(p, original) {
		line.points = append(line.points, point{x: x.X, y: x.Y})
	}
	marks := trace{name: lang.T("原目标", "Original target").In(l), color: color, symbol: "diamond", size: 12}
	for k, t := range original.Targets {
		if len(i.Targets[k].Target.Earlier) == 0 {
			continue
		}
		raw := t.Value.V.Raw
		label := lang.T("原目标 %s", "original %s").Sprintf(raw).In(l)
		place := "top"
		if now := i.Targets[k].Target; now.Period.V.To == t.Period.V.To && now.Value.V.Float > t.Value.V.Float {
			place = "bottom"
		}
		marks.points = append(marks.points, point{
			x: t.Period.V.To.YearFraction(), y: t.Value.V.Float, label: label, place: place,
			reads: reading{lang.T("原目标%s", "original target %s").Sprintf(withUnit(raw, i.Indicator, l)).In(l), words(t.Period.V, l)},
		})
	}
	return []trace{line, marks}
}

// setValues are the heights of every target, as it is and as it was.
func setValues(i *progress.Indicator) []float64 {
	var out []float64
	for _, t := range i.Targets {
		out = append(out, t.Target.Value.V.Float)
		for _, e := range t.Target.Earlier {
			out = append(out, e.Value.V.Float)
		}
	}
	return out
}
