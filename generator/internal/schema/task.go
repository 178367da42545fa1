package schema

import "jindu/generator/internal/lang"

// Task describes a file under tasks/: one row of the annex and what came of it.
func Task() *Record {
	return &Record{Name: "task", Title: lang.T("工作任务", "Task"), Fields: []Field{
		need(scalar(KindID, "id", "编号", "Id", "等于文件名。", "Equals the file's name.", "t3-4")),
		need(ref("project", "project", "所属项目", "Project", "项目编号。", "Id of the project.")),
		need(scalar(KindInt, "order", "项内序号", "Place within the project", "", "", "1")),
		need(text("title", "简称", "Short name", "本站所拟，便于列表显示，不是原文。", "Made for this site; not part of the document.")),
		need(text("quote", "任务原文", "Text as issued", "照附件抄，一字不改。", "As the annex has it, unchanged.")),
		need(record("issued", "原文各栏", "Cells as issued", "附件里的三栏原文。", "The three cells of the annex.", issued())),
		need(list(ref("unit", "lead", "责任单位", "Responsible units", "单位编号，首位为牵头。", "Unit ids; the first one leads."))),
		list(ref("unit", "support", "配合单位", "Supporting units", "单位编号。", "Unit ids.")),
		need(enum("schedule", "进度安排", "Schedule", "", "",
			choice("deadline", "限期完成", "with a deadline", "写明何时完成的。", "To be done by a day."),
			choice("ongoing", "持续推进", "ongoing", "没有完成期限的。", "Without a deadline."))),
		scalar(KindDate, "start", "启动日期", "Start", "", "", "2016-01-01"),
		scalar(KindDate, "due", "完成期限", "Deadline", "当天也算在内；持续推进的不写。", "The day itself is included; not with ongoing.", "2017-12-31"),
		list(record("differences", "正文与附件的不同", "Where body and annex differ", "", "", difference())),
		list(record("updates", "进展", "Updates", "按数据截至日期从早到晚。", "In order of their as-of dates.", Update())),
		list(record("related", "相关数据", "Related figures", "", "", Related())),
		notes(),
		translation("task", text("title", "简称（英文）", "Short name in English", "", ""), text("quote", "任务原文（英文）", "Text in English", "", "")),
	}}
}

func issued() *Record {
	return &Record{Name: "issued", Title: lang.T("原文各栏", "Cells as issued"), Fields: []Field{
		need(text("lead", "责任单位", "Responsible units", "", "")),
		need(text("support", "配合单位", "Supporting units", "", "")),
		need(text("schedule", "进度安排", "Schedule", "", "")),
	}}
}

// Update describes one dated statement about a task.
func Update() *Record {
	return &Record{Name: "update", Title: lang.T("进展", "Update"), Fields: []Field{
		need(scalar(KindDate, "as_of", "数据截至", "As of", "这条进展说的是截至哪一天的情况。", "The day the statement speaks of.", "2017-09-30")),
		scalar(KindDate, "reported", "报送日期", "Reported", "", "", "2017-10-09"),
		scalar(KindDate, "published", "发布日期", "Published", "", "", "2017-10-20"),
		enum("status", "报送状态", "Reported status", "来源没有说是否完成，就不写。", "Leave out where the source says nothing of completion.", statuses()...),
		scalar(KindDate, "completed_on", "完成日期", "Day of completion", "只在状态是 completed 时写。", "Only with completed.", "2017-09-28"),
		ref("unit", "unit", "报送单位", "Reporting unit", "", ""),
		need(enum("basis", "依据", "Basis", "", "",
			choice("unit_report", "单位报送", "unit report", "责任单位报送的。", "Handed in by a responsible unit."),
			choice("official", "官方发布", "official publication", "政府网站已公开的。", "Already published by a government."),
			choice("media", "媒体报道", "media report", "报刊、新闻网站。", "Newspapers and news sites."))),
		need(text("summary", "进展情况", "What was done", "", "")),
		text("problems", "存在问题", "Problems", "", ""),
		text("next", "下一步", "Next step", "", ""),
		text("correction", "更正说明", "Correction", "状态比以前的说法倒退时，写明原因。", "Where the status goes back behind an earlier statement: why."),
		text("authority", "调整依据", "Authorising document", "调整或终止任务的文件名称和文号。", "Title and number of the document that changes or ends the task."),
		list(record("evidence", "佐证", "Evidence", "已完成的必须有。", "Required with completed.", Evidence())),
	}}
}

func statuses() []Choice {
	return []Choice{
		choice("not_started", "未启动", "not started", "还没有开始。", "Not begun."),
		choice("in_progress", "推进中", "in progress", "已经开始，还没有完成。", "Begun, not complete."),
		choice("behind", "滞后", "behind", "比计划慢。", "Slower than planned."),
		choice("completed", "已完成", "completed", "全部完成；必须有佐证。", "All done; needs evidence."),
		choice("adjusted", "已调整", "adjusted", "文件改变了任务；写调整依据。", "A document changed the task; name it."),
		choice("terminated", "已终止", "terminated", "文件终止了任务；写调整依据。", "A document ended the task; name it."),
	}
}
