package plan

import (
	"math"
	"testing"
	"time"
)

func TestParseDateTakesOnlyRealDays(t *testing.T) {
	good := map[string]Date{
		"2017-12-31": {2017, time.December, 31},
		"2016-02-29": {2016, time.February, 29},
	}
	for s, want := range good {
		if got, err := ParseDate(s); err != nil || got != want {
			t.Errorf("ParseDate(%q) = %v, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "2017", "2017-02-29", "2017-2-9", "2017/12/31", "2017-12-31T00:00:00Z", "２０１７-12-31"} {
		if got, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error", s, got)
		}
	}
}

func TestDateWords(t *testing.T) {
	d := Date{2017, time.March, 1}
	if got := d.Chinese() + " " + d.English() + " " + d.String(); got != "2017年3月1日 1 March 2017 2017-03-01" {
		t.Error(got)
	}
	if got := (Date{2016, time.February, 28}).AddDays(2); got != d.AddDays(-365) {
		t.Errorf("two days after 2016-02-28 is %v", got)
	}
	if !d.After(Date{2017, time.February, 28}) || !d.Before(Date{2018, time.January, 1}) || d.Before(d) {
		t.Error("order of days is wrong")
	}
}

func TestYearFractionPutsTheEndOfAYearOnTheYear(t *testing.T) {
	cases := map[string]float64{
		"2016-12-31": 2016, // a leap year
		"2017-12-31": 2017,
		"2017-01-01": 2016 + 1.0/365,
		"2016-07-01": 2015 + 183.0/366,
	}
	for s, want := range cases {
		d, err := ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.YearFraction(); math.Abs(got-want) > 1e-12 {
			t.Errorf("%s lies at %v, want %v", s, got, want)
		}
	}
}

func TestParsePeriod(t *testing.T) {
	cases := map[string]struct{ from, to, zh, en string }{
		"2020":             {"2020-01-01", "2020-12-31", "2020年", "2020"},
		"2020-H1":          {"2020-01-01", "2020-06-30", "2020年上半年", "H1 2020"},
		"2020-H2":          {"2020-07-01", "2020-12-31", "2020年下半年", "H2 2020"},
		"2020-Q1":          {"2020-01-01", "2020-03-31", "2020年一季度", "Q1 2020"},
		"2020-Q4":          {"2020-10-01", "2020-12-31", "2020年四季度", "Q4 2020"},
		"2020-02":          {"2020-02-01", "2020-02-29", "2020年2月", "February 2020"},
		"2020-12":          {"2020-12-01", "2020-12-31", "2020年12月", "December 2020"},
		"2018-01..2018-08": {"2018-01-01", "2018-08-31", "2018年1—8月", "January–August 2018"},
		"2018-11..2019-02": {"2018-11-01", "2019-02-28", "2018年11月—2019年2月", "November 2018–February 2019"},
		"2020-08-31":       {"2020-08-31", "2020-08-31", "2020年8月31日", "31 August 2020"},
	}
	for s, want := range cases {
		p, err := ParsePeriod(s)
		if err != nil {
			t.Errorf("ParsePeriod(%q): %v", s, err)
			continue
		}
		if p.Raw != s || p.From.String() != want.from || p.To.String() != want.to || p.Chinese() != want.zh || p.English() != want.en {
			t.Errorf("%q is %v to %v, %q, %q", s, p.From, p.To, p.Chinese(), p.English())
		}
	}
	for _, s := range []string{"", "20", "2020-H3", "2020-Q0", "2020-13", "2020-00", "2020-02-30", "2020..2021", "2020-08..2020-01", "2020-01..", "2020年"} {
		if p, err := ParsePeriod(s); err == nil {
			t.Errorf("ParsePeriod(%q) = %v, want an error", s, p)
		}
	}
}

func TestParseNumberTakesOnlyPlainDecimals(t *testing.T) {
	for s, want := range map[string]float64{"0": 0, "-3": -3, "106.5": 106.5, "2.50": 2.5, "123456789012345": 123456789012345} {
		n, err := ParseNumber(s)
		if err != nil || n.Float != want || n.Raw != s {
			t.Errorf("ParseNumber(%q) = %+v, %v", s, n, err)
		}
	}
	for _, s := range []string{"", "1e3", "1_000", "1,000", "012", "+1", ".5", "5.", "0x10", "NaN", "１", "1234567890123456"} {
		if n, err := ParseNumber(s); err == nil {
			t.Errorf("ParseNumber(%q) = %+v, want an error", s, n)
		}
	}
}

func TestKnownIsTheFirstDayThePublicCouldKnow(t *testing.T) {
	on := func(s string) DateValue {
		d, err := ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		v := DateValue{V: d}
		v.At.File = "x" // a value that was read
		return v
	}
	u := &Update{AsOf: on("2019-09-30"), Evidence: []Evidence{{Published: on("2019-11-01")}, {}, {Published: on("2019-10-09")}}}
	if got := u.Known().String(); got != "2019-10-09" {
		t.Errorf("known from %s, want the earliest evidence", got)
	}
	u.Published = on("2020-01-06")
	if got := u.Known().String(); got != "2020-01-06" {
		t.Errorf("known from %s, want its own publication", got)
	}
	if got := (&Update{AsOf: on("2019-09-30")}).Known().String(); got != "2019-09-30" {
		t.Errorf("known from %s, want the day it speaks of", got)
	}
}
