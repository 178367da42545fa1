package compare

import (
	"math"
	"strings"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

func day(d plan.Date) lang.Text { return lang.T(d.Chinese(), d.English()) }

func period(p plan.Period) lang.Text { return lang.T(p.Chinese(), p.English()) }

// amount is a number as its source printed it, with the indicator's unit.
func amount(n plan.Number, ind *plan.Indicator) lang.Text {
	en := ind.UnitEN.V
	if en == "" {
		en = ind.Unit.V
	}
	if en != "%" && en != "" {
		en = " " + en
	}
	return lang.T(minus(n.Raw)+ind.Unit.V, minus(n.Raw)+en)
}

func minus(s string) string { return strings.Replace(s, "-", "−", 1) }

// relative is a change in brackets: in per cent of the value before or, for a
// figure that is a percentage itself, in points. There is none from zero.
func relative(before, after plan.Number, ind *plan.Indicator) lang.Text {
	by := after.Float - before.Float
	if by == 0 {
		return lang.Text{}
	}
	if ind.Unit.V == "%" {
		return lang.T("（%s个百分点）", " (%s points)").Sprintf(signed(by))
	}
	if before.Float == 0 {
		return lang.Text{}
	}
	return lang.T("（%s%%）", " (%s%%)").Sprintf(signed(by / math.Abs(before.Float) * 100))
}

// signed is a number with its sign and one decimal place, more where it would
// read as no change.
func signed(x float64) string {
	s := "0"
	for places := 1; s == "0" && places < 12; places++ {
		s = minus(lang.Decimal(x, places))
	}
	if x > 0 {
		return "+" + s
	}
	return s
}

// condition is a target in words: 不低于20亿元.
func condition(t plan.Target, ind *plan.Indicator) lang.Text {
	format := map[string]lang.Text{
		">":  lang.T("超过%s", "more than %s"),
		">=": lang.T("不低于%s", "at least %s"),
		"<":  lang.T("低于%s", "less than %s"),
		"<=": lang.T("不高于%s", "at most %s"),
	}[t.Comparator.V]
	return format.Sprintf(amount(t.Value.V, ind))
}

// status is a task's status with its timing: 已完成（按期）.
func status(t *progress.Task) lang.Text {
	format, ok := map[progress.Timing]lang.Text{
		progress.OnTime: lang.T("%s（按期）", "%s (on time)"),
		progress.Late:   lang.T("%s（逾期）", "%s (late)"),
	}[t.Timing]
	if !ok {
		return t.Status.Info().Label
	}
	return format.Sprintf(t.Status.Info().Label)
}

// brief cuts a long text.
func brief(s string) string {
	if r := []rune(s); len(r) > longest {
		return string(r[:longest-1]) + "…"
	}
	return s
}

func joined(list []lang.Text) lang.Text {
	var zh, en []string
	for _, t := range list {
		zh, en = append(zh, t.ZH), append(en, t.In(lang.EN))
	}
	return lang.T(strings.Join(zh, "、"), strings.Join(en, ", "))
}

// unseen says of a fact that became public after the day of judgement that it
// takes no part in it.
func unseen(public, asOf plan.Date) lang.Text {
	if !public.After(asOf) {
		return lang.Text{}
	}
	return lang.T("（%s才公开，不参与这次评价）", " (public from %s, too late to count here)").Sprintf(day(public))
}

// join puts texts one after the other.
func join(list ...lang.Text) lang.Text {
	out := lang.Text{}
	for _, t := range list {
		out.ZH, out.EN = out.ZH+t.ZH, out.EN+t.In(lang.EN)
	}
	return out
}
