package progress

import (
	"slices"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// MethodInfo is what readers are told of a method of judging.
type MethodInfo struct {
	Method   string    // as in package plan
	Label    lang.Text // the name shown
	Question lang.Text // what it answers
	Formula  lang.Text
	Limits   lang.Text // what it cannot say, and when it is refused
	Source   lang.Text // where formula and thresholds come from
}

// Methods lists the methods in the order the method page shows them.
func Methods() []MethodInfo { return slices.Clone(methods) }

var methods = []MethodInfo{
	{
		Method:   plan.ShareVsPace,
		Label:    lang.T("完成比例对序时进度", "Share done against time elapsed"),
		Question: lang.T("到目前为止完成了多少，跟得上时间吗？", "How much is done so far, and does it keep up with time?"),
		Formula:  lang.T("完成比例 = (实际值 − 起点值) ÷ (目标值 − 起点值)；序时进度 = 已过时间 ÷ 全部时间，不小于0、不大于1；差距 = (序时进度 − 完成比例) × 100。", "Share = (value − base) ÷ (target − base); pace = time elapsed ÷ whole time, from 0 to 1; gap = (pace − share) × 100."),
		Limits:   lang.T("假定匀速推进。没有基期值时，只有存量、累计数和比率能从零算起；越低越好的指标没有基期值就不评价。序时进度算到实际值截止的那一天。", "Assumes an even pace. Without a base only stocks, cumulative figures and shares can be counted from zero; where lower is better, a base is needed. Pace is taken at the day of the value."),
		Source:   lang.T("国内进展通报通用的完成比例与序时进度；10和30个百分点是银川市2025年公布的界线，10以内的空档由本站补为“基本达序时”。", "As in Chinese progress bulletins; the limits of 10 and 30 points as published by Yinchuan in 2025, the band below 10 added here."),
	},
	{
		Method:   plan.CAGR,
		Label:    lang.T("年均增速对所需增速", "Growth against required growth"),
		Question: lang.T("按实际增速，能按期达到目标吗？", "At the growth observed, will the target be reached in time?"),
		Formula:  lang.T("实际年均增速 = (实际值 ÷ 起点值)^(1 ÷ 年数) − 1；所需年均增速 = (目标值 ÷ 起点值)^(1 ÷ 年数) − 1；R = 实际 ÷ |所需|，越低越好的指标取相反数。", "Observed growth = (value ÷ base)^(1 ÷ years) − 1; required growth = (target ÷ base)^(1 ÷ years) − 1; R = observed ÷ |required|, with the sign reversed where lower is better."),
		Limits:   lang.T("要有公布的基期值和至少一年以后的实际值，都大于零；指标本身是增速的不用；推算的基期值只作参考。", "Needs a published base and a value at least a year later, both above zero; not for figures that are growth rates; an imputed base is for reference only."),
		Source:   lang.T("Open SDG进展计算方法，源自加拿大统计局；界线0.95、0.60、0。", "Open SDG's progress calculation, after Statistics Canada; thresholds 0.95, 0.60 and 0."),
	},
	{
		Method:   plan.Milestone,
		Label:    lang.T("到期判定", "Judged at the date"),
		Question: lang.T("到目标时期达到了吗？", "Was it reached by the target's date?"),
		Formula:  lang.T("目标时期的实际值与目标值比较。", "The value for the target's period compared with the target."),
		Limits:   lang.T("到期以前不评价快慢。", "Says nothing of the pace before the date."),
		Source:   lang.T("文件的目标原文。", "The wording of the document."),
	},
	{
		Method:   plan.NoMethod,
		Label:    lang.T("不评价", "Not judged"),
		Question: lang.T("只公布数据。", "Figures only."),
		Formula:  lang.T("没有公式。", "No formula."),
		Limits:   lang.T("不参与任务状态的判断。", "Takes no part in a task's status."),
		Source:   lang.T("无。", "None."),
	},
}

func methodLabel(method string) lang.Text {
	for _, m := range methods {
		if m.Method == method {
			return m.Label
		}
	}
	return lang.Same(method)
}

// Bands lists the verdicts a method can give, with their thresholds: first the
// method's own, then those that every method shares.
func Bands(method string) []VerdictInfo {
	own := map[string][]Verdict{
		plan.ShareVsPace: {Ahead, Near, Lagging, FarBehind},
		plan.CAGR:        {Substantial, Moderate, Limited, Deterioration},
		plan.NoMethod:    {NotJudged},
	}[method]
	if method != plan.NoMethod {
		own = append(own, Met, MetEased, Missed, NoData, Pending, NotAssessable)
	}
	out := make([]VerdictInfo, len(own))
	for i, v := range own {
		out[i] = v.Info()
	}
	return out
}
