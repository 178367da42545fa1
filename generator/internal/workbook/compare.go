package workbook

import (
	"slices"
	"strings"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/personal"
	"jindu/generator/internal/schema"
)

// Compare holds what came back against the book of today's data, which must be
// made with r.Groups. It returns the changes in the order of the sheets, or every
// problem, never both.
func (b *Book) Compare(r *Returned) ([]*Change, diag.List) {
	c := &comparison{book: b, from: r}
	if r.Meta.Schema != schemaDigest() {
		c.problems.Add(oldTemplate.At(diag.Range{File: hiddenSheet}, "", r.Meta.Template+"-"+r.Meta.Schema))
		return nil, c.problems
	}
	for _, name := range r.extra {
		c.problems.Add(sheetExtra.At(diag.Range{File: name}, "", name))
	}
	for _, name := range []string{taskSheet, indicatorSheet} {
		if _, sent := r.Meta.groups[name]; sent {
			c.sheet(name)
		}
	}
	if len(c.problems) == 0 {
		return c.changes, nil
	}
	for i := range c.problems { // they quote what was typed, and logs are kept
		d := &c.problems[i]
		d.Message, d.Hint = masked(d.Message), masked(d.Hint)
	}
	return nil, c.problems
}

func masked(t lang.Text) lang.Text { return lang.T(personal.Mask(t.ZH), personal.Mask(t.EN)) }

// Groups is how much room for evidence the sheets were given out with.
func (r *Returned) Groups() map[string]int { return r.Meta.groups }

type comparison struct {
	book     *Book
	from     *Returned
	changes  []*Change
	problems diag.List
}

// at is the place of a cell: File is the sheet with a "!", line and column its
// row and column, as diag prints cells.
func at(sheet string, column, row int) diag.Range {
	return diag.Range{
		File:  sheet + "!",
		Start: diag.Pos{Line: row, Column: column}, End: diag.Pos{Line: row, Column: column + 1},
	}
}

func (c *comparison) sheet(name string) {
	grid, there := c.from.sheets[name]
	if !there {
		c.problems.Add(sheetMissing.At(diag.Range{File: name}, "", name))
		return
	}
	i := slices.IndexFunc(c.book.Sheets, func(s *Sheet) bool { return s.Name == name })
	if i < 0 { // the unit has no such rows any more
		i, c.book.Sheets = len(c.book.Sheets), append(c.book.Sheets, &Sheet{Name: name})
	}
	s := c.book.Sheets[i]
	if s.Rows != nil && !c.heads(s, grid) {
		return
	}
	for n, line := range grid[:min(headRow-1, len(grid))] {
		c.beyond(s.Name, line, 1, n+1) // beside the titles
	}
	c.personal(s, grid)
	seen := map[string]bool{}
	for n := firstRow; n <= len(grid); n++ {
		if len(grid[n-1]) > 0 {
			c.row(s, grid[n-1], n, seen)
		}
	}
	for _, row := range s.Rows {
		if _, sent := c.from.Meta.rows[rowKey{name, row.No}]; sent && !seen[row.No] {
			c.problems.Add(rowMissing.At(diag.Range{File: name}, "", row.No))
		}
	}
}

// personal refuses personal data in any cell, but for cells that count something.
func (c *comparison) personal(s *Sheet, grid [][]string) {
	for n, line := range grid {
		for i, text := range line {
			if i < len(s.Columns) && s.Columns[i].Field.Kind == schema.KindNumber {
				continue
			}
			for _, f := range personal.Find(text) {
				c.problems.Add(personalData.At(at(s.Name, i+1, n+1), "", f.Kind.Title(), f.Masked))
			}
		}
	}
}

// heads compares the column heads. A sheet with other columns is not read.
func (c *comparison) heads(s *Sheet, grid [][]string) bool {
	var have []string
	if len(grid) >= headRow {
		have = grid[headRow-1]
	}
	before := len(c.problems)
	for i, column := range s.Columns {
		if get(have, i) != column.Title {
			c.problems.Add(headChanged.At(at(s.Name, i+1, headRow), "", column.Title))
		}
	}
	return len(c.problems) == before
}

func get(line []string, i int) string {
	if i >= len(line) {
		return ""
	}
	return line[i]
}

// row judges one row of the sheet as it came back.
func (c *comparison) row(s *Sheet, line []string, n int, seen map[string]bool) {
	no := strings.TrimSpace(line[0])
	sent, known := c.from.Meta.rows[rowKey{s.Name, no}]
	i := slices.IndexFunc(s.Rows, func(r *Row) bool { return r.No == no })
	switch {
	case !known:
		c.problems.Add(rowExtra.At(at(s.Name, 1, n), "", no))
		return
	case seen[no]:
		c.problems.Add(rowTwice.At(at(s.Name, 1, n), "", no))
		return
	case i < 0 || s.Rows[i].ID != sent.id:
		seen[no] = true
		c.problems.Add(notTheirs.At(at(s.Name, 1, n), "", no, c.book.Unit.Name.V))
		return
	}
	seen[no] = true
	c.known(s, s.Rows[i], line, n, sent)
}

// known compares a row that the unit was given with today's.
func (c *comparison) known(s *Sheet, row *Row, line []string, n int, sent given) {
	var problems diag.List
	readings := c.readings(s, row, line, n, &problems)
	values, changed := map[string]string{}, false
	for key, was := range row.Values {
		values[key] = was // of evidence beyond the columns as well
	}
	for key, r := range readings {
		values[key] = r.value
		changed = changed || r.value != row.Values[key]
	}
	have := make([]string, s.given())
	for i := range have {
		have[i] = get(line, i)
	}
	same := slices.Equal(have, row.Given)
	switch {
	case same && !changed && len(problems) == 0: // nothing new, or in the data already
	case row.digest() != sent.digest:
		if len(problems) > 0 || digestOf(row.ID, have, values) != sent.digest {
			c.problems.Add(stale.At(at(s.Name, 1, n), "", row.No+" "+row.Title))
		}
	default:
		c.problems.Add(problems...)
		c.givenCells(s, row, have, n)
		if changed {
			c.change(s, row, readings, n)
		}
	}
	c.beyond(s.Name, line, len(s.Columns), n)
}

// beyond refuses what stands right of a row's columns.
func (c *comparison) beyond(sheet string, line []string, columns, n int) {
	for i := columns; i < len(line); i++ {
		if line[i] != "" {
			c.problems.Add(outsideTable.At(at(sheet, i+1, n), "", line[i]))
		}
	}
}

// readings understands the open cells of a row, by the key of their column.
func (c *comparison) readings(s *Sheet, row *Row, line []string, n int, problems *diag.List) map[string]reading {
	out := map[string]reading{}
	for i, column := range s.Columns {
		if column.Key != "" {
			x := cell{from: c.from.file, plain: !c.from.formulas, sheet: s, row: row, column: column, name: cellName(i+1, n), at: at(s.Name, i+1, n), stored: get(line, i)}
			out[column.Key] = x.read(problems)
		}
	}
	return out
}

func (c *comparison) givenCells(s *Sheet, row *Row, have []string, n int) {
	for i, was := range row.Given {
		if have[i] != was {
			c.problems.Add(givenChanged.At(at(s.Name, i+1, n), "", was))
		}
	}
}
