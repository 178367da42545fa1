package progress

import (
	"strconv"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// Example is a computed example for the method page. Its numbers are made up
// and its words say so.
type Example struct {
	Title  lang.Text
	Growth Target // judged by cagr
	Pace   Target // the same numbers judged by share_vs_pace
}

// WorkedExample judges one set of numbers by both methods, to show the
// arithmetic and that methods can differ: 20 in 2017, 24 in 2018, at least 40 in
// 2020.
func WorkedExample() Example {
	return Example{
		Title:  lang.T("演算示例（不是真实数据）", "Worked example (not real data)"),
		Growth: exampleTarget(plan.CAGR),
		Pace:   exampleTarget(plan.ShareVsPace),
	}
}

func exampleTarget(method string) Target {
	ind := &plan.Indicator{
		Unit: read("个单位"), UnitEN: read("units"), Nature: read(plan.Flow), Direction: read(plan.Up), Method: read(method),
		Targets:      []plan.Target{exampleGoal(2017, 20), exampleGoal(2020, 40)},
		Observations: []plan.Observation{{Period: exampleYear(2017), Value: exampleNumber(20)}, {Period: exampleYear(2018), Value: exampleNumber(24)}},
	}
	asOf := plan.Date{Year: 2019, Month: 6, Day: 30}
	t := assessIndicator(&plan.Plan{}, ind, asOf).Targets[1]
	t.Why.Words = lang.T("演算示例（不是真实数据）：%s", "Worked example (not real data): %s").Sprintf(t.Why.Words)
	return t
}

func exampleGoal(year, value int) plan.Target {
	return plan.Target{Period: exampleYear(year), Value: exampleNumber(value), Comparator: read(">=")}
}

func exampleYear(year int) plan.PeriodValue {
	return plan.PeriodValue{V: plan.Period{
		Raw:  strconv.Itoa(year),
		From: plan.Date{Year: year, Month: 1, Day: 1},
		To:   plan.Date{Year: year, Month: 12, Day: 31},
	}}
}

func exampleNumber(n int) plan.NumberValue {
	return plan.NumberValue{V: plan.Number{Raw: strconv.Itoa(n), Float: float64(n)}}
}

// read makes a value that stands in no file.
func read(s string) plan.String { return plan.String{V: s, At: diag.Range{}} }
