package feed

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"

	"jindu/generator/internal/plan"
)

// golang-ical reads every calendar: an event for each deadline, a whole day, its
// end excluded, with text as it was before escaping.
func TestCalendarsInAReaderNotOurs(t *testing.T) {
	for _, s := range samples {
		t.Run(s.name, func(t *testing.T) {
			site := s.site(t)
			files, r := write(t, site, s.day, testBase)
			for name, body := range ending(t, files, ".ics") {
				checkLines(t, name, body)
				if len(readCalendar(t, name, body).Events()) == 0 {
					t.Errorf("%s: no event", name)
				}
			}
			found := map[string]time.Time{}
			for _, e := range readCalendar(t, "plan", files[planPage(r)+"plan.ics"]).Events() {
				start, err := e.GetAllDayStartAt()
				must(t, err)
				end, err := e.GetAllDayEndAt()
				must(t, err)
				if !end.Equal(start.AddDate(0, 0, 1)) || found[e.Id()] != (time.Time{}) {
					t.Errorf("%s from %s to %s", e.Id(), start, end)
				}
				found[e.Id()] = start
			}
			want := 0
			p, err := entriesOf(Source{Report: r})
			must(t, err)
			for _, x := range r.Tasks {
				if x.Task.Due.Given() {
					want++
					if at := found[p.id("deadline/task/"+x.Task.ID.V)]; !at.Equal(x.Task.Due.V.Time()) {
						t.Errorf("task %s is due %s, in the calendar %s", x.Task.ID.V, x.Task.Due.V, at)
					}
				}
			}
			for _, i := range r.Indicators {
				want += len(i.Targets)
			}
			if len(found) != want {
				t.Errorf("%d events, %d deadlines", len(found), want)
			}
		})
	}
}

func readCalendar(t testing.TB, name, body string) *ics.Calendar {
	t.Helper()
	c, err := ics.ParseCalendar(strings.NewReader(body))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return c
}

// checkLines wants CRLF, at most 75 octets, and no character cut in two.
func checkLines(t testing.TB, name, body string) {
	t.Helper()
	for _, line := range strings.SplitAfter(body, "\r\n") {
		bare := strings.TrimSuffix(line, "\r\n")
		if len(bare) > 75 || strings.ContainsAny(bare, "\r\n") || !utf8.ValidString(bare) {
			t.Errorf("%s: line %q of %d octets", name, bare, len(bare))
		}
	}
}

// What a text says survives escaping, folding and the reader.
func FuzzCalendarText(f *testing.F) {
	for _, s := range []string{"", "期限", `a,b;c\d`, "一行\n二行", strings.Repeat("电子商务", 40), strings.Repeat("x", 75), "😀" + strings.Repeat("é", 80), `\n`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f }) || strings.TrimSpace(s) != s {
			t.Skip("the loader takes no such text")
		}
		day := plan.Date{Year: 2020, Month: 12, Day: 31}
		var b bytes.Buffer
		must(t, writeCalendar(&b, "x/plan.ics", "题", []event{{uid: "u", summary: s, page: "x/", day: day, known: day}}, places{}))
		checkLines(t, "calendar", b.String())
		e := readCalendar(t, "calendar", b.String()).Events()[0]
		if got := e.GetProperty(ics.ComponentPropertySummary).Value; got != s {
			t.Errorf("%q became %q", s, got)
		}
	})
}
