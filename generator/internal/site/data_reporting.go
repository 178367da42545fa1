package site

// ReportingData is how the public was told of the tasks that a unit is responsible
// for in one plan, and what is due next.
type ReportingData struct {
	Plan     string         `json:"plan"`     // short title, shown where the unit has several
	Sentence string         `json:"sentence"` // progress.Reporting.Sentence
	Facts    []ReportedFact `json:"facts"`
	Newest   *NewestUpdate  `json:"newest,omitempty"` // nil: nothing was published
	Next     string         `json:"next"`             // what is due next, or why nothing is
	Ahead    []DueRow       `json:"ahead"`            // the nearest first
	Lapsed   []DueRow       `json:"lapsed"`           // deadline passed in silence, the oldest first
}

// ReportedFact is one number about a unit's reporting.
type ReportedFact struct {
	Label string `json:"label"`
	N     Num    `json:"n"`
}

// NewestUpdate is the update that became known last.
type NewestUpdate struct {
	Known Day  `json:"known"`
	Task  Link `json:"task"`
}

// DueRow is a task by its deadline.
type DueRow struct {
	Due    Day  `json:"due"`
	Task   Link `json:"task"`
	Status Tag  `json:"status"`
}

// TurnRow is a day on which a task's published status became another or something
// was published about it.
type TurnRow struct {
	Day    Day    `json:"day"`
	Status Tag    `json:"status"`
	Reason string `json:"reason"` // by which rule, in its words on that day
}
