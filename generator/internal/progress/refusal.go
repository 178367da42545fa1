package progress

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// Refusal is the reason why a formula is not applied. The zero Refusal means
// that it is.
type Refusal struct {
	Key   string
	Words lang.Text // the reason, without a final stop
}

// Given reports whether there is a reason to refuse.
func (r Refusal) Given() bool { return r.Key != "" }

// The reasons to refuse a formula.
var (
	BaseNotPositive    = Refusal{"base_not_positive", lang.T("基期值不大于零，算不出年均增速", "the base is not above zero, so that there is no growth rate")}
	SignChange         = Refusal{"sign_change", lang.T("实际值或目标值不大于零，算不出年均增速", "the value or the target is not above zero, so that there is no growth rate")}
	SinglePoint        = Refusal{"single_point", lang.T("起点之后还没有新的实际值", "there is no value later than the base")}
	LessThanYear       = Refusal{"less_than_year", lang.T("实际值距基期不到一年，算不出年均增速", "the value is less than a year after the base")}
	TargetEqualsBase   = Refusal{"target_equals_base", lang.T("目标值等于起点值，比例没有意义", "the target equals the base, so that there is no way to measure")}
	TargetBehindBase   = Refusal{"target_behind_base", lang.T("起点值已经越过目标值，比例没有意义", "the base is already beyond the target, so that there is no way to measure")}
	TargetNotAfterBase = Refusal{"target_not_after_base", lang.T("目标时期不晚于起点", "the target's date is not later than the base")}
	RateItself         = Refusal{"rate_itself", lang.T("指标本身是增速之差，不再计算增速", "the figure is itself a difference of growth rates")}
	NoBase             = Refusal{"no_base", lang.T("没有公开的基期值，无法评估趋势", "no base value was published, so that there is no trend to assess")}
	NoStart            = Refusal{"no_start", lang.T("方案没有起始日期，算不出序时进度", "the plan has no start date to count the time from")}
	ImputedBase        = Refusal{"imputed_base", lang.T("基期值是推算的，算出的数只作参考", "the base is imputed; the numbers are for reference only")}
	AtDeadline         = Refusal{"at_deadline", lang.T("这个指标到期判定，未到期不评价", "this figure is judged at the target's date only")}
	TargetBefore       = Refusal{"target_before", lang.T("上一个目标到期后，再从那时的实际值算起", "judged after the target before it has passed, from the value of that date")}
)

// missingActual refuses growth from a target's period whose value was not
// published.
func missingActual(p plan.Period) Refusal {
	words := lang.T("缺少%s实际值，没有起点可算", "the value for %s was not published, so that there is no base")
	return Refusal{"missing_actual", words.Sprintf(periodWords(p))}
}
