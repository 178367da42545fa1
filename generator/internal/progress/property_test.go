package progress

import (
	"reflect"
	"slices"
	"testing"

	"jindu/generator/internal/plan"
)

// days lists each day of three years with their 29 February and quarter ends.
func days(from string, n int) []plan.Date {
	var out []plan.Date
	for d, i := on(from), 0; i < n; d, i = d.AddDays(1), i+1 {
		out = append(out, d)
	}
	return out
}

func late(s Status) bool { return s == Overdue || s == Lapsed }

func TestADeadlineFlipsOnceTheDayAfter(t *testing.T) {
	all := days("2015-01-01", 1096) // to 2017-12-31, with 29 February 2016
	for _, due := range []string{"2016-02-28", "2016-02-29", "2016-03-31", "2016-06-30", "2016-09-30", "2016-12-31", "2017-02-28"} {
		for name, updates := range map[string][]*plan.Update{
			"silent": nil, "said before": {update("2015-06-30", plan.SaysInProgress)}, "said on the day": {update(due, plan.SaysBehind)},
		} {
			flips, before := 0, false
			for _, day := range all {
				now := late(Assess(&plan.Site{}, planOf(task(due, updates...)), day).Tasks[0].Status)
				if now != before {
					flips++
					if day != on(due).AddDays(1) {
						t.Errorf("%s, due %s: flips on %s", name, due, day)
					}
				}
				before = now
			}
			if flips != 1 {
				t.Errorf("%s, due %s: %d flips", name, due, flips)
			}
		}
	}
}

// standing ranks statuses for the question whether silence helps. Not to know
// and to know that a task is behind are not ranked among each other.
func standing(s Status) int {
	switch s {
	case Completed:
		return 3
	case OnTrack, InProgress:
		return 2
	case Overdue:
		return 0
	}
	return 1
}

// silent reports whether nothing of the task became known between two days.
func silent(a, b *Task) bool {
	if len(a.Updates) != len(b.Updates) || a.Sources != b.Sources {
		return false
	}
	for i, g := range a.Goals {
		if len(g.Observations) != len(b.Goals[i].Observations) {
			return false
		}
	}
	return true
}

// around lists the days on which time alone can change a status, the quarter
// ends and the days after, and some between.
func around() []plan.Date {
	var out []plan.Date
	for i, d := range days("2015-11-01", 1000) {
		if d.AddDays(1).Day == 1 || d.Day == 1 || i%41 == 0 {
			out = append(out, d)
		}
	}
	return out
}

func TestSilenceNeverImprovesAStatus(t *testing.T) {
	improved := 0
	for seed := range uint64(20) {
		site, p := randomPlan(seed, 34)
		var before *Report
		for _, day := range around() {
			now := Assess(site, p, day)
			if before != nil {
				for i, b := range before.Tasks {
					a := now.Tasks[i]
					if standing(a.Status) <= standing(b.Status) {
						continue
					}
					improved++
					if silent(a, b) {
						t.Fatalf("seed %d, %s, task %d: %s becomes %s with nothing said: %s", seed, day, i, b.Why.Rule, a.Why.Rule, a.Why.Words.ZH)
					}
				}
			}
			before = now
		}
	}
	if improved == 0 {
		t.Error("no task ever improved: the test proves nothing")
	}
}

func TestCountsReconcile(t *testing.T) {
	seen := map[Status]bool{}
	for seed := range uint64(40) {
		site, p := randomPlan(seed, 34)
		for _, day := range []string{"2015-11-09", "2016-02-29", "2016-12-31", "2017-01-01", "2017-12-31", "2018-01-01", "2026-11-23"} {
			r := Assess(site, p, on(day))
			checkCounts(t, r.Counts, r.Tasks)
			total := 0
			for _, x := range r.Projects {
				checkCounts(t, x.Counts, x.Tasks)
				total += x.Counts.Total
			}
			if total != r.Counts.Total {
				t.Errorf("projects hold %d tasks, the plan %d", total, r.Counts.Total)
			}
			for _, u := range r.Units {
				checkCounts(t, u.LeadCounts, tasksOf(u.Lead))
			}
			for _, task := range r.Tasks {
				seen[task.Status] = true
				checkWords(t, task.Why)
			}
			for _, ind := range r.Indicators {
				for _, target := range ind.Targets {
					checkWords(t, target.Why)
				}
			}
		}
	}
	for _, info := range Statuses() {
		if !seen[info.Status] && info.Status != Terminated {
			t.Errorf("no random task was %s", info.Status)
		}
	}
}

func checkCounts(t *testing.T, c Counts, tasks []*Task) {
	t.Helper()
	sum := func(list []StatusCount) int {
		n := 0
		for _, x := range list {
			n += x.N
		}
		return n
	}
	if c.Total != len(tasks) || sum(c.Statuses) != c.Total || c.Deadline+c.Ongoing != c.Total || sum(c.Dated) != c.Deadline || sum(c.Open) != c.Ongoing {
		t.Errorf("counts do not reconcile: %+v of %d", c, len(tasks))
	}
	for _, x := range c.Open {
		if late(x.Status) || x.Status == Behind || x.Status == OnTrack {
			t.Errorf("an ongoing task is %s", x.Status)
		}
	}
	if c.Of(Completed) > c.Total || c.Of("unknown") != 0 {
		t.Errorf("counts of one status are wrong: %+v", c)
	}
}

func TestTheSamePlanAndDayGiveTheSameReport(t *testing.T) {
	site, p := randomPlan(7, 60)
	day := on("2017-12-31")
	first := Assess(site, p, day)
	for range 5 {
		if !reflect.DeepEqual(first, Assess(site, p, day)) {
			t.Fatal("two reports differ")
		}
	}
}

func TestEveryDayBeforeAnythingIsKnownIsSilent(t *testing.T) {
	site, p := randomPlan(3, 80)
	r := Assess(site, p, on("2015-01-01"))
	for _, x := range r.Counts.Statuses {
		if !slices.Contains([]Status{Undisclosed, NotStarted}, x.Status) {
			t.Errorf("%d tasks are %s before anything was known", x.N, x.Status)
		}
	}
	if len(r.Latest) != 0 || r.Counts.Evidenced != 0 {
		t.Errorf("%d statements before anything was known", len(r.Latest))
	}
}
