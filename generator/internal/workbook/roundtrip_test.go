package workbook

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"jindu/generator/internal/schema"
)

func TestUnchangedBookChangesNothing(t *testing.T) {
	p := synthetic(t, ownTasks)
	b := p.book(t, "a-bureau", nil)
	if n := len(b.Sheets[0].Rows); n != ownTasks {
		t.Fatalf("%d rows, want %d", n, ownTasks)
	}
	raw := p.export(t, "a-bureau")
	for what, raw := range map[string][]byte{
		"as exported":             raw,
		"saved by another writer": edit(t, raw, func(*excelize.File) {}),
	} {
		got := p.imports(t, raw)
		if len(got.problems) > 0 || len(got.changes) > 0 {
			t.Errorf("%s: %d changes\n%s", what, len(got.changes), got.printed())
		}
	}
}

func TestSameDataSameBytes(t *testing.T) {
	a, b := synthetic(t, 60), synthetic(t, 60)
	if !bytes.Equal(a.export(t, "a-bureau"), b.export(t, "a-bureau")) {
		t.Error("two exports of the same data differ")
	}
}

// TestColumnsAreThoseOfTheAnnex holds the order in which units know the table.
func TestColumnsAreThoseOfTheAnnex(t *testing.T) {
	b := synthetic(t, 20).book(t, "a-bureau", nil)
	var titles []string
	for _, c := range b.Sheets[0].Columns {
		titles = append(titles, c.Title)
	}
	at := -1
	for _, want := range []string{"序号", "项目", "工作任务", "责任单位", "配合单位", "进度安排", "完成情况", "存在问题", "下一步", "佐证1：标题"} {
		i := slices.Index(titles, want)
		if i <= at {
			t.Errorf("%s stands at %d, want it after %d: %q", want, i, at, titles)
		}
		at = i
	}
}

// Every value of a record that has a column is filled from the data: a key that
// the schema gets must be read here as well.
func TestEveryColumnHasItsValue(t *testing.T) {
	p := synthetic(t, 1)
	var update strings.Builder
	update.WriteString("updates:\n- ")
	for _, f := range schema.Update().Fields {
		if f.Key != "evidence" {
			fmt.Fprintf(&update, "%s: %s\n  ", f.Key, example(f))
		}
	}
	full := strings.NewReplacer("未启动", "completed", "单位报送", "unit_report", "2017", "2026", "unit: \n", "unit: a-bureau\n", ": \n", ": 合成\n").Replace(update.String())
	full = strings.ReplaceAll(full, "as_of: 2026-09-30", "as_of: 2026-10-30")
	piece := "evidence:\n  - {title: 合成, url: \"https://www.example.org/\", publisher: 合成, published: 2026-10-01, published_note: 合成, quote: 合成, kind: media}\n"
	task := syntheticTask(11)
	p.write("data/sample/tasks/t1-1.yaml", strings.Replace(strings.Replace(task, "t2-2", "t1-1", 1), "order:   2", "order: 1", 1)+full+piece)
	p.write("data/sample/indicators/i1.yaml", syntheticIndicator(1)[:0]+strings.Replace(strings.Replace(syntheticIndicator(1), "id: i2", "id: i1", 1), "order: 2", "order: 1", 1)+
		"observations:\n- period: 2026-Q4\n  value: 1\n  published: 2026-10-02\n  reported: 2026-10-01\n  unit: a-bureau\n  flag: revised\n  note: 合成\n  "+piece)
	p.load(t)
	for _, s := range p.book(t, "a-bureau", nil).Sheets {
		for _, c := range s.Columns {
			if c.Key != "" && !strings.HasPrefix(c.Key, "evidence[1]") && s.Rows[0].Values[c.Key] == "" {
				t.Errorf("%s: the column %s is empty", s.Name, c.Key)
			}
		}
	}
}

