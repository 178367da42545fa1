package site

// LinkState is what a check of a source's link found.
type LinkState struct {
	Key  string `json:"key"`  // open, moved, dead, unclear; unchecked where nobody looked
	Word string `json:"word"` // 打不开
	Day  *Day   `json:"day,omitempty"`
}

// Coverage is how many tasks of the plan, and of each unit, have evidence.
type Coverage struct {
	Lead  string        `json:"lead"`
	Links string        `json:"links"` // sentence: the sources by the state of their link
	Rows  []CoverageRow `json:"rows"`  // the first is the plan
}

// CoverageRow is one line of the table.
type CoverageRow struct {
	Name      string `json:"name"`
	Path      string `json:"path"`
	Tasks     Num    `json:"tasks"`
	Evidenced Num    `json:"evidenced"`
	Share     Num    `json:"share"`
}
