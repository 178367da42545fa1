package progress

import (
	"strings"
	"testing"

	"jindu/generator/internal/plan"
)

// reportingOn judges tasks that unit u1 leads and returns how it reported.
func reportingOn(day string, tasks ...*plan.Task) (*Report, Reporting) {
	s := &plan.Site{Units: []*plan.Unit{{ID: text("u1"), Kind: text("department"), At: here}}}
	p := planOf(tasks[0])
	p.Tasks = tasks
	for i, t := range tasks {
		t.ID, t.Order = text("t"+string(rune('1'+i))), plan.Int{V: i + 1, At: here}
		t.Lead = []plan.String{text("u1")}
	}
	r := Assess(s, p, on(day))
	return r, r.Reporting(r.Units[0])
}

func from(unit string, u *plan.Update) *plan.Update {
	u.Unit = text(unit)
	return u
}

func published(on string, u *plan.Update) *plan.Update {
	u.Published = date(on)
	return u
}

func TestReportingSaysWhatTheDataHold(t *testing.T) {
	tests := []struct {
		name  string
		day   string
		tasks []*plan.Task
		want  string // sentences, then what is due next
	}{
		{"silence", "2018-01-01", []*plan.Task{task("2016-12-31"), task("2017-12-31"), task("")},
			"负责的3项任务都没有查到公开进展，报送是否及时无从计算。2项已到期：0项有公开信息说明到期情况，2项到期未披露。|" +
				"没有将来的期限：2项有时限任务的期限都已过。没有公开信息说明到期情况的，从最早的列起："},
		{"some of it, by others and by the unit", "2018-01-01",
			[]*plan.Task{
				task("2016-12-31", published("2017-01-10", from("u1", update("2016-12-31", plan.SaysBehind, "2017-01-10")))),
				task("2017-12-31"),
				task("", published("2016-07-05", from("u2", update("2016-06-30", "", "2016-07-05")))),
			},
			"负责的3项任务中，2项有公开进展，其中1项有本单位报送的进展。最近一次在2017年1月10日公开，说的是截至2016年12月31日的情况，相隔10天。" +
				"2项已到期：1项有公开信息说明到期情况，1项到期未披露。|没有将来的期限：2项有时限任务的期限都已过。没有公开信息说明到期情况的，从最早的列起："},
		{"the day of the deadline is not after it", "2017-12-31", []*plan.Task{task("2017-12-31"), task("2020-12-31")},
			"负责的2项任务都没有查到公开进展，报送是否及时无从计算。还没有任务到期。|还有2项任务的期限没有到，最近的是2017年12月31日。"},
		{"ongoing only", "2018-01-01", []*plan.Task{task("", update("2017-03-01", plan.SaysInProgress))},
			"负责的1项任务中，1项有公开进展，其中0项有本单位报送的进展。最近一次公开，说的是截至2017年3月1日的情况。这些任务都没有完成期限。|没有将来的期限：负责的任务都是持续推进。"},
		{"all answered", "2018-01-01", []*plan.Task{task("2016-12-31", update("2016-12-31", plan.SaysCompleted, "2016-12-31"))},
			"负责的1项任务中，1项有公开进展，其中0项有本单位报送的进展。最近一次公开，说的是截至2016年12月31日的情况。" +
				"1项已到期：1项有公开信息说明到期情况，0项到期未披露。|没有将来的期限：1项有时限任务的期限都已过，并且都有公开信息说明。"},
		{"not known yet", "2016-12-31", []*plan.Task{task("2016-12-31", published("2017-01-10", update("2016-12-30", plan.SaysCompleted, "2017-01-10")))},
			"负责的1项任务都没有查到公开进展，报送是否及时无从计算。还没有任务到期。|还有1项任务的期限没有到，最近的是2016年12月31日。"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, got := reportingOn(tt.day, tt.tasks...)
			if words := got.Sentence().ZH + "|" + got.NextDue().ZH; words != tt.want {
				t.Errorf("got  %s\nwant %s", words, tt.want)
			}
			if en := got.Sentence().EN + got.NextDue().EN; strings.Contains(en, "%!") || strings.ContainsAny(en, "。，") {
				t.Errorf("in English: %s", en)
			}
		})
	}
}

func TestReportingListsDeadlinesInOrder(t *testing.T) {
	_, got := reportingOn("2018-01-01", task("2020-12-31"), task("2017-12-31"), task("2016-12-31"), task("2018-06-30"), task(""))
	days := func(list []UnitTask) string {
		out := ""
		for _, x := range list {
			out += x.Task.Task.Due.V.String() + " "
		}
		return out
	}
	if got := days(got.Lapsed) + "| " + days(got.Ahead); got != "2016-12-31 2017-12-31 | 2018-06-30 2020-12-31 " {
		t.Errorf("got %s", got)
	}
	if (Reporting{}).Sentence().ZH != "" {
		t.Error("a unit without tasks has nothing to report")
	}
}

func TestReportingAddsUpForEveryUnit(t *testing.T) {
	for seed := range 20 {
		s, p := randomPlan(uint64(seed), 20)
		r := Assess(s, p, on("2017-08-01"))
		for _, u := range r.Units {
			x := r.Reporting(u)
			if x.Tasks != len(u.Lead) || x.Due+x.Open+len(x.Ahead) != x.Tasks || x.Answered+len(x.Lapsed) != x.Due || x.Own > x.Updated || x.Updated > x.Tasks {
				t.Errorf("seed %d, %s: %+v", seed, u.Unit.ID.V, x)
			}
			if (x.Newest == nil) != (x.Updated == 0) {
				t.Errorf("seed %d, %s: %d updated, newest %v", seed, u.Unit.ID.V, x.Updated, x.Newest)
			}
			if len(x.Lapsed) != u.LeadCounts.Of(Lapsed) {
				t.Errorf("seed %d, %s: %d lapsed, counted %d", seed, u.Unit.ID.V, len(x.Lapsed), u.LeadCounts.Of(Lapsed))
			}
		}
	}
}
