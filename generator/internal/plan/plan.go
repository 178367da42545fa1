package plan

import "jindu/generator/internal/diag"

// Plan is one issued document and all that is tracked of it.
type Plan struct {
	ID         String
	Title      String // full title of the document
	TitleEN    String
	ShortTitle String // for headings: what the plan is about
	ShortEN    String
	Number     String // 文号, with 〔〕
	Issuer     String
	Signed     DateValue // 成文日期
	Printed    DateValue // 印发日期
	Disclosure String    // 公开方式 as the document words it
	Start      DateValue // pace counts from here
	End        DateValue
	Document   Document
	Projects   []*Project
	Tasks      []*Task      // in annex order: by project, then by their own order
	Indicators []*Indicator // by their order
	Related    []Related    // background figures of no single task or indicator
	NotFound   []NotFound
	Notes      []String
	At         diag.Range
}

// Document says where the issued text stands and how its broken lines join.
type Document struct {
	File    String // path under seeds/
	SHA256  String
	Origin  String   // how the file came to be, in words
	Repairs []Repair // every departure of the reading edition from the file
	At      diag.Range
}

// Repair is one place where the reading edition departs from the file's lines
// and never from its characters: join puts together a paragraph broken over a
// page; join-row a table row broken in two, whose second line's unit cells
// belong to the row after it; move-label a project label that stands one row
// early.
type Repair struct {
	Kind   String // join, join-row or move-label
	Lines  []Int  // line numbers in the file, in order
	Reason String
	At     diag.Range
}

// Project is a heading of the annex that groups tasks.
type Project struct {
	ID          String
	Number      Int
	Title       String // as in the annex
	TitleEN     String
	Differences []Difference
	At          diag.Range
}

// Difference is a place where body and annex of the document disagree.
type Difference struct {
	Where String // such as 正文二（六）
	Quote String // the other wording, which stands in the seed
	Note  String
	At    diag.Range
}

// Task is one row of the annex.
type Task struct {
	ID          String
	Project     String // project id
	Order       Int    // place within the project, from 1
	Title       String // short name made for this site, not part of the document
	TitleEN     String
	Quote       String // the row's own words
	QuoteEN     String
	IssuedLead  String   // the 责任单位 cell as issued
	IssuedHelp  String   // the 配合单位 cell as issued
	IssuedWhen  String   // the 进度安排 cell as issued
	Lead        []String // unit ids; the first is 牵头
	Support     []String // unit ids
	Schedule    String   // deadline or ongoing
	Start       DateValue
	Due         DateValue // only with deadline; the day itself is included
	Differences []Difference
	Updates     []*Update
	Related     []Related
	Notes       []String
	At          diag.Range
}

// The schedules of a task.
const (
	Deadline = "deadline" // 限期完成
	Ongoing  = "ongoing"  // 持续推进
)

// Update is one dated statement about a task.
type Update struct {
	AsOf        DateValue // 数据截至: the day the statement speaks of
	Reported    DateValue // 报送日期: when the unit handed it in; may be absent
	Published   DateValue // 发布日期; absent: the earliest evidence date
	Status      String    // what it says; absent where it says nothing of completion
	CompletedOn DateValue // day of completion; only with completed
	Unit        String    // id of the reporting unit; absent for press reports
	Basis       String    // unit_report, official, media
	Summary     String
	Problems    String
	Next        String
	Correction  String // why an earlier statement is taken back
	Authority   String // document that ends or changes the task (adjusted, terminated)
	Evidence    []Evidence
	At          diag.Range
}

// What an update can say of a task.
const (
	SaysNotStarted = "not_started"
	SaysInProgress = "in_progress"
	SaysBehind     = "behind"
	SaysCompleted  = "completed"
	SaysAdjusted   = "adjusted"
	SaysTerminated = "terminated"
)

// Known returns the day from which the public could know the update: its
// publication, else its earliest dated evidence, else the day it speaks of.
func (u *Update) Known() Date { return known(u.Published, u.Evidence, u.AsOf.V) }

func known(published DateValue, evidence []Evidence, fallback Date) Date {
	if published.Given() {
		return published.V
	}
	first := Date{}
	for _, e := range evidence {
		if e.Published.Given() && (first.IsZero() || e.Published.V.Before(first)) {
			first = e.Published.V
		}
	}
	if first.IsZero() {
		return fallback
	}
	return first
}

// Related is a public figure or fact near a task or indicator whose level,
// period or scope is not its own. It never takes part in a verdict.
type Related struct {
	Name     String
	Value    String // as text, with "约", "超过" as the source says; absent for facts without a figure
	Unit     String
	Period   String // in words
	Scope    String // level and scope in words: why it is not the indicator's own
	Derived  String // the arithmetic, where the figure is 推算 rather than published
	Note     String
	Evidence []Evidence
	At       diag.Range
}

// NotFound is something that was looked for in public sources and not found.
type NotFound struct {
	Item       String
	Result     String
	Tasks      []String
	Indicators []String
	At         diag.Range
}

// Project returns the project with the id.
func (p *Plan) Project(id string) (*Project, bool) {
	for _, x := range p.Projects {
		if x.ID.V == id {
			return x, true
		}
	}
	return nil, false
}

// Task returns the task with the id.
func (p *Plan) Task(id string) (*Task, bool) {
	for _, x := range p.Tasks {
		if x.ID.V == id {
			return x, true
		}
	}
	return nil, false
}

// Indicator returns the indicator with the id.
func (p *Plan) Indicator(id string) (*Indicator, bool) {
	for _, x := range p.Indicators {
		if x.ID.V == id {
			return x, true
		}
	}
	return nil, false
}
