package site

// Page is one page for Hugo: where it stands, which layout draws it, and the
// data that the layout places. Numbers and dates arrive here formatted; a
// template computes nothing.
type Page struct {
	Path   string            // below the content folder, slash-separated, "" for home
	Layout string            // name of the template under layouts/
	Branch bool              // has pages below it: written as _index.md
	Elder  bool              // stands in 长辈版 too, drawn by <Layout>.elder.html
	Title  string            // h1 and <title>
	Date   string            // YYYY-MM-DD: newest content of the page, never the day of the build
	Meta   Meta              // <meta> tags of a government page
	Crumbs []Link            // from 首页 to the parent; the page itself is not in it
	Cite   *Cite             // how to cite it
	Data   any               // one of the …Data structs of this package
	Files  map[string][]byte // charts as SVG, beside the page
}

// Meta holds the page tags of the government-site convention. Fields that the
// kind of page does not carry are empty and print no tag.
type Meta struct {
	ColumnName        string `json:"column_name,omitempty"`
	ColumnDescription string `json:"column_description,omitempty"`
	ColumnKeywords    string `json:"column_keywords,omitempty"`
	ColumnType        string `json:"column_type,omitempty"`
	ArticleTitle      string `json:"article_title,omitempty"`
	PubDate           string `json:"pub_date,omitempty"` // YYYY-MM-DD HH:MM
	PubNote           string `json:"pub_note,omitempty"` // what became public on that day, where it was the document itself
	ContentSource     string `json:"content_source,omitempty"`
	Keywords          string `json:"keywords,omitempty"`
	Description       string `json:"description"`
}

// Link is a place within the site. Path is relative to the site's root, without
// a leading slash, such as "units/commerce-bureau/"; it may end in #anchor.
type Link struct {
	Text string `json:"text"`
	Path string `json:"path"`
}

// Num is a figure as readers see it, with the id under which the downloads
// carry it: kind/id/field, such as "indicator/online-retail/target/2017".
type Num struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Unit string `json:"unit,omitempty"`
}

// Day is a date in both the form for people and the form for machines.
type Day struct {
	ISO  string `json:"iso"`
	Text string `json:"text"`
}

// Tag is a status or verdict: a word with a shape and a tone. Key names the
// colour intent (--status-<key>), Shape the icon.
type Tag struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	Shape string `json:"shape"`
	Note  string `json:"note,omitempty"` // 按期 or 逾期 of a completed task
}

// Count is one part of a bar: how many tasks have a status, and the list of them.
type Count struct {
	Tag  Tag  `json:"tag"`
	N    Num  `json:"n"`
	Link Link `json:"link"`
}

// Chart is a drawing with everything a reader needs who cannot see it.
type Chart struct {
	ID       string `json:"id"`
	Title    string `json:"title"`    // says what the chart shows, as a sentence
	Subtitle string `json:"subtitle"` // measure, unit, place, period
	SVG      string `json:"svg"`      // name of the page's file
	Narrow   string `json:"narrow"`   // the same for narrow screens
	Sentence string `json:"sentence"` // reads the chart
	Source   string `json:"source"`
	AsOf     Day    `json:"as_of"`
	Table    Table  `json:"table"`
	Kind     string `json:"kind,omitempty"` // one of chart.Kind
	// Geometry is what the tooltip module reads; see Reading.
	Geometry *Reading `json:"geometry,omitempty"`
	Option   string   `json:"option,omitempty"` // name of the page's file that Explore opens
	Panels   []Panel  `json:"panels,omitempty"` // instead of SVG and Narrow
}

// Panel is one small drawing of a figure of many.
type Panel struct {
	Link   Link   `json:"link"`
	Latest *Num   `json:"latest,omitempty"` // nil: 未披露
	Period string `json:"period,omitempty"`
	Unit   string `json:"unit"`
	SVG    string `json:"svg"` // name of the page's file
	// Geometry is what the tooltip reads; nil where there is nothing to read.
	Geometry *PanelReading `json:"geometry,omitempty"`
}

// Table holds the chart's numbers. The first cell of a row is its header.
type Table struct {
	Caption string   `json:"caption"`
	Head    []string `json:"head"`
	Rows    [][]Cell `json:"rows"`
}

// Cell is one cell of a table.
type Cell struct {
	Text string `json:"text"`
	ID   string `json:"id,omitempty"` // as in Num; empty for words
}

// Explain is why a verdict is what it is, in the words of progress.Explanation.
type Explain struct {
	Rule  string `json:"rule"`
	Words string `json:"words"`
	Steps []Step `json:"steps"`
}

