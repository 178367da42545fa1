package progress

import (
	"slices"

	"jindu/generator/internal/lang"
)

// Status is the published status of a task.
type Status string

// The statuses, by the rules of package documentation.
const (
	Completed   Status = "completed"
	OnTrack     Status = "on_track"
	Behind      Status = "behind"
	NotStarted  Status = "not_started"
	Overdue     Status = "overdue"
	Lapsed      Status = "lapsed"
	InProgress  Status = "ongoing"
	Undisclosed Status = "undisclosed"
	Adjusted    Status = "adjusted"
	Terminated  Status = "terminated"
)

// StatusInfo is what readers are told of a status.
type StatusInfo struct {
	Status Status
	Label  lang.Text // the word shown
	Rule   lang.Text // when it holds
	Shape  string    // name of its icon, different for each
}

var statuses = []StatusInfo{
	{Completed, lang.T("已完成", "Completed"), lang.T("有佐证的进展说明已完成，且任务的量化目标全部达到；按完成日期注明按期或逾期。", "An update with evidence says so and every quantified goal of the task is met; shown as on time or late by its date."), "check"},
	{OnTrack, lang.T("推进中（达序时）", "In progress, on track"), lang.T("未到期限，量化目标不落后；没有可评价的目标时，公开信息说明正在推进。", "Before the deadline: its goals keep pace or, where none can be assessed, a statement says it is in progress."), "play"},
	{Behind, lang.T("推进中（滞后）", "In progress, behind"), lang.T("未到期限，有量化目标落后，或公开信息说明进度滞后。", "Before the deadline: a goal is behind, or a statement says so."), "triangle"},
	{InProgress, lang.T("持续推进", "Ongoing"), lang.T("没有完成期限，至少有一条公开的进展。", "No deadline; at least one public update."), "loop"},
	{NotStarted, lang.T("未启动", "Not started"), lang.T("有进展说明尚未启动，或启动日期还没有到。", "An update says so, or the start date is ahead."), "circle"},
	{Overdue, lang.T("逾期未完成", "Overdue"), lang.T("已过期限，且期限当日或以后的公开信息说明没有完成，或量化目标没有达到。", "After the deadline, and a statement as of the deadline or later says it is not complete, or a quantified goal was missed."), "cross"},
	{Lapsed, lang.T("到期未披露", "Deadline passed, not disclosed"), lang.T("已过期限，没有公开信息说明到期时是否完成。", "After the deadline, and no public statement says whether it was met."), "question"},
	{Undisclosed, lang.T("未披露", "Not disclosed"), lang.T("未到期限或没有期限，没有公开的进展，或公开的信息没有说明进度。", "Not due, or without a deadline, and no public update, or none that says how far it is."), "dash"},
	{Adjusted, lang.T("已调整", "Adjusted"), lang.T("有文件改变了任务。", "A document changed the task."), "unequal"},
	{Terminated, lang.T("已终止", "Terminated"), lang.T("有文件终止了任务。", "A document ended the task."), "square"},
}

// Statuses lists every status in the order used for bars, legends and counts.
func Statuses() []StatusInfo { return slices.Clone(statuses) }

// Info returns what readers are told of s.
func (s Status) Info() StatusInfo {
	for _, info := range statuses {
		if info.Status == s {
			return info
		}
	}
	return StatusInfo{Status: s, Label: lang.Same(string(s)), Shape: "dash"}
}

// Verdict is what a method says of a target.
type Verdict string

// The verdicts. Before the target's date they follow the method's bands; after
// it only Met, Missed and NoData remain.
const (
	Met           Verdict = "met"            // 已达标
	MetEased      Verdict = "met_eased"      // 调低后达标
	Missed        Verdict = "missed"         // 未达标
	NoData        Verdict = "no_data"        // 到期未披露
	Pending       Verdict = "pending"        // 未披露: not due and no observation
	Ahead         Verdict = "on_pace"        // share_vs_pace: gap ≤ 0
	Near          Verdict = "near_pace"      // 0 < gap < 10
	Lagging       Verdict = "behind"         // 10 ≤ gap ≤ 30
	FarBehind     Verdict = "far_behind"     // gap > 30
	Substantial   Verdict = "substantial"    // cagr: R ≥ 0.95
	Moderate      Verdict = "moderate"       // 0.60 ≤ R < 0.95
	Limited       Verdict = "limited"        // 0 ≤ R < 0.60
	Deterioration Verdict = "deterioration"  // R < 0
	NotAssessable Verdict = "not_assessable" // refused, with the reason
	NotJudged     Verdict = "not_judged"     // method none
)

