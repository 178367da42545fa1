package webform

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"modernc.org/quickjs"

	"jindu/generator/internal/schema"
	"jindu/generator/internal/yamledit"
)

// engine runs format.js outside a browser.
type engine struct {
	t  *testing.T
	vm *quickjs.VM
}

func newEngine(t *testing.T) *engine {
	t.Helper()
	vm, err := quickjs.NewVM()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { vm.Close() })
	e := &engine{t, vm}
	for _, name := range []string{"bundle/yaml.js", "form/format.js"} {
		src, err := assets.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		e.eval(string(src) + "\n;0")
	}
	e.eval("const records = " + string(encode(t, Configure(Local("main"), "data", nil).Records)) + `;
function again(name, text, forget) {
	const data = JinduFormat.read(records, name, text);
	if (forget) delete data["$source"];
	return JinduFormat.write(records, name, JSON.parse(JSON.stringify(data)));
}
function edited(name, text, edit) {
	const data = JinduFormat.read(records, name, text);
	edit(data);
	return JinduFormat.write(records, name, data);
}
0`)
	return e
}

func (e *engine) eval(src string) any {
	e.t.Helper()
	out, err := e.vm.Eval(src, quickjs.EvalGlobal)
	if err != nil {
		e.t.Fatalf("%v", err)
	}
	return out
}

// text runs an expression that gives text.
func (e *engine) text(format string, args ...any) string {
	e.t.Helper()
	for i, a := range args {
		args[i] = string(encode(e.t, a))
	}
	out, ok := e.eval(fmt.Sprintf(format, args...)).(string)
	if !ok {
		e.t.Fatalf("%s gives no text", format)
	}
	return out
}

