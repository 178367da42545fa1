package workbook

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"jindu/generator/internal/diag"
)

// seen collects the codes that the tests below have met.
type seen map[string]bool

func (s seen) add(l diag.List) {
	for _, d := range l {
		s[d.Code] = true
	}
}

// Every rule is broken once, and its words name the cell, what is wrong and what
// to type.
func TestRefused(t *testing.T) {
	codes := seen{}
	t.Run("files", func(t *testing.T) { refusedFiles(t, codes) })
	t.Run("sheets", func(t *testing.T) { refusedSheets(t, codes) })
	t.Run("cells", func(t *testing.T) { refusedCells(t, codes) })
	known := map[string]bool{}
	for _, r := range Rules() {
		if known[r.Code] = true; !codes[r.Code] {
			t.Errorf("no test breaks %s", r.Code)
		}
		if r.Message.EN == "" || r.Hint.ZH == "" || r.Hint.EN == "" {
			t.Errorf("%s lacks words", r.Code)
		}
	}
	for code := range codes {
		if !known[code] {
			t.Errorf("%s is not in Rules()", code)
		}
	}
}

// refuses wants a file to be refused with exactly these lines: place and code.
func refuses(t *testing.T, codes seen, p *project, raw []byte, want ...string) {
	t.Helper()
	got := p.imports(t, raw)
	if len(got.changes) > 0 {
		t.Errorf("%d changes beside the problems", len(got.changes))
	}
	codes.add(got.problems)
	var have []string
	for _, d := range got.problems.Sorted() {
		have = append(have, diag.Place(d.Range)+" "+d.Code)
	}
	if fmt.Sprint(have) != fmt.Sprint(want) {
		t.Errorf("got %q, want %q\n%s", have, want, got.printed())
	}
}

func refusedFiles(t *testing.T, codes seen) {
	p := synthetic(t, 20)
	raw := p.export(t, "a-bureau")
	types := part(t, raw, "[Content_Types].xml")
	rels := func(kind, target string) []byte {
		return fmt.Appendf(nil, `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s" TargetMode="External"/></Relationships>`, kind, target)
	}
	many := map[string][]byte{}
	for i := range maxParts {
		many[fmt.Sprintf("xl/media/%d.txt", i)] = []byte("x")
	}
	other := excelize.NewFile()
	var foreign bytes.Buffer
	if err := other.Write(&foreign); err != nil {
		t.Fatal(err)
	}
	meta := func(cell, value string) []byte {
		return edit(t, raw, func(f *excelize.File) { f.SetCellStr(hiddenSheet, cell, value) })
	}
	for name, c := range map[string]struct {
		raw  []byte
		want string
	}{
		"nothing":                 {nil, "合成.xlsx W101"},
		"text":                    {[]byte("序号,项目\n"), "合成.xlsx W101"},
		"an old or locked file":   {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "合成.xlsx W101"},
		"half a file":             {raw[:len(raw)/2], "合成.xlsx W101"},
		"broken inside":           {repack(t, raw, map[string][]byte{"[Content_Types].xml": []byte("<Types")}), "合成.xlsx W101"},
		"a ZIP of something else": {repack(t, raw, map[string][]byte{"xl/workbook.xml": nil}), "合成.xlsx W101"},
		"too large a file":        {make([]byte, MaxFile+1), "合成.xlsx W102"},
		"a bomb":                  {bomb(t, raw, "xl/worksheets/sheet2.xml", maxPart+1, false), "合成.xlsx W102"},
		"a bomb of several":       {bomb(t, bomb(t, bomb(t, raw, "xl/a", maxPart, false), "xl/b", maxPart, false), "xl/c", maxPart, false), "合成.xlsx W102"},
		"a bomb that lies":        {bomb(t, raw, "xl/worksheets/sheet2.xml", 32<<20, true), "合成.xlsx W101"},
		"a thousand parts":        {repack(t, raw, many), "合成.xlsx W102"},
		"a cell far away":         {edit(t, raw, func(f *excelize.File) { f.SetCellStr(taskSheet, fmt.Sprintf("A%d", maxRows+1), "合成") }), "合成.xlsx W102"},
		"a column far away":       {edit(t, raw, func(f *excelize.File) { f.SetCellStr(taskSheet, "XFD9", "合成") }), "合成.xlsx W102"},
		"macros":                  {repack(t, raw, map[string][]byte{"xl/vbaProject.bin": []byte("x")}), "合成.xlsx W103"},
		"macros by another name":  {repack(t, raw, map[string][]byte{"[Content_Types].xml": bytes.Replace(types, []byte("spreadsheetml.sheet.main"), []byte("sheet.macroEnabled.main"), 1)}), "合成.xlsx W103"},
		"old macros":              {repack(t, raw, map[string][]byte{"xl/macrosheets/sheet1.xml": []byte("x")}), "合成.xlsx W103"},
		"an embedded file":        {repack(t, raw, map[string][]byte{`xl\embeddings\oleObject1.bin`: []byte("x")}), "合成.xlsx W103"},
		"an external book":        {repack(t, raw, map[string][]byte{"xl/externalLinks/externalLink1.xml": []byte("x")}), "合成.xlsx W104"},
		"a data source":           {repack(t, raw, map[string][]byte{"xl/connections.xml": []byte("x")}), "合成.xlsx W104"},
		"a linked picture":        {repack(t, raw, map[string][]byte{"xl/worksheets/_rels/sheet2.xml.rels": rels("image", "https://www.example.org/a.png")}), "合成.xlsx W104"},
		"another's file":          {foreign.Bytes(), "合成.xlsx W105"},
		"no unit inside":          {meta("B4", ""), "合成.xlsx W105"},
		"room for a million":      {edit(t, raw, func(f *excelize.File) { f.SetCellStr(hiddenSheet, "C7", "1000000") }), "合成.xlsx W105"},
		"another template":        {meta("B1", "0"), "合成.xlsx W106"},
		"another schema":          {meta("B2", "0"), "_jindu W106"},
		"an unknown plan":         {meta("B3", "nowhere"), "_jindu W107"},
		"an unknown unit":         {meta("B4", "nobody"), "_jindu W107"},
		"an unknown period":       {meta("B5", "2026-Q5"), "_jindu W107"},
	} {
		t.Run(name, func(t *testing.T) { refuses(t, codes, p, c.raw, c.want) })
	}
	t.Run("a web address that was typed", func(t *testing.T) {
		b := p.book(t, "a-bureau", nil)
		got := p.imports(t, edit(t, raw, func(f *excelize.File) {
			cell := columnOf(t, b, taskSheet, "evidence[0].url") + "4"
			f.SetCellStr(taskSheet, cell, "https://www.example.org/2")
			f.SetCellHyperLink(taskSheet, cell, "https://www.example.org/2", "External")
		}))
		for _, d := range got.problems {
			if strings.HasPrefix(d.Code, "W1") {
				t.Errorf("refused: %s", got.printed())
			}
		}
	})
}

