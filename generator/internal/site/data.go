package site

// HomeData is the first page: the count sentence, the bar, what needs attention.
type HomeData struct {
	Plans []HomePlan `json:"plans"`
}

// HomePlan is one plan on the first page.
type HomePlan struct {
	Plan       Link            `json:"plan"`
	Heading    string          `json:"heading"` // h1 of a site with one plan
	Number     string          `json:"number"`  // 文号
	Title      string          `json:"title"`   // full title of the document
	AsOf       Day             `json:"as_of"`
	Sentence   string          `json:"sentence"`
	Evidence   string          `json:"evidence"`    // sentence: how many tasks have any public source
	NoEvidence Link            `json:"no_evidence"` // to 未披露清单
	Bar        Chart           `json:"bar"`
	Counts     []Count         `json:"counts"`     // of the dated tasks: the bar's segments
	Open       []Count         `json:"open"`       // of the ongoing tasks
	Indicators []IndicatorCard `json:"indicators"` // the goals of the plan as a whole
	AllInd     Link            `json:"all_indicators"`
	Attention  []TaskRow       `json:"attention"`       // overdue and behind first, then lapsed
	AttentionN int             `json:"attention_total"` // Attention may show only the first of them
	AttentionL Link            `json:"attention_link"`
	Report     *Link           `json:"report,omitempty"` // for print; not in the English edition
	Projects   []ProjectRow    `json:"projects"`
	Latest     []LatestRow     `json:"latest"`
}

// ProjectRow is a project in a list.
type ProjectRow struct {
	Number string  `json:"number"`
	Title  string  `json:"title"`
	Path   string  `json:"path"`
	Total  Num     `json:"total"`
	Counts []Count `json:"counts"`
}

// LatestRow is one piece of news.
type LatestRow struct {
	Known   Day    `json:"known"`
	About   Link   `json:"about"`
	Summary string `json:"summary"`
	Kind    string `json:"kind"` // 进展 or 实际值
}

// PlanData is the overview of one plan: its document and the way into it.
type PlanData struct {
	Record    []Field      `json:"record"` // the disclosure block: 文号, 成文日期 …
	AsOf      Day          `json:"as_of"`
	Sentence  string       `json:"sentence"`
	Links     []Nav        `json:"links"`
	Projects  []ProjectRow `json:"projects"`
	Chart     Chart        `json:"chart"`             // status by project
	History   *Chart       `json:"history,omitempty"` // nil before the plan has a course of time
	Related   []Related    `json:"related"`
	Notes     []string     `json:"notes"`
	Downloads []Download   `json:"downloads"`
}

// Field is one labelled line.
type Field struct {
	Label string `json:"label"`
	Text  string `json:"text"`
	Link  *Link  `json:"link,omitempty"`
}

// Nav is a link with a line that says what is there.
type Nav struct {
	Link Link   `json:"link"`
	Help string `json:"help"`
}

// PolicyData is the reading edition of the issued document.
type PolicyData struct {
	Record   []Field       `json:"record"`
	Contents []Link        `json:"contents"`
	Blocks   []PolicyBlock `json:"blocks"`
	Repairs  []Field       `json:"repairs"` // every departure from the file's lines
	Origin   string        `json:"origin"`
	SHA256   string        `json:"sha256"`
	File     string        `json:"file"`
}

// PolicyBlock is a heading, paragraph or table of the document. Kind is one of
// document.Kind.
type PolicyBlock struct {
	Kind   string      `json:"kind"`
	Anchor string      `json:"anchor"`
	Level  int         `json:"level,omitempty"` // 2 to 4, of a heading
	Lead   string      `json:"lead,omitempty"`  // run-in head of a paragraph
	Text   string      `json:"text,omitempty"`
	Head   []string    `json:"head,omitempty"`
	Rows   []PolicyRow `json:"rows,omitempty"`
}

// PolicyRow is a row of the annex with a link to the task's page and status.
type PolicyRow struct {
	Anchor  string   `json:"anchor"`
	Cells   []string `json:"cells"`
	Project string   `json:"project"` // label of the project
	Number  string   `json:"number"`
	Span    int      `json:"span"` // rows of the project on its first row, else 0
	Task    *Link    `json:"task,omitempty"`
	Status  *Tag     `json:"status,omitempty"`
}

// ListData is a list of tasks, whole or filtered.
type ListData struct {
	Lead      string     `json:"lead"` // what the list holds, as a sentence with its count
	AsOf      Day        `json:"as_of"`
	Filters   []Filter   `json:"filters"`
	Groups    []TaskList `json:"groups"`
	Chart     *Chart     `json:"chart,omitempty"`
	Downloads []Download `json:"downloads"`
}

// Filter is one row of links to filtered lists.
type Filter struct {
	Label string         `json:"label"`
	Help  string         `json:"help,omitempty"`
	Fold  bool           `json:"fold"`          // the links are folded away until asked for
	Now   string         `json:"now,omitempty"` // the choice that the page shows
	Items []FilterChoice `json:"items"`
}

// FilterChoice is one filtered list with its count.
type FilterChoice struct {
	Link    Link `json:"link"`
	N       int  `json:"n"`
	Current bool `json:"current"`
}

