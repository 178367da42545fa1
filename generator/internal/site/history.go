package site

import (
	"strings"

	"jindu/generator/internal/compare"
	"jindu/generator/internal/history"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// mostChanges is how many steps a page lists. A page of all of them would grow
// for ever; the repository has them.
const mostChanges = 300

// changeLog puts steps of the data into words; own leaves out the record they are
// about, on its own page.
func (p *planBuilder) changeLog(steps []history.Commit, own bool) ChangeLog {
	log := ChangeLog{Note: p.changesNote(), Line: p.say(p.log.Line()), Days: []ChangeDay{}}
	if n := len(steps); n > mostChanges {
		steps = steps[:mostChanges]
		log.Line += p.t("共有%d次修改，这里列出最近%d次。", "Of %d changes, the newest %d are listed.", n, mostChanges)
	}
	for _, s := range steps {
		day := ChangeDay{Day: p.dayText(s.Day), Commit: s.Hash[:min(7, len(s.Hash))]}
		for _, e := range s.Entries {
			day.Items = append(day.Items, p.changeItem(e, own))
		}
		log.Days = append(log.Days, day)
	}
	return log
}

func (p *planBuilder) changesNote() string {
	if p.Site.Edition.V == plan.Demonstration {
		return p.t("这是本站数据文件在版本库里的修改，日期是录入的日期。演示版的数据由本站从公开来源整理录入，不是单位报送的时间。",
			"Changes of this site's data files in their repository, by the day they were entered. The demonstration's data were collected from public sources; these are not the days on which units reported.")
	}
	return p.t("这是数据文件在版本库里的修改，日期是录入的日期。", "Changes of the data files in their repository, by the day they were entered.")
}

func (p *planBuilder) changeItem(e history.Entry, own bool) ChangeItem {
	item := ChangeItem{Words: p.say(e.Words), Reason: e.Reason}
	if !own {
		item.About = &Link{Text: p.say(e.Title), Path: p.recordPath(e.Kind, e.ID)}
	}
	// Who is responsible stands on the record's own page already.
	if u, ok := p.Site.Unit(e.Unit); ok && (e.Reported || !own) {
		item.Unit = &Link{Text: p.or(u.Name, u.NameEN), Path: unitPath(u)}
		item.By = p.t("责任单位", "responsible")
		if e.Reported {
			item.By = p.t("报送单位", "reported by")
		}
	}
	return item
}

// recordPath is the page of a record, "" where it has none now.
func (p *planBuilder) recordPath(kind, id string) string {
	if t, ok := p.task(id); ok && kind == compare.AboutTask {
		return p.taskPath(t)
	}
	if i, ok := p.indicator(id); ok && kind == compare.AboutIndicator {
		return p.indicatorPath(i)
	}
	if kind == compare.AboutPlan && id == p.Plan.ID.V {
		return p.root
	}
	return ""
}

// changesPage is the whole log of the plan.
func (p *planBuilder) changesPage() {
	title := p.t("更新记录", "Change log")
	steps := p.log.OfPlan(p.Plan.ID.V)
	n := 0
	for _, s := range steps {
		n += len(s.Entries)
	}
	lead := p.t("截至%s，数据有%d次修改，共%d处实质变化，新的在前。只改写法、意思不变的不列。", "By %s the data were changed %d times, in %d places by meaning, newest first. Changes of form alone are not listed.", p.day(p.Report.AsOf).Text, len(steps), n)
	if line := p.say(p.log.Line()); n == 0 && line != "" { // not known is not none
		lead = p.t("没有可以列出的修改。", "There are no changes to list.")
	}
	p.add(Page{
		Path: p.root + strings.TrimSuffix(changesPath, "/"), Layout: "changes", Title: title, Date: p.newest().String(),
		Meta: p.column(title, p.t("%s的数据什么时候改了什么。", "What changed when in the data of %s.", p.planTitle())), Crumbs: p.crumbs(p.planLink()),
		Data: ChangesData{AsOf: p.day(p.Report.AsOf), Lead: lead, Log: p.changeLog(steps, false)},
	})
}

// correctionsPage is the register of corrections.
func (p *planBuilder) correctionsPage() {
	title := p.t("更正记录", "Corrections")
	data := CorrectionsData{AsOf: p.day(p.Report.AsOf), Line: p.say(p.log.Line()), Corrections: []CorrectionRow{}, Changes: []CorrectionRow{}}
	for _, c := range p.register {
		row := p.correctionRow(c)
		row.About = &Link{Text: p.say(c.Title), Path: p.recordPath(c.Of, c.ID)}
		if c.Kind == progress.Changed {
			data.Changes = append(data.Changes, row)
		} else {
			data.Corrections = append(data.Corrections, row)
		}
	}
	data.Lead = p.t("更正和修订%d条，由文件作出的调整%d条，新的在前。更正是改正说错的，修订是来源改了自己的数，调整是文件改变了任务或目标。",
		"%d corrections and revisions, %d changes by documents, newest first. A correction puts right what was wrong, a revision is a source changing its own figure, a change by a document alters a task or target.",
		len(data.Corrections), len(data.Changes))
	p.add(Page{
		Path: p.root + strings.TrimSuffix(correctionsPath, "/"), Layout: "corrections", Title: title, Date: p.newest().String(),
		Meta: p.column(title, p.t("%s里更正、修订和调整过什么，为什么。", "What was corrected, revised or changed in %s, and why.", p.planTitle())), Crumbs: p.crumbs(p.planLink()), Data: data,
	})
}

// correctionsOf is the part of the register about one record.
func (p *planBuilder) correctionsOf(of, id string) []CorrectionRow {
	rows := []CorrectionRow{}
	for _, c := range p.register {
		if c.Of == of && c.ID == id {
			rows = append(rows, p.correctionRow(c))
		}
	}
	return rows
}

func (p *planBuilder) correctionRow(c progress.Correction) CorrectionRow {
	row := CorrectionRow{
		Kind: p.say(c.Kind.Label()), Day: p.dayText(c.Day.String()), What: p.say(c.What),
		Before: p.say(c.Before), After: p.say(c.After), Reason: c.Reason,
	}
	if c.Day.IsZero() {
		row.Day = Day{Text: p.t("日期未披露", "day not disclosed")}
	}
	if row.Reason == "" {
		row.Reason = p.t("原因未披露", "reason not disclosed")
	}
	if u, ok := p.Site.Unit(c.Unit); ok {
		row.Unit = &Link{Text: p.or(u.Name, u.NameEN), Path: unitPath(u)}
	}
	return row
}

// dayText is a day written as YYYY-MM-DD.
func (b *builder) dayText(s string) Day {
	d, _ := plan.ParseDate(s)
	return b.day(d)
}

// notes are the notes of a record that belong to the report's day.
func (p *planBuilder) notes(kind, id string, list []plan.String) []string {
	return texts(p.Report.Notes(list, func(note string) (plan.Date, bool) {
		return p.Input.History.Noted(kind, p.Plan.ID.V, id, note)
	}))
}
