package site

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/progress"
)

// reporting tells how the public was told of the tasks that the unit is
// responsible for.
func (x unitTasks) reporting() ReportingData {
	r := x.Report.Reporting(x.Unit)
	id := "unit/" + x.Unit.Unit.ID.V
	out := ReportingData{
		Plan: x.planTitle(), Sentence: x.say(r.Sentence()), Next: x.say(r.NextDue()),
		Facts: []ReportedFact{
			{x.t("负责的任务", "Responsible for"), x.tasks(id+"/count/lead", r.Tasks)},
			{x.t("有公开进展", "With a public update"), x.tasks(id+"/reporting/updated", r.Updated)},
			{x.t("有本单位报送的进展", "With one it reported itself"), x.tasks(id+"/reporting/own", r.Own)},
			{x.t("已到期", "Deadline passed"), x.tasks(id+"/reporting/due", r.Due)},
			{x.t("到期有说明", "Told how it ended"), x.tasks(id+"/reporting/answered", r.Answered)},
			{x.t("到期未披露", "Not disclosed"), x.tasks(id+"/count/"+string(progress.Lapsed), len(r.Lapsed))},
		},
		Ahead: x.dueRows(r.Ahead), Lapsed: x.dueRows(r.Lapsed),
	}
	if r.Newest != nil {
		out.Newest = &NewestUpdate{Known: x.day(r.Newest.Known), Task: x.taskLink(r.Newest.Task)}
	}
	return out
}

// tasks is a number of tasks; English has no word to count them by.
func (b *builder) tasks(id string, n int) Num {
	out := number(id, n)
	if b.Lang == lang.ZH {
		out.Unit = "项"
	}
	return out
}

func (x unitTasks) dueRows(list []progress.UnitTask) []DueRow {
	rows := []DueRow{}
	for _, t := range list {
		rows = append(rows, DueRow{Due: x.day(t.Task.Task.Due.V), Task: x.taskLink(t.Task), Status: x.tag(t.Task)})
	}
	return rows
}

// turns tells how a task's published status came about.
func (p *planBuilder) turns(t *progress.Task) []TurnRow {
	rows := []TurnRow{}
	for _, turn := range p.Report.TaskHistory(t) {
		rows = append(rows, TurnRow{Day: p.day(turn.Day), Status: p.tag(turn.Task), Reason: p.say(turn.Task.Why.Words)})
	}
	return rows
}
