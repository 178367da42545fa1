package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// protect locks the given cells. Without a password: it guards against slips,
// and the import compares every locked cell in any case.
func (w *writer) protect(sheet string) {
	w.do(w.ProtectSheet(sheet, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true, InsertHyperlinks: true,
	}))
}

// printed puts the columns of the annex on one page's width; evidence is read on
// the screen.
func (w *writer) printed(s *Sheet) {
	landscape, paper, wide, tall, fit := "landscape", 8, 1, 0, true // A3
	w.do(w.SetPageLayout(s.Name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &paper, FitToWidth: &wide, FitToHeight: &tall}))
	w.do(w.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	last := slices.IndexFunc(s.Columns, func(c Column) bool { return strings.HasPrefix(c.Key, "evidence") })
	for _, n := range [][2]string{
		{"_xlnm.Print_Area", fmt.Sprintf("'%s'!$A$1:$%s$%d", s.Name, letters(last), firstRow+len(s.Rows)-1)},
		{"_xlnm.Print_Titles", fmt.Sprintf("'%s'!$%d:$%d", s.Name, headRow, headRow)},
	} {
		w.do(w.SetDefinedName(&excelize.DefinedName{Name: n[0], RefersTo: n[1], Scope: s.Name}))
	}
}

// Heights in points. They are written, for programs do not agree on when to fit a
// row to its text.
const (
	lineHeight  = 15
	titleHeight = 26
	leastLines  = 3
	mostHeight  = 409 // what a row can have
)

func height(lines int) float64 { return float64(min(lines*lineHeight+3, mostHeight)) }

// linesOf is how many lines a text takes in a column, whose width counts
// half-width characters.
func linesOf(s string, width float64) int {
	n := 0
	for line := range strings.SplitSeq(s, "\n") {
		columns := 0
		for _, r := range line {
			if columns++; r > 0x2000 {
				columns++
			}
		}
		n += max(1, (columns+int(width)-2)/(int(width)-1))
	}
	return n
}

// cellName is a cell's address; rows and columns count from 1.
func cellName(column, row int) string { return fmt.Sprintf("%s%d", letters(column), row) }

// letters is the name of a column, from 1.
func letters(column int) string {
	name, err := excelize.ColumnNumberToName(column)
	if err != nil {
		panic(err) // no sheet has that many columns
	}
	return name
}
