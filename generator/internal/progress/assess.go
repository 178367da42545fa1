package progress

import (
	"fmt"

	"jindu/generator/internal/plan"
)

// Assess judges the plan as of the day, by the rules of the package
// documentation. The report shares the data's values and changes none of them.
func Assess(s *plan.Site, p *plan.Plan, asOf plan.Date) *Report {
	r := &Report{Site: s, Plan: p, AsOf: asOf, Complete: complete(s, p, asOf)}
	goals := map[string][]*Indicator{}
	for _, ind := range p.Indicators {
		judged := assessIndicator(p, ind, asOf)
		r.Indicators = append(r.Indicators, judged)
		if ind.Task.Given() {
			goals[ind.Task.V] = append(goals[ind.Task.V], judged)
		}
	}
	projects := map[string]*Project{}
	for _, project := range p.Projects {
		judged := &Project{Project: project}
		projects[project.ID.V] = judged
		r.Projects = append(r.Projects, judged)
	}
	units := newRegistry(s)
	for _, t := range p.Tasks {
		judged := assessTask(t, goals[t.ID.V], asOf)
		judged.Leads, judged.Supports = units.named(t.Lead), units.named(t.Support)
		if project := projects[t.Project.V]; project != nil {
			judged.Project = project.Project
			judged.Number = fmt.Sprintf("%d.%d", project.Project.Number.V, t.Order.V)
			project.Tasks = append(project.Tasks, judged)
		}
		units.enter(judged)
		r.Tasks = append(r.Tasks, judged)
	}
	for _, project := range r.Projects {
		project.Counts = count(project.Tasks)
	}
	r.Counts = count(r.Tasks)
	r.Units = units.report()
	r.Latest = latest(r)
	return r
}
