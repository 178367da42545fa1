package workbook

import (
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// What people type, what becomes of it, and what the list of changes says of it.
func TestWhatPeopleType(t *testing.T) {
	p := synthetic(t, 60)
	raw, b := p.export(t, "a-bureau"), p.book(t, "a-bureau", nil)
	style := func(f *excelize.File, sheet, key, id, form string) {
		n, err := f.NewStyle(&excelize.Style{CustomNumFmt: &form})
		if err != nil {
			t.Fatal(err)
		}
		cell := columnOf(t, b, sheet, key) + strings.TrimPrefix(cellName(1, rowOf(t, b, sheet, id)), "A")
		if err := f.SetCellStyle(sheet, cell, cell, n); err != nil {
			t.Fatal(err)
		}
	}
	formula := func(f *excelize.File, sheet, key, id, formula string, result any) {
		cell := columnOf(t, b, sheet, key) + strings.TrimPrefix(cellName(1, rowOf(t, b, sheet, id)), "A")
		if result != nil {
			if err := f.SetCellValue(sheet, cell, result); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.SetCellFormula(sheet, cell, formula); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name, sheet, id, key string
		value                any
		more                 func(f *excelize.File)
		want, read           string
	}{
		{name: "full-width digits", sheet: taskSheet, id: "t2-1", key: "reported", value: "２０２６年１１月２日", want: "2026-11-02", read: "“２０２６年１１月２日”"},
		{name: "dots", sheet: taskSheet, id: "t2-1", key: "reported", value: "2026.11.2", want: "2026-11-02", read: "“2026.11.2”"},
		{name: "slashes", sheet: taskSheet, id: "t2-1", key: "reported", value: "2026/11/02", want: "2026-11-02", read: "“2026/11/02”"},
		{name: "as the data write it", sheet: taskSheet, id: "t2-1", key: "reported", value: "2026-11-02", want: "2026-11-02"},
		{name: "a real date", sheet: taskSheet, id: "t2-1", key: "reported", value: 46328, want: "2026-11-02"},
		{name: "a real date in another form", sheet: taskSheet, id: "t2-1", key: "reported", value: 46328, want: "2026-11-02", read: "“2026年11月2日”",
			more: func(f *excelize.File) { style(f, taskSheet, "reported", "t2-1", `yyyy"年"m"月"d"日"`) }},
		{name: "eight digits", sheet: taskSheet, id: "t2-1", key: "reported", value: "20261102", want: "2026-11-02", read: "“20261102”"},
		{name: "a choice by its name", sheet: taskSheet, id: "t2-1", key: "status", value: "滞后", want: "滞后"},
		{name: "a choice with a space", sheet: taskSheet, id: "t2-1", key: "status", value: "滞后　", want: "滞后", read: "“滞后　”"},
		{name: "a choice by its key", sheet: taskSheet, id: "t2-1", key: "status", value: "behind", want: "滞后", read: "“behind”"},
		{name: "spaces around a text", sheet: taskSheet, id: "t2-1", key: "problems", value: " 合成 \r\n第二行\r\n", want: "合成 \n第二行", read: "“ 合成 \r\n第二行\r\n”"},
		{name: "a text that looks like a formula", sheet: taskSheet, id: "t2-1", key: "problems", value: "=1+1", want: "=1+1"},
		{name: "a number as text", sheet: taskSheet, id: "t2-1", key: "problems", value: 106.5, want: "106.5"},
		{name: "a share as text", sheet: taskSheet, id: "t2-1", key: "problems", value: 0.85, want: "85%",
			more: func(f *excelize.File) { style(f, taskSheet, "problems", "t2-1", "0%") }},
		{name: "a number", sheet: indicatorSheet, id: "i1", key: "value", value: 106.5, want: "106.5"},
		{name: "a number that binary cannot hold", sheet: indicatorSheet, id: "i1", key: "value", value: 0.1 + 0.2, want: "0.3"},
		{name: "grouped and full-width", sheet: indicatorSheet, id: "i1", key: "value", value: "１，２３４．５", want: "1234.5", read: "“１，２３４．５”"},
		{name: "with its unit", sheet: indicatorSheet, id: "i1", key: "value", value: "3.5亿元", want: "3.5", read: "“3.5亿元”"},
		{name: "a zero is a value", sheet: indicatorSheet, id: "i1", key: "value", value: 0, want: "0"},
		{name: "the result of a formula", sheet: indicatorSheet, id: "i1", key: "value", want: "3", read: "公式 =1+2 的结果 3",
			more: func(f *excelize.File) { formula(f, indicatorSheet, "value", "i1", "1+2", 3) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := p.imports(t, edit(t, raw, func(f *excelize.File) {
				if c.value != nil {
					put(t, b, f, c.sheet, c.id, map[string]any{c.key: c.value})
				}
				if c.more != nil {
					c.more(f)
				}
			}))
			if len(got.problems) > 0 || len(got.changes) != 1 {
				t.Fatalf("%d changes\n%s", len(got.changes), got.printed())
			}
			values := got.changes[0].Values()
			if len(values) != 1 || values[0].Now != c.want {
				t.Fatalf("%+v, want %q", values, c.want)
			}
			if read := values[0].Typed.ZH; !strings.HasPrefix(read, c.read) || c.read == "" && read != "" {
				t.Errorf("read from %q, want %q", read, c.read)
			}
		})
	}
}

// Percent is read where the unit is per cent, typed or shown.
func TestPercent(t *testing.T) {
	p := synthetic(t, 60)
	p.write("data/sample/indicators/i2.yaml", syntheticIndicator(1)+"observations:\n  - period: 2026-Q4\n    value: 1\n    unit: a-bureau\n    evidence:\n      - {title: 合成, url: \"https://www.example.org/\", publisher: 合成, quote: 合成, kind: official}\n")
	p.load(t)
	raw, b := p.export(t, "a-bureau"), p.book(t, "a-bureau", nil)
	for value, want := range map[any]string{"85%": "85", "８５．５％": "85.5", 0.85: "85", 0.123: "12.3"} {
		got := p.imports(t, edit(t, raw, func(f *excelize.File) {
			put(t, b, f, indicatorSheet, "i2", map[string]any{"value": value})
			if _, number := value.(float64); number {
				form := "0.0%"
				n, _ := f.NewStyle(&excelize.Style{CustomNumFmt: &form})
				cell := columnOf(t, b, indicatorSheet, "value") + strings.TrimPrefix(cellName(1, rowOf(t, b, indicatorSheet, "i2")), "A")
				f.SetCellStyle(indicatorSheet, cell, cell, n)
			}
		}))
		if len(got.changes) != 1 || got.changes[0].Values()[0].Now != want {
			t.Errorf("%v: %d changes\n%s", value, len(got.changes), got.printed())
		}
	}
}

// A file that counts its days from 1904 means the same days.
func TestDaysFrom1904(t *testing.T) {
	p := synthetic(t, 60)
	raw, b := p.export(t, "a-bureau"), p.book(t, "a-bureau", nil)
	got := p.imports(t, edit(t, raw, func(f *excelize.File) {
		yes := true
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}); err != nil {
			t.Fatal(err)
		}
		for _, s := range b.Sheets { // a program that saves so has moved every day
			for i, r := range s.Rows {
				for j, c := range s.Columns {
					if c.Field.Kind == "date" && r.Values[c.Key] != "" {
						f.SetCellInt(s.Name, cellName(j+1, firstRow+i), int64(serial(r.Values[c.Key])-1462))
					}
				}
			}
		}
	}))
	if len(got.problems) > 0 || len(got.changes) > 0 {
		t.Errorf("%d changes\n%s", len(got.changes), got.printed())
	}
}

func TestSerialIsTheDaySpreadsheetsCount(t *testing.T) {
	for _, day := range []string{"1990-01-01", "2000-02-29", "2026-12-31"} {
		at, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		back, err := excelize.ExcelDateToTime(float64(serial(day)), false)
		if err != nil || !back.Equal(at) {
			t.Errorf("%s is %d, which is %s", day, serial(day), back)
		}
	}
}
