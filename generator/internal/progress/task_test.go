package progress

import (
	"strings"
	"testing"

	"jindu/generator/internal/plan"
)

// by makes an update as of one day that became known on another.
func by(asOf, known, status string, evidence ...string) *plan.Update {
	u := update(asOf, status, evidence...)
	u.Published = date(known)
	return u
}

func with(u *plan.Update, change func(*plan.Update)) *plan.Update {
	change(u)
	return u
}

func authority(u *plan.Update) { u.Authority = text("舟政发〔2016〕1号") }

func corrects(u *plan.Update) { u.Correction = text("前次填报有误") }

func TestStatusRules(t *testing.T) {
	const due = "2017-12-31"
	const said, notYet, slow, done = plan.SaysInProgress, plan.SaysNotStarted, plan.SaysBehind, plan.SaysCompleted
	stock := func(values ...string) *plan.Indicator {
		return goalOf(plan.ShareVsPace, plan.Stock, []string{"2017 >= 20"}, values...)
	}
	later := func(tk *plan.Task, start string) *plan.Task { tk.Start = date(start); return tk }
	for _, x := range []struct {
		name  string
		day   string
		task  *plan.Task
		goals []*plan.Indicator
		rule  string
	}{
		// 1
		{"adjusted by a document", "2017-01-01", task(due, with(update("2016-05-01", "adjusted"), authority)), nil, "adjusted"},
		{"ended by a document", "2018-06-01", task(due, with(update("2016-05-01", "terminated"), authority)), nil, "terminated"},
		{"the later document speaks", "2018-06-01", task(due, with(update("2016-05-01", "adjusted"), authority), with(update("2016-06-01", "terminated"), authority)), nil, "terminated"},
		{"progress afterwards does not undo it", "2017-01-01", task(due, with(update("2016-05-01", "adjusted"), authority), update("2016-08-01", said)), nil, "adjusted"},
		{"a correction does", "2017-01-01", task(due, with(update("2016-05-01", "adjusted"), authority), with(update("2016-08-01", said), corrects)), nil, "on_track.stated"},
		{"no document, no adjustment", "2017-01-01", task(due, update("2016-05-01", "adjusted")), nil, "undisclosed.unstated"},
		{"not yet adjusted", "2016-04-30", task(due, with(update("2016-05-01", "adjusted"), authority)), nil, "undisclosed.silent"},
		// 2
		{"completed", "2018-06-01", task(due, update("2017-11-30", done, "2017-12-05")), nil, "completed.on_time"},
		{"completed on the deadline", "2018-06-01", task(due, update("2017-12-31", done, "2018-01-05")), nil, "completed.on_time"},
		{"completed the day after", "2018-06-01", task(due, update("2018-01-01", done, "2018-01-05")), nil, "completed.late"},
		{"the day of completion decides", "2018-06-01", task(due, with(update("2018-03-01", done, "2018-03-01"), func(u *plan.Update) { u.CompletedOn = date("2017-12-30") })), nil, "completed.on_time"},
		{"an ongoing task has no deadline to keep", "2018-06-01", task("", update("2017-11-30", done, "2017-12-05")), nil, "completed"},
		{"evidence of an earlier claim stands", "2018-06-01", task(due, update("2017-11-30", done, "2017-12-05"), update("2018-03-30", done)), nil, "completed.on_time"},
		{"evidence that appears later", "2018-01-10", task(due, by("2017-11-30", "2017-12-01", done, "2018-02-01")), nil, "lapsed.unproven"},
		{"evidence that has appeared", "2018-02-01", task(due, by("2017-11-30", "2017-12-01", done, "2018-02-01")), nil, "completed.on_time"},
		{"news afterwards does not undo it", "2018-06-01", task(due, update("2017-11-30", done, "2017-12-05"), update("2018-03-01", "")), nil, "completed.on_time"},
		{"completed with its goal met", "2018-06-01", task(due, update("2017-12-31", done, "2018-01-05")), []*plan.Indicator{stock("2017=20")}, "completed.on_time"},
		{"a goal reached late", "2019-06-01", task(due, update("2017-12-31", done, "2018-01-05")), []*plan.Indicator{stock("2017=19", "2018=20")}, "completed.late"},
		{"a goal that is not judged does not matter", "2018-06-01", task(due, update("2017-12-31", done, "2018-01-05")), []*plan.Indicator{goalOf(plan.NoMethod, plan.Stock, []string{"2017 >= 20"}, "2017=19")}, "completed.on_time"},
		{"targets after the deadline do not matter", "2018-06-01", task(due, update("2017-12-31", done, "2018-01-05")), []*plan.Indicator{goalOf(plan.ShareVsPace, plan.Stock, both, "2017=20")}, "completed.on_time"},
		{"one goal of two is not enough", "2018-06-01", task(due, update("2017-12-31", done, "2018-01-05")), []*plan.Indicator{stock("2017=20"), stock()}, "lapsed.goals"},
		{"completion taken back", "2018-06-01", task(due, update("2017-11-30", done, "2017-12-05"), update("2017-12-31", said)), nil, "overdue.stated"},
		// 3
		{"in progress on the deadline", "2018-01-01", task(due, update("2017-12-31", said)), nil, "overdue.stated"},
		{"behind after it", "2018-06-01", task(due, update("2018-03-31", slow)), nil, "overdue.stated"},
		{"not started after it", "2018-06-01", task(due, update("2018-03-31", notYet)), nil, "overdue.stated"},
		{"the deadline's day is included", "2017-12-31", task(due, update("2017-12-31", said)), nil, "on_track.stated"},
		{"a goal missed", "2018-06-01", task(due), []*plan.Indicator{stock("2017=19")}, "overdue.goal"},
		{"completion stated, a goal missed", "2018-06-01", task(due, update("2017-12-31", done, "2018-01-05")), []*plan.Indicator{stock("2017=19")}, "overdue.goal"},
		{"an unproven claim does not undo it", "2018-12-01", task(due, update("2018-03-31", said), update("2018-09-30", done)), nil, "overdue.stated"},
		{"a correction undoes it", "2018-12-01", task(due, update("2018-03-31", said), with(update("2018-09-30", done), corrects)), nil, "lapsed.unproven"},
		{"not known yet", "2018-02-28", task(due, by("2017-12-31", "2018-03-01", said)), nil, "lapsed.silent"},
		{"known now", "2018-03-01", task(due, by("2017-12-31", "2018-03-01", said)), nil, "overdue.stated"},
		{"of a day to come", "2018-02-28", task(due, by("2018-03-01", "2018-02-01", said)), nil, "lapsed.silent"},
		{"an ongoing task is never overdue", "2030-01-01", task("", update("2018-03-31", slow)), nil, "ongoing"},
		// 4
		{"nothing published", "2018-01-01", task(due), nil, "lapsed.silent"},
		{"nothing said of completion", "2018-01-01", task(due, update("2017-06-30", ""), update("2017-12-31", "")), nil, "lapsed.unstated"},
		{"said before the deadline", "2018-01-01", task(due, update("2017-12-30", said)), nil, "lapsed.stale"},
		{"said not started before it", "2018-01-01", task(due, update("2016-12-30", notYet)), nil, "lapsed.stale"},
		{"stated without evidence", "2018-01-01", task(due, update("2017-12-30", done)), nil, "lapsed.unproven"},
		{"stated, goals unknown", "2018-01-01", task(due, update("2017-12-30", done, "2017-12-30")), []*plan.Indicator{stock("2017-06=12")}, "lapsed.goals"},
		{"goals met, nothing stated", "2018-01-01", task(due), []*plan.Indicator{stock("2017-06=22")}, "lapsed.unclaimed"},
		// 5
		{"said not to have started", "2017-01-01", task(due, update("2016-12-30", notYet)), nil, "not_started.stated"},
		{"of an ongoing task too", "2017-01-01", task("", update("2016-12-30", notYet)), nil, "not_started.stated"},
		{"started since", "2017-01-01", task(due, update("2016-06-30", notYet), update("2016-12-30", said)), nil, "on_track.stated"},
		{"news since says nothing", "2017-01-01", task(due, update("2016-06-30", notYet), update("2016-12-30", "")), nil, "not_started.stated"},
		{"on one day the later in the file", "2017-01-01", task(due, update("2016-06-30", notYet), update("2016-06-30", slow)), nil, "behind.stated"},
		// 6
		{"ongoing with news", "2017-01-01", task("", update("2016-12-30", "")), nil, "ongoing"},
		{"ongoing and said to be complete without evidence", "2017-01-01", task("", update("2016-12-30", done)), nil, "ongoing"},
		{"ongoing in silence", "2017-01-01", task(""), nil, "undisclosed.silent"},
		// 7
		{"said to be behind", "2017-01-01", task(due, update("2016-12-30", slow)), nil, "behind.stated"},
		{"goals behind", "2017-01-01", task(due, update("2016-12-30", said)), []*plan.Indicator{stock("2016=5")}, "behind.goal"},
		{"goals on pace", "2017-01-01", task(due), []*plan.Indicator{stock("2016=14")}, "on_track.goals"},
		{"goals nearly on pace", "2017-01-01", task(due), []*plan.Indicator{stock("2016=13")}, "on_track.goals"},
		{"goals on pace, said to be behind", "2017-01-01", task(due, update("2016-12-30", slow)), []*plan.Indicator{stock("2016=14")}, "behind.stated"},
		{"the worst goal governs", "2017-01-01", task(due), []*plan.Indicator{stock("2016=14"), stock("2016=5")}, "behind.goal"},
		{"one goal silent is not on pace", "2017-01-01", task(due), []*plan.Indicator{stock("2016=14"), stock()}, "undisclosed.goals"},
		{"then what was said", "2017-01-01", task(due, update("2016-12-30", said)), []*plan.Indicator{stock("2016=14"), stock()}, "on_track.stated"},
		{"in progress", "2017-01-01", task(due, update("2016-12-30", said)), nil, "on_track.stated"},
		{"completion that cannot be confirmed", "2017-01-01", task(due, update("2016-12-30", done)), nil, "on_track.unconfirmed"},
		{"said before an interim date", "2018-06-01", task("2020-12-31", update("2017-11-30", said)), []*plan.Indicator{goalOf(plan.CAGR, plan.Flow, both)}, "undisclosed.stale"},
		{"said after it", "2018-06-01", task("2020-12-31", update("2018-03-31", said)), []*plan.Indicator{goalOf(plan.CAGR, plan.Flow, both)}, "on_track.stated"},
		{"an interim value missing", "2019-06-01", task("2020-12-31"), []*plan.Indicator{goalOf(plan.ShareVsPace, plan.Stock, both, "2018=38")}, "undisclosed.goals"},
		{"an interim target missed, then on pace", "2019-06-01", task("2020-12-31"), []*plan.Indicator{goalOf(plan.ShareVsPace, plan.Stock, both, "2017=19", "2018=38")}, "on_track.goals"},
		// 8
		{"start ahead", "2016-01-01", later(task(due), "2016-01-02"), nil, "not_started.start"},
		{"on the day of the start", "2016-01-02", later(task(due), "2016-01-02"), nil, "undisclosed.silent"},
		{"said to have begun early", "2016-01-01", later(task(due, update("2015-12-01", said)), "2016-01-02"), nil, "on_track.stated"},
		{"an ongoing task with its start ahead", "2016-01-01", later(task(""), "2016-01-02"), nil, "not_started.start"},
		// 9
		{"silence", "2017-01-01", task(due), nil, "undisclosed.silent"},
		{"news that says nothing of progress", "2017-01-01", task(due, update("2016-12-30", "")), nil, "undisclosed.unstated"},
		{"a deadline without a day", "2030-01-01", func() *plan.Task { tk := task(due); tk.Due = plan.DateValue{}; return tk }(), nil, "undisclosed.silent"},
	} {
		t.Run(x.name, func(t *testing.T) {
			got := statusOn(x.day, x.task, x.goals...)
			if got.Why.Rule != x.rule {
				t.Errorf("%s (%s), want %s: %s", got.Why.Rule, got.Status, x.rule, got.Why.Words.ZH)
			}
			if key := strings.Split(x.rule, ".")[0]; string(got.Status) != key {
				t.Errorf("status %s under rule %s", got.Status, x.rule)
			}
			checkWords(t, got.Why)
		})
	}
}

