package opendata

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// related is a figure near a task, an indicator or the plan, with its place in
// the data: its number does not depend on what was known on the day.
type related struct {
	plan.Related
	id, kind, owner string
}

func relatedOf(r *progress.Report) []related {
	var out []related
	add := func(kind, owner string, list []plan.Related) {
		for i := range list {
			for _, x := range r.Related(list[i : i+1]) {
				out = append(out, related{x, kind + "/" + owner + "/related/" + count(i+1), kind, owner})
			}
		}
	}
	add("plan", r.Plan.ID.V, r.Plan.Related)
	for _, t := range r.Tasks {
		add("task", t.Task.ID.V, t.Task.Related)
	}
	for _, i := range r.Indicators {
		add("indicator", i.Indicator.ID.V, i.Indicator.Related)
	}
	return out
}

var owners = []Choice{
	{"plan", lang.T("方案", "plan")}, {"task", lang.T("任务", "task")}, {"indicator", lang.T("指标", "indicator")},
}

func relatedTable(r *progress.Report) *Table {
	type R = related
	return table("related", lang.T("相关数据", "Related figures"),
		lang.T("口径、范围或时期不同的公开数据，不参与评价。", "Public figures of another level, period or scope; they take no part in any verdict."),
		[]string{"id"}, []field[R]{
			need(col("id", Text, "编号", "Id", "", "", func(x R) string { return x.id })),
			need(of(col("owner_kind", Text, "属于", "Belongs to", "", "", func(x R) string { return x.kind }), owners)),
			need(col("owner", Text, "所属编号", "Id of the owner", "", "", func(x R) string { return x.owner })),
			need(col("name", Text, "名称", "Name", "", "", func(x R) string { return x.Name.V })),
			col("value", Text, "数值", "Value", "照来源写，带“约”“超过”；空：来源没有数值。", "As the source words it; empty: a fact without a figure.", func(x R) string { return x.Value.V }),
			col("unit", Text, "计量单位", "Unit", "", "", func(x R) string { return x.Unit.V }),
			need(col("period", Text, "时期", "Period", "", "", func(x R) string { return x.Period.V })),
			need(col("scope", Text, "范围", "Scope", "为什么不是指标自己的数据。", "Why it is not the indicator's own.", func(x R) string { return x.Scope.V })),
			col("derived", Text, "推算", "Derived", "推算的写明算式。", "The arithmetic, where it is computed.", func(x R) string { return x.Derived.V }),
			col("note", Text, "说明", "Note", "", "", func(x R) string { return x.Note.V }),
			need(col("evidence", Integer, "来源条数", "Sources", "", "", func(x R) string { return count(len(x.Evidence)) })),
		}, relatedOf(r))
}

func notFoundTable(r *progress.Report) *Table {
	type N = plan.NotFound
	return table("not-found", lang.T("检索未见", "Looked for and not found"), lang.T("在公开来源里查过而没有查到的。", "What was looked for in public sources and not found."),
		[]string{"item"}, []field[N]{
			need(col("item", Text, "事项", "Item", "", "", func(n N) string { return n.Item.V })),
			need(col("result", Text, "结果", "Result", "", "", func(n N) string { return n.Result.V })),
			col("tasks", Text, "相关任务", "Tasks", "任务编号，一行一个。", "Ids of tasks, one a line.", func(n N) string { return lines(n.Tasks) }),
			col("indicators", Text, "相关指标", "Indicators", "指标编号，一行一个。", "Ids of indicators, one a line.", func(n N) string { return lines(n.Indicators) }),
		}, r.NotFound())
}

// piece is a piece of evidence with what rests on it.
type piece struct {
	plan.Evidence
	kind, owner   string
	n             int
	link, checked string // as known on the report's day
}

func evidenceOf(r *progress.Report) []piece {
	var out []piece
	add := func(kind, owner string, list []plan.Evidence) {
		for i, e := range list {
			x := piece{Evidence: e, kind: kind, owner: owner, n: i + 1}
			if state, day, ok := r.Link(e); ok {
				x.link, x.checked = state, day.String()
			}
			out = append(out, x)
		}
	}
	for _, u := range updatesOf(r) {
		add("update", u.id, u.Evidence)
	}
	for _, i := range r.Indicators {
		id := "indicator/" + i.Indicator.ID.V
		add("baseline", id+"/baseline", r.Evidence(i.Indicator.Baseline.Evidence))
		for _, o := range observationsOf(i) {
			add("observation", o.id, o.Evidence)
		}
	}
	for _, x := range relatedOf(r) {
		add("related", x.id, x.Evidence)
	}
	for _, u := range r.Site.Units {
		add("unit-basis", "unit/"+u.ID.V, r.Evidence(u.BasisFrom))
		for i, l := range r.Later(u) {
			add("unit-later", "unit/"+u.ID.V+"/later/"+count(i+1), l.Evidence)
		}
	}
	return out
}

func evidenceTable(list []piece) *Table {
	type E = piece
	return table("evidence", lang.T("佐证和来源", "Evidence"), lang.T("每条公开来源和所依据的原句一行。", "One row for each public source and the sentence that was used."),
		[]string{"owner", "n"}, []field[E]{
			need(of(col("owner_kind", Text, "佐证什么", "Supports", "", "", func(e E) string { return e.kind }), []Choice{
				{"update", lang.T("进展", "update")}, {"baseline", lang.T("基期值", "baseline")}, {"observation", lang.T("实际值", "observation")},
				{"related", lang.T("相关数据", "related figure")}, {"unit-basis", lang.T("统称的成员", "members of a collective")},
				{"unit-later", lang.T("单位后来的变化", "what became of a unit")},
			})),
			need(col("owner", Text, "所佐证的编号", "Id of what it supports", "", "", func(e E) string { return e.owner })),
			need(col("n", Integer, "序号", "Number", "", "", func(e E) string { return count(e.n) })),
			need(col("title", Text, "标题", "Title", "", "", func(e E) string { return e.Title.V })),
			need(col("url", URL, "网址", "Address", "", "", func(e E) string { return e.URL.V })),
			need(col("publisher", Text, "发布单位", "Publisher", "", "", func(e E) string { return e.Publisher.V })),
			col("published", Date, "发布日期", "Date of publication", "空：来源未注明。", "Empty: the source shows none.", func(e E) string { return given(e.Published) }),
			col("published_note", Text, "日期说明", "How the date is known", "", "", func(e E) string { return e.PublishedNote.V }),
			need(col("quote", Text, "原句", "Quoted sentence", "照抄，一字不改。", "As printed, unchanged.", func(e E) string { return e.Quote.V })),
			col("language", Text, "原句语言", "Language of the quote", "空：简体中文。", "Empty: simplified Chinese.", func(e E) string { return e.Language.V }),
			need(of(col("kind", Text, "来源类别", "Kind of source", "", "", func(e E) string { return e.Kind.V }), choices(evidenceRecord, "kind"))),
			of(col("link", Text, "链接状态", "State of the link", "空：没有检查过。", "Empty: nobody has looked.", func(e E) string { return e.link }), choices(evidenceRecord, "link")),
			col("checked", Date, "检查日期", "Checked on", "", "", func(e E) string { return e.checked }),
			col("archive", URL, "存档网址", "Address of an archived copy", "", "", func(e E) string { return e.Archive.V }),
			col("sha256", Text, "存档文件的SHA-256", "SHA-256 of the stored copy", "", "", func(e E) string { return e.SHA256.V }),
		}, list)
}
