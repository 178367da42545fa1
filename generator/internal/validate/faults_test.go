package validate_test

import (
	"jindu/generator/internal/diag"
	"jindu/generator/internal/plan"
)

// put sets a value and returns its place.
func put[T any](f *fixture, where *plan.Value[T], v T) diag.Range {
	*where = value(f, v)
	return where.At
}

func referenceFaults() []fault {
	return []fault{
		{"lead", "V101", "lead[0]", func(f *fixture) diag.Range { return put(f, &f.plan.Tasks[0].Lead[0], "a-burau") }, "可能是 a-bureau", nil},
		{"support", "V101", "support[0]", func(f *fixture) diag.Range { return put(f, &f.plan.Tasks[0].Support[0], "zzzzzzzz") }, "单位名录里没有 zzzzzzzz", nil},
		{"member", "V101", "units[2].members[1]", func(f *fixture) diag.Range { return put(f, &f.site.Units[2].Members[1], "wset") }, "west", nil},
		{"reporting unit of an update", "V101", "updates[1].unit", func(f *fixture) diag.Range { return put(f, &f.plan.Tasks[0].Updates[1].Unit, "c-bureau") }, "a-bureau", nil},
		{"reporting unit of a value", "V101", "observations[0].unit", func(f *fixture) diag.Range { return put(f, &f.plan.Indicators[0].Observations[0].Unit, "no") }, "no", nil},
		{"project", "V102", "project", func(f *fixture) diag.Range { return put(f, &f.plan.Tasks[2].Project, "secnd") }, "second", nil},
		{"task of an indicator", "V103", "task", func(f *fixture) diag.Range { return put(f, &f.plan.Indicators[1].Task, "t2-11") }, "t2-1", nil},
		{"task not found", "V103", "not_found[0].tasks[0]", func(f *fixture) diag.Range { return put(f, &f.plan.NotFound[0].Tasks[0], "t9-9") }, "t9-9", nil},
		{"indicator not found", "V104", "not_found[0].indicators[0]", func(f *fixture) diag.Range { return put(f, &f.plan.NotFound[0].Indicators[0], "shop") }, "shops", nil},
	}
}

func unitFaults() []fault {
	return []fault{
		{"too few", "V111", "issued.lead", func(f *fixture) diag.Range {
			f.plan.Tasks[0].Lead = f.plan.Tasks[0].Lead[:1]
			return f.plan.Tasks[0].IssuedLead.At
		}, "原文有 2 个单位，lead 写了 1 个", nil},
		{"another order", "V111", "issued.lead", func(f *fixture) diag.Range {
			f.plan.Tasks[0].Lead = f.list("counties", "a-bureau")
			return f.plan.Tasks[0].IssuedLead.At
		}, "A局", nil},
		{"no such alias", "V111", "issued.support", func(f *fixture) diag.Range {
			f.site.Units[0].Aliases = nil
			return f.plan.Tasks[1].IssuedHelp.At
		}, "A局（综合处、计划处）", nil},
		{"no members", "V112", "units[2].members", func(f *fixture) diag.Range { f.site.Units[2].Members = nil; return f.site.Units[2].At }, "缺少成员", nil},
		{"no basis", "V112", "units[2].basis", func(f *fixture) diag.Range { return put(f, &f.site.Units[2].Basis, " ") }, "缺少成员依据", nil},
		{"members of a bureau", "V113", "units[0].members", func(f *fixture) diag.Range {
			f.site.Units[0].Members = f.list("east")
			return f.site.Units[0].Members[0].At
		}, "成员", nil},
		{"basis of a bureau", "V113", "units[0].basis", func(f *fixture) diag.Range { return put(f, &f.site.Units[0].Basis, "依据") }, "成员依据", nil},
		{"itself", "V114", "units[2].members[0]", func(f *fixture) diag.Range { return put(f, &f.site.Units[2].Members[0], "counties") }, "又包含了自己", nil},
		{"through another", "V114", "units[2].members[1]", func(f *fixture) diag.Range {
			west := f.site.Units[4]
			west.Kind, west.Basis, west.Members = f.s(plan.Collective), f.s("依据"), f.list("counties")
			return f.site.Units[2].Members[1].At
		}, "各县", nil},
		{"name", "V115", "units[4].name", func(f *fixture) diag.Range { return put(f, &f.site.Units[4].Name, "东县") }, "东县", nil},
		{"alias", "V115", "units[1].aliases[1]", func(f *fixture) diag.Range {
			f.site.Units[1].Aliases = append(f.site.Units[1].Aliases, f.s("A局"))
			return f.site.Units[1].Aliases[1].At
		}, "A局", nil},
		{"twice", "V116", "lead[1]", func(f *fixture) diag.Range { return put(f, &f.plan.Tasks[0].Lead[1], "a-bureau") }, "a-bureau", []string{"V111"}},
		{"number", "V117", "projects[1].number", func(f *fixture) diag.Range { return put(f, &f.plan.Projects[1].Number, 3) }, "应写 2，写的是 3", []string{"V505"}},
		{"gap", "V118", "order", func(f *fixture) diag.Range { return put(f, &f.plan.Tasks[1].Order, 3) }, "应写 2，写的是 3", []string{"V505"}},
		{"same order", "V118", "order", func(f *fixture) diag.Range { return put(f, &f.plan.Tasks[1].Order, 1) }, "甲项", []string{"V505"}},
		{"indicators", "V119", "order", func(f *fixture) diag.Range { return put(f, &f.plan.Indicators[1].Order, 1) }, "顺序 1", nil},
	}
}

