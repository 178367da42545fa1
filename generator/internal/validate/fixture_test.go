package validate_test

import (
	"testing"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/document"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/validate"
)

const issued = `# 某市人民政府文件

某政发〔2015〕7号

# 某市人民政府关于试点的意见

各单位：

一、目标

到2017年，网络零售额20亿元；到2020年，网络零售额40亿元，网店1万家以上。培训人员500人次。

某市人民政府
2015年11月9日

（此件公开发布）

# 附件

# 任务分工

序号	项目	工作任务	责任单位	配合单位	进度安排
1	甲项	建设平台。	A局、各县	B局	2017年底前完成
		推广应用。	B局	A局（综合处、计划处）	2015年启动，持续推进
2	乙项	开设网店 1 万家。	乙局	A局	2020 年底前完成

某市人民政府办公室

2015年11月13日印发
`

// fixture is a small site without a fault. Every value has a line of its own in
// one imagined file, so that a test can tell which value a problem points at.
type fixture struct {
	line int
	site *plan.Site
	plan *plan.Plan
	opts validate.Options
}

func (f *fixture) at() diag.Range {
	f.line++
	return diag.Range{
		File:  "data/f.yaml",
		Start: diag.Pos{Line: f.line, Column: 3},
		End:   diag.Pos{Line: f.line, Column: 9},
	}
}

func value[T any](f *fixture, v T) plan.Value[T] { return plan.Value[T]{V: v, At: f.at()} }

func (f *fixture) s(text string) plan.String { return value(f, text) }

func (f *fixture) n(n int) plan.Int { return value(f, n) }

func (f *fixture) list(texts ...string) []plan.String {
	var out []plan.String
	for _, t := range texts {
		out = append(out, f.s(t))
	}
	return out
}

func (f *fixture) day(s string) plan.DateValue {
	d, err := plan.ParseDate(s)
	if err != nil {
		panic(err) // a slip in the test itself
	}
	return value(f, d)
}

func (f *fixture) period(s string) plan.PeriodValue {
	p, err := plan.ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return value(f, p)
}

func (f *fixture) number(s string) plan.NumberValue {
	n, err := plan.ParseNumber(s)
	if err != nil {
		panic(err)
	}
	return value(f, n)
}

func (f *fixture) evidence(published, quote string) plan.Evidence {
	return plan.Evidence{
		Title: f.s("公报"), URL: f.s("https://tj.gov.cn/1.html"), Publisher: f.s("市统计局"),
		Published: f.day(published), Quote: f.s(quote), Kind: f.s("official"), At: f.at(),
	}
}

func (f *fixture) unit(id, name, kind string) *plan.Unit {
	return &plan.Unit{ID: f.s(id), Name: f.s(name), Kind: f.s(kind), At: f.at()}
}

func good(t *testing.T) *fixture {
	t.Helper()
	f := &fixture{}
	f.site = &plan.Site{Edition: f.s(plan.Demonstration), Title: f.s("试点进展"), BaseURL: f.s("https://jd.gov.cn/ztzl/"), At: f.at()}
	f.units()
	f.plan = f.issuedPlan()
	f.site.Plans = []*plan.Plan{f.plan}
	f.tasks()
	f.indicators()
	d, problems := document.Parse([]byte(issued), nil, "seeds/f.txt")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	f.plan.Document.SHA256 = f.s(d.SHA256)
	today, _ := plan.ParseDate("2021-06-30")
	f.opts = validate.Options{Today: today, Documents: map[string]*document.Document{"pilot": d}}
	return f
}

func (f *fixture) units() {
	a, b := f.unit("a-bureau", "A局", "department"), f.unit("b-bureau", "B局", "department")
	a.Aliases, b.Aliases = f.list("A局（综合处、计划处）"), f.list("乙局")
	b.Later = []plan.Later{{Name: f.s("丙局"), Statement: f.s("已改名。"), Evidence: []plan.Evidence{f.evidence("2019-01-02", "B局更名为丙局。")}, At: f.at()}}
	c := f.unit("counties", "各县", plan.Collective)
	c.Members, c.Basis = f.list("east", "west"), f.s("文件只提到东、西两县。")
	f.site.Units = []*plan.Unit{a, b, c, f.unit("east", "东县", "county"), f.unit("west", "西县", "county")}
}

func (f *fixture) issuedPlan() *plan.Plan {
	return &plan.Plan{
		ID: f.s("pilot"), Title: f.s("某市人民政府关于试点的意见"), ShortTitle: f.s("试点"),
		Number: f.s("某政发〔2015〕7号"), Issuer: f.s("某市人民政府"), Signed: f.day("2015-11-09"),
		Printed: f.day("2015-11-13"), Disclosure: f.s("此件公开发布"), Start: f.day("2015-11-09"), End: f.day("2020-12-31"),
		Document: plan.Document{File: f.s("seeds/f.txt"), Origin: f.s("识别所得"), At: f.at(),
			Repairs: []plan.Repair{{Kind: f.s("join"), Reason: f.s("分页"), At: f.at()}}},
		Projects: []*plan.Project{
			{ID: f.s("first"), Number: f.n(1), Title: f.s("甲项"), At: f.at(),
				Differences: []plan.Difference{{Where: f.s("正文"), Quote: f.s("网店1万家以上"), Note: f.s("不同"), At: f.at()}}},
			{ID: f.s("second"), Number: f.n(2), Title: f.s("乙项"), At: f.at()},
		},
		Related: []plan.Related{f.related("3.5", "全市3.5亿元。")},
		NotFound: []plan.NotFound{{Item: f.s("网店数"), Result: f.s("没有找到。"),
			Tasks: f.list("t1-1"), Indicators: f.list("shops"), At: f.at()}},
		Notes: f.list("说明。"), At: f.at(),
	}
}

