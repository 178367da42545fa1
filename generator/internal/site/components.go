package site

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/progress"
)

// targets are the indicator's targets with the numbers behind each verdict.
func (p *planBuilder) targets(i *progress.Indicator) []TargetData {
	out := []TargetData{}
	for _, t := range i.Targets {
		out = append(out, TargetData{
			Line: p.targetLine(i.Indicator, t), Why: p.explain(t.Why),
			Components: p.components("indicator/"+i.Indicator.ID.V+"/target/"+t.Target.Period.V.Raw, t.Components),
		})
	}
	return out
}

// components lists the numbers that exist, as readers see them: shares in per
// cent, ratios to three places.
func (p *planBuilder) components(id string, c progress.Components) []Component {
	out := []Component{}
	add := func(key string, label lang.Text, value *float64, text func(float64) string, unit string) {
		if value != nil {
			out = append(out, Component{Label: p.say(label), Value: Num{ID: id + "/" + key, Text: text(*value), Unit: unit}})
		}
	}
	plain := func(places int) func(float64) string {
		return func(f float64) string { return lang.Decimal(f, places) }
	}
	add("achieved", lang.T("实际值与目标值之比", "Value as a share of the target"), c.Achieved, percent, "%")
	add("done", lang.T("从基期到目标完成的份额", "Share of the way from baseline to target"), c.Share, percent, "%")
	add("pace", lang.T("序时进度", "Share of time elapsed"), c.Pace, percent, "%")
	add("gap", lang.T("落后序时", "Behind the time elapsed"), c.GapPoints, plain(1), p.t("个百分点", "percentage points"))
	add("cagr-observed", lang.T("实际年均增速", "Observed yearly growth"), c.CAGRObserved, percent, "%")
	add("cagr-required", lang.T("所需年均增速", "Required yearly growth"), c.CAGRRequired, percent, "%")
	add("ratio", lang.T("增速之比R", "Ratio of growth R"), c.Ratio, plain(3), "")
	add("score", lang.T("得分（−5至5）", "Score (−5 to 5)"), c.Score, plain(2), "")
	add("required-now", lang.T("到目标年还需的年均增速", "Yearly growth still needed"), c.RequiredNow, percent, "%")
	if c.BaseImputed {
		for k := range out {
			out[k].Note = p.t("基期值为推算，仅供参考，不用于评价", "the baseline is imputed: for reference only, not used to judge")
		}
	}
	return out
}
