package validate

import (
	"fmt"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// order lists the rules about the days of updates, values and sources.
func order() []check {
	return []check{
		{diag.Rule{Code: "V211", Severity: diag.Error,
			Message: lang.T("进展没有按数据截至日期从早到晚排列：%[1]s 在 %[2]s 之后", "updates are not in order of their as-of dates: %[1]s stands after %[2]s"),
			Hint:    lang.T("把这一条移到前面，或者改正 as_of。", "Move this update up, or correct as_of.")},
			perTask(updateOrder)},
		{diag.Rule{Code: "V212", Severity: diag.Error,
			Message: lang.T("日期 %[1]s 还没有到（今天是 %[2]s）", "%[1]s is in the future (today is %[2]s)"),
			Hint:    lang.T("核对年份；还没有发生的事不能写成已经发生。", "Check the year; what has not happened cannot be reported.")},
			future},
		{diag.Rule{Code: "V213", Severity: diag.Error,
			Message: lang.T("%[1]s %[2]s 早于%[3]s %[4]s", "the %[1]s %[2]s is before the %[3]s %[4]s"),
			Hint:    lang.T("先有数据截至日期，再报送，再发布；对照来源改正。预计数写 flag: expected。", "A figure is reported after its as-of date and published after that; correct by the source. For a forecast write flag: expected.")},
			sequence},
		{diag.Rule{Code: "V214", Severity: diag.Warning,
			Message: lang.T("数据截至 %[1]s 早于方案成文日期 %[2]s", "as of %[1]s is before the plan was signed on %[2]s"),
			Hint:    lang.T("方案印发以前的情况不是方案的进展，请核对年份。", "What came before the plan is not its progress; check the year.")},
			perUpdate(beforePlan)},
		{diag.Rule{Code: "V215", Severity: diag.Error,
			Message: lang.T("完成日期 %[1]s 晚于数据截至 %[2]s", "the day of completion %[1]s is after the as-of date %[2]s"),
			Hint:    lang.T("完成日期不能晚于 as_of，请改其中一个。", "completed_on cannot be after as_of; correct one of them.")},
			perUpdate(completedLater)},
		{diag.Rule{Code: "V216", Severity: diag.Warning,
			Message: lang.T("所有佐证都在数据截至 %[1]s 以前发布（最晚 %[2]s），说明不了那一天的情况", "all evidence was published before the as-of date %[1]s (the last on %[2]s) and cannot speak of that day"),
			Hint:    lang.T("as_of 写来源所说的那一天，不要写填报的那一天。", "Give as_of the day the source speaks of, not the day of reporting.")},
			perUpdate(evidenceTooOld)},
		{diag.Rule{Code: "V217", Severity: diag.Error,
			Message: lang.T("链接状态和检查日期要一起写", "the state of a link and the day of the check go together"),
			Hint:    lang.T("写 link 和 checked 两行，或者都不写；evidence check --write 会一起写。", "Write both link and checked, or neither; evidence check --write writes both.")},
			linkWithoutDay},
	}
}

// linkWithoutDay: a state that nobody dated says nothing.
func linkWithoutDay(a *ask) {
	for _, s := range a.scope.evidence() {
		for i, e := range s.list {
			switch {
			case e.Link.Given() && !e.Checked.Given():
				a.say(e.Link.At, index(s.path, i, "link"))
			case e.Checked.Given() && !e.Link.Given():
				a.say(e.Checked.At, index(s.path, i, "checked"))
			}
		}
	}
}

func updateOrder(a *ask, t *plan.Task) {
	for i := 1; i < len(t.Updates); i++ {
		before, own := t.Updates[i-1].AsOf, t.Updates[i].AsOf
		if own.V.Before(before.V) {
			a.compare(own.At, index("updates", i, "as_of"), before.At, lang.T("前一条", "the update before it"), own.V, before.V)
		}
	}
}

// future looks at every day that something is said to have happened on.
func future(a *ask) {
	today := a.scope.opts.Today
	check := func(d plan.DateValue, path string) {
		if d.Given() && d.V.After(today) {
			a.say(d.At, path, d.V, today)
		}
	}
	perUpdate(func(_ *ask, u *plan.Update, path string) {
		check(u.AsOf, path+".as_of")
		check(u.Reported, path+".reported")
		check(u.Published, path+".published")
		check(u.CompletedOn, path+".completed_on")
	})(a)
	perIndicator(func(_ *ask, x *plan.Indicator) {
		for i, t := range x.Targets {
			check(t.Published, index("targets", i, "published"))
		}
		for i, o := range x.Observations {
			check(o.Reported, index("observations", i, "reported"))
			check(o.Published, index("observations", i, "published"))
			if o.Flag.V != "expected" {
				check(plan.DateValue{V: o.Period.V.To, At: o.Period.At}, index("observations", i, "period"))
			}
		}
	})(a)
	perPlan(func(_ *ask, p *plan.Plan) {
		check(p.Signed, "signed")
		check(p.Printed, "printed")
	})(a)
	for _, s := range a.scope.evidence() {
		for i, e := range s.list {
			check(e.Published, index(s.path, i, "published"))
			check(e.Checked, index(s.path, i, "checked"))
		}
	}
}

// stamp is a day with its key and its name.
type stamp struct {
	plan.DateValue
	key  string
	name lang.Text
}

func sequence(a *ask) {
	perUpdate(func(a *ask, u *plan.Update, path string) {
		a.ascending(path, stamp{u.AsOf, "as_of", lang.T("数据截至", "as-of date")}, u.Reported, u.Published)
	})(a)
	perIndicator(func(a *ask, x *plan.Indicator) {
		for i, o := range x.Observations {
			end := stamp{plan.DateValue{V: o.Period.V.To, At: o.Period.At}, "period", lang.T("时期的最后一天", "end of the period")}
			if o.Flag.V == "expected" {
				end.DateValue = plan.DateValue{}
			}
			a.ascending(fmt.Sprintf("observations[%d]", i), end, o.Reported, o.Published)
		}
	})(a)
}

// ascending checks that what was said of a day was reported and published in
// that order and not before the day. Days that are not given are passed over.
func (a *ask) ascending(path string, day stamp, reported, published plan.DateValue) {
	before := day
	for _, next := range []stamp{
		{reported, "reported", lang.T("报送日期", "day of reporting")},
		{published, "published", lang.T("发布日期", "day of publication")},
	} {
		if !next.Given() {
			continue
		}
		if before.Given() && next.V.Before(before.V) {
			a.compare(next.At, path+"."+next.key, before.At, before.name, next.name, next.V, before.name, before.V)
			continue
		}
		before = next
	}
}

func beforePlan(a *ask, u *plan.Update, path string) {
	if signed := a.plan.Signed; signed.Given() && u.AsOf.V.Before(signed.V) {
		a.compare(u.AsOf.At, path+".as_of", signed.At, lang.T("成文日期", "the day of signing"), u.AsOf.V, signed.V)
	}
}

func completedLater(a *ask, u *plan.Update, path string) {
	if u.CompletedOn.Given() && u.CompletedOn.V.After(u.AsOf.V) {
		a.compare(u.CompletedOn.At, path+".completed_on", u.AsOf.At, lang.T("数据截至", "the as-of date"), u.CompletedOn.V, u.AsOf.V)
	}
}

func evidenceTooOld(a *ask, u *plan.Update, path string) {
	last := plan.DateValue{}
	for _, e := range u.Evidence {
		if !e.Published.Given() {
			return // its day is not known: it may be young enough
		}
		if !last.Given() || e.Published.V.After(last.V) {
			last = e.Published
		}
	}
	if last.Given() && last.V.Before(u.AsOf.V) {
		a.compare(u.AsOf.At, path+".as_of", last.At, lang.T("最晚的一条佐证", "the latest piece of evidence"), u.AsOf.V, last.V)
	}
}