func day(f *fixture, where *plan.DateValue, s string) diag.Range {
	*where = f.day(s)
	return where.At
}

func dateFaults() []fault {
	return []fault{
		{"no due", "V201", "due", func(f *fixture) diag.Range {
			f.plan.Tasks[2].Due = plan.DateValue{}
			return f.plan.Tasks[2].Schedule.At
		}, "due: 2017-12-31", nil},
		{"ongoing with due", "V202", "due", func(f *fixture) diag.Range { return day(f, &f.plan.Tasks[1].Due, "2020-12-31") }, "不应写完成期限", nil},
		{"due before start", "V203", "due", func(f *fixture) diag.Range {
			f.plan.Tasks[0].Start = f.day("2018-01-01")
			return f.plan.Tasks[0].Due.At
		}, "早于启动日期 2018-01-01", nil},
		{"due before signing", "V204", "due", func(f *fixture) diag.Range {
			f.plan.Tasks[2].IssuedWhen.V = "尽快"
			return day(f, &f.plan.Tasks[2].Due, "2015-11-08")
		}, "成文日期 2015-11-09", []string{"V504"}},
		{"due after the end", "V205", "due", func(f *fixture) diag.Range {
			f.plan.Tasks[2].IssuedWhen.V = "尽快"
			return day(f, &f.plan.Tasks[2].Due, "2021-01-01")
		}, "截止日期 2020-12-31", []string{"V504"}},
		{"target after the end", "V205", "targets[1].period", func(f *fixture) diag.Range {
			f.plan.Indicators[0].Targets[1].Period = f.period("2021")
			return f.plan.Indicators[0].Targets[1].Period.At
		}, "2021-12-31", nil},
		{"another year", "V206", "due", func(f *fixture) diag.Range { return day(f, &f.plan.Tasks[2].Due, "2017-12-31") }, "应为 2020-12-31", nil},
		{"a month", "V206", "due", func(f *fixture) diag.Range {
			f.plan.Tasks[2].IssuedWhen.V = "2020年2月底前完成"
			return f.plan.Tasks[2].Due.At
		}, "应为 2020-02-29", []string{"V504"}},
		{"deadline taken for ongoing", "V206", "schedule", func(f *fixture) diag.Range {
			f.plan.Tasks[2].Due = plan.DateValue{}
			return put(f, &f.plan.Tasks[2].Schedule, plan.Ongoing)
		}, "原文有完成期限", nil},
		{"ongoing taken for a deadline", "V206", "schedule", func(f *fixture) diag.Range {
			f.plan.Tasks[1].Due = f.day("2020-12-31")
			return put(f, &f.plan.Tasks[1].Schedule, plan.Deadline)
		}, "原文是持续推进", nil},
		{"start in another year", "V206", "start", func(f *fixture) diag.Range { return day(f, &f.plan.Tasks[1].Start, "2016-01-01") }, "2015年启动", nil},
		{"printed before signed", "V207", "printed", func(f *fixture) diag.Range { return day(f, &f.plan.Printed, "2015-11-01") }, "印发日期 2015-11-01", []string{"V509"}},
		{"end before start", "V207", "end", func(f *fixture) diag.Range { return day(f, &f.plan.End, "2015-01-01") }, "早于起始日期", []string{"V205"}},

		{"order of updates", "V211", "updates[1].as_of", func(f *fixture) diag.Range {
			f.plan.Tasks[0].Updates[1].CompletedOn = f.day("2016-05-01")
			return day(f, &f.plan.Tasks[0].Updates[1].AsOf, "2016-06-30")
		}, "2016-06-30 在 2016-12-31 之后", nil},
		{"as of tomorrow", "V212", "updates[1].as_of", func(f *fixture) diag.Range { return day(f, &f.plan.Tasks[0].Updates[1].AsOf, "2021-07-01") },
			"今天是 2021-06-30", []string{"V213", "V216"}},
		{"evidence from tomorrow", "V212", "updates[0].evidence[0].published", func(f *fixture) diag.Range {
			return day(f, &f.plan.Tasks[0].Updates[0].Evidence[0].Published, "2021-07-01")
		}, "2021-07-01", nil},
		{"source of a later name", "V212", "units[1].later[0].evidence[0].published", func(f *fixture) diag.Range {
			return day(f, &f.site.Units[1].Later[0].Evidence[0].Published, "2031-07-01")
		}, "2031-07-01", nil},
		{"a year that is not over", "V212", "observations[1].period", func(f *fixture) diag.Range {
			o := &f.plan.Indicators[0].Observations[1]
			o.Period, o.Published = f.period("2021"), plan.DateValue{}
			return o.Period.At
		}, "2021-12-31", nil},
		{"reported before as of", "V213", "updates[1].reported", func(f *fixture) diag.Range { return day(f, &f.plan.Tasks[0].Updates[1].Reported, "2017-12-30") }, "报送日期 2017-12-30 早于数据截至", nil},
		{"published before reported", "V213", "updates[1].published", func(f *fixture) diag.Range {
			f.plan.Tasks[0].Updates[1].Reported = f.day("2018-01-10")
			return day(f, &f.plan.Tasks[0].Updates[1].Published, "2018-01-05")
		}, "早于报送日期", nil},
		{"value published within its year", "V213", "observations[1].published", func(f *fixture) diag.Range {
			return day(f, &f.plan.Indicators[0].Observations[1].Published, "2017-06-01")
		}, "flag: expected", nil},
		{"before the plan", "V214", "updates[0].as_of", func(f *fixture) diag.Range { return day(f, &f.plan.Tasks[0].Updates[0].AsOf, "2015-06-30") }, "2015-11-09", nil},
		{"completed after as of", "V215", "updates[1].completed_on", func(f *fixture) diag.Range {
			return day(f, &f.plan.Tasks[0].Updates[1].CompletedOn, "2018-01-01")
		}, "2018-01-01", nil},
		{"a link's state without its day", "V217", "updates[0].evidence[0].link", func(f *fixture) diag.Range {
			return put(f, &f.plan.Tasks[0].Updates[0].Evidence[0].Link, "dead")
		}, "link 和 checked", nil},
		{"a day without a link's state", "V217", "updates[0].evidence[0].checked", func(f *fixture) diag.Range {
			return day(f, &f.plan.Tasks[0].Updates[0].Evidence[0].Checked, "2020-01-01")
		}, "link 和 checked", nil},
		{"a link checked tomorrow", "V212", "updates[0].evidence[0].checked", func(f *fixture) diag.Range {
			put(f, &f.plan.Tasks[0].Updates[0].Evidence[0].Link, "open")
			return day(f, &f.plan.Tasks[0].Updates[0].Evidence[0].Checked, "2021-07-01")
		}, "今天是 2021-06-30", nil},
		{"evidence too old", "V216", "updates[1].as_of", func(f *fixture) diag.Range {
			f.plan.Tasks[0].Updates[1].Evidence[0].Published = f.day("2017-11-30")
			return f.plan.Tasks[0].Updates[1].AsOf.At
		}, "最晚 2017-11-30", nil},
	}
}

