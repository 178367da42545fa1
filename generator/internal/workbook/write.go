package workbook

import (
	"bytes"
	"fmt"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

// Where a sheet's table stands: titles in rows 1 and 2, column heads in row 3.
const (
	headRow  = 3
	firstRow = headRow + 1
)

// epoch stands in the file's properties in place of a clock.
const epoch = "2000-01-01T00:00:00Z"

// writer writes a book and keeps the first error.
type writer struct {
	*excelize.File
	book   *Book
	styles styles
	err    error
}

// Write makes the Excel file. Texts that do not fit a cell are an error: nothing
// is cut.
func (b *Book) Write() ([]byte, error) {
	w := &writer{File: excelize.NewFile(), book: b}
	defer w.Close()
	w.do(w.SetSheetName("Sheet1", guideSheet))
	w.makeStyles()
	w.guide()
	for _, s := range b.Sheets {
		w.sheet(s)
	}
	w.hidden()
	w.do(w.SetDocProps(&excelize.DocProperties{
		Created: epoch, Modified: epoch, Creator: "jindu", LastModifiedBy: "jindu",
		Title: b.title(), Language: "zh-CN",
	}))
	w.SetActiveSheet(1)
	if w.err != nil {
		return nil, w.err
	}
	var out bytes.Buffer
	err := w.File.Write(&out)
	return out.Bytes(), err
}

func (w *writer) do(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (b *Book) title() string {
	return fmt.Sprintf("%s 进展填报表（%s）", b.Plan.ShortTitle.V, b.Period.Chinese())
}

// add makes a sheet with the widths of its columns.
func (w *writer) add(name string, columns []Column) {
	_, err := w.NewSheet(name)
	w.do(err)
	for i, c := range columns {
		letter := letters(i + 1)
		w.do(w.SetColWidth(name, letter, letter, c.Width))
	}
}

// text puts a text into a cell, as text whatever it begins with.
func (w *writer) text(sheet, cell, s string, style int) {
	w.value(sheet, cell, s)
	w.do(w.SetCellStyle(sheet, cell, cell, style))
}

// value is text without a look of its own.
func (w *writer) value(sheet, cell, s string) {
	if n := len(utf16.Encode([]rune(s))); n > excelize.TotalCellChars {
		w.do(fmt.Errorf("%s!%s: %d characters, more than the %d that a cell holds", sheet, cell, n, excelize.TotalCellChars))
	}
	if s != "" {
		w.do(w.SetCellStr(sheet, cell, s))
	}
}

func (w *writer) sheet(s *Sheet) {
	w.add(s.Name, s.Columns)
	w.text(s.Name, "A1", w.book.title(), w.styles.title)
	w.text(s.Name, "A2", "填报单位："+w.book.Unit.Name.V+"　　白色格填写，灰色格不用改；怎么填见“"+guideSheet+"”。", w.styles.note)
	for i, c := range s.Columns {
		style := w.styles.head
		if c.Key != "" {
			style = w.styles.openHead
		}
		w.text(s.Name, cellName(i+1, headRow), c.Title, style)
	}
	w.do(w.SetRowHeight(s.Name, 1, titleHeight))
	w.do(w.SetRowHeight(s.Name, headRow, 2*lineHeight))
	for i, row := range s.Rows {
		w.row(s, row, firstRow+i)
	}
	last := firstRow + len(s.Rows) - 1
	for i, c := range s.Columns {
		from, to := cellName(i+1, firstRow), cellName(i+1, last)
		w.do(w.SetCellStyle(s.Name, from, to, w.styles.of(c)))
		if c.Key != "" {
			w.helps(s, c, from+":"+to)
		}
	}
	w.protect(s.Name)
	w.do(w.SetPanes(s.Name, &excelize.Panes{
		Freeze: true, XSplit: 3, YSplit: headRow, TopLeftCell: cellName(4, firstRow), ActivePane: "bottomRight",
	}))
	w.printed(s)
}

func (w *writer) row(s *Sheet, row *Row, n int) {
	lines := leastLines
	defer func() { w.do(w.SetRowHeight(s.Name, n, height(lines))) }()
	for i, c := range s.Columns {
		cell := cellName(i+1, n)
		if c.Key == "" {
			w.value(s.Name, cell, row.Given[i])
			lines = max(lines, linesOf(row.Given[i], c.Width))
			continue
		}
		value := row.Values[c.Key]
		lines = max(lines, linesOf(value, c.Width))
		switch {
		case c.Field.Kind == schema.KindEnum:
			w.value(s.Name, cell, shownChoice(c.Field, value))
		case c.Field.Kind == schema.KindDate && value != "":
			w.do(w.SetCellInt(s.Name, cell, int64(serial(value))))
		default:
			w.value(s.Name, cell, value)
		}
	}
}

// shownChoice is what people call a value.
func shownChoice(f schema.Field, value string) string {
	for _, c := range f.Choices {
		if c.Value == value {
			return c.Title.ZH
		}
	}
	return value
}

// dayZero is the day that spreadsheets number 0, leaving out the two months in
// which they count a 29 February 1900.
var dayZero = plan.Date{Year: 1899, Month: time.December, Day: 30}

// serial is a day of the data as spreadsheets number days.
func serial(s string) int {
	d, err := plan.ParseDate(s)
	if err != nil {
		panic("the loader let a wrong date through: " + s)
	}
	return int(d.Time().Sub(dayZero.Time()).Hours() / 24)
}

// hidden writes what the import needs to know.
func (w *writer) hidden() {
	_, err := w.NewSheet(hiddenSheet)
	w.do(err)
	for i, line := range w.book.meta() {
		for j, s := range line {
			w.value(hiddenSheet, cellName(j+1, i+1), s)
		}
	}
	w.protect(hiddenSheet)
	w.do(w.SetSheetVisible(hiddenSheet, false))
}
