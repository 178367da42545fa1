package yamledit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jindu/generator/internal/schema"
)

// odd is a task as people keep one: comments, empty lines, quotes of every kind,
// a list not indented, rare characters.
const odd = `# 本任务由综合科维护
id: t3-4   # 不要改
project: 'cross-border'
order: 4

title: "“全球进口货源”平台🎯"
quote: 𬱟先生说：入驻
  100家。
issued:
    lead: 甲
    support: 乙
    schedule: 2017年底前完成
lead:
- a
-   b

schedule: deadline
due: 2017-12-31
# 进展从这里开始
updates:
  -   as_of: 2016-12-31  # 年报
      basis: official
      summary: |
        第一段

        # 不是注释
      # 佐证
      evidence:
        - {title: 甲, url: "https://example.com/#x", publisher: 乙, quote: "[a]", kind: official}
  # 第二条
  - as_of: 2017-06-30
    basis: unit_report
    summary: 没有 "引号" 的
en: {title: T, quote: Q}
# 末尾
`

func path(t *testing.T, s string) Path {
	t.Helper()
	p, err := ParsePath(s)
	if err != nil {
		t.Fatal(err)
	}
	if p.String() != s {
		t.Fatalf("path %q prints as %q", s, p)
	}
	return p
}

func TestSetChangesOneValue(t *testing.T) {
	tests := []struct{ name, path, text, old, new string }{
		{"plain", "order", "5", "order: 4\n", "order: 5\n"},
		{"before a comment", "id", "t3-5", "id: t3-4   # 不要改", "id: t3-5   # 不要改"},
		{"quotes not needed any more", "title", "新", "title: \"“全球进口货源”平台🎯\"", "title: 新"},
		{"over lines", "quote", "短", "quote: 𬱟先生说：入驻\n  100家。", "quote: 短"},
		{"needs quotes", "schedule", "a: b", "schedule: deadline", "schedule: \"a: b\""},
		{"number as text", "quote", "2017", "quote: 𬱟先生说：入驻\n  100家。", "quote: \"2017\""},
		{"double quotes inside", "updates[1].summary", `"甲" 乙`, `summary: 没有 "引号" 的`, `summary: '"甲" 乙'`},
		{"entry of a list", "lead[1]", "c", "-   b", "-   c"},
		{"in brackets", "en.title", "a, b", "{title: T,", "{title: \"a, b\","},
		{"deep in brackets", "updates[0].evidence[0].kind", "media", "kind: official}", "kind: media}"},
		{"block to one line", "updates[0].summary", "一段", "summary: |\n        第一段\n\n        # 不是注释\n", "summary: 一段\n"},
		{"one line to block", "updates[1].summary", "一\n二", `summary: 没有 "引号" 的`, "summary: |-\n      一\n      二"},
		{"date", "due", "2018-01-01", "due: 2017-12-31", "due: 2018-01-01"},
		{"new key in order", "start", "2016-01-01", "schedule: deadline\n", "schedule: deadline\nstart: 2016-01-01\n"},
		{"new key of another's indentation", "updates[0].status", "in_progress",
			"  # 年报\n", "  # 年报\n      status: in_progress\n"},
		{"new key after a block", "updates[0].problems", "有", "        # 不是注释\n", "        # 不是注释\n      problems: 有\n"},
		{"new key before a comment", "updates[1].next", "下一步", "的\n", "的\n    next: 下一步\n"},
	}
	for _, test := range tests {
		for _, nl := range []string{"\n", "\r\n"} {
			t.Run(test.name, func(t *testing.T) {
				crlf := func(s string) string { return strings.ReplaceAll(s, "\n", nl) }
				got, err := Set([]byte(crlf(odd)), schema.Task(), path(t, test.path), test.text)
				if err != nil {
					t.Fatal(err)
				}
				if n := strings.Count(odd, test.old); n != 1 {
					t.Fatalf("%q stands %d times in the file", test.old, n)
				}
				want := crlf(strings.Replace(odd, test.old, test.new, 1))
				if diff := cmp.Diff(want, string(got)); diff != "" {
					t.Error(diff)
				}
				again, err := Set(got, schema.Task(), path(t, test.path), test.text)
				if err != nil || string(again) != string(got) {
					t.Errorf("setting the same value again: %v\n%s", err, cmp.Diff(string(got), string(again)))
				}
			})
		}
	}
}

