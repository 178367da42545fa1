package opendata

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/schema"
)

// The records of the data files whose enums the tables share.
var (
	unitRecord        = schema.Unit()
	taskRecord        = schema.Task()
	updateRecord      = schema.Update()
	indicatorRecord   = schema.Indicator()
	observationRecord = schema.Observation()
	evidenceRecord    = schema.Evidence()
)

func taskTable(r *progress.Report) *Table {
	type T = *progress.Task
	page := func(t T) string { return r.Plan.ID.V + "/tasks/" + t.Task.ID.V + "/" }
	return table("tasks", lang.T("工作任务", "Tasks"),
		lang.T("附件的每项工作任务一行。status是本站按规则得出的状态，reported是单位报送的，evidence是公开佐证的条数：三者分开。", "One row for each task of the annex. status is derived by this site's rules, reported is what was reported, evidence counts public sources: three different facts."),
		[]string{"id"}, []field[T]{
			need(col("id", Text, "编号", "Id", "网址和数据里的编号，不变。", "The id in addresses and data; never changes.", func(t T) string { return t.Task.ID.V })),
			need(col("number", Text, "序号", "Number", "项目序号.项内序号。", "Project number and place within it.", func(t T) string { return t.Number })),
			need(col("project", Text, "所属项目", "Project", "项目编号。", "Id of the project.", func(t T) string { return t.Project.ID.V })),
			need(col("title", Text, "简称", "Short name", "本站所拟，不是原文。", "Made for this site; not part of the document.", func(t T) string { return t.Task.Title.V })),
			col("title_en", Text, "简称（英文）", "Short name in English", "非正式译文。", "Unofficial translation.", func(t T) string { return t.Task.TitleEN.V }),
			need(col("quote", Text, "任务原文", "Text as issued", "照附件，一字不改。", "As the annex has it, unchanged.", func(t T) string { return t.Task.Quote.V })),
			need(col("issued_lead", Text, "责任单位（原文）", "Responsible units as issued", "", "", func(t T) string { return t.Task.IssuedLead.V })),
			need(col("issued_support", Text, "配合单位（原文）", "Supporting units as issued", "", "", func(t T) string { return t.Task.IssuedHelp.V })),
			need(col("issued_schedule", Text, "进度安排（原文）", "Schedule as issued", "", "", func(t T) string { return t.Task.IssuedWhen.V })),
			need(of(col("schedule", Text, "进度安排", "Schedule", "", "", func(t T) string { return t.Task.Schedule.V }), choices(taskRecord, "schedule"))),
			col("start", Date, "启动日期", "Start", "空：文件没有写明。", "Empty: the document does not say.", func(t T) string { return given(t.Task.Start) }),
			col("due", Date, "完成期限", "Deadline", "当天也算在内；持续推进的任务没有期限。", "The day itself is included; ongoing tasks have none.", func(t T) string { return given(t.Task.Due) }),
			need(of(col("status", Text, "状态", "Status", "未披露不等于没有做。", "Not disclosed does not mean not done.", func(t T) string { return string(t.Status) }), statuses())),
			need(col("status_label", Text, "状态（中文）", "Status in Chinese", "", "", func(t T) string { return t.Status.Info().Label.ZH })),
			of(col("timing", Text, "按期或逾期", "On time or late", "只有已完成的限期任务才有。", "Of completed tasks with a deadline only.", func(t T) string { return string(t.Timing) }), []Choice{
				{string(progress.OnTime), lang.T("按期", "on time")}, {string(progress.Late), lang.T("逾期", "late")},
			}),
			col("completed", Date, "完成日期", "Completed on", "只有已完成的任务才有。", "Of completed tasks only.", func(t T) string { return day(t.Completed) }),
			of(col("reported", Text, "报送状态", "Reported status", "空：没有公开的报送状态。", "Empty: no status was reported in public.", func(t T) string { return t.Reported }), choices(updateRecord, "status")),
			need(col("updates", Integer, "进展条数", "Updates", "", "", func(t T) string { return count(len(t.Updates)) })),
			need(col("evidence", Integer, "佐证条数", "Pieces of evidence", "各条进展所附的公开来源。", "Public sources of its updates.", func(t T) string { return count(t.Sources) })),
			need(col("evidenced", Bool, "有无公开佐证", "Evidenced", "进展或目标的实际值至少有一个公开来源。", "At least one public source supports an update or a goal's value.", func(t T) string { return truth(t.Evidenced()) })),
			need(col("rule", Text, "判定规则", "Rule", "得出状态的规则，见方法说明。", "The rule that gave the status; see the method page.", func(t T) string { return t.Why.Rule })),
			need(col("reason", Text, "判定理由", "Reason", "", "", func(t T) string { return t.Why.Words.ZH })),
			col("reason_en", Text, "判定理由（英文）", "Reason in English", "", "", func(t T) string { return t.Why.Words.EN }),
			need(col("page", Text, "网页", "Page", "站内路径。", "Path within the site.", page)),
			need(col("file", Text, "数据文件", "Data file", "数据仓库里的路径。", "Path in the repository.", func(t T) string { return t.Task.At.File })),
		}, r.Tasks, to("projects", "project"))
}

// assignment is a task as a line in the list of one unit.
type assignment struct {
	progress.UnitTask
	unit, role string
}

