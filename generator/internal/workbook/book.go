package workbook

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

// The names of the sheets.
const (
	guideSheet     = "填报说明"
	taskSheet      = "填报"
	indicatorSheet = "指标"
	hiddenSheet    = "_jindu"
)

// template is the version of the layout; a file of another one is refused.
const template = "1"

// leastGroups is how many pieces of evidence a row has room for at least.
const leastGroups = 2

// Request says whose book it is to be.
type Request struct {
	Plan   *plan.Plan
	Unit   *plan.Unit
	Period plan.Period
	Commit string // the data's commit, or "" where it is not known
}

// Book is what one unit is asked for one period.
type Book struct {
	Request
	Sheets []*Sheet // those with rows only
}

// Sheet is one table of a book.
type Sheet struct {
	Name    string
	Columns []Column
	Rows    []*Row
	list    list
	groups  int // how many pieces of evidence a row has room for
}

// list is where the records of a sheet stand in a data file.
type list struct {
	file  *schema.Record
	key   string // the list in the file: updates, observations
	id    string // the key that tells its records apart: as_of, period
	fixed map[string]string
}

// Column is one column of a sheet. Its key is "" where the cells are given; else
// it is the place of the value in the record, such as evidence[0].title.
type Column struct {
	Key   string
	Title string
	Field schema.Field // of an open column
	Width float64
}

// Row is one task or indicator.
type Row struct {
	No     string   // what the first cell shows; no two rows of a sheet share it
	ID     string   // of the task or indicator
	Title  string   // for messages
	Given  []string // the locked cells
	Values map[string]string
	file   string      // the data file
	entry  int         // place of the record that Values come from, or -1
	pieces int         // how much evidence that record has
	taken  []string    // ids of the records that the unit has in the list already
	days   []plan.Date // of all records of the list, in the file's order
	unit   string      // what numbers count
}

// NewBook makes the book of today's data. The unit's own records decide how much
// room a row has for evidence; groups, where it is more than 0, does instead.
func NewBook(s *plan.Site, r Request, groups map[string]int) *Book {
	b := &Book{Request: r}
	for _, sheet := range []*Sheet{tasks(s, r), indicators(s, r)} {
		if len(sheet.Rows) == 0 {
			continue
		}
		sheet.groups = leastGroups
		for _, row := range sheet.Rows {
			sheet.groups = max(sheet.groups, row.pieces)
		}
		if n := groups[sheet.Name]; n > 0 {
			sheet.groups = n
		}
		sheet.Columns = slices.Concat(sheet.Columns, sheet.open())
		b.Sheets = append(b.Sheets, sheet)
	}
	return b
}

// Rows counts the rows of all sheets.
func (b *Book) Rows() int {
	n := 0
	for _, s := range b.Sheets {
		n += len(s.Rows)
	}
	return n
}

// record is what the schema says of the sheet's records.
func (l list) record() *schema.Record {
	f, _ := l.file.Field(l.key)
	return f.Record
}

// given is how many columns are locked.
func (s *Sheet) given() int {
	return slices.IndexFunc(s.Columns, func(c Column) bool { return c.Key != "" })
}

// schemaDigest changes with whatever a filled-in file depends on.
func schemaDigest() string {
	h := sha256.New()
	for _, r := range []*schema.Record{schema.Update(), schema.Observation()} {
		for _, f := range r.Fields {
			writeField(h, f)
			if f.Record != nil {
				for _, below := range f.Record.Fields {
					writeField(h, below)
				}
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}

func writeField(w interface{ Write([]byte) (int, error) }, f schema.Field) {
	fmt.Fprintf(w, "%s %s %v %v %s\x00", f.Key, f.Kind, f.List, f.Required, f.Title.ZH)
	for _, c := range f.Choices {
		fmt.Fprintf(w, "%s %s\x00", c.Value, c.Title.ZH)
	}
}

// digest tells rows apart by what is in them, given and reported.
func (r *Row) digest() string { return digestOf(r.ID, r.Given, r.Values) }

func digestOf(id string, given []string, values map[string]string) string {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q", id, given)
	keys := make([]string, 0, len(values))
	for k, v := range values {
		if v != "" {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	for _, k := range keys {
		fmt.Fprintf(h, " %q=%q", k, values[k])
	}
	return hex.EncodeToString(h.Sum(nil))[:32]
}
