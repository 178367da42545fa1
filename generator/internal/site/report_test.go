package site

import (
	"testing"

	"jindu/generator/internal/lang"
)

func TestNumeralCountsAsHeadingsDo(t *testing.T) {
	for n, want := range map[int]string{1: "一", 9: "九", 10: "十", 12: "十二", 20: "二十", 21: "二十一", 99: "九十九"} {
		if got := numeral(n); got != want {
			t.Errorf("numeral(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestElderHasTheMainPagesOfTheChineseEdition(t *testing.T) {
	pages := func() []Page {
		return []Page{
			{Layout: "home"}, {Path: "p/tasks", Layout: "tasks"}, {Path: "p/tasks/by-status/lapsed", Layout: "tasks"},
			{Path: "p/tasks/by-unit/x", Layout: "tasks"}, {Path: "p/policy", Layout: "policy"},
		}
	}
	for l, want := range map[lang.Lang][]bool{lang.ZH: {true, true, true, false, false}, lang.EN: {false, false, false, false, false}} {
		b := &builder{Input: Input{Lang: l}, pages: pages()}
		b.markElder()
		for i, p := range b.pages {
			if p.Elder != want[i] {
				t.Errorf("%s: %q stands in 长辈版: %v", l, p.Path, p.Elder)
			}
		}
	}
}
