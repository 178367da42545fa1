package site

import (
	"jindu/generator/internal/progress"
)

// undisclosedPage lists what is not known: silence is data.
func (p *planBuilder) undisclosedPage() {
	title := p.t("未披露清单", "What is not known")
	silent, unclear := p.silentTasks()
	missing := p.missingTargets()
	data := UndisclosedData{
		AsOf: p.day(p.Report.AsOf), Indicators: missing, Searched: p.searched(), Fields: p.unknownFields(),
		Lead: p.t("%d项任务中，%d项没有查到公开进展，另有%d项有公开信息但没有说明是否完成；%d个目标没有查到公开的实际值。",
			"Of %d tasks, no public update was found for %d; %d more have public information that does not say whether they are complete; for %d targets no published value was found.",
			p.Counts.Total, len(silent), len(unclear), len(missing)),
		Groups: []TaskList{
			{Anchor: "no-update", Heading: p.t("没有查到公开进展的任务（%d项）", "Tasks without a public update (%d)", len(silent)), Tasks: p.taskRows(silent)},
			{Anchor: "no-statement", Heading: p.t("有公开信息、但没有说明是否完成的任务（%d项）", "Tasks with public information that does not say whether they are complete (%d)", len(unclear)), Tasks: p.taskRows(unclear)},
		},
	}
	p.add(Page{
		Path: p.root + "undisclosed", Layout: "undisclosed", Branch: true, Title: title, Date: p.newest().String(),
		Meta: p.column(title, data.Lead), Crumbs: p.crumbs(p.planLink()), Data: data,
	})
}

// silentTasks parts the tasks without any update from those whose updates state
// no status.
func (p *planBuilder) silentTasks() (silent, unclear []*progress.Task) {
	for _, t := range p.Report.Tasks {
		switch {
		case len(t.Updates) == 0:
			silent = append(silent, t)
		case t.Reported == "":
			unclear = append(unclear, t)
		}
	}
	return silent, unclear
}

func (p *planBuilder) missingTargets() []MissingTarget {
	out := []MissingTarget{}
	for _, i := range p.Report.Indicators {
		for _, line := range p.targetLines(i) {
			if line.Actual == nil {
				out = append(out, MissingTarget{
					Indicator: p.indicatorLink(i), Period: line.Period, Verdict: line.Verdict,
					Target: line.Comparator + line.Value.Text + line.Value.Unit,
				})
			}
		}
	}
	return out
}

func (p *planBuilder) searched() []SearchedRow {
	out := []SearchedRow{}
	for _, n := range p.Report.NotFound() {
		row := SearchedRow{Item: n.Item.V, Result: n.Result.V, About: []Link{}}
		for _, id := range n.Tasks {
			if t, ok := p.task(id.V); ok {
				row.About = append(row.About, p.taskLink(t))
			}
		}
		for _, id := range n.Indicators {
			if i, ok := p.indicator(id.V); ok {
				row.About = append(row.About, p.indicatorLink(i))
			}
		}
		out = append(out, row)
	}
	return out
}

// unknownFields are marks of a disclosed document and of a government site that
// have not been issued to this one.
func (p *planBuilder) unknownFields() []Field {
	none := p.t("未披露", "not disclosed")
	fields := []Field{{Label: p.t("文件索引号", "Index number of the document"), Text: none}, {Label: p.t("文件统一编号", "Uniform number of the document"), Text: none}}
	if !p.anyBaseline() {
		fields = append(fields, Field{Label: p.t("各指标的基期值", "Baselines of the indicators"), Text: none})
	}
	return fields
}

// anyBaseline reports whether any indicator has a published baseline.
func (p *planBuilder) anyBaseline() bool {
	for _, i := range p.Plan.Indicators {
		if i.Baseline.Given() && !i.Baseline.Imputed {
			return true
		}
	}
	return false
}
