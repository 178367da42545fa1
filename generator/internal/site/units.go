package site

import (
	"jindu/generator/internal/chart"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/schema"
)

// unitTasks is what a unit has to do in one plan.
type unitTasks struct {
	*planBuilder
	*progress.Unit
}

// unitPages makes the list of units and a page each, over all plans.
func (b *builder) unitPages() {
	column := b.column(b.t("责任单位", "Units"), b.t("方案中的责任单位和配合单位，以及各自任务的状态。", "Responsible and supporting units and the status of their tasks."))
	byUnit := b.tasksByUnit()
	var named []*plan.Unit
	newest := plan.Date{}
	for _, u := range b.Site.Units {
		if len(byUnit[u.ID.V]) > 0 {
			named = append(named, u)
			newest = later(newest, b.unitPage(u, byUnit[u.ID.V], column))
		}
	}
	files := map[string][]byte{}
	b.add(Page{
		Path: "units", Layout: "units", Branch: true, Title: b.t("责任单位", "Units"), Date: newest.String(), Meta: column,
		Crumbs: b.crumbs(), Data: b.unitsData(named, byUnit, files), Files: files,
	})
}

func (b *builder) tasksByUnit() map[string][]unitTasks {
	out := map[string][]unitTasks{}
	for _, r := range b.Reports {
		p := &planBuilder{builder: b, Report: r, root: r.Plan.ID.V + "/"}
		for _, u := range r.Units {
			out[u.Unit.ID.V] = append(out[u.Unit.ID.V], unitTasks{p, u})
		}
	}
	return out
}

func (b *builder) unitsData(units []*plan.Unit, byUnit map[string][]unitTasks, files map[string][]byte) UnitsData {
	data := UnitsData{
		AsOf: b.day(b.AsOf),
		Note: b.t("一项任务可以有多个责任单位；“各县（区）政府”这类统称也分别计入它的成员。因此各单位的任务数相加会大于任务总数。",
			"A task can have several responsible units, and a collective such as “各县（区）政府” also counts for each member; the units' counts therefore add up to more than the number of tasks."),
	}
	f, _ := schema.Unit().Field("kind")
	for _, kind := range f.Choices {
		group := UnitGroup{Heading: b.say(kind.Title)}
		for _, u := range units {
			if u.Kind.V == kind.Value {
				group.Units = append(group.Units, b.unitRow(u, byUnit[u.ID.V]))
			}
		}
		if len(group.Units) > 0 {
			data.Groups = append(data.Groups, group)
		}
	}
	data.Chart = b.unitChart(units, byUnit, files)
	return data
}

func (b *builder) unitRow(u *plan.Unit, in []unitTasks) UnitRow {
	id := "unit/" + u.ID.V
	row := UnitRow{Name: b.or(u.Name, u.NameEN), Path: unitPath(u), Counts: []Count{}}
	lead, support := 0, 0
	for _, x := range in {
		lead, support = lead+len(x.Lead), support+len(x.Support)
		row.Counts = append(row.Counts, x.counts(id, x.LeadCounts.Statuses)...)
	}
	row.Lead, row.Support = number(id+"/count/lead", lead), number(id+"/count/support", support)
	return row
}

// unitChart is the status of the tasks that each unit is responsible for,
// collectives left out because their members stand in the chart.
func (b *builder) unitChart(units []*plan.Unit, byUnit map[string][]unitTasks, files map[string][]byte) Chart {
	f := chart.Figure{
		ID: "units", AsOf: b.AsOf, Source: b.derived(),
		Title:    b.t("各责任单位的任务状态", "Task status by responsible unit"),
		Subtitle: b.t("负责的任务数，按单位和状态；统称按成员计", "Number of tasks each unit is responsible for, by status; collectives counted by member"),
	}
	var bars []chart.Bar
	most, name := 0, ""
	for _, u := range units {
		bar := chart.Bar{ID: "unit/" + u.ID.V, Label: b.or(u.Name, u.NameEN)}
		n := 0
		for _, x := range byUnit[u.ID.V] {
			bar.Counts = append(bar.Counts, x.LeadCounts.Statuses...)
			n += x.LeadCounts.Total
		}
		if u.IsCollective() || n == 0 {
			continue
		}
		if n > most {
			most, name = n, bar.Label
		}
		bars = append(bars, bar)
	}
	f.Sentence = b.t("%d个单位负有责任，其中%s负责的任务最多，%d项。", "%d units are responsible for tasks; %s has the most, %d.", len(bars), name, most)
	return b.figure(files, chart.StatusBars(f, b.t("责任单位", "Unit"), bars, b.Lang))
}

