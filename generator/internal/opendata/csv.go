package opendata

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode/utf8"

	"jindu/generator/internal/lang"
)

// writeCSV writes the canonical form: UTF-8 without BOM, CRLF, field names.
func writeCSV(w io.Writer, t *Table) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	head := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = c.Name
	}
	if err := out.Write(head); err != nil {
		return err
	}
	return out.WriteAll(t.Rows)
}

const bom = "\ufeff"

// writeExcelCSV writes the form for spreadsheets: a BOM, without which Excel
// takes Chinese for another encoding; headers in Chinese; and no text that a
// spreadsheet would run as a formula.
func writeExcelCSV(w io.Writer, t *Table) error {
	if _, err := io.WriteString(w, bom); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(titles(t)); err != nil {
		return err
	}
	safe := make([]string, len(t.Columns))
	for _, row := range t.Rows {
		for i, cell := range row {
			safe[i] = cell
			if isText(t.Columns[i].Type) {
				safe[i] = harmless(cell)
			}
		}
		if err := out.Write(safe); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func titles(t *Table) []string {
	head := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = c.Title.In(lang.ZH)
	}
	return head
}

func isText(t Type) bool { return t == Text || t == Period || t == URL }

// formulaStarts begin a formula in Excel or LibreOffice, the wide forms where
// the system's language is an East Asian one.
const formulaStarts = "=+-@\t\r\n＝＋－＠"

// harmless puts an apostrophe before text that a spreadsheet would take for a
// formula; plain negative numbers stay.
func harmless(s string) string {
	first, _ := utf8.DecodeRuneInString(s)
	if s == "" || !strings.ContainsRune(formulaStarts, first) {
		return s
	}
	return "'" + s
}
