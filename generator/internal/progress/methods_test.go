package progress

import (
	"math"
	"testing"

	"jindu/generator/internal/plan"
)

// vectors are T1–T11: numbers computed with the code of Open SDG, and shares and
// paces by the formulas of Chinese bulletins.
var vectors = []struct {
	id                   string
	y0                   string
	t0                   int
	y                    string
	t                    int
	target               string
	tT                   int
	direction            string
	observed, required   float64
	ratio, score         float64
	refused, shareRefuse Refusal
	share, pace          float64
	band                 Verdict
}{
	{id: "T1", y0: "7.288629738", t0: 2014, y: "14.2", t: 2016, target: "20", tT: 2017, direction: plan.Up, observed: 0.395793681, required: 0.4, ratio: 0.989484203, score: 2.782087, share: 0.543715596, pace: 2. / 3, band: Substantial},
	{id: "T2", y0: "7.288629738", t0: 2014, y: "12.0", t: 2016, target: "20", tT: 2017, direction: plan.Up, observed: 0.283121195, required: 0.4, ratio: 0.707802986, score: 0.770066, share: 0.370642202, pace: 2. / 3, band: Moderate},
	{id: "T3", y0: "7.288629738", t0: 2014, y: "9.0", t: 2016, target: "20", tT: 2017, direction: plan.Up, observed: 0.111215551, required: 0.4, ratio: 0.278038877, score: -1.341495, share: 0.134633028, pace: 2. / 3, band: Limited},
	{id: "T4", y0: "7.288629738", t0: 2014, y: "7.0", t: 2016, target: "20", tT: 2017, direction: plan.Up, observed: -0.02, required: 0.4, ratio: -0.05, score: -2.708335, share: -0.022706422, pace: 2. / 3, band: Deterioration},
	{id: "T5", y0: "7.288629738", t0: 2014, y: "20.0", t: 2016, target: "20", tT: 2017, direction: plan.Up, observed: 0.656502339, required: 0.4, ratio: 1.641255848, score: 5, share: 1, pace: 2. / 3, band: Substantial},
	{id: "T6", y0: "20", t0: 2017, y: "24", t: 2018, target: "40", tT: 2020, direction: plan.Up, observed: 0.2, required: 0.259921050, ratio: 0.769464420, score: 1.210507, share: 0.2, pace: 1. / 3, band: Moderate},
	{id: "T7", y0: "100", t0: 2015, y: "80", t: 2017, target: "50", tT: 2020, direction: plan.Down, observed: -0.105572809, required: -0.129449437, ratio: 0.815552479, score: 1.539710, share: 0.4, pace: 0.4, band: Moderate},
	{id: "T8", y0: "100", t0: 2015, y: "110", t: 2017, target: "50", tT: 2020, direction: plan.Down, observed: 0.048808848, required: -0.129449437, ratio: -0.377049522, score: -4.071052, share: -0.2, pace: 0.4, band: Deterioration},
	{id: "T9", y0: "20", t0: 2017, y: "20", t: 2017, target: "40", tT: 2020, direction: plan.Up, refused: SinglePoint, share: 0, pace: 0},
	{id: "T10", y0: "0", t0: 2015, y: "50", t: 2017, target: "100", tT: 2020, direction: plan.Up, refused: BaseNotPositive, share: 0.5, pace: 0.4},
	{id: "T11", y0: "100", t0: 2015, y: "99", t: 2017, target: "100", tT: 2020, direction: plan.Up, refused: TargetEqualsBase, shareRefuse: TargetEqualsBase},
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-6 {
		t.Errorf("%s = %.9f, want %.9f", what, got, want)
	}
}

func yearEnd(y int) plan.Date { return plan.Date{Year: y, Month: 12, Day: 31} }

