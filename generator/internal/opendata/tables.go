package opendata

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// Source is what the tables of one plan are made from.
type Source struct {
	Report  *progress.Report
	History []progress.Point // how the tasks stood over time, as the pages show it
}

// Tables makes every table of a plan, in the order readers meet them.
func Tables(s Source) []*Table {
	r := s.Report
	updates, sources := updatesOf(r), evidenceOf(r)
	return []*Table{
		planTable(r), projectTable(r), taskTable(r), assignmentTable(r), unitTable(r), memberTable(r), laterTable(r),
		updateTable(updates), indicatorTable(r), targetTable(r), observationTable(r), seriesTable(r),
		relatedTable(r), notFoundTable(r), evidenceTable(sources), figureTable(s),
	}
}

func planTable(r *progress.Report) *Table {
	type P = *progress.Report
	return table("plan", lang.T("方案", "Plan"), lang.T("一行：方案文件本身和数据截至日期。", "One row: the issued document and the as-of day."),
		[]string{"id"}, []field[P]{
			need(col("id", Text, "编号", "Id", "", "", func(r P) string { return r.Plan.ID.V })),
			need(col("title", Text, "文件全称", "Full title", "", "", func(r P) string { return r.Plan.Title.V })),
			col("title_en", Text, "全称（英文）", "Title in English", "非正式译文。", "Unofficial translation.", func(r P) string { return r.Plan.TitleEN.V }),
			need(col("short_title", Text, "简称", "Short title", "", "", func(r P) string { return r.Plan.ShortTitle.V })),
			need(col("number", Text, "文号", "Document number", "", "", func(r P) string { return r.Plan.Number.V })),
			need(col("issuer", Text, "发文机关", "Issuer", "", "", func(r P) string { return r.Plan.Issuer.V })),
			need(col("signed", Date, "成文日期", "Date of signing", "", "", func(r P) string { return given(r.Plan.Signed) })),
			col("printed", Date, "印发日期", "Date of printing", "空：未披露。", "Empty: not known.", func(r P) string { return given(r.Plan.Printed) }),
			col("disclosure", Text, "公开方式", "Disclosure", "空：文件没有写明。", "Empty: the document does not say.", func(r P) string { return r.Plan.Disclosure.V }),
			need(col("start", Date, "起始日期", "Start", "序时进度从这一天算起。", "Pace counts from this day.", func(r P) string { return given(r.Plan.Start) })),
			need(col("end", Date, "截止日期", "End", "", "", func(r P) string { return given(r.Plan.End) })),
			need(of(col("edition", Text, "版本", "Edition", "", "", func(r P) string { return r.Site.Edition.V }), []Choice{
				{plan.Demonstration, lang.T("演示版", "demonstration")}, {plan.Official, lang.T("正式版", "official")},
			})),
			need(col("as_of", Date, "数据截至", "As of", "只用这一天以前已经公开的信息。", "Uses only what was public by this day.", func(r P) string { return day(r.AsOf) })),
			col("notes", Text, "说明", "Notes", "", "", func(r P) string { return lines(r.Plan.Notes) }),
		}, []P{r})
}

func projectTable(r *progress.Report) *Table {
	type P = *progress.Project
	return table("projects", lang.T("项目", "Projects"), lang.T("附件的每个项目一行。各状态的任务数在figures表。", "One row for each project of the annex. Counts by status stand in the table figures."),
		[]string{"id"}, []field[P]{
			need(col("id", Text, "编号", "Id", "", "", func(p P) string { return p.Project.ID.V })),
			need(col("number", Integer, "序号", "Number", "", "", func(p P) string { return count(p.Project.Number.V) })),
			need(col("title", Text, "名称", "Title", "照附件。", "As in the annex.", func(p P) string { return p.Project.Title.V })),
			col("title_en", Text, "英文名称", "Title in English", "非正式译文。", "Unofficial translation.", func(p P) string { return p.Project.TitleEN.V }),
			need(col("tasks", Integer, "任务数", "Tasks", "", "", func(p P) string { return count(p.Counts.Total) })),
			need(col("page", Text, "网页", "Page", "站内路径。", "Path within the site.", func(p P) string {
				return r.Plan.ID.V + "/projects/" + p.Project.ID.V + "/"
			})),
		}, r.Projects)
}

func unitTable(r *progress.Report) *Table {
	type U = *plan.Unit
	return table("units", lang.T("单位", "Units"), lang.T("单位名录，用方案印发时的名称。", "The registry of units, under their names at the time."),
		[]string{"id"}, []field[U]{
			need(col("id", Text, "编号", "Id", "", "", func(u U) string { return u.ID.V })),
			need(col("name", Text, "名称", "Name", "照文件原文。", "As the document writes it.", func(u U) string { return u.Name.V })),
			col("name_en", Text, "英文名称", "Name in English", "非正式译文。", "Unofficial translation.", func(u U) string { return u.NameEN.V }),
			need(of(col("kind", Text, "类别", "Kind", "", "", func(u U) string { return u.Kind.V }), choices(unitRecord, "kind"))),
			col("aliases", Text, "别名", "Aliases", "同一文件里的其他写法，一行一个。", "Other spellings in the same document, one a line.", func(u U) string { return lines(u.Aliases) }),
			col("basis", Text, "成员依据", "Basis of the members", "统称才有。", "Of collectives only.", func(u U) string { return u.Basis.V }),
			col("notes", Text, "说明", "Notes", "", "", func(u U) string { return lines(u.Notes) }),
		}, r.Site.Units)
}

type member struct{ collective, unit string }

func memberTable(r *progress.Report) *Table {
	var list []member
	for _, u := range r.Site.Units {
		for _, m := range u.Members {
			list = append(list, member{u.ID.V, m.V})
		}
	}
	return table("unit-members", lang.T("统称的成员", "Members of collectives"), lang.T("文件用一个统称指几个单位时，每个成员一行。", "One row for each unit that a collective name stands for."),
		[]string{"collective", "unit"}, []field[member]{
			need(col("collective", Text, "统称", "Collective", "单位编号。", "Id of the unit.", func(m member) string { return m.collective })),
			need(col("unit", Text, "成员", "Member", "单位编号。", "Id of the unit.", func(m member) string { return m.unit })),
		}, list, to("units", "collective"), to("units", "unit"))
}

type laterName struct {
	unit string
	n    int
	plan.Later
}

func laterTable(r *progress.Report) *Table {
	var list []laterName
	for _, u := range r.Site.Units {
		for i, l := range r.Later(u) {
			list = append(list, laterName{u.ID.V, i + 1, l})
		}
	}
	return table("unit-later", lang.T("单位后来的变化", "What became of units"), lang.T("机构改革后的名称，只写有来源的。", "Names after reforms, only where a source says so."),
		[]string{"unit", "n"}, []field[laterName]{
			need(col("unit", Text, "单位", "Unit", "单位编号。", "Id of the unit.", func(l laterName) string { return l.unit })),
			need(col("n", Integer, "序号", "Number", "", "", func(l laterName) string { return count(l.n) })),
			need(col("name", Text, "后来的名称", "Later name", "", "", func(l laterName) string { return l.Name.V })),
			need(col("statement", Text, "来源怎么说", "What the source says", "", "", func(l laterName) string { return l.Statement.V })),
		}, list, to("units", "unit"))
}
