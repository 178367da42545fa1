package validate

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/document"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

func dates() []check {
	return []check{
		{diag.Rule{Code: "V201", Severity: diag.Error,
			Message: lang.T("限期完成的任务没有写完成期限", "a task with a deadline has no due"),
			Hint:    lang.T("加一行 due，如 due: 2017-12-31；没有期限的改为 schedule: ongoing。", "Add a line such as due: 2017-12-31, or write schedule: ongoing where there is no deadline.")},
			perTask(dueMissing)},
		{diag.Rule{Code: "V202", Severity: diag.Error,
			Message: lang.T("持续推进的任务不应写完成期限", "an ongoing task must not have a due"),
			Hint:    lang.T("删去 due，或者改为 schedule: deadline。", "Delete due, or write schedule: deadline.")},
			perTask(dueOfOngoing)},
		{diag.Rule{Code: "V203", Severity: diag.Error,
			Message: lang.T("完成期限 %[1]s 早于启动日期 %[2]s", "due %[1]s is before the start %[2]s"),
			Hint:    lang.T("对照原文的进度安排，改 due 或 start。", "Correct due or start by the issued schedule.")},
			perTask(dueBeforeStart)},
		{diag.Rule{Code: "V204", Severity: diag.Error,
			Message: lang.T("完成期限 %[1]s 早于方案成文日期 %[2]s", "due %[1]s is before the plan was signed on %[2]s"),
			Hint:    lang.T("对照原文的进度安排核对年份。", "Check the year against the issued schedule.")},
			perTask(dueBeforeSigned)},
		{diag.Rule{Code: "V205", Severity: diag.Warning,
			Message: lang.T("%[1]s 晚于方案截止日期 %[2]s", "%[1]s is after the plan's end on %[2]s"),
			Hint:    lang.T("核对年份；方案确实延长的，改 plan.yaml 的 end。", "Check the year; where the plan was extended, change end in plan.yaml.")},
			perPlan(afterEnd)},
		{diag.Rule{Code: "V206", Severity: diag.Error,
			Message: lang.T("与原文的进度安排“%[1]s”不符：%[2]s", "does not agree with the issued schedule %[1]q: %[2]s"),
			Hint:    lang.T("“2017年底前完成”写 schedule: deadline 和 due: 2017-12-31；“持续推进”“持续实施”写 schedule: ongoing。", "For 2017年底前完成 write schedule: deadline and due: 2017-12-31; for 持续推进 or 持续实施 write schedule: ongoing.")},
			perTask(issuedSchedule)},
		{diag.Rule{Code: "V207", Severity: diag.Error,
			Message: lang.T("方案的%[1]s %[2]s 早于%[3]s %[4]s", "the plan's %[1]s %[2]s is before its %[3]s %[4]s"),
			Hint:    lang.T("对照文件的落款和印发日期改正。", "Correct it by the dates on the document.")},
			perPlan(planDates)},
	}
}

func dueMissing(a *ask, t *plan.Task) {
	if t.Schedule.V == plan.Deadline && !t.Due.Given() {
		a.say(or(t.Schedule.At, t.At), "due")
	}
}

func dueOfOngoing(a *ask, t *plan.Task) {
	if t.Schedule.V == plan.Ongoing && t.Due.Given() {
		a.say(t.Due.At, "due")
	}
}

func dueBeforeStart(a *ask, t *plan.Task) {
	if t.Due.Given() && t.Start.Given() && t.Due.V.Before(t.Start.V) {
		a.compare(t.Due.At, "due", t.Start.At, lang.T("启动日期", "the start"), t.Due.V, t.Start.V)
	}
}

func dueBeforeSigned(a *ask, t *plan.Task) {
	if signed := a.plan.Signed; t.Due.Given() && signed.Given() && t.Due.V.Before(signed.V) {
		a.compare(t.Due.At, "due", signed.At, lang.T("成文日期", "the day of signing"), t.Due.V, signed.V)
	}
}

func afterEnd(a *ask, p *plan.Plan) {
	check := func(at diag.Range, path string, day plan.Date) {
		if p.End.Given() && day.After(p.End.V) {
			a.compare(at, path, p.End.At, lang.T("方案截止日期", "the plan's end"), day, p.End.V)
		}
	}
	for _, t := range p.Tasks {
		if t.Due.Given() {
			check(t.Due.At, "due", t.Due.V)
		}
	}
	for _, x := range p.Indicators {
		for i, target := range x.Targets {
			check(target.Period.At, index("targets", i, "period"), target.Period.V.To)
		}
	}
}

var (
	dueForm   = regexp.MustCompile(`(\d{4})年(?:(\d{1,2})月)?底前完成`)
	startForm = regexp.MustCompile(`(\d{4})年启动`)
)

// issuedSchedule reads the wordings that annexes use; others are left to people.
func issuedSchedule(a *ask, t *plan.Task) {
	words := document.Normalize(t.IssuedWhen.V)
	wrong := func(at diag.Range, path string, what lang.Text) {
		a.compare(or(at, t.At), path, t.IssuedWhen.At, lang.T("原文的进度安排", "the issued schedule"), words, what)
	}
	due := dueForm.FindStringSubmatch(words)
	switch {
	case due != nil && t.Schedule.V != plan.Deadline:
		wrong(t.Schedule.At, "schedule", lang.T("原文有完成期限", "it has a deadline"))
	case due != nil && t.Due.Given() && t.Due.V != endOf(due[1], due[2]):
		wrong(t.Due.At, "due", lang.T("应为 %[1]s", "it means %[1]s").Sprintf(endOf(due[1], due[2])))
	case due == nil && strings.Contains(words, "持续") && t.Schedule.V != plan.Ongoing:
		wrong(t.Schedule.At, "schedule", lang.T("原文是持续推进", "it is ongoing"))
	}
	start := startForm.FindStringSubmatch(words)
	if start != nil && t.Start.Given() && strconv.Itoa(t.Start.V.Year) != start[1] {
		wrong(t.Start.At, "start", lang.T("原文是%[1]s年启动", "it starts in %[1]s").Sprintf(start[1]))
	}
}

// endOf returns the last day of a year, or of one of its months.
func endOf(year, month string) plan.Date {
	y, _ := strconv.Atoi(year)
	m, err := strconv.Atoi(month)
	if err != nil {
		m = int(time.December)
	}
	return plan.DateOf(time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC))
}

func planDates(a *ask, p *plan.Plan) {
	signed, start := lang.T("成文日期", "day of signing"), lang.T("起始日期", "start")
	for _, pair := range []struct {
		later, earlier plan.DateValue
		key            string
		name, other    lang.Text
	}{
		{p.Printed, p.Signed, "printed", lang.T("印发日期", "day of printing"), signed},
		{p.End, p.Start, "end", lang.T("截止日期", "end"), start},
	} {
		if pair.later.Given() && pair.earlier.Given() && pair.later.V.Before(pair.earlier.V) {
			a.compare(pair.later.At, pair.key, pair.earlier.At, pair.other, pair.name, pair.later.V, pair.other, pair.earlier.V)
		}
	}
}
