package document

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/plan"
)

const seedFile = "seeds/000_d898c65bf48775f4.txt"

// readSeed returns the issued document, byte for byte.
func readSeed(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("../../..", seedFile))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// fix makes a repair as the data would hold it, at a place of its own.
func fix(kind string, lines ...int) plan.Repair {
	at := diag.Range{File: "data/plan.yaml", Start: diag.Pos{Line: 40 + lines[0], Column: 5}, End: diag.Pos{Line: 40 + lines[0], Column: 9}}
	r := plan.Repair{Kind: plan.String{V: kind, At: at}, Reason: plan.String{V: "分页断开", At: at}, At: at}
	for _, l := range lines {
		r.Lines = append(r.Lines, plan.Int{V: l, At: at})
	}
	return r
}

// seedRepairs are the page breaks of the seed.
func seedRepairs() []plan.Repair {
	return []plan.Repair{
		fix("join", 17, 19), fix("join", 39, 41), fix("join", 57, 59), fix("join", 81, 83),
		fix("join-row", 122, 123), fix("move-label", 124, 125), fix("join", 152, 153),
	}
}

func parseSeed(t testing.TB) *Document {
	t.Helper()
	d, problems := Parse([]byte(readSeed(t)), seedRepairs(), seedFile)
	if len(problems) > 0 {
		t.Fatalf("problems: %+v", problems)
	}
	return d
}

// bare is the text without spaces and marks, in the order of the file.
func bare(text string) string {
	var out strings.Builder
	for _, line := range strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n") {
		line = strings.TrimSpace(line)
		if len(line) >= 3 && strings.Trim(line, "-") == "" {
			continue
		}
		if words := strings.TrimLeft(line, "#"); len(line)-len(words) <= 6 && strings.TrimLeft(words, " \t\f\r") != words {
			line = words
		}
		out.WriteString(line)
	}
	return noSpace(out.String())
}