func statusFaults() []fault {
	last := func(f *fixture) *plan.Update { return f.plan.Tasks[0].Updates[1] }
	return []fault{
		{"no evidence", "V301", "updates[1].evidence", func(f *fixture) diag.Range { last(f).Evidence = nil; return last(f).Status.At }, "没有佐证", []string{"V306"}},
		{"day without completion", "V302", "updates[0].completed_on", func(f *fixture) diag.Range {
			return day(f, &f.plan.Tasks[0].Updates[0].CompletedOn, "2016-12-01")
		}, "删去 completed_on", nil},
		{"adjusted", "V303", "updates[0].authority", func(f *fixture) diag.Range { return put(f, &f.plan.Tasks[0].Updates[0].Status, plan.SaysAdjusted) }, "authority", nil},
		{"terminated by nothing", "V303", "updates[0].authority", func(f *fixture) diag.Range {
			f.plan.Tasks[0].Updates[0].Status = f.s(plan.SaysTerminated)
			return put(f, &f.plan.Tasks[0].Updates[0].Authority, " ")
		}, "文号", nil},
		{"goes back", "V304", "updates[2].correction", func(f *fixture) diag.Range {
			t := f.plan.Tasks[0]
			t.Updates = append(t.Updates, f.update("2018-06-30", plan.SaysBehind, "2018-07-10"))
			return t.Updates[2].Status.At
		}, "correction", nil},
		{"the same evidence", "V305", "updates[0].evidence[1]", func(f *fixture) diag.Range {
			u := f.plan.Tasks[0].Updates[0]
			u.Evidence = append(u.Evidence, f.evidence("2017-01-10", "平台上线。"))
			return u.Evidence[1].At
		}, "删去一条", nil},
		{"a report without source", "V306", "updates[0].evidence", func(f *fixture) diag.Range {
			f.plan.Tasks[0].Updates[0].Evidence = nil
			return f.plan.Tasks[0].Updates[0].Basis.At
		}, "unit_report", nil},
		{"completed without a day", "V307", "updates[1].completed_on", func(f *fixture) diag.Range {
			last(f).CompletedOn = plan.DateValue{}
			return last(f).Status.At
		}, "completed_on", nil},
	}
}
