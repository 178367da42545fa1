package yamledit

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/load"
	"jindu/generator/internal/schema"
)

func TestScalarsAreWrittenAsWebFormsWriteThem(t *testing.T) {
	raw, err := os.ReadFile("testdata/scalars.tsv")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for lines := bufio.NewScanner(bytes.NewReader(raw)); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		n++
		var text, want string
		left, right, _ := strings.Cut(lines.Text(), "\t")
		if json.Unmarshal([]byte(left), &text) != nil || json.Unmarshal([]byte(right), &want) != nil {
			t.Fatalf("line %q", lines.Text())
		}
		if got := scalar(schema.KindText, text, false, place{indent: 2}); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
	if n < 90 {
		t.Errorf("only %d texts", n)
	}
}

func TestScalarsByKind(t *testing.T) {
	tests := []struct {
		kind       schema.Kind
		text       string
		quoted     bool
		flow       bool
		want, note string
	}{
		{kind: schema.KindNumber, text: "2.50", want: "2.50"},
		{kind: schema.KindNumber, text: "012", want: `"012"`, note: "the loader will say so"},
		{kind: schema.KindInt, text: "3", want: "3"},
		{kind: schema.KindBool, text: "true", want: "true"},
		{kind: schema.KindBool, text: "yes", want: "yes"},
		{kind: schema.KindPeriod, text: "2017", want: "2017"},
		{kind: schema.KindPeriod, text: "2017", quoted: true, want: `"2017"`},
		{kind: schema.KindPeriod, text: "2017-Q4", quoted: true, want: "2017-Q4"},
		{kind: schema.KindText, text: "2017", want: `"2017"`},
		{kind: schema.KindText, text: "1_000", want: `"1_000"`, note: "YAML 1.1 reads a number"},
		{kind: schema.KindText, text: `5"屏`, want: `'5"屏'`, note: "the loader wants quotes in pairs"},
		{kind: schema.KindText, text: "“甲”", want: `"“甲”"`, note: "the loader asks about the whole in quotes"},
		{kind: schema.KindText, text: "＃甲", want: `"＃甲"`},
		{kind: schema.KindText, text: "-5℃", want: `"-5℃"`, note: "the loader takes it for a dash without its space"},
		{kind: schema.KindText, text: "<<", want: `"<<"`},
		{kind: schema.KindText, text: "a, b", flow: true, want: `"a, b"`},
		{kind: schema.KindText, text: "甲，乙", flow: true, want: `"甲，乙"`, note: "the loader takes it for a separator"},
		{kind: schema.KindText, text: "a\nb", flow: true, want: `"a\nb"`},
		{kind: schema.KindText, text: "a<b>&c", want: "a<b>&c"},
		{kind: schema.KindText, text: "a: <b>", want: `"a: <b>"`},
	}
	for _, test := range tests {
		if got := scalar(test.kind, test.text, test.quoted, place{flow: test.flow}); got != test.want {
			t.Errorf("%s %q is written %s, want %s (%s)", test.kind, test.text, got, test.want, test.note)
		}
	}
}

// siteWith is a project whose one task has the text as its summary, written by
// this package.
func siteWith(t testing.TB, file []byte) fstest.MapFS {
	t.Helper()
	return fstest.MapFS{
		"data/site.yaml":      {Data: []byte("edition: demonstration\ntitle: 合成\n")},
		"data/units.yaml":     {Data: []byte("units:\n  - id: a\n    name: 甲\n    kind: department\n")},
		"data/p/plan.yaml":    {Data: []byte("id: p\ntitle: 合成\nshort_title: 合成\nnumber: 合成\nissuer: 合成\nsigned: 2015-01-01\nstart: 2015-01-01\nend: 2020-12-31\ndocument:\n  file: seeds/a.txt\n  sha256: " + strings.Repeat("a", 64) + "\n  origin: 合成\nprojects:\n  - id: x\n    number: 1\n    title: 合成\n")},
		"data/p/tasks/t.yaml": {Data: file},
	}
}

func taskWith(t testing.TB, summary string) []byte {
	t.Helper()
	text := func(s string) Value { return Value{Text: s} }
	raw, err := New(schema.Task(), map[string]Value{
		"id": text("t"), "project": text("x"), "order": text("1"), "title": text("合成"), "quote": text("合成"),
		"issued":   {Fields: map[string]Value{"lead": text("甲"), "support": text("乙"), "schedule": text("丙")}},
		"lead":     {List: []Value{text("a")}},
		"schedule": text("ongoing"),
		"updates":  {List: []Value{{Fields: map[string]Value{"as_of": text("2016-01-01"), "basis": text("unit_report"), "summary": text(summary)}}}},
		"notes":    {List: []Value{text(summary)}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// form are the problems that come of how a value is written, not of what it says.
func form(found diag.List) []diag.Diagnostic {
	said := []string{"L203", "L204", "L205", "L206", "L227", "L501", "L516", "L520", "L521", "L523", "L525"}
	return slices.DeleteFunc(slices.Clone(found), func(d diag.Diagnostic) bool { return slices.Contains(said, d.Code) })
}

// Whatever text is written, the loader reads the same and finds no fault in its
// form, and the file is in the canonical style.
func FuzzScalar(f *testing.F) {
	for _, s := range []string{"甲", "a: b", "1_000", "2017", `5"`, "“甲”", "- x", "a\nb", " a\nb\n", "a\n\n\n", "'", "\"'", "#", "{{", "---", "甲 \"乙\" #丙", "\\", "=", "<<", "？", "&a", "x:", "》>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\r\u0085\u2028\u2029\ufeff") || strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' || r&0xfffe == 0xfffe }) {
			t.Skip()
		}
		raw := taskWith(t, text)
		var n struct {
			Updates []struct{ Summary any }
			Notes   []any
		}
		if err := yaml.Unmarshal(raw, &n); err != nil {
			t.Fatalf("%v\n%s", err, raw)
		}
		for _, got := range []any{n.Updates[0].Summary, n.Notes[0]} {
			if s, ok := got.(string); (!ok || s != text) && !isDay(got) {
				t.Fatalf("%q is read as %v\n%s", text, got, raw)
			}
		}
		_, _, found, err := load.FS(siteWith(t, raw))
		if err != nil {
			t.Fatal(err)
		}
		if bad := form(found); len(bad) > 0 {
			t.Errorf("%q: %s %s\n%s", text, bad[0].Code, bad[0].Message.EN, raw)
		}
		if again, err := Format(raw, schema.Task()); strings.TrimSpace(text) != "" && (err != nil || string(again) != string(raw)) {
			t.Errorf("not canonical: %v\n%s\n%s", err, raw, again)
		}
	})
}

// isDay reports whether yaml.v3 took a plain date for a time when asked for any
// type. The loader reads the text and is not misled.
func isDay(v any) bool {
	_, isString := v.(string)
	_, isInt := v.(int)
	_, isFloat := v.(float64)
	_, isBool := v.(bool)
	return v != nil && !isString && !isInt && !isFloat && !isBool
}
