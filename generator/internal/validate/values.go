package validate

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// jump is the ratio of two values in a row from which a slip of the unit is more
// likely than a change.
const jump = 100

// values lists the rules about observed values and the numbers in their sources.
func values() []check {
	return []check{
		{diag.Rule{Code: "V411", Severity: diag.Error,
			Message: lang.T("时期 %[1]s 写了两个实际值", "the period %[1]s has two values"),
			Hint:    lang.T("一个时期只留一个；修订的数改原值并写 flag: revised，在 note 里说明。", "Keep one for each period; for a revision change the value, write flag: revised and explain it in note.")},
			perIndicator(periodTwice)},
		{diag.Rule{Code: "V412", Severity: diag.Error,
			Message: lang.T("实际值没有按时期从早到晚排列：%[1]s 在 %[2]s 之后", "values are not in order of their periods: %[1]s stands after %[2]s"),
			Hint:    lang.T("把这一条移到前面。", "Move this value up.")},
			perIndicator(valueOrder)},
		{diag.Rule{Code: "V413", Severity: diag.Warning,
			Message: lang.T("%[1]s从 %[2]s 降到 %[3]s", "a %[1]s falls from %[2]s to %[3]s"),
			Hint:    lang.T("请核对两处的范围和单位；来源确实这样写的，在 note 里说明原因。", "Check scope and unit of both; where the sources do say so, explain it in note.")},
			perIndicator(falls)},
		{diag.Rule{Code: "V414", Severity: diag.Warning,
			Message: lang.T("相邻两个实际值从 %[1]s 变到 %[2]s，相差100倍以上", "two values in a row go from %[1]s to %[2]s, by a factor of 100 or more"),
			Hint:    lang.T("请核对单位，如万元和亿元。", "Check the unit, such as 万元 against 亿元.")},
			perIndicator(jumps)},
		{diag.Rule{Code: "V415", Severity: diag.Warning,
			Message: lang.T("数值 %[1]s 的单位是%[2]s，原句写的是“%[3]s”", "the value %[1]s is in %[2]s, but the sentence says %[3]q"),
			Hint:    lang.T("把数值换算成指标的单位，或者改正单位。", "Convert the value to the indicator's unit, or correct the unit.")},
			perPlan(otherUnit)},
		{diag.Rule{Code: "V416", Severity: diag.Warning,
			Message: lang.T("佐证的原句里没有 %[1]s 这个数", "no sentence of the evidence holds the number %[1]s"),
			Hint:    lang.T("抄下印有这个数的那句话；算出来的数不能作实际值，写到 related 里并写 derived。", "Quote the sentence that prints it; a computed figure is no observation and goes under related with derived.")},
			perPlan(numberNotQuoted)},
	}
}

func periodTwice(a *ask, x *plan.Indicator) {
	first := map[[2]plan.Date]plan.PeriodValue{}
	for i, o := range x.Observations {
		span := [2]plan.Date{o.Period.V.From, o.Period.V.To}
		if before, taken := first[span]; taken {
			a.compare(o.Period.At, index("observations", i, "period"), before.At, lang.T("先写在这里", "first written here"), o.Period.V.Raw)
			continue
		}
		first[span] = o.Period
	}
}

func valueOrder(a *ask, x *plan.Indicator) {
	for i := 1; i < len(x.Observations); i++ {
		before, own := x.Observations[i-1].Period, x.Observations[i].Period
		if own.V.To.Before(before.V.To) {
			a.compare(own.At, index("observations", i, "period"), before.At, lang.T("前一条", "the value before it"), own.V.Raw, before.V.Raw)
		}
	}
}

// inOrder calls f with each value and the one before it in time, and with the
// place of the later one in the file.
func inOrder(x *plan.Indicator, f func(before, own plan.Observation, path string)) {
	places := make([]int, len(x.Observations))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(i, j int) int {
		return cmp.Compare(x.Observations[i].Period.V.To.Time().Unix(), x.Observations[j].Period.V.To.Time().Unix())
	})
	for n := 1; n < len(places); n++ {
		f(x.Observations[places[n-1]], x.Observations[places[n]], index("observations", places[n], "value"))
	}
}

