package chart

import (
	"encoding/json"
	"strings"
	"testing"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// drawn is the part of an option that these tests read.
type drawn struct {
	Series []struct {
		Name      string
		Data      []datum
		ItemStyle struct{ Decal any }
		MarkLine  *struct{ Data []struct{ XAxis int64 } }
	}
	XAxis []struct{ Data []string }
	YAxis []struct{ Data []any }
	Aria  struct{ Label struct{ Description string } }
}

type datum struct {
	Value    json.RawMessage
	Text, At string
	Words    string
	Label    *struct {
		Show     bool
		Position string
		Offset   []int
	}
}

func read(t *testing.T, d Drawing) drawn {
	t.Helper()
	var out drawn
	if err := json.Unmarshal(d.Option, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// said collects what the drawing reads at each place, by series.
func said(o drawn, place func(series, datum int) string) map[string]string {
	out := map[string]string{}
	for s, series := range o.Series {
		for k, d := range series.Data {
			if d.Text != "" {
				out[series.Name+" "+place(s, k)] = d.Text
			}
		}
	}
	return out
}

func TestTooltipsOfIndicatorsSayWhatTheTableSays(t *testing.T) {
	p, i := example(t, plan.CAGR)
	i.Indicator.Baseline = plan.Baseline{Period: year(t, "2014"), Value: num(t, "7.289"), Imputed: true, At: here}
	f := IndicatorLine(Figure{ID: "x", Title: "合成", Sentence: "一句话"}, p, i, lang.ZH)
	for _, d := range []Drawing{f.Wide, f.Narrow} {
		o := read(t, d)
		got := said(o, func(s, k int) string { return o.Series[s].Data[k].At })
		columns := []string{"", "实际值", "目标值", "所需路径"}
		want := map[string]string{}
		for _, row := range f.Table.Rows {
			for c, cell := range row {
				if cell.ID == "" {
					continue
				}
				at, _, base := strings.Cut(row[0].Text, "（")
				if base && c == 1 {
					want["推算基期值 "+at] = "推算 " + cell.Text + "家"
					continue
				}
				want[columns[c]+" "+at] = cell.Text + "家"
			}
		}
		if len(got) != len(want) {
			t.Errorf("tooltips %v, table %v", got, want)
		}
		for at, text := range want {
			if got[at] != text {
				t.Errorf("%s: the tooltip says %q, the table %q", at, got[at], text)
			}
		}
		if o.Aria.Label.Description != "一句话" {
			t.Errorf("a screen reader would hear %q", o.Aria.Label.Description)
		}
	}
}

func TestOfSeveralValuesForAPeriodTheLastKnownIsDrawn(t *testing.T) {
	p, i := example(t, plan.ShareVsPace)
	i.Observations = append(i.Observations, plan.Observation{Period: year(t, "2017"), Value: num(t, "22")})
	o := read(t, IndicatorLine(Figure{ID: "x", Title: "合成"}, p, i, lang.ZH).Wide)
	actual := o.Series[len(o.Series)-1]
	if len(actual.Data) != 2 || actual.Data[1].Text != "22家" {
		t.Errorf("drawn are %+v", actual.Data)
	}
}

func TestBaselineLabelKeepsClearOfThePath(t *testing.T) {
	const across, up = 60.0, 5.0 // px of a year and of a unit
	tests := []struct {
		name      string
		base, end float64 // of the path, three years apart
		align     string
		moved     func(p point) bool
	}{
		{"room below", 10, 100, "top", func(p point) bool { return p.lift == 0 && p.right == 0 }},
		{"a flat path close to the axis", 1, 8, "bottom", func(p point) bool { return p.lift >= 14 && p.lift < 40 && p.right == 0 }},
		{"a steep path close to the axis", 1, 40, "bottom", func(p point) bool { return p.lift == 0 && p.right > 0 && p.right < 60 }},
		{"the path falls", 200, 100, "bottom", func(p point) bool { return p.lift == 0 && p.right == 0 }},
	}
	for _, tt := range tests {
		list := []trace{{points: []point{{x: 2014, y: tt.base, label: "推算 7.289", place: "right", align: "bottom"}}}}
		clearPath(list, []progress.PathPoint{{X: 2014, Y: tt.base}, {X: 2017, Y: tt.end}}, across, up)
		if p := list[0].points[0]; p.align != tt.align || !tt.moved(p) {
			t.Errorf("%s: %s, moved %d on and %d up", tt.name, p.align, p.right, p.lift)
		}
	}
}

func TestLabelsOfTargetAndValueKeepApart(t *testing.T) {
	p, i := example(t, plan.ShareVsPace)
	o := read(t, IndicatorLine(Figure{ID: "x", Title: "合成"}, p, i, lang.ZH).Wide)
	target, value := o.Series[1].Data[0], o.Series[2].Data[1] // 20 and 21, both for 2017
	if target.Label.Position != "bottom" || value.Label.Position != "top" {
		t.Errorf("the target's label is at the %s, the value's at the %s", target.Label.Position, value.Label.Position)
	}
}

func TestTooltipsOfStatusBarsSayTheCounts(t *testing.T) {
	bars := []Bar{
		{ID: "project/a", Label: "甲", Counts: []progress.StatusCount{{Status: progress.Completed, N: 2}, {Status: progress.Lapsed, N: 1}}},
		{ID: "project/b", Label: "乙", Counts: []progress.StatusCount{{Status: progress.Lapsed, N: 4}}},
	}
	o := read(t, StatusBars(Figure{ID: "x", Title: "合成"}, "项目", bars, lang.ZH).Narrow)
	got := said(o, func(_, k int) string { return bars[k].Label })
	want := map[string]string{"已完成 甲": "2项", "到期未披露 甲": "1项", "到期未披露 乙": "4项"}
	if len(got) != len(want) {
		t.Errorf("got %v", got)
	}
	for at, text := range want {
		if got[at] != text {
			t.Errorf("%s: %q, want %q", at, got[at], text)
		}
	}
	if tasks(1, lang.EN) != "1 task" || tasks(2, lang.EN) != "2 tasks" {
		t.Error("English counts are wrong")
	}
}

func TestStatusesBesideEachOtherDifferInPattern(t *testing.T) {
	plain := 0
	before := "none"
	for _, info := range progress.Statuses() {
		pattern, err := json.Marshal(decalOf(info.Status))
		if err != nil {
			t.Fatal(err)
		}
		now := string(pattern)
		if now == "null" {
			plain++
		} else if now == before {
			t.Errorf("%s has the pattern of its neighbour", info.Status)
		}
		before = now
	}
	if plain < 2 || plain > 5 {
		t.Errorf("%d statuses without a pattern", plain)
	}
}

// road is a synthetic plan with a task of each kind.
func road(t *testing.T) (*plan.Plan, []RoadmapGroup) {
	t.Helper()
	p := &plan.Plan{ID: str("p"), Start: day(t, "2015-11-09"), End: day(t, "2020-12-31")}
	task := func(number, id, start, due string, s progress.Status) *progress.Task {
		x := &plan.Task{ID: str(id), Title: str("任务" + id), Schedule: str(plan.Ongoing)}
		if start != "" {
			x.Start = day(t, start)
		}
		if due != "" {
			x.Schedule, x.Due = str(plan.Deadline), day(t, due)
		}
		return &progress.Task{Task: x, Number: number, Status: s}
	}
	return p, []RoadmapGroup{
		{Label: "甲", Tasks: []*progress.Task{task("1.1", "a", "", "2017-12-31", progress.Lapsed), task("1.2", "b", "2016-03-01", "", progress.InProgress)}},
		{Label: "乙", Tasks: []*progress.Task{task("2.1", "c", "", "2020-12-31", progress.Lapsed)}},
	}
}

func TestRoadmapRowsRunFromStartToDeadline(t *testing.T) {
	p, groups := road(t)
	asOf := day(t, "2018-06-30").V
	f := Roadmap(Figure{ID: "x", Title: "合成", AsOf: asOf}, p, groups, lang.ZH)
	for k, d := range []Drawing{f.Wide, f.Narrow} {
		o := read(t, d)
		lines := k + 1 // of a name: a phone has room for half of it
		if len(o.YAxis[0].Data) != 5 || d.Height != roadTop+5*(lines*roadLineHeight+roadRowGap)+roadBottom {
			t.Errorf("%d rows, %d px", len(o.YAxis[0].Data), d.Height)
		}
		got := map[float64][]float64{}
		for _, s := range o.Series {
			for _, x := range s.Data {
				var v []float64
				if err := json.Unmarshal(x.Value, &v); err != nil {
					t.Fatal(err)
				}
				got[v[0]] = v[1:]
				if x.Words != s.Name || x.Text == "" {
					t.Errorf("row %v says %q, %q under %s", v[0], x.Words, x.Text, s.Name)
				}
			}
		}
		ms := func(s string) float64 { return float64(millis(day(t, s).V)) }
		want := map[float64][]float64{
			1: {ms("2015-11-09"), ms("2017-12-31"), -1, 0}, 2: {ms("2016-03-01"), ms("2020-12-31"), -1, 1},
			4: {ms("2015-11-09"), ms("2020-12-31"), -1, 0},
		}
		for row, w := range want {
			g := got[row]
			if len(g) != len(w) || g[0] != w[0] || g[1] != w[1] || g[3] != w[3] {
				t.Errorf("row %v runs %v, want %v", row, g, w)
			}
		}
		if o.Series[0].MarkLine == nil || o.Series[0].MarkLine.Data[0].XAxis != millis(asOf) {
			t.Errorf("the as-of day is marked at %+v", o.Series[0].MarkLine)
		}
	}
}

func TestRoadmapTableHasEveryTask(t *testing.T) {
	p, groups := road(t)
	f := Roadmap(Figure{ID: "x", Title: "合成", AsOf: day(t, "2018-06-30").V}, p, groups, lang.ZH)
	var got []string
	for _, row := range f.Table.Rows {
		var words []string
		for _, c := range row {
			words = append(words, c.Text)
		}
		got = append(got, strings.Join(words, "|"))
	}
	want := []string{
		"1.1 任务a|文件未写明|2017年12月31日|到期未披露", "1.2 任务b|2016年3月1日|无期限（持续推进）|持续推进", "2.1 任务c|文件未写明|2020年12月31日|到期未披露",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestHistoryDrawsTheCountsOfEachDay(t *testing.T) {
	points := []progress.Point{
		{Day: day(t, "2015-12-31").V, Counts: progress.Counts{Total: 3, Statuses: []progress.StatusCount{{Status: progress.Undisclosed, N: 3}}}},
		{Day: day(t, "2016-06-30").V, Counts: progress.Counts{Total: 3, Statuses: []progress.StatusCount{{Status: progress.Completed, N: 1}, {Status: progress.Undisclosed, N: 2}}}},
	}
	f := StatusHistory(Figure{ID: "x", Title: "合成"}, "p", points, lang.ZH)
	o := read(t, f.Wide)
	got := said(o, func(_, k int) string { return o.XAxis[0].Data[k] })
	for at, want := range map[string]string{"未披露 2015年12月31日": "3项", "已完成 2016年6月30日": "1项", "未披露 2016年6月30日": "2项"} {
		if got[at] != want {
			t.Errorf("%s: %q, want %q", at, got[at], want)
		}
	}
	if len(got) != 3 || len(f.Table.Rows) != 2 {
		t.Errorf("drawn %v, table %v", got, f.Table.Rows)
	}
	if c := f.Table.Rows[1][2]; c.Text != "1" || c.ID != "plan/p/history/2016-06-30/count/completed" {
		t.Errorf("the cell is %+v", c)
	}
}

func TestMultiplesAreOfOneSizeOverTheSameYears(t *testing.T) {
	p, a := example(t, plan.ShareVsPace)
	_, b := example(t, plan.CAGR)
	b.Indicator.ID = str("y")
	b.Indicator.Baseline = plan.Baseline{Period: year(t, "2013"), Value: num(t, "7"), At: here}
	f, panels := Multiples(Figure{ID: "x", Title: "合成"}, p, []*progress.Indicator{a, b}, lang.ZH)
	if len(panels) != 2 || f.Kind != MultiplesKind {
		t.Fatalf("%d panels, %+v", len(panels), f)
	}
	for _, panel := range panels {
		if panel.Drawing.Width != panelWidth || panel.Drawing.Height != panelHeight {
			t.Errorf("a panel of %d by %d", panel.Drawing.Width, panel.Drawing.Height)
		}
		if !strings.Contains(string(panel.Drawing.Option), `"min":2013`) {
			t.Errorf("the panel of %s starts elsewhere", panel.Indicator.Indicator.ID.V)
		}
	}
	a.Observations = append(a.Observations, plan.Observation{Period: year(t, "2018"), Value: num(t, "-3")})
	if low := axisMin(a); low != -3 {
		t.Errorf("a value of -3 would be cut off by an axis from %v", low)
	}
	ids := map[string]string{}
	for _, row := range f.Table.Rows {
		for _, c := range row {
			if c.ID != "" {
				ids[c.ID] = c.Text
			}
		}
	}
	for id, want := range map[string]string{
		"indicator/x/observation/2016": "12.50", "indicator/y/baseline": "7", "indicator/y/target/2020": "40",
	} {
		if ids[id] != want {
			t.Errorf("%s is %q, want %q", id, ids[id], want)
		}
	}
}