func assignmentTable(r *progress.Report) *Table {
	var list []assignment
	for _, u := range r.Units {
		for _, t := range u.Lead {
			list = append(list, assignment{t, u.Unit.ID.V, "lead"})
		}
		for _, t := range u.Support {
			list = append(list, assignment{t, u.Unit.ID.V, "support"})
		}
	}
	type A = assignment
	via := func(a A) string {
		if a.Via == nil {
			return ""
		}
		return a.Via.ID.V
	}
	return table("assignments", lang.T("任务分工", "Assignments"),
		lang.T("每个单位负责或配合的每项任务一行；一项任务可以有几个单位，所以行数大于任务数。", "One row for each task that a unit is responsible for or supports; a task can have several units."),
		[]string{"unit", "role", "task"}, []field[A]{
			need(col("unit", Text, "单位", "Unit", "单位编号。", "Id of the unit.", func(a A) string { return a.unit })),
			need(of(col("role", Text, "分工", "Role", "", "", func(a A) string { return a.role }), []Choice{{"lead", lang.T("责任", "responsible")}, {"support", lang.T("配合", "supporting")}})),
			need(col("task", Text, "任务", "Task", "任务编号。", "Id of the task.", func(a A) string { return a.Task.Task.ID.V })),
			need(col("first", Bool, "首位", "Named first", "排在首位的责任单位是牵头单位。", "The unit named first leads.", func(a A) string { return truth(a.First) })),
			col("via", Text, "经由统称", "Through", "文件写的是统称时，统称的单位编号。", "The collective that was named instead.", via),
			need(col("number", Text, "任务序号", "Task number", "", "", func(a A) string { return a.Task.Number })),
			need(col("title", Text, "任务简称", "Task", "本站所拟。", "Made for this site.", func(a A) string { return a.Task.Task.Title.V })),
			col("due", Date, "完成期限", "Deadline", "持续推进的任务没有期限。", "Ongoing tasks have none.", func(a A) string { return given(a.Task.Task.Due) }),
			need(of(col("status", Text, "状态", "Status", "", "", func(a A) string { return string(a.Task.Status) }), statuses())),
			need(col("status_label", Text, "状态（中文）", "Status in Chinese", "", "", func(a A) string { return a.Task.Status.Info().Label.ZH })),
		}, list, to("units", "unit"), to("tasks", "task"), to("units", "via"))
}

// update is a dated statement with the id that the downloads give it.
type update struct {
	*plan.Update
	id, task string
}

// updatesOf lists the updates known on the day, oldest first. Of several of one
// day each has its number, so that ids stay when more become known.
func updatesOf(r *progress.Report) []update {
	var out []update
	for _, t := range r.Tasks {
		out = append(out, updatesOfTask(t)...)
	}
	return out
}

func updatesOfTask(t *progress.Task) []update {
	var out []update
	sameDay := map[plan.Date]int{}
	for k := len(t.Updates) - 1; k >= 0; k-- {
		u := t.Updates[k]
		sameDay[u.AsOf.V]++
		id := "task/" + t.Task.ID.V + "/update/" + day(u.AsOf.V) + "/" + count(sameDay[u.AsOf.V])
		out = append(out, update{u, id, t.Task.ID.V})
	}
	return out
}

func updateTable(list []update) *Table {
	type U = update
	return table("updates", lang.T("进展", "Updates"), lang.T("每条有日期的公开进展一行。数据截至、报送、发布是三个不同的日期。", "One row for each dated public statement. As-of, reported and published are three different days."),
		[]string{"id"}, []field[U]{
			need(col("id", Text, "编号", "Id", "", "", func(u U) string { return u.id })),
			need(col("task", Text, "任务", "Task", "任务编号。", "Id of the task.", func(u U) string { return u.task })),
			need(col("as_of", Date, "数据截至", "As of", "这条进展说的是截至哪一天的情况。", "The day the statement speaks of.", func(u U) string { return given(u.AsOf) })),
			col("reported_on", Date, "报送日期", "Reported", "空：未披露。", "Empty: not known.", func(u U) string { return given(u.Reported) }),
			col("published_on", Date, "发布日期", "Published", "空：来源未注明。", "Empty: the source does not say.", func(u U) string { return given(u.Published) }),
			need(col("known_on", Date, "公众可知日期", "Known", "公众最早能知道的日期，判定用它。", "The first day the public could know it; verdicts use it.", func(u U) string { return day(u.Known()) })),
			of(col("status", Text, "报送状态", "Reported status", "空：来源没有说明是否完成。", "Empty: the source says nothing of completion.", func(u U) string { return u.Status.V }), choices(updateRecord, "status")),
			col("completed_on", Date, "完成日期", "Completed on", "", "", func(u U) string { return given(u.CompletedOn) }),
			col("unit", Text, "报送单位", "Reporting unit", "单位编号；媒体报道没有。", "Id of the unit; none for press reports.", func(u U) string { return u.Unit.V }),
			need(of(col("basis", Text, "依据", "Basis", "", "", func(u U) string { return u.Basis.V }), choices(updateRecord, "basis"))),
			need(col("summary", Text, "进展情况", "What was done", "", "", func(u U) string { return u.Summary.V })),
			col("problems", Text, "存在问题", "Problems", "", "", func(u U) string { return u.Problems.V }),
			col("next", Text, "下一步", "Next step", "", "", func(u U) string { return u.Next.V }),
			col("correction", Text, "更正说明", "Correction", "为什么收回以前的说法。", "Why an earlier statement is taken back.", func(u U) string { return u.Correction.V }),
			col("authority", Text, "调整依据", "Authorising document", "", "", func(u U) string { return u.Authority.V }),
			need(col("evidence", Integer, "佐证条数", "Pieces of evidence", "", "", func(u U) string { return count(len(u.Evidence)) })),
		}, list, to("tasks", "task"), to("units", "unit"))
}
