package progress

import (
	"reflect"
	"testing"

	"jindu/generator/internal/plan"
)

func turns(r *Report) string {
	out := ""
	for _, x := range r.TaskHistory(r.Tasks[0]) {
		out += x.Day.String() + " " + x.Task.Why.Rule + "\n"
	}
	return out
}

func TestTaskHistoryTellsEachTurn(t *testing.T) {
	late := published("2017-03-15", update("2017-02-28", plan.SaysCompleted, "2017-03-15"))
	tests := []struct {
		name string
		day  string
		task *plan.Task
		want string
	}{
		{"silence", "2018-01-01", task("2016-12-31"), "2015-01-01 undisclosed.silent\n2017-01-01 lapsed.silent\n"},
		{"in time", "2018-01-01", task("2016-12-31", update("2016-03-01", plan.SaysInProgress), update("2016-11-01", plan.SaysCompleted, "2016-11-05")),
			"2015-01-01 undisclosed.silent\n2016-03-01 on_track.stated\n2016-11-01 on_track.unconfirmed\n2016-11-05 completed.on_time\n"},
		{"told late", "2018-01-01", task("2016-12-31", late), "2015-01-01 undisclosed.silent\n2017-01-01 lapsed.silent\n2017-03-15 completed.late\n"},
		{"ongoing", "2018-01-01", task("", update("2016-05-05", ""), update("2017-05-05", "")), "2015-01-01 undisclosed.silent\n2016-05-05 ongoing\n2017-05-05 ongoing\n"},
		{"before the plan", "2014-01-01", task("2016-12-31"), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := turns(Assess(&plan.Site{}, planOf(tt.task), on(tt.day))); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

// The last turn is the status of the day, and a history told earlier says the
// same of the days it knew.
func TestTaskHistoryEndsInTheReport(t *testing.T) {
	for seed := range 20 {
		s, p := randomPlan(uint64(seed), 12)
		asOf, before := on("2018-05-05"), on("2017-02-03")
		now, then := Assess(s, p, asOf), Assess(s, p, before)
		for i, x := range now.Tasks {
			history := now.TaskHistory(x)
			last := history[len(history)-1].Task
			if last.Status != x.Status || last.Timing != x.Timing || last.Why.Rule != x.Why.Rule {
				t.Errorf("seed %d, %s: history ends in %s (%s), the report says %s (%s)", seed, x.Task.ID.V, last.Status, last.Why.Rule, x.Status, x.Why.Rule)
			}
			for k, turn := range then.TaskHistory(then.Tasks[i]) {
				if k >= len(history) || turn.Day != history[k].Day || !reflect.DeepEqual(turn.Task.Why, history[k].Task.Why) {
					t.Errorf("seed %d, %s: told on %s, turn %d is another", seed, x.Task.ID.V, before, k)
					break
				}
			}
		}
	}
}
