package workbook

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
	"jindu/generator/internal/typed"
)

// reading is what a cell holds: the value as the data files write it, and how it
// was typed where that is something else.
type reading struct {
	value string
	typed lang.Text
}

// cell is an open cell that came back.
type cell struct {
	from   *excelize.File
	plain  bool // the file holds no formula
	sheet  *Sheet
	row    *Row
	column Column
	name   string // its address
	at     diag.Range
	stored string // a day is stored as its number, a share as a fraction
}

// read understands the cell. A cell that holds what was put there is not looked
// at any closer.
func (c cell) read(problems *diag.List) reading {
	was := c.row.Values[c.column.Key]
	if c.stored == c.written(was) && (c.stored != "" || !c.hasFormula()) {
		return reading{value: was}
	}
	formula, _ := c.from.GetCellFormula(c.sheet.Name, c.name)
	shown, err := c.from.GetCellValue(c.sheet.Name, c.name)
	switch {
	case formula != "" && (c.stored == "" || isErrorValue(c.stored)):
		problems.Add(badFormula.At(c.at, "", formula, or(c.stored, "空")))
		return reading{value: was}
	case isErrorValue(c.stored):
		problems.Add(errorValue.At(c.at, "", c.stored))
		return reading{value: was}
	case err != nil:
		shown = c.stored
	}
	value, problem := c.understand(shown)
	if problem != nil {
		problems.Add(problem.rule.At(c.at, "", problem.args...))
		return reading{value: was}
	}
	if value == strings.TrimSpace(was) { // a block of text ends with a line end
		value = was
	}
	return reading{value: value, typed: c.origin(value, shown, formula)}
}

func (c cell) hasFormula() bool {
	if c.plain {
		return false
	}
	f, err := c.from.GetCellFormula(c.sheet.Name, c.name)
	return err == nil && f != ""
}

// written is what Write stores for a value.
func (c cell) written(value string) string {
	switch {
	case value == "":
		return ""
	case c.column.Field.Kind == schema.KindDate:
		return strconv.Itoa(serial(value))
	case c.column.Field.Kind == schema.KindEnum:
		return shownChoice(c.column.Field, value)
	}
	return value
}

// origin says how a value was typed, unless it reads the same.
func (c cell) origin(value, shown, formula string) lang.Text {
	switch {
	case formula != "":
		return lang.T("公式 =%[1]s 的结果 %[2]s", "the result %[2]s of =%[1]s").Sprintf(formula, shown)
	case shown != shownChoice(c.column.Field, value):
		return lang.Same("“" + shown + "”")
	}
	return lang.Text{}
}

// understand turns what the cell stores, or shows, into a value of the data.
func (c cell) understand(shown string) (string, *fault) {
	if strings.TrimSpace(c.stored) == "" {
		return "", nil
	}
	f := c.column.Field
	switch f.Kind {
	case schema.KindDate:
		return c.day()
	case schema.KindNumber:
		return c.number(shown)
	case schema.KindPeriod:
		if period, ok := typed.Period(c.stored); ok {
			return period, nil
		}
		return "", faulty(badPeriod, shown)
	case schema.KindEnum:
		if value, ok := typed.Choice(f, shown); ok {
			return value, nil
		}
		var titles []string
		for _, choice := range f.Choices {
			titles = append(titles, choice.Title.ZH)
		}
		return "", faulty(badChoice, shown, strings.Join(titles, "、"))
	}
	// Text is what a person sees in the cell, whatever the cell stores.
	return strings.TrimSpace(strings.ReplaceAll(shown, "\r\n", "\n")), nil
}

// The days that a bare number can mean. Below stands what a year or a month
// typed alone would become (2026 is a day in 1905).
const (
	firstSerial = 32874   // 1990-01-01
	lastSerial  = 2958465 // 9999-12-31
)

func (c cell) day() (string, *fault) {
	if day, ok := typed.Day(c.stored); ok {
		return day, nil
	}
	n, err := strconv.ParseFloat(c.stored, 64)
	if err != nil {
		return "", faulty(badDay, c.stored)
	}
	if p, err := c.from.GetWorkbookProps(); err == nil && p.Date1904 != nil && *p.Date1904 {
		n += 1462 // such files count from 1904
	}
	if n != math.Trunc(n) || n < firstSerial || n > lastSerial {
		return "", faulty(badDay, c.stored)
	}
	return plan.DateOf(dayZero.Time()).AddDays(int(n)).String(), nil
}

func (c cell) number(shown string) (string, *fault) {
	text := c.stored
	kind, _ := c.from.GetCellType(c.sheet.Name, c.name)
	if n, err := strconv.ParseFloat(c.stored, 64); err == nil && (kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber || kind == excelize.CellTypeFormula) {
		text = decimal(n)
		if strings.HasSuffix(shown, "%") {
			text = decimal(n*100) + "%"
		}
	}
	value, err := typed.Number(text, c.row.unit)
	switch {
	case errors.Is(err, typed.ErrPercent):
		return "", faulty(badPercent, shown, c.row.unit)
	case err != nil:
		return "", faulty(badNumber, shown, c.row.unit)
	}
	return value, nil
}

// decimal writes a stored number with the 15 digits that spreadsheets count with.
func decimal(n float64) string {
	exact, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		exact = n
	}
	return strconv.FormatFloat(exact, 'f', -1, 64)
}

// isErrorValue reports whether a spreadsheet shows this where it cannot compute.
func isErrorValue(s string) bool {
	switch s {
	case "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!", "Err:502", "Err:504", "Err:509", "Err:522":
		return true
	}
	return false
}

func or(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}
