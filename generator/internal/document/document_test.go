package document

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/plan"
)

const small = `# 关于试点的通知

各单位：

一、目标
第一句没有说完，
接着说完。

二、任务

（一）起步。

1.先行。先做起来。

附件 1

序号	项目	工作任务	责任单位	配合单位	进度安排
1	甲	做一	A局	B局	2017年底前完成
		件事。	C局	B局	持续推进
		做两件事。	C局	B局	持续推进
2	乙	做三件事。	C局	B局	持续推进
`

func TestNormalize(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"到 2017 年", "到2017年"},
		{"旅游 APP、微信", "旅游APP、微信"},
		{"增长  40%", "增长40%"},
		{"2 万亿元", "2万亿元"},
		{"open data", "open data"},
		{"1 000", "1 000"},
		{"加快 舟山", "加快 舟山"},
		{" 年 ", " 年 "},
		{"年 ，2", "年 ，2"},
		{"A 级", "A级"},
		{"é 级", "é级"},
		{"年\t2", "年\t2"},
	}
	for _, test := range tests {
		if got := Normalize(test.in); got != test.want {
			t.Errorf("Normalize(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestRepairsThatDoNotFit(t *testing.T) {
	tests := []struct {
		name, code, words string
		repair            plan.Repair
	}{
		{"one line", "D103", "少于两行", fix("join", 6)},
		{"descending", "D103", "没有从小到大", fix("join", 7, 6)},
		{"the same line twice", "D103", "没有从小到大", fix("join-row", 18, 18)},
		{"label over three lines", "D103", "多于两行", fix("move-label", 19, 20, 21)},
		{"join of a heading", "D104", "第 5 行和第 6 行", fix("join", 5, 6)},
		{"join inside a paragraph", "D104", "第 6 行和第 7 行", fix("join", 6, 7)},
		{"join beyond the end", "D104", "第 6 行和第 900 行", fix("join", 6, 900)},
		{"join of rows", "D104", "第 18 行和第 19 行", fix("join", 18, 19)},
		{"rows apart", "D105", "不是同一张表", fix("join-row", 18, 20)},
		{"the head is no row", "D105", "不是同一张表", fix("join-row", 17, 18)},
		{"cells that differ", "D105", "“D局”与下一行不同", fix("join-row", 20, 21)},
		{"a row with a label", "D105", "“2”与下一行不同", fix("join-row", 21, 22)},
		{"label from a row without", "D106", "从第 19 行移到第 20 行", fix("move-label", 19, 20)},
		{"label to a row with one", "D106", "从第 18 行移到第 21 行", fix("move-label", 18, 21)},
		{"unknown kind", "D107", "mend", fix("mend", 6, 9)},
	}
	text := strings.Replace(small, "2\t乙", "		多一行。	D局	B局	持续推进\n2\t乙", 1)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			plain, _ := Parse([]byte(text), nil, "seeds/small.txt")
			d, problems := Parse([]byte(text), []plan.Repair{test.repair}, "seeds/small.txt")
			var found *diag.Diagnostic
			for i := range problems {
				if problems[i].Severity == diag.Error {
					found = &problems[i]
				}
			}
			if found == nil || found.Code != test.code || found.Range != test.repair.At {
				t.Fatalf("problems = %+v, want %s at the repair", problems, test.code)
			}
			if !strings.Contains(found.Message.ZH, test.words) || found.Message.EN == "" || found.Hint.ZH == "" || found.Hint.EN == "" {
				t.Errorf("message = %+v", *found)
			}
			if shown(d) != shown(plain) {
				t.Error("a repair that does not fit changed the text")
			}
		})
	}
}

func TestRepairsThatFit(t *testing.T) {
	repairs := []plan.Repair{fix("join-row", 18, 19)}
	d, problems := Parse([]byte(small), repairs, "seeds/small.txt")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	r, ok := d.Row("做一件事。")
	if !ok || r.Anchor != "row-1-1" || !slices.Equal(r.Lines, []int{18, 19}) || r.Cell(RoleLead) != "A局" {
		t.Errorf("row = %+v %v", r, ok)
	}
	if len(d.Dropped) != 3 || d.Dropped[0].Text != "C局" || d.Dropped[0].After != "row-1-1" {
		t.Errorf("dropped = %+v", d.Dropped)
	}
}

