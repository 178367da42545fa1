package site

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// reportPages makes 进展情况报告 of the plan and of each unit that it names. They
// have the form of a Chinese bulletin and exist in Chinese only; the English
// pages print as they are.
func (p *planBuilder) reportPages() {
	if !p.hasReports() {
		return
	}
	units := p.reportUnits()
	p.addReport(p.planReport(), p.root+"report", p.planTitle(), p.newest(), p.crumbs(p.planLink()), units)
	for _, u := range units {
		x := unitTasks{p, u}
		p.addReport(x.report(), p.root+"report/"+unitsPath+u.Unit.ID.V, p.or(u.Unit.Name, u.Unit.NameEN), x.reportDate(),
			p.crumbs(p.planLink(), p.bulletinLink()), units)
	}
}

func (b *builder) hasReports() bool { return b.Lang == lang.ZH }

// reportUnits are the units with tasks of their own to report on.
func (p *planBuilder) reportUnits() []*progress.Unit {
	var out []*progress.Unit
	for _, u := range p.Units {
		if len(u.Lead) > 0 {
			out = append(out, u)
		}
	}
	return out
}

// ReportPath is the path of the page of the report on a plan, or on one unit's
// part of it.
func ReportPath(p *plan.Plan, u *plan.Unit) string {
	path := p.ID.V + "/" + reportPath
	if u != nil {
		path += unitPath(u)
	}
	return path
}

func (p *planBuilder) bulletinLink() Link {
	return Link{Text: "进展情况报告", Path: ReportPath(p.Plan, nil)}
}

func (p *planBuilder) unitReportLink(u *plan.Unit) Link {
	return Link{Text: p.or(u.Name, u.NameEN), Path: ReportPath(p.Plan, u)}
}

// addReport adds the page of a report. about is the plan or the unit.
func (p *planBuilder) addReport(data ReportData, path, about string, date plan.Date, crumbs []Link, units []*progress.Unit) {
	if p.BaseURL != "" {
		data.Address = p.BaseURL + path + "/"
	}
	data.AsOf, data.Version, data.Source = p.day(p.Report.AsOf), p.Version, p.contentSource()
	data.Others = []Link{p.bulletinLink()}
	for _, u := range units {
		data.Others = append(data.Others, p.unitReportLink(u.Unit))
	}
	title := about + "重点任务进展情况报告"
	column := p.column("进展情况报告", p.planTitle()+"重点任务进展情况，供打印：总体情况、主要指标、分项任务、存在问题和下一步。")
	p.add(Page{
		Path: path, Layout: "report", Branch: len(crumbs) == 2, Title: title, Date: date.String(),
		Meta: p.article(column, title, date, data.Opening[0]), Crumbs: crumbs, Data: data,
	})
}

// planReport is the report on the whole plan.
func (p *planBuilder) planReport() ReportData {
	var general, own []*progress.Indicator
	for _, i := range p.Report.Indicators {
		if i.Indicator.Task.Given() {
			own = append(own, i)
		} else {
			general = append(general, i)
		}
	}
	data := ReportData{
		Scope:   p.Plan.Title.V + "（" + p.Plan.Number.V + "）",
		Opening: []string{p.say(p.Report.Sentence()), p.say(p.Report.EvidenceSentence()), reportRule},
		Counts:  p.counts("plan/"+p.Plan.ID.V, p.Counts.Statuses), Page: p.planLink(),
	}
	data.Goals = p.reportGoals(general, own)
	for _, x := range p.Report.Projects {
		data.Projects = append(data.Projects, p.reportProject(len(data.Projects)+1, x.Project, x.Tasks, p.groupSentence(x.Counts)))
	}
	p.complete(&data, p.Report.Tasks, p.Report.Indicators)
	return data
}

// reportRule says in every report what its statuses are.
const reportRule = "状态和评价由公开信息按本站公布的规则得出，不是有关单位的结论；没有公开信息的，写作“未披露”。规则见本站的方法说明。"

