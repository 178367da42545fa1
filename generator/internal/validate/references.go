package validate

import (
	"fmt"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

func references() []check {
	return []check{
		{diag.Rule{Code: "V101", Severity: diag.Error,
			Message: lang.T("单位名录里没有 %[1]s", "there is no unit %[1]s"),
			Hint:    lang.T("写 units.yaml 里有的单位编号%[2]s；名录里没有的单位，先在 units.yaml 里登记。", "Write the id of a unit in units.yaml%[2]s; register a new unit there first.")},
			unknownUnits},
		{diag.Rule{Code: "V102", Severity: diag.Error,
			Message: lang.T("方案里没有项目 %[1]s", "the plan has no project %[1]s"),
			Hint:    lang.T("写 plan.yaml 的 projects 里有的编号%[2]s。", "Write the id of a project in plan.yaml%[2]s.")},
			perTask(unknownProject)},
		{diag.Rule{Code: "V103", Severity: diag.Error,
			Message: lang.T("方案里没有任务 %[1]s", "the plan has no task %[1]s"),
			Hint:    lang.T("写 tasks 文件夹里有的任务编号%[2]s。", "Write the id of a task in the tasks folder%[2]s.")},
			perPlan(unknownTasks)},
		{diag.Rule{Code: "V104", Severity: diag.Error,
			Message: lang.T("方案里没有指标 %[1]s", "the plan has no indicator %[1]s"),
			Hint:    lang.T("写 indicators 文件夹里有的指标编号%[2]s。", "Write the id of an indicator in the indicators folder%[2]s.")},
			perPlan(unknownIndicators)},
	}
}

// resolve reports an id that is none of the known ones and names the nearest.
func (a *ask) resolve(id plan.String, path string, known []string) {
	for _, k := range known {
		if k == id.V {
			return
		}
	}
	near := lang.Text{}
	if word, ok := diag.Suggest(id.V, known); ok {
		near = lang.T("，可能是 "+word, ", perhaps "+word)
	}
	a.say(id.At, path, id.V, near)
}

// resolveAll is resolve for a list.
func (a *ask) resolveAll(ids []plan.String, path string, known []string) {
	for i, id := range ids {
		a.resolve(id, fmt.Sprintf("%s[%d]", path, i), known)
	}
}

func unknownUnits(a *ask) {
	var known []string
	for _, u := range a.scope.site.Units {
		known = append(known, u.ID.V)
	}
	for i, u := range a.scope.site.Units {
		a.resolveAll(u.Members, fmt.Sprintf("units[%d].members", i), known)
	}
	perTask(func(a *ask, t *plan.Task) {
		a.resolveAll(t.Lead, "lead", known)
		a.resolveAll(t.Support, "support", known)
	})(a)
	perUpdate(func(a *ask, u *plan.Update, path string) {
		if u.Unit.Given() {
			a.resolve(u.Unit, path+".unit", known)
		}
	})(a)
	perIndicator(func(a *ask, x *plan.Indicator) {
		for i, o := range x.Observations {
			if o.Unit.Given() {
				a.resolve(o.Unit, fmt.Sprintf("observations[%d].unit", i), known)
			}
		}
	})(a)
}

func unknownProject(a *ask, t *plan.Task) {
	var known []string
	for _, p := range a.plan.Projects {
		known = append(known, p.ID.V)
	}
	a.resolve(t.Project, "project", known)
}

func unknownTasks(a *ask, p *plan.Plan) {
	var known []string
	for _, t := range p.Tasks {
		known = append(known, t.ID.V)
	}
	for _, x := range p.Indicators {
		if x.Task.Given() {
			a.resolve(x.Task, "task", known)
		}
	}
	for i, n := range p.NotFound {
		a.resolveAll(n.Tasks, fmt.Sprintf("not_found[%d].tasks", i), known)
	}
}

func unknownIndicators(a *ask, p *plan.Plan) {
	var known []string
	for _, x := range p.Indicators {
		known = append(known, x.ID.V)
	}
	for i, n := range p.NotFound {
		a.resolveAll(n.Indicators, fmt.Sprintf("not_found[%d].indicators", i), known)
	}
}