// checkWords looks for broken formats and sentences without an end.
func checkWords(t *testing.T, why Explanation) {
	t.Helper()
	list := append([]Step{{Words: why.Words}}, why.Steps...)
	for _, s := range list {
		if s.Words.ZH == "" || s.Words.EN == "" || strings.Contains(s.Words.ZH+s.Words.EN, "%!") {
			t.Errorf("bad words %+v", s.Words)
		}
	}
	if !strings.HasSuffix(why.Words.ZH, "。") || !strings.HasSuffix(why.Words.EN, ".") {
		t.Errorf("no full sentence: %+v", why.Words)
	}
}

func TestWhatWasReportedIsKeptApart(t *testing.T) {
	got := statusOn("2018-06-01", task("2017-12-31", update("2017-06-30", "", "2017-07-01", ""), update("2017-12-31", plan.SaysCompleted)))
	if got.Status != Lapsed || got.Reported != plan.SaysCompleted || got.Sources != 2 || !got.Evidenced() {
		t.Errorf("status %s, reported %q, sources %d", got.Status, got.Reported, got.Sources)
	}
	if got.Updates[0].AsOf.V != on("2017-12-31") {
		t.Error("updates are not newest first")
	}
	if got.Number != "3.1" || got.Project == nil {
		t.Errorf("number %q", got.Number)
	}
}

