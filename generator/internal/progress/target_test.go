package progress

import (
	"strconv"
	"strings"
	"testing"

	"jindu/generator/internal/plan"
)

func itoa(n int) string { return strconv.Itoa(n) }

// both is the two targets of the plan's own indicators.
var both = []string{"2017 >= 20", "2020 >= 40"}

func TestVerdicts(t *testing.T) {
	flow := func(method string, targets []string, values ...string) *plan.Indicator {
		return goalOf(method, plan.Flow, targets, values...)
	}
	stock := func(targets []string, values ...string) *plan.Indicator {
		return goalOf(plan.ShareVsPace, plan.Stock, targets, values...)
	}
	one := []string{"2017 >= 20"}
	for _, x := range []struct {
		name   string
		day    string
		ind    *plan.Indicator
		target int
		rule   string
		frozen bool
	}{
		{"no value before the date", "2017-12-31", flow(plan.Milestone, one), 0, "milestone.pending", false},
		{"no value after it", "2018-01-01", flow(plan.Milestone, one), 0, "milestone.no_data", true},
		{"milestone waits", "2017-06-30", flow(plan.Milestone, one, "2016=15"), 0, "milestone.not_assessable.at_deadline", false},
		{"milestone met early", "2017-06-30", flow(plan.Milestone, one, "2016=21"), 0, "milestone.met", false},
		{"a flow of an earlier year does not stand in", "2018-01-01", flow(plan.Milestone, one, "2016=21"), 0, "milestone.no_data", true},
		{"its own year decides", "2018-03-01", flow(plan.Milestone, one, "2016=21", "2017=19.9"), 0, "milestone.missed", true},
		{"met", "2018-03-01", flow(plan.Milestone, one, "2017=20.0"), 0, "milestone.met", true},
		{"a later value never judges", "2019-03-01", flow(plan.Milestone, one, "2018=25"), 0, "milestone.no_data", true},
		{"more than 20 is not 20.0", "2018-03-01", flow(plan.Milestone, []string{"2017 > 20"}, "2017=20.0"), 0, "milestone.missed", true},
		{"more than 20 is 20.01", "2018-03-01", flow(plan.Milestone, []string{"2017 > 20"}, "2017=20.01"), 0, "milestone.met", true},
		{"a ceiling is met below", "2018-03-01", flow(plan.Milestone, []string{"2017 < 5"}, "2017=4.9"), 0, "milestone.met", true},
		{"a ceiling is missed at it", "2018-03-01", flow(plan.Milestone, []string{"2017 < 5"}, "2017=5"), 0, "milestone.missed", true},
		{"a ceiling that includes it", "2018-03-01", flow(plan.Milestone, []string{"2017 <= 5"}, "2017=5.0"), 0, "milestone.met", true},
		{"part of a year is no year", "2017-10-01", flow(plan.Milestone, one, "2017-H1=21"), 0, "milestone.pending", false},
		{"none judges nothing", "2018-03-01", flow(plan.NoMethod, one, "2017=21"), 0, "none.not_judged", true},

		{"a stock met early stays met", "2019-01-01", stock(one, "2016-06-30=20"), 0, "share_vs_pace.met", true},
		{"an older stock below is no value", "2019-01-01", stock(one, "2017-11-30=19"), 0, "share_vs_pace.no_data", true},
		{"the stock of the day", "2019-01-01", stock(one, "2017-12-31=19"), 0, "share_vs_pace.missed", true},
		{"on the target's day bands still hold", "2017-12-31", stock(one, "2017-12-31=19"), 0, "share_vs_pace.near_pace", false},
		{"a stock that fell back", "2019-01-01", stock(one, "2016-12-31=21", "2017-12-31=19"), 0, "share_vs_pace.missed", true},
		{"from zero, on pace", "2016-08-01", stock(one, "2016-06=10"), 0, "share_vs_pace.on_pace", false},
		{"from zero, far behind", "2017-08-01", stock(one, "2017-06=2"), 0, "share_vs_pace.far_behind", false},
		{"a flow is not counted from zero", "2017-03-01", flow(plan.ShareVsPace, one, "2016=15"), 0, "share_vs_pace.not_assessable.no_base", false},
		{"a ceiling is not counted from zero", "2017-03-01", stock([]string{"2017 <= 5"}, "2016=15"), 0, "share_vs_pace.not_assessable.no_base", false},

		{"cagr without a base", "2017-03-01", flow(plan.CAGR, one, "2016=15"), 0, "cagr.not_assessable.no_base", false},
		{"a difference of rates", "2017-03-01", goalOf(plan.CAGR, plan.RateDifference, one, "2016=15"), 0, "cagr.not_assessable.rate_itself", false},
		{"2020 waits for 2017", "2017-12-31", flow(plan.CAGR, both, "2016=15"), 1, "cagr.not_assessable.target_before", false},
		{"2020 met before 2017 is over", "2017-12-31", flow(plan.CAGR, both, "2016=45"), 1, "cagr.met", false},
		{"2020 without the 2017 value", "2019-03-01", flow(plan.CAGR, both, "2018=24"), 1, "cagr.not_assessable.missing_actual", false},
		{"2020 from the 2017 value", "2019-03-01", flow(plan.CAGR, both, "2017=20", "2018=24"), 1, "cagr.moderate", false},
		{"2020 with the 2017 value only", "2019-03-01", flow(plan.CAGR, both, "2017=20"), 1, "cagr.not_assessable.single_point", false},
		{"share from the 2017 value", "2019-03-01", stock(both, "2017=20", "2018=24"), 1, "share_vs_pace.behind", false},
		{"share from zero without it", "2019-03-01", stock(both, "2018=28"), 1, "share_vs_pace.on_pace", false},
		{"share with the 2017 value only", "2019-03-01", stock(both, "2017=20"), 1, "share_vs_pace.not_assessable.single_point", false},
	} {
		t.Run(x.name, func(t *testing.T) {
			got := targetOn(x.day, x.ind, x.target)
			if got.Why.Rule != x.rule || got.Frozen != x.frozen {
				t.Errorf("%s (frozen %v), want %s (%v): %s", got.Why.Rule, got.Frozen, x.rule, x.frozen, got.Why.Words.ZH)
			}
		})
	}
}