// unitPage makes the page of one unit and returns its date.
func (b *builder) unitPage(u *plan.Unit, in []unitTasks, column Meta) plan.Date {
	data := UnitData{
		Kind: b.choice(schema.Unit(), "kind", u.Kind.V), AsOf: b.day(b.AsOf), Aliases: texts(u.Aliases),
		Counts: []Count{}, Lead: []TaskRow{}, Support: []TaskRow{}, Reporting: []ReportingData{}, MemberOf: []Link{}, Members: []Link{},
		Basis: u.Basis.V, Later: []LaterRow{}, Notes: texts(u.Notes), Charts: []Chart{}, Reports: []Link{}, Downloads: []Download{},
	}
	date := plan.Date{}
	files := map[string][]byte{}
	for _, x := range in {
		date = later(date, x.issued())
		data.Downloads = append(data.Downloads, x.downloads("units/"+u.ID.V)...)
		data.Sentence += x.sentence()
		data.Counts = append(data.Counts, x.counts("unit/"+u.ID.V, x.LeadCounts.Statuses)...)
		data.Lead = append(data.Lead, x.rows(x.Lead)...)
		data.Support = append(data.Support, x.rows(x.Support)...)
		for _, t := range x.Lead {
			date = later(date, x.taskDate(t.Task))
		}
		if len(x.Lead) > 0 {
			data.Reporting = append(data.Reporting, x.reporting())
		}
		if len(x.Lead) > 0 && b.hasReports() {
			data.Reports = append(data.Reports, x.unitReportLink(u))
		}
		if len(x.Lead) > 1 {
			data.Charts = append(data.Charts, x.unitRoadmap(x.Unit, files))
		}
	}
	data.MemberOf, data.Members = b.unitLinks(in[0].MemberOf), b.unitLinks(in[0].Members)
	for _, l := range in[0].Report.Later(u) {
		data.Later = append(data.Later, LaterRow{Name: l.Name.V, Statement: l.Statement.V, Evidence: b.evidence(l.Evidence)})
	}
	title := b.or(u.Name, u.NameEN)
	b.add(Page{
		Path: "units/" + u.ID.V, Layout: "unit", Title: title, Date: date.String(),
		Meta:   b.article(column, title, date, data.Sentence),
		Crumbs: b.crumbs(Link{Text: b.t("责任单位", "Units"), Path: unitsPath}), Data: data, Files: files,
	})
	return date
}

// sentence says what the unit has to do in the plan.
func (x unitTasks) sentence() string {
	switch {
	case len(x.Lead) == 0:
		return x.t("在%s中配合%d项任务，没有负责的任务。", "In %s it supports %d tasks and is responsible for none.", x.planTitle(), len(x.Support))
	case len(x.Support) == 0:
		return x.t("在%s中负责%d项任务：%s。", "In %s it is responsible for %d tasks: %s.", x.planTitle(), len(x.Lead), x.countWords(x.LeadCounts.Statuses))
	}
	return x.t("在%s中负责%d项任务（%s），配合%d项。", "In %s it is responsible for %d tasks (%s) and supports %d.",
		x.planTitle(), len(x.Lead), x.countWords(x.LeadCounts.Statuses), len(x.Support))
}

func (x unitTasks) rows(tasks []progress.UnitTask) []TaskRow {
	rows := []TaskRow{}
	for _, t := range tasks {
		row := x.taskRow(t.Task)
		row.First = t.First
		if t.Via != nil {
			row.Via = x.or(t.Via.Name, t.Via.NameEN)
		}
		rows = append(rows, row)
	}
	return rows
}

func (b *builder) unitLinks(units []*plan.Unit) []Link {
	links := []Link{}
	for _, u := range units {
		links = append(links, Link{Text: b.or(u.Name, u.NameEN), Path: unitPath(u)})
	}
	return links
}
