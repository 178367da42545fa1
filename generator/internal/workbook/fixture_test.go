package workbook

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/load"
	"jindu/generator/internal/plan"
)

// project is a synthetic project: a plan of n tasks in ten projects, all led by
// one unit but for those of others, each with an update in 2026-Q4. Nothing in it
// is true.
type project struct {
	files   fstest.MapFS
	site    *plan.Site
	sources load.Sources
}

const ownTasks = 500

func synthetic(t testing.TB, tasks int) *project {
	t.Helper()
	p := &project{files: fstest.MapFS{}}
	p.write("data/site.yaml", "edition: demonstration\ntitle: 合成测试站（合成数据）\n")
	p.write("data/units.yaml", `units:
  - {id: a-bureau, name: 合成甲局, kind: department}
  - {id: b-bureau, name: 合成乙局, kind: department}
  - {id: counties, name: 合成各县, kind: collective, members: [east], basis: 合成依据}
  - {id: east, name: 合成东县, kind: county}
`)
	var projects strings.Builder
	for i := 1; i <= 10; i++ {
		fmt.Fprintf(&projects, "  - {id: p%d, number: %d, title: 合成项目%d}\n", i, i, i)
	}
	p.write("data/sample/plan.yaml", fmt.Sprintf(`id: sample
title: 合成方案（合成数据）
short_title: 合成方案
number: 合成〔0000〕0号
issuer: 合成办公室
signed: 2025-01-01
start: 2025-01-01
end: 2030-12-31
document: {file: seeds/sample.txt, sha256: %s, origin: 合成文本}
projects:
%s`, strings.Repeat("a", 64), projects.String()))
	for i := range tasks {
		p.write(fmt.Sprintf("data/sample/tasks/t%d-%d.yaml", i%10+1, i/10+1), syntheticTask(i))
	}
	for i := range max(1, tasks/25) {
		p.write(fmt.Sprintf("data/sample/indicators/i%d.yaml", i+1), syntheticIndicator(i))
	}
	p.write("data/sample/tasks/other.yaml", "id: other\nproject: p1\norder: 900\ntitle: 合成别家\nquote: 合成：别的单位的任务。\nissued: {lead: 合成乙局, support: 无, schedule: 持续推进}\nlead: [b-bureau]\nschedule: ongoing\n")
	p.write("data/sample/tasks/shared.yaml", "id: shared\nproject: p1\norder: 901\ntitle: 合成各县的\nquote: 合成：统称的任务。\nissued: {lead: 合成各县, support: 无, schedule: 持续推进}\nlead: [counties]\nschedule: ongoing\n")
	p.load(t)
	return p
}

func (p *project) write(name, body string) { p.files[name] = &fstest.MapFile{Data: []byte(body)} }

func (p *project) load(t testing.TB) {
	t.Helper()
	site, sources, problems, err := load.FS(p.files)
	if err != nil {
		t.Fatal(err)
	}
	if site == nil {
		var b bytes.Buffer
		diag.Print(&b, problems, diag.PrintOptions{Lang: lang.EN, Source: sources.Read})
		t.Fatal(b.String())
	}
	p.site, p.sources = site, sources
}

// syntheticTask is written in all the ways that people write YAML, for an edit
// must leave them alone. Every third task has evidence, every seventh an older
// update, every eleventh nothing in the period.
func syntheticTask(i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# 合成数据，由综合科维护 𬱟🎯\nid: t%d-%d\n\nproject: p%d\norder:   %d\ntitle: '合成任务%d'\n", i%10+1, i/10+1, i%10+1, i/10+1, i)
	fmt.Fprintf(&b, "quote: 合成：到2030年，办成第%d件事。\nissued: {lead: 合成甲局, support: \"合成乙局、各县\", schedule: 2030年底前完成}\nlead:\n- a-bureau\nsupport:\n- b-bureau\n", i)
	b.WriteString("schedule: deadline   # 有期限\ndue: 2030-12-31\n")
	if i%7 == 0 || i%11 != 0 {
		b.WriteString("updates:\n")
	}
	if i%7 == 0 {
		b.WriteString("- as_of: 2026-06-30\n  unit: a-bureau\n  basis: unit_report\n  summary: 合成：上半年的情况。\n")
	}
	if i%11 == 0 {
		return b.String()
	}
	b.WriteString("\n# 最近一条\n")
	fmt.Fprintf(&b, "- as_of: 2026-10-%02d\n  status: in_progress\n  unit: a-bureau\n  basis: unit_report\n", i%28+1)
	if i%5 == 0 {
		b.WriteString("  summary: |\n    合成：第一段，“引号”: 冒号 # 井号。\n    =1+1 第二段。\n")
	} else {
		b.WriteString("  summary: \"合成：第一段，“引号”: 冒号 # 井号。=1+1\"\n")
	}
	b.WriteString("  next: '007'\n")
	if i%3 == 0 {
		fmt.Fprintf(&b, "  evidence:\n  - title: 合成来源%d\n    url: https://www.example.org/%d\n    publisher: 合成发布者\n    published: 2026-10-31\n    quote: =SUM(合成)\n    language: en\n    kind: official\n", i, i)
	}
	return b.String()
}

