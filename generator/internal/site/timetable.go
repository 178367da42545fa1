package site

import (
	"fmt"
	"slices"

	"jindu/generator/internal/plan"
)

// timetablePage lists the tasks by the year in which they are due.
func (p *planBuilder) timetablePage() {
	title := p.t("时间表", "Timetable")
	files := map[string][]byte{}
	data := TimetableData{
		AsOf: p.day(p.Report.AsOf), Years: p.years(), Chart: p.roadmap(files),
		Lead: p.t("%d项任务有完成期限，%d项持续推进、没有期限。“年底前”指当年12月31日，当天也算在内。",
			"%d tasks have a deadline; %d are ongoing and have none. “By the end of the year” means 31 December, the day itself included.",
			p.Counts.Deadline, p.Counts.Ongoing),
	}
	p.add(Page{
		Path: p.root + "timetable", Layout: "timetable", Branch: true, Title: title, Date: p.newest().String(),
		Meta:   p.column(title, p.t("%s各项任务按完成年份排列的时间表。", "Tasks of %s by the year they are due.", p.planTitle())),
		Crumbs: p.crumbs(p.planLink()), Data: data, Files: files,
	})
}

// dueYears are the years in which tasks are due, in order.
func (p *planBuilder) dueYears() []int {
	var years []int
	for _, t := range p.Report.Tasks {
		if t.Task.Due.Given() && !slices.Contains(years, t.Task.Due.V.Year) {
			years = append(years, t.Task.Due.V.Year)
		}
	}
	slices.Sort(years)
	return years
}

func (p *planBuilder) years() []TaskList {
	var lists []TaskList
	for _, year := range p.dueYears() {
		list := TaskList{Anchor: fmt.Sprintf("y%d", year)}
		for _, t := range p.Report.Tasks {
			if t.Task.Due.Given() && t.Task.Due.V.Year == year {
				list.Tasks = append(list.Tasks, p.taskRow(t))
			}
		}
		list.Heading = p.t("%d年到期（%d项）", "Due in %d (%d)", year, len(list.Tasks))
		lists = append(lists, list)
	}
	return append(lists, p.ongoing())
}

func (p *planBuilder) ongoing() TaskList {
	list := TaskList{Anchor: "ongoing"}
	for _, t := range p.Report.Tasks {
		if t.Task.Schedule.V == plan.Ongoing {
			list.Tasks = append(list.Tasks, p.taskRow(t))
		}
	}
	list.Heading = p.t("持续推进（%d项）", "Ongoing (%d)", len(list.Tasks))
	return list
}