func TestGrowthAndShareFollowTheVectors(t *testing.T) {
	for _, v := range vectors {
		t.Run(v.id, func(t *testing.T) {
			y0, y, yT := number(v.y0).V, number(v.y).V, number(v.target).V
			g, refused := GrowthRatio(y0.Float, float64(v.t0), y.Float, float64(v.t), yT.Float, float64(v.tT), v.direction)
			if refused != v.refused {
				t.Fatalf("growth refused with %q, want %q", refused.Key, v.refused.Key)
			}
			if !refused.Given() {
				near(t, "CAGR_o", g.Observed, v.observed)
				near(t, "CAGR_r", g.Required, v.required)
				near(t, "R", g.Ratio, v.ratio)
				near(t, "score", OpenSDGScore(g.Ratio), v.score)
				if band := GrowthBand(g.Ratio); band != v.band {
					t.Errorf("band %s, want %s", band, v.band)
				}
			}
			s, refused := SharePace(y0, y, yT, yearEnd(v.t0), yearEnd(v.t), yearEnd(v.tT), v.direction)
			if refused != v.shareRefuse {
				t.Fatalf("share refused with %q, want %q", refused.Key, v.shareRefuse.Key)
			}
			near(t, "share", s.Share, v.share)
			near(t, "pace", s.Pace, v.pace)
			near(t, "gap", s.Gap, (v.pace-v.share)*100)
		})
	}
}

// The same vectors through Assess: T1–T8 by cagr from a published baseline.
func TestAssessComputesTheVectors(t *testing.T) {
	for _, v := range vectors[:8] {
		t.Run(v.id, func(t *testing.T) {
			comparator := " >= "
			if v.direction == plan.Down {
				comparator = " <= "
			}
			ind := goalOf(plan.CAGR, plan.Flow, []string{itoa(v.tT) + comparator + v.target}, itoa(v.t)+"="+v.y)
			ind.Direction = text(v.direction)
			ind.Baseline = base(itoa(v.t0), v.y0)
			got := targetOn(itoa(v.t+1)+"-06-30", ind, 0)
			c := got.Components
			near(t, "CAGR_o", *c.CAGRObserved, v.observed)
			near(t, "CAGR_r", *c.CAGRRequired, v.required)
			near(t, "R", *c.Ratio, v.ratio)
			near(t, "score", *c.Score, v.score)
			near(t, "share", *c.Share, v.share)
			near(t, "pace", *c.Pace, v.pace)
			want := v.band
			if v.id == "T5" {
				want = Met
			}
			if got.Verdict != want {
				t.Errorf("verdict %s, want %s", got.Verdict, want)
			}
		})
	}
}

func TestGrowthBandEdges(t *testing.T) {
	for _, x := range []struct {
		r    float64
		want Verdict
	}{
		{0.595, Limited}, {0.6, Moderate}, {0.949, Moderate}, {0.95, Substantial}, {0.5999999, Limited}, {0.9499999, Moderate},
		{0, Limited}, {-1e-12, Deterioration}, {0.19 / 0.2, Substantial}, {2, Substantial},
		{math.Pow(1.19, 1) - 1, Limited},
		{(math.Pow(1.19, 1) - 1) / (math.Pow(1.44, 0.5) - 1), Substantial},
	} {
		if got := GrowthBand(x.r); got != x.want {
			t.Errorf("R = %v: %s, want %s", x.r, got, x.want)
		}
	}
}

func TestPaceBandEdges(t *testing.T) {
	for _, x := range []struct {
		gap  float64
		want Verdict
	}{
		{-5, Ahead}, {0, Ahead}, {0.001, Near}, {9.99, Near}, {10, Lagging}, {30, Lagging}, {30.01, FarBehind},
		{0.595, Near}, {0.6, Near}, {0.949, Near}, {0.95, Near},
	} {
		if got := PaceBand(x.gap); got != x.want {
			t.Errorf("gap %v: %s, want %s", x.gap, got, x.want)
		}
	}
}

