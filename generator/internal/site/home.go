package site

import (
	"jindu/generator/internal/chart"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// The most rows that the first page shows of a list that has its own page.
const (
	homeAttention = 6
	homeLatest    = 6
)

// homePage makes the first page: every plan at a glance.
func (b *builder) homePage() {
	page := Page{Layout: "home", Branch: true, Title: b.or(b.Site.Title, b.Site.TitleEN), Files: map[string][]byte{}}
	var data HomeData
	newest := plan.Date{}
	for _, r := range b.Reports {
		p := &planBuilder{builder: b, Report: r, root: r.Plan.ID.V + "/"}
		newest = later(newest, p.newest())
		data.Plans = append(data.Plans, p.homePlan(page.Files))
		page.Meta.Description = first(data.Plans[0].Sentence, 100)
	}
	page.Date, page.Data = newest.String(), data
	b.add(page)
}

func (p *planBuilder) homePlan(files map[string][]byte) HomePlan {
	attention := p.attention()
	h := HomePlan{
		Plan: p.planLink(), Number: p.Plan.Number.V, Title: p.or(p.Plan.Title, p.Plan.TitleEN),
		Heading: p.t("%s重点任务进展", "Progress of %s", p.planTitle()), AsOf: p.day(p.Report.AsOf),
		Sentence: p.say(p.Report.Sentence()), Evidence: p.say(p.Report.EvidenceSentence()),
		NoEvidence: Link{Text: p.t("未披露清单", "What is not known"), Path: p.root + undisclosedPath},
		Bar:        p.homeBar(files), Counts: p.counts("plan/"+p.Plan.ID.V+"/dated", p.Counts.Dated),
		Open:       p.counts("plan/"+p.Plan.ID.V+"/ongoing", p.Counts.Open),
		Indicators: p.cards(p.planGoals()),
		AllInd:     Link{Text: p.t("全部%d个指标", "All %d indicators", len(p.Report.Indicators)), Path: p.root + indicatorsPath},
		AttentionN: len(attention), Projects: p.projectRows(), Latest: p.latest(),
		AttentionL: Link{Text: p.t("全部%d项", "All %d", len(attention)), Path: p.root + tasksPath},
	}
	if p.hasReports() {
		h.Report = new(p.bulletinLink())
	}
	h.Attention = p.taskRows(attention[:min(len(attention), homeAttention)])
	return h
}

// homeBar is the single bar of the dated tasks: the ongoing ones have no
// deadline to meet and would water down its shares.
func (p *planBuilder) homeBar(files map[string][]byte) Chart {
	f := chart.Figure{
		ID: "home-" + p.Plan.ID.V, AsOf: p.Report.AsOf, Source: p.derived(),
		Title:    p.t("%d项有时限任务的状态", "Status of the %d tasks with a deadline", p.Counts.Deadline),
		Subtitle: p.t("任务数，按状态；%s", "Number of tasks by status; %s", p.planTitle()),
		Sentence: p.say(p.Report.Sentence()),
	}
	bar := chart.Bar{ID: "plan/" + p.Plan.ID.V + "/dated", Label: p.t("有时限任务", "Tasks with a deadline"), Counts: p.Counts.Dated}
	return p.figure(files, chart.OneBar(f, p.t("范围", "Scope"), bar, p.Lang))
}

// attention lists the tasks that need it: overdue and behind first, then those
// whose deadline passed in silence.
func (p *planBuilder) attention() []*progress.Task {
	var out []*progress.Task
	for _, s := range []progress.Status{progress.Overdue, progress.Behind, progress.Lapsed} {
		for _, t := range p.Report.Tasks {
			if t.Status == s {
				out = append(out, t)
			}
		}
	}
	return out
}

func (p *planBuilder) latest() []LatestRow {
	rows := []LatestRow{}
	for _, n := range p.Report.Latest[:min(len(p.Report.Latest), homeLatest)] {
		rows = append(rows, p.latestRow(n))
	}
	return rows
}

func (p *planBuilder) latestRow(n progress.Latest) LatestRow {
	row := LatestRow{Known: p.day(n.Known)}
	if n.Update != nil {
		row.Kind, row.About, row.Summary = p.t("进展", "update"), p.taskLink(n.Task), n.Update.Summary.V
		return row
	}
	o := n.Observation
	row.Kind, row.About = p.t("实际值", "value"), p.indicatorLink(n.Indicator)
	row.Summary = p.t("%s：%s%s", "%s: %s %s", p.period(o.Period.V), o.Value.V.Raw, p.unit(n.Indicator.Indicator))
	return row
}
