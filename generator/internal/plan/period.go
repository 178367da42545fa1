package plan

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Period is the span of time a figure speaks of. It is written as one of
// "2020", "2020-H1", "2020-Q3", "2020-08", "2020-01..2020-08" (months, both
// included) or "2020-08-31" (a figure of that day).
type Period struct {
	Raw  string
	From Date
	To   Date // last day, included
}

var periodForm = regexp.MustCompile(`^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})(?:-(\d{2}))?))?$`)

// ParsePeriod reads a period in one of its written forms.
func ParsePeriod(s string) (Period, error) {
	if from, to, ok := strings.Cut(s, ".."); ok {
		return parseSpan(s, from, to)
	}
	m := periodForm.FindStringSubmatch(s)
	if m == nil {
		return Period{}, fmt.Errorf("not a period: %q", s)
	}
	year, _ := strconv.Atoi(m[1])
	switch {
	case m[5] != "":
		day, err := ParseDate(s)
		return Period{Raw: s, From: day, To: day}, err
	case m[4] != "":
		month, _ := strconv.Atoi(m[4])
		if month < 1 || month > 12 {
			return Period{}, fmt.Errorf("no such month: %q", s)
		}
		return months(s, year, month, month), nil
	case m[3] != "":
		quarter, _ := strconv.Atoi(m[3])
		return months(s, year, quarter*3-2, quarter*3), nil
	case m[2] != "":
		half, _ := strconv.Atoi(m[2])
		return months(s, year, half*6-5, half*6), nil
	}
	return months(s, year, 1, 12), nil
}

func parseSpan(raw, from, to string) (Period, error) {
	a, errA := ParsePeriod(from)
	b, errB := ParsePeriod(to)
	if errA != nil || errB != nil || !a.isMonth() || !b.isMonth() || b.From.Before(a.From) {
		return Period{}, fmt.Errorf("not a span of months such as 2020-01..2020-08: %q", raw)
	}
	return Period{Raw: raw, From: a.From, To: b.To}, nil
}

func months(raw string, year, first, last int) Period {
	return Period{
		Raw:  raw,
		From: Date{year, time.Month(first), 1},
		To:   Date{year, time.Month(last) + 1, 1}.AddDays(-1),
	}
}

func (p Period) isMonth() bool { return len(p.Raw) == len("2020-08") && p.Raw[5] <= '9' }

// IsYear reports whether the period is one whole calendar year.
func (p Period) IsYear() bool {
	return p.From.Year == p.To.Year && p.From.Month == time.January && p.From.Day == 1 &&
		p.To.Month == time.December && p.To.Day == 31
}

// IsDay reports whether the period is a single day.
func (p Period) IsDay() bool { return p.From == p.To }

// Chinese returns the period as a reader says it: "2020年", "2020年上半年",
// "2020年三季度", "2020年1—8月", "2020年8月31日".
func (p Period) Chinese() string {
	from, to := p.From, p.To
	switch {
	case p.IsDay():
		return from.Chinese()
	case p.IsYear():
		return fmt.Sprintf("%d年", from.Year)
	case strings.Contains(p.Raw, "H"):
		return fmt.Sprintf("%d年%s", from.Year, map[bool]string{true: "上半年", false: "下半年"}[from.Month == time.January])
	case strings.Contains(p.Raw, "Q"):
		return fmt.Sprintf("%d年%s季度", from.Year, []string{"一", "二", "三", "四"}[int(from.Month)/3])
	case from.Year != to.Year:
		return fmt.Sprintf("%d年%d月—%d年%d月", from.Year, int(from.Month), to.Year, int(to.Month))
	case from.Month == to.Month:
		return fmt.Sprintf("%d年%d月", from.Year, int(from.Month))
	}
	return fmt.Sprintf("%d年%d—%d月", from.Year, int(from.Month), int(to.Month))
}

// English returns the period in English, such as "2020", "H1 2020" or
// "January–August 2020".
func (p Period) English() string {
	from, to := p.From, p.To
	switch {
	case p.IsDay():
		return from.English()
	case p.IsYear():
		return strconv.Itoa(from.Year)
	case strings.ContainsAny(p.Raw, "HQ"):
		return p.Raw[5:] + " " + p.Raw[:4]
	case from.Year != to.Year:
		return fmt.Sprintf("%s %d–%s %d", from.Month, from.Year, to.Month, to.Year)
	case from.Month == to.Month:
		return fmt.Sprintf("%s %d", from.Month, from.Year)
	}
	return fmt.Sprintf("%s–%s %d", from.Month, to.Month, from.Year)
}