func refusedSheets(t *testing.T, codes seen) {
	p := synthetic(t, 20)
	raw, b := p.export(t, "a-bureau"), p.book(t, "a-bureau", nil)
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		change func(f *excelize.File)
		want   []string
	}{
		"a sheet is gone":    {func(f *excelize.File) { must(f.DeleteSheet(taskSheet)) }, []string{"填报 W201"}},
		"a sheet is renamed": {func(f *excelize.File) { must(f.SetSheetName(indicatorSheet, "指标2")) }, []string{"指标 W201", "指标2 W202"}},
		"a sheet is added":   {func(f *excelize.File) { f.NewSheet("备注") }, []string{"备注 W202"}},
		"a head is changed":  {func(f *excelize.File) { f.SetCellStr(taskSheet, "J3", "进展"); f.SetCellStr(taskSheet, "K3", "") }, []string{"填报!J3 W203", "填报!K3 W203"}},
		"a column is added": {func(f *excelize.File) {
			must(f.InsertCols(indicatorSheet, "ZZ", 1))
			f.SetCellStr(indicatorSheet, "ZZ4", "合成")
		}, []string{"合成.xlsx W102"}},
		"a note beside the table": {func(f *excelize.File) {
			f.SetCellStr(taskSheet, "AF5", "联系人见附件")
			f.SetCellStr(taskSheet, "D1", "改过")
		}, []string{"填报!D1 W208", "填报!AF5 W208"}},
		"a note below the table": {func(f *excelize.File) { f.SetCellStr(taskSheet, "C99", "合成") }, []string{"填报!A99 W204"}},
		"another unit's row": {func(f *excelize.File) {
			f.SetCellStr(taskSheet, "A24", "1.900")
			f.SetCellStr(taskSheet, "J24", "合成")
		}, []string{"填报!A24 W204"}},
		"another unit's row with its papers": {func(f *excelize.File) {
			f.SetCellStr(taskSheet, "A24", "1.900")
			rows, _ := f.GetRows(hiddenSheet)
			must(f.SetSheetRow(hiddenSheet, fmt.Sprintf("A%d", len(rows)+1), &[]string{"row", taskSheet, "1.900", "other", "0"}))
		}, []string{"填报!A24 W207"}},
		"a row is gone":        {func(f *excelize.File) { must(f.RemoveRow(taskSheet, 5)) }, []string{"填报 W205"}},
		"a row is there twice": {func(f *excelize.File) { must(f.DuplicateRowTo(taskSheet, 5, 24)) }, []string{"填报!A24 W206"}},
		"rows are sorted":      {func(f *excelize.File) { must(f.DuplicateRowTo(taskSheet, 5, 24)); must(f.RemoveRow(taskSheet, 5)) }, nil},
		"given cells, all told": {func(f *excelize.File) {
			f.SetCellStr(taskSheet, "C4", "合成：改过的原文。")
			f.SetCellStr(taskSheet, "D7", "")
		}, []string{"填报!C4 W301", "填报!D7 W301"}},
	} {
		t.Run(name, func(t *testing.T) {
			refuses(t, codes, p, edit(t, raw, c.change), c.want...)
		})
	}
	t.Run("stale", func(t *testing.T) {
		q := synthetic(t, 20)
		body := string(q.files["data/sample/tasks/t2-1.yaml"].Data)
		q.write("data/sample/tasks/t2-1.yaml", strings.Replace(body, "status: in_progress", "status: behind", 1))
		q.load(t)
		filled := func(id string) []byte {
			return edit(t, raw, func(f *excelize.File) { put(t, b, f, taskSheet, id, map[string]any{"problems": "合成"}) })
		}
		refuses(t, codes, q, filled("t2-1"), fmt.Sprintf("填报!A%d W302", rowOf(t, b, taskSheet, "t2-1")))
		if got := q.imports(t, filled("t3-1")); len(got.problems) > 0 || len(got.changes) != 1 {
			t.Errorf("another row than the stale one: %d changes\n%s", len(got.changes), got.printed())
		}
	})
	t.Run("the task went to another unit", func(t *testing.T) {
		q := synthetic(t, 20)
		body := string(q.files["data/sample/tasks/t2-1.yaml"].Data)
		q.write("data/sample/tasks/t2-1.yaml", strings.Replace(body, "lead:\n- a-bureau", "lead:\n- b-bureau", 1))
		q.load(t)
		refuses(t, codes, q, raw, fmt.Sprintf("填报!A%d W207", rowOf(t, b, taskSheet, "t2-1")))
	})
}

