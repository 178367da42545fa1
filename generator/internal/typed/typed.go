// Package typed reads values as people type them: with an input method that
// makes full-width digits, with dates in the forms of letters and of
// spreadsheets, with names in place of codes. What it returns is the one form
// that the data files hold; whoever asks shows it to the person, for nothing is
// changed in silence. What could mean two things is refused.
package typed

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

var (
	looseDay   = regexp.MustCompile(`^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]0{1,2}:00(?::00)?Z?)?$`)
	compactDay = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
)

// Day reads a day such as ２０１７年１２月３１日, 2017.12.31, 2017/12/31 or
// 20171231 and returns it as YYYY-MM-DD.
func Day(s string) (string, bool) {
	s = narrow(s)
	m := looseDay.FindStringSubmatch(s)
	if m == nil {
		m = compactDay.FindStringSubmatch(s)
	}
	if m == nil {
		return "", false
	}
	day := m[1] + "-" + pad(m[2]) + "-" + pad(m[3])
	_, err := plan.ParseDate(day)
	return day, err == nil
}

var (
	loosePeriod = regexp.MustCompile(`^(\d{4})年?(?:(上半年|下半年)|第?([一二三四1-4])季度|(\d{1,2})月|(\d{1,2})月?[-—~至](\d{1,2})月)?$`)
	quarters    = map[string]string{"一": "1", "二": "2", "三": "3", "四": "4"}
)

// Period reads a period as the data files write it, or in words: 2017年,
// 2017年上半年, 2017年四季度, 2017年8月, 2017年1-8月, or a day.
func Period(s string) (string, bool) {
	s = strings.ReplaceAll(narrow(s), " ", "")
	if _, err := plan.ParsePeriod(s); err == nil {
		return s, true
	}
	if day, ok := Day(s); ok {
		return day, true
	}
	m := loosePeriod.FindStringSubmatch(s)
	if m == nil {
		return "", false
	}
	out := m[1]
	switch {
	case m[2] == "上半年":
		out += "-H1"
	case m[2] == "下半年":
		out += "-H2"
	case m[3] != "":
		q := m[3]
		if digit, ok := quarters[q]; ok {
			q = digit
		}
		out += "-Q" + q
	case m[4] != "":
		out += "-" + pad(m[4])
	case m[5] != "":
		out += "-" + pad(m[5]) + ".." + m[1] + "-" + pad(m[6])
	}
	_, err := plan.ParsePeriod(out)
	return out, err == nil
}

// The reasons why Number refuses a text.
var (
	ErrNumber  = errors.New("not a number")
	ErrPercent = errors.New("a per cent sign where the unit is not per cent")
)

var grouped = regexp.MustCompile(`^-?\d{1,3}(,\d{3})+(\.\d+)?$`)

// Number reads a number of the given unit and returns it as a plain decimal with
// the digits that were typed: １，２３４．５０ is 1234.50, and 85% is 85 where
// the unit is "%". The unit itself may stand behind the number. The error is
// ErrNumber or ErrPercent.
func Number(s, unit string) (string, error) {
	s, unit = narrow(s), narrow(unit)
	if rest, ok := strings.CutSuffix(s, unit); ok && unit != "" {
		s = strings.TrimSpace(rest)
	}
	if strings.HasSuffix(s, "%") {
		return "", ErrPercent
	}
	if grouped.MatchString(s) {
		s = strings.ReplaceAll(s, ",", "")
	}
	if _, err := plan.ParseNumber(s); err != nil {
		return "", fmt.Errorf("%w: %q", ErrNumber, s)
	}
	return s, nil
}

// Choice finds the choice of a field by its value or its Chinese title.
func Choice(f schema.Field, s string) (string, bool) {
	s = narrow(s)
	for _, c := range f.Choices {
		if s == narrow(c.Value) || s == narrow(c.Title.ZH) {
			return c.Value, true
		}
	}
	return "", false
}

// narrow makes full-width digits, letters and signs what they are in ASCII, and
// drops the spaces around.
func narrow(s string) string { return strings.TrimSpace(norm.NFKC.String(s)) }

func pad(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}
