package opendata

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// CSV, the CSV for spreadsheets, JSON and XLSX hold the same, cell by cell.
func TestFormatsAgreeCellByCell(t *testing.T) {
	samples(t, func(t *testing.T, w written) {
		book, err := excelize.OpenFile(filepath.Join(w.dir, "all.xlsx"), excelize.Options{RawCellValue: true})
		must(t, err)
		defer book.Close()
		all := w.json(t, "all.json")
		cells := 0
		for _, table := range w.Tables {
			records := w.csv(t, table.Name+".csv")
			if diff := cmp.Diff(names(table), records[0]); diff != "" {
				t.Errorf("%s: header: %s", table.Name, diff)
			}
			rows := records[1:]
			cells += len(rows) * len(table.Columns)
			excel := w.csv(t, "excel/"+table.Name+".csv")
			if got := strings.TrimPrefix(excel[0][0], bom); got == excel[0][0] || got != table.Columns[0].Title.ZH {
				t.Errorf("excel/%s: begins with %q", table.Name, excel[0][0])
			}
			same(t, "excel/"+table.Name, table, rows, excel[1:], func(_ Column, s string) string {
				return strings.TrimPrefix(s, "'")
			})
			same(t, table.Name+".json", table, rows, w.json(t, table.Name+".json")[table.Name], plain)
			same(t, "all.json "+table.Name, table, rows, all[table.Name], plain)
			same(t, "all.xlsx "+table.Name, table, rows, sheet(t, book, table), plain)
		}
		if cells < 5000 {
			t.Errorf("only %d cells were compared", cells)
		}
	})
}

func plain(_ Column, s string) string { return s }

func names(t *Table) []string {
	var out []string
	for _, c := range t.Columns {
		out = append(out, c.Name)
	}
	return out
}

// same compares rows; numbers by value, since spreadsheets keep no trailing zeros.
func same(t *testing.T, what string, table *Table, want, got [][]string, clean func(Column, string) string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d rows, the CSV has %d", what, len(got), len(want))
		return
	}
	for i := range want {
		for k, c := range table.Columns {
			a, b := want[i][k], ""
			if k < len(got[i]) {
				b = clean(c, got[i][k])
			}
			if a != b && !(c.Type == Decimal && number(a) == number(b)) {
				t.Errorf("%s: row %d, %s: %q, the CSV has %q", what, i+1, c.Name, b, a)
			}
		}
	}
}

func number(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return -1e300
	}
	return f
}

// json reads a file's tables as cells.
func (w written) json(t *testing.T, path string) map[string][][]string {
	t.Helper()
	var doc struct {
		Tables map[string][]map[string]any `json:"tables"`
	}
	dec := json.NewDecoder(bytes.NewReader(w.read(t, path)))
	dec.UseNumber()
	must(t, dec.Decode(&doc))
	out := map[string][][]string{}
	for name, rows := range doc.Tables {
		table := tableNamed(w.Tables, name)
		for _, x := range rows {
			if len(x) != len(table.Columns) {
				t.Errorf("%s: %s has %d members, want %d", path, name, len(x), len(table.Columns))
			}
			row := make([]string, len(table.Columns))
			for i, c := range table.Columns {
				switch v := x[c.Name].(type) {
				case nil:
				case bool:
					row[i] = strconv.FormatBool(v)
				case json.Number:
					row[i] = v.String()
				case string:
					if v == "" {
						t.Errorf("%s: %s of %s is an empty string, want null", path, c.Name, name)
					}
					row[i] = v
				}
			}
			out[name] = append(out[name], row)
		}
	}
	return out
}

// sheet reads a table back from a workbook: dates have to be real dates.
func sheet(t *testing.T, book *excelize.File, table *Table) [][]string {
	t.Helper()
	rows, err := book.GetRows(table.Title.ZH)
	must(t, err)
	if len(rows) == 0 || cmp.Diff(titles(table), rows[0]) != "" {
		t.Errorf("sheet %s: row 1 is not the header", table.Title.ZH)
		return nil
	}
	for i, row := range rows[1:] {
		for k := range row {
			if row[k] == "" {
				continue
			}
			name, err := excelize.CoordinatesToCellName(k+1, i+2)
			must(t, err)
			kind, err := book.GetCellType(table.Title.ZH, name)
			must(t, err)
			row[k] = fromSheet(t, table.Columns[k], kind, row[k])
		}
	}
	return rows[1:]
}

func fromSheet(t *testing.T, c Column, kind excelize.CellType, s string) string {
	t.Helper()
	isString := kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString
	if isString != isText(c.Type) {
		t.Errorf("%s: a cell of type %v holds %q", c.Name, kind, s)
	}
	switch c.Type {
	case Bool:
		return strconv.FormatBool(s == "1")
	case Date:
		serial, err := strconv.ParseFloat(s, 64)
		must(t, err)
		day, err := excelize.ExcelDateToTime(serial, false)
		must(t, err)
		return day.Format(time.DateOnly)
	}
	return s
}

// What concerns one project, unit or indicator is the whole tables' rows.
func TestPartsHoldTheRowsOfTheWhole(t *testing.T) {
	samples(t, func(t *testing.T, w written) {
		for _, x := range []struct{ folder, table, column string }{
			{"projects/", "tasks", "project"}, {"units/", "assignments", "unit"}, {"indicators/", "series", "indicator"},
		} {
			table := tableNamed(w.Tables, x.table)
			found := 0
			for _, f := range w.Files {
				id, ok := strings.CutPrefix(f.Path, x.folder)
				id, csv := strings.CutSuffix(id, ".csv")
				if !ok || !csv || strings.HasSuffix(id, ".sdmx") {
					continue
				}
				rows := w.csv(t, f.Path)[1:]
				found += len(rows)
				same(t, f.Path, table, table.where(x.column, id).Rows, rows, plain)
				same(t, f.Path+" as JSON", table, rows, w.json(t, x.folder+id+".json")[x.table], plain)
			}
			if found != len(table.Rows) {
				t.Errorf("the files below %s hold %d rows, the table has %d", x.folder, found, len(table.Rows))
			}
		}
	})
}
