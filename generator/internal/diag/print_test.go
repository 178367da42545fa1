package diag

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jindu/generator/internal/lang"
)

// Synthetic problems that show all that a printer has to handle.
var (
	testColon = Rule{"X209", Error, lang.T("“%[1]s”后面用了全角冒号“：”", "a full-width colon after %[1]q"), lang.T("请写成：%[1]s: 甲", "Type: %[1]s: …")}
	testLook  = Rule{"X520", Warning, lang.T("“%[1]s”看着不对", "%[1]q looks wrong"), lang.T("请改正 %[1]q，100%% 改好", "Correct %[1]q, 100%% of it")}
	testTwice = Rule{"X415", Error, lang.T("编号“%[1]s”已经用过", "the id %[1]q is in use already"), lang.T("请换一个编号。", "Choose another id.")}
	testFile  = Rule{"X101", Error, lang.T("缺少文件", "a file is missing"), lang.Text{}}
)

func span(file string, line, column, width int) Range {
	return Range{File: file, Start: Pos{line, column}, End: Pos{line, column + width}}
}

func testProblems() List {
	first := span("data/a,b.yaml", 1, 5, 2)
	return List{
		testTwice.At(span("data/units.yaml", 2, 5, 2), "units[1].id", "t1").With(first, lang.T("第一次用在这里", "first used here")),
		testColon.At(span("data/units.yaml", 1, 3, 1), "", "标题"),
		testColon.At(span("data/a,b.yaml", 3, 3, 1), "", "标题"),
		testColon.At(span("data/a,b.yaml", 2, 3, 1), "", "标题"),
		testLook.At(span("data/long.yaml", 1, 60, 4), "quote", "\x1b[31m\u202e"),
		testLook.At(Range{"data/long.yaml", Pos{2, 1}, Pos{3, 2}}, "next", "甲\n乙"),
		testFile.At(Range{File: "data/site.yaml"}, ""),
		testFile.At(Range{File: "data/site.yaml"}, ""),
	}
}

func testSource(file string) ([]byte, error) {
	switch file {
	case "data/a,b.yaml":
		return []byte("id: t1\r\n标题：甲\r\n\t标题：𠮷😀乙\r\n"), nil
	case "data/units.yaml":
		return []byte("\ufeff标题：甲\nid: t1"), nil
	case "data/long.yaml":
		return []byte(strings.Repeat("长", 59) + "\x1b[31m" + strings.Repeat("尾", 60) + "\ne\u0301 第二行\n第三行"), nil
	}
	return nil, errors.New("no such file")
}

func TestPrint(t *testing.T) {
	tests := []struct {
		name string
		opts PrintOptions
	}{
		{"text_zh", PrintOptions{Lang: lang.ZH, Format: FormatText, Source: testSource}},
		{"text_en", PrintOptions{Lang: lang.EN, Format: FormatText, Source: testSource}},
		{"text_color", PrintOptions{Lang: lang.ZH, Format: FormatText, Source: testSource, Color: true}},
		{"text_no_source", PrintOptions{Lang: lang.ZH, Format: FormatText}},
		{"json", PrintOptions{Lang: lang.ZH, Format: FormatJSON}},
		{"github_zh", PrintOptions{Lang: lang.ZH, Format: FormatGitHub}},
		{"github_en", PrintOptions{Lang: lang.EN, Format: FormatGitHub}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got bytes.Buffer
			if err := Print(&got, testProblems(), test.opts); err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("testdata", "print_"+test.name+".golden"), got.Bytes())
		})
	}
}

// golden compares got with a file; UPDATE=1 rewrites the file.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("differs from %s (-want +got):\n%s", path, diff)
	}
}

func TestPrintIsSilentWithoutProblems(t *testing.T) {
	for format, want := range map[Format]string{FormatText: "", FormatGitHub: "", FormatJSON: "[]\n"} {
		var got bytes.Buffer
		if err := Print(&got, nil, PrintOptions{Format: format}); err != nil || got.String() != want {
			t.Errorf("%s: error %v, printed %q, want %q", format, err, got.String(), want)
		}
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestPrintReportsWriteErrors(t *testing.T) {
	for _, format := range []Format{FormatText, FormatGitHub, FormatJSON} {
		if err := Print(brokenWriter{}, testProblems(), PrintOptions{Format: format}); err == nil {
			t.Errorf("%s: no error", format)
		}
	}
}

func TestPrintKeepsLongLinesShort(t *testing.T) {
	line := strings.Repeat("长", 1<<20)
	for _, column := range []int{1, 1 << 19, 1 << 20} {
		var got bytes.Buffer
		Print(&got, List{testLook.At(span("f", 1, column, 1<<20), "", "x")}, PrintOptions{Source: func(string) ([]byte, error) { return []byte(line), nil }})
		for l := range strings.Lines(got.String()) {
			if n := columns(strings.TrimSuffix(l, "\n")); n > 100 {
				t.Errorf("column %d: a line of %d columns", column, n)
			}
		}
	}
}

func TestColumns(t *testing.T) {
	for text, want := range map[string]int{"": 0, "ab": 2, "甲：": 4, "“”…": 3, "e\u0301": 1, "😀": 2, "ｱ": 1, "𠮷": 2} {
		if got := columns(text); got != want {
			t.Errorf("columns(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"甲 乙　丙": "甲 乙　丙", "a\tb": "a→b", "\x1b[0m": "<U+001B>[0m", "\u202e": "<U+202E>", "\u00a0": "<U+00A0>", "\xff": "<U+FFFD>",
	} {
		if got := Visible(text); got != want {
			t.Errorf("Visible(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestParseFormat(t *testing.T) {
	if f, err := ParseFormat("github"); f != FormatGitHub || err != nil {
		t.Error(f, err)
	}
	if _, err := ParseFormat("xml"); err == nil {
		t.Error("no error for xml")
	}
}
