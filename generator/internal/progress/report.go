package progress

import (
	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// Report is one plan judged as of one day. Everything a reader sees is written
// from it.
type Report struct {
	Site       *plan.Site
	Plan       *plan.Plan
	AsOf       plan.Date
	Complete   bool         // every dated source of the data was public on the day
	Counts     Counts       // of all tasks
	Tasks      []*Task      // in annex order
	Indicators []*Indicator // in the plan's order
	Projects   []*Project   // in the plan's order
	Units      []*Unit      // in the registry's order; only units the plan names, and members of its collectives
	Latest     []Latest     // every known update and observation, newest first
}

// Counts says how many tasks stand where. The Statuses add up to Total, and
// Deadline and Ongoing add up to Total.
type Counts struct {
	Total     int
	Deadline  int
	Ongoing   int
	Statuses  []StatusCount // of all tasks, in the order of Statuses(), zero counts left out
	Dated     []StatusCount // of the tasks with a deadline
	Open      []StatusCount // of the ongoing tasks
	Evidenced int           // tasks with at least one public source
}

// StatusCount is how many tasks have one status.
type StatusCount struct {
	Status Status
	N      int
}

// Of returns the number of tasks with the status.
func (c Counts) Of(s Status) int {
	for _, x := range c.Statuses {
		if x.Status == s {
			return x.N
		}
	}
	return 0
}

// Task is a task with what the rules say of it. What was reported, what the
// rules derive and what evidence supports are kept apart.
type Task struct {
	Task      *plan.Task
	Number    string // "3.4": project number and order
	Project   *plan.Project
	Status    Status         // published: derived by rule, never typed
	Timing    Timing         // of a completed task
	Completed plan.Date      // of a completed task
	Reported  string         // the last status an update states; "" where none does
	Updates   []*plan.Update // known as of the day, newest first
	Sources   int            // pieces of evidence in those updates
	Goals     []*Indicator   // its quantified goals, in the plan's order; those with method none decide nothing
	Leads     []*plan.Unit
	Supports  []*plan.Unit
	Why       Explanation
}

// Timing says whether a completed task was done by its deadline.
type Timing string

// The timings of a completed task; empty for all others and for ongoing tasks.
const (
	OnTime Timing = "on_time" // 按期完成
	Late   Timing = "late"    // 逾期完成
)

// Indicator is an indicator with a verdict on each of its targets.
type Indicator struct {
	Indicator    *plan.Indicator
	Targets      []Target           // in order of time
	Observations []plan.Observation // known as of the day, by period
	Latest       *plan.Observation  // the last of them, nil where there is none
	Current      int                // index of the target that speaks for the indicator now
}

// Target is one target judged by the indicator's method.
type Target struct {
	Target     plan.Target
	Verdict    Verdict
	Frozen     bool              // the target's date has passed: the verdict stays as it is
	Later      *plan.Observation // the last value after the target's date, where it satisfies a target that was not met by then
	Components Components
	Why        Explanation
}

// Components are the numbers behind a verdict, unrounded. A nil pointer means
// that the number does not exist or was refused.
type Components struct {
	Method       string // as in package plan
	Base         *float64
	BasePeriod   string // as written, such as "2014"
	BaseImputed  bool
	Value        *float64 // the observation that is judged
	ValuePeriod  string
	TargetValue  float64
	TargetPeriod string
	Achieved     *float64 // value ÷ target (完成比例), for methods that count from zero
	Share        *float64 // (y − y0) ÷ (yT − y0)
	Pace         *float64 // 序时进度 at the time of the observation, 0 to 1
	GapPoints    *float64 // (pace − share) × 100
	CAGRObserved *float64
	CAGRRequired *float64
	Ratio        *float64 // R: observed over required growth, with sign and direction
	Score        *float64 // −5 to 5, as Open SDG scores R
	RequiredNow  *float64 // yearly growth still needed from the value to the target
}

// Project is a project with its tasks counted.
type Project struct {
	Project *plan.Project
	Tasks   []*Task
	Counts  Counts
}

// Unit is a unit with the tasks it answers for. A task can stand in several
// units, so that the units' counts add up to more than the plan's.
type Unit struct {
	Unit       *plan.Unit
	Lead       []UnitTask // 责任
	Support    []UnitTask // 配合
	LeadCounts Counts
	MemberOf   []*plan.Unit // collectives that include it
	Members    []*plan.Unit // of a collective
}

// UnitTask is a task of a unit and the collective it came through, if any.
type UnitTask struct {
	Task  *Task
	First bool       // the unit is named first: 牵头
	Via   *plan.Unit // the collective that was named instead; nil where the unit itself was
}

// Latest is one dated statement or value for the list of news.
type Latest struct {
	Known       plan.Date // the day the public could know it
	Task        *Task
	Update      *plan.Update
	Indicator   *Indicator
	Observation *plan.Observation
}

// Explanation is why a verdict is what it is: the rule that held, and the facts
// in the order they were weighed. `explain` prints it and the page shows it.
type Explanation struct {
	Rule  string    // key of the rule, such as "lapsed" or "share_vs_pace.behind"
	Words lang.Text // one sentence: the verdict and its reason
	Steps []Step
}

// Step is one fact or one line of arithmetic, with the place it was read from.
type Step struct {
	Words lang.Text
	At    diag.Range // zero for arithmetic and for rules
}

// Evidenced reports whether any public source supports the task: in its updates
// or in the values of its goals.
func (t *Task) Evidenced() bool {
	if t.Sources > 0 {
		return true
	}
	for _, g := range t.Goals {
		for _, o := range g.Observations {
			if len(o.Evidence) > 0 {
				return true
			}
		}
	}
	return false
}
