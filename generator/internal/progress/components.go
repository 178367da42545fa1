package progress

import "jindu/generator/internal/lang"

// Number is one number behind a verdict as readers see it: rounded, a share in
// per cent. Key is the last part of the id under which pages and downloads carry
// it.
type Number struct {
	Key   string
	Label lang.Text
	Text  string
	Unit  lang.Text // empty for a plain ratio
}

// Numbers lists the components that exist, in the order of the arithmetic.
func (c Components) Numbers() []Number {
	var out []Number
	add := func(key string, label lang.Text, value *float64, scale float64, places int, unit lang.Text) {
		if value != nil {
			out = append(out, Number{Key: key, Label: label, Text: lang.Decimal(*value*scale, places), Unit: unit})
		}
	}
	percent, none := lang.Same("%"), lang.Text{}
	add("achieved", lang.T("实际值与目标值之比", "Value as a share of the target"), c.Achieved, 100, 1, percent)
	add("done", lang.T("从基期到目标完成的份额", "Share of the way from baseline to target"), c.Share, 100, 1, percent)
	add("pace", lang.T("序时进度", "Share of time elapsed"), c.Pace, 100, 1, percent)
	add("gap", lang.T("落后序时", "Behind the time elapsed"), c.GapPoints, 1, 1, lang.T("个百分点", "percentage points"))
	add("cagr-observed", lang.T("实际年均增速", "Observed yearly growth"), c.CAGRObserved, 100, 1, percent)
	add("cagr-required", lang.T("所需年均增速", "Required yearly growth"), c.CAGRRequired, 100, 1, percent)
	add("ratio", lang.T("增速之比R", "Ratio of growth R"), c.Ratio, 1, 3, none)
	add("score", lang.T("得分（−5至5）", "Score (−5 to 5)"), c.Score, 1, 2, none)
	add("required-now", lang.T("到目标年还需的年均增速", "Yearly growth still needed"), c.RequiredNow, 100, 1, percent)
	return out
}