func TestNoStartNoPace(t *testing.T) {
	p := planOf(task(""), goalOf(plan.ShareVsPace, plan.Stock, []string{"2017 >= 20"}, "2016=10"))
	p.Start = plan.DateValue{}
	got := Assess(&plan.Site{}, p, on("2017-03-01")).Indicators[0].Targets[0]
	if got.Why.Rule != "share_vs_pace.not_assessable.no_start" {
		t.Errorf("rule %s", got.Why.Rule)
	}
}

func TestThe2017VerdictIsFrozen(t *testing.T) {
	ind := goalOf(plan.CAGR, plan.Flow, both, "2016=14.2", "2017=19", "2018=60", "2019=70")
	ind.Baseline = base("2014", "7.288629738")
	for _, day := range []string{"2018-01-01", "2018-12-31", "2020-12-31", "2026-11-23"} {
		got := targetOn(day, ind, 0)
		if got.Verdict != Missed || !got.Frozen {
			t.Errorf("on %s: %s", day, got.Verdict)
		}
	}
	if got := targetOn("2017-06-30", ind, 0); got.Verdict != Substantial {
		t.Errorf("before its date: %s", got.Verdict)
	}
	if got := targetOn("2019-02-01", ind, 1); got.Verdict != Met || got.Components.BasePeriod != "2017" || *got.Components.Base != 19 {
		t.Errorf("2020 is judged from %s", got.Components.BasePeriod)
	}
}

func TestCurrentTarget(t *testing.T) {
	ind := goalOf(plan.Milestone, plan.Flow, []string{"2020 >= 40", "2017 >= 20"})
	for day, want := range map[string]int{"2016-01-01": 0, "2017-12-31": 0, "2018-01-01": 1, "2020-12-31": 1, "2026-11-23": 1} {
		got := Assess(&plan.Site{}, planOf(task(""), ind), on(day)).Indicators[0]
		if got.Current != want {
			t.Errorf("on %s the current target is %d, want %d", day, got.Current, want)
		}
		if got.Targets[0].Target.Period.V.Raw != "2017" {
			t.Error("targets are not in order of time")
		}
	}
}

