package site

// ChangeLog is 数据修改记录: what was changed in the data, newest first. Line says
// what it lacks; a log without days and without a line is not shown.
type ChangeLog struct {
	Note string      `json:"note"` // what these days are
	Line string      `json:"line,omitempty"`
	Days []ChangeDay `json:"days"`
}

// ChangeDay is one step of the data. Commit is the beginning of its hash.
type ChangeDay struct {
	Day    Day          `json:"day"`
	Commit string       `json:"commit"`
	Items  []ChangeItem `json:"items"`
}

// ChangeItem is one change of one record.
type ChangeItem struct {
	About  *Link  `json:"about,omitempty"` // not on the record's own page; its Path is "" where the record is gone
	Words  string `json:"words"`
	Unit   *Link  `json:"unit,omitempty"`
	By     string `json:"by,omitempty"` // what Unit is to the change: 报送单位, 责任单位
	Reason string `json:"reason,omitempty"`
}

// ChangesData is 更新记录, the whole log of a plan.
type ChangesData struct {
	AsOf Day       `json:"as_of"`
	Lead string    `json:"lead"`
	Log  ChangeLog `json:"log"`
}

// CorrectionsData is 更正记录: what was corrected, revised, or changed by a
// document.
type CorrectionsData struct {
	AsOf        Day             `json:"as_of"`
	Lead        string          `json:"lead"`
	Line        string          `json:"line,omitempty"` // what the history lacks
	Corrections []CorrectionRow `json:"corrections"`
	Changes     []CorrectionRow `json:"changes"`
}

// CorrectionRow is one entry of the register. Before and After are 未披露 where
// the data do not say them.
type CorrectionRow struct {
	Kind   string `json:"kind"`
	Day    Day    `json:"day"`
	About  *Link  `json:"about,omitempty"` // not on the record's own page
	What   string `json:"what,omitempty"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
	Reason string `json:"reason"`
	Unit   *Link  `json:"unit,omitempty"`
}