// Step is one fact of an explanation. Place is "path:line" in the repository,
// empty for arithmetic; Edit links to it where the repository's address is known.
type Step struct {
	Words string `json:"words"`
	Place string `json:"place,omitempty"`
	Edit  string `json:"edit,omitempty"`
}

// Evidence is a public source. Foreign tells that the address leaves the
// government's domain (.gov.cn), which the page marks.
type Evidence struct {
	Anchor        string    `json:"anchor"` // of its entry on the sources page
	Title         string    `json:"title"`
	URL           string    `json:"url"`
	Host          string    `json:"host"`
	Foreign       bool      `json:"foreign"`
	Publisher     string    `json:"publisher"`
	Published     Day       `json:"published"` // Text is 来源未注明日期 where unknown
	PublishedNote string    `json:"published_note,omitempty"`
	Quote         string    `json:"quote"`
	Lang          string    `json:"lang"` // of the quote
	Kind          string    `json:"kind"` // word: 官方发布, 媒体报道, 文件
	Link          LinkState `json:"link"`
	Archive       string    `json:"archive,omitempty"` // address of an archived copy
	SHA256        string    `json:"sha256,omitempty"`  // of a stored copy
}

// Update is one dated statement about a task.
type Update struct {
	AsOf      Day        `json:"as_of"`
	Reported  *Day       `json:"reported,omitempty"`
	Published *Day       `json:"published,omitempty"`
	Says      string     `json:"says"` // word of the stated status, or 来源未说明是否完成
	Basis     string     `json:"basis"`
	Unit      *Link      `json:"unit,omitempty"`
	Summary   string     `json:"summary"`
	Problems  string     `json:"problems,omitempty"`
	Next      string     `json:"next,omitempty"`
	Note      string     `json:"note,omitempty"` // correction or authorising document
	Evidence  []Evidence `json:"evidence"`
}

// Related is a figure or fact near a task or indicator that is not its own.
type Related struct {
	ID       string     `json:"id"`
	Name     string     `json:"name"`
	Value    string     `json:"value,omitempty"`
	Unit     string     `json:"unit,omitempty"`
	Period   string     `json:"period"`
	Scope    string     `json:"scope"`
	Derived  string     `json:"derived,omitempty"`
	Note     string     `json:"note,omitempty"`
	Evidence []Evidence `json:"evidence"`
}

// Difference is a place where body and annex of the document disagree.
type Difference struct {
	Where string `json:"where"`
	Quote string `json:"quote"`
	Note  string `json:"note"`
	Link  Link   `json:"link"` // into the policy page
}

// TaskRow is a task in a list.
type TaskRow struct {
	Number   string `json:"number"`
	Title    string `json:"title"`
	Path     string `json:"path"`
	Quote    string `json:"quote"`
	Status   Tag    `json:"status"`
	Lead     string `json:"lead"`     // the 责任单位 cell as issued
	Schedule string `json:"schedule"` // the 进度安排 cell as issued
	Due      *Day   `json:"due,omitempty"`
	Project  Link   `json:"project"`
	Reason   string `json:"reason"`          // one sentence: why this status
	Via      string `json:"via,omitempty"`   // in unit lists: the collective it came through
	First    bool   `json:"first,omitempty"` // in unit lists: the unit is 牵头
	Sources  int    `json:"sources"`
}

// IndicatorCard is an indicator in a list.
type IndicatorCard struct {
	ID       string       `json:"id"`
	Name     string       `json:"name"`
	Path     string       `json:"path"`
	Unit     string       `json:"unit"`
	Targets  []TargetLine `json:"targets"`
	Latest   *Num         `json:"latest,omitempty"` // nil: 未披露
	LatestOf string       `json:"latest_of,omitempty"`
	Verdict  Tag          `json:"verdict"` // of the target that speaks now
	Task     *Link        `json:"task,omitempty"`
	Related  int          `json:"related"` // how many related figures the page has
}

// TargetLine is one target of an indicator with its verdict.
type TargetLine struct {
	Period     string `json:"period"`
	Comparator string `json:"comparator"` // word: 超过, 不低于
	Value      Num    `json:"value"`
	Actual     *Num   `json:"actual,omitempty"` // nil: 未披露
	Share      *Num   `json:"share,omitempty"`  // 完成比例 in %, where the method has one
	Verdict    Tag    `json:"verdict"`
	Frozen     bool   `json:"frozen"`
	Quote      string `json:"quote"`
}
