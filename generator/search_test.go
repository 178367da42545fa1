package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"modernc.org/quickjs"

	"jindu/generator/internal/search"
	"jindu/generator/internal/site"
)

// matcher is the theme's search without a browser.
type matcher struct{ vm *quickjs.VM }

// newMatcher loads the very file that readers get, and an index.
func newMatcher(t testing.TB, index []byte) *matcher {
	t.Helper()
	src, err := os.ReadFile("../themes/jindu/assets/js/search/match.js")
	if err != nil {
		t.Fatal(err)
	}
	vm, err := quickjs.NewVM()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { vm.Close() })
	code := regexp.MustCompile(`(?m)^export `).ReplaceAllString(string(src), "") + `
		let prepared;
		function __load(index) { prepared = prepare(JSON.parse(index)); }
		function __find(query) { return JSON.stringify(find(prepared, query).map((hit) => hit.entry.p)); }
		function __normal(text) { return normal(text); }
		function __marks(text, query) { return JSON.stringify(marks(text, terms(query)).map((s) => (s.hit ? "[" + s.text + "]" : s.text)).join("")); }
		function __excerpt(text, query) { return JSON.stringify(excerpt(text, terms(query))); }
		undefined`
	if _, err := vm.Eval(code, quickjs.EvalGlobal); err != nil {
		t.Fatal(err)
	}
	m := &matcher{vm}
	m.call(t, "__load", string(index))
	return m
}

func (m *matcher) call(t testing.TB, function string, args ...any) any {
	t.Helper()
	out, err := m.vm.Call(function, args...)
	if err != nil {
		t.Fatalf("%s(%.80q): %v", function, args, err)
	}
	return out
}

// find returns the paths of what is found, best first.
func (m *matcher) find(t testing.TB, query string) []string {
	t.Helper()
	var paths []string
	m.decode(t, &paths, "__find", query)
	return paths
}

func (m *matcher) decode(t testing.TB, into any, function string, args ...any) {
	t.Helper()
	if err := json.Unmarshal([]byte(m.call(t, function, args...).(string)), into); err != nil {
		t.Fatal(err)
	}
}

// publishedIndex is the index among the pages.
func publishedIndex(t testing.TB, pages []site.Page) []byte {
	t.Helper()
	for _, p := range pages {
		if data, ok := p.Data.(site.SearchData); ok {
			return p.Files[data.Index]
		}
	}
	t.Fatal("no search page")
	return nil
}

// searchable is what a reader could expect to find, and the words of its page
// that the query may stand in.
type searchable struct{ path, words string }

// everything is gathered from the pages, not from the index.
func everything(pages []site.Page) []searchable {
	var out []searchable
	add := func(path string, words ...string) {
		out = append(out, searchable{path, search.Normal(strings.Join(words, "\n"))})
	}
	for _, p := range pages {
		switch d := p.Data.(type) {
		case site.TaskData:
			add(p.Path+"/", d.Number, p.Title, d.Quote, d.IssuedLead, d.IssuedHelp, d.Schedule, d.Status.Label, d.Project.Text)
		case site.UnitData:
			add(p.Path+"/", p.Title, strings.Join(d.Aliases, "\n"))
		case site.IndicatorData:
			words := []string{p.Title, d.Verdict.Label}
			for _, q := range d.Quotes {
				words = append(words, q.Quote)
			}
			add(p.Path+"/", words...)
		case site.ProjectData:
			add(p.Path+"/", d.Number, p.Title)
		case site.PolicyData:
			for _, b := range d.Blocks {
				add(p.Path+"/#"+b.Anchor, b.Lead+b.Text)
			}
			add(p.Path+"/", p.Title)
		default:
			if p.Branch && p.Path != "" {
				add(p.Path+"/", p.Title)
			}
		}
	}
	add("method/", "方法说明")
	add("about/", "关于本站")
	return out
}