// One cell of a record that was reported before is one line of its file.
func TestOneCellIsOneLine(t *testing.T) {
	p := synthetic(t, ownTasks)
	raw := p.export(t, "a-bureau")
	b := p.book(t, "a-bureau", nil)
	at := func(sheet, key string, row int) string { return fmt.Sprintf("%s%d", columnOf(t, b, sheet, key), row) }
	for _, c := range []struct {
		sheet, key, file, typed string
		removed, added          []string
	}{
		{taskSheet, "status", "t1-2", "滞后", []string{"  status: in_progress\n"}, []string{"  status: behind\n"}},
		{taskSheet, "summary", "t1-2", "合成：新的情况。", []string{"  summary: |\n", "    合成：第一段，“引号”: 冒号 # 井号。\n", "    =1+1 第二段。\n"}, []string{"  summary: 合成：新的情况。\n"}},
		{taskSheet, "summary", "t2-1", "合成：新的情况。", []string{"  summary: \"合成：第一段，“引号”: 冒号 # 井号。=1+1\"\n"}, []string{"  summary: 合成：新的情况。\n"}},
		{taskSheet, "next", "t2-1", "", []string{"  next: '007'\n"}, nil},
		{taskSheet, "problems", "t2-1", "合成：问题。", nil, []string{"  problems: 合成：问题。\n"}},
		{taskSheet, "reported", "t2-1", "2026年11月2日", nil, []string{"  reported: 2026-11-02\n"}},
		{taskSheet, "evidence[0].quote", "t4-1", "合成：另一句。", []string{"    quote: =SUM(合成)\n"}, []string{"    quote: 合成：另一句。\n"}},
		{indicatorSheet, "value", "i1", "３．７５", []string{"    value: 2.50\n"}, []string{"    value: 3.75\n"}},
		{indicatorSheet, "flag", "i1", "修订", nil, []string{"    flag: revised\n"}},
	} {
		row := rowOf(t, b, c.sheet, c.file)
		changed := edit(t, raw, func(f *excelize.File) { f.SetCellStr(c.sheet, at(c.sheet, c.key, row), c.typed) })
		got := p.imports(t, changed)
		if len(got.files) != 1 {
			t.Errorf("%s of %s: %d files change\n%s", c.key, c.file, len(got.files), got.printed())
			continue
		}
		name := slices.Collect(maps.Keys(got.files))[0]
		removed, added := lines(p.sources[name], got.files[name])
		if diff := cmp.Diff([][]string{c.removed, c.added}, [][]string{removed, added}); diff != "" {
			t.Errorf("%s of %s (-want +got):\n%s", c.key, c.file, diff)
		}
	}
}

// rowOf is the row of a task or indicator in its sheet.
func rowOf(t testing.TB, b *Book, sheet, id string) int {
	t.Helper()
	for _, s := range b.Sheets {
		for i, r := range s.Rows {
			if s.Name == sheet && r.ID == id {
				return firstRow + i
			}
		}
	}
	t.Fatalf("no row for %s", id)
	return 0
}

