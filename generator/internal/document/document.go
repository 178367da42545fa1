// Package document reads the text of an issued document, as it was taken from
// its pages, into a reading edition: the same characters in blocks that a page
// can show and link to.
//
// The file is UTF-8 text. A line that begins with one to six "#" and a space is
// a marked line (a title or a heading); lines with tabs are rows of a table, the
// first of which names the columns; a line of three or more hyphens is a rule;
// other lines that follow each other without a blank line are one paragraph, in
// which a line that ends with two spaces is followed by a new line.
// Marks, rules and blank lines are structure and not text. What a block is
// follows from its words (文号, 一、, （一）, 抄送, …), and text of unknown
// structure is simply paragraphs.
//
// The reading edition departs from the file in two ways only: spaces that stand
// between Chinese and digits, Latin letters or Chinese punctuation, or inside a
// title, are left out; and the repairs that the plan's data lists are carried
// out. Text that a repair takes out of the table is kept in Dropped, so that no
// character is lost.
package document

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"unicode/utf8"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/plan"
)

// Document is the reading edition of one issued document.
type Document struct {
	File    string // as given to Parse
	SHA256  string // of the file, in lower-case hexadecimal
	Blocks  []Block
	Dropped []Dropped // what the repairs took out of the tables, in order of lines

	passages []passage      // what Find looks through, in reading order
	rows     map[string]Row // what Row looks up
}

// Kind says what a block is.
type Kind string

// The kinds of block.
const (
	Masthead   Kind = "masthead"   // 发文机关标志: the issuer's name over the document
	Number     Kind = "number"     // 文号
	Title      Kind = "title"      // the document's own title
	Salutation Kind = "salutation" // 主送机关
	Heading    Kind = "heading"    // 一、 (level 2) or （一） (level 3)
	Para       Kind = "para"
	Attachment Kind = "attachment"  // 附件说明: the line that names the annex
	Signature  Kind = "signature"   // 署名和成文日期, one line each
	Note       Kind = "note"        // 附注, such as （此件公开发布）
	Annex      Kind = "annex"       // the word 附件 over an annex
	AnnexTitle Kind = "annex_title" // the annex's title
	Table      Kind = "table"
	Copies     Kind = "copies"  // 抄送机关
	Imprint    Kind = "imprint" // 印发机关和印发日期, one line each
)

// Block is one part of the document.
type Block struct {
	Kind    Kind
	Anchor  string // ASCII, unique in the document, derived from its numbering
	Level   int    // of a heading: 2 or 3
	Lead    string // of a paragraph: the run-in heading that Text begins with
	Text    string // of all but tables; lines that stay apart are parted by "\n"
	Lines   []int  // line numbers in the file, from 1
	Columns []Column
	Rows    []Row // of a table, without the row that names the columns

	runs []run
}

// Column is one column of a table.
type Column struct {
	Role  Role
	Title string
}

// Role says what stands in a column.
type Role string

// The roles of an annex's columns. A column with another title has no role.
const (
	RoleNumber   Role = "number"   // 序号 of the project
	RoleProject  Role = "project"  // 项目
	RoleText     Role = "text"     // 工作任务
	RoleLead     Role = "lead"     // 责任单位
	RoleSupport  Role = "support"  // 配合单位
	RoleSchedule Role = "schedule" // 进度安排
)

// Row is one row of a table. The number and project cells are filled only in the
// first row of a project; Group and Label hold for every row.
type Row struct {
	Anchor string
	Lines  []int
	Group  int    // number of the project; 0 where the table has none
	Label  string // title of the project
	Order  int    // place within the project, from 1
	Cells  []Cell // in the order of the columns
}

// Cell is one cell of a row.
type Cell struct {
	Role Role
	Text string

	runs []run
}

// Cell returns the text of the cell with the role, "" where there is none.
func (r Row) Cell(role Role) string {
	for _, c := range r.Cells {
		if c.Role == role {
			return c.Text
		}
	}
	return ""
}

// Number returns the row's number as the site writes it, such as "3.5".
func (r Row) Number() string { return fmt.Sprintf("%d.%d", r.Group, r.Order) }

// Dropped is text of the file that the reading edition does not show where it
// stood, because a repair found it to repeat the row below.
type Dropped struct {
	Line   int
	Role   Role
	Text   string
	Reason string // of the repair
	After  string // anchor of the row it stood in
}

// Load reads and parses the document of a plan. The document is nil where the
// file cannot be read; the problem is then in the list.
func Load(fsys fs.FS, p *plan.Plan) (*Document, diag.List) {
	file := p.Document.File
	text, err := fs.ReadFile(fsys, file.V)
	if err != nil {
		return nil, diag.List{ruleMissing.At(file.At, "document.file", file.V)}
	}
	return Parse(text, p.Document.Repairs, file.V)
}

// Parse reads a document's text. It always returns a document, without blocks
// where the text is not UTF-8. A repair that does not fit the lines is reported
// and left undone; a paragraph or row that seems broken and has no repair is a
// warning.
func Parse(text []byte, repairs []plan.Repair, file string) (*Document, diag.List) {
	sum := sha256.Sum256(text)
	d := &Document{File: file, SHA256: hex.EncodeToString(sum[:])}
	if !utf8.Valid(text) {
		return d, diag.List{ruleNotUTF8.At(diag.Range{File: file}, "", file)}
	}
	e := &editor{file: file, pieces: scan(string(text))}
	e.repair(repairs)
	d.Blocks = classify(e.pieces)
	d.Dropped = name(d.Blocks, e.dropped)
	d.passages = passages(d.Blocks)
	d.rows = rowsByTask(d.Rows())
	e.problems.Add(broken(d.Blocks, file)...)
	return d, e.problems
}