// queries are what readers of this plan may type, in the ways they type. first is
// the path that must come first, where one clearly should.
var queries = []struct{ query, first string }{
	{"发改委", "units/development-reform-commission/"},
	{"市发改委", "units/development-reform-commission/"},
	{"市统计局", "units/development-reform-commission/"},
	{"检验检疫", ""},
	{"出入境检验检疫局", "units/ciq/"},
	{"海关", "units/zhoushan-customs/"},
	{"定海", "units/dinghai/"},
	{"金塘", "units/jintang-zone/"},
	{"市委组织部", "units/organization-department/"},
	{"跨境", ""},
	{"跨境　电商", ""},
	{"跨境 商务局 2017", ""},
	{"全球进口货源", ""},
	{"O2O", ""},
	{"o2o", ""},
	{"Ｏ２Ｏ", ""},
	{"民宿", ""},
	{"水产品", ""},
	{"大宗商品", ""},
	{"互联网+", ""},
	{"“互联网＋”", ""},
	{"舟政发", ""},
	{"舟政发[2015]42号", ""},
	{"未披露", ""},
	{"到期未披露", ""},
	{"持续推进", ""},
	{"网络零售额", ""},
	{"方法说明", "method/"},
	{"时间表", "zhoushan-ecommerce-2015/timetable/"},
	{"2020年底前", ""},
	{"保障措施", ""},
	{"电", ""},
	{"<script>", ""},
	{"没有这个词", ""},
	{".*", ""},
}

func TestSearchFindsExactlyWhatHoldsEveryWord(t *testing.T) {
	pages := realPages(t).Pages
	m := newMatcher(t, publishedIndex(t, pages))
	all := everything(pages)
	some := 0
	for _, q := range queries {
		var want []string
		for _, x := range all {
			if holdsAll(x.words, q.query) {
				want = append(want, x.path)
			}
		}
		got := m.find(t, q.query)
		if q.first != "" && (len(got) == 0 || got[0] != q.first) {
			t.Errorf("%s: %v come first, want %s", q.query, got[:min(3, len(got))], q.first)
		}
		slices.Sort(got)
		slices.Sort(want)
		missing, wrong := difference(want, got), difference(got, want)
		if len(missing)+len(wrong) > 0 {
			t.Errorf("%s: recall %d of %d, precision %d of %d; missing %v, wrong %v", q.query,
				len(want)-len(missing), len(want), len(got)-len(wrong), len(got), missing, wrong)
		}
		if len(got) > 0 {
			some++
		}
	}
	if some < 25 {
		t.Errorf("only %d queries find anything", some)
	}
}

// Numbers are found as a whole or as the beginning of others, not as digits
// somewhere in a text alone; that a text holds them counts too.
func TestSearchPutsTheNumberedTaskFirst(t *testing.T) {
	pages := realPages(t).Pages
	m := newMatcher(t, publishedIndex(t, pages))
	for _, p := range pages {
		if d, ok := p.Data.(site.TaskData); ok {
			wide := strings.Map(func(r rune) rune { return r + 0xFEE0 }, d.Number)
			for _, query := range []string{d.Number, wide} {
				if got := m.find(t, query); len(got) == 0 || got[0] != p.Path+"/" {
					t.Errorf("%s: %v come first, want %s", query, got[:min(3, len(got))], p.Path)
				}
			}
		}
	}
}

func TestSearchRanksByHowWellThePlaceFits(t *testing.T) {
	kinds := []search.Kind{{Key: "task"}, {Key: "unit"}, {Key: "policy"}}
	index, err := search.Index{Kinds: kinds, Entries: []search.Entry{
		{Title: "甲", Path: "text", Texts: []string{"提到", "电商"}},
		{Title: "乙", Path: "about", About: []string{"电商办"}},
		{Title: "电商平台", Path: "part"},
		{Title: "丙", Path: "about-2", About: []string{"电商局"}},
		{Title: "电商", Path: "whole"},
		{Kind: 1, Title: "丁", Names: []string{"电商"}, Path: "name"},
		{Kind: 2, Title: "电商的标题", Path: "place", Texts: []string{"没有这个词"}, Place: true},
		{Kind: 2, Title: "标题", Path: "policy", Texts: []string{"原文有电商"}, Place: true},
	}}.JSON()
	if err != nil {
		t.Fatal(err)
	}
	m := newMatcher(t, index)
	tests := []struct {
		query string
		want  string
	}{
		{"电商", "whole name part about about-2 text policy"},
		{"电商 提到", "text"},
		{"提到 电商 提到", "text"},
		{"提到电商", ""},
		{"", ""},
		{"　 ", ""},
	}
	for _, tt := range tests {
		if got := strings.Join(m.find(t, tt.query), " "); got != tt.want {
			t.Errorf("%q finds %q, want %q", tt.query, got, tt.want)
		}
	}
}

