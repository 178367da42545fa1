package guide

import (
	"strings"
	"testing"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/schema"
)

func TestPlainKeepsMarkdownAndHugoFromActing(t *testing.T) {
	for in, want := range map[string]string{
		"写 date 和 2017 年":        "写date和2017年",
		"甲 A 乙 1 丙":              "甲A乙1丙",
		"a*b_c [d](e) `f` <g> #": "a\\*b\\_c \\[d\\](e) \\`f\\` &lt;g&gt; \\#",
		"{{< x >}}":              `\{\{&lt; x &gt;\}\}`,
		"http:// 开头":             `http:\// 开头`,
		" 两行\n话 ":                "两行 话",
	} {
		if got := plain(in); got != want {
			t.Errorf("plain(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCodeHoldsBackticks(t *testing.T) {
	for in, want := range map[string]string{"a": "`a`", "a`b": "``a`b``", "`a": "`` `a ``"} {
		if got := code(in); got != want {
			t.Errorf("code(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestBlanksLeaveNoFormat(t *testing.T) {
	for _, test := range []struct{ in, gap, want string }{
		{"“%[1]s”写了 %d 次，共 100%%", Gap, "“……”写了 …… 次，共 100%"},
		{"%[1]q is used %[2]d times", gapEN, `"…" is used … times`},
	} {
		if got := blanks(test.in, test.gap); got != test.want {
			t.Errorf("blanks(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

// Every field that a file may hold, every choice and every status has its line.
func TestFieldsPageHoldsAllThatTheSchemaHolds(t *testing.T) {
	page := string(fields(lang.ZH))
	lines := 0
	var look func(r *schema.Record)
	look = func(r *schema.Record) {
		for _, f := range r.Fields {
			lines++
			if !strings.Contains(page, "- "+code(f.Key)+" **"+plain(f.Title.ZH)+"**") {
				t.Errorf("%s.%s is not on the page", r.Name, f.Key)
			}
			for _, c := range f.Choices {
				if !strings.Contains(page, "- "+code(c.Value)+"：") {
					t.Errorf("%s.%s: %s is not on the page", r.Name, f.Key, c.Value)
				}
			}
			if f.Record != nil {
				look(f.Record)
				if f.Key != "en" && !strings.Contains(page, "{#record-"+anchor(f.Record.Name)+"}") {
					t.Errorf("%s.%s leads nowhere", r.Name, f.Key)
				}
			}
			if kindName(f.Kind).ZH == string(f.Kind) {
				t.Errorf("%s.%s: kind %s has no words", r.Name, f.Key, f.Kind)
			}
		}
	}
	for _, f := range schema.Files() {
		look(f.Record)
	}
	for _, s := range progress.Statuses() {
		if !strings.Contains(page, "- **"+plain(s.Label.ZH)+"**：") {
			t.Errorf("%s is not on the page", s.Status)
		}
	}
	if lines == 0 {
		t.Fatal("no fields")
	}
}

func TestMessagesSayWhetherTheyStopTheWork(t *testing.T) {
	rule := diag.Rule{Code: "X1", Severity: diag.Warning, Message: lang.T("甲%[1]s", "a %[1]s"), Hint: lang.T("请改 %[1]q。", "Mend %[1]q.")}
	page := string(messages([]Group{{ID: "g", Title: lang.T("组", "Group"), Intro: lang.T("何时", "when"), Rules: []diag.Rule{rule}}}, lang.EN))
	for _, want := range []string{"## Group {#g}", "### X1: a … {#x1}", "A warning", `Mend "…".`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q:\n%s", want, page)
		}
	}
}
