package site

import (
	"jindu/generator/internal/chart"
	"jindu/generator/internal/compare"
	"jindu/generator/internal/progress"
)

// planPage makes the overview of a plan: its document and the ways into it.
func (p *planBuilder) planPage() {
	files := map[string][]byte{}
	data := PlanData{
		Record: p.record(), AsOf: p.day(p.Report.AsOf), Sentence: p.say(p.Report.Sentence()), Links: p.planNav(),
		Projects: p.projectRows(), Chart: p.projectChart(files, "projects-"+p.Plan.ID.V), History: p.history(files),
		Related: p.related(p.Plan.Related, "plan/"+p.Plan.ID.V), Notes: p.notes(compare.AboutPlan, p.Plan.ID.V, p.Plan.Notes), Downloads: p.planDownloads(),
	}
	p.add(Page{
		Path: p.Plan.ID.V, Layout: "plan", Branch: true, Title: p.planTitle(), Date: p.newest().String(),
		Meta: p.planColumn(), Crumbs: p.crumbs(), Data: data, Files: files,
	})
}

func (p *planBuilder) planColumn() Meta {
	return p.column(p.planTitle(), p.t("%s（%s）各项任务和指标的进展。", "Progress of the tasks and indicators of %s (%s).",
		p.Plan.Title.V, p.Plan.Number.V), p.Plan.Number.V)
}

// record is the disclosure block of the document. Rows that the document does
// not fill (索引号, 统一编号) are left out: they are never made up.
func (p *planBuilder) record() []Field {
	fields := []Field{
		{Label: p.t("文件名称", "Title"), Text: p.or(p.Plan.Title, p.Plan.TitleEN), Link: &Link{Text: p.t("原文", "text"), Path: p.root + policyPath}},
		{Label: p.t("文号", "Number"), Text: p.Plan.Number.V},
		{Label: p.t("发文机关", "Issuer"), Text: p.Plan.Issuer.V},
		{Label: p.t("成文日期", "Signed"), Text: p.day(p.Plan.Signed.V).Text},
	}
	if p.Plan.Printed.Given() {
		fields = append(fields, Field{Label: p.t("印发日期", "Printed"), Text: p.day(p.Plan.Printed.V).Text})
	}
	if p.Plan.Disclosure.Given() {
		fields = append(fields, Field{Label: p.t("公开方式", "Disclosure"), Text: p.Plan.Disclosure.V})
	}
	return fields
}

func (p *planBuilder) planNav() []Nav {
	nav := func(zh, en, path, helpZH, helpEN string) Nav {
		return Nav{Link: Link{Text: p.t(zh, en), Path: p.root + path}, Help: p.t(helpZH, helpEN)}
	}
	links := []Nav{
		nav("工作任务", "Tasks", tasksPath, "逐项列出状态和依据。", "Every task with its status and why."),
		nav("指标", "Indicators", indicatorsPath, "目标值和公开的实际值。", "Targets and published values."),
		nav("时间表", "Timetable", timetablePath, "按完成年份排列。", "By the year they are due."),
		nav("未披露清单", "What is not known", undisclosedPath, "没有公开信息的任务和指标。", "Tasks and indicators without public information."),
		nav("政策原文", "Policy text", policyPath, "文件全文和附件。", "The full document with its annex."),
		nav("更新记录", "Change log", changesPath, "数据什么时候改了什么。", "What changed in the data when."),
		nav("更正记录", "Corrections", correctionsPath, "更正、修订和文件作出的调整，原来和现在。", "Corrections, revisions and changes by documents, before and after."),
		nav("资料来源", "Sources", sourcesPath, "本站引用的每一条公开来源。", "Every public source used here."),
	}
	if p.hasReports() {
		links = append(links, Nav{Link: p.bulletinLink(), Help: "供打印和存档，可以另存为PDF。"})
	}
	return links
}

// projectChart is the status of every project's tasks.
func (p *planBuilder) projectChart(files map[string][]byte, id string) Chart {
	f := chart.Figure{
		ID: id, AsOf: p.Report.AsOf, Source: p.derived(),
		Title:    p.t("%d个项目的任务状态", "Task status of the %d projects", len(p.Report.Projects)),
		Subtitle: p.t("任务数，按项目和状态；%s", "Number of tasks by project and status; %s", p.planTitle()),
		Sentence: p.projectSentence(),
	}
	var bars []chart.Bar
	for _, x := range p.Report.Projects {
		bars = append(bars, chart.Bar{ID: "project/" + x.Project.ID.V, Label: p.or(x.Project.Title, x.Project.TitleEN), Counts: x.Counts.Statuses})
	}
	return p.figure(files, chart.StatusBars(f, p.t("项目", "Project"), bars, p.Lang))
}

// projectSentence names the largest project and counts all tasks; the numbers of
// each project stand in the chart's table.
func (p *planBuilder) projectSentence() string {
	var most *progress.Project
	for _, x := range p.Report.Projects {
		if most == nil || x.Counts.Total > most.Counts.Total {
			most = x
		}
	}
	if most == nil {
		return ""
	}
	return p.t("%d项任务分属%d个项目，“%s”最多，有%d项；合计：%s。", "%d tasks in %d projects, most of them (%[4]d) in “%[3]s”; in all: %[5]s.",
		p.Counts.Total, len(p.Report.Projects), p.or(most.Project.Title, most.Project.TitleEN), most.Counts.Total, p.countWords(p.Counts.Statuses))
}