func TestImputedBaseNeverDrives(t *testing.T) {
	for _, method := range []string{plan.CAGR, plan.ShareVsPace} {
		for _, v := range []string{"14.2", "12.0", "9.0", "7.0"} {
			ind := goalOf(method, plan.Flow, []string{"2017 >= 20"}, "2016="+v)
			ind.Baseline = base("2014", "7.288629738")
			ind.Baseline.Imputed = true
			got := targetOn("2017-03-01", ind, 0)
			if got.Verdict != NotAssessable || got.Why.Rule != method+".not_assessable.imputed_base" {
				t.Errorf("%s, %s: %s", method, v, got.Why.Rule)
			}
			if c := got.Components; c.Share == nil || !c.BaseImputed || (method == plan.CAGR) != (c.Ratio != nil) {
				t.Errorf("%s: the numbers for reference are not there: %+v", method, c)
			}
			tk := statusOn("2017-03-01", task("2017-12-31"), ind)
			if tk.Status != Undisclosed {
				t.Errorf("%s, %s: the task is %s", method, v, tk.Status)
			}
		}
	}
}

func TestOnlyCountedValuesJudge(t *testing.T) {
	ind := goalOf(plan.Milestone, plan.Flow, []string{"2017 >= 20"})
	forecast := value("2017=25")
	forecast.Flag, forecast.Published = text("expected"), date("2017-12-20")
	first := value("2017=21")
	first.Flag, first.Published = text("preliminary"), date("2018-01-20")
	revised := value("2017=19")
	revised.Flag, revised.Published = text("revised"), date("2018-06-20")
	ind.Observations = []plan.Observation{revised, forecast, first}
	for _, x := range []struct {
		day  string
		want Verdict
		seen int
	}{
		{"2017-12-19", Pending, 0}, {"2017-12-25", Pending, 1}, {"2018-01-19", NoData, 1}, {"2018-01-20", Met, 2}, {"2018-06-20", Missed, 3},
	} {
		r := Assess(&plan.Site{}, planOf(task(""), ind), on(x.day)).Indicators[0]
		if r.Targets[0].Verdict != x.want || len(r.Observations) != x.seen {
			t.Errorf("on %s: %s from %d values, want %s from %d", x.day, r.Targets[0].Verdict, len(r.Observations), x.want, x.seen)
		}
	}
}

func TestAValueOfAPeriodThatIsNotOverDoesNotJudge(t *testing.T) {
	ind := goalOf(plan.Milestone, plan.Stock, []string{"2017 >= 20"}, "2017=25")
	ind.Observations[0].Published = date("2017-12-20")
	if got := targetOn("2017-12-30", ind, 0); got.Verdict != Pending {
		t.Errorf("before its period is over: %s", got.Verdict)
	}
	if got := targetOn("2017-12-31", ind, 0); got.Verdict != Met {
		t.Errorf("on its last day: %s", got.Verdict)
	}
}

func TestBaselineCountsFromItsEvidence(t *testing.T) {
	ind := goalOf(plan.CAGR, plan.Flow, []string{"2017 >= 20"}, "2015=12", "2016=14.2")
	ind.Baseline = base("2014", "10")
	ind.Baseline.Evidence = sources("2017-02-01", "2019-01-01")
	if got := targetOn("2017-01-31", ind, 0); got.Why.Rule != "cagr.not_assessable.no_base" {
		t.Errorf("before it was known: %s", got.Why.Rule)
	}
	if got := targetOn("2017-02-01", ind, 0); got.Verdict != Limited && got.Verdict != Moderate {
		t.Errorf("after: %s", got.Why.Rule)
	}
}