// Ten years from the end of 2010, judged at the end of 2017: pace is 0.7. In
// floating point 0.7 − 0.6 is less than a tenth; the gap must still be 10.
func TestGapsOnAThresholdAreExact(t *testing.T) {
	for _, x := range []struct {
		value string
		gap   string
		want  Verdict
	}{
		{"70", "0.0", Ahead}, {"69.99", "0.01", Near}, {"60.01", "9.99", Near}, {"60", "10.0", Lagging}, {"40", "30.0", Lagging}, {"39.99", "30.01", FarBehind},
		{"60.0000000001", "9.9999999999", Near},
	} {
		ind := goalOf(plan.ShareVsPace, plan.Stock, []string{"2020 >= 100"}, "2017="+x.value)
		p := planOf(task(""), ind)
		p.Start = date("2011-01-01")
		got := Assess(&plan.Site{}, p, on("2018-02-01")).Indicators[0].Targets[0]
		if got.Verdict != x.want {
			t.Errorf("value %s: gap %v gives %s, want %s", x.value, *got.Components.GapPoints, got.Verdict, x.want)
		}
		if shownGap := points(*got.Components.GapPoints); shownGap != x.gap {
			t.Errorf("value %s: gap is shown as %s, want %s", x.value, shownGap, x.gap)
		}
	}
}

// R is exactly 0.95 and 0.60 here, and below by less than rounding would show.
func TestRatiosOnAThresholdAreKept(t *testing.T) {
	for _, x := range []struct {
		value string
		want  Verdict
	}{
		{"119", Substantial}, {"118.9999", Moderate}, {"112", Moderate}, {"111.9999", Limited}, {"118.98", Moderate}, {"111.9", Limited}, {"100", Limited}, {"99.9999", Deterioration},
	} {
		ind := goalOf(plan.CAGR, plan.Flow, []string{"2016 >= 144"}, "2015="+x.value)
		ind.Baseline = base("2014", "100")
		got := targetOn("2016-03-01", ind, 0)
		if got.Verdict != x.want {
			t.Errorf("value %s: R = %v gives %s, want %s", x.value, *got.Components.Ratio, got.Verdict, x.want)
		}
		if s := ratio(*got.Components.Ratio); got.Verdict == Moderate && (s == "0.950" || s < "0.600") {
			t.Errorf("value %s: R is shown as %s beside the word of another band", x.value, s)
		}
	}
}

// Floating point puts this R of exactly 0.95 at 0.9499999999999982.
func TestARatioLostToFloatingPointIsKept(t *testing.T) {
	ind := goalOf(plan.CAGR, plan.Flow, []string{"2016 >= 106.09"}, "2015=102.85")
	ind.Baseline = base("2014", "100")
	got := targetOn("2016-03-01", ind, 0)
	if got.Verdict != Substantial || *got.Components.Ratio >= 0.95 || ratio(*got.Components.Ratio) != "0.950" {
		t.Errorf("R = %v is shown as %s and judged %s", *got.Components.Ratio, ratio(*got.Components.Ratio), got.Verdict)
	}
}