func refusedCells(t *testing.T, codes seen) {
	p := synthetic(t, 60)
	raw, b := p.export(t, "a-bureau"), p.book(t, "a-bureau", nil)
	for name, c := range map[string]struct {
		sheet, id string
		cells     map[string]any
		want      []string // key and code
	}{
		"a month only":            {taskSheet, "t2-1", map[string]any{"reported": "2026年11月"}, []string{"reported W401"}},
		"a year that became 1905": {taskSheet, "t2-1", map[string]any{"reported": 2026}, []string{"reported W401"}},
		"a day with an hour":      {taskSheet, "t2-1", map[string]any{"reported": 46328.5}, []string{"reported W401"}},
		"words for a number":      {indicatorSheet, "i1", map[string]any{"value": "约120"}, []string{"value W402"}},
		"another unit":            {indicatorSheet, "i1", map[string]any{"value": "120万元"}, []string{"value W402"}},
		"percent of nothing":      {indicatorSheet, "i1", map[string]any{"value": "85%"}, []string{"value W403"}},
		"no choice":               {taskSheet, "t2-1", map[string]any{"status": "基本完成"}, []string{"status W404"}},
		"no period":               {indicatorSheet, "i1", map[string]any{"period": "本季度"}, []string{"period W405"}},
		"an error":                {taskSheet, "t2-1", map[string]any{"problems": "#REF!"}, []string{"problems W407"}},
		"no as-of date":           {taskSheet, "t1-1", map[string]any{"summary": "合成"}, []string{"as_of W408"}},
		"no summary":              {taskSheet, "t1-1", map[string]any{"as_of": "2026-12-31"}, []string{"summary W408"}},
		"a summary taken away":    {taskSheet, "t2-1", map[string]any{"summary": ""}, []string{"summary W408"}},
		"half of a source": {taskSheet, "t2-1", map[string]any{"evidence[0].url": "https://www.example.org/2", "evidence[0].quote": "合成", "evidence[0].title": "合成"},
			[]string{"evidence[0].publisher W409", "evidence[0].kind W409"}},
		"another quarter":    {taskSheet, "t2-1", map[string]any{"as_of": "2026-09-30"}, []string{"as_of W410"}},
		"another year":       {indicatorSheet, "i1", map[string]any{"period": "2025"}, []string{"period W410"}},
		"everything emptied": {taskSheet, "t2-1", map[string]any{"as_of": "", "status": "", "summary": "", "next": ""}, []string{" W412"}},
		"several in one row": {taskSheet, "t2-1", map[string]any{"reported": "昨天", "status": "好", "summary": "合成"}, []string{"reported W401", "status W404"}},
	} {
		t.Run(name, func(t *testing.T) {
			row := rowOf(t, b, c.sheet, c.id)
			var want []string
			for _, w := range c.want {
				key, code, _ := strings.Cut(w, " ")
				column := "A"
				if key != "" {
					column = columnOf(t, b, c.sheet, key)
				}
				want = append(want, fmt.Sprintf("%s!%s%d %s", c.sheet, column, row, code))
			}
			wantSet, got := map[string]bool{}, p.imports(t, edit(t, raw, func(f *excelize.File) { put(t, b, f, c.sheet, c.id, c.cells) }))
			for _, w := range want {
				wantSet[w] = true
			}
			codes.add(got.problems)
			for _, d := range got.problems {
				if !wantSet[diag.Place(d.Range)+" "+d.Code] {
					t.Errorf("unexpected problem\n%s", got.printed())
				}
			}
			if len(got.problems) != len(want) || len(got.changes) > 0 {
				t.Errorf("%d problems and %d changes, want %q\n%s", len(got.problems), len(got.changes), want, got.printed())
			}
		})
	}
	t.Run("formulas without a result", func(t *testing.T) {
		cell := fmt.Sprintf("%s%d", columnOf(t, b, taskSheet, "problems"), rowOf(t, b, taskSheet, "t1-1"))
		refuses(t, codes, p, edit(t, raw, func(f *excelize.File) { f.SetCellFormula(taskSheet, cell, "A1&A2") }), taskSheet+"!"+cell+" W406")
	})
	t.Run("personal data, never shown whole", func(t *testing.T) {
		row := rowOf(t, b, taskSheet, "t2-1")
		summary, day := fmt.Sprintf("%s%d", columnOf(t, b, taskSheet, "summary"), row), fmt.Sprintf("%s%d", columnOf(t, b, taskSheet, "reported"), row)
		mobile := "138" + "0013" + "8000" // made up, in the form of one
		raw := edit(t, raw, func(f *excelize.File) {
			f.SetCellStr(taskSheet, summary, "合成：联系人电话"+mobile)
			f.SetCellStr(taskSheet, day, mobile)
		})
		refuses(t, codes, p, raw, taskSheet+"!"+summary+" W413", taskSheet+"!"+day+" W401", taskSheet+"!"+day+" W413")
		if words := p.imports(t, raw).printed(); strings.Contains(words, mobile) {
			t.Errorf("the number is shown:\n%s", words)
		}
	})
	t.Run("a day that was reported before", func(t *testing.T) {
		q := synthetic(t, 60)
		name := "data/sample/tasks/t2-1.yaml"
		q.write(name, strings.Replace(string(q.files[name].Data), "- as_of: 2026-10-02", "- {as_of: 2026-10-01, unit: a-bureau, basis: unit_report, summary: 合成}\n- as_of: 2026-10-02", 1))
		q.load(t)
		cell := fmt.Sprintf("%s%d", columnOf(t, b, taskSheet, "as_of"), rowOf(t, b, taskSheet, "t2-1"))
		refuses(t, codes, q, edit(t, q.export(t, "a-bureau"), func(f *excelize.File) { f.SetCellStr(taskSheet, cell, "2026-10-01") }), taskSheet+"!"+cell+" W411")
	})
}

