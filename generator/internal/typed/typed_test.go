package typed

import (
	"errors"
	"testing"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

func TestDay(t *testing.T) {
	for in, want := range map[string]string{
		"2026-12-31": "2026-12-31", "２０２６年１２月３１日": "2026-12-31", " 2026年3月1日 ": "2026-03-01", "2026 年 3 月 1 日": "2026-03-01",
		"2026.12.31": "2026-12-31", "2026/1/5": "2026-01-05", "20261231": "2026-12-31", "2026．12．31": "2026-12-31",
		"2026-12-31T00:00:00": "2026-12-31", "2026-12-31 00:00:00": "2026-12-31",
		// What is no day, or could be several.
		"": "", "2026-02-30": "", "2026年12月": "", "12月31日": "", "31/12/2026": "", "26.12.31": "", "2026.12": "", "2026-12-31 08:30": "", "去年底": "",
	} {
		got, ok := Day(in)
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("Day(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestPeriod(t *testing.T) {
	for in, want := range map[string]string{
		"2026": "2026", "2026年": "2026", "２０２６": "2026", "2026-Q4": "2026-Q4", "2026年四季度": "2026-Q4", "2026年第4季度": "2026-Q4",
		"2026年上半年": "2026-H1", "2026年下半年": "2026-H2", "2026年8月": "2026-08", "2026年1—8月": "2026-01..2026-08", "2026年1月至8月": "2026-01..2026-08",
		"2026年12月31日": "2026-12-31", "2026-01..2026-11": "2026-01..2026-11",
		"": "", "四季度": "", "2026年13月": "", "2026年8-1月": "", "2026年五季度": "", "本期": "",
	} {
		got, ok := Period(in)
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("Period(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		in, unit, want string
		err            error
	}{
		{"106.5", "亿元", "106.5", nil}, {"１０６．５０", "亿元", "106.50", nil}, {"1,234.5", "亿元", "1234.5", nil}, {"１，２３４", "家", "1234", nil},
		{"85%", "%", "85", nil}, {"８５％", "%", "85", nil}, {"120亿元", "亿元", "120", nil}, {"-3", "个百分点", "-3", nil}, {"0", "家", "0", nil},
		{"85%", "亿元", "", ErrPercent}, {"120万元", "亿元", "", ErrNumber}, {"约120", "家", "", ErrNumber}, {"1,23", "家", "", ErrNumber}, {"1e3", "家", "", ErrNumber},
		{"", "家", "", ErrNumber}, {"家", "家", "", ErrNumber}, {"007", "家", "", ErrNumber}, {"1.2.3", "", "", ErrNumber},
	} {
		got, err := Number(c.in, c.unit)
		if got != c.want || !errors.Is(err, c.err) {
			t.Errorf("Number(%q, %q) = %q, %v, want %q, %v", c.in, c.unit, got, err, c.want, c.err)
		}
	}
}

func TestChoice(t *testing.T) {
	f := schema.Field{Choices: []schema.Choice{{Value: "completed", Title: lang.T("已完成", "completed")}, {Value: ">=", Title: lang.T("不低于", "at least")}}}
	for in, want := range map[string]string{"已完成": "completed", " completed ": "completed", "＞＝": ">=", "完成": "", "": ""} {
		if got, ok := Choice(f, in); got != want || ok != (want != "") {
			t.Errorf("Choice(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
}

// Whatever is typed, what comes back is what the loader takes.
func FuzzTyped(f *testing.F) {
	for _, s := range []string{"２０２６年１２月３１日", "2026年1—8月", "1,234.50%", "2026-Q4", "20260230", "年月日"} {
		f.Add(s, "%")
	}
	f.Fuzz(func(t *testing.T, s, unit string) {
		if day, ok := Day(s); ok {
			if _, err := plan.ParseDate(day); err != nil {
				t.Errorf("Day(%q) = %q", s, day)
			}
		}
		if period, ok := Period(s); ok {
			if _, err := plan.ParsePeriod(period); err != nil {
				t.Errorf("Period(%q) = %q", s, period)
			}
		}
		if n, err := Number(s, unit); err == nil {
			if _, err := plan.ParseNumber(n); err != nil {
				t.Errorf("Number(%q, %q) = %q", s, unit, n)
			}
		}
	})
}
