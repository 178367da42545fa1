package chart

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// Panel is one of many small drawings of the same size: an indicator's targets,
// path and values on a scale of its own.
type Panel struct {
	Indicator *progress.Indicator
	Drawing   Drawing
}

// The size of a panel in px.
const (
	panelWidth  = 220
	panelHeight = 140
)

// Multiples draws every indicator small, all over the same years. The figure
// carries the numbers of all of them in one table and has no drawing of its own.
func Multiples(f Figure, p *plan.Plan, list []*progress.Indicator, l lang.Lang) (Figure, []Panel) {
	first, last := p.Start.V.Year-1, p.End.V.Year
	for _, i := range list {
		a, b := yearSpan(p, i)
		first, last = min(first, a), max(last, b)
	}
	f.Kind, f.Table = MultiplesKind, multiplesTable(f.Title, list, l)
	var panels []Panel
	for _, i := range list {
		panels = append(panels, Panel{i, panelDrawing(f.Sentence, p, i, first, last, l)})
	}
	return f, panels
}

func panelDrawing(says string, p *plan.Plan, i *progress.Indicator, first, last int, l lang.Lang) Drawing {
	path := progress.RequiredPath(p, i.InForce())
	list := traces(i, path, l)
	for k := range list {
		for j := range list[k].points {
			x := &list[k].points[j]
			if list[k].color != "--chart-target" {
				x.label = ""
			}
		}
	}
	for j, t := range i.Targets {
		list[1].points[j].label, list[1].points[j].place = t.Target.Value.V.Raw, "top"
	}
	chart := charts.NewLine()
	chart.SetGlobalOptions(
		charts.WithGridOpts(opts.Grid{Left: "24", Right: strconv.Itoa(max(24, endRoom(list, float64(last)))), Top: "26", Bottom: "26"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Min: first, Max: last, AxisLabel: axisText(), AxisLine: axisLine(true), SplitLine: gridLines(false)}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Show: opts.Bool(false), Min: axisMin(i), Max: axisMax(i, path)}),
	)
	for _, t := range list {
		t.size = t.size * 2 / 3
		chart.AddSeries(t.name, t.data(), t.look()...)
	}
	return Drawing{Option: option(chart, says, func(m map[string]any) {
		yearAxis(m)
		m["xAxis"].([]any)[0].(map[string]any)["interval"] = last - first // its two ends
		annotate(m, list)
	}), Width: panelWidth, Height: panelHeight}
}

// multiplesTable has the rows of every indicator's own table, without the paths.
func multiplesTable(caption string, list []*progress.Indicator, l lang.Lang) Table {
	t := Table{Caption: caption, Head: []string{
		lang.T("指标", "Indicator").In(l), lang.T("时期", "Period").In(l), lang.T("单位", "Unit").In(l),
		lang.T("实际值", "Actual").In(l), lang.T("目标值", "Target").In(l),
	}}
	for _, i := range list {
		for _, period := range tablePeriods(i, nil) {
			row := periodRow(period, i, nil, l)
			t.Rows = append(t.Rows, []Cell{
				{Text: lang.T(i.Indicator.Name.V, i.Indicator.NameEN.V).In(l)}, row[0], {Text: unitOf(i.Indicator, l)}, row[1], row[2],
			})
		}
	}
	return t
}