func falls(a *ask, x *plan.Indicator) {
	names := map[string]lang.Text{
		plan.Cumulative: lang.T("累计数", "cumulative value"), plan.Stock: lang.T("时点数", "stock"),
	}
	name, counts := names[x.Nature.V]
	if !counts {
		return
	}
	inOrder(x, func(before, own plan.Observation, path string) {
		if own.Value.V.Float < before.Value.V.Float {
			a.compare(own.Value.At, path, before.Value.At, lang.T("前一个值", "the value before it"), name, before.Value.V.Raw, own.Value.V.Raw)
		}
	})
}

func jumps(a *ask, x *plan.Indicator) {
	inOrder(x, func(before, own plan.Observation, path string) {
		small, large := math.Abs(before.Value.V.Float), math.Abs(own.Value.V.Float)
		if small > large {
			small, large = large, small
		}
		if small > 0 && large >= jump*small {
			a.compare(own.Value.At, path, before.Value.At, lang.T("前一个值", "the value before it"), before.Value.V.Raw, own.Value.V.Raw)
		}
	})
}

// figure is a number of the site with its unit and the sentences it rests on.
type figure struct {
	value  plan.NumberValue
	unit   string
	path   string
	quotes []plan.String
	whole  bool // the quotes are all there is, and all in Chinese
}

// sourced returns the figures of a plan that rest on quoted sentences: targets,
// published baselines, observed values and printed related figures.
func sourced(p *plan.Plan) []figure {
	out := relatedFigures(p.Related)
	for _, t := range p.Tasks {
		out = append(out, relatedFigures(t.Related)...)
	}
	for _, x := range p.Indicators {
		for i, t := range x.Targets {
			out = append(out, figure{t.Value, x.Unit.V, index("targets", i, "value"), []plan.String{t.Quote}, false})
			for k, e := range t.Earlier {
				out = append(out, figure{e.Value, x.Unit.V, fmt.Sprintf("targets[%d].earlier[%d].value", i, k), []plan.String{e.Quote}, false})
			}
		}
		if x.Baseline.Given() && !x.Baseline.Imputed {
			out = append(out, quoted(x.Baseline.Value, x.Unit.V, "baseline.value", x.Baseline.Evidence))
		}
		for i, o := range x.Observations {
			out = append(out, quoted(o.Value, x.Unit.V, index("observations", i, "value"), o.Evidence))
		}
		out = append(out, relatedFigures(x.Related)...)
	}
	return out
}

// relatedFigures returns the related figures whose value is one number that the
// source printed.
func relatedFigures(related []plan.Related) []figure {
	var out []figure
	for i, r := range related {
		amounts := amountsIn(r.Value.V)
		if r.Derived.Given() || len(amounts) != 1 || amounts[0].scale != 1 {
			continue
		}
		number := plan.NumberValue{V: plan.Number{Raw: amounts[0].raw, Float: amounts[0].number}, At: r.Value.At}
		out = append(out, quoted(number, r.Unit.V, fmt.Sprintf("related[%d].value", i), r.Evidence))
	}
	return out
}

func quoted(value plan.NumberValue, unit, path string, evidence []plan.Evidence) figure {
	f := figure{value: value, unit: unit, path: path, whole: len(evidence) > 0}
	for _, e := range evidence {
		if e.Language.Given() && !strings.HasPrefix(e.Language.V, "zh") {
			f.whole = false // numbers in other languages are scaled by other words
			continue
		}
		f.quotes = append(f.quotes, e.Quote)
	}
	return f
}

func otherUnit(a *ask, p *plan.Plan) {
	for _, f := range sourced(p) {
		if words, at, ok := f.mismatch(); ok {
			a.compare(f.value.At, f.path, at, lang.T("原句", "the sentence"), f.value.V.Raw, f.unit, words)
		}
	}
}

func numberNotQuoted(a *ask, p *plan.Plan) {
	for _, f := range sourced(p) {
		_, _, mismatch := f.mismatch()
		if f.whole && !mismatch && !f.printed() {
			a.compare(f.value.At, f.path, f.quotes[0].At, lang.T("原句", "the sentence"), f.value.V.Raw)
		}
	}
}
