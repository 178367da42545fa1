package schema

import "jindu/generator/internal/lang"

// Plan describes plan.yaml: the issued document and its projects.
func Plan() *Record {
	return &Record{Name: "plan", Title: lang.T("方案", "Plan"), Fields: []Field{
		need(scalar(KindID, "id", "编号", "Id", "等于所在文件夹的名字。", "Equals the name of its folder.", "zhoushan-ecommerce-2015")),
		need(text("title", "文件全称", "Full title", "", "")),
		need(text("short_title", "简称", "Short title", "用在页面标题里。", "Used in headings.")),
		need(text("number", "文号", "Document number", "用六角括号〔〕。", "With the brackets 〔〕.")),
		need(text("issuer", "发文机关", "Issuer", "", "")),
		need(scalar(KindDate, "signed", "成文日期", "Date of signing", "", "", "2015-11-09")),
		scalar(KindDate, "printed", "印发日期", "Date of printing", "", "", "2015-11-13"),
		text("disclosure", "公开方式", "Disclosure", "文件里怎么写就怎么写。", "As the document words it."),
		need(scalar(KindDate, "start", "起始日期", "Start", "序时进度从这一天算起。", "Pace counts from this day.", "2015-11-09")),
		need(scalar(KindDate, "end", "截止日期", "End", "", "", "2020-12-31")),
		need(record("document", "文件原文", "Document", "", "", document())),
		need(list(record("projects", "项目", "Projects", "", "", project()))),
		list(record("related", "背景数据", "Background figures", "不属于某一项任务或指标的公开数据。", "Public figures of no single task or indicator.", Related())),
		list(record("not_found", "检索未见", "Looked for and not found", "检索过、没有找到的。", "What was looked for in public sources and not found.", notFound())),
		notes(),
		translation("plan", text("title", "全称（英文）", "Title in English", "", ""), text("short_title", "简称（英文）", "Short title in English", "", "")),
	}}
}

func document() *Record {
	return &Record{Name: "document", Title: lang.T("文件原文", "Document"), Fields: []Field{
		need(like(`^seeds/[A-Za-z0-9._-]+$`, "seeds/plan.txt", text("file", "文件", "File", "seeds/ 下的文件。", "A file under seeds/."))),
		need(like(`^[0-9a-f]{64}$`, "64 位十六进制数", text("sha256", "SHA-256", "SHA-256", "原文逐字节的校验值。", "Checksum of the file, byte for byte."))),
		need(text("origin", "由来", "Origin", "这份文本怎么来的。", "How the text came to be.")),
		list(record("repairs", "整理说明", "Repairs", "阅读版与原文行不一致的每一处。", "Every place where the reading edition departs from the file's lines.", repair())),
	}}
}

func repair() *Record {
	return &Record{Name: "repair", Title: lang.T("整理", "Repair"), Fields: []Field{
		need(enum("kind", "方式", "Kind", "", "",
			choice("join", "接段", "join", "把分页断开的段落接起来。", "Joins a paragraph broken over a page."),
			choice("join-row", "接行", "join-row", "把断成两行的表格行接起来，保留第一行的单位栏。", "Joins a table row broken in two and keeps the first line's unit cells."),
			choice("move-label", "移项目名", "move-label", "把提前一行的项目名移到下一行。", "Moves a project label that stands one row early to the next row."))),
		need(list(scalar(KindInt, "lines", "行号", "Line numbers", "原文文件里的行号，按先后。", "Line numbers in the file, in order.", "122"))),
		need(text("reason", "理由", "Reason", "", "")),
	}}
}

func project() *Record {
	return &Record{Name: "project", Title: lang.T("项目", "Project"), Fields: []Field{
		need(scalar(KindID, "id", "编号", "Id", "", "", "industry")),
		need(scalar(KindInt, "number", "序号", "Number", "", "", "1")),
		need(text("title", "名称", "Title", "照附件写。", "As in the annex.")),
		list(record("differences", "正文与附件的不同", "Where body and annex differ", "", "", difference())),
		translation("project", need(text("title", "英文名称", "Title in English", "", ""))),
	}}
}

func difference() *Record {
	return &Record{Name: "difference", Title: lang.T("不同写法", "Difference"), Fields: []Field{
		need(text("where", "位置", "Where", "如：正文二（三）2。", "Such as body II(3)2.")),
		need(text("quote", "另一种写法", "The other wording", "照原文抄。", "As it stands there.")),
		need(text("note", "说明", "Note", "", "")),
	}}
}

// Related describes a figure or fact near a task or indicator that is not its
// own observation.
func Related() *Record {
	return &Record{Name: "related", Title: lang.T("相关数据", "Related figure"), Fields: []Field{
		need(text("name", "名称", "Name", "", "")),
		text("value", "数值", "Value", "照来源写，连“约”“超过”一起。", "As the source says, with \"about\" or \"more than\"."),
		text("unit", "计量单位", "Unit", "", ""),
		need(text("period", "时期", "Period", "用文字写，如：2020年1—2月。", "In words, such as January–February 2020.")),
		need(text("scope", "范围", "Scope", "范围、口径，为什么不是本指标的实际值。", "Level and scope: why it is not the indicator's own value.")),
		text("derived", "推算方法", "Arithmetic", "不是来源印出、而是算出来的，写算式。", "Where it is computed rather than printed: the arithmetic."),
		text("note", "说明", "Note", "", ""),
		need(list(record("evidence", "来源", "Sources", "", "", Evidence()))),
	}}
}

func notFound() *Record {
	return &Record{Name: "not_found", Title: lang.T("检索未见", "Looked for and not found"), Fields: []Field{
		need(text("item", "事项", "Item", "", "")),
		need(text("result", "结果", "Result", "", "")),
		list(ref("task", "tasks", "有关任务", "Tasks", "", "")),
		list(ref("indicator", "indicators", "有关指标", "Indicators", "", "")),
	}}
}
