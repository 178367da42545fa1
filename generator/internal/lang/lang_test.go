package lang

import "testing"

func TestTextFallsBackToChinese(t *testing.T) {
	if got := T("已完成", "Completed").In(EN); got != "Completed" {
		t.Error(got)
	}
	if got := (Text{ZH: "原文"}).In(EN); got != "原文" {
		t.Error(got)
	}
}

func TestSprintfFillsBothLanguages(t *testing.T) {
	got := T("%s目标%d", "%[2]d for %[1]s").Sprintf(T("零售", "retail"), 20)
	if got != T("零售目标20", "20 for retail") {
		t.Errorf("got %+v", got)
	}
	if got := T("请删除它。", "Delete it.").Sprintf("unused"); got != T("请删除它。", "Delete it.") {
		t.Errorf("words without a place for values must stay as they are, got %+v", got)
	}
}

func TestParse(t *testing.T) {
	for _, s := range []string{"zh", "en"} {
		if got, err := Parse(s); err != nil || string(got) != s {
			t.Errorf("Parse(%q) = %v, %v", s, got, err)
		}
	}
	if _, err := Parse("fr"); err == nil {
		t.Error("fr is not a language of the program")
	}
}

func TestDecimal(t *testing.T) {
	cases := []struct {
		f      float64
		places int
		want   string
	}{
		{20, 1, "20"}, {12.25, 1, "12.3"}, {0.285 * 100, 1, "28.5"}, {1.005, 2, "1.01"}, {-0.04, 1, "0"},
		{-2.5, 0, "-3"}, {100, 0, "100"}, {31.746, 2, "31.75"}, {1e6, 2, "1000000"},
	}
	for _, c := range cases {
		if got := Decimal(c.f, c.places); got != c.want {
			t.Errorf("Decimal(%v, %d) = %q, want %q", c.f, c.places, got, c.want)
		}
	}
}
