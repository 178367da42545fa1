package site

import (
	"jindu/generator/internal/chart"
	"jindu/generator/internal/progress"
)

// derived is the source of charts of statuses.
func (b *builder) derived() string {
	return b.t("本站按公开信息和判定规则得出", "Derived by this site's rules from public information")
}

// roadmap draws the whole plan's tasks by project.
func (p *planBuilder) roadmap(files map[string][]byte) Chart {
	var groups []chart.RoadmapGroup
	for _, x := range p.Report.Projects {
		groups = append(groups, chart.RoadmapGroup{Label: p.or(x.Project.Title, x.Project.TitleEN), Tasks: x.Tasks})
	}
	return p.figure(files, chart.Roadmap(chart.Figure{
		ID: "roadmap", AsOf: p.Report.AsOf, Source: p.t("期限：%s；状态：%s", "Deadlines: %s; status: %s", p.Plan.Number.V, p.derived()),
		Title:    p.t("%d项任务的期限和状态", "Deadlines and status of %d tasks", p.Counts.Total),
		Subtitle: p.roadmapSubtitle(), Sentence: p.roadmapSentence(p.Report.Tasks),
	}, p.Plan, groups, p.Lang))
}

// unitRoadmap draws the tasks that a unit is responsible for.
func (p *planBuilder) unitRoadmap(u *progress.Unit, files map[string][]byte) Chart {
	var tasks []*progress.Task
	for _, t := range u.Lead {
		tasks = append(tasks, t.Task)
	}
	return p.figure(files, chart.Roadmap(chart.Figure{
		ID: "roadmap-" + p.Plan.ID.V, AsOf: p.Report.AsOf, Source: p.t("期限：%s；状态：%s", "Deadlines: %s; status: %s", p.Plan.Number.V, p.derived()),
		Title:    p.t("负责的%d项任务的期限和状态", "Deadlines and status of its %d tasks", len(tasks)),
		Subtitle: p.roadmapSubtitle(), Sentence: p.roadmapSentence(tasks),
	}, p.Plan, []chart.RoadmapGroup{{Tasks: tasks}}, p.Lang))
}

func (p *planBuilder) roadmapSubtitle() string {
	return p.t("横条从方案起始日（%s）或写明的开始时间画到期限；尖头表示持续推进、没有期限；竖线是数据截至日",
		"Bars run from the plan's first day (%s), or the start that is stated, to the deadline; a point means ongoing without one; the vertical line is the as-of day",
		p.day(p.Plan.Start.V).Text)
}

// roadmapSentence says how many deadlines have passed, and when the next is.
func (p *planBuilder) roadmapSentence(tasks []*progress.Task) string {
	dated, past := 0, 0
	var next *progress.Task
	for _, t := range tasks {
		due := t.Task.Due
		switch {
		case !due.Given():
			continue
		case due.V.Before(p.Report.AsOf):
			past++
		case next == nil || due.V.Before(next.Task.Due.V):
			next = t
		}
		dated++
	}
	said := p.t("截至%s，%d项任务中%d项有期限，其中%d项的期限已过；%d项没有期限。", "As of %s, %d of the tasks listed: %d have a deadline, which has passed for %d; %d have none.",
		p.day(p.Report.AsOf).Text, len(tasks), dated, past, len(tasks)-dated)
	if next != nil {
		said += p.t("下一个期限是%s。", " The next deadline is %s.", p.day(next.Task.Due.V).Text)
	}
	return said
}

// history draws how the statuses stood over time.
func (p *planBuilder) history(files map[string][]byte) *Chart {
	points := progress.History(p.Site, p.Plan, p.Report.AsOf)
	if len(points) < 2 {
		return nil // one day is no course of time
	}
	last := points[len(points)-1]
	c := p.figure(files, chart.StatusHistory(chart.Figure{
		ID: "history", AsOf: p.Report.AsOf, Source: p.derived(),
		Title:    p.t("%d项任务的状态变化", "How the status of %d tasks changed", p.Counts.Total),
		Subtitle: p.t("任务数，每半年末和数据截至日各一条；每条只用当时已经公开的信息", "Number of tasks at the end of each half-year and on the as-of day; each bar uses only what was public by then"),
		Sentence: p.t("%s：%s。%s：%s。", "%s: %s. %s: %s.", p.day(points[0].Day).Text, p.countWords(points[0].Counts.Statuses),
			p.day(last.Day).Text, p.countWords(last.Counts.Statuses)),
	}, p.Plan.ID.V, points, p.Lang))
	return &c
}

// multiples draws every indicator small.
func (p *planBuilder) multiples(files map[string][]byte) Chart {
	observed := 0
	for _, i := range p.Report.Indicators {
		if i.Latest != nil {
			observed++
		}
	}
	f, panels := chart.Multiples(chart.Figure{
		ID: "indicators", AsOf: p.Report.AsOf, Source: p.t("目标值：%s；实际值：各指标页列出来源", "Targets: %s; values: sources on each indicator's page", p.Plan.Number.V),
		Title:    p.t("%d个指标的目标和实际值", "Targets and values of %d indicators", len(p.Report.Indicators)),
		Subtitle: p.t("每幅图用自己的纵轴（都含零点），高低不能互相比较；菱形为目标值，实线为实际值，虚线为所需路径", "Each drawing has its own scale, zero included, so heights cannot be compared; diamonds are targets, the solid line published values, the dashed line the required path"),
		Sentence: p.t("%d个指标中，%d个有公开的实际值，%d个未披露。", "Of %d indicators, %d have published values and %d do not.",
			len(p.Report.Indicators), observed, len(p.Report.Indicators)-observed),
	}, p.Plan, p.Report.Indicators, p.Lang)
	c := p.chartOf(f)
	for _, panel := range panels {
		card := p.card(panel.Indicator)
		id := "small-" + card.ID
		one := f
		one.Title, one.Sentence = card.Name, p.indicatorSentence(panel.Indicator)
		drawn := p.drawing(files, id+".svg", id, panel.Drawing, one)
		c.Panels = append(c.Panels, Panel{
			Link: Link{Text: card.Name, Path: card.Path}, Latest: card.Latest, Period: card.LatestOf, Unit: card.Unit, SVG: id + ".svg",
			Geometry: p.panelReading(id, drawn),
		})
	}
	return c
}
