package progress

import (
	"strings"
	"testing"

	"jindu/generator/internal/plan"
)

func TestTheRegisterSaysWhatWasCorrectedRevisedAndChanged(t *testing.T) {
	back := update("2017-06-30", plan.SaysInProgress)
	back.Correction, back.Unit = text("误报"), text("u1")
	ended := update("2018-03-31", plan.SaysTerminated)
	ended.Authority = text("终止文件")
	done := task("2017-12-31", update("2017-03-31", plan.SaysCompleted, "2017-03-31"), back, ended)
	goal := lowered("2017-06-30=10", "2017-06-30=9")
	goal.Observations[1].Flag, goal.Observations[1].Note = text("revised"), text("普查修订")
	goal.Observations[1].Published = date("2018-05-01")
	list := func(day string) string {
		var out []string
		for _, c := range Assess(&plan.Site{}, planOf(done, goal), on(day)).Corrections() {
			out = append(out, strings.Join([]string{c.Day.String(), string(c.Kind), c.ID, c.Before.ZH, c.After.ZH, c.Reason, c.Unit}, "|"))
		}
		return strings.Join(out, "\n")
	}
	want := `2018-05-01|revision|i1|10家|9家|普查修订|
2018-03-31|adjustment|t1|||终止文件|
2017-06-30|correction|t1|已完成（截至2017年3月31日）|推进中|误报|u1
2017-02-01|adjustment|i1|2017年不低于15家|2018年不低于18家|二号文件|
2016-05-20|adjustment|i1|2017年不低于20家|2017年不低于15家|一号文件|`
	if got := list("2018-12-31"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := list("2016-12-31"); got != "2016-05-20|adjustment|i1|2017年不低于20家|2017年不低于15家|一号文件|" {
		t.Errorf("as of 2016-12-31:\n%s", got)
	}
}

// A correcting note was written after what it corrects.
func TestACorrectingNoteBelongsToItsDay(t *testing.T) {
	notes := []plan.String{text("说明"), text("更正一处")}
	x := task("", update("2018-01-31", plan.SaysInProgress))
	for _, c := range []struct {
		day, stood string
		want       int
	}{
		{"2017-12-31", "", 1}, {"2018-12-31", "", 2}, {"2018-12-31", "2019-01-01", 1}, {"2017-12-31", "2017-12-31", 2},
	} {
		r := Assess(&plan.Site{}, planOf(x), on(c.day))
		got := r.Notes(notes, func(string) (plan.Date, bool) {
			if c.stood == "" {
				return plan.Date{}, false
			}
			return on(c.stood), true
		})
		if len(got) != c.want {
			t.Errorf("as of %s, in the data since %q: %d notes, want %d", c.day, c.stood, len(got), c.want)
		}
	}
}
