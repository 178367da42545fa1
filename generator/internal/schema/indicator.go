package schema

import "jindu/generator/internal/lang"

// Indicator describes a file under indicators/: a figure the plan promises.
func Indicator() *Record {
	return &Record{Name: "indicator", Title: lang.T("指标", "Indicator"), Fields: []Field{
		need(scalar(KindID, "id", "编号", "Id", "等于文件名。", "Equals the file's name.", "online-retail")),
		need(scalar(KindInt, "order", "顺序", "Order", "在列表里的先后。", "Place in lists.", "1")),
		need(text("name", "名称", "Name", "", "")),
		need(text("unit", "计量单位", "Unit", "照文件写，如：亿元、家、%。", "As the document writes it.")),
		need(enum("nature", "数据性质", "Nature", "", "",
			choice("flow", "时期数", "flow", "一年里发生的总量。", "What happened in a year."),
			choice("stock", "时点数", "stock", "某一天的存量。", "What stands on a day."),
			choice("cumulative", "累计数", "cumulative", "从方案开始累计。", "Counted from the plan's start."),
			choice("share", "比率", "share", "部分占整体的百分比。", "A part of a whole, in per cent."),
			choice("ratio", "倍数", "ratio", "与另一数值之比。", "Times another figure."),
			choice("difference", "差值", "difference", "两个比率之差。", "One rate less another."))),
		need(enum("direction", "方向", "Direction", "", "",
			choice("up", "越高越好", "higher is better", "", ""),
			choice("down", "越低越好", "lower is better", "", ""))),
		ref("task", "task", "对应任务", "Task", "这个指标决定哪项任务；方案总目标不写。", "The task it decides; not for goals of the plan as a whole."),
		need(text("scope", "范围", "Scope", "", "")),
		need(list(record("quotes", "原文出处", "Where the document says so", "", "", quote()))),
		list(record("differences", "正文与附件的不同", "Where body and annex differ", "", "", difference())),
		need(enum("method", "评价方法", "Method", "", "",
			choice("share_vs_pace", "完成比例对序时进度", "share against pace", "从基期值或零算起的数量。", "Counts from a baseline or from zero."),
			choice("cagr", "年均增速对所需增速", "growth against required growth", "有正式基期值、按增速写的目标。", "Goals written as growth, with an official baseline."),
			choice("milestone", "到期判定", "at the deadline", "只在目标年判断达没达到。", "Only judged at the target's date."),
			choice("none", "不评价", "not judged", "", ""))),
		need(text("method_note", "选用理由", "Why this method", "", "")),
		record("baseline", "基期值", "Baseline", "不知道就不写。", "Leave out where unknown.", baseline()),
		need(list(record("targets", "目标值", "Targets", "按时间先后。", "In order of time.", target()))),
		list(record("observations", "实际值", "Observations", "范围、时期、口径都与指标一致的公开数据。", "Published values whose level, period and scope are the indicator's own.", Observation())),
		list(record("related", "相关数据", "Related figures", "", "", Related())),
		notes(),
		translation("indicator", text("name", "英文名称", "Name in English", "", ""), text("unit", "英文单位", "Unit in English", "", ""), text("scope", "英文范围", "Scope in English", "", "")),
	}}
}

func quote() *Record {
	return &Record{Name: "quote", Title: lang.T("原文", "Quote"), Fields: []Field{
		need(text("where", "位置", "Where", "", "")),
		need(text("text", "原文", "Text", "照原文抄。", "As it stands there.")),
	}}
}

func baseline() *Record {
	return &Record{Name: "baseline", Title: lang.T("基期值", "Baseline"), Fields: []Field{
		need(scalar(KindPeriod, "period", "时期", "Period", "", "", "2014")),
		need(scalar(KindNumber, "value", "数值", "Value", "", "", "7.289")),
		scalar(KindBool, "imputed", "推算", "Imputed", "算出来的写 true，不参与评价。", "true where it is computed; it then drives no verdict.", "true"),
		text("formula", "算式或理由", "Arithmetic", "推算值必填。", "Required where imputed."),
		list(record("evidence", "来源", "Sources", "", "", Evidence())),
	}}
}

func target() *Record {
	fields := append(promise(),
		text("authority", "调整依据", "Authorising document", "目标改过才写：文件名称和文号。", "Only for a changed target: title and number of the document."),
		scalar(KindDate, "published", "调整公布日期", "Change published", "目标改过才写；改后的目标从这一天起算数。", "Only for a changed target, which holds from this day.", "2016-05-20"),
		list(record("earlier", "调整前的目标", "Earlier targets", "改过的目标，把原来的写在这里，从早到晚，不要删去。", "What a changed target was before, the oldest first; never delete it.", earlierTarget())))
	return &Record{Name: "target", Title: lang.T("目标值", "Target"), Fields: fields}
}

func earlierTarget() *Record {
	fields := append(promise(),
		text("authority", "调整依据", "Authorising document", "方案原来的目标不写。", "Not for the plan's own target."),
		scalar(KindDate, "published", "调整公布日期", "Change published", "方案原来的目标不写。", "Not for the plan's own target.", "2016-05-20"))
	return &Record{Name: "earlier_target", Title: lang.T("调整前的目标", "Earlier target"), Fields: fields}
}

// promise is what every target says, as it is and as it was.
func promise() []Field {
	return []Field{
		need(scalar(KindPeriod, "period", "目标时期", "Period", "", "", "2017")),
		need(scalar(KindNumber, "value", "数值", "Value", "", "", "20")),
		need(enum("comparator", "比较", "Comparator", "超过用 >，以上、达到用 >=。", "> for more than, >= for at least.",
			choice(">", "超过", "more than", "", ""), choice(">=", "不低于", "at least", "", ""),
			choice("<", "低于", "less than", "", ""), choice("<=", "不高于", "at most", "", ""))),
		need(text("quote", "原文", "Quote", "照原文抄。", "As it stands there.")),
	}
}

// Observation describes one published value of an indicator.
func Observation() *Record {
	return &Record{Name: "observation", Title: lang.T("实际值", "Observation"), Fields: []Field{
		need(scalar(KindPeriod, "period", "时期", "Period", "", "", "2017")),
		need(scalar(KindNumber, "value", "数值", "Value", "照来源写，不加单位和千分位。", "As printed, without unit or separators.", "106.5")),
		scalar(KindDate, "published", "发布日期", "Published", "", "", "2018-02-01"),
		scalar(KindDate, "reported", "报送日期", "Reported", "", "", "2018-01-15"),
		ref("unit", "unit", "报送单位", "Reporting unit", "", ""),
		enum("flag", "数据状态", "State of the value", "", "",
			choice("expected", "预计", "expected", "", ""), choice("preliminary", "初步", "preliminary", "", ""),
			choice("revised", "修订", "revised", "", "")),
		text("note", "说明", "Note", "", ""),
		need(list(record("evidence", "来源", "Sources", "", "", Evidence()))),
	}}
}
