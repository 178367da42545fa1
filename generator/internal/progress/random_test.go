package progress

import (
	"fmt"
	"math/rand/v2"

	"jindu/generator/internal/plan"
)

// randomPlan makes a site and a plan of n tasks from a seed: dated and ongoing,
// with and without updates, evidence, corrections and goals.
func randomPlan(seed uint64, n int) (*plan.Site, *plan.Plan) {
	r := rand.New(rand.NewPCG(seed, 1))
	s := &plan.Site{}
	for i := range 12 {
		u := &plan.Unit{ID: text(fmt.Sprintf("u%d", i)), Kind: text("department"), At: here}
		if i < 3 {
			u.Kind = text(plan.Collective)
			for k := range 3 {
				u.Members = append(u.Members, text(fmt.Sprintf("u%d", 3+i*2+k)))
			}
		}
		s.Units = append(s.Units, u)
	}
	p := &plan.Plan{Start: date("2015-11-09")}
	for i := range 9 {
		p.Projects = append(p.Projects, &plan.Project{ID: text(fmt.Sprintf("p%d", i)), Number: plan.Int{V: i + 1, At: here}})
	}
	for i := range n {
		t := randomTask(r, i)
		p.Tasks = append(p.Tasks, t)
		for range r.IntN(3) {
			p.Indicators = append(p.Indicators, randomGoal(r, t.ID.V))
		}
	}
	return s, p
}

func randomTask(r *rand.Rand, i int) *plan.Task {
	due := ""
	if r.IntN(3) > 0 {
		due = pick(r, "2016-12-31", "2017-06-30", "2017-12-31")
	}
	t := task(due)
	t.ID, t.Project = text(fmt.Sprintf("t%d", i)), text(fmt.Sprintf("p%d", r.IntN(9)))
	t.Order = plan.Int{V: i, At: here}
	if r.IntN(4) == 0 {
		t.Start = date(randomDay(r))
	}
	for k := range 1 + r.IntN(3) {
		t.Lead = append(t.Lead, text(fmt.Sprintf("u%d", (i+k*5)%12)))
	}
	for k := range r.IntN(3) {
		t.Support = append(t.Support, text(fmt.Sprintf("u%d", (i+3+k*4)%12)))
	}
	for range r.IntN(4) {
		u := update(randomDay(r), pick(r, "", plan.SaysNotStarted, plan.SaysInProgress, plan.SaysInProgress, plan.SaysBehind, plan.SaysCompleted, plan.SaysAdjusted))
		if r.IntN(2) == 0 {
			u.Evidence = sources(randomDay(r))
		}
		if r.IntN(5) == 0 {
			u.Correction = text("更正")
		}
		if r.IntN(3) == 0 {
			u.Authority = text("文件")
		}
		t.Updates = append(t.Updates, u)
	}
	return t
}

func randomGoal(r *rand.Rand, id string) *plan.Indicator {
	targets := []string{"2017 >= 20"}
	if r.IntN(2) == 0 {
		targets = []string{"2016 >= 10", "2017 > 20"}
	}
	g := goalOf(pick(r, plan.ShareVsPace, plan.ShareVsPace, plan.CAGR, plan.Milestone, plan.NoMethod), pick(r, plan.Stock, plan.Flow, plan.Cumulative), targets)
	g.Task = text(id)
	if r.IntN(2) == 0 {
		g.Baseline = base("2014", pick(r, "0", "5", "8"))
		g.Baseline.Imputed = r.IntN(3) == 0
	}
	for _, when := range []string{"2015", "2016-06-30", "2016", "2017-06-30", "2017", "2018"} {
		if r.IntN(3) == 0 {
			o := value(when + "=" + fmt.Sprint(3+r.IntN(24)))
			if r.IntN(2) == 0 {
				o.Published = plan.DateValue{V: o.Period.V.To.AddDays(r.IntN(200)), At: here}
			}
			g.Observations = append(g.Observations, o)
		}
	}
	return g
}

func randomDay(r *rand.Rand) string { return on("2015-11-09").AddDays(r.IntN(900)).String() }

func pick(r *rand.Rand, of ...string) string { return of[r.IntN(len(of))] }