// report is the report on the tasks that the unit is responsible for.
func (x unitTasks) report() ReportData {
	var tasks []*progress.Task
	var goals []*progress.Indicator
	for _, t := range x.Lead {
		tasks = append(tasks, t.Task)
		goals = append(goals, t.Task.Goals...)
	}
	data := ReportData{
		Scope:   x.Plan.Title.V + "（" + x.Plan.Number.V + "）",
		Opening: []string{x.sentence(), "本报告列出该单位负责的任务，不列配合的任务。", reportRule},
		Counts:  x.counts("unit/"+x.Unit.Unit.ID.V, x.LeadCounts.Statuses),
		Page:    Link{Text: x.or(x.Unit.Unit.Name, x.Unit.Unit.NameEN), Path: unitPath(x.Unit.Unit)},
	}
	data.Goals = x.reportGoals(nil, goals)
	for _, project := range x.Report.Projects {
		var own []*progress.Task
		for _, t := range tasks {
			if t.Project == project.Project {
				own = append(own, t)
			}
		}
		if len(own) > 0 {
			data.Projects = append(data.Projects, x.reportProject(len(data.Projects)+1, project.Project, own, ""))
		}
	}
	x.complete(&data, tasks, goals)
	return data
}

// reportDate is the day of the newest public fact about the unit's tasks.
func (x unitTasks) reportDate() plan.Date {
	date := x.issued()
	for _, t := range x.Lead {
		date = later(date, x.taskDate(t.Task))
	}
	return date
}

// reportGoals numbers the two kinds of indicators; a kind without any is left out.
func (p *planBuilder) reportGoals(general, own []*progress.Indicator) []ReportGoals {
	out := []ReportGoals{}
	for _, kind := range []struct {
		heading string
		list    []*progress.Indicator
	}{{"总体目标", general}, {"任务目标", own}} {
		if len(kind.list) > 0 {
			out = append(out, ReportGoals{Heading: numbered(len(out)+1, kind.heading), Cards: p.cards(kind.list)})
		}
	}
	return out
}

func (p *planBuilder) reportProject(n int, project *plan.Project, tasks []*progress.Task, sentence string) ReportProject {
	out := ReportProject{Heading: numbered(n, p.or(project.Title, project.TitleEN)), Sentence: sentence}
	for k, t := range tasks {
		out.Tasks = append(out.Tasks, ReportTask{Row: p.taskRow(t), Support: t.Task.IssuedHelp.V, Order: k + 1, Updates: p.updates(t)})
	}
	return out
}

// complete adds what is read out of the tasks: the problems and next steps that
// updates state, and the sources.
func (p *planBuilder) complete(data *ReportData, tasks []*progress.Task, indicators []*progress.Indicator) {
	data.Problems, data.Next = []ReportSaid{}, []ReportSaid{}
	sources := &sourceList{planBuilder: p}
	for _, t := range tasks {
		link := p.taskLink(t)
		for _, u := range t.Updates {
			if u.Problems.Given() {
				data.Problems = append(data.Problems, ReportSaid{Task: link, AsOf: p.day(u.AsOf.V), Words: u.Problems.V})
			}
			if u.Next.Given() {
				data.Next = append(data.Next, ReportSaid{Task: link, AsOf: p.day(u.AsOf.V), Words: u.Next.V})
			}
			sources.add(link, u.Evidence)
		}
	}
	for _, i := range indicators {
		for _, o := range i.Observations {
			sources.add(p.indicatorLink(i), o.Evidence)
		}
	}
	data.Sources = []Evidence{}
	for _, row := range sources.rows {
		data.Sources = append(data.Sources, row.Evidence)
	}
}

// numbered puts the number of the second level before a heading: （三）.
func numbered(n int, heading string) string { return "（" + numeral(n) + "）" + heading }

// numeral writes a number from 1 to 99 the way headings count: 三, 十二, 二十.
func numeral(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch tens, rest := n/10, digits[n%10]; tens {
	case 0:
		return rest
	case 1:
		return "十" + rest
	default:
		return digits[tens] + "十" + rest
	}
}
