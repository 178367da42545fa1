package chart

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/progress"
)

// StatusHistory draws how the statuses of all tasks stood on each day, as the
// public could know then: one bar for each day, stacked by status. planID is the
// plan's id in the downloads. f carries the words; the rest is filled in.
func StatusHistory(f Figure, planID string, points []progress.Point, l lang.Lang) Figure {
	bars := make([]Bar, len(points))
	for i, p := range points {
		bars[i] = Bar{ID: "plan/" + planID + "/history/" + p.Day.String(), Label: dayWords(p.Day, l), Counts: p.Counts.Statuses}
	}
	present := presentStatuses(bars)
	f.Kind, f.Explore = HistoryKind, true
	f.Table = statusTable(f.Title, lang.T("日期", "Day").In(l), bars, present, l)
	f.Wide = historyDrawing(f.Sentence, bars, present, wideWidth, l)
	f.Narrow = historyDrawing(f.Sentence, bars, present, narrowWidth, l)
	return f
}

func historyDrawing(says string, bars []Bar, present []progress.StatusInfo, width int, l lang.Lang) Drawing {
	top := keyHeight(present, width, l)
	labels, highest := make([]string, len(bars)), 0
	for i, b := range bars {
		labels[i] = b.Label
		highest = max(highest, b.total())
	}
	chart := charts.NewBar()
	chart.SetGlobalOptions(
		charts.WithGridOpts(opts.Grid{Left: "36", Right: "8", Top: strconv.Itoa(top + 12), Bottom: "30"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "category", AxisLabel: axisText(), AxisLine: axisLine(true)}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Max: highest, AxisLabel: axisText(), AxisLine: axisLine(false), SplitLine: gridLines(true)}),
	)
	chart.SetXAxis(labels)
	for _, info := range present {
		chart.AddSeries(info.Label.In(l), segments(bars, info.Status, nil, 0, l), stacked(info.Status, "72%")...)
	}
	return Drawing{Option: option(chart, says, func(m map[string]any) {
		m["legend"] = key(labelsOf(present, l))
		statusSeries(m, present, bars, l)
		// Each year is written once, under its first bar.
		x := m["xAxis"].([]any)[0].(map[string]any)
		label := x["axisLabel"].(map[string]any)
		label["formatter"], label["interval"], label["hideOverlap"] = map[string]any{"$fn": "yearOnce"}, 0, true
		hideTicks(m["xAxis"])
	}), Width: width, Height: top + 12 + 220 + 30}
}
