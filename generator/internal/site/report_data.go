package site

// ReportData is 进展情况报告: the plan, or one unit's part of it, in the order of
// a bulletin and on the paper of one. It is not an issued document.
type ReportData struct {
	Scope    string          `json:"scope"` // what the report covers, as its second line
	AsOf     Day             `json:"as_of"`
	Source   string          `json:"source"` // who answers for the site
	Version  string          `json:"version"`
	Address  string          `json:"address,omitempty"` // of the report itself, where the site's is known
	Opening  []string        `json:"opening"`           // paragraphs of 总体情况
	Counts   []Count         `json:"counts"`            // of the tasks in the report
	Goals    []ReportGoals   `json:"goals"`
	Projects []ReportProject `json:"projects"` // paragraphs in 分项任务, rows in the annex
	Problems []ReportSaid    `json:"problems"` // as the updates word them, nothing added
	Next     []ReportSaid    `json:"next"`
	Sources  []Evidence      `json:"sources"`
	Page     Link            `json:"page"`   // the same on the site: the plan or the unit
	Others   []Link          `json:"others"` // the other reports
}

// ReportGoals is the indicators of one kind.
type ReportGoals struct {
	Heading string          `json:"heading"` // with its number: （一）总体目标
	Cards   []IndicatorCard `json:"cards"`
}

// ReportProject is a project with the tasks in the report.
type ReportProject struct {
	Heading  string       `json:"heading"` // with its number
	Sentence string       `json:"sentence"`
	Tasks    []ReportTask `json:"tasks"`
}

// ReportTask is a task as a numbered paragraph and as a row of the annex.
type ReportTask struct {
	Row     TaskRow  `json:"row"`
	Support string   `json:"support"` // the 配合单位 cell as issued
	Order   int      `json:"order"`   // within the project
	Updates []Update `json:"updates"` // newest first
}

// ReportSaid is one statement of an update, with the task it is about.
type ReportSaid struct {
	Task  Link   `json:"task"`
	AsOf  Day    `json:"as_of"`
	Words string `json:"words"`
}