func TestEvidenceOfAGoalIsASource(t *testing.T) {
	ind := goalOf(plan.Milestone, plan.Stock, []string{"2017 >= 20"}, "2016=5")
	if statusOn("2017-06-01", task("2017-12-31"), ind).Evidenced() {
		t.Error("a value without evidence is no source")
	}
	ind.Observations[0].Evidence = sources("2017-01-15")
	if !statusOn("2017-06-01", task("2017-12-31"), ind).Evidenced() {
		t.Error("a value with evidence is a source")
	}
}

func TestCompletionDate(t *testing.T) {
	late := statusOn("2019-06-01", task("2017-12-31", update("2017-12-31", plan.SaysCompleted, "2018-01-05")),
		goalOf(plan.ShareVsPace, plan.Stock, []string{"2017 >= 20"}, "2017=19", "2018=20"))
	if late.Completed != on("2018-12-31") || late.Timing != Late {
		t.Errorf("completed %s, %s", late.Completed, late.Timing)
	}
	open := statusOn("2018-06-01", task("", update("2017-11-30", plan.SaysCompleted, "2017-12-05")))
	if open.Timing != "" || open.Completed != on("2017-11-30") {
		t.Errorf("an ongoing task: %s, %q", open.Completed, open.Timing)
	}
}

