package load

import (
	"strings"
	"testing"

	"jindu/generator/internal/diag"
)

// Text that looks like a slip and is none.
func TestLayoutLeavesLegalTextAlone(t *testing.T) {
	tests := map[string]string{
		"full-width colon in text":       "quote: 时间：下午；title：也是正文",
		"list of texts with colons":      "notes:\n  - GDP：同比增长\n  - 12:30 开会\n  - http://example.org/a\n  - mailto:a@example.org\n  - “甲”和“乙”",
		"address":                        "url: https://example.org:80/a?b=c:d#e",
		"key-like line in a block":       "quote: |\n  name：甲\n  - x\n  title:甲\n  \"没有配对\n  a: b: c\nunit: 家",
		"block in a list, next item":     "notes:\n  - |\n    name：甲\n  - >-\n    [没有配对\n  - 丙",
		"block with indicators":          "quote: |2-\n    甲\n   乙\n\n  丙\nunit: 家",
		"block with a comment":           "quote: | # 注释：甲\n  乙：丙\nunit: 家",
		"tab inside a block":             "quote: |\n  甲\t乙\n  \t丙\n",
		"text over lines":                "summary: 甲\n  GDP：乙\n  －丙\n  -丁\n\n  戊\nunit: 家",
		"text on the next line":          "summary:\n  甲：乙\nunit: 家",
		"quotation over lines":           "summary: \"甲\n  name：乙\n  - 丙: 丁\"\nunit: 家",
		"quoted punctuation":             "aliases: [\"甲，乙\", '丙、丁', 'it''s', \"a\\\"b\"]",
		"flow over lines":                "lead: [\n  a, # 注释：，\n  b\n]\nunit: 家",
		"flow in flow":                   "x: {a: [b, {c: d}], \"e\":\"f，g\"}",
		"apostrophe":                     "quote: the city's commerce department",
		"inches":                         "quote: 5\" 和 6\" 屏幕",
		"hash without a space before it": "title: C#语言＃一",
		"dash at the depth of its key":   "lead:\n- a\n- b\nsupport:\n- c",
		"list in a list":                 "x:\n  - - a\n    - b\n  - - c",
		"nested records":                 "a:\n  - b: 1\n    c:\n      - d: 2\n        e: 3\n    f: 4\n  - b: 5",
		"comments at any depth":          "a:\n      # 甲\n  b: 1\n # 乙\n  c: 2",
		"quoted key":                     "\"a\": 1\n'b': 2",
		"negative number":                "value: -5",
		"space before the colon":         "a : 1",
		"document start":                 "# 注释\n---\na: 1",
		"windows line ends":              "a: \"甲\"\r\nb: |\r\n  乙\r\nc: [1,\r\n  2]\r\n",
		"Chinese quotation inside":       "title: “互联网+”行动",
		"quoted Chinese quotation":       "title: '“互联网+”'",
		"rule of dashes in text":         "quote: 甲——乙",
		"percent inside":                 "quote: 占 5% 左右",
		"blank lines with spaces":        "a: 1\n   \nb: 2",
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			var problems diag.List
			checkLayout(newSource("f.yaml", []byte(text)), &problems)
			for _, d := range problems {
				t.Errorf("%d:%d %s %s", d.Range.Start.Line, d.Range.Start.Column, d.Code, d.Message.EN)
			}
		})
	}
}

// Where the layout finds an error that the parser finds too, only ours is told;
// where ours finds none, the parser's is put into words.
func TestParserErrorsAreExplained(t *testing.T) {
	tests := []struct {
		text string
		line int
		want string
	}{
		{"units:\n  - {id: a name: b}\n", 2, "a comma is missing"},
		{"a: 1\nb: *x\n", 0, ""}, // the layout says it first
		{"a: {b: *x}\n", 1, "text that begins with"},
		{"a:\n  - b\n  c: d\n", 0, ""},
		{"a: {b: *}\n", 1, "did not find expected alphabetic"}, // no words of ours
	}
	for _, test := range tests {
		var problems diag.List
		src := newSource("f.yaml", []byte(test.text))
		checkLayout(src, &problems)
		before := len(problems)
		if root := parse(src, []byte(test.text), &problems); root != nil {
			t.Errorf("%q is YAML", test.text)
		}
		found := problems[before:]
		if test.want == "" {
			if len(found) > 0 {
				t.Errorf("%q: told twice: %v", test.text, found)
			}
			continue
		}
		if len(found) != 1 || found[0].Range.Start.Line != test.line || !strings.Contains(found[0].Message.EN, test.want) {
			t.Errorf("%q: got %v, want line %d, %q", test.text, found, test.line, test.want)
		}
	}
}
