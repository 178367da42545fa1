package validate

import (
	"fmt"
	"strings"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// figures lists the rules about targets and baselines.
func figures() []check {
	return []check{
		{diag.Rule{Code: "V401", Severity: diag.Error,
			Message: lang.T("比较“%[1]s”与方向 %[2]s 相反", "the comparator %[1]s contradicts the direction %[2]s"),
			Hint:    lang.T("越高越好（up）的目标用 > 或 >=，越低越好（down）的用 < 或 <=。", "Use > or >= where higher is better (up), < or <= where lower is better (down).")},
			perIndicator(comparator)},
		{diag.Rule{Code: "V402", Severity: diag.Error,
			Message: lang.T("目标时期 %[1]s 没有晚于前一个目标 %[2]s", "the target period %[1]s is not after the one before it, %[2]s"),
			Hint:    lang.T("目标按时间先后写，同一时期只写一个。", "List targets in order of time, one for each period.")},
			perIndicator(targetOrder)},
		{diag.Rule{Code: "V403", Severity: diag.Error,
			Message: lang.T("推算的基期值没有写算式", "an imputed baseline has no formula"),
			Hint:    lang.T("在 formula 里写出算式，如 20 ÷ 1.4³ = 7.289。", "Write the arithmetic under formula, such as 20 ÷ 1.4³ = 7.289.")},
			perIndicator(imputedWithoutFormula)},
		{diag.Rule{Code: "V404", Severity: diag.Error,
			Message: lang.T("基期值没有来源，也没有说明为什么成立", "the baseline has neither a source nor a reason"),
			Hint:    lang.T("加 evidence；按定义成立的（如从零算起），在 formula 里写理由；算出来的，写 imputed: true。", "Add evidence; where it holds by definition (such as counting from zero), say so under formula; where it is computed, write imputed: true.")},
			perIndicator(baselineWithoutSource)},
		{diag.Rule{Code: "V405", Severity: diag.Warning,
			Message: lang.T("按年均增速评价，但没有基期值，评价不了", "growth is to be judged, but there is no baseline to count from"),
			Hint:    lang.T("有公布的基期值就加 baseline；没有的，把 method 改为 milestone 或 none。", "Add a published baseline, or write method: milestone or none.")},
			perIndicator(growthWithoutBase)},
		{diag.Rule{Code: "V406", Severity: diag.Error,
			Message: lang.T("基期值 %[1]s 不大于零，算不出年均增速", "no growth rate can be counted from a baseline of %[1]s"),
			Hint:    lang.T("年均增速只用于大于零的基期值；把 method 改为 share_vs_pace 或 milestone。", "Growth needs a baseline above zero; write method: share_vs_pace or milestone.")},
			perIndicator(growthFromNothing)},
		{diag.Rule{Code: "V407", Severity: diag.Error,
			Message: lang.T("基期 %[1]s 没有早于目标时期 %[2]s", "the baseline period %[1]s is not before the target period %[2]s"),
			Hint:    lang.T("核对 baseline 和 targets 的 period。", "Check the periods of baseline and targets.")},
			perIndicator(baselineTooLate)},
		{diag.Rule{Code: "V408", Severity: diag.Error,
			Message: lang.T("时期数应对整年，%[1]s 不是一个整年", "a flow speaks of whole years, and %[1]s is not one"),
			Hint:    lang.T("只写全年数，如 period: 2020；不满一年的数写到 related 里，并说明范围。", "Give figures of whole years, such as period: 2020; put others under related with their scope.")},
			perIndicator(partYear)},
		{diag.Rule{Code: "V409", Severity: diag.Error,
			Message: lang.T("相关数据没有写范围", "a related figure has no scope"),
			Hint:    lang.T("在 scope 里写明范围、口径，以及为什么不是本指标的实际值。", "Say under scope what it covers and why it is not the indicator's own value.")},
			perPlan(relatedWithoutScope)},
		{diag.Rule{Code: "V410", Severity: diag.Error,
			Message: lang.T("改过的目标缺少%[1]s", "a changed target lacks %[1]s"),
			Hint:    lang.T("写了 earlier 的目标，还要写 authority（调整它的文件名称和文号）和 published（文件公布的日期）。", "A target with earlier also needs authority (title and number of the document that changed it) and published (the day it was made public).")},
			perIndicator(changeWithoutDocument)},
	}
}

func comparator(a *ask, x *plan.Indicator) {
	for i, t := range x.Targets {
		up := strings.HasPrefix(t.Comparator.V, ">")
		if t.Comparator.Given() && x.Direction.Given() && up != (x.Direction.V == plan.Up) {
			a.compare(t.Comparator.At, index("targets", i, "comparator"), x.Direction.At, lang.T("指标的方向", "the indicator's direction"), t.Comparator.V, x.Direction.V)
		}
	}
}

func targetOrder(a *ask, x *plan.Indicator) {
	for i := 1; i < len(x.Targets); i++ {
		before, own := x.Targets[i-1].Period, x.Targets[i].Period
		if !own.V.To.After(before.V.To) {
			a.compare(own.At, index("targets", i, "period"), before.At, lang.T("前一个目标", "the target before it"), own.V.Raw, before.V.Raw)
		}
	}
}

func imputedWithoutFormula(a *ask, x *plan.Indicator) {
	if b := x.Baseline; b.Given() && b.Imputed && strings.TrimSpace(b.Formula.V) == "" {
		a.say(or(b.Formula.At, b.At), "baseline.formula")
	}
}

func baselineWithoutSource(a *ask, x *plan.Indicator) {
	if b := x.Baseline; b.Given() && !b.Imputed && len(b.Evidence) == 0 && strings.TrimSpace(b.Formula.V) == "" {
		a.say(or(b.Value.At, b.At), "baseline.evidence")
	}
}

func growthWithoutBase(a *ask, x *plan.Indicator) {
	if x.Method.V == plan.CAGR && !x.Baseline.Given() {
		a.say(x.Method.At, "baseline")
	}
}

func growthFromNothing(a *ask, x *plan.Indicator) {
	if b := x.Baseline; x.Method.V == plan.CAGR && b.Given() && b.Value.V.Float <= 0 {
		a.compare(or(b.Value.At, b.At), "baseline.value", x.Method.At, lang.T("评价方法", "the method"), b.Value.V.Raw)
	}
}

func baselineTooLate(a *ask, x *plan.Indicator) {
	b := x.Baseline
	if !b.Given() || len(x.Targets) == 0 {
		return
	}
	if first := x.Targets[0].Period; !b.Period.V.To.Before(first.V.To) {
		a.compare(or(b.Period.At, b.At), "baseline.period", first.At, lang.T("第一个目标", "the first target"), b.Period.V.Raw, first.V.Raw)
	}
}

func changeWithoutDocument(a *ask, x *plan.Indicator) {
	need := func(t plan.Target, path string) {
		if !t.Authority.Given() {
			a.say(t.At, path+".authority", lang.T("调整依据 authority", "authority"))
		}
		if !t.Published.Given() {
			a.say(t.At, path+".published", lang.T("调整公布日期 published", "published"))
		}
	}
	for i, t := range x.Targets {
		if len(t.Earlier) == 0 {
			continue
		}
		need(t, fmt.Sprintf("targets[%d]", i))
		for k, e := range t.Earlier[1:] {
			need(e.Target(), fmt.Sprintf("targets[%d].earlier[%d]", i, k+1))
		}
	}
}

func partYear(a *ask, x *plan.Indicator) {
	if x.Nature.V != plan.Flow {
		return
	}
	check := func(p plan.PeriodValue, path string) {
		if p.Given() && !p.V.IsYear() {
			a.say(p.At, path, p.V.Raw)
		}
	}
	check(x.Baseline.Period, "baseline.period")
	for i, t := range x.Targets {
		check(t.Period, index("targets", i, "period"))
	}
	for i, o := range x.Observations {
		check(o.Period, index("observations", i, "period"))
	}
}

func relatedWithoutScope(a *ask, p *plan.Plan) {
	lists := [][]plan.Related{p.Related}
	for _, t := range p.Tasks {
		lists = append(lists, t.Related)
	}
	for _, x := range p.Indicators {
		lists = append(lists, x.Related)
	}
	for _, list := range lists {
		for i, r := range list {
			if strings.TrimSpace(r.Scope.V) == "" {
				a.say(or(r.Scope.At, r.At), index("related", i, "scope"))
			}
		}
	}
}