func TestRefusals(t *testing.T) {
	for _, x := range []struct {
		name                      string
		base, t0, y, t, target, e float64
		want                      Refusal
	}{
		{"zero base", 0, 2014, 1, 2015, 2, 2016, BaseNotPositive},
		{"negative base", -1, 2014, 1, 2015, 2, 2016, BaseNotPositive},
		{"value of other sign", 1, 2014, -1, 2015, 2, 2016, SignChange},
		{"value zero", 1, 2014, 0, 2015, 2, 2016, SignChange},
		{"target of other sign", 1, 2014, 1, 2015, -2, 2016, SignChange},
		{"same time", 1, 2014, 1, 2014, 2, 2016, SinglePoint},
		{"half a year", 1, 2014, 1, 2014.5, 2, 2016, LessThanYear},
		{"a leap year apart", 1, 2015.49727, 1, 2016.49589, 2, 2018, Refusal{}},
		{"target before base", 1, 2014, 1, 2015, 2, 2014, TargetNotAfterBase},
		{"target equals base", 2, 2014, 1, 2015, 2, 2016, TargetEqualsBase},
	} {
		if _, got := GrowthRatio(x.base, x.t0, x.y, x.t, x.target, x.e, plan.Up); got != x.want {
			t.Errorf("%s: %q, want %q", x.name, got.Key, x.want.Key)
		}
	}
	n := func(s string) plan.Number { return number(s).V }
	if _, got := SharePace(n("120"), n("90"), n("100"), yearEnd(2014), yearEnd(2015), yearEnd(2016), plan.Up); got != TargetBehindBase {
		t.Errorf("target below the base: %q", got.Key)
	}
	if _, got := SharePace(n("0"), n("90"), n("100"), yearEnd(2016), yearEnd(2016), yearEnd(2016), plan.Up); got != TargetNotAfterBase {
		t.Errorf("no time: %q", got.Key)
	}
	s, _ := SharePace(n("0"), n("90"), n("100"), yearEnd(2016), yearEnd(2019), yearEnd(2018), plan.Up)
	near(t, "pace after the end", s.Pace, 1)
	s, _ = SharePace(plan.Number{Float: 0}, plan.Number{Float: 50}, plan.Number{Float: 100}, yearEnd(2016), yearEnd(2015), yearEnd(2018), plan.Up)
	near(t, "pace before the start", s.Pace, 0)
	near(t, "share of numbers without a printed form", s.Share, 0.5)
}

func TestShownNeverCrossesALimit(t *testing.T) {
	for _, x := range []struct {
		got, want string
	}{
		{ratio(0.9496), "0.9496"}, {ratio(0.95), "0.950"}, {ratio(0.95 - 1e-13), "0.950"}, {ratio(0.5999), "0.5999"}, {ratio(-0.00001), "−0.00001"},
		{points(9.96), "9.96"}, {points(30.04), "30.04"}, {points(13.333), "13.3"}, {percent(0.9999), "99.99%"}, {percent(1), "100.0%"},
		{rate(-0.1056), "−10.56%"}, {shown(-0.00001, 2), "0.00"},
	} {
		if x.got != x.want {
			t.Errorf("shown as %s, want %s", x.got, x.want)
		}
	}
}

func TestBandsCoverEachMethod(t *testing.T) {
	for method, n := range map[string]int{plan.ShareVsPace: 10, plan.CAGR: 10, plan.Milestone: 6, plan.NoMethod: 1} {
		bands := Bands(method)
		if len(bands) != n {
			t.Errorf("%s has %d bands, want %d", method, len(bands), n)
		}
		for _, b := range bands {
			if b.Rule.ZH == "" || b.Rule.EN == "" {
				t.Errorf("%s: %s has no rule", method, b.Verdict)
			}
		}
	}
	for _, m := range Methods() {
		for _, w := range []string{m.Label.ZH, m.Label.EN, m.Question.ZH, m.Question.EN, m.Formula.ZH, m.Formula.EN, m.Limits.ZH, m.Limits.EN, m.Source.ZH, m.Source.EN} {
			if w == "" {
				t.Errorf("method %s lacks words", m.Method)
			}
		}
	}
}

func TestWorkedExampleIsT6(t *testing.T) {
	e := WorkedExample()
	near(t, "R", *e.Growth.Components.Ratio, 0.769464420)
	near(t, "gap", *e.Pace.Components.GapPoints, 40./3)
	if e.Growth.Verdict != Moderate || e.Pace.Verdict != Lagging {
		t.Errorf("verdicts %s and %s, want moderate and behind", e.Growth.Verdict, e.Pace.Verdict)
	}
	want := "演算示例（不是真实数据）：从2017年到2018年年均增速20.00%，要在2020年达到不低于40个单位需要25.99%，R = 0.769：有进展，需加快。"
	if got := e.Growth.Why.Words.ZH; got != want {
		t.Errorf("words\n got %s\nwant %s", got, want)
	}
	if e.Title.ZH == "" {
		t.Error("the example has no title")
	}
}