func encode(t *testing.T, v any) []byte {
	t.Helper()
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// dataFiles are all data files of the repository: the plan's and the example's.
func dataFiles(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, dir := range []string{"../../../data", "../../../examples/synthetic/data"} {
		err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || path.Ext(name) != ".yaml" {
				return err
			}
			body, err := fs.ReadFile(os.DirFS(dir), name)
			out[dir+"/"+name] = string(body)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(out) < 90 {
		t.Fatalf("only %d data files", len(out))
	}
	return out
}

// recordAt is the record of a data file.
func recordAt(t *testing.T, name string) *schema.Record {
	t.Helper()
	_, rel, _ := strings.Cut(name, "/data/")
	if rel == "" {
		_, rel, _ = strings.Cut(name, "../data/")
	}
	for _, f := range schema.Files() {
		if ok, _ := path.Match(f.Path, rel); ok {
			return f.Record
		}
	}
	t.Fatalf("%s is no data file", name)
	return nil
}

func TestSaveWithoutEditsChangesNoByte(t *testing.T) {
	e := newEngine(t)
	files := dataFiles(t)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		record := recordAt(t, name).Name
		// With the text it was read from, and written anew from the fields alone.
		for _, forget := range []bool{false, true} {
			got := e.text("again(%s, %s, %v)", record, files[name], forget)
			if diff := cmp.Diff(lines(files[name]), lines(got)); diff != "" {
				t.Errorf("%s, forget %v:\n%s", name, forget, diff)
			}
		}
	}
}

// odd are texts that YAML's readers disagree on or that need quotes.
var odd = []string{
	"2017", "2.50", "1_000", "1_0.5", "-_1", "0b101", "0o17", "017", "0x1F", "0X1f", "1e3", "1.", ".5", "-.5e-3", "+1", "~", "null", "Null", "nulL",
	"true", "True", "yes", "no", "on", "y", "<<", "=", ".inf", "-.INF", ".nan", "2026-01-05", "2026-01-05 10:00:00", "2026-1-5", "2026-1-32", "2026-02-30", "2024-2-29", "2023-2-29", "2026-13-1", "2026-01-05T10:00:00Z",
	"2026-01-05t1:2:3.5+08:00", "2026-01-05T10:00:00", "2026-01-05 10:00:00Z", "2026-01-05 25:00:00", "2026-01-05 10:00", "2026-1-5 10:00:00.25", "12:30", "1:30:45",
	"甲: 乙", "甲:乙", "甲：乙", "甲 #乙", "甲#乙", "#甲", "- 甲", "-甲", "? 甲", "?", "-", "—甲", "— 甲", "· 甲", "&甲", "*甲", "!甲", "%甲", "@甲", "`甲`",
	"[甲]", "{甲}", "甲[1]", "a, b", ", a", "“甲”", "“甲”乙", `"甲"`, `说"甲"`, `'甲'`, `'"`, `it's`, `a "b" 'c'`, `5" 屏`, "＂甲＂", "－甲", "　甲", "甲　",
	" 甲", "甲 ", "甲\t乙", "a:", ":a", "a: ", "|", ">", "| x", "\\", `a\b`, "🎯", "𬱟", "http://a.b/c?d=e#f", "mailto:a@b.c", "---", "--- a", "...", "a\u0085b",
	"一\n二", "一\n\n二", "一\n", "一\n\n", "- 一\n- 二", "一 \n二", "一\n  二", "# 一\n二", "\n一", "一\n ", "甲\n\"乙", "a: b\nc: d",
	strings.Repeat("很长的一段话，不能在八十个字符处折行。 with spaces ", 20), strings.Repeat("长 ", 60) + "\n" + strings.Repeat("word ", 40),
	"“甲” " + strings.Repeat("x y ", 50), "'" + strings.Repeat("a \" ", 40),
}

func TestTextIsWrittenAsTheCanonicalStyleHasIt(t *testing.T) {
	e := newEngine(t)
	for _, text := range odd {
		want, err := yamledit.New(schema.Task(), map[string]yamledit.Value{
			"title": {Text: text}, "lead": {List: []yamledit.Value{{Text: text}}},
			"updates": {List: []yamledit.Value{{Fields: map[string]yamledit.Value{"as_of": {Text: "2017-01-01"}, "summary": {Text: text}}}}},
		})
		if err != nil {
			t.Fatal(err)
		}
		got := e.text(`JinduFormat.write(records, "task", {updates: [{summary: %[1]s, as_of: "2017-01-01"}], lead: [%[1]s], title: %[1]s})`, text)
		if diff := cmp.Diff(lines(string(want)), lines(got)); diff != "" {
			t.Errorf("%q:\n%s", text, diff)
		}
	}
}

func lines(s string) []string { return strings.SplitAfter(s, "\n") }

// commented is a file with comments, blank lines and styles that fmt would alter.
const commented = `# 本任务由综合科维护
id: t3-4 # 不要改
project: cross-border
order: 4
title: “全球进口货源”平台🎯
quote: 𬱟先生说：入驻 100家。
issued:
  lead: 甲
  support: 乙
  schedule: 2017年底前完成
lead:
  - a # 牵头
  # 第二个
  - b
schedule: deadline
due: 2017-12-31
# 进展从这里开始
updates:
  # 第一条
  - as_of: 2016-12-31 # 年报
    basis: official
    summary: |
      第一段

      # 不是注释
    # 佐证
    evidence:
      - title: 甲
        url: https://example.com/#x
        publisher: 乙
        quote: "[a]"
        kind: official
  # 第二条
  - as_of: 2017-06-30
    basis: unit_report
    summary: 没有 "引号" 的
en:
  title: T
  quote: Q
# 末尾
`

func TestCommentsStayWithWhatTheySpeakOf(t *testing.T) {
	e := newEngine(t)
	tests := []struct{ name, edit, old, new string }{
		{"nothing", "", "", ""},
		{"a value", "d.title = '2.50'", "title: “全球进口货源”平台🎯", "title: \"2.50\""},
		{"a value with a comment", "d.id = 't3-5'", "id: t3-4 # 不要改", "id: t3-5 # 不要改"},
		{"deep", "d.updates[0].evidence[0].kind = 'media'", "kind: official", "kind: media"},
		{"an entry before one with a comment", "d.updates.splice(1, 0, {as_of: '2017-01-01', basis: 'official', summary: 'x'})",
			"  # 第二条\n", "  - as_of: 2017-01-01\n    basis: official\n    summary: x\n  # 第二条\n"},
		{"an entry out", "d.updates.splice(1, 1)", "  # 第二条\n  - as_of: 2017-06-30\n    basis: unit_report\n    summary: 没有 \"引号\" 的\n", ""},
		{"a place in a list", "d.lead[0] = 'c'", "- a # 牵头", "- c # 牵头"},
		{"order", "d.lead.reverse()", "  - a # 牵头\n  # 第二个\n  - b\n", "  # 第二个\n  - b\n  - a # 牵头\n"},
		{"an empty field filled", "d.start = '2016-01-01'", "due:", "start: 2016-01-01\ndue:"},
		{"a field emptied", "d.due = ''", "due: 2017-12-31\n", ""},
		{"a record that may be absent", "d.en = []", "en:\n  title: T\n  quote: Q\n", ""},
		{"within it", "d.en[0].title = 'U'", "title: T\n", "title: U\n"},
		{"left empty all through", "d.related = [{name: '', evidence: []}]; d.notes = [null, '']", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if strings.Count(commented, test.old) != 1 && test.old != "" {
				t.Fatalf("%q does not stand once", test.old)
			}
			want := strings.Replace(commented, test.old, test.new, 1)
			got := e.text(`edited("task", %s, (d) => {`+strings.ReplaceAll(test.edit, "%", "%%")+`})`, commented)
			if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestYearsStayQuotedOrPlain(t *testing.T) {
	e := newEngine(t)
	const src = "observations:\n  - period: \"2016\"\n    value: 1.0\n  - period: 2017\n    value: 2.50\n"
	const edit = "d.observations[0].value = '1.10'; d.observations.push({period: '2018', value: '3', flag: ''})"
	want := "observations:\n  - period: \"2016\"\n    value: 1.10\n  - period: 2017\n    value: 2.50\n  - period: 2018\n    value: 3\n"
	if got := e.text(`edited("indicator", %s, (d) => {`+edit+`})`, src); got != want {
		t.Error(cmp.Diff(lines(want), lines(got)))
	}
}

// A value changed by the form and by yamledit gives the same bytes.
func TestOneEditIsTheSameByFormAndByCommand(t *testing.T) {
	e := newEngine(t)
	texts := []string{"2.50", "甲: 乙", "“甲”", "一\n二", "https://example.com/a#b", `说"甲"`}
	n := 0
	files := dataFiles(t)
	for i, name := range slices.Sorted(maps.Keys(files)) {
		record, src := recordAt(t, name), files[name]
		for j, f := range record.Fields {
			// Every third of the texts, another third in each file.
			if f.List || f.Kind != schema.KindText || (i+j)%3 != 0 || !strings.Contains(src, "\n"+f.Key+": ") {
				continue
			}
			text := texts[n%len(texts)]
			n++
			at, err := yamledit.ParsePath(f.Key)
			if err != nil {
				t.Fatal(err)
			}
			want, err := yamledit.Set([]byte(src), record, at, text)
			if err != nil {
				t.Fatal(err)
			}
			got := e.text(`edited(%s, %s, (d) => { d[%s] = %s })`, record.Name, src, f.Key, text)
			if diff := cmp.Diff(lines(string(want)), lines(got)); diff != "" {
				t.Errorf("%s, %s:\n%s", name, f.Key, diff)
			}
		}
	}
	if n < 80 {
		t.Errorf("only %d edits were compared", n)
	}
}

func TestWhatTheModelDoesNotKnowIsNotDropped(t *testing.T) {
	e := newEngine(t)
	got := e.eval(`try { edited("task", "id: a\nextra: b\n", (d) => { d.id = "c" }) } catch (error) { error.message }`)
	if got != "task: extra" {
		t.Errorf("a key of no field gives %q", got)
	}
}