func TestAchievedIsNoRatioForCeilingsAndRatios(t *testing.T) {
	for _, x := range []struct {
		nature, target string
		want           bool
	}{
		{plan.Flow, "2017 >= 20", true}, {plan.Stock, "2017 > 20", true}, {plan.Cumulative, "2017 >= 20", true}, {plan.Share, "2017 >= 20", true},
		{plan.Ratio, "2017 >= 2", false}, {plan.RateDifference, "2017 >= 0", false}, {plan.Flow, "2017 <= 5", false}, {plan.Flow, "2017 >= 0", false},
	} {
		got := targetOn("2017-03-01", goalOf(plan.Milestone, x.nature, []string{x.target}, "2016=1"), 0).Components.Achieved
		if (got != nil) != x.want {
			t.Errorf("%s %s: %v", x.nature, x.target, got)
		}
	}
}

func TestRequiredNowIsTheGrowthStillNeeded(t *testing.T) {
	got := targetOn("2019-03-01", goalOf(plan.CAGR, plan.Flow, both, "2017=20", "2018=24"), 1)
	near(t, "growth still needed", *got.Components.RequiredNow, 0.290994449)
	if targetOn("2019-03-01", goalOf(plan.CAGR, plan.Flow, both, "2018=44"), 1).Components.RequiredNow != nil {
		t.Error("a target that is met needs none")
	}
}

func TestExplanationShowsTheArithmetic(t *testing.T) {
	ind := goalOf(plan.CAGR, plan.Flow, []string{"2017 >= 20"}, "2016=12.0")
	ind.Unit = text("亿元")
	ind.Baseline = base("2014", "7.288629738")
	got := targetOn("2017-03-01", ind, 0).Why
	want := []string{
		"目标：2017年不低于20亿元。",
		"评价日期2017年3月1日，目标时期未过。",
		"评价方法：年均增速对所需增速。",
		"基期值：2014年7.288629738亿元。",
		"实际值：2016年12.0亿元（2016年12月31日公开）。",
		"比较：12.0 ≥ 20，不成立。",
		"实际值 ÷ 目标值 = 12.0 ÷ 20 = 60.0%。",
		"实际年均增速 = (12.0 ÷ 7.288629738)^(1 ÷ 2) − 1 = 0.2831。",
		"所需年均增速 = (20 ÷ 7.288629738)^(1 ÷ 3) − 1 = 0.4000。",
		"R = 0.2831 ÷ 0.4000 = 0.708",
		"从这个实际值到目标，今后每年还需变化66.67%。",
		"完成比例 = (12.0 − 7.288629738) ÷ (20 − 7.288629738) = 37.1%。",
		"序时进度：从2014年12月31日到2017年12月31日，截至2016年12月31日时间过了66.7%。",
		"差距 = 序时进度 − 完成比例 = 29.6个百分点（按未四舍五入的数计算）。",
		"结论：有进展，需加快。0.60 ≤ R < 0.95。",
	}
	var lines []string
	for _, s := range got.Steps {
		lines = append(lines, s.Words.ZH)
		if s.Words.EN == "" || strings.Contains(s.Words.EN, "%!") || strings.Contains(s.Words.ZH, "%!") {
			t.Errorf("bad words: %+v", s.Words)
		}
	}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Errorf("steps\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
	for _, i := range []int{0, 2, 3, 4} {
		if got.Steps[i].At.IsZero() {
			t.Errorf("step %d names no place", i)
		}
	}
}

func TestSignsInArithmetic(t *testing.T) {
	ind := goalOf(plan.CAGR, plan.Flow, []string{"2020 <= 50"}, "2017=80")
	ind.Direction, ind.UnitEN = text(plan.Down), text("t")
	ind.Baseline = base("2015", "100")
	why := targetOn("2018-03-01", ind, 0).Why
	for _, want := range []string{"R = −1 × (−0.1056) ÷ 0.1294 = 0.816", "比较：80 ≤ 50，不成立。"} {
		found := false
		for _, s := range why.Steps {
			found = found || s.Words.ZH == want
		}
		if !found {
			t.Errorf("no step %q", want)
		}
	}
	if want := "From 2015 to 2017 growth was −10.56% a year; reaching the target for 2020 (at most 50 t) takes −12.94%; R = 0.816: Progress, must accelerate."; why.Words.EN != want {
		t.Errorf("words\n got %s\nwant %s", why.Words.EN, want)
	}
}
