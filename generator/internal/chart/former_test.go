package chart

import (
	"slices"
	"testing"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// A document of 1 July 2018 lowers the target for 2020 from 40 to 30.
func TestTheOldLineStaysOnTheChart(t *testing.T) {
	p, i := example(t, plan.ShareVsPace)
	own := i.Indicator
	own.Targets[1].Value, own.Targets[1].Authority, own.Targets[1].Published = num(t, "30"), str("合成文件"), day(t, "2018-07-01")
	own.Targets[1].Earlier = []plan.EarlierTarget{{Period: year(t, "2020"), Value: num(t, "40"), Comparator: str(">="), At: here}}
	names := func(on string) (out []string, last Figure) {
		r := progress.Assess(&plan.Site{}, p, day(t, on).V)
		last = IndicatorLine(Figure{ID: "x", Title: "合成"}, p, r.Indicators[0], lang.ZH)
		for _, s := range parse(t, last.Wide).Series {
			out = append(out, s.Name)
			if s.Name == "原目标" && (len(s.Data) != 1 || s.Data[0].Name != "原目标 40") {
				t.Errorf("the old target reads %+v", s.Data)
			}
			if s.Name == "目标值" && on == "2018-06-30" && s.Data[1].Name != "目标 40" {
				t.Errorf("before the change the target reads %+v", s.Data)
			}
		}
		return out, last
	}
	before, _ := names("2018-06-30")
	after, f := names("2018-07-01")
	if slices.Contains(before, "原目标") || !slices.Contains(after, "原目标") || !slices.Contains(after, "原路径") {
		t.Errorf("series before the change %v, after it %v", before, after)
	}
	row := f.Table.Rows[slices.IndexFunc(f.Table.Rows, func(r []Cell) bool { return r[0].Text == "2020年" })]
	if row[2].Text != "30" || row[4] != (Cell{Text: "40", ID: "indicator/x/former/2020"}) {
		t.Errorf("the table's row for 2020: %+v", row)
	}
}
