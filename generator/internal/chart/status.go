package chart

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/progress"
)

// Bar is one bar of a status chart: what it stands for and the tasks in it.
type Bar struct {
	ID     string // as in the downloads, such as "project/industry"
	Label  string
	Counts []progress.StatusCount
}

func (b Bar) total() int {
	n := 0
	for _, c := range b.Counts {
		n += c.N
	}
	return n
}

func (b Bar) of(s progress.Status) int {
	for _, c := range b.Counts {
		if c.Status == s {
			return c.N
		}
	}
	return 0
}

// StatusBars draws horizontal bars stacked by status, one for each Bar, all to
// the same scale. f carries the words; the rest of it is filled in.
func StatusBars(f Figure, head string, bars []Bar, l lang.Lang) Figure {
	present := presentStatuses(bars)
	f.Table = statusTable(f.Title, head, bars, present, l)
	f.Wide = barDrawing(f.Sentence, bars, present, wideWidth, 220, l)
	f.Narrow = barDrawing(f.Sentence, bars, present, narrowWidth, 118, l)
	f.Explore = true
	return f
}

// OneBar draws a single bar of full width: the shares of the whole.
func OneBar(f Figure, head string, bar Bar, l lang.Lang) Figure {
	bars := []Bar{bar}
	present := presentStatuses(bars)
	f.Table = statusTable(f.Title, head, bars, present, l)
	f.Wide = oneBarDrawing(f.Sentence, bar, present, wideWidth, l)
	f.Narrow = oneBarDrawing(f.Sentence, bar, present, narrowWidth, l)
	return f
}

// presentStatuses returns the statuses that any bar has, in legend order.
func presentStatuses(bars []Bar) []progress.StatusInfo {
	var out []progress.StatusInfo
	for _, info := range progress.Statuses() {
		for _, b := range bars {
			if b.of(info.Status) > 0 {
				out = append(out, info)
				break
			}
		}
	}
	return out
}

func statusTable(caption, head string, bars []Bar, present []progress.StatusInfo, l lang.Lang) Table {
	t := Table{Caption: caption, Head: []string{head, lang.T("合计", "Total").In(l)}}
	for _, info := range present {
		t.Head = append(t.Head, info.Label.In(l))
	}
	for _, b := range bars {
		row := []Cell{{Text: b.Label}, count(b.ID, "total", b.total())}
		for _, info := range present {
			row = append(row, count(b.ID, string(info.Status), b.of(info.Status)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func count(id, field string, n int) Cell {
	return Cell{Text: strconv.Itoa(n), ID: id + "/count/" + field}
}

// barDrawing lays out a row for each bar under a key of the statuses. All rows
// are as high as the longest name needs when it wraps.
func barDrawing(says string, bars []Bar, present []progress.StatusInfo, width, labelWidth int, l lang.Lang) Drawing {
	const pad = 12
	row := 34
	top := keyHeight(present, width, l)
	labels, longest := make([]string, len(bars)), 0
	for i, b := range bars {
		labels[i] = b.Label
		longest = max(longest, b.total())
		row = max(row, wrapped(b.Label, labelWidth)*20+12)
	}
	height := top + row*len(bars) + pad
	names := axisText()
	names.Width, names.Overflow = labelWidth, "break"
	chart := charts.NewBar()
	chart.SetGlobalOptions(
		charts.WithGridOpts(opts.Grid{Left: strconv.Itoa(labelWidth + 12), Right: "8", Top: strconv.Itoa(top), Bottom: strconv.Itoa(pad)}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Show: opts.Bool(false), Max: max(longest, 1)}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), AxisLabel: names, AxisLine: axisLine(true)}),
	)
	chart.SetXAxis(labels)
	unit := float64(width-labelWidth-20) / float64(max(longest, 1))
	for _, info := range present {
		chart.AddSeries(info.Label.In(l), segments(bars, info.Status, []string{"{c}"}, unit, l), stacked(info.Status, "18")...)
	}
	chart.XYReversal()
	return Drawing{Option: option(chart, says, func(m map[string]any) {
		m["legend"] = key(labelsOf(present, l))
		hideTicks(m["yAxis"])
		m["yAxis"].([]any)[0].(map[string]any)["axisLabel"].(map[string]any)["lineHeight"] = 18
		statusSeries(m, present, bars, l)
	}), Width: width, Height: height}
}

// statusSeries adds to each status's series its pattern and its readings.
func statusSeries(m map[string]any, present []progress.StatusInfo, bars []Bar, l lang.Lang) {
	for i, x := range m["series"].([]any) {
		addDecal(x.(map[string]any), present[i].Status)
	}
	eachDatum(m, func(series, datum int, d map[string]any) {
		if n := bars[datum].of(present[series].Status); n > 0 {
			reading{text: tasks(n, l)}.addTo(d)
		}
		if label, ok := d["label"].(map[string]any); ok && label["show"] == true {
			// Keeps the pattern away from the number.
			label["textBorderColor"], label["textBorderWidth"] = "var(--status-"+string(present[series].Status)+")", 4
		}
	})
}

// tasks is a number of tasks in words.
func tasks(n int, l lang.Lang) string {
	if n == 1 {
		return lang.T("1项", "1 task").In(l)
	}
	return lang.T("%d项", "%d tasks").Sprintf(n).In(l)
}

func oneBarDrawing(says string, bar Bar, present []progress.StatusInfo, width int, l lang.Lang) Drawing {
	const height = 48
	chart := charts.NewBar()
	chart.SetGlobalOptions(
		charts.WithGridOpts(opts.Grid{Left: "0", Right: "0", Top: "0", Bottom: "0"}),
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Show: opts.Bool(false), Max: max(bar.total(), 1)}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Show: opts.Bool(false)}),
	)
	chart.SetXAxis([]string{bar.Label})
	unit := float64(width) / float64(max(bar.total(), 1))
	for _, info := range present {
		chart.AddSeries(info.Label.In(l), segments([]Bar{bar}, info.Status, []string{"{a} {c}", "{c}"}, unit, l), stacked(info.Status, "44")...)
	}
	chart.XYReversal()
	return Drawing{Option: option(chart, says, func(m map[string]any) { statusSeries(m, present, []Bar{bar}, l) }), Width: width, Height: height}
}

