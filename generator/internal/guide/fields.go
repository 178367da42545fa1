package guide

import (
	"fmt"
	"strings"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/schema"
)

// fields is the page of every field and every status.
func fields(l lang.Lang) []byte {
	p := &page{lang: l}
	p.head(lang.T("字段与状态", "Fields and statuses"),
		lang.T("数据文件里每一个字段写什么，页面上每一个状态凭什么得出。", "What to write in each field of the data files, and what each status on the pages rests on."))
	p.say(lang.T("这一页由程序按它自己使用的规则写成：检查数据、填报表、表单和编辑器的提示用的是同一份规则。不知道的，整行不写；不写0，不写“无”。",
		"This page is written by the program from the rules that it uses itself: checks, workbook, form and editor hints come from the same list. What is unknown is left out, line and all; write no 0 and no “none”."))
	p.statuses()
	p.said()
	p.h2("kinds", lang.T("值的写法", "How values are written"))
	fmt.Fprintln(p)
	for _, k := range kinds {
		fmt.Fprintf(p, "- %s%s%s\n", plain(k.name.In(l)), colon.In(l), plain(k.help.In(l)))
	}
	seen := map[string]bool{}
	for _, f := range schema.Files() {
		p.file(f, seen)
	}
	return p.Bytes()
}

var colon = lang.T("：", ": ")

// statuses lists what a page shows of a task and of a target, with the rule.
func (p *page) statuses() {
	p.h2("statuses", lang.T("任务的状态", "Statuses of tasks"))
	p.say(lang.T("状态由规则得出，不能填写。每项任务在任何一天都只有一个状态：", "Statuses follow from rules and cannot be typed. On any day a task has exactly one:"))
	fmt.Fprintln(p)
	for _, s := range progress.Statuses() {
		fmt.Fprintf(p, "- **%s**%s%s\n", plain(s.Label.In(p.lang)), colon.In(p.lang), plain(s.Rule.In(p.lang)))
	}
	p.h2("verdicts", lang.T("目标值的评价", "Verdicts on targets"))
	p.say(lang.T("评价也由规则得出，公式见[方法说明](/method/)：", "Verdicts follow from rules too; the formulas are under [Method](/method/):"))
	fmt.Fprintln(p)
	for _, v := range progress.Verdicts() {
		fmt.Fprintf(p, "- **%s**%s%s\n", plain(v.Label.In(p.lang)), colon.In(p.lang), plain(v.Rule.In(p.lang)))
	}
}

// said is what an update may say of itself, and the evidence that takes.
func (p *page) said() {
	status, ok := schema.Update().Field("status")
	if !ok {
		return
	}
	p.h2("reported", lang.T("报送的状态", "Statuses as reported"))
	p.say(lang.T("一条进展可以在%s里写明单位自己怎么说。它与页面上的状态是两回事，页面把两者分开列出：", "An update may say in %s how the unit itself sees it. That is not the status on the page, which shows both:"), code("status"))
	p.choices(status, "")
}

func (p *page) choices(f schema.Field, indent string) {
	if indent == "" {
		fmt.Fprintln(p)
	}
	for _, c := range f.Choices {
		fmt.Fprintf(p, "%s- %s%s%s", indent, code(c.Value), colon.In(p.lang), plain(c.Title.In(p.lang)))
		if help := c.Help.In(p.lang); help != "" {
			fmt.Fprintf(p, "%s%s", lang.T("。", ". ").In(p.lang), plain(help))
		}
		fmt.Fprintln(p)
	}
}

