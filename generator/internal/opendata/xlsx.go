package opendata

import (
	"fmt"
	"io"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"jindu/generator/internal/lang"
)

// Names of the sheets before the tables.
const (
	aboutSheet  = "说明"
	fieldsSheet = "字段说明"
)

// workbook is one XLSX file in the making, with the styles its cells share.
type workbook struct {
	file            *excelize.File
	bold, date, top int
}

// writeXLSX writes a workbook: what it is, what its fields mean, and each table
// on a sheet of its own with the header in row 1. The same rows give the same
// bytes.
func writeXLSX(w io.Writer, about []Field, b bundle) (err error) {
	x := &workbook{file: excelize.NewFile()}
	defer func() {
		if closed := x.file.Close(); err == nil {
			err = closed
		}
	}()
	x.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return newSortedZip(w) })
	if err := x.styles(); err != nil {
		return err
	}
	if err := x.aboutSheet(b.title, about); err != nil {
		return err
	}
	if err := x.sheet(fieldsSheet, fieldTable(b.tables)); err != nil {
		return err
	}
	for _, t := range b.tables {
		if err := x.sheet(t.Title.ZH, t); err != nil {
			return fmt.Errorf("%s: %w", t.Name, err)
		}
	}
	_, err = x.file.WriteTo(w)
	return err
}

func (x *workbook) styles() (err error) {
	form := "yyyy-mm-dd"
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&x.bold, excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
		{&x.date, excelize.Style{CustomNumFmt: &form, Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&x.top, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
	} {
		style := s.style
		if *s.id, err = x.file.NewStyle(&style); err != nil {
			return err
		}
	}
	return nil
}

func (x *workbook) aboutSheet(title lang.Text, about []Field) error {
	if err := x.file.SetSheetName("Sheet1", aboutSheet); err != nil {
		return err
	}
	out, err := x.file.NewStreamWriter(aboutSheet)
	if err != nil {
		return err
	}
	if err := out.SetColWidth(1, 1, 18); err != nil {
		return err
	}
	if err := out.SetColWidth(2, 2, 90); err != nil {
		return err
	}
	if err := out.SetRow("A1", []any{excelize.Cell{StyleID: x.bold, Value: title.ZH}}); err != nil {
		return err
	}
	for i, f := range about {
		row := []any{excelize.Cell{StyleID: x.bold, Value: f.Label.ZH}, excelize.Cell{StyleID: x.top, Value: f.Text.ZH}}
		if err := out.SetRow("A"+strconv.Itoa(i+2), row); err != nil {
			return err
		}
	}
	return out.Flush()
}

// sheet writes one table. Column widths follow the kind of value: long texts
// wrap in Excel when a reader asks for it, the file only keeps them legible.
func (x *workbook) sheet(name string, t *Table) error {
	if _, err := x.file.NewSheet(name); err != nil {
		return err
	}
	out, err := x.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, c := range t.Columns {
		if err := out.SetColWidth(i+1, i+1, width(c)); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	cells := make([]any, len(t.Columns))
	for i, c := range t.Columns {
		cells[i] = excelize.Cell{StyleID: x.bold, Value: c.Title.ZH}
	}
	if err := out.SetRow("A1", cells); err != nil {
		return err
	}
	for k, row := range t.Rows {
		for i, cell := range row {
			if cells[i], err = x.cell(t.Columns[i], cell); err != nil {
				return fmt.Errorf("row %d, %s: %w", k+1, t.Columns[i].Name, err)
			}
		}
		if err := out.SetRow("A"+strconv.Itoa(k+2), cells); err != nil {
			return err
		}
	}
	return out.Flush()
}

// cell is a value as a spreadsheet keeps it; text is never read as a formula or
// a date.
func (x *workbook) cell(c Column, s string) (any, error) {
	if s == "" {
		return nil, nil
	}
	switch c.Type {
	case Integer, Decimal:
		return strconv.ParseFloat(s, 64)
	case Bool:
		return strconv.ParseBool(s)
	case Date:
		day, err := time.Parse(time.DateOnly, s)
		return excelize.Cell{StyleID: x.date, Value: day}, err
	}
	if utf8.RuneCountInString(s) > excelize.TotalCellChars {
		return nil, fmt.Errorf("more than %d characters, which no spreadsheet can hold", excelize.TotalCellChars)
	}
	return s, nil
}

func width(c Column) float64 {
	switch c.Type {
	case Date, Integer, Decimal, Bool:
		return 12
	case Period:
		return 14
	}
	return 24
}