// Whatever a file holds, reading it ends, and without a crash.
func FuzzOpen(f *testing.F) {
	p := synthetic(f, 3)
	raw := p.export(f, "a-bureau")
	f.Add(raw)
	f.Add(raw[:len(raw)/2])
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		got := p.imports(t, raw)
		if len(got.problems) > 0 && len(got.changes) > 0 {
			t.Error("changes beside problems")
		}
	})
}

// The cells of a sheet reach the import by way of a fuzzer that does not know
// how to make a ZIP.
func FuzzCells(f *testing.F) {
	p := synthetic(f, 3)
	raw, b := p.export(f, "a-bureau"), p.book(f, "a-bureau", nil)
	f.Add("2026.12.31", "推进中", "合成", "https://www.example.org/", "1.1")
	f.Add("46387", "=1", "#REF!", "\u202e", "")
	f.Fuzz(func(t *testing.T, day, status, text, url, no string) {
		got := p.imports(t, edit(t, raw, func(f *excelize.File) {
			put(t, b, f, taskSheet, "t1-1", map[string]any{"as_of": day, "status": status, "summary": text, "evidence[0].url": url})
			f.SetCellStr(taskSheet, "A5", no)
		}))
		if len(got.problems) > 0 && len(got.changes) > 0 {
			t.Error("changes beside problems")
		}
	})
}
