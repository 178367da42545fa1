package site

// TaskData is one task.
type TaskData struct {
	Number      string          `json:"number"`
	Quote       string          `json:"quote"`
	Translation string          `json:"translation,omitempty"` // of the quote, in the English edition
	Policy      Link            `json:"policy"`                // the row in the annex
	AsOf        Day             `json:"as_of"`
	Status      Tag             `json:"status"`
	Why         Explain         `json:"why"`
	Reported    string          `json:"reported"`  // word, or 无报送 where no update states one
	Evidenced   string          `json:"evidenced"` // sentence: what the evidence supports
	Project     Link            `json:"project"`
	Leads       []UnitRef       `json:"leads"`
	Supports    []UnitRef       `json:"supports"`
	IssuedLead  string          `json:"issued_lead"`
	IssuedHelp  string          `json:"issued_support"`
	Schedule    string          `json:"schedule"`
	Due         *Day            `json:"due,omitempty"`
	Goals       []IndicatorCard `json:"goals"`
	Updates     []Update        `json:"updates"`             // newest first
	NextStep    string          `json:"next_step,omitempty"` // of the newest update that has one
	Turns       []TurnRow       `json:"turns"`               // how the status came about, oldest first
	Related     []Related       `json:"related"`
	NotFound    []Field         `json:"not_found"`
	Differences []Difference    `json:"differences"`
	Notes       []string        `json:"notes"`
	Corrections []CorrectionRow `json:"corrections"`
	Changes     ChangeLog       `json:"changes"`
	Previous    *Link           `json:"previous,omitempty"`
	Next        *Link           `json:"next,omitempty"`
	File        string          `json:"file"` // the data file in the repository
	Edit        string          `json:"edit,omitempty"`
	Report      string          `json:"report,omitempty"`
}

// UnitRef is a unit named by a task.
type UnitRef struct {
	Name    string `json:"name"`
	Path    string `json:"path"`
	First   bool   `json:"first"`
	Members []Link `json:"members,omitempty"` // of a collective
}

// UnitsData is the list of units.
type UnitsData struct {
	AsOf   Day         `json:"as_of"`
	Note   string      `json:"note"` // why the counts add up to more than the plan's tasks
	Chart  Chart       `json:"chart"`
	Groups []UnitGroup `json:"groups"`
}

// UnitGroup is the units of one kind.
type UnitGroup struct {
	Heading string    `json:"heading"`
	Units   []UnitRow `json:"units"`
}

// UnitRow is a unit in a list.
type UnitRow struct {
	Name    string  `json:"name"`
	Path    string  `json:"path"`
	Lead    Num     `json:"lead"`
	Support Num     `json:"support"`
	Counts  []Count `json:"counts"` // of the tasks it is responsible for
}

// UnitData is one unit.
type UnitData struct {
	Kind      string          `json:"kind"`
	AsOf      Day             `json:"as_of"`
	Sentence  string          `json:"sentence"`
	Aliases   []string        `json:"aliases"`
	Counts    []Count         `json:"counts"`
	Lead      []TaskRow       `json:"lead"`
	Support   []TaskRow       `json:"support"`
	Reporting []ReportingData `json:"reporting"` // one for each plan in which it leads
	MemberOf  []Link          `json:"member_of"`
	Members   []Link          `json:"members"`
	Basis     string          `json:"basis,omitempty"`
	Later     []LaterRow      `json:"later"`
	Notes     []string        `json:"notes"`
	Charts    []Chart         `json:"charts"`  // roadmap of each plan in which it leads several tasks
	Reports   []Link          `json:"reports"` // for print: one for each plan it leads in
	Downloads []Download      `json:"downloads"`
}

// LaterRow is what became of a unit.
type LaterRow struct {
	Name      string     `json:"name"`
	Statement string     `json:"statement"`
	Evidence  []Evidence `json:"evidence"`
}

// IndicatorsData is the list of indicators.
type IndicatorsData struct {
	AsOf      Day              `json:"as_of"`
	Lead      string           `json:"lead"`
	Groups    []IndicatorGroup `json:"groups"`
	Small     Chart            `json:"small"` // all of them, small
	Downloads []Download       `json:"downloads"`
}

// IndicatorGroup is the indicators of the plan as a whole, or of its tasks.
type IndicatorGroup struct {
	Heading string          `json:"heading"`
	Cards   []IndicatorCard `json:"cards"`
}

// IndicatorData is one indicator.
type IndicatorData struct {
	Name         string            `json:"name"`
	Unit         string            `json:"unit"`
	Nature       string            `json:"nature"`
	Direction    string            `json:"direction"`
	Scope        string            `json:"scope"`
	AsOf         Day               `json:"as_of"`
	Verdict      Tag               `json:"verdict"`
	Sentence     string            `json:"sentence"`
	Chart        Chart             `json:"chart"`
	Targets      []TargetData      `json:"targets"`
	Baseline     *BaselineData     `json:"baseline,omitempty"`
	Observations []ObservationData `json:"observations"`
	Quotes       []Difference      `json:"quotes"` // Note is empty
	Differences  []Difference      `json:"differences"`
	Method       string            `json:"method"` // word
	MethodNote   string            `json:"method_note"`
	MethodLink   Link              `json:"method_link"`
	Related      []Related         `json:"related"`
	NotFound     []Field           `json:"not_found"`
	Notes        []string          `json:"notes"`
	Corrections  []CorrectionRow   `json:"corrections"`
	Changes      ChangeLog         `json:"changes"`
	Downloads    []Download        `json:"downloads"`
	Task         *Link             `json:"task,omitempty"`
	Previous     *Link             `json:"previous,omitempty"`
	Next         *Link             `json:"next,omitempty"`
	File         string            `json:"file"`
	Edit         string            `json:"edit,omitempty"`
	Report       string            `json:"report,omitempty"`
}

// TargetData is one target with the components of its verdict.
type TargetData struct {
	Line       TargetLine  `json:"line"`
	Why        Explain     `json:"why"`
	Components []Component `json:"components"`
}

// Component is one number behind a verdict.
type Component struct {
	Label string `json:"label"`
	Value Num    `json:"value"`
	Note  string `json:"note,omitempty"`
}

// BaselineData is the value that growth is counted from.
type BaselineData struct {
	Period   string     `json:"period"`
	Value    Num        `json:"value"`
	Imputed  bool       `json:"imputed"`
	Formula  string     `json:"formula,omitempty"`
	Evidence []Evidence `json:"evidence"`
}

// ObservationData is one published value.
type ObservationData struct {
	Period    string     `json:"period"`
	Value     Num        `json:"value"`
	Reported  Day        `json:"reported"`  // Text is 未披露 where unknown
	Published Day        `json:"published"` // likewise
	Flag      string     `json:"flag,omitempty"`
	Note      string     `json:"note,omitempty"`
	Evidence  []Evidence `json:"evidence"`
}
