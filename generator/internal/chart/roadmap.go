package chart

import (
	"strconv"
	"time"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// RoadmapGroup is the tasks of one part of a roadmap. A Label stands as a row of
// its own above them; without one there is no such row.
type RoadmapGroup struct {
	Label string
	Tasks []*progress.Task
}

// roadRow is one line of a roadmap: a task, or a group's heading.
type roadRow struct {
	label string
	task  *progress.Task // nil for a heading
}

// Roadmap draws when each task starts and is due, with its status on the bar, and
// marks the as-of day. A task without a deadline goes on to the right edge and
// ends in a point. Bars of tasks whose start the document does not give begin
// with the plan. f carries the words; the rest is filled in.
func Roadmap(f Figure, p *plan.Plan, groups []RoadmapGroup, l lang.Lang) Figure {
	var rows []roadRow
	for _, g := range groups {
		if g.Label != "" {
			rows = append(rows, roadRow{label: g.Label})
		}
		for _, t := range g.Tasks {
			rows = append(rows, roadRow{t.Number + " " + lang.T(t.Task.Title.V, t.Task.TitleEN.V).In(l), t})
		}
	}
	f.Kind, f.Explore = RoadmapKind, true
	f.Table = roadTable(f.Title, rows, l)
	f.Wide = roadDrawing(f, p, rows, roadSize{wideWidth, 250, 1}, l)
	narrow := roadSize{narrowWidth, 140, 2}
	if l == lang.EN {
		narrow.lines = 1 // two would not hold an English name either: an ellipsis is honest
	}
	f.Narrow = roadDrawing(f, p, rows, narrow, l)
	return f
}

func roadTable(caption string, rows []roadRow, l lang.Lang) Table {
	t := Table{Caption: caption, Head: []string{
		lang.T("任务", "Task").In(l), lang.T("开始", "Start").In(l), lang.T("期限", "Due").In(l), lang.T("状态", "Status").In(l),
	}}
	for _, r := range rows {
		if r.task == nil {
			continue
		}
		x := r.task.Task
		start, due := Cell{Text: lang.T("文件未写明", "not stated").In(l)}, Cell{Text: lang.T("无期限（持续推进）", "none (ongoing)").In(l)}
		if x.Start.Given() {
			start = Cell{Text: dayWords(x.Start.V, l), ID: "task/" + x.ID.V + "/start"}
		}
		if x.Due.Given() {
			due = Cell{Text: dayWords(x.Due.V, l), ID: "task/" + x.ID.V + "/due"}
		}
		t.Rows = append(t.Rows, []Cell{{Text: r.label}, start, due, {Text: r.task.Status.Info().Label.In(l)}})
	}
	return t
}

// The heights of a roadmap in px.
const (
	roadLineHeight = 17 // of names
	roadRowGap     = 9
	roadTop        = 28 // for the words of the as-of line
	roadBottom     = 30 // for the years
)

// roadSize is how wide a roadmap and its names are in px, and how many lines a
// name may take.
type roadSize struct{ width, names, lines int }

func (s roadSize) row() int { return roadLineHeight*s.lines + roadRowGap }

func roadDrawing(f Figure, p *plan.Plan, rows []roadRow, size roadSize, l lang.Lang) Drawing {
	from, to := roadSpan(f.AsOf, p, rows)
	names := axisText()
	names.Width, names.Overflow, names.Interval = size.names, "truncate", "0"
	chart := charts.NewCustom()
	chart.SetGlobalOptions(
		charts.WithGridOpts(opts.Grid{
			Left: strconv.Itoa(size.names + 12), Right: "8", Top: strconv.Itoa(roadTop), Bottom: strconv.Itoa(roadBottom),
		}),
		charts.WithXAxisOpts(opts.XAxis{
			Type: "time", Min: millis(from), Max: millis(to), AxisLabel: axisText(), AxisLine: axisLine(true), SplitLine: gridLines(true),
		}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), AxisLabel: names, AxisLine: axisLine(true)}),
	)
	present := rowStatuses(rows)
	for _, s := range present {
		chart.AddSeries(s.Info().Label.In(l), nil, charts.WithItemStyleOpts(opts.ItemStyle{Color: "var(--status-" + string(s) + ")"}))
	}
	return Drawing{
		Option: option(chart, f.Sentence, func(m map[string]any) {
			roadAxes(m, rows, size)
			for k, x := range m["series"].([]any) {
				series := x.(map[string]any)
				series["renderItem"] = map[string]any{"$fn": "ganttBar"}
				series["encode"] = map[string]any{"x": []int{1, 2}, "y": 0}
				series["data"] = roadData(rows, present[k], p, to, l)
				if k == 0 {
					series["markLine"] = asOfLine(f.AsOf, from, to, l)
				}
			}
		}),
		Width: size.width, Height: roadTop + size.row()*len(rows) + roadBottom,
	}
}