func TestSearchMarksWhatWasFoundInTheTextAsPrinted(t *testing.T) {
	m := newMatcher(t, []byte(`{"kinds":[],"entries":[]}`))
	long := strings.Repeat("前", 60) + "要找的词" + strings.Repeat("后", 200)
	tests := []struct{ function, text, query, want string }{
		{"__marks", "推进 O2O 平台", "o2o平台", "推进 [O2O 平台]"},
		{"__marks", "Ｏ２Ｏ和o2o", "O2O", "[Ｏ２Ｏ]和[o2o]"},
		{"__marks", "电商电商电", "电商 商电", "[电商电商电]"},
		{"__marks", "舟政发〔2015〕42号", "[2015]", "舟政发[〔2015〕]42号"},
		{"__marks", "𬱟𬱟", "𬱟", "[𬱟𬱟]"},
		{"__marks", "<b>甲</b>", "<b>", "[<b>]甲</b>"},
		{"__marks", "", "甲", ""},
		{"__excerpt", long, "要找的词", "…" + strings.Repeat("前", 24) + "要找的词" + strings.Repeat("后", 82) + "…"},
		{"__excerpt", "短文", "短文", "短文"},
		{"__excerpt", "短文", "没有", ""},
		{"__excerpt", strings.Repeat("𬱟", 40) + "词" + strings.Repeat("𬱟", 90), "词", "…" + strings.Repeat("𬱟", 12) + "词" + strings.Repeat("𬱟", 42) + "…"},
	}
	for _, tt := range tests {
		var got string
		m.decode(t, &got, tt.function, tt.text, tt.query)
		if got != tt.want {
			t.Errorf("%s(%q, %q) = %q, want %q", tt.function, tt.text, tt.query, got, tt.want)
		}
	}
}

// The index and the query are normalised by two programs, which must agree.
func TestBrowserAndGeneratorNormaliseAlike(t *testing.T) {
	pages := realPages(t).Pages
	m := newMatcher(t, publishedIndex(t, pages))
	texts := []string{"İI", "a\u200bb", "E\u0301", "Ａ a", "⽼年", "「甲」", "—", "ﬁ ﷺ", " \u00a0x ", "K", "Σς", "漢 ¨a"}
	for _, x := range pages {
		if d, ok := x.Data.(site.PolicyData); ok {
			for _, b := range d.Blocks {
				texts = append(texts, b.Text)
			}
		}
	}
	for _, text := range texts {
		if got := m.call(t, "__normal", text); got != search.Normal(text) {
			t.Errorf("normal(%q): the browser makes %q, the generator %q", text, got, search.Normal(text))
		}
	}
}

// The index is one request on a slow link.
func TestSearchIndexIsSmallAndAlwaysTheSame(t *testing.T) {
	index := publishedIndex(t, realPages(t).Pages)
	if !bytes.Equal(index, publishedIndex(t, realPages(t).Pages)) {
		t.Error("two builds give two indexes")
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(index); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes, %d gzip", len(index), packed.Len())
	if packed.Len() > 40<<10 {
		t.Errorf("%d bytes gzip, want at most 40 KB", packed.Len())
	}
}

func holdsAll(words, query string) bool {
	for _, term := range strings.Fields(query) {
		if !strings.Contains(words, search.Normal(term)) {
			return false
		}
	}
	return true
}

// difference is what a holds and b does not.
func difference(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}
