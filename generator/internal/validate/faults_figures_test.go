package validate_test

import (
	"jindu/generator/internal/diag"
	"jindu/generator/internal/plan"
)

func number(f *fixture, where *plan.NumberValue, s string) diag.Range {
	*where = f.number(s)
	return where.At
}

func period(f *fixture, where *plan.PeriodValue, s string) diag.Range {
	*where = f.period(s)
	return where.At
}

func figureFaults() []fault {
	sales := func(f *fixture) *plan.Indicator { return f.plan.Indicators[0] }
	shops := func(f *fixture) *plan.Indicator { return f.plan.Indicators[1] }
	return []fault{
		{"down with up", "V401", "targets[0].comparator", func(f *fixture) diag.Range { return put(f, &shops(f).Targets[0].Comparator, "<=") }, "<=", nil},
		{"up with down", "V401", "targets[0].comparator", func(f *fixture) diag.Range {
			shops(f).Direction = f.s(plan.Down)
			return shops(f).Targets[0].Comparator.At
		}, "down", nil},
		{"targets out of order", "V402", "targets[1].period", func(f *fixture) diag.Range { return period(f, &sales(f).Targets[1].Period, "2016") }, "2016", nil},
		{"two targets for a year", "V402", "targets[1].period", func(f *fixture) diag.Range { return period(f, &sales(f).Targets[1].Period, "2017") }, "2017", nil},
		{"imputed without arithmetic", "V403", "baseline.formula", func(f *fixture) diag.Range {
			sales(f).Baseline.Formula = plan.String{}
			return sales(f).Baseline.At
		}, "20 ÷ 1.4³", nil},
		{"published without source", "V404", "baseline.evidence", func(f *fixture) diag.Range {
			b := &sales(f).Baseline
			b.Imputed, b.Formula = false, plan.String{}
			return b.Value.At
		}, "imputed: true", nil},
		{"growth without base", "V405", "baseline", func(f *fixture) diag.Range {
			sales(f).Baseline = plan.Baseline{}
			return sales(f).Method.At
		}, "milestone", nil},
		{"growth from zero", "V406", "baseline.value", func(f *fixture) diag.Range { return number(f, &sales(f).Baseline.Value, "0") }, "基期值 0", nil},
		{"base in the target year", "V407", "baseline.period", func(f *fixture) diag.Range { return period(f, &sales(f).Baseline.Period, "2017") }, "基期 2017", nil},
		{"half a year", "V408", "observations[1].period", func(f *fixture) diag.Range { return period(f, &sales(f).Observations[1].Period, "2017-H1") }, "2017-H1", nil},
		{"a month as target", "V408", "targets[0].period", func(f *fixture) diag.Range { return period(f, &sales(f).Targets[0].Period, "2017-12") }, "2017-12", nil},
		{"background without scope", "V409", "related[0].scope", func(f *fixture) diag.Range { return put(f, &f.plan.Related[0].Scope, "") }, "scope", nil},
		{"of a task", "V409", "related[0].scope", func(f *fixture) diag.Range {
			f.plan.Tasks[1].Related[0].Scope = plan.String{}
			return f.plan.Tasks[1].Related[0].At
		}, "scope", nil},
		{"changed without a document", "V410", "targets[0].authority", func(f *fixture) diag.Range {
			changed := &sales(f).Targets[0]
			changed.Earlier = []plan.EarlierTarget{{Period: f.period("2017"), Value: f.number("20"), Comparator: f.s(">="), Quote: f.s("网络零售额20亿元"), At: f.at()}}
			changed.Published = f.day("2016-05-20")
			return changed.At
		}, "authority", nil},

		{"two values for a year", "V411", "observations[1].period", func(f *fixture) diag.Range { return period(f, &sales(f).Observations[1].Period, "2016") }, "2016", nil},
		{"values out of order", "V412", "observations[1].period", func(f *fixture) diag.Range { return period(f, &sales(f).Observations[1].Period, "2015") }, "2015 在 2016 之后", nil},
		{"stock falls", "V413", "observations[1].value", func(f *fixture) diag.Range {
			o := &shops(f).Observations[1]
			o.Evidence[0].Quote.V = "网店4千家，即0.4万家。"
			return number(f, &o.Value, "0.4")
		}, "时点数从 0.5 降到 0.4", nil},
		{"cumulative falls", "V413", "observations[1].value", func(f *fixture) diag.Range {
			shops(f).Nature = f.s(plan.Cumulative)
			shops(f).Observations[1].Evidence[0].Quote.V = "网店4000家。"
			return number(f, &shops(f).Observations[1].Value, "0.4")
		}, "累计数", nil},
		{"a hundred times", "V414", "observations[1].value", func(f *fixture) diag.Range {
			o := &sales(f).Observations[1]
			o.Evidence[0].Quote.V = "1550亿元"
			return number(f, &o.Value, "1550")
		}, "从 15.5 变到 1550", nil},
		{"a hundredth", "V414", "observations[1].value", func(f *fixture) diag.Range {
			o := &sales(f).Observations[1]
			o.Evidence[0].Quote.V = "0.155亿元"
			return number(f, &o.Value, "0.155")
		}, "核对单位", nil},
		{"value in 万元", "V415", "observations[1].value", func(f *fixture) diag.Range {
			o := &sales(f).Observations[1]
			o.Evidence[0].Quote.V = "网络零售额19万元。"
			return o.Value.At
		}, "单位是亿元，原句写的是“19万元”", nil},
		{"value in dollars", "V415", "observations[1].value", func(f *fixture) diag.Range {
			o := &sales(f).Observations[1]
			o.Evidence[0].Quote.V = "网络零售额19亿美元。"
			return o.Value.At
		}, "19亿美元", nil},
		{"target in another scale", "V415", "targets[0].value", func(f *fixture) diag.Range {
			shops(f).Unit = f.s("家")
			return shops(f).Targets[0].Value.At
		}, "1万家", []string{"V416"}},
		{"number not in the sentence", "V416", "observations[1].value", func(f *fixture) diag.Range { return number(f, &sales(f).Observations[1].Value, "18.9") }, "18.9", nil},
		{"related number not in the sentence", "V416", "related[0].value", func(f *fixture) diag.Range { return put(f, &sales(f).Related[0].Value, "约4.7") }, "4.7", nil},
	}
}

