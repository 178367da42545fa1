package chart

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"testing"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// here marks a value as read from a file.
var here = diag.Range{File: "synthetic.yaml"}

func str(s string) plan.String { return plan.String{V: s, At: here} }

func year(t *testing.T, s string) plan.PeriodValue {
	t.Helper()
	p, err := plan.ParsePeriod(s)
	if err != nil {
		t.Fatal(err)
	}
	return plan.PeriodValue{V: p, At: here}
}

func num(t *testing.T, s string) plan.NumberValue {
	t.Helper()
	n, err := plan.ParseNumber(s)
	if err != nil {
		t.Fatal(err)
	}
	return plan.NumberValue{V: n, At: here}
}

func day(t *testing.T, s string) plan.DateValue {
	t.Helper()
	d, err := plan.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return plan.DateValue{V: d, At: here}
}

// example is a synthetic indicator with two targets and two values.
func example(t *testing.T, method string) (*plan.Plan, *progress.Indicator) {
	t.Helper()
	i := &plan.Indicator{
		ID: str("x"), Name: str("合成指标"), Unit: str("家"), Nature: str(plan.Stock), Direction: str(plan.Up), Method: str(method),
		Targets: []plan.Target{
			{Period: year(t, "2017"), Value: num(t, "20"), Comparator: str(">=")},
			{Period: year(t, "2020"), Value: num(t, "40"), Comparator: str(">=")},
		},
		Observations: []plan.Observation{{Period: year(t, "2016"), Value: num(t, "12.50")}, {Period: year(t, "2017"), Value: num(t, "21")}},
	}
	p := &plan.Plan{ID: str("p"), Start: day(t, "2015-12-31"), End: day(t, "2020-12-31"), Indicators: []*plan.Indicator{i}}
	r := progress.Assess(&plan.Site{}, p, day(t, "2019-06-30").V)
	return p, r.Indicators[0]
}

func TestRequiredPathReachesEveryTarget(t *testing.T) {
	p, i := example(t, plan.ShareVsPace)
	path := progress.RequiredPath(p, i.Indicator)
	want := []progress.PathPoint{{X: 2015, Y: 0}, {X: 2016, Y: 10}, {X: 2017, Y: 20}, {X: 2018, Y: 20 + 20.0/3}, {X: 2019, Y: 20 + 40.0/3}, {X: 2020, Y: 40}}
	if len(path) != len(want) {
		t.Fatalf("path %v, want %v", path, want)
	}
	for k := range want {
		if math.Abs(path[k].X-want[k].X) > 1e-9 || math.Abs(path[k].Y-want[k].Y) > 1e-9 {
			t.Errorf("point %d is %v, want %v", k, path[k], want[k])
		}
	}
}

func TestRequiredPathGrowsEvenlyForCAGR(t *testing.T) {
	p, i := example(t, plan.CAGR)
	i.Indicator.Baseline = plan.Baseline{Period: year(t, "2014"), Value: num(t, "7.288629738"), At: here}
	path := progress.RequiredPath(p, i.Indicator)
	if got := path[1].Y / path[0].Y; math.Abs(got-1.4) > 1e-6 {
		t.Errorf("growth of the first year %v, want 1.4", got)
	}
	if last := path[len(path)-1]; last != (progress.PathPoint{X: 2020, Y: 40}) {
		t.Errorf("path ends at %v", last)
	}
	if got := progress.RequiredPath(p, &plan.Indicator{Method: str(plan.Milestone), Targets: i.Indicator.Targets}); got != nil {
		t.Errorf("an indicator judged at its date only has the path %v", got)
	}
}

// option is the part of an ECharts option that these tests read.
type parsed struct {
	Series []struct {
		Name string
		Data []struct {
			Name  string
			Value any
		}
	}
	XAxis []struct {
		AxisLabel struct {
			Formatter map[string]string
		}
	}
	Legend map[string]any
	Color  any
}

