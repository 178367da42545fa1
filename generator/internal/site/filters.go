package site

import (
	"slices"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// taskSet is the tasks that one filter lets through: a page of its own, so that
// it can be linked to and read without scripts.
type taskSet struct {
	path        string // below the plan's root, with a final slash
	choice      string // the word of its link
	title       string
	description string
	lead        string // what the set holds, as a sentence with its count
	n           int    // as the report counts it
	tasks       []*progress.Task
	via         map[*progress.Task]*plan.Unit // the collective that a task came through
}

// taskFilter is the sets that differ in one respect.
type taskFilter struct {
	label string
	help  string
	fold  bool // long: its links are folded away
	sets  []*taskSet
}

// taskFilters are the ways to look at the plan's tasks. A set without tasks is
// left out.
func (p *planBuilder) taskFilters() []taskFilter {
	return []taskFilter{
		{label: p.t("按状态", "By status"), sets: p.statusSets()},
		{label: p.t("按期限", "By deadline"), sets: p.yearSets()},
		{label: p.t("按佐证", "By evidence"), sets: p.evidenceSets()},
		{label: p.t("按项目", "By project"), fold: true, sets: p.projectSets()},
		{
			label: p.t("按责任单位", "By responsible unit"), fold: true, sets: p.unitSets(),
			help: p.t("一项任务可以有几个责任单位，所以各单位的任务数相加大于总数。", "A task can have several responsible units, so that their numbers add up to more than all tasks."),
		},
	}
}

func (p *planBuilder) statusSets() []*taskSet {
	var sets []*taskSet
	for _, c := range p.Counts.Statuses {
		info := c.Status.Info()
		label := p.say(info.Label)
		sets = append(sets, &taskSet{
			path: byStatusPath + statusSlug(c.Status) + "/", choice: label, title: p.t("工作任务：%s", "Tasks: %s", label),
			description: p.t("状态为“%s”的工作任务。%s", "Tasks with the status %s. %s", label, p.say(info.Rule)),
			lead:        p.t("%d项任务的状态是“%s”。判定规则：%s", "%d tasks have the status “%s”. Rule: %s", c.N, label, p.say(info.Rule)),
			n:           c.N, tasks: p.tasksWhere(func(t *progress.Task) bool { return t.Status == c.Status }),
		})
	}
	return sets
}

// yearSets are the tasks due by the end of each year, and those without a
// deadline.
func (p *planBuilder) yearSets() []*taskSet {
	var sets []*taskSet
	for _, year := range p.dueYears() {
		tasks := p.tasksWhere(func(t *progress.Task) bool { return t.Task.Due.Given() && t.Task.Due.V.Year == year })
		sets = append(sets, &taskSet{
			path: byYearPath + itoa(year) + "/", choice: p.t("%d年", "%d", year), title: p.t("工作任务：%d年到期", "Tasks due in %d", year),
			description: p.t("%s中%d年到期的工作任务及其状态。", "Tasks of %[1]s due in %[2]d and their status.", p.planTitle(), year),
			lead:        p.t("%d项任务在%d年到期。", "%d tasks are due in %d.", len(tasks), year),
			n:           len(tasks), tasks: tasks,
		})
	}
	if p.Counts.Ongoing > 0 {
		sets = append(sets, &taskSet{
			path: byYearPath + "ongoing/", choice: p.t("持续推进，没有期限", "Ongoing"), title: p.t("工作任务：没有期限", "Tasks without a deadline"),
			description: p.t("%s中持续推进、没有完成期限的工作任务及其状态。", "Ongoing tasks of %s, which have no deadline, and their status.", p.planTitle()),
			lead:        p.t("%d项任务持续推进，没有完成期限；这类任务不会逾期，也不计入完成比例。", "%d tasks are ongoing and have no deadline; such a task is never overdue and never counts in a completion rate.", p.Counts.Ongoing),
			n:           p.Counts.Ongoing, tasks: p.tasksWhere(func(t *progress.Task) bool { return t.Task.Schedule.V == plan.Ongoing }),
		})
	}
	return sets
}

func (p *planBuilder) evidenceSets() []*taskSet {
	with := &taskSet{
		path: byEvidencePath + "yes/", choice: p.t("有公开佐证", "With public evidence"), title: p.t("工作任务：有公开佐证", "Tasks with public evidence"),
		description: p.t("%s中至少有一条公开来源的工作任务。", "Tasks of %s with at least one public source.", p.planTitle()),
		lead:        p.t("%d项任务至少有一条公开来源。有来源不等于已经完成。", "%d tasks have at least one public source. A source does not mean that a task is complete.", p.Counts.Evidenced),
		n:           p.Counts.Evidenced, tasks: p.tasksWhere((*progress.Task).Evidenced),
	}
	none := p.Counts.Total - p.Counts.Evidenced
	without := &taskSet{
		path: byEvidencePath + "no/", choice: p.t("没有公开佐证", "Without public evidence"), title: p.t("工作任务：没有公开佐证", "Tasks without public evidence"),
		description: p.t("%s中没有查到公开来源的工作任务。", "Tasks of %s for which no public source was found.", p.planTitle()),
		lead:        p.t("%d项任务没有查到公开来源。没有查到不等于没有工作。", "No public source was found for %d tasks. That does not mean that nothing was done.", none),
		n:           none, tasks: p.tasksWhere(func(t *progress.Task) bool { return !t.Evidenced() }),
	}
	return slices.DeleteFunc([]*taskSet{with, without}, func(s *taskSet) bool { return s.n == 0 })
}

func (p *planBuilder) projectSets() []*taskSet {
	var sets []*taskSet
	for _, x := range p.Report.Projects {
		if x.Counts.Total == 0 {
			continue
		}
		name := p.or(x.Project.Title, x.Project.TitleEN)
		sets = append(sets, &taskSet{
			path: byProjectPath + x.Project.ID.V + "/", choice: itoa(x.Project.Number.V) + " " + name, title: p.t("工作任务：%s", "Tasks: %s", name),
			description: p.t("%s中“%s”项目的工作任务及其状态。", "Tasks of the project “%[2]s” of %[1]s and their status.", p.planTitle(), name),
			lead:        p.groupSentence(x.Counts), n: x.Counts.Total, tasks: x.Tasks,
		})
	}
	return sets
}

// unitSets are the tasks that each unit is responsible for, itself or through a
// collective.
func (p *planBuilder) unitSets() []*taskSet {
	var sets []*taskSet
	for _, u := range p.Report.Units {
		if u.LeadCounts.Total == 0 {
			continue
		}
		name := p.or(u.Unit.Name, u.Unit.NameEN)
		set := &taskSet{
			path: byUnitPath + u.Unit.ID.V + "/", choice: name, title: p.t("工作任务：%s负责", "Tasks of %s", name), n: u.LeadCounts.Total,
			description: p.t("%s中%s负责的工作任务及其状态。", "Tasks of %s that %s is responsible for and their status.", p.planTitle(), name),
			lead:        p.t("%s负责%d项任务：%s。", "%s is responsible for %d tasks: %s.", name, u.LeadCounts.Total, p.countWords(u.LeadCounts.Statuses)),
			via:         map[*progress.Task]*plan.Unit{},
		}
		for _, t := range u.Lead {
			set.tasks = append(set.tasks, t.Task)
			if t.Via != nil {
				set.via[t.Task] = t.Via
			}
		}
		sets = append(sets, set)
	}
	return sets
}

func (p *planBuilder) tasksWhere(holds func(*progress.Task) bool) []*progress.Task {
	var tasks []*progress.Task
	for _, t := range p.Report.Tasks {
		if holds(t) {
			tasks = append(tasks, t)
		}
	}
	return tasks
}

// filterRows puts the filters into links; current is the set that the page
// shows, or nil.
func (p *planBuilder) filterRows(filters []taskFilter, current *taskSet) []Filter {
	all := FilterChoice{Link: Link{Text: p.t("全部", "All"), Path: p.root + tasksPath}, N: p.Counts.Total, Current: current == nil}
	var rows []Filter
	for k, f := range filters {
		row := Filter{Label: f.label, Help: f.help, Fold: f.fold}
		if k == 0 {
			row.Items = append(row.Items, all)
			if all.Current {
				row.Now = all.Link.Text
			}
		}
		for _, s := range f.sets {
			c := FilterChoice{Link: Link{Text: s.choice, Path: p.root + s.path}, N: s.n, Current: s == current}
			if c.Current {
				row.Now = s.choice
			}
			row.Items = append(row.Items, c)
		}
		if len(row.Items) > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}