func (f *fixture) related(number, quote string) plan.Related {
	return plan.Related{Name: f.s("相关"), Value: f.s(number), Unit: f.s("亿元"), Period: f.s("2018年"),
		Scope: f.s("全省"), Evidence: []plan.Evidence{f.evidence("2019-02-01", quote)}, At: f.at()}
}

func (f *fixture) task(project string, order int, quote, lead, support, when string) *plan.Task {
	return &plan.Task{
		ID: f.s("t"), Project: f.s(project), Order: f.n(order), Title: f.s("任务"), Quote: f.s(quote),
		IssuedLead: f.s(lead), IssuedHelp: f.s(support), IssuedWhen: f.s(when), At: f.at(),
	}
}

func (f *fixture) tasks() {
	one := f.task("first", 1, "建设平台。", "A局、各县", "B局", "2017年底前完成")
	one.ID, one.Lead, one.Support = f.s("t1-1"), f.list("a-bureau", "counties"), f.list("b-bureau")
	one.Schedule, one.Due = f.s(plan.Deadline), f.day("2017-12-31")
	one.Updates = []*plan.Update{
		f.update("2016-12-31", plan.SaysInProgress, "2017-01-10"),
		f.update("2017-12-31", plan.SaysCompleted, "2018-01-20"),
	}
	one.Updates[1].CompletedOn = f.day("2017-12-01")
	two := f.task("first", 2, "推广应用。", "B局", "A局（综合处、计划处）", "2015年启动，持续推进")
	two.ID, two.Lead, two.Support = f.s("t1-2"), f.list("b-bureau"), f.list("a-bureau")
	two.Schedule, two.Start, two.Related = f.s(plan.Ongoing), f.day("2015-12-01"), []plan.Related{f.related("7", "约7亿元。")}
	three := f.task("second", 1, "开设网店1万家。", "乙局", "A局", "2020年底前完成")
	three.ID, three.Lead, three.Support = f.s("t2-1"), f.list("b-bureau"), f.list("a-bureau")
	three.Schedule, three.Due = f.s(plan.Deadline), f.day("2020-12-31")
	f.plan.Tasks = []*plan.Task{one, two, three}
}

func (f *fixture) update(asOf, status, published string) *plan.Update {
	return &plan.Update{
		AsOf: f.day(asOf), Reported: f.day(asOf), Published: f.day(published), Status: f.s(status), Unit: f.s("a-bureau"),
		Basis: f.s("official"), Summary: f.s("进展。"), Evidence: []plan.Evidence{f.evidence(published, "平台上线。")}, At: f.at(),
	}
}

func (f *fixture) target(period, number, comparator, quote string) plan.Target {
	return plan.Target{Period: f.period(period), Value: f.number(number), Comparator: f.s(comparator), Quote: f.s(quote), At: f.at()}
}

func (f *fixture) observation(period, number, published, quote string) plan.Observation {
	return plan.Observation{Period: f.period(period), Value: f.number(number), Published: f.day(published),
		Unit: f.s("a-bureau"), Evidence: []plan.Evidence{f.evidence(published, quote)}, At: f.at()}
}

// indicators makes a flow judged by growth and a stock.
func (f *fixture) indicators() {
	sales := &plan.Indicator{
		ID: f.s("sales"), Order: f.n(1), Name: f.s("网络零售额"), Unit: f.s("亿元"), Nature: f.s(plan.Flow), Direction: f.s(plan.Up),
		Scope: f.s("全市"), Method: f.s(plan.CAGR), MethodNote: f.s("按增速"), At: f.at(),
		Quotes: []plan.Quote{{Where: f.s("正文一"), Text: f.s("到 2017 年，网络零售额20亿元"), At: f.at()}},
		Baseline: plan.Baseline{Period: f.period("2014"), Value: f.number("7.289"), Imputed: true,
			Formula: f.s("20 ÷ 1.4³"), At: f.at()},
		Targets: []plan.Target{f.target("2017", "20", ">=", "网络零售额20亿元"), f.target("2020", "40", ">=", "网络零售额40亿元")},
		Observations: []plan.Observation{
			f.observation("2016", "15.5", "2017-02-01", "網路零售額155000萬元,增長20%。"),
			f.observation("2017", "19", "2018-02-01", "网络零售额19亿元。"),
		},
		Related: []plan.Related{f.related("4.6", "实现4.6亿元。")},
	}
	shops := &plan.Indicator{
		ID: f.s("shops"), Order: f.n(2), Name: f.s("网店"), Unit: f.s("万家"), Nature: f.s(plan.Stock), Direction: f.s(plan.Up),
		Task: f.s("t2-1"), Scope: f.s("全市"), Method: f.s(plan.ShareVsPace), MethodNote: f.s("按数量"), At: f.at(),
		Targets: []plan.Target{f.target("2020", "1", ">=", "网店1万家以上")},
		Observations: []plan.Observation{
			f.observation("2017-12-31", "0.5", "2018-02-01", "网店5000家。"),
			f.observation("2018-12-31", "0.6", "2019-02-01", "网店6,000余家。"),
		},
	}
	f.plan.Indicators = []*plan.Indicator{sales, shops}
}