func quoteFaults() []fault {
	return []fault{
		{"checksum", "V501", "document.sha256", func(f *fixture) diag.Range { return put(f, &f.plan.Document.SHA256, "00") }, "与登记的不同", nil},
		{"task", "V502", "quote", func(f *fixture) diag.Range { return put(f, &f.plan.Tasks[2].Quote, "开设网店2万家。") }, "最接近的是第 25 行：“开设网店1万家。”", []string{"V506"}},
		{"part of a task", "V502", "quote", func(f *fixture) diag.Range { return put(f, &f.plan.Tasks[2].Quote, "开设网店1万家") }, "抄全", []string{"V506"}},
		{"indicator", "V503", "quotes[0].text", func(f *fixture) diag.Range {
			return put(f, &f.plan.Indicators[0].Quotes[0].Text, "到2017年，网络零售额达到20亿元")
		}, "第 11 行", nil},
		{"target", "V503", "targets[0].quote", func(f *fixture) diag.Range {
			return put(f, &f.plan.Indicators[1].Targets[0].Quote, "网店1万家以下")
		}, "网店1万家以上", nil},
		{"other wording", "V503", "projects[0].differences[0].quote", func(f *fixture) diag.Range {
			return put(f, &f.plan.Projects[0].Differences[0].Quote, "无此说")
		}, "无此说", nil},
		{"cell", "V504", "issued.schedule", func(f *fixture) diag.Range { return put(f, &f.plan.Tasks[0].IssuedWhen, "二〇一七年底前完成") }, "2017年底前完成", nil},
		{"place", "V505", "order", func(f *fixture) diag.Range {
			f.plan.Tasks[1].Order = f.n(1)
			return put(f, &f.plan.Tasks[0].Order, 2)
		}, "第 1.1 项，这里写成了 1.2", nil},
		{"row without task", "V506", "tasks", func(f *fixture) diag.Range {
			f.plan.Tasks = f.plan.Tasks[:2]
			return f.plan.Document.File.At
		}, "附件第 2.1 项", []string{"V103"}},
		{"row with two tasks", "V507", "quote", func(f *fixture) diag.Range {
			f.plan.Tasks[1].Quote = f.s("建设平台。")
			return f.plan.Tasks[1].Quote.At
		}, "1.1", []string{"V504", "V505", "V506"}},
		{"project", "V508", "projects[0].title", func(f *fixture) diag.Range { return put(f, &f.plan.Projects[0].Title, "甲") }, "“甲项”", nil},
		{"number of the document", "V509", "number", func(f *fixture) diag.Range { return put(f, &f.plan.Number, "某政发〔2015〕8号") }, "8号", nil},
		{"day of signing", "V509", "signed", func(f *fixture) diag.Range { return day(f, &f.plan.Signed, "2015-11-10") }, "2015年11月10日", nil},
	}
}