// roadAxes names the rows, headings in bold, and prints plain years.
func roadAxes(m map[string]any, rows []roadRow, size roadSize) {
	data := make([]any, len(rows))
	for i, r := range rows {
		data[i] = map[string]any{"value": r.label}
		if r.task == nil {
			data[i] = map[string]any{"value": r.label, "textStyle": map[string]any{"fontWeight": "bold"}}
		}
	}
	y := m["yAxis"].([]any)[0].(map[string]any)
	y["data"] = data
	y["axisLabel"].(map[string]any)["ellipsis"] = "…"
	y["axisLabel"].(map[string]any)["interval"] = 0
	if size.lines > 1 {
		name := y["axisLabel"].(map[string]any)
		name["overflow"], name["lineOverflow"] = "break", "truncate"
		name["lineHeight"], name["height"] = roadLineHeight, roadLineHeight*size.lines
	}
	hideTicks(m["yAxis"])
	x := m["xAxis"].([]any)[0].(map[string]any)
	x["minInterval"] = int64(365 * 24 * time.Hour / time.Millisecond)
	label := x["axisLabel"].(map[string]any)
	label["formatter"], label["hideOverlap"] = map[string]any{"$fn": "plainYear"}, true
	m["useUTC"] = true
}

// roadData are the bars of the tasks that have a status.
func roadData(rows []roadRow, s progress.Status, p *plan.Plan, end plan.Date, l lang.Lang) []any {
	out := []any{}
	for k, r := range rows {
		if r.task == nil || r.task.Status != s {
			continue
		}
		from, to, open := p.Start.V, end, 1
		if r.task.Task.Start.Given() {
			from = r.task.Task.Start.V
		}
		if due := r.task.Task.Due; due.Given() {
			to, open = due.V, 0
		}
		said := s.Info().Label.In(l)
		out = append(out, map[string]any{
			"value": []any{k, millis(from), millis(to), -1, open}, "text": roadReading(r.task, l),
			"words": said, "room": textWidth(said), "size": fontSize, "ink": "var(--status-" + string(s) + "-text)", "pen": "var(--chart-text)",
		})
	}
	return out
}

// roadReading is what a tooltip says of a task beside its status.
func roadReading(t *progress.Task, l lang.Lang) string {
	if t.Task.Due.Given() {
		return lang.T("期限%s", "due %s").Sprintf(dayWords(t.Task.Due.V, l)).In(l)
	}
	return lang.T("没有期限", "no deadline").In(l)
}

// asOfLine marks the day; its words stay inside the drawing at either end.
func asOfLine(day, from, to plan.Date, l lang.Lang) map[string]any {
	align := "left"
	if millis(day)-millis(from) > millis(to)-millis(day) {
		align = "right"
	}
	return map[string]any{
		"symbol": "none", "silent": true, "animation": false, "z": 1, // behind bars and words
		"lineStyle": map[string]any{"color": "var(--chart-text)", "width": 1.5, "type": "solid"},
		"label": map[string]any{
			"formatter": lang.T("数据截至%s", "as of %s").Sprintf(dayWords(day, l)).In(l), "position": "start", "align": align, // the top: the rows run down
			"color": "var(--chart-text)", "fontSize": fontSize, "fontFamily": "inherit",
		},
		"data": []any{map[string]any{"xAxis": millis(day)}},
	}
}

// roadSpan is whole years: from the plan's first to the last of plan, deadlines
// and as-of day.
func roadSpan(asOf plan.Date, p *plan.Plan, rows []roadRow) (from, to plan.Date) {
	first, last := p.Start.V.Year, max(p.End.V.Year, asOf.Year)
	for _, r := range rows {
		if r.task == nil {
			continue
		}
		if r.task.Task.Start.Given() {
			first = min(first, r.task.Task.Start.V.Year)
		}
		if r.task.Task.Due.Given() {
			last = max(last, r.task.Task.Due.V.Year)
		}
	}
	return plan.Date{Year: first, Month: time.January, Day: 1}, plan.Date{Year: last, Month: time.December, Day: 31}
}

// rowStatuses are the statuses of the rows in the order of legends.
func rowStatuses(rows []roadRow) []progress.Status {
	var out []progress.Status
	for _, info := range progress.Statuses() {
		for _, r := range rows {
			if r.task != nil && r.task.Status == info.Status {
				out = append(out, info.Status)
				break
			}
		}
	}
	return out
}

func millis(d plan.Date) int64 { return d.Time().UnixMilli() }

func dayWords(d plan.Date, l lang.Lang) string { return lang.T(d.Chinese(), d.English()).In(l) }
