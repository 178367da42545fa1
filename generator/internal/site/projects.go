package site

import (
	"strings"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/progress"
)

// projectPages makes the list of projects and a page each.
func (p *planBuilder) projectPages() {
	files := map[string][]byte{}
	column := p.column(p.t("项目", "Projects"), p.t("%s的%d个项目及各项目的任务状态。", "The projects of %s (%d) and the status of their tasks.",
		p.planTitle(), len(p.Report.Projects)))
	crumbs := p.crumbs(p.planLink())
	p.add(Page{
		Path: p.root + "projects", Layout: "projects", Branch: true, Title: p.t("项目", "Projects"), Date: p.newest().String(),
		Meta: column, Crumbs: crumbs, Files: files,
		Data: ProjectsData{AsOf: p.day(p.Report.AsOf), Chart: p.projectChart(files, "projects"), Rows: p.projectRows()},
	})
	listed := below(crumbs, Link{Text: p.t("项目", "Projects"), Path: p.root + projectsPath})
	for k, x := range p.Report.Projects {
		p.projectPage(x, k, column, listed)
	}
}

func (p *planBuilder) projectPage(x *progress.Project, k int, column Meta, crumbs []Link) {
	title := p.or(x.Project.Title, x.Project.TitleEN)
	date := p.issued()
	for _, t := range x.Tasks {
		date = later(date, p.taskDate(t))
	}
	data := ProjectData{
		Number: itoa(x.Project.Number.V), AsOf: p.day(p.Report.AsOf), Sentence: p.groupSentence(x.Counts),
		Counts: p.counts("project/"+x.Project.ID.V, x.Counts.Statuses), Tasks: p.taskRows(x.Tasks),
		Differences: p.differences(x.Project.Differences), Policy: p.annexLink(x.Tasks),
		Downloads: p.downloads("projects/" + x.Project.ID.V),
	}
	if k > 0 {
		data.Previous = new(p.projectLink(p.Report.Projects[k-1].Project))
	}
	if k+1 < len(p.Report.Projects) {
		data.Next = new(p.projectLink(p.Report.Projects[k+1].Project))
	}
	p.add(Page{
		Path: p.root + "projects/" + x.Project.ID.V, Layout: "project", Title: title, Date: date.String(),
		Meta: p.article(column, title, date, data.Sentence), Crumbs: crumbs, Data: data,
	})
}

// annexLink leads to the first of the tasks in the annex.
func (p *planBuilder) annexLink(tasks []*progress.Task) Link {
	if len(tasks) == 0 {
		return Link{Text: p.t("政策原文", "Policy text"), Path: p.root + policyPath}
	}
	return p.rowLink(tasks[0])
}

// groupSentence counts the tasks of a project or unit in words.
func (b *builder) groupSentence(c progress.Counts) string {
	return b.t("共%d项任务：%s。", "%d tasks: %s.", c.Total, b.countWords(c.Statuses))
}

// countWords lists counts as words: 到期未披露2项、持续推进1项.
func (b *builder) countWords(list []progress.StatusCount) string {
	var parts []string
	for _, c := range list {
		label := c.Status.Info().Label
		parts = append(parts, b.t("%s%d项", "%s %d", lang.T(label.ZH, strings.ToLower(label.EN)), c.N))
	}
	return b.join(parts)
}
