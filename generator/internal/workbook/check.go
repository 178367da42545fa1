package workbook

import (
	"fmt"
	"slices"
	"strings"

	"jindu/generator/internal/lang"
)

// change makes the edit that a row asks for, if it can be made.
func (c *comparison) change(s *Sheet, row *Row, readings map[string]reading, n int) {
	x := newChange(s, row, readings, n)
	before := len(c.problems)
	c.check(x)
	if len(c.problems) == before {
		c.changes = append(c.changes, x)
	}
}

// check wants what a record cannot do without.
func (c *comparison) check(x *Change) {
	id := x.sheet.list.id
	filled := func(key string) bool { return x.readings[key].value != "" }
	empty := !slices.ContainsFunc(x.sheet.Columns, func(k Column) bool { return k.Key != "" && filled(k.Key) })
	if empty {
		c.problems.Add(withdrawn.At(at(x.sheet.Name, 1, x.row), ""))
		return
	}
	for _, column := range x.sheet.Columns {
		group, _, piece := strings.Cut(column.Key, ".")
		switch {
		case column.Key == "" || !column.Field.Required || filled(column.Key):
		case !piece:
			c.problems.Add(needed.At(x.place(column.Key), "", column.Title))
		case x.begun(group):
			c.problems.Add(neededEvidence.At(x.place(column.Key), "", column.Title))
		}
	}
	if !filled(id) {
		return
	}
	value := x.readings[id].value
	end, ok := lastDay(value)
	switch {
	case !ok || !within(c.book.Period, end):
		c.problems.Add(notWithin.At(x.place(id), "", value, lang.T(c.book.Period.Chinese(), c.book.Period.English())))
	case x.New && slices.Contains(x.of.taken, value):
		c.problems.Add(reported.At(x.place(id), "", value))
	}
}

// begun reports whether any cell of a piece of evidence is filled.
func (x *Change) begun(group string) bool {
	for key, r := range x.readings {
		if strings.HasPrefix(key, group+".") && r.value != "" {
			return true
		}
	}
	return false
}

func groupName(i int) string { return fmt.Sprintf("evidence[%d]", i) }