// put types into cells of a row, by key.
func put(t testing.TB, b *Book, f *excelize.File, sheet, id string, cells map[string]any) {
	t.Helper()
	for key, value := range cells {
		cell := fmt.Sprintf("%s%d", columnOf(t, b, sheet, key), rowOf(t, b, sheet, id))
		if err := f.SetCellValue(sheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
}

// A row without a record in the period becomes one new record, at its place in
// time; another as-of date makes one beside the record that was there.
func TestNewRecords(t *testing.T) {
	p := synthetic(t, 60)
	raw, b := p.export(t, "a-bureau"), p.book(t, "a-bureau", nil)
	got := p.imports(t, edit(t, raw, func(f *excelize.File) {
		put(t, b, f, taskSheet, "t1-1", map[string]any{"as_of": "2026.12.31", "summary": "合成：新。", "status": "推进中"})
		put(t, b, f, taskSheet, "t2-1", map[string]any{"as_of": "2026-12-31", "summary": "合成：年底。"})
		put(t, b, f, indicatorSheet, "i2", map[string]any{
			"period": "2026年", "value": 0.85, "evidence[1].title": "合成", "evidence[1].url": "https://www.example.org/", "evidence[1].publisher": "合成",
			"evidence[1].quote": "合成", "evidence[1].kind": "官方发布",
		})
	}))
	if len(got.problems) > 0 || len(got.changes) != 3 {
		t.Fatalf("%d changes\n%s", len(got.changes), got.printed())
	}
	for file, want := range map[string]string{
		"tasks/t1-1":    "- as_of: 2026-12-31\n  status: in_progress\n  unit: a-bureau\n  basis: unit_report\n  summary: 合成：新。\n",
		"tasks/t2-1":    "- as_of: 2026-12-31\n  status: in_progress\n  unit: a-bureau\n  basis: unit_report\n  summary: 合成：年底。\n  next: \"007\"\n",
		"indicators/i2": "observations:\n  - period: 2026\n    value: 0.85\n    unit: a-bureau\n    evidence:\n      - title: 合成\n        url: https://www.example.org/\n        publisher: 合成\n        quote: 合成\n        kind: official\n",
	} {
		name := "data/sample/" + file + ".yaml"
		if after, ok := strings.CutPrefix(string(got.files[name]), string(p.sources[name])); !ok || after != want {
			t.Errorf("%s: what was there changed, or the new record is another one:\n%s", file, got.files[name])
		}
	}
}

// Evidence is added, corrected and taken away by its cells.
func TestEvidence(t *testing.T) {
	p := synthetic(t, 60)
	raw, b := p.export(t, "a-bureau"), p.book(t, "a-bureau", nil)
	piece := func(i int, title string) map[string]any {
		return map[string]any{
			groupName(i) + ".title": title, groupName(i) + ".url": "https://www.example.org/new", groupName(i) + ".publisher": "合成",
			groupName(i) + ".published": "2026/11/1", groupName(i) + ".quote": "合成：原句。", groupName(i) + ".kind": "媒体报道",
		}
	}
	empty := map[string]any{}
	for key := range piece(0, "") {
		empty[key] = ""
	}
	got := p.imports(t, edit(t, raw, func(f *excelize.File) {
		put(t, b, f, taskSheet, "t4-1", piece(1, "合成第二条"))
		put(t, b, f, taskSheet, "t7-1", empty)
		put(t, b, f, taskSheet, "t3-1", piece(1, "合成第一条"))
	}))
	if len(got.problems) > 0 || len(got.changes) != 3 {
		t.Fatalf("%d changes\n%s", len(got.changes), got.printed())
	}
	want := "  - title: 合成第%s条\n    url: https://www.example.org/new\n    publisher: 合成\n    published: 2026-11-01\n    quote: 合成：原句。\n    kind: media\n"
	_, added := lines(p.sources["data/sample/tasks/t4-1.yaml"], got.files["data/sample/tasks/t4-1.yaml"])
	if s := strings.Join(added, ""); s != fmt.Sprintf(want, "二") {
		t.Errorf("added:\n%s", s)
	}
	removed, added := lines(p.sources["data/sample/tasks/t7-1.yaml"], got.files["data/sample/tasks/t7-1.yaml"])
	if len(removed) != 8 || added != nil {
		t.Errorf("removed %q, added %q", removed, added)
	}
	if s := string(got.files["data/sample/tasks/t3-1.yaml"]); !strings.Contains(s, "  evidence:\n    - title: 合成第一条\n") {
		t.Errorf("no list of evidence was made:\n%s", s)
	}
}

// What was found of a web address goes with the address.
func TestAnotherAddressIsUnchecked(t *testing.T) {
	p := synthetic(t, 60)
	name := "data/sample/tasks/t4-1.yaml"
	p.write(name, string(p.files[name].Data)+"    link: dead\n    checked: 2026-11-05\n")
	p.load(t)
	b := p.book(t, "a-bureau", nil)
	got := p.imports(t, edit(t, p.export(t, "a-bureau"), func(f *excelize.File) {
		put(t, b, f, taskSheet, "t4-1", map[string]any{"evidence[0].url": "https://www.example.org/new"})
	}))
	removed, added := lines(p.sources[name], got.files[name])
	want := [][]string{{"    url: https://www.example.org/3\n", "    link: dead\n", "    checked: 2026-11-05\n"}, {"    url: https://www.example.org/new\n"}}
	if diff := cmp.Diff(want, [][]string{removed, added}); diff != "" || len(got.changes[0].Values()) != 3 {
		t.Errorf("%s\n%s", diff, got.printed())
	}
}

// A sheet that was imported once changes nothing when it comes again; one whose
// rows have moved on in the data, and were not filled in, does no harm.
func TestTheSameSheetTwice(t *testing.T) {
	p := synthetic(t, 60)
	raw, b := p.export(t, "a-bureau"), p.book(t, "a-bureau", nil)
	filled := edit(t, raw, func(f *excelize.File) {
		put(t, b, f, taskSheet, "t1-1", map[string]any{"as_of": "2026-12-31", "summary": "合成：新。"})
		put(t, b, f, taskSheet, "t2-1", map[string]any{"summary": "合成：改。", "evidence[0].title": "合成", "evidence[0].url": "https://www.example.org/", "evidence[0].publisher": "合成", "evidence[0].quote": "合成", "evidence[0].kind": "文件"})
	})
	got := p.imports(t, filled)
	if len(got.files) != 2 {
		t.Fatalf("%d files\n%s", len(got.files), got.printed())
	}
	for name, body := range got.files {
		p.write(name, string(body))
	}
	p.load(t)
	for what, raw := range map[string][]byte{"filled in": filled, "as exported": raw} {
		if again := p.imports(t, raw); len(again.problems) > 0 || len(again.changes) > 0 {
			t.Errorf("%s: %d changes\n%s", what, len(again.changes), again.printed())
		}
	}
}

// A unit reports the tasks of the collectives it belongs to, and no others.
func TestRowsAreTheUnitsOwn(t *testing.T) {
	p := synthetic(t, 20)
	for unit, want := range map[string]string{"b-bureau": "other", "counties": "shared", "east": "shared"} {
		b := p.book(t, unit, nil)
		if len(b.Sheets) != 1 || len(b.Sheets[0].Rows) != 1 || b.Sheets[0].Rows[0].ID != want {
			t.Errorf("%s: %d rows in %d sheets", unit, b.Rows(), len(b.Sheets))
		}
	}
}

func BenchmarkWrite500(b *testing.B) {
	p := synthetic(b, ownTasks)
	b.ReportAllocs()
	for b.Loop() {
		p.export(b, "a-bureau")
	}
}

func BenchmarkRead500(b *testing.B) {
	p := synthetic(b, ownTasks)
	raw := p.export(b, "a-bureau")
	b.ReportMetric(float64(len(raw))/1024, "KB")
	b.ReportAllocs()
	for b.Loop() {
		if got := p.imports(b, raw); len(got.problems) > 0 || len(got.changes) > 0 {
			b.Fatal("the sheet is not read as it was written")
		}
	}
}