func TestBlocksOfOtherDocuments(t *testing.T) {
	type brief struct {
		Kind         Kind
		Anchor, Text string
	}
	tests := []struct {
		name, text string
		want       []brief
	}{
		{"empty", "", nil},
		{"blank lines and rules", "\n \n---\n\t\n", nil},
		{"plain paragraphs", "今天下雨。\n\n明天放晴。", []brief{{Para, "p-0-1", "今天下雨。"}, {Para, "p-0-2", "明天放晴。"}}},
		{"lines of one paragraph", "first line\nsecond line", []brief{{Para, "p-0-1", "first line second line"}}},
		{"lines kept apart", "甲，  \n乙。", []brief{{Para, "p-0-1", "甲，\n乙。"}}},
		{"a mark without a space", "#一", []brief{{Para, "p-0-1", "#一"}}},
		{"byte order mark", "\ufeff# 通知", []brief{{Title, "title", "通知"}}},
		{"Windows lines", "# 通知\r\n\r\n各位：\r\n", []brief{{Title, "title", "通知"}, {Salutation, "salutation", "各位："}}},
		{"headings without marks", "一、目标\n\n（十二）收尾。\n\n说明。", []brief{{Heading, "s1", "一、目标"}, {Heading, "s1-12", "（十二）收尾。"}, {Para, "p-1-12-1", "说明。"}}},
		{"a sentence that begins like a heading", "一、要抓紧；二、要抓实。", []brief{{Para, "p-0-1", "一、要抓紧；二、要抓实。"}}},
		{"an unnumbered heading", "# 通知\n\n## 背景\n\n## 背景", []brief{{Title, "title", "通知"}, {Heading, "s1", "背景"}, {Heading, "s2", "背景"}}},
		{"a number used twice", "# 二十、甲\n\n# 二十、乙", []brief{{Heading, "s20", "二十、甲"}, {Heading, "s20-x2", "二十、乙"}}},
		{"a second annex", "# 附件1\n\n# 甲\n\n一、子\n\n丑。\n\n# 附件2\n\n# 乙\n\n一、寅",
			[]brief{{Annex, "annex", "附件1"}, {AnnexTitle, "annex-title", "甲"}, {Heading, "a1-s1", "一、子"}, {Para, "a1-p-1-1", "丑。"},
				{Annex, "annex-x2", "附件2"}, {AnnexTitle, "annex-title-x2", "乙"}, {Heading, "a2-s1", "一、寅"}}},
		{"name and date apart", "某市人民政府\n\n2016年1月2日\n\n办公室\n\n2016年1月5日印发",
			[]brief{{Signature, "signature", "某市人民政府\n2016年1月2日"}, {Imprint, "imprint", "办公室\n2016年1月5日印发"}}},
		{"a date after a sentence", "就这样。\n\n2016年1月2日", []brief{{Para, "p-0-1", "就这样。"}, {Signature, "signature", "2016年1月2日"}}},
		{"a table of unknown columns", "a\tb\nc\td", []brief{{Table, "table", ""}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, _ := Parse([]byte(test.text), nil, "seeds/x.txt")
			var got []brief
			for _, b := range d.Blocks {
				got = append(got, brief{b.Kind, b.Anchor, b.Text})
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
			if shown(d) != bare(test.text) {
				t.Errorf("text = %q, want %q", shown(d), bare(test.text))
			}
		})
	}
}

func TestTablesWithoutKnownColumnsKeepEveryRow(t *testing.T) {
	d, _ := Parse([]byte("a\tb\nc\td\n\n中间\n\n序号\t工作任务\n1\t做。\n2\n"), nil, "seeds/x.txt")
	first, second := d.Blocks[0], d.Blocks[2]
	if len(first.Columns) != 0 || len(first.Rows) != 2 || first.Rows[1].Cells[1].Text != "d" || first.Rows[1].Anchor != "row-0-2" {
		t.Errorf("first table = %+v", first)
	}
	if len(second.Columns) != 2 || second.Rows[0].Anchor != "t2-row-0-1" || second.Rows[0].Cell(RoleText) != "做。" {
		t.Errorf("second table = %+v", second)
	}
	if second.Rows[0].Cell(RoleLead) != "" {
		t.Error("a cell that is not there has text")
	}
	if rows := d.Rows(); len(rows) != 1 {
		t.Errorf("%d annex rows, want 1", len(rows))
	}
}

func TestRowWithTheWrongNumberOfCells(t *testing.T) {
	_, problems := Parse([]byte("序号\t工作任务\n1\t做。\t多余\n"), nil, "seeds/x.txt")
	if len(problems) != 1 || problems[0].Code != "D110" || problems[0].Range.Start.Line != 2 {
		t.Errorf("problems = %+v", problems)
	}
}

func TestLoad(t *testing.T) {
	at := diag.Range{File: "data/p/plan.yaml", Start: diag.Pos{Line: 7, Column: 9}}
	p := &plan.Plan{Document: plan.Document{File: plan.String{V: "seeds/a.txt", At: at}}}
	fsys := fstest.MapFS{"seeds/a.txt": {Data: []byte("abc")}}
	d, problems := Load(fsys, p)
	if len(problems) > 0 || d.File != "seeds/a.txt" || d.SHA256 != "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Errorf("Load = %+v %v", d, problems)
	}
	d, problems = Load(fstest.MapFS{}, p)
	if d != nil || len(problems) != 1 || problems[0].Code != "D101" || problems[0].Range != at {
		t.Errorf("missing file: %+v %+v", d, problems)
	}
	d, problems = Load(fstest.MapFS{"seeds/a.txt": {Data: []byte("\xff\xfe")}}, p)
	if len(d.Blocks) > 0 || len(problems) != 1 || problems[0].Code != "D102" || problems[0].Range.File != "seeds/a.txt" {
		t.Errorf("not UTF-8: %+v %+v", d, problems)
	}
}

