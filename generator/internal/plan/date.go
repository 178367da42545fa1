package plan

import (
	"fmt"
	"time"
)

// Date is a calendar day. Days have no clock and no zone: "2017年底前" ends with
// 31 December 2017 wherever the program runs. The zero Date is no day.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseDate reads "YYYY-MM-DD" and refuses days that do not exist.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("not a date of the form YYYY-MM-DD: %q", s)
	}
	return DateOf(t), nil
}

// DateOf returns the day of t in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{Year: y, Month: m, Day: d}
}

// IsZero reports whether d is no day.
func (d Date) IsZero() bool { return d == Date{} }

// Time returns the start of the day in UTC.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.Time().Before(e.Time()) }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.Time().After(e.Time()) }

// AddDays returns the day n days later.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// String returns "YYYY-MM-DD".
func (d Date) String() string {
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// Chinese returns "2017年12月31日", without leading zeros (GB/T 9704 7.3.5.4).
func (d Date) Chinese() string {
	return fmt.Sprintf("%d年%d月%d日", d.Year, int(d.Month), d.Day)
}

// English returns "31 December 2017".
func (d Date) English() string { return d.Time().Format("2 January 2006") }

// YearFraction places the day on a line of years on which the end of year y is
// exactly y, so that whole years apart are whole numbers apart: 31 December
// 2016 is 2016, 30 June 2017 about 2016.496.
func (d Date) YearFraction() float64 {
	days := Date{d.Year, time.December, 31}.Time().YearDay()
	return float64(d.Year-1) + float64(d.Time().YearDay())/float64(days)
}
