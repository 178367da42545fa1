package opendata

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// Meta is what the files say about the site they came from.
type Meta struct {
	BaseURL string // address of the published site, ending in "/", or ""
	Version string // of the program
}

// Field is one labelled line about a data set.
type Field struct{ Label, Text lang.Text }

var (
	notKnown  = lang.T("未披露", "not disclosed")
	notFilled = lang.T("未填写", "not stated")
)

// Catalogue is the entry of a Chinese catalogue of open data. What nobody has
// stated is said to be so.
func Catalogue(r *progress.Report) []Field {
	return []Field{
		{lang.T("名称", "Name"), title(r)},
		{lang.T("摘要", "Summary"), summary(r)},
		{lang.T("数源单位", "Source unit"), publisher(r)},
		{lang.T("更新周期", "Update interval"), interval(r)},
		{lang.T("开放属性", "Conditions of access"), notFilled},
		{lang.T("更新日期", "Updated"), words(updated(r))},
		{lang.T("数据截至", "As of"), words(r.AsOf)},
		{lang.T("联系方式", "Contact"), contact(r)},
		{lang.T("许可", "Licence"), notFilled},
	}
}

func title(r *progress.Report) lang.Text {
	return lang.T("%s：任务和指标进展数据", "%s: progress of tasks and indicators").Sprintf(text(r.Plan.ShortTitle, r.Plan.ShortEN))
}

func summary(r *progress.Report) lang.Text {
	return lang.T("%s（%s）的%d项任务、%d个指标：责任单位、期限、状态、进展、目标值、实际值和来源。只用%s以前（含当日）已经公开的信息。",
		"%[1]s (%[2]s): %[3]d tasks and %[4]d indicators with units, deadlines, status, updates, targets, values and sources. Uses only what was public by %[5]s.").
		Sprintf(text(r.Plan.Title, r.Plan.TitleEN), r.Plan.Number.V, len(r.Tasks), len(r.Indicators), words(r.AsOf))
}

func publisher(r *progress.Report) lang.Text {
	if p := r.Site.Publisher.Name; p.Given() {
		return lang.Same(p.V)
	}
	return notKnown
}

func interval(r *progress.Report) lang.Text {
	if d := r.Site.UpdateDays; d.Given() {
		return lang.T("每%d天", "every %d days").Sprintf(d.V)
	}
	return notFilled
}

func contact(r *progress.Report) lang.Text {
	if c := r.Site.Publisher.Contact; c.Given() {
		return lang.Same(c.V)
	}
	return notFilled
}

// updated is the day of the newest fact, as the pages date themselves.
func updated(r *progress.Report) plan.Date {
	switch {
	case len(r.Latest) > 0:
		return r.Latest[0].Known
	case r.Plan.Printed.Given():
		return r.Plan.Printed.V
	}
	return r.Plan.Signed.V
}

func words(d plan.Date) lang.Text { return lang.T(d.Chinese(), d.English()) }

// about is the explanation sheet of a workbook.
func about(r *progress.Report, m Meta) []Field {
	out := Catalogue(r)
	if r.Site.Edition.V == plan.Demonstration {
		out = append(out, Field{lang.T("演示版", "Demonstration"), lang.T("不是政府网站，不代表任何机关发布信息；状态由公开资料按规则推算。", "Not a government site; statuses are derived by rules from public sources.")})
	}
	out = append(out,
		Field{lang.T("空单元格", "Empty cells"), lang.T("表示不知道或不适用，不是零；各表的状态栏说明是哪一种。", "Mean not known or not applicable, never zero; the status column of each table says which.")},
		Field{lang.T("单位", "Units"), lang.T("单元格里只有数，计量单位在“计量单位”栏。", "Cells hold bare numbers; the unit stands in its own column.")},
		Field{lang.T("字段说明", "Fields"), lang.T("见“字段说明”表；每个表一张工作表，第一行是表头。", "See the sheet of fields; each table has its own sheet with the header in row 1.")},
	)
	if m.BaseURL != "" {
		out = append(out, Field{lang.T("网址", "Address"), lang.Same(m.BaseURL + Folder + r.Plan.ID.V + "/")})
	}
	return append(out, Field{lang.T("生成程序", "Made by"), lang.Same("Jindu 进度 " + m.Version)})
}

// described is a column with the table it belongs to.
type described struct {
	*Table
	Column
}

// fieldTable explains the columns of the tables, as a table.
func fieldTable(tables []*Table) *Table {
	var list []described
	for _, t := range tables {
		for _, c := range t.Columns {
			list = append(list, described{t, c})
		}
	}
	type D = described
	return table("fields", lang.T(fieldsSheet, "Fields"), lang.Text{}, nil, []field[D]{
		col("table", Text, "表", "Table", "", "", func(d D) string { return d.Table.Title.ZH }),
		col("title", Text, "字段", "Field", "", "", func(d D) string { return d.Column.Title.ZH }),
		col("name", Text, "字段名", "Name", "", "", func(d D) string { return d.Column.Name }),
		col("type", Text, "类型", "Type", "", "", func(d D) string { return d.Type.Words().ZH }),
		col("help", Text, "说明", "Meaning", "", "", func(d D) string { return d.Column.Help.ZH }),
		col("choices", Text, "取值", "Values", "", "", func(d D) string { return ChoiceWords(d.Column, lang.ZH) }),
	}, list)
}

// ChoiceWords lists the values that a column can have, with their words.
func ChoiceWords(c Column, l lang.Lang) string {
	out := ""
	for i, x := range c.Choices {
		if i > 0 {
			out += lang.T("；", "; ").In(l)
		}
		out += lang.T("%[1]s（%[2]s）", "%[1]s (%[2]s)").Sprintf(x.Value, x.Title).In(l)
	}
	return out
}

// Words is what readers are told of the type.
func (t Type) Words() lang.Text {
	return map[Type]lang.Text{
		Text: lang.T("文本", "text"), Period: lang.T("时期", "period"), URL: lang.T("网址", "address"), Date: lang.T("日期", "date"),
		Integer: lang.T("整数", "whole number"), Decimal: lang.T("数", "number"), Bool: lang.T("是否", "true or false"),
	}[t]
}
