package progress

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// EvidenceShare is the share of the tasks that any public source supports, from 0
// to 1. Without tasks there is none: nothing out of nothing is not a share.
func (c Counts) EvidenceShare() (share float64, ok bool) {
	if c.Total == 0 {
		return 0, false
	}
	return float64(c.Evidenced) / float64(c.Total), true
}

// Link is the state of a source's link as somebody found it by the report's day,
// and the day; ok is false where no check is known of that day.
func (r *Report) Link(e plan.Evidence) (state string, day plan.Date, ok bool) {
	if !e.Link.Given() || !e.Checked.Given() || e.Checked.V.After(r.AsOf) {
		return "", plan.Date{}, false
	}
	return e.Link.V, e.Checked.V, true
}

// CoverageSentence says how many tasks have evidence, and what share that is.
func (r *Report) CoverageSentence() lang.Text {
	share, ok := r.Counts.EvidenceShare()
	if !ok {
		return lang.T("方案没有列出任务。", "The plan lists no tasks.")
	}
	return lang.T("%[1]d项任务中，%[2]d项至少有一条公开来源，覆盖率%[3]s%%。", "Of %[1]d tasks, %[2]d have at least one public source: a coverage of %[3]s%%.").
		Sprintf(r.Counts.Total, r.Counts.Evidenced, lang.Decimal(share*100, 1))
}
