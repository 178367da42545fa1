package opendata

import (
	"math"
	"strconv"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// What a value is, for the tables whose cells can be empty because nothing was
// published.
const (
	published   = "published"
	imputed     = "imputed"
	planned     = "planned"
	undisclosed = "undisclosed"
)

var valueStatus = []Choice{
	{published, lang.T("已公布", "published")}, {imputed, lang.T("推算", "imputed")},
	{planned, lang.T("文件提出或由目标推出", "set by the plan or derived from its targets")}, {undisclosed, lang.T("未披露", "not disclosed")},
}

func indicatorTable(r *progress.Report) *Table {
	type I = *progress.Indicator
	current := func(i I) progress.Target { return i.Targets[i.Current] }
	latest := func(cell func(plan.Observation) string) func(I) string {
		return func(i I) string {
			if i.Latest == nil {
				return ""
			}
			return cell(*i.Latest)
		}
	}
	base := func(cell func(plan.Baseline) string) func(I) string {
		return func(i I) string {
			if !i.Indicator.Baseline.Given() {
				return ""
			}
			return cell(i.Indicator.Baseline)
		}
	}
	return table("indicators", lang.T("指标", "Indicators"), lang.T("每个量化指标一行。各年目标值和实际值在series、targets、observations表。", "One row for each quantified indicator. Values by period stand in series, targets and observations."),
		[]string{"id"}, []field[I]{
			need(col("id", Text, "编号", "Id", "", "", func(i I) string { return i.Indicator.ID.V })),
			need(col("order", Integer, "顺序", "Order", "", "", func(i I) string { return count(i.Indicator.Order.V) })),
			need(col("name", Text, "名称", "Name", "", "", func(i I) string { return i.Indicator.Name.V })),
			col("name_en", Text, "英文名称", "Name in English", "非正式译文。", "Unofficial translation.", func(i I) string { return i.Indicator.NameEN.V }),
			need(col("unit", Text, "计量单位", "Unit", "", "", func(i I) string { return i.Indicator.Unit.V })),
			col("unit_en", Text, "英文单位", "Unit in English", "", "", func(i I) string { return i.Indicator.UnitEN.V }),
			need(of(col("nature", Text, "数据性质", "Nature", "", "", func(i I) string { return i.Indicator.Nature.V }), choices(indicatorRecord, "nature"))),
			need(of(col("direction", Text, "方向", "Direction", "", "", func(i I) string { return i.Indicator.Direction.V }), choices(indicatorRecord, "direction"))),
			col("task", Text, "对应任务", "Task", "任务编号；空：方案总目标。", "Id of the task; empty: a goal of the plan as a whole.", func(i I) string { return i.Indicator.Task.V }),
			need(col("scope", Text, "范围", "Scope", "", "", func(i I) string { return i.Indicator.Scope.V })),
			col("scope_en", Text, "范围（英文）", "Scope in English", "非正式译文。", "Unofficial translation.", func(i I) string { return i.Indicator.ScopeEN.V }),
			need(of(col("method", Text, "评价方法", "Method", "", "", func(i I) string { return i.Indicator.Method.V }), choices(indicatorRecord, "method"))),
			need(col("method_note", Text, "选用理由", "Why this method", "", "", func(i I) string { return i.Indicator.MethodNote.V })),
			need(of(col("baseline_status", Text, "基期值状态", "State of the baseline", "", "", baselineStatus), valueStatus)),
			col("baseline_period", Period, "基期", "Period of the baseline", "", "", base(func(b plan.Baseline) string { return b.Period.V.Raw })),
			col("baseline_value", Decimal, "基期值", "Baseline", "空：见基期值状态。", "Empty: see baseline_status.", base(func(b plan.Baseline) string { return b.Value.V.Raw })),
			col("baseline_formula", Text, "基期值算式", "Arithmetic of the baseline", "", "", base(func(b plan.Baseline) string { return b.Formula.V })),
			need(of(col("latest_status", Text, "最新实际值状态", "State of the latest value", "", "", latestStatus), valueStatus)),
			col("latest_period", Period, "最新实际值的时期", "Period of the latest value", "", "", latest(func(o plan.Observation) string { return o.Period.V.Raw })),
			col("latest_value", Decimal, "最新实际值", "Latest value", "空：见最新实际值状态。", "Empty: see latest_status.", latest(func(o plan.Observation) string { return o.Value.V.Raw })),
			need(col("current_target", Period, "当前目标时期", "Current target", "现在代表这个指标的目标。", "The target that speaks for the indicator now.", func(i I) string { return current(i).Target.Period.V.Raw })),
			need(of(col("verdict", Text, "评价", "Verdict", "对当前目标。", "On the current target.", func(i I) string { return string(current(i).Verdict) }), verdicts())),
			need(col("verdict_label", Text, "评价（中文）", "Verdict in Chinese", "", "", func(i I) string { return current(i).Verdict.Info().Label.ZH })),
			need(col("page", Text, "网页", "Page", "站内路径。", "Path within the site.", func(i I) string { return r.Plan.ID.V + "/indicators/" + i.Indicator.ID.V + "/" })),
			need(col("file", Text, "数据文件", "Data file", "数据仓库里的路径。", "Path in the repository.", func(i I) string { return i.Indicator.At.File })),
		}, r.Indicators, to("tasks", "task"))
}

func baselineStatus(i *progress.Indicator) string {
	switch b := i.Indicator.Baseline; {
	case !b.Given():
		return undisclosed
	case b.Imputed:
		return imputed
	}
	return published
}

func latestStatus(i *progress.Indicator) string {
	if i.Latest == nil {
		return undisclosed
	}
	return published
}

// judged is a target with its indicator.
type judged struct {
	progress.Target
	of *plan.Indicator
}

func targetTable(r *progress.Report) *Table {
	var list []judged
	for _, i := range r.Indicators {
		for _, t := range i.Targets {
			list = append(list, judged{t, i.Indicator})
		}
	}
	type J = judged
	part := func(get func(progress.Components) *float64) func(J) string {
		return func(j J) string { return exact(get(j.Components)) }
	}
	return table("targets", lang.T("目标值", "Targets"), lang.T("每个目标一行，连同评价和算出评价的各个数，不取整；页面上取整的数在figures表。", "One row for each target, with its verdict and the unrounded numbers behind it; figures has them as pages round them."),
		[]string{"indicator", "period"}, []field[J]{
			need(col("indicator", Text, "指标", "Indicator", "指标编号。", "Id of the indicator.", func(j J) string { return j.of.ID.V })),
			need(col("period", Period, "目标时期", "Period", "", "", func(j J) string { return j.Target.Target.Period.V.Raw })),
			need(of(col("comparator", Text, "比较", "Comparator", "", "", func(j J) string { return j.Target.Target.Comparator.V }), comparators())),
			need(col("value", Decimal, "目标值", "Target", "", "", func(j J) string { return j.Target.Target.Value.V.Raw })),
			need(col("unit", Text, "计量单位", "Unit", "", "", func(j J) string { return j.of.Unit.V })),
			need(of(col("verdict", Text, "评价", "Verdict", "", "", func(j J) string { return string(j.Verdict) }), verdicts())),
			need(col("verdict_label", Text, "评价（中文）", "Verdict in Chinese", "", "", func(j J) string { return j.Verdict.Info().Label.ZH })),
			need(col("frozen", Bool, "目标时期已过", "Period over", "已过的评价不再变。", "The verdict then stays as it is.", func(j J) string { return truth(j.Frozen) })),
			col("base_period", Period, "起点时期", "Period of the base", "", "", func(j J) string { return j.Components.BasePeriod }),
			col("base", Decimal, "起点值", "Base", "", "", part(func(c progress.Components) *float64 { return c.Base })),
			need(col("base_imputed", Bool, "起点值为推算", "Base imputed", "推算的只作参考，不用于评价。", "An imputed base is for reference and never judges.", func(j J) string { return truth(j.Components.BaseImputed) })),
			col("observed_period", Period, "所评实际值的时期", "Period of the value judged", "空：没有可评的实际值。", "Empty: there is no value to judge.", func(j J) string { return j.Components.ValuePeriod }),
			col("observed", Decimal, "所评实际值", "Value judged", "", "", part(func(c progress.Components) *float64 { return c.Value })),
			col("achieved", Decimal, "实际值÷目标值", "Value over target", "1等于100%。", "1 is 100%.", part(func(c progress.Components) *float64 { return c.Achieved })),
			col("share", Decimal, "完成比例", "Share done", "从起点到目标。", "From base to target.", part(func(c progress.Components) *float64 { return c.Share })),
			col("pace", Decimal, "序时进度", "Pace", "0至1。", "From 0 to 1.", part(func(c progress.Components) *float64 { return c.Pace })),
			col("gap_points", Decimal, "落后序时（百分点）", "Gap in percentage points", "", "", part(func(c progress.Components) *float64 { return c.GapPoints })),
			col("cagr_observed", Decimal, "实际年均增速", "Observed yearly growth", "0.1等于10%。", "0.1 is 10%.", part(func(c progress.Components) *float64 { return c.CAGRObserved })),
			col("cagr_required", Decimal, "所需年均增速", "Required yearly growth", "", "", part(func(c progress.Components) *float64 { return c.CAGRRequired })),
			col("ratio", Decimal, "增速之比R", "Ratio R", "", "", part(func(c progress.Components) *float64 { return c.Ratio })),
			col("score", Decimal, "得分", "Score", "−5至5。", "From −5 to 5.", part(func(c progress.Components) *float64 { return c.Score })),
			col("required_now", Decimal, "还需年均增速", "Growth still needed", "", "", part(func(c progress.Components) *float64 { return c.RequiredNow })),
			need(col("rule", Text, "判定规则", "Rule", "", "", func(j J) string { return j.Why.Rule })),
			need(col("reason", Text, "判定理由", "Reason", "", "", func(j J) string { return j.Why.Words.ZH })),
			col("reason_en", Text, "判定理由（英文）", "Reason in English", "", "", func(j J) string { return j.Why.Words.EN }),
			need(col("quote", Text, "目标原文", "Text as issued", "", "", func(j J) string { return j.Target.Target.Quote.V })),
			col("authority", Text, "调整依据", "Authorising document", "目标改过才有。", "Of changed targets only.", func(j J) string { return j.Target.Target.Authority.V }),
		}, list, to("indicators", "indicator"))
}

func comparators() []Choice {
	f, _ := indicatorRecord.Field("targets")
	return choices(f.Record, "comparator")
}

// observation is a value with the id that the downloads give it. Pages know the
// last of several for one period by id alone.
type observation struct {
	plan.Observation
	id  string
	n   int // of those for the same period
	of  *plan.Indicator
	now bool // the last known for its period
}

func observationsOf(i *progress.Indicator) []observation {
	var out []observation
	n := map[string]int{}
	for _, o := range i.Observations {
		raw := o.Period.V.Raw
		n[raw]++
		id := "indicator/" + i.Indicator.ID.V + "/observation/" + raw
		out = append(out, observation{o, id + "/" + count(n[raw]), n[raw], i.Indicator, false})
	}
	for k := range out {
		out[k].now = out[k].n == n[out[k].Period.V.Raw]
	}
	return out
}

func observationTable(r *progress.Report) *Table {
	var list []observation
	for _, i := range r.Indicators {
		list = append(list, observationsOf(i)...)
	}
	type O = observation
	return table("observations", lang.T("实际值", "Observations"), lang.T("每个公布的实际值一行，修订前的值也保留。范围、时期、口径都与指标一致。", "One row for each published value of exactly the indicator; values from before a revision stay."),
		[]string{"id"}, []field[O]{
			need(col("id", Text, "编号", "Id", "", "", func(o O) string { return o.id })),
			need(col("indicator", Text, "指标", "Indicator", "指标编号。", "Id of the indicator.", func(o O) string { return o.of.ID.V })),
			need(col("period", Period, "时期", "Period", "", "", func(o O) string { return o.Period.V.Raw })),
			need(col("period_start", Date, "时期首日", "First day", "", "", func(o O) string { return day(o.Period.V.From) })),
			need(col("period_end", Date, "时期末日", "Last day", "", "", func(o O) string { return day(o.Period.V.To) })),
			need(col("value", Decimal, "实际值", "Value", "照来源。", "As printed.", func(o O) string { return o.Value.V.Raw })),
			need(col("unit", Text, "计量单位", "Unit", "", "", func(o O) string { return o.of.Unit.V })),
			of(col("flag", Text, "数据状态", "State of the value", "空：正式数。", "Empty: final.", func(o O) string { return o.Flag.V }), choices(observationRecord, "flag")),
			need(col("current", Bool, "最新口径", "Current", "同一时期最后公布的一个。", "The last published for its period.", func(o O) string { return truth(o.now) })),
			col("reported_on", Date, "报送日期", "Reported", "空：未披露。", "Empty: not known.", func(o O) string { return given(o.Reported) }),
			col("published_on", Date, "发布日期", "Published", "空：来源未注明。", "Empty: the source does not say.", func(o O) string { return given(o.Published) }),
			need(col("known_on", Date, "公众可知日期", "Known", "公众最早能知道的日期，判定用它。", "The first day the public could know it; verdicts use it.", func(o O) string { return day(o.Known()) })),
			col("reporting_unit", Text, "报送单位", "Reporting unit", "单位编号；空：未披露。", "Id of the unit; empty: not known.", func(o O) string { return o.Unit.V }),
			col("note", Text, "说明", "Note", "", "", func(o O) string { return o.Note.V }),
			need(col("evidence", Integer, "来源条数", "Sources", "", "", func(o O) string { return count(len(o.Evidence)) })),
		}, list, to("indicators", "indicator"), to("units", "reporting_unit"))
}

// reading is one value of an indicator's line: what the chart draws.
type reading struct {
	of                           *plan.Indicator
	kind, value, status, compare string
	flag                         string
	period                       plan.Period
}

// The kinds of reading.
const (
	kindBaseline    = "baseline"
	kindTarget      = "target"
	kindObservation = "observation"
	kindPath        = "path"
)

// readingsOf lists base, targets, values and required path. A target's period
// without a value has a row that says so.
func readingsOf(r *progress.Report, i *progress.Indicator) []reading {
	var out []reading
	x := i.Indicator
	if b := x.Baseline; b.Given() {
		out = append(out, reading{of: x, kind: kindBaseline, period: b.Period.V, value: b.Value.V.Raw, status: baselineStatus(i)})
	}
	for _, t := range i.Targets {
		out = append(out, reading{of: x, kind: kindTarget, period: t.Target.Period.V, value: t.Target.Value.V.Raw, status: planned, compare: t.Target.Comparator.V})
	}
	seen := map[string]bool{}
	for _, o := range observationsOf(i) {
		if o.now {
			seen[o.Period.V.Raw] = true
			out = append(out, reading{of: x, kind: kindObservation, period: o.Period.V, value: o.Value.V.Raw, status: published, flag: o.Flag.V})
		}
	}
	for _, t := range i.Targets {
		if p := t.Target.Period.V; !seen[p.Raw] {
			out = append(out, reading{of: x, kind: kindObservation, period: p, status: undisclosed})
		}
	}
	return append(out, pathOf(r, i.InForce())...)
}

// pathOf is the required path at the ends of years, as the charts' tables have it.
func pathOf(r *progress.Report, x *plan.Indicator) []reading {
	var out []reading
	for _, p := range progress.RequiredPath(r.Plan, x) {
		year, err := plan.ParsePeriod(strconv.Itoa(int(p.X)))
		if err == nil && p.X == math.Trunc(p.X) {
			out = append(out, reading{of: x, kind: kindPath, period: year, value: lang.Decimal(p.Y, 2), status: planned})
		}
	}
	return out
}

func seriesTable(r *progress.Report) *Table {
	var list []reading
	for _, i := range r.Indicators {
		list = append(list, readingsOf(r, i)...)
	}
	type R = reading
	return table("series", lang.T("指标数列", "Series"), lang.T("每个指标的基期值、目标值、实际值和所需路径，一个时期一行；没有公布的写明未披露，数值留空。", "Baseline, targets, values and required path of each indicator, one row a period; what was not published says so and has no value."),
		[]string{"indicator", "kind", "period"}, []field[R]{
			need(col("indicator", Text, "指标", "Indicator", "指标编号。", "Id of the indicator.", func(x R) string { return x.of.ID.V })),
			need(col("indicator_name", Text, "指标名称", "Name", "", "", func(x R) string { return x.of.Name.V })),
			need(of(col("kind", Text, "数值种类", "Kind", "", "", func(x R) string { return x.kind }), []Choice{
				{kindBaseline, lang.T("基期值", "baseline")}, {kindTarget, lang.T("目标值", "target")},
				{kindObservation, lang.T("实际值", "observation")}, {kindPath, lang.T("所需路径", "required path")},
			})),
			need(col("period", Period, "时期", "Period", "", "", func(x R) string { return x.period.Raw })),
			need(col("period_start", Date, "时期首日", "First day", "", "", func(x R) string { return day(x.period.From) })),
			need(col("period_end", Date, "时期末日", "Last day", "", "", func(x R) string { return day(x.period.To) })),
			col("value", Decimal, "数值", "Value", "空：见status，不是零。", "Empty: see status; not zero.", func(x R) string { return x.value }),
			need(col("unit", Text, "计量单位", "Unit", "", "", func(x R) string { return x.of.Unit.V })),
			need(of(col("status", Text, "数值状态", "State of the value", "", "", func(x R) string { return x.status }), valueStatus)),
			of(col("comparator", Text, "比较", "Comparator", "目标值才有。", "Of targets only.", func(x R) string { return x.compare }), comparators()),
			of(col("flag", Text, "数据状态", "Flag", "空：正式数。", "Empty: final.", func(x R) string { return x.flag }), choices(observationRecord, "flag")),
		}, list, to("indicators", "indicator"))
}
