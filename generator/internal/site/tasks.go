package site

import (
	"slices"
	"strings"

	"jindu/generator/internal/compare"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/schema"
)

// taskPages makes the list of tasks, the filtered lists, and a page each.
func (p *planBuilder) taskPages() {
	column := p.taskColumn()
	crumbs := p.crumbs(p.planLink())
	filters := p.taskFilters()
	p.add(Page{
		Path: p.root + "tasks", Layout: "tasks", Branch: true, Title: p.t("工作任务", "Tasks"), Date: p.newest().String(),
		Meta: column, Crumbs: crumbs, Data: p.taskList(filters, nil),
	})
	listed := below(crumbs, p.tasksLink())
	for _, f := range filters {
		for _, set := range f.sets {
			p.add(Page{
				Path: p.root + strings.TrimSuffix(set.path, "/"), Layout: "tasks", Title: set.title, Date: p.newest().String(),
				Meta: p.column(set.title, set.description), Crumbs: listed, Data: p.taskList(filters, set),
			})
		}
	}
	for k, t := range p.Report.Tasks {
		p.taskPage(t, k, below(listed, p.projectLink(t.Project)))
	}
}

func (p *planBuilder) taskColumn() Meta {
	return p.column(p.t("工作任务", "Tasks"), p.t("%s各项工作任务的责任单位、进度安排、状态和依据。",
		"Responsible units, schedule, status and reasons of the tasks of %s.", p.planTitle()))
}

func (p *planBuilder) tasksLink() Link {
	return Link{Text: p.t("工作任务", "Tasks"), Path: p.root + tasksPath}
}

// taskList is the list by project; only is the set it is limited to, or nil.
func (p *planBuilder) taskList(filters []taskFilter, only *taskSet) ListData {
	data := ListData{AsOf: p.day(p.Report.AsOf), Lead: p.say(p.Report.Sentence()), Filters: p.filterRows(filters, only), Downloads: p.downloads("tasks")}
	if only != nil {
		data.Lead, data.Downloads = only.lead, p.setDownloads(only)
	}
	for _, x := range p.Report.Projects {
		group := TaskList{Anchor: x.Project.ID.V, Heading: itoa(x.Project.Number.V) + " " + p.or(x.Project.Title, x.Project.TitleEN)}
		link := p.projectLink(x.Project)
		group.Link = &link
		for _, t := range x.Tasks {
			if only == nil || slices.Contains(only.tasks, t) {
				group.Tasks = append(group.Tasks, p.setRow(t, only))
			}
		}
		if len(group.Tasks) > 0 {
			data.Groups = append(data.Groups, group)
		}
	}
	return data
}

// setRow is a task as a line of a filtered list, or of the whole one.
func (p *planBuilder) setRow(t *progress.Task, in *taskSet) TaskRow {
	row := p.taskRow(t)
	if in != nil && in.via[t] != nil {
		row.Via = p.or(in.via[t].Name, in.via[t].NameEN)
	}
	return row
}

func (p *planBuilder) taskPage(t *progress.Task, k int, crumbs []Link) {
	x := t.Task
	title := p.or(x.Title, x.TitleEN)
	p.add(Page{
		Path: p.root + tasksPath + x.ID.V, Layout: "task", Title: title, Date: p.taskDate(t).String(),
		Meta:   p.article(p.taskColumn(), title, p.taskDate(t), t.Number+" "+p.say(t.Why.Words), x.IssuedLead.V),
		Crumbs: crumbs, Data: p.taskData(t, k),
	})
}

// taskDate is the day of the newest public fact about a task, else the day the
// document was issued.
func (p *planBuilder) taskDate(t *progress.Task) plan.Date {
	date := p.issued()
	for _, u := range t.Updates {
		date = later(date, u.Known())
	}
	return date
}

func (p *planBuilder) taskData(t *progress.Task, k int) TaskData {
	x := t.Task
	data := TaskData{
		Number: t.Number, Quote: x.Quote.V, Policy: p.rowLink(t), AsOf: p.day(p.Report.AsOf), Status: p.tag(t),
		Why: p.explain(t.Why), Reported: p.reported(t.Reported), Evidenced: p.evidenced(t), Project: p.projectLink(t.Project),
		Leads: p.leadRefs(t.Leads), Supports: p.unitRefs(t.Supports), IssuedLead: x.IssuedLead.V, IssuedHelp: x.IssuedHelp.V,
		Schedule: x.IssuedWhen.V, Due: p.dayOf(x.Due), Goals: p.cards(t.Goals), Updates: p.updates(t), Turns: p.turns(t),
		Related: p.related(x.Related, "task/"+x.ID.V), NotFound: p.notFoundFor(func(n plan.NotFound) []plan.String { return n.Tasks }, x.ID.V),
		Differences: p.differences(x.Differences), Notes: p.notes(compare.AboutTask, x.ID.V, x.Notes), File: x.At.File, Edit: p.editLink(x.At),
		Report: p.reportLink(x.At, t.Number),
	}
	data.Changes = p.changeLog(p.log.Of(compare.AboutTask, p.Plan.ID.V, x.ID.V), true)
	data.Corrections = p.correctionsOf(compare.AboutTask, x.ID.V)
	if p.Lang == lang.EN {
		data.Translation = x.QuoteEN.V
	}
	for _, u := range data.Updates {
		if data.NextStep == "" {
			data.NextStep = u.Next
		}
	}
	if k > 0 {
		data.Previous = new(p.taskLink(p.Report.Tasks[k-1]))
	}
	if k+1 < len(p.Report.Tasks) {
		data.Next = new(p.taskLink(p.Report.Tasks[k+1]))
	}
	return data
}