func TestRulesHaveUniqueCodesAndWordsInBothLanguages(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.Code] || r.Message.ZH == "" || r.Message.EN == "" || r.Hint.ZH == "" || r.Hint.EN == "" {
			t.Errorf("rule %+v", r)
		}
		seen[r.Code] = true
	}
}

// FuzzParse holds for any text and any repairs: no panic, no character lost or
// added, unique anchors, and every problem inside the two files.
func FuzzParse(f *testing.F) {
	f.Add(readSeed(f), uint8(0), 17, 19, 0)
	f.Add(readSeed(f), uint8(1), 122, 123, 0)
	f.Add(readSeed(f), uint8(2), 124, 125, 0)
	f.Add(small, uint8(1), 18, 19, 20)
	f.Add("# 附件\n#\t# a\n---\n\t\n", uint8(3), -1, 0, 1)
	f.Fuzz(func(t *testing.T, text string, kind uint8, a, b, c int) {
		kinds := []string{"join", "join-row", "move-label", "other"}
		lines := []int{a, b}
		if c > 0 {
			lines = append(lines, c)
		}
		repairs := []plan.Repair{fix(kinds[int(kind)%len(kinds)], lines...)}
		d, problems := Parse([]byte(text), repairs, "seeds/f.txt")
		if len(d.Blocks) > 0 && sortedRunes(shown(d)) != sortedRunes(bare(text)) {
			t.Errorf("characters differ: %q from %q", shown(d), bare(text))
		}
		checkAnchors(t, d)
		for _, p := range problems {
			if p.Range.File != "seeds/f.txt" && p.Range.File != "data/plan.yaml" {
				t.Errorf("problem outside the files: %+v", p)
			}
		}
		if plain, _ := Parse([]byte(text), nil, "seeds/f.txt"); len(plain.Blocks) > 0 && shown(plain) != bare(text) {
			t.Errorf("without repairs %q, want %q", shown(plain), bare(text))
		}
	})
}

func sortedRunes(s string) string {
	r := []rune(s)
	slices.Sort(r)
	return string(r)
}

func checkAnchors(t *testing.T, d *Document) {
	t.Helper()
	seen := map[string]bool{}
	check := func(anchor string) {
		if anchor == "" || seen[anchor] {
			t.Errorf("anchor %q is empty or used twice", anchor)
		}
		seen[anchor] = true
	}
	for _, b := range d.Blocks {
		check(b.Anchor)
		for _, r := range b.Rows {
			check(r.Anchor)
		}
	}
}

func BenchmarkParseSeed(b *testing.B) {
	text := []byte(readSeed(b))
	b.ReportAllocs()
	for b.Loop() {
		Parse(text, seedRepairs(), seedFile)
	}
}