func noSpace(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// shown is everything the reading edition holds, in reading order, with what was
// dropped directly behind the row it stood in.
func shown(d *Document) string {
	var out strings.Builder
	for _, b := range d.Blocks {
		out.WriteString(b.Text)
		for _, c := range b.Columns {
			out.WriteString(c.Title)
		}
		for _, r := range b.Rows {
			for _, c := range r.Cells {
				out.WriteString(c.Text)
			}
			for _, x := range d.Dropped {
				if x.After == r.Anchor {
					out.WriteString(x.Text)
				}
			}
		}
	}
	return noSpace(out.String())
}

// move cuts the only occurrence of words that stands between two others and puts
// it behind the words named last.
func move(t *testing.T, text, before, words, after, behind string) string {
	t.Helper()
	if n := strings.Count(text, before+words+after); n != 1 {
		t.Fatalf("%q stands %d times in the text", before+words+after, n)
	}
	text = strings.Replace(text, before+words+after, before+after, 1)
	if n := strings.Count(text, behind); n != 1 {
		t.Fatalf("%q stands %d times in the text", behind, n)
	}
	return strings.Replace(text, behind, behind+words, 1)
}

func TestReadingEditionHasTheSeedsCharactersInOrderButForTwoMoves(t *testing.T) {
	want := bare(readSeed(t))
	if strings.Count(want, "") < 6000 {
		t.Fatalf("the seed is only %d characters", strings.Count(want, ""))
	}
	want = move(t, want, "持续推进", "设，简化通关、检验检疫、结汇、纳税等流程。", "各县（区）政府、各功能区管委会",
		"推进跨境电子商务“单一窗口”综合服务体系建")
	want = move(t, want, "2015年启动，持续推进", "4做大做强大宗商品电子交易", "发展跨境电子商务服务企业",
		"海外仓储、汇兑保险等一条龙服务。各县（区）政府、各功能区管委会市商务局2015年启动，持续推进")
	if diff := cmp.Diff(want, shown(parseSeed(t))); diff != "" {
		t.Errorf("characters differ (-seed +edition):\n%s", diff)
	}
}

// annexRow is one row of testdata/annex.tsv.
type annexRow struct {
	no, lines, project, text, lead, support, schedule string
}

func annex(t *testing.T) []annexRow {
	t.Helper()
	text, err := os.ReadFile("testdata/annex.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []annexRow
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
		c := strings.Split(line, "\t")
		out = append(out, annexRow{c[0], c[1], c[2], c[3], c[4], c[5], c[6]})
	}
	return out
}

func TestAnnexRowsEqualTheReferenceTable(t *testing.T) {
	var got []annexRow
	perProject := make([]int, 10)
	for _, r := range parseSeed(t).Rows() {
		var lines []string
		for _, l := range r.Lines {
			lines = append(lines, strconv.Itoa(l))
		}
		got = append(got, annexRow{r.Number(), strings.Join(lines, "–"), r.Label, r.Cell(RoleText), r.Cell(RoleLead), r.Cell(RoleSupport), r.Cell(RoleSchedule)})
		perProject[r.Group]++
	}
	if diff := cmp.Diff(annex(t), got, cmp.AllowUnexported(annexRow{})); diff != "" {
		t.Errorf("rows differ (-table +edition):\n%s", diff)
	}
	if want := []int{0, 3, 3, 6, 5, 4, 3, 4, 3, 3}; !slices.Equal(perProject, want) {
		t.Errorf("rows by project = %v, want %v", perProject, want)
	}
}

func TestDroppedCellsRepeatTheRowBelow(t *testing.T) {
	d := parseSeed(t)
	below := d.Rows()[11]
	want := []Dropped{
		{123, RoleLead, below.Cell(RoleLead), "分页断开", "row-3-5"},
		{123, RoleSupport, below.Cell(RoleSupport), "分页断开", "row-3-5"},
		{123, RoleSchedule, below.Cell(RoleSchedule), "分页断开", "row-3-5"},
	}
	if diff := cmp.Diff(want, d.Dropped); diff != "" {
		t.Error(diff)
	}
}

func TestSeedBlocks(t *testing.T) {
	d := parseSeed(t)
	type brief struct {
		Kind   Kind
		Anchor string
		Level  int
		Lines  []int
		Begins string
	}
	var got []brief
	for _, b := range d.Blocks {
		text := []rune(b.Text)
		got = append(got, brief{b.Kind, b.Anchor, b.Level, b.Lines, string(text[:min(8, len(text))])})
	}
	want := []brief{
		{Masthead, "masthead", 0, []int{3}, "舟山市人民政府文"},
		{Number, "number", 0, []int{5}, "舟政发〔2015"},
		{Title, "title", 0, []int{9}, "舟山市人民政府关"},
		{Salutation, "salutation", 0, []int{11}, "各县（区）人民政"},
		{Para, "p-0-1", 0, []int{13}, "近年来，电子商务"},
		{Heading, "s1", 2, []int{15}, "一、发展目标"},
		{Para, "p-1-1", 0, []int{17, 19}, "到“十三五”末，"},
		{Para, "p-1-2", 0, []int{21}, "到2017年，全"},
		{Heading, "s2", 2, []int{23}, "二、工作任务"},
		{Heading, "s2-1", 3, []int{25}, "（一）深化工业领"},
		{Para, "p-2-1-1", 0, []int{27}, "1.依托电商拓展"},
	}
	if diff := cmp.Diff(want, got[:len(want)]); diff != "" {
		t.Error(diff)
	}
	end := []brief{
		{Attachment, "attachment", 0, []int{99}, "附件：全市电子商"},
		{Signature, "signature", 0, []int{101, 102}, "舟山市人民政府\n"},
		{Note, "note", 0, []int{104}, "（此件公开发布）"},
		{Annex, "annex", 0, []int{106}, "附件"},
		{AnnexTitle, "annex-title", 0, []int{108}, "全市电子商务重点"},
		{Table, "table", 0, got[len(got)-3].Lines, ""},
		{Copies, "copies", 0, []int{152, 153}, "抄送：市委各部门"},
		{Imprint, "imprint", 0, []int{157, 159}, "舟山市人民政府办"},
	}
	if diff := cmp.Diff(end, got[len(got)-len(end):]); diff != "" {
		t.Error(diff)
	}
	if want := "舟山市人民政府关于加快舟山电子商务提升发展的实施意见"; d.Blocks[2].Text != want {
		t.Errorf("title = %q", d.Blocks[2].Text)
	}
	if want := "1.依托电商拓展市场。"; d.Blocks[10].Lead != want {
		t.Errorf("lead = %q, want %q", d.Blocks[10].Lead, want)
	}
	if leads := count(d, func(b Block) bool { return b.Lead != "" }); leads != 18 {
		t.Errorf("%d paragraphs with a run-in heading, want 18", leads)
	}
	if paras := count(d, func(b Block) bool { return b.Kind == Para }); paras != 25 {
		t.Errorf("%d paragraphs, want 25", paras)
	}
}

func count(d *Document, is func(Block) bool) int {
	n := 0
	for _, b := range d.Blocks {
		if is(b) {
			n++
		}
	}
	return n
}

func TestSeedWithoutRepairsWarnsOfEveryBreak(t *testing.T) {
	_, problems := Parse([]byte(readSeed(t)), nil, seedFile)
	var got []string
	for _, p := range problems {
		got = append(got, p.Code+" "+strconv.Itoa(p.Range.Start.Line)+" "+p.Hint.EN[strings.Index(p.Hint.EN, "lines:"):])
	}
	want := []string{
		"D108 17 lines: [17, 19].", "D108 39 lines: [39, 41].", "D108 57 lines: [57, 59].",
		"D108 81 lines: [81, 83].", "D109 122 lines: [122, 123].",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if problems.HasErrors() {
		t.Error("a break that may be meant stops the build")
	}
}

func TestFind(t *testing.T) {
	d := parseSeed(t)
	tests := []struct {
		name, quote, anchor string
		lines               []int
	}{
		{"across a joined break", "不断提高，电商服务功能更加完善", "p-1-1", []int{17, 19}},
		{"on one side of it", "跨境电商成为对外贸易新兴渠道", "p-1-1", []int{19}},
		{"across a joined row", "综合服务体系建设，简化通关", "row-3-5", []int{122, 123}},
		{"with the file's spaces", "网络零售额 20 亿元，年均增长 40%", "p-1-2", []int{21}},
		{"without them", "网络零售额20亿元，年均增长40%", "p-1-2", []int{21}},
		{"in a cell", "市委组织部(市人才办)、市人力社保局", "row-7-2", []int{140}},
		{"a title as the file has it", "关于加快 舟山电子商务", "title", []int{9}},
		{"a title as it reads", "关于加快舟山电子商务", "title", []int{9}},
		{"across a joined hard break", "市法院，市检察院", "copies", []int{152, 153}},
		{"a line of the signature", "2015年11月9日", "signature", []int{102}},
		{"body before annex", "建立电子商务统计制度，形成电商产业统计体系。", "p-3-4-1", []int{97}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			anchor, lines, ok := d.Find(test.quote)
			if !ok || anchor != test.anchor || !slices.Equal(lines, test.lines) {
				t.Errorf("Find = %q %v %v, want %q %v", anchor, lines, ok, test.anchor, test.lines)
			}
		})
	}
	for _, quote := range []string{"", " ", "网络零售额21亿元", "网络零售额20亿元,年均增长40%", "2020年底前完成各县（区）政府"} {
		if anchor, _, ok := d.Find(quote); ok {
			t.Errorf("Find(%q) found %s", quote, anchor)
		}
	}
}

func TestFindAllListsBodyAndAnnex(t *testing.T) {
	got := parseSeed(t).FindAll("建立电子商务统计制度，形成电商产业统计体系。")
	want := []Hit{{"p-3-4-1", []int{97}}, {"row-9-1", []int{146}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRowAnchor(t *testing.T) {
	d := parseSeed(t)
	for _, r := range annex(t) {
		anchor, ok := d.RowAnchor(r.text)
		if want := "row-" + strings.ReplaceAll(r.no, ".", "-"); !ok || anchor != want {
			t.Errorf("RowAnchor(%s) = %q, %v, want %q", r.no, anchor, ok, want)
		}
	}
	if anchor, ok := d.RowAnchor("培育特色电商品牌"); ok {
		t.Errorf("part of a task was taken for %s", anchor)
	}
}

func TestNearest(t *testing.T) {
	d := parseSeed(t)
	sentence, lines, ok := d.Nearest("培育特色电商品牌30个以上。")
	if !ok || sentence != "培育特色电商品牌20个以上。" || !slices.Equal(lines, []int{134}) {
		t.Errorf("Nearest = %q %v %v", sentence, lines, ok)
	}
	if sentence, _, ok := d.Nearest("天气晴"); ok {
		t.Errorf("Nearest found %q for unrelated words", sentence)
	}
}
