package progress

import (
	"strconv"
	"strings"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

func day(d plan.Date) lang.Text { return lang.T(d.Chinese(), d.English()) }

func periodWords(p plan.Period) lang.Text { return lang.T(p.Chinese(), p.English()) }

func name(of, en plan.String) lang.Text { return lang.T(of.V, en.V) }

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

// stated is what an update's status is called.
func stated(status string) lang.Text {
	return map[string]lang.Text{
		"":                  lang.T("没有说明是否完成", "nothing said of completion"),
		plan.SaysNotStarted: lang.T("未启动", "not started"),
		plan.SaysInProgress: lang.T("推进中", "in progress"),
		plan.SaysBehind:     lang.T("滞后", "behind"),
		plan.SaysCompleted:  lang.T("已完成", "completed"),
		plan.SaysAdjusted:   lang.T("已调整", "adjusted"),
		plan.SaysTerminated: lang.T("已终止", "terminated"),
	}[status]
}

// shown rounds x for reading, with more places where rounding would put it on
// the other side of a limit that decides.
func shown(x float64, places int, limits ...float64) string {
	for ; places < 12; places++ {
		rounded, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'f', places, 64), 64)
		if sameSide(x, rounded, limits) {
			break
		}
	}
	s := strconv.FormatFloat(x, 'f', places, 64)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	return minus(s)
}

func sameSide(x, y float64, limits []float64) bool {
	for _, l := range limits {
		if (x < l) != (y < l) || (x > l) != (y > l) {
			return false
		}
	}
	return true
}

// percent is a fraction as a percentage with one decimal place.
func percent(x float64) string { return shown(x*100, 1, 0, 100) + "%" }

// rate is a yearly growth as a percentage with two decimal places.
func rate(x float64) string { return shown(x*100, 2, 0) + "%" }

// ratio is R with three decimal places, more next to a threshold. What GrowthBand
// takes to be on a threshold is shown on it.
func ratio(r float64) string {
	for _, l := range []float64{moderateFrom, substantialFrom} {
		if abs(r-l) <= tolerance {
			r = l
		}
	}
	return shown(r, 3, 0, moderateFrom, substantialFrom)
}

// points is a gap in percentage points.
func points(gap float64) string { return shown(gap, 1, 0, laggingFrom, farBehindOver) }

func minus(s string) string { return strings.Replace(s, "-", "−", 1) }

// bracket puts a negative number in brackets, for use inside arithmetic.
func bracket(s string) string {
	if strings.HasPrefix(s, "−") {
		return "(" + s + ")"
	}
	return s
}

// steps collects the facts of an explanation in the order they are weighed.
type steps []Step

func (s *steps) add(at diag.Range, format lang.Text, args ...any) {
	*s = append(*s, Step{Words: format.Sprintf(args...), At: at})
}

// sum adds a line of arithmetic or a rule, which stands in no file.
func (s *steps) sum(format lang.Text, args ...any) { s.add(diag.Range{}, format, args...) }