// publish makes the good site an official one that lacks nothing.
func publish(f *fixture) {
	f.site.Edition = f.s(plan.Official)
	f.site.Publisher = plan.Publisher{Name: f.s("市商务局"), Contact: f.s("市商务局办公室"), Source: f.s("市商务局")}
	f.site.Filing = plan.Filing{
		SiteIDCode: f.s("3309000036"), ICP: f.s("浙ICP备05008732号"), Police: f.s("浙公网安备33090202000219号"),
		PoliceCode: f.s("33090202000219"), Mark: f.s("https://bszs.conac.cn/sitename?method=show&id=1"),
		FindError: f.s("https://zfwzzc.www.gov.cn/check_web/errorInfo_jumpUrl.action?site_code=3309000036"),
	}
}

func editionFaults() []fault {
	official := func(change func(f *fixture) diag.Range) func(f *fixture) diag.Range {
		return func(f *fixture) diag.Range { publish(f); return change(f) }
	}
	return []fault{
		{"no address", "V601", "base_url", official(func(f *fixture) diag.Range {
			f.site.BaseURL = plan.String{}
			return f.site.Edition.At
		}), "base_url", nil},
		{"blank publisher", "V601", "publisher.name", official(func(f *fixture) diag.Range { return put(f, &f.site.Publisher.Name, " ") }), "主办单位", nil},
		{"no filing", "V601", "filing.icp", official(func(f *fixture) diag.Range {
			f.site.Filing = plan.Filing{}
			return f.site.Edition.At
		}), "edition: demonstration", nil},
		{"zeros", "V602", "filing.site_id_code", official(func(f *fixture) diag.Range { return put(f, &f.site.Filing.SiteIDCode, "bm00000000") }), "bm00000000", nil},
		{"counting", "V602", "filing.icp", official(func(f *fixture) diag.Range { return put(f, &f.site.Filing.ICP, "浙ICP备12345678号") }), "占位", nil},
		{"a region and zeros", "V602", "filing.police_code", official(func(f *fixture) diag.Range { return put(f, &f.site.Filing.PoliceCode, "33090000000000") }), "占位", nil},
		{"example address", "V602", "base_url", official(func(f *fixture) diag.Range { return put(f, &f.site.BaseURL, "https://www.example.gov.cn/") }), "example", nil},
		{"the schema's example", "V602", "filing.mark", official(func(f *fixture) diag.Range { return put(f, &f.site.Filing.Mark, "https://bszs.conac.cn/") }), "conac", nil},
		{"words", "V602", "publisher.contact", official(func(f *fixture) diag.Range { return put(f, &f.site.Publisher.Contact, "待定") }), "待定", nil},
		{"filing of a demonstration", "V603", "filing.icp", func(f *fixture) diag.Range { return put(f, &f.site.Filing.ICP, "浙ICP备05008732号") }, "删去 filing.icp", nil},
		{"no interval at all", "V606", "update_days", func(f *fixture) diag.Range { return put(f, &f.site.UpdateDays, 0) }, "0天", nil},
		{"an interval of a lifetime", "V606", "update_days", func(f *fixture) diag.Range { return put(f, &f.site.UpdateDays, 9999) }, "9999天", nil},
		{"no slash", "V604", "base_url", func(f *fixture) diag.Range { return put(f, &f.site.BaseURL, "https://jd.gov.cn/x") }, "https://jd.gov.cn/x/", nil},
		{"wrong brackets", "V605", "number", func(f *fixture) diag.Range { return put(f, &f.plan.Number, "某政发[2015]7号") }, "〔〕", []string{"V509"}},
		{"title", "V611", "title", func(f *fixture) diag.Range { return put(f, &f.plan.Tasks[0].Title, "开设 O2O 店") }, "写成：开设O2O店", nil},
		{"summary", "V611", "updates[0].summary", func(f *fixture) diag.Range { return put(f, &f.plan.Tasks[0].Updates[0].Summary, "完成 3 项") }, "完成3项", nil},
		{"statement", "V611", "units[1].later[0].statement", func(f *fixture) diag.Range {
			return put(f, &f.site.Units[1].Later[0].Statement, "于 2019 年改名")
		}, "于2019年改名", nil},
	}
}
