package progress

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"jindu/generator/internal/plan"
)

func unit(id, kind string, members ...string) *plan.Unit {
	u := &plan.Unit{ID: text(id), Name: text(id), Kind: text(kind), At: here}
	for _, m := range members {
		u.Members = append(u.Members, text(m))
	}
	return u
}

func ids(list ...string) []plan.String {
	var out []plan.String
	for _, s := range list {
		out = append(out, text(s))
	}
	return out
}

// lines writes a unit's tasks as "t1", "t1 first", "t1 via counties".
func lines(list []UnitTask) string {
	var out []string
	for _, x := range list {
		s := x.Task.Task.ID.V
		if x.First {
			s += " first"
		}
		if x.Via != nil {
			s += " via " + x.Via.ID.V
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func TestUnitsHoldTheirTasks(t *testing.T) {
	site := &plan.Site{Units: []*plan.Unit{
		unit("counties", plan.Collective, "a", "b", "ghost"),
		unit("all", plan.Collective, "counties", "c", "all"),
		unit("a", "county"), unit("b", "county"), unit("c", "zone"), unit("office", "department"), unit("unnamed", "department"),
	}}
	t1, t2, t3 := task(""), task("2017-12-31"), task("")
	t2.ID, t3.ID = text("t2"), text("t3")
	t1.Lead, t1.Support = ids("counties", "office", "b"), ids("counties")
	t2.Lead, t2.Support = ids("office", "nobody"), ids("all")
	t3.Lead = ids("a")
	p := planOf(t1)
	p.Tasks = []*plan.Task{t1, t2, t3}
	r := Assess(site, p, on("2018-01-01"))
	want := []string{
		"counties | t1 first | t1, t2 via all | in [all] | of [a b]",
		"all |  | t2 first | in [all] | of [counties c all]",
		"a | t1 first via counties, t3 first | t1 first via counties, t2 first via all | in [counties] | of []",
		"b | t1 | t1 first via counties, t2 first via all | in [counties] | of []",
		"c |  | t2 first via all | in [all] | of []",
		"office | t1, t2 first |  | in [] | of []",
	}
	want[0] = "counties | t1 first | t1 first, t2 first via all | in [all] | of [a b]"
	var got []string
	for _, u := range r.Units {
		got = append(got, fmt.Sprintf("%s | %s | %s | in %v | of %v", u.Unit.ID.V, lines(u.Lead), lines(u.Support), names(u.MemberOf), names(u.Members)))
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if c := r.Units[5].LeadCounts; c.Total != 2 || c.Of(Lapsed) != 1 {
		t.Errorf("the office leads %+v", c)
	}
	if len(r.Tasks[1].Leads) != 1 || r.Tasks[0].Leads[0].ID.V != "counties" {
		t.Error("a task's units are not those it names")
	}
}

func names(list []*plan.Unit) []string {
	var out []string
	for _, u := range list {
		out = append(out, u.ID.V)
	}
	return out
}

func TestLatestIsNewestFirst(t *testing.T) {
	ind := goalOf(plan.Milestone, plan.Stock, []string{"2020 >= 20"}, "2016=5", "2017=6")
	ind.Observations[0].Published = date("2018-02-01")
	tk := task("", by("2017-06-30", "2017-07-10", ""), by("2017-09-30", "2018-02-01", ""), by("2017-10-30", "2018-02-02", ""))
	r := Assess(&plan.Site{}, planOf(tk, ind), on("2018-02-01"))
	var got []string
	for _, l := range r.Latest {
		got = append(got, l.Known.String()+" of "+l.speaksOf().String())
	}
	want := "2018-02-01 of 2017-09-30, 2018-02-01 of 2016-12-31, 2017-12-31 of 2017-12-31, 2017-07-10 of 2017-06-30"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got %s\nwant %s", s, want)
	}
	if r.Indicators[0].Latest != &r.Indicators[0].Observations[1] {
		t.Error("the indicator's latest is not the last by period")
	}
}

func counted(dated, open []StatusCount) *Report {
	r := &Report{AsOf: on("2026-11-23")}
	all := map[Status]int{}
	for _, x := range dated {
		r.Counts.Deadline += x.N
		all[x.Status] += x.N
	}
	for _, x := range open {
		r.Counts.Ongoing += x.N
		all[x.Status] += x.N
	}
	r.Counts.Total = r.Counts.Deadline + r.Counts.Ongoing
	r.Counts.Dated, r.Counts.Open, r.Counts.Statuses = dated, open, inOrder(all)
	return r
}

func TestCountSentence(t *testing.T) {
	for _, x := range []struct {
		report *Report
		zh, en string
	}{
		{counted([]StatusCount{{Completed, 3}, {Overdue, 1}, {Lapsed, 18}}, []StatusCount{{InProgress, 5}, {Undisclosed, 7}}),
			"截至2026年11月23日，34项任务中，22项有时限：3项已完成、1项逾期未完成、18项到期未披露；12项持续推进：5项有公开进展、7项未披露。",
			"As of 23 November 2026, 34 tasks: 22 with a deadline (3 completed, 1 overdue, 18 past the deadline and not disclosed) and 12 ongoing (5 with public progress, 7 not disclosed)."},
		{counted([]StatusCount{{Completed, 22}}, []StatusCount{{InProgress, 12}}),
			"截至2026年11月23日，34项任务中，22项有时限：全部已完成；12项持续推进：全部有公开进展。",
			"As of 23 November 2026, 34 tasks: 22 with a deadline (all completed) and 12 ongoing (all with public progress)."},
		{counted([]StatusCount{{Undisclosed, 22}}, []StatusCount{{Undisclosed, 12}}),
			"截至2026年11月23日，34项任务中，22项有时限：全部未披露；12项持续推进：全部未披露。",
			"As of 23 November 2026, 34 tasks: 22 with a deadline (all not disclosed) and 12 ongoing (all not disclosed)."},
		{counted([]StatusCount{{OnTrack, 2}, {Behind, 1}}, nil),
			"截至2026年11月23日，3项任务均有时限：2项按序时推进、1项进度滞后。",
			"As of 23 November 2026, 3 tasks with a deadline: 2 on track, 1 behind."},
		{counted(nil, []StatusCount{{InProgress, 1}}),
			"截至2026年11月23日，1项任务为持续推进：1项有公开进展。",
			"As of 23 November 2026, 1 task without a deadline: 1 with public progress."},
		{counted([]StatusCount{{Completed, 1}}, nil),
			"截至2026年11月23日，1项任务有时限：1项已完成。",
			"As of 23 November 2026, 1 task with a deadline: 1 completed."},
		{counted([]StatusCount{{Completed, 1}, {OnTrack, 2}, {Behind, 3}, {NotStarted, 1}, {Overdue, 1}, {Lapsed, 10}, {Undisclosed, 2}, {Adjusted, 1}, {Terminated, 1}}, []StatusCount{{InProgress, 5}, {Undisclosed, 7}}),
			"截至2026年11月23日，34项任务：已完成1、按序时推进2、进度滞后3、持续推进5、未启动1、逾期未完成1、到期未披露10、未披露9、已调整1、已终止1。",
			"As of 23 November 2026, 34 tasks: 22 with a deadline (1 completed, 2 on track, 3 behind, 1 not started, 1 overdue, 10 past the deadline and not disclosed, 2 not disclosed, 1 adjusted, 1 terminated) and 12 ongoing (5 with public progress, 7 not disclosed)."},
		{counted(nil, nil), "截至2026年11月23日，还没有工作任务。", "As of 23 November 2026 there are no tasks."},
	} {
		got := x.report.Sentence()
		if got.ZH != x.zh || got.EN != x.en {
			t.Errorf("got\n%s\n%s\nwant\n%s\n%s", got.ZH, got.EN, x.zh, x.en)
		}
		if n := utf8.RuneCountInString(got.ZH); n > longest {
			t.Errorf("%d characters: %s", n, got.ZH)
		}
	}
}

// Every plan of 34 tasks has a sentence of at most 80 characters that names
// every count above zero.
func TestCountSentenceOfRandomPlans(t *testing.T) {
	for seed := range uint64(60) {
		site, p := randomPlan(seed, 34)
		for _, day := range []string{"2016-06-30", "2017-09-30", "2026-11-23"} {
			r := Assess(site, p, on(day))
			s := r.Sentence().ZH
			if n := utf8.RuneCountInString(s); n > longest {
				t.Errorf("%d characters: %s", n, s)
			}
			for _, x := range r.Counts.Statuses {
				if !strings.Contains(s, phrase(x.Status).ZH) && !strings.Contains(s, x.Status.Info().Label.ZH) {
					t.Errorf("%s is missing: %s", x.Status, s)
				}
			}
		}
	}
}

func TestEvidenceSentence(t *testing.T) {
	for _, x := range []struct {
		with, total int
		zh, en      string
	}{
		{9, 34, "34项任务中，9项有公开来源可查，25项没有查到。", "Of 34 tasks, 9 have a public source and 25 do not."},
		{1, 2, "2项任务中，1项有公开来源可查，1项没有查到。", "Of 2 tasks, 1 has a public source and 1 does not."},
		{0, 34, "还没有一项任务查到公开来源。", "No public source was found for any task yet."},
		{34, 34, "34项任务都有公开来源可查。", "All 34 tasks have a public source."},
		{1, 1, "这1项任务有公开来源可查。", "The one task has a public source."},
		{0, 0, "", ""},
	} {
		r := &Report{Counts: Counts{Total: x.total, Evidenced: x.with}}
		if got := r.EvidenceSentence(); got.ZH != x.zh || got.EN != x.en {
			t.Errorf("%d of %d: %+v", x.with, x.total, got)
		}
	}
}

func TestEveryWordHasItsInfo(t *testing.T) {
	shapes := map[string]bool{}
	for _, info := range Statuses() {
		if shapes[info.Shape] {
			t.Errorf("two statuses have the shape %s", info.Shape)
		}
		shapes[info.Shape] = true
		if info.Status.Info() != info {
			t.Errorf("%s is described as another", info.Status)
		}
	}
	for _, info := range Verdicts() {
		if info.Verdict.Info() != info || Status(info.Tone).Info().Label.EN == "" {
			t.Errorf("%s is badly described", info.Verdict)
		}
	}
	if Status("x").Info().Shape == "" || Verdict("x").Info().Tone == "" || methodLabel("x").ZH != "x" {
		t.Error("an unknown key has no words")
	}
}

func BenchmarkAssess(b *testing.B) {
	for _, n := range []int{34, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			site, p := randomPlan(1, n)
			day := on("2018-06-30")
			b.ReportAllocs()
			for b.Loop() {
				Assess(site, p, day)
			}
		})
	}
}
