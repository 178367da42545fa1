package plan

import "jindu/generator/internal/diag"

// Indicator is a figure the plan promises to reach.
type Indicator struct {
	ID           String
	Order        Int // place in lists
	Name         String
	NameEN       String
	Unit         String // as the document writes it: 亿元, 万家, %
	UnitEN       String
	Nature       String // flow, stock, cumulative, share, ratio, difference
	Direction    String // up or down; has no default
	Task         String // id of the task it decides; absent for goals of the plan as a whole
	Scope        String // level and scope in words
	ScopeEN      String
	Quotes       []Quote
	Differences  []Difference
	Method       String   // share_vs_pace, cagr, milestone, none
	MethodNote   String   // why this method
	Baseline     Baseline // the zero Baseline: none is known
	Targets      []Target // by year
	Observations []Observation
	Related      []Related
	Notes        []String
	At           diag.Range
}

// What kind of figure an indicator is.
const (
	Flow           = "flow"       // counts what happened in a year
	Stock          = "stock"      // counts what stands on a day
	Cumulative     = "cumulative" // counts from the plan's start
	Share          = "share"      // a part of a whole, in %
	Ratio          = "ratio"      // times another figure
	RateDifference = "difference" // one rate less another
)

// The directions of an indicator.
const (
	Up   = "up"
	Down = "down"
)

// The methods that judge an indicator. See package progress for the formulas.
const (
	ShareVsPace = "share_vs_pace"
	CAGR        = "cagr"
	Milestone   = "milestone"
	NoMethod    = "none"
)

// Quote is a sentence of the issued document and where it stands.
type Quote struct {
	Where String
	Text  String
	At    diag.Range
}

// Baseline is the value that growth is counted from.
type Baseline struct {
	Period   PeriodValue
	Value    NumberValue
	Imputed  bool   // 推算: computed, not published; never drives a verdict
	Formula  String // the arithmetic of an imputed one, or why the value holds by definition
	Evidence []Evidence
	At       diag.Range
}

// Given reports whether the indicator has a baseline at all.
func (b Baseline) Given() bool { return !b.At.IsZero() }

// Target is a value to reach by the end of a period.
type Target struct {
	Period     PeriodValue // usually a year; due on its last day
	Value      NumberValue
	Comparator String          // ">", ">=", "<=" or "<"
	Quote      String          // the words that set it; stands in the seed
	Authority  String          // document of a changed target; absent for the plan's own
	Published  DateValue       // of a changed target: from this day it holds
	Earlier    []EarlierTarget // what it replaced, the oldest first
	At         diag.Range
}

// EarlierTarget is what a target was before a document changed it.
type EarlierTarget struct {
	Period     PeriodValue
	Value      NumberValue
	Comparator String
	Quote      String
	Authority  String    // absent for the plan's own
	Published  DateValue // absent for the plan's own
	At         diag.Range
}

// Target is the target as it stood then, with none before it.
func (e EarlierTarget) Target() Target {
	return Target{Period: e.Period, Value: e.Value, Comparator: e.Comparator, Quote: e.Quote, Authority: e.Authority, Published: e.Published, At: e.At}
}

// InForce is the target as it held on a day. A change holds from the day it was
// published; one whose day the data do not give has always held.
func (t Target) InForce(day Date) Target {
	if !t.Published.Given() || !t.Published.V.After(day) {
		return t
	}
	for i := len(t.Earlier) - 1; i >= 0; i-- {
		if e := t.Earlier[i]; i == 0 || !e.Published.Given() || !e.Published.V.After(day) {
			held := e.Target()
			held.Earlier = t.Earlier[:i:i]
			return held
		}
	}
	return t
}

// Observation is a published value of exactly this indicator: its level, its
// kind of period, its scope.
type Observation struct {
	Period    PeriodValue
	Value     NumberValue
	Published DateValue // absent: the earliest evidence date
	Reported  DateValue
	Unit      String // id of the reporting unit
	Flag      String // expected, preliminary, revised; absent for final
	Note      String
	Evidence  []Evidence
	At        diag.Range
}

// Known returns the day from which the public could know the observation.
func (o Observation) Known() Date { return known(o.Published, o.Evidence, o.Period.V.To) }