func parse(t *testing.T, d Drawing) parsed {
	t.Helper()
	var p parsed
	if err := json.Unmarshal(d.Option, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestIndicatorTableHoldsTheDrawnNumbers(t *testing.T) {
	p, i := example(t, plan.ShareVsPace)
	f := IndicatorLine(Figure{ID: "x", Title: "合成"}, p, i, lang.ZH)
	cells := map[string]string{}
	for _, row := range f.Table.Rows {
		for _, c := range row {
			if c.ID != "" {
				cells[c.ID] = c.Text
			}
		}
	}
	for id, want := range map[string]string{
		"indicator/x/observation/2016": "12.50", "indicator/x/observation/2017": "21",
		"indicator/x/target/2017": "20", "indicator/x/target/2020": "40", "indicator/x/path/2018": "26.67",
	} {
		if cells[id] != want {
			t.Errorf("%s is %q in the table, want %q", id, cells[id], want)
		}
	}
	for _, d := range []Drawing{f.Wide, f.Narrow} {
		o := parse(t, d)
		if got := o.Series[2].Data[0].Name; got != "12.50" {
			t.Errorf("the value's label is %q, want it as printed", got)
		}
		if got := o.XAxis[0].AxisLabel.Formatter["$fn"]; got != "ungrouped" {
			t.Errorf("years are formatted by %q: an axis would print 2,016", got)
		}
		if o.Color != nil || o.Legend != nil {
			t.Error("go-echarts' own palette or legend is in the option")
		}
	}
}

func TestImputedBaselineIsDrawnApart(t *testing.T) {
	p, i := example(t, plan.CAGR)
	i.Indicator.Baseline = plan.Baseline{Period: year(t, "2014"), Value: num(t, "7.289"), Imputed: true, At: here}
	f := IndicatorLine(Figure{ID: "x", Title: "合成"}, p, i, lang.ZH)
	o := parse(t, f.Wide)
	for _, s := range o.Series {
		for _, d := range s.Data {
			if s.Name == "实际值" && strings.Contains(d.Name, "7.289") {
				t.Error("the imputed baseline is drawn as a published value")
			}
		}
	}
	if got := f.Table.Rows[0][0].Text; got != "2014年（推算的基期）" {
		t.Errorf("the table calls it %q", got)
	}
}

func TestStatusBarsAddUp(t *testing.T) {
	bars := []Bar{
		{ID: "project/a", Label: "甲", Counts: []progress.StatusCount{{Status: progress.Completed, N: 2}, {Status: progress.Lapsed, N: 1}}},
		{ID: "project/b", Label: "乙", Counts: []progress.StatusCount{{Status: progress.Lapsed, N: 4}}},
	}
	f := StatusBars(Figure{ID: "x", Title: "合成"}, "项目", bars, lang.ZH)
	o := parse(t, f.Wide)
	if len(o.Series) != 2 || o.Series[0].Name != "已完成" || o.Series[1].Name != "到期未披露" {
		t.Fatalf("series %+v", o.Series)
	}
	for k, row := range f.Table.Rows {
		total, sum := row[1].Text, 0
		for _, c := range row[2:] {
			n, err := strconv.Atoi(c.Text)
			if err != nil {
				t.Fatal(err)
			}
			sum += n
		}
		if total != strconv.Itoa(sum) || sum != bars[k].total() {
			t.Errorf("row %v does not add up to %d", row, bars[k].total())
		}
	}
	if o.Series[0].Data[1].Value != "-" {
		t.Errorf("a bar without tasks of a status draws %v, want no segment", o.Series[0].Data[1].Value)
	}
}

func TestNarrowSegmentsGoWithoutLabel(t *testing.T) {
	bar := Bar{ID: "x", Label: "x", Counts: []progress.StatusCount{{Status: progress.Completed, N: 1}, {Status: progress.Lapsed, N: 99}}}
	f := OneBar(Figure{ID: "x", Title: "合成"}, "范围", bar, lang.ZH)
	option := string(f.Narrow.Option)
	if !strings.Contains(option, `"show":false`) || !strings.Contains(option, `"show":true`) {
		t.Errorf("labels do not follow the room they have: %s", option)
	}
}

func TestNiceAbove(t *testing.T) {
	for in, want := range map[float64]float64{0.9: 1, 1.01: 1.5, 22.4: 25, 44.8: 50, 119.3: 150, 16800: 20000, 8.1: 10} {
		if got := niceAbove(in); math.Abs(got-want) > 1e-9*want {
			t.Errorf("niceAbove(%v) = %v, want %v", in, got, want)
		}
	}
}