func syntheticIndicator(i int) string {
	unit := []string{"亿元", "%", "家"}[i%3]
	out := fmt.Sprintf(`id: i%d
order: %d
name: 合成指标%d
unit: "%s"
nature: flow
direction: up
task: t1-1
scope: 合成范围
quotes:
  - {where: 附件1.1, text: 合成}
method: share_vs_pace
method_note: 合成
targets:
  - {period: 2030, value: 20, comparator: ">=", quote: 合成}
`, i+1, i+1, i, unit)
	if i%2 == 0 {
		out += `observations:
  - period: 2026-Q4
    value: 2.50
    unit: a-bureau
    evidence:
      - {title: 合成, url: "https://www.example.org/", publisher: 合成, quote: 合成, kind: official}
`
	}
	return out
}

var quarter, _ = plan.ParsePeriod("2026-Q4")

func (p *project) book(t testing.TB, unit string, groups map[string]int) *Book {
	t.Helper()
	u, ok := p.site.Unit(unit)
	if !ok {
		t.Fatalf("no unit %s", unit)
	}
	return NewBook(p.site, Request{Plan: p.site.Plans[0], Unit: u, Period: quarter, Commit: "0123456789abcdef"}, groups)
}

// export is the file that a unit gets.
func (p *project) export(t testing.TB, unit string) []byte {
	t.Helper()
	raw, err := p.book(t, unit, nil).Write()
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// edit changes a file as a spreadsheet program would and returns the new one.
func edit(t testing.TB, raw []byte, change func(*excelize.File)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	change(f)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// imported is what comes of a file: changes and the new bytes of each file, or
// problems as they are printed.
type imported struct {
	changes  []*Change
	files    map[string][]byte
	problems diag.List
}

func (p *project) imports(t testing.TB, raw []byte) imported {
	t.Helper()
	r, problems := Open("合成.xlsx", raw)
	if r == nil {
		return imported{problems: problems}
	}
	defer r.Close()
	request, problems := r.Request(p.site)
	if len(problems) > 0 {
		return imported{problems: problems}
	}
	out := imported{files: map[string][]byte{}}
	out.changes, out.problems = NewBook(p.site, request, r.Groups()).Compare(r)
	for _, c := range out.changes {
		body, err := c.Apply(p.sources[c.File])
		if err != nil {
			t.Fatalf("%s: %v", c.File, err)
		}
		out.files[c.File] = body
	}
	return out
}

func (i imported) printed() string {
	var b bytes.Buffer
	diag.Print(&b, i.problems, diag.PrintOptions{Lang: lang.ZH})
	return b.String()
}

// lines counts the lines that one text has and the other lacks.
func lines(was, now []byte) (removed, added []string) {
	left := map[string]int{}
	for l := range strings.Lines(string(was)) {
		left[l]++
	}
	for l := range strings.Lines(string(now)) {
		if left[l]--; left[l] < 0 {
			added = append(added, l)
		}
	}
	for l := range strings.Lines(string(was)) {
		if left[l] > 0 {
			left[l]--
			removed = append(removed, l)
		}
	}
	return removed, added
}

// columnOf is the letter of a column.
func columnOf(t testing.TB, b *Book, sheet, key string) string {
	t.Helper()
	for _, s := range b.Sheets {
		for i, c := range s.Columns {
			if s.Name == sheet && c.Key == key {
				return letters(i + 1)
			}
		}
	}
	t.Fatalf("no column %s in %s", key, sheet)
	return ""
}