func TestSetKeepsTheBytesOfAnEqualValue(t *testing.T) {
	for at, text := range map[string]string{"project": "cross-border", "quote": "𬱟先生说：入驻 100家。", "updates[0].summary": "第一段\n\n# 不是注释\n"} {
		got, err := Set([]byte(odd), schema.Task(), path(t, at), text)
		if err != nil || string(got) != odd {
			t.Errorf("%s: %v\n%s", at, err, cmp.Diff(odd, string(got)))
		}
	}
}

func update() Value {
	return Value{Fields: map[string]Value{
		"as_of": {Text: "2017-12-31"}, "basis": {Text: "official"}, "summary": {Text: "全部完成"},
		"evidence": {List: []Value{{Fields: map[string]Value{"title": {Text: "标题: 甲"}, "url": {Text: "https://example.com/"}}}}},
	}}
}

const updateText = `  - as_of: 2017-12-31
    basis: official
    summary: 全部完成
    evidence:
      - title: "标题: 甲"
        url: https://example.com/
`

func TestInsert(t *testing.T) {
	tests := []struct {
		name, src, path string
		i               int
		value           Value
		want            string
	}{
		{"at the end", odd, "updates", -1, update(), strings.Replace(odd, "en: {", updateText+"en: {", 1)},
		{"between, comments stay with the next", odd, "updates", 1, update(), strings.Replace(odd, "  # 第二条\n", updateText+"  # 第二条\n", 1)},
		{"at the start", odd, "updates", 0, update(), strings.Replace(odd, "  -   as_of", updateText+"  -   as_of", 1)},
		{"list not indented", odd, "lead", -1, Value{Text: "c"}, strings.Replace(odd, "-   b\n", "-   b\n- c\n", 1)},
		{"list not there", odd, "support", -1, Value{Text: "c"}, strings.Replace(odd, "-   b\n", "-   b\nsupport:\n  - c\n", 1)},
		{"deep", odd, "updates[1].evidence", -1, Value{Fields: map[string]Value{"title": {Text: "甲"}}},
			strings.Replace(odd, "的\n", "的\n    evidence:\n      - title: 甲\n", 1)},
		{"empty list", "lead: [] # 空\nschedule: deadline\n", "lead", -1, Value{Text: "a"}, "lead: # 空\n  - a\nschedule: deadline\n"},
		{"nothing after the colon", "lead:\nschedule: deadline\n", "lead", -1, Value{Text: "a"}, "lead:\n  - a\nschedule: deadline\n"},
		{"no line break at the end", "id: a\nlead:\n  - b", "lead", -1, Value{Text: "c"}, "id: a\nlead:\n  - b\n  - c"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Insert([]byte(test.src), schema.Task(), path(t, test.path), test.i, test.value)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, string(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFirstKeyBesideADash(t *testing.T) {
	const src = "updates:\n  - basis: official\n    summary: 甲\n"
	got, err := Set([]byte(src), schema.Task(), path(t, "updates[0].as_of"), "2017-01-01")
	if want := "updates:\n  - as_of: 2017-01-01\n    basis: official\n    summary: 甲\n"; err != nil || string(got) != want {
		t.Fatalf("%v\n%s", err, cmp.Diff(want, string(got)))
	}
	back, err := Delete(got, schema.Task(), path(t, "updates[0].as_of"))
	if err != nil || string(back) != src {
		t.Errorf("%v\n%s", err, cmp.Diff(src, string(back)))
	}
}

func TestDelete(t *testing.T) {
	tests := []struct{ path, old string }{
		{"due", "due: 2017-12-31\n"},
		{"lead[0]", "- a\n"},
		{"issued.support", "    support: 乙\n"},
		{"updates[0].summary", "      summary: |\n        第一段\n\n        # 不是注释\n"},
		{"updates[1]", "  - as_of: 2017-06-30\n    basis: unit_report\n    summary: 没有 \"引号\" 的\n"},
		{"updates[0].evidence[0]", "      evidence:\n        - {title: 甲, url: \"https://example.com/#x\", publisher: 乙, quote: \"[a]\", kind: official}\n"},
	}
	for _, test := range tests {
		t.Run(test.path, func(t *testing.T) {
			got, err := Delete([]byte(odd), schema.Task(), path(t, test.path))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Replace(odd, test.old, "", 1), string(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhatCannotBeEditedIsRefused(t *testing.T) {
	tests := []struct{ name, src, path, text string }{
		{"no such key in the schema", "id: a\n", "nosuch", "x"},
		{"a list", "lead:\n  - a\n", "lead", "x"},
		{"a list where a value should be", "title:\n  - a\n", "title", "x"},
		{"entry that is not there", "lead:\n  - a\n", "lead[1]", "x"},
		{"record that is not there", "id: a\n", "issued.lead", "x"},
		{"new key in brackets", "en: {title: a}\n", "en.quote", "x"},
		{"key that stands twice", "title: x\ntitle: y\n", "title", "z"},
		{"anchor", "title: &a x\n", "title", "y"},
		{"tag", "title: !!str x\n", "title", "y"},
		{"not YAML", "title: \"x\n", "title", "y"},
		{"two documents", "title: x\n---\ntitle: y\n", "title", "y"},
		{"BOM", "\ufefftitle: x\n", "title", "y"},
		{"lone CR", "title: x\ry\n", "title", "y"},
		{"comment that would be lost", "title: | # 注\n  x\n", "title", "y"},
		{"block before a comment", "title: x # 注\n", "title", "y\nz"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got, err := Set([]byte(test.src), schema.Task(), path(t, test.path), test.text); err == nil {
				t.Errorf("gives %q", got)
			}
		})
	}
}

func TestFormat(t *testing.T) {
	const want = `# 本任务由综合科维护
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
  - a
  - b
schedule: deadline
due: 2017-12-31
# 进展从这里开始
updates:
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
	got, err := Format([]byte(odd), schema.Task())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
	again, err := Format(got, schema.Task())
	if err != nil || string(again) != string(got) {
		t.Errorf("%v\n%s", err, cmp.Diff(string(got), string(again)))
	}
}

func TestFormatPutsKeysInOrder(t *testing.T) {
	const src = "# 顶\ntitle: 甲\n# 编号\nid: a\nupdates:\n  - summary: 乙 # 尾\n    # 日\n    as_of: 2017-01-01\n"
	const want = "# 编号\nid: a\n# 顶\ntitle: 甲\nupdates:\n  # 日\n  - as_of: 2017-01-01\n    summary: 乙 # 尾\n"
	got, err := Format([]byte(src), schema.Task())
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, cmp.Diff(want, string(got)))
	}
}

// The data of this project are in the canonical style.
func TestDataIsCanonical(t *testing.T) {
	n := 0
	for _, f := range schema.Files() {
		for _, root := range []string{"../../../data", "../../../examples/synthetic/data"} {
			names, err := filepath.Glob(filepath.Join(root, f.Path))
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range names {
				n++
				raw, err := os.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				got, err := Format(raw, f.Record)
				if err != nil || string(got) != string(raw) {
					t.Errorf("%s: %v\n%s", name, err, cmp.Diff(string(raw), string(got)))
				}
			}
		}
	}
	if n < 57 {
		t.Errorf("only %d files seen", n)
	}
}