// segments are one status's part of every bar, labelled in the first of the forms
// that it has room for. A part too narrow for any goes without: the number stands
// in the table and the counts beside the chart.
func segments(bars []Bar, s progress.Status, forms []string, unit float64, l lang.Lang) []opts.BarData {
	data := make([]opts.BarData, len(bars))
	for i, b := range bars {
		n := b.of(s)
		if n == 0 {
			data[i] = opts.BarData{Value: "-"} // ECharts' word for no value
			continue
		}
		form := fitting(forms, s.Info().Label.In(l), n, unit)
		data[i] = opts.BarData{Value: n, Label: &opts.Label{
			Show: opts.Bool(form != ""), Position: "inside", Formatter: form,
			Color: fmt.Sprintf("var(--status-%s-text)", s), FontSize: fontSize, FontFamily: "inherit",
		}}
	}
	return data
}

// fitting is the first form of a label that has room in a part of n tasks, "" if
// none has.
func fitting(forms []string, name string, n int, unit float64) string {
	for _, form := range forms {
		text := strings.NewReplacer("{a}", name, "{c}", strconv.Itoa(n)).Replace(form)
		if float64(textWidth(text)+8) <= unit*float64(n) {
			return form
		}
	}
	return ""
}

func stacked(s progress.Status, width string) []charts.SeriesOpts {
	return []charts.SeriesOpts{
		charts.WithBarChartOpts(opts.BarChart{Stack: "status", BarWidth: width}),
		charts.WithItemStyleOpts(opts.ItemStyle{
			Color: fmt.Sprintf("var(--status-%s)", s), BorderColor: "var(--chart-surface)", BorderWidth: 1,
		}),
	}
}

func labelsOf(infos []progress.StatusInfo, l lang.Lang) []string {
	out := make([]string, len(infos))
	for i, info := range infos {
		out[i] = info.Label.In(l)
	}
	return out
}

// keyHeight is the room that the legend needs when its entries wrap at width.
func keyHeight(infos []progress.StatusInfo, width int, l lang.Lang) int {
	const line = 26
	lines, used := 1, 0
	for _, info := range infos {
		w := textWidth(info.Label.In(l)) + fontSize + 22
		if used+w > width && used > 0 {
			lines, used = lines+1, 0
		}
		used += w
	}
	return lines*line + 6
}

// wrapped is how many lines text takes at a width. Words of Latin text do not
// fill their lines; a fifth is added for that.
func wrapped(text string, width int) int {
	w := textWidth(text)
	if strings.Contains(text, " ") {
		w += w / 5
	}
	return (w + width - 1) / width
}

// textWidth estimates the width in px of text at fontSize: one em for a Han
// character or full-width mark, a little over half for the rest, as the
// renderer measures it too.
func textWidth(s string) int {
	w := 0.0
	for _, r := range s {
		if r < 0x2E80 {
			w += 0.58
		} else {
			w++
		}
	}
	return int(w*fontSize + 0.5)
}