// VerdictInfo is what readers are told of a verdict.
type VerdictInfo struct {
	Verdict Verdict
	Label   lang.Text
	Rule    lang.Text
	Tone    string // status key whose shape and colour it borrows
}

var verdicts = []VerdictInfo{
	{Met, lang.T("已达标", "Target met"), lang.T("目标时期（或更早）的实际值满足目标。", "The value for the target's period, or an earlier one, satisfies the target."), "completed"},
	{MetEased, lang.T("调低后达标", "Met after it was lowered"), lang.T("有文件调低或推迟了目标；实际值满足调整后的目标，不满足原来的目标。", "A document lowered the target or put it off; the value satisfies the changed target and not the one before."), "adjusted"},
	{Missed, lang.T("未达标", "Target missed"), lang.T("目标时期的实际值不满足目标。", "The value for the target's period does not satisfy the target."), "overdue"},
	{NoData, lang.T("到期未披露", "Due, not disclosed"), lang.T("目标时期已过，没有公开的实际值。", "The target's period has passed and no value was published."), "lapsed"},
	{Pending, lang.T("未披露", "Not disclosed"), lang.T("目标时期未到，还没有公开的实际值。", "Before the target's date, with no published value."), "undisclosed"},
	{Ahead, lang.T("达序时", "On pace"), lang.T("完成比例不低于序时进度。", "Share done is at least the share of time elapsed."), "on_track"},
	{Near, lang.T("基本达序时", "Nearly on pace"), lang.T("落后序时进度不到10个百分点。", "Behind the time elapsed by less than 10 percentage points."), "on_track"},
	{Lagging, lang.T("滞后", "Behind"), lang.T("落后序时进度10至30个百分点（含）。", "Behind by 10 to 30 percentage points, both included."), "behind"},
	{FarBehind, lang.T("严重滞后", "Far behind"), lang.T("落后序时进度超过30个百分点。", "Behind by more than 30 percentage points."), "behind"},
	{Substantial, lang.T("增速达到要求", "On track"), lang.T("实际年均增速不低于所需增速的95%（R ≥ 0.95）。", "Observed yearly growth is at least 95% of what is required (R ≥ 0.95)."), "on_track"},
	{Moderate, lang.T("有进展，需加快", "Progress, must accelerate"), lang.T("0.60 ≤ R < 0.95。", "0.60 ≤ R < 0.95."), "behind"},
	{Limited, lang.T("进展有限", "Limited progress"), lang.T("0 ≤ R < 0.60。", "0 ≤ R < 0.60."), "behind"},
	{Deterioration, lang.T("倒退", "Deterioration"), lang.T("R < 0。", "R < 0."), "behind"},
	{NotAssessable, lang.T("无法评估", "Cannot be assessed"), lang.T("缺少公式需要的数据，或公式不适用；写明原因。", "The formula lacks data or does not apply; the reason is given."), "undisclosed"},
	{NotJudged, lang.T("不评价", "Not judged"), lang.T("没有为这个指标指定评价方法。", "No method is set for this indicator."), "undisclosed"},
}

// Verdicts lists every verdict with its words and thresholds.
func Verdicts() []VerdictInfo { return slices.Clone(verdicts) }

// Info returns what readers are told of v.
func (v Verdict) Info() VerdictInfo {
	for _, info := range verdicts {
		if info.Verdict == v {
			return info
		}
	}
	return VerdictInfo{Verdict: v, Label: lang.Same(string(v)), Tone: "undisclosed"}
}

// Reached reports whether the target in force was met.
func (v Verdict) Reached() bool { return v == Met || v == MetEased }