// TaskList is a group of tasks under a heading.
type TaskList struct {
	Anchor  string    `json:"anchor"`
	Heading string    `json:"heading"`
	Link    *Link     `json:"link,omitempty"`
	Help    string    `json:"help,omitempty"`
	Tasks   []TaskRow `json:"tasks"`
}

// ProjectsData is the list of projects with their chart.
type ProjectsData struct {
	AsOf  Day          `json:"as_of"`
	Chart Chart        `json:"chart"`
	Rows  []ProjectRow `json:"rows"`
}

// ProjectData is one project.
type ProjectData struct {
	Number      string       `json:"number"`
	AsOf        Day          `json:"as_of"`
	Sentence    string       `json:"sentence"`
	Counts      []Count      `json:"counts"`
	Tasks       []TaskRow    `json:"tasks"`
	Differences []Difference `json:"differences"`
	Policy      Link         `json:"policy"`
	Downloads   []Download   `json:"downloads"`
	Previous    *Link        `json:"previous,omitempty"`
	Next        *Link        `json:"next,omitempty"`
}

// TimetableData is the tasks by the year in which they are due.
type TimetableData struct {
	AsOf  Day        `json:"as_of"`
	Lead  string     `json:"lead"`
	Years []TaskList `json:"years"` // the last group is the ongoing tasks
	Chart Chart      `json:"chart"` // roadmap
}

// UndisclosedData is the list of what is not known.
type UndisclosedData struct {
	AsOf       Day             `json:"as_of"`
	Lead       string          `json:"lead"`
	Groups     []TaskList      `json:"groups"`     // tasks without any public update, tasks whose completion nobody stated
	Indicators []MissingTarget `json:"indicators"` // targets without a value
	Searched   []SearchedRow   `json:"searched"`
	Fields     []Field         `json:"fields"` // things about document and site that are not known
}

// MissingTarget is a target without a published value.
type MissingTarget struct {
	Indicator Link   `json:"indicator"`
	Period    string `json:"period"`
	Target    string `json:"target"`
	Verdict   Tag    `json:"verdict"`
}

// SearchedRow is something looked for in public sources and not found.
type SearchedRow struct {
	Item   string `json:"item"`
	Result string `json:"result"`
	About  []Link `json:"about"`
}

// SourcesData lists every source with what rests on it.
type SourcesData struct {
	Lead     string        `json:"lead"`
	Coverage *Coverage     `json:"coverage"`
	Groups   []SourceGroup `json:"groups"` // by kind of source
}

// SourceGroup is the sources of one kind.
type SourceGroup struct {
	Heading string      `json:"heading"`
	Sources []SourceRow `json:"sources"`
}

// SourceRow is one source address and the pages that use it.
type SourceRow struct {
	Evidence Evidence   `json:"evidence"`
	Quotes   []Evidence `json:"quotes"` // every sentence taken from it
	Used     []Link     `json:"used"`
}

// MethodData is what the method page draws beside its prose.
type MethodData struct {
	Statuses []Rule    `json:"statuses"`
	Methods  []Method  `json:"methods"`
	Title    string    `json:"example_title"` // says that the numbers are made up
	Examples []Explain `json:"examples"`      // one set of numbers, judged by two methods
}

// Rule is a status or verdict with the rule that gives it.
type Rule struct {
	Tag  Tag    `json:"tag"`
	Rule string `json:"rule"`
}

// Method is one way to judge an indicator, with its verdicts and thresholds.
type Method struct {
	Anchor  string `json:"anchor"`
	Name    string `json:"name"`
	Help    string `json:"help"` // the question it answers
	Formula string `json:"formula"`
	Limits  string `json:"limits"`
	Source  string `json:"source"`
	Bands   []Rule `json:"bands"`
	Used    []Link `json:"used"` // indicators judged by it
}

// MapData is 网站地图: every page.
type MapData struct {
	Groups []MapGroup `json:"groups"`
}

// MapGroup is the pages of one kind.
type MapGroup struct {
	Heading string `json:"heading"`
	Links   []Link `json:"links"`
}

// Common is what every page shows; it is written once, as data for the theme.
type Common struct {
	Title     string         `json:"title"`
	Edition   string         `json:"edition"`
	Demo      bool           `json:"demo"`
	BaseURL   string         `json:"base_url,omitempty"`
	Domain    string         `json:"domain,omitempty"`
	AsOf      Day            `json:"as_of"`
	Publisher *PublisherData `json:"publisher,omitempty"`
	Filing    *FilingData    `json:"filing,omitempty"`
	Nav       []Link         `json:"nav"`  // header
	Foot      []Link         `json:"foot"` // footer: 网站地图, 关于 …
	Legend    []Rule         `json:"legend"`
	Version   string         `json:"version"`
	Archived  *Day           `json:"archived,omitempty"` // the day of an archived edition
	Until     *Day           `json:"until,omitempty"`    // by when the next update was promised
}

// PublisherData is who runs the site.
type PublisherData struct {
	Name    string `json:"name"`
	Contact string `json:"contact"`
	Source  string `json:"source"`
}

// FilingData is the registration marks of an official site.
type FilingData struct {
	SiteIDCode string `json:"site_id_code"`
	ICP        string `json:"icp"`
	Police     string `json:"police"`
	PoliceCode string `json:"police_code"`
	Mark       string `json:"mark"`
	FindError  string `json:"find_error"`
}