func TestTheDataAreNotChanged(t *testing.T) {
	u := by("2017-11-30", "2017-12-01", plan.SaysCompleted, "2017-12-01", "2018-02-01")
	got := statusOn("2018-01-10", task("2017-12-31", u))
	if len(u.Evidence) != 2 || len(got.Updates[0].Evidence) != 1 {
		t.Errorf("evidence: %d in the data, %d in the report", len(u.Evidence), len(got.Updates[0].Evidence))
	}
	if got.Status != Completed {
		t.Errorf("status %s", got.Status)
	}
}

func TestTaskExplanation(t *testing.T) {
	tk := task("2017-12-31", update("2017-06-30", plan.SaysInProgress, "2017-07-01"))
	tk.Start = date("2015-11-09")
	got := statusOn("2026-11-23", tk, goalOf(plan.Milestone, plan.Stock, []string{"2017 > 20"}))
	want := []string{
		"期限2017年12月31日已过，最近一次说明是截至2017年6月30日（推进中），没有查到公开信息说明到期时是否完成。",
		"评价日期：2026年11月23日。",
		"启动日期：2015年11月9日。",
		"完成期限：2017年12月31日（含当天），已过。",
		"截至2017年6月30日的进展：推进中，佐证1条。",
		"量化目标“指标”：到期未披露。2017年目标（超过20家）已到期，没有查到公开的实际值。",
		"适用规则：到期未披露。已过期限，没有公开信息说明到期时是否完成。",
	}
	lines := []string{got.Why.Words.ZH}
	for _, s := range got.Why.Steps {
		lines = append(lines, s.Words.ZH)
	}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
	for _, i := range []int{1, 2, 3, 4} {
		if got.Why.Steps[i].At.IsZero() {
			t.Errorf("step %d names no place", i)
		}
	}
}
