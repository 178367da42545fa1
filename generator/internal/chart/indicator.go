package chart

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// IndicatorLine draws an indicator's published values against its targets and
// the path that would reach them. f carries the words; the rest is filled in.
func IndicatorLine(f Figure, p *plan.Plan, i *progress.Indicator, l lang.Lang) Figure {
	path := progress.RequiredPath(p, i.InForce())
	f.Table = indicatorTable(f.Title, i, path, l)
	f.Wide = lineDrawing(f.Sentence, p, i, path, wideWidth, 340, l)
	f.Narrow = lineDrawing(f.Sentence, p, i, path, narrowWidth, 280, l)
	f.Explore = true
	return f
}

func lineDrawing(says string, p *plan.Plan, i *progress.Indicator, path []progress.PathPoint, width, height int, l lang.Lang) Drawing {
	first, last := yearSpan(p, i)
	list := append(traces(i, path, l), former(p, i, l)...)
	clearPath(list, path, float64(width-70)/float64(last-first), float64(height-80)/axisMax(i, path))
	chart := charts.NewLine()
	chart.SetGlobalOptions(
		charts.WithGridOpts(opts.Grid{
			Left: "8", Right: strconv.Itoa(endRoom(list, float64(last))), Top: "44", Bottom: "8", ContainLabel: opts.Bool(true),
		}),
		charts.WithXAxisOpts(opts.XAxis{
			Type: "value", Min: first, Max: last, MinInterval: yearStep(first, last, width), MaxInterval: yearStep(first, last, width),
			AxisLabel: axisText(), AxisLine: axisLine(true), SplitLine: gridLines(false),
		}),
		charts.WithYAxisOpts(opts.YAxis{
			Type: "value", Name: unitOf(i.Indicator, l), AxisLabel: axisText(), AxisLine: axisLine(false), SplitLine: gridLines(true),
			Max: axisMax(i, path),
		}),
	)
	for _, t := range list {
		chart.AddSeries(t.name, t.data(), t.look()...)
	}
	return Drawing{Option: option(chart, says, func(m map[string]any) {
		yearAxis(m)
		if i.Indicator.Nature.V == plan.Share { // the axis ends above 100 %, to leave room for labels
			m["yAxis"].([]any)[0].(map[string]any)["axisLabel"].(map[string]any)["showMaxLabel"] = false
		}
		annotate(m, list)
	}), Width: width, Height: height}
}

// endRoom is the room in px right of the axis: half of the longest label that is
// centred on its end.
func endRoom(list []trace, last float64) int {
	room := 24
	for _, t := range list {
		for _, p := range t.points {
			if p.x == last {
				room = max(room, textWidth(p.label)/2+6)
			}
		}
	}
	return room
}