// reported is the word for what the last update states.
func (p *planBuilder) reported(says string) string {
	if says == "" {
		return p.t("没有公开的报送状态", "no status was reported in public")
	}
	return p.choice(schema.Update(), "status", says)
}

// evidenced says what the evidence carries, apart from status and report.
func (p *planBuilder) evidenced(t *progress.Task) string {
	switch {
	case t.Sources == 0:
		return p.t("没有公开佐证", "no public evidence")
	case t.Reported == "":
		return p.t("有%d条公开来源，都没有说明是否完成", "%d public sources, none of which says whether it is complete", t.Sources)
	}
	return p.t("有%d条公开佐证", "%d pieces of public evidence", t.Sources)
}

// leadRefs marks the unit named first: it leads.
func (p *planBuilder) leadRefs(units []*plan.Unit) []UnitRef {
	refs := p.unitRefs(units)
	if len(refs) > 0 {
		refs[0].First = true
	}
	return refs
}

func (p *planBuilder) unitRefs(units []*plan.Unit) []UnitRef {
	refs := []UnitRef{}
	for _, u := range units {
		ref := UnitRef{Name: p.or(u.Name, u.NameEN), Path: unitPath(u)}
		for _, id := range u.Members {
			if m, ok := p.Site.Unit(id.V); ok {
				ref.Members = append(ref.Members, Link{Text: p.or(m.Name, m.NameEN), Path: unitPath(m)})
			}
		}
		refs = append(refs, ref)
	}
	return refs
}

func (p *planBuilder) updates(t *progress.Task) []Update {
	out := []Update{}
	for _, u := range t.Updates {
		out = append(out, p.update(u))
	}
	return out
}

func (p *planBuilder) update(u *plan.Update) Update {
	says := p.t("来源未说明是否完成", "the source does not say whether it is complete")
	if u.Status.Given() {
		says = p.choice(schema.Update(), "status", u.Status.V)
	}
	out := Update{
		AsOf: p.day(u.AsOf.V), Reported: p.handedIn(u), Published: p.appeared(u), Says: says,
		Basis: p.choice(schema.Update(), "basis", u.Basis.V), Summary: u.Summary.V, Problems: u.Problems.V, Next: u.Next.V,
		Note: strings.TrimSpace(u.Correction.V + " " + u.Authority.V), Evidence: p.evidence(u.Evidence),
	}
	if unit, ok := p.Site.Unit(u.Unit.V); ok {
		out.Unit = &Link{Text: p.or(unit.Name, unit.NameEN), Path: unitPath(unit)}
	}
	return out
}

// handedIn is the day a unit reported the update; 未披露 where a unit did and the
// data do not say when, nil where none did.
func (p *planBuilder) handedIn(u *plan.Update) *Day {
	if !u.Reported.Given() && u.Basis.V != "unit_report" {
		return nil
	}
	return new(p.disclosed(u.Reported.V))
}

// appeared is the day the update was published; 未披露 where no source is dated.
func (p *planBuilder) appeared(u *plan.Update) *Day {
	dated := slices.ContainsFunc(u.Evidence, func(e plan.Evidence) bool { return e.Published.Given() })
	if !u.Published.Given() && !dated {
		return new(p.disclosed(plan.Date{}))
	}
	return new(p.day(u.Known()))
}

// notFoundFor lists what was looked for in vain about the record with the id.
func (p *planBuilder) notFoundFor(about func(plan.NotFound) []plan.String, id string) []Field {
	fields := []Field{}
	for _, n := range p.Report.NotFound() {
		for _, ref := range about(n) {
			if ref.V == id {
				fields = append(fields, Field{Label: n.Item.V, Text: n.Result.V})
			}
		}
	}
	return fields
}

func (p *planBuilder) differences(list []plan.Difference) []Difference {
	out := []Difference{}
	for _, d := range list {
		out = append(out, Difference{Where: d.Where.V, Quote: d.Quote.V, Note: d.Note.V, Link: p.quoteLink(d.Where.V, d.Quote.V)})
	}
	return out
}
