package validate_test

import (
	"slices"
	"testing"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/validate"
)

// What is right however odd it looks must not be reported.
func TestWhatIsRightIsLeftAlone(t *testing.T) {
	tests := []struct {
		name string
		make func(f *fixture)
	}{
		{"an official site that lacks nothing", publish},
		{"a correction explains a step back", func(f *fixture) {
			back := f.update("2018-06-30", plan.SaysInProgress, "2018-07-10")
			back.Correction = f.s("以前把一期当作全部。")
			f.plan.Tasks[0].Updates = append(f.plan.Tasks[0].Updates, back, f.update("2018-12-31", plan.SaysInProgress, "2019-01-10"))
		}},
		{"completed, then adjusted by a document", func(f *fixture) {
			u := f.update("2018-06-30", plan.SaysAdjusted, "2018-07-10")
			u.Authority = f.s("某政发〔2018〕1号")
			f.plan.Tasks[0].Updates = append(f.plan.Tasks[0].Updates, u)
		}},
		{"a unit report without source", func(f *fixture) {
			f.plan.Tasks[0].Updates[0].Basis = f.s("unit_report")
			f.plan.Tasks[0].Updates[0].Evidence = nil
		}},
		{"evidence without a date may be young", func(f *fixture) {
			f.plan.Tasks[0].Updates[1].Evidence[0].Published = plan.DateValue{}
		}},
		{"a forecast for a year that is not over", func(f *fixture) {
			o := &f.plan.Indicators[0].Observations[1]
			o.Period, o.Flag = f.period("2021"), f.s("expected")
		}},
		{"English numbers are scaled by other words", func(f *fixture) {
			e := &f.plan.Indicators[0].Observations[1].Evidence[0]
			e.Language, e.Quote = f.s("en"), f.s("1.9 billion yuan")
		}},
		{"a flow may fall", func(f *fixture) {
			o := &f.plan.Indicators[0].Observations[1]
			o.Evidence[0].Quote.V = "网络零售额14亿元"
			o.Value = f.number("14")
		}},
		{"just under a hundred times", func(f *fixture) {
			o := &f.plan.Indicators[0].Observations[1]
			o.Evidence[0].Quote.V = "1549.9亿元"
			o.Value = f.number("1549.9")
		}},
		{"from zero no ratio can be counted", func(f *fixture) {
			o := &f.plan.Indicators[0].Observations[0]
			o.Evidence[0].Quote.V = "0亿元"
			o.Value = f.number("0")
		}},
		{"the right figure beside one with other units", func(f *fixture) {
			f.plan.Indicators[0].Observations[1].Evidence[0].Quote.V = "其中19万元，合计19亿元。"
		}},
		{"a baseline that holds by definition", func(f *fixture) {
			f.plan.Indicators[1].Baseline = plan.Baseline{Period: f.period("2014"), Value: f.number("0"), Formula: f.s("从零算起"), At: f.at()}
		}},
		{"a computed related figure", func(f *fixture) {
			r := &f.plan.Indicators[0].Related[0]
			r.Value, r.Derived = f.s("99"), f.s("9 × 11 = 99")
		}},
		{"a related fact without a figure", func(f *fixture) {
			f.plan.Indicators[0].Related[0].Value = f.s("甲、乙")
		}},
		{"a changed target quotes another document", func(f *fixture) {
			x := &f.plan.Indicators[0].Targets[1]
			x.Authority, x.Quote = f.s("某政发〔2018〕1号"), f.s("调整为40亿元")
		}},
		{"a downward goal", func(f *fixture) {
			x := f.plan.Indicators[1]
			x.Direction, x.Targets[0].Comparator = f.s(plan.Down), f.s("<=")
		}},
		{"another wording of the schedule is left to people", func(f *fixture) {
			f.opts.Documents = nil
			f.plan.Tasks[0].IssuedWhen = f.s("适时完成")
		}},
		{"no edition that the rules know", func(f *fixture) { f.site.Edition = plan.String{} }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := good(t)
			test.make(f)
			for _, d := range validate.Site(f.site, f.opts) {
				t.Errorf("%s %s: %s", d.Code, d.Path, d.Message.ZH)
			}
		})
	}
}

type diagnostic = diag.Diagnostic

func TestEmptySiteAndEmptyRecordsDoNotPanic(t *testing.T) {
	validate.Site(&plan.Site{}, validate.Options{})
	f := good(t)
	f.site.Units = append(f.site.Units, &plan.Unit{})
	f.plan.Tasks = append(f.plan.Tasks, &plan.Task{Updates: []*plan.Update{{}}, Differences: []plan.Difference{{}}})
	f.plan.Indicators = append(f.plan.Indicators, &plan.Indicator{Targets: []plan.Target{{}}, Observations: []plan.Observation{{}, {}}})
	f.plan.Projects = append(f.plan.Projects, &plan.Project{})
	problems := validate.Site(f.site, f.opts)
	if !slices.ContainsFunc(problems, func(d diagnostic) bool { return d.Code == "V502" }) {
		t.Errorf("problems: %+v", problems)
	}
}