// kinds says how each kind of value is typed.
var kinds = []struct {
	kind       schema.Kind
	name, help lang.Text
}{
	{schema.KindText, lang.T("文字", "text"), lang.T("一句话或几段话。开头是特殊符号，或者中间有英文冒号加空格的，整句加英文双引号。", "A sentence or paragraphs. Where it begins with a sign, or has a colon and a space inside, put it in ASCII double quotes.")},
	{schema.KindID, lang.T("编号", "id"), lang.T("小写英文字母、数字和连字符；定了就不改，网页地址要用它。", "Lower-case letters, digits and hyphens; never changed, because addresses rest on it.")},
	{schema.KindRef, lang.T("引用", "reference"), lang.T("另一条记录的编号。", "The id of another record.")},
	{schema.KindEnum, lang.T("选项", "choice"), lang.T("只能写列出的词。", "One of the words listed.")},
	{schema.KindDate, lang.T("日期", "date"), lang.T("年-月-日，月和日各两位。", "Year-month-day, two digits each for month and day.")},
	{schema.KindPeriod, lang.T("时期", "period"), lang.T("年、半年、季、月、起止月份或日，如2017、2017-H1、2017-Q3、2017-09。", "A year, half-year, quarter, month, span of months or day, such as 2017, 2017-H1, 2017-Q3, 2017-09.")},
	{schema.KindNumber, lang.T("数值", "number"), lang.T("只写数字，不加单位和千分位。", "Digits only, without unit or separators.")},
	{schema.KindInt, lang.T("整数", "whole number"), lang.T("只写数字。", "Digits only.")},
	{schema.KindBool, lang.T("是否", "yes or no"), lang.T("写true或false。", "true or false.")},
	{schema.KindURL, lang.T("网址", "address"), lang.T("http或https开头的完整网址。", "A full address beginning with http or https.")},
	{schema.KindRecord, lang.T("分层", "record"), lang.T("下面另起几行，每行一个键。", "Further lines below it, one key each.")},
}

// file documents one kind of file and, once each, the records inside it.
func (p *page) file(f schema.File, seen map[string]bool) {
	p.h2("file-"+f.Record.Name, f.Record.Title)
	p.say(lang.T("文件：%s", "File: %s"), code("data/"+f.Path))
	p.record(f.Record)
	for _, r := range inner(f.Record, seen) {
		p.h3("record-"+anchor(r.Name), r.Title)
		p.record(r)
	}
}

// inner lists the records below r, in the order they are met, that have not been
// documented yet. Translations of one name differ by what they translate.
func inner(r *schema.Record, seen map[string]bool) []*schema.Record {
	var out []*schema.Record
	for _, f := range r.Fields {
		if f.Record == nil || seen[f.Record.Name] || f.Key == "en" {
			continue
		}
		seen[f.Record.Name] = true
		out = append(out, f.Record)
		out = append(out, inner(f.Record, seen)...)
	}
	return out
}

func anchor(name string) string { return strings.ReplaceAll(name, "_", "-") }

// record lists the fields of a record.
func (p *page) record(r *schema.Record) {
	fmt.Fprintln(p)
	for _, f := range r.Fields {
		p.field(f, "")
	}
}

func (p *page) field(f schema.Field, indent string) {
	traits := kindName(f.Kind).In(p.lang)
	if f.List {
		traits += lang.T("，可写几条", ", several").In(p.lang)
	}
	if f.Required {
		traits += lang.T("，必填", ", required").In(p.lang)
	}
	form := lang.T("%s%s **%s**（%s）", "%s%s **%s** (%s)").In(p.lang)
	fmt.Fprintf(p, form, indent+"- ", code(f.Key), plain(f.Title.In(p.lang)), traits)
	help := f.Help.In(p.lang)
	if f.Record != nil && f.Key != "en" {
		help += lang.T("各键见", " Keys: ").In(p.lang)
	}
	if help != "" {
		fmt.Fprintf(p, "%s%s", colon.In(p.lang), plain(help))
	}
	if f.Record != nil && f.Key != "en" {
		fmt.Fprintf(p, "[%s](#record-%s)%s", plain(f.Record.Title.In(p.lang)), anchor(f.Record.Name), lang.T("。", ".").In(p.lang))
	}
	if f.Example != "" {
		if help == "" {
			fmt.Fprint(p, lang.T("。", ".").In(p.lang))
		}
		fmt.Fprintf(p, lang.T("例：%s", " Example: %s").In(p.lang), code(f.Example))
	}
	fmt.Fprintln(p)
	p.choices(f, indent+"  ")
	if f.Record != nil && f.Key == "en" {
		for _, under := range f.Record.Fields {
			p.field(under, indent+"  ")
		}
	}
}

func kindName(k schema.Kind) lang.Text {
	for _, known := range kinds {
		if known.kind == k {
			return known.name
		}
	}
	return lang.Same(string(k))
}
