package progress

import (
	"fmt"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/plan"
)

// here stands for "written in a file".
var here = diag.Range{File: "test.yaml", Start: diag.Pos{Line: 1, Column: 1}, End: diag.Pos{Line: 1, Column: 2}}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func text(s string) plan.String {
	if s == "" {
		return plan.String{}
	}
	return plan.String{V: s, At: here}
}

func on(s string) plan.Date { return must(plan.ParseDate(s)) }

func date(s string) plan.DateValue {
	if s == "" {
		return plan.DateValue{}
	}
	return plan.DateValue{V: on(s), At: here}
}

func period(s string) plan.PeriodValue {
	return plan.PeriodValue{V: must(plan.ParsePeriod(s)), At: here}
}

func number(s string) plan.NumberValue {
	return plan.NumberValue{V: must(plan.ParseNumber(s)), At: here}
}

func sources(published ...string) []plan.Evidence {
	var out []plan.Evidence
	for _, p := range published {
		out = append(out, plan.Evidence{Title: text("来源"), Published: date(p), At: here})
	}
	return out
}

// update says status as of the day, known on that day.
func update(asOf, status string, evidence ...string) *plan.Update {
	return &plan.Update{AsOf: date(asOf), Status: text(status), Published: date(asOf), Evidence: sources(evidence...), At: here}
}

func task(due string, updates ...*plan.Update) *plan.Task {
	t := &plan.Task{ID: text("t1"), Project: text("p1"), Order: plan.Int{V: 1, At: here}, Schedule: text(plan.Ongoing), Updates: updates, At: here}
	if due != "" {
		t.Schedule, t.Due = text(plan.Deadline), date(due)
	}
	return t
}

// goalOf makes an indicator of task t1 with targets such as "2017 >= 20" and
// values such as "2016=14.2".
func goalOf(method, nature string, targets []string, values ...string) *plan.Indicator {
	ind := &plan.Indicator{
		ID: text("i1"), Name: text("指标"), Unit: text("家"), Nature: text(nature), Direction: text(plan.Up),
		Task: text("t1"), Method: text(method), At: here,
	}
	for _, s := range targets {
		var when, comparator, value string
		must(fmt.Sscan(s, &when, &comparator, &value))
		ind.Targets = append(ind.Targets, plan.Target{Period: period(when), Comparator: text(comparator), Value: number(value), At: here})
	}
	for _, s := range values {
		ind.Observations = append(ind.Observations, value(s))
	}
	return ind
}

// value reads "2016=14.2", known on the last day of its period.
func value(s string) plan.Observation {
	for i, c := range s {
		if c == '=' {
			return plan.Observation{Period: period(s[:i]), Value: number(s[i+1:]), At: here}
		}
	}
	panic(s)
}

func base(when, value string) plan.Baseline {
	return plan.Baseline{Period: period(when), Value: number(value), At: here}
}

func planOf(t *plan.Task, goals ...*plan.Indicator) *plan.Plan {
	return &plan.Plan{
		ID: text("plan"), Start: date("2015-01-01"),
		Projects:   []*plan.Project{{ID: text("p1"), Number: plan.Int{V: 3, At: here}, Title: text("项目")}},
		Tasks:      []*plan.Task{t},
		Indicators: goals,
	}
}

// statusOn assesses a plan of one task.
func statusOn(day string, t *plan.Task, goals ...*plan.Indicator) *Task {
	return Assess(&plan.Site{}, planOf(t, goals...), on(day)).Tasks[0]
}

// targetOn assesses a plan of one indicator and returns its target i.
func targetOn(day string, ind *plan.Indicator, i int) Target {
	return Assess(&plan.Site{}, planOf(task(""), ind), on(day)).Indicators[0].Targets[i]
}
