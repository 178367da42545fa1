package workbook

import (
	"slices"
	"strings"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// Change is what a row asks to be changed in one data file: a new record, or
// values of the one that the unit reported before.
type Change struct {
	File  string
	Title lang.Text // of the task or indicator
	ID    string    // as-of date or period of the record
	New   bool

	sheet    *Sheet
	of       *Row
	row      int // in the sheet
	entry    int // place in the file's list
	readings map[string]reading
}

// Value is one value that a change sets, or takes away where Now is "".
type Value struct {
	Title    string
	Was, Now string
	Typed    lang.Text // how it was typed, where the value reads otherwise
	At       diag.Range
}

func newChange(s *Sheet, row *Row, readings map[string]reading, n int) *Change {
	x := &Change{
		File: row.file, sheet: s, of: row, row: n, entry: row.entry, readings: readings, ID: readings[s.list.id].value,
		Title: lang.T("任务 %s %s", "task %s %s").Sprintf(row.No, row.Title),
	}
	if s.Name == indicatorSheet {
		x.Title = lang.T("指标 %s", "indicator %s").Sprintf(row.Title)
	}
	was := row.Values[s.list.id]
	if x.New = row.entry < 0 || x.ID != "" && x.ID != was; !x.New {
		return x
	}
	x.entry = 0
	end, _ := lastDay(x.ID)
	for i, d := range row.days {
		if !d.After(end) {
			x.entry = i + 1
		}
	}
	return x
}

// lastDay is the day that an as-of date or a period ends on.
func lastDay(s string) (plan.Date, bool) {
	p, err := plan.ParsePeriod(s)
	return p.To, err == nil
}

// At is the cell that the change's row begins with.
func (x *Change) At() diag.Range { return at(x.sheet.Name, 1, x.row) }

// place is the cell of a column.
func (x *Change) place(key string) diag.Range {
	i := slices.IndexFunc(x.sheet.Columns, func(c Column) bool { return c.Key == key })
	return at(x.sheet.Name, i+1, x.row)
}

// Values lists what is set or taken away, in the order of the columns. Of a new
// record that is all of it.
func (x *Change) Values() []Value {
	var out []Value
	for _, c := range x.sheet.Columns {
		if c.Key == "" {
			continue
		}
		r, was := x.readings[c.Key], x.of.Values[c.Key]
		if x.New {
			was = ""
		}
		if r.value != was {
			out = append(out, Value{
				Title: c.Title, Was: shownChoice(c.Field, was), Now: shownChoice(c.Field, r.value), Typed: r.typed, At: x.place(c.Key),
			})
		}
		for _, key := range x.outdated(c.Key) {
			out = append(out, Value{Title: c.Title + "，" + x.title(key), Was: x.of.Values[key], At: x.place(c.Key)})
		}
	}
	return out
}

// outdated lists what was known of a piece's address, where the address is given
// up for another one.
func (x *Change) outdated(key string) []string {
	group, name, _ := strings.Cut(key, ".")
	if x.New || name != "url" || x.readings[key].value == x.of.Values[key] || !x.begun(group) {
		return nil
	}
	var out []string
	for _, name := range ofAddress {
		if x.of.Values[group+"."+name] != "" {
			out = append(out, group+"."+name)
		}
	}
	return out
}

// title is what the schema calls a key of the evidence.
func (x *Change) title(key string) string {
	evidence, _ := x.sheet.list.record().Field("evidence")
	_, name, _ := strings.Cut(key, ".")
	f, _ := evidence.Record.Field(name)
	return f.Title.ZH
}
