package compare

import (
	"math"
	"slices"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/schema"
)

// jump is the ratio of two values from which a slip of the unit is more likely
// than a change.
const jump = 100

// values compares the values of an indicator and what that does to its verdicts.
// Where one value is all that changed, its own line says the verdict too; alone
// tells that no target and no measure changed.
func (c *records) values(b, a *progress.Indicator, why reasons, alone bool) {
	start := len(c.changes)
	single := -1 // place of the one line about a value
	for _, p := range valuePairs(b.Indicator.Observations, a.Indicator.Observations) {
		n := len(c.changes)
		c.observation(b.Indicator, a.Indicator, p, why)
		if len(c.changes) > n {
			if single >= 0 || n > start {
				alone = false
			}
			single = n
		}
	}
	c.suspicious(b.Indicator, a.Indicator)
	shifted := verdicts(b, a)
	if alone && single >= 0 && len(shifted) == 1 && c.carries(single) {
		c.carry(single, shifted[0])
		return
	}
	for _, m := range shifted {
		c.verdict(m)
	}
}

// carries reports whether the line is about a value itself.
func (c *records) carries(line int) bool {
	code := c.changes[line].Code
	return code == valueAdded.code || code == valueChanged.code || code == valueRemoved.code
}

// carry adds a verdict to the line that moved it.
func (c *records) carry(line int, m moved) {
	before, after := m.words()
	change := &c.changes[line]
	change.Words = join(change.Words, lang.T("，%s目标的评价：%s → %s", ", verdict on the target for %s: %s → %s").Sprintf(period(m.after.Target.Period.V), before, after))
	ruled(m.after.Why.Rule, m.after.Why.Words)(change)
	if change.Severity == Info {
		change.Severity = Notice
	}
}

func (c *records) observation(b, a *plan.Indicator, p pair[plan.Observation], why reasons) {
	switch {
	case !p.is:
		o := p.before
		c.add(valueRemoved, says(period(o.Period.V), amount(o.Value.V, b)), was(o.At),
			fix(noteFix(lang.T("%s的实际值", "the value for %s").Sprintf(period(o.Period.V)))),
			allowed(why.naming(periodMarks(o.Period.V)...)))
	case !p.was:
		c.valueNew(a, p.after)
	default:
		c.sameValue(b, a, p.before, p.after)
	}
}

// valueNew reports a new value with its change from the one before it in time.
func (c *records) valueNew(ind *plan.Indicator, o plan.Observation) {
	tail := unseen(o.Known(), c.asOf())
	if last, ok := previous(ind, o); ok {
		tail = join(lang.T("（上一个值：%s %s%s）", " (the one before: %s, %s%s)").Sprintf(period(last.Period.V), amount(last.Value.V, ind), relative(last.Value.V, o.Value.V, ind)), tail)
	}
	c.add(valueAdded, says(period(o.Period.V), amount(o.Value.V, ind), tail), at(o.At))
	for _, e := range o.Evidence {
		c.evidenceNew(e)
	}
}

func previous(ind *plan.Indicator, o plan.Observation) (plan.Observation, bool) {
	var last plan.Observation
	found := false
	for _, x := range inTime(ind.Observations) {
		if x.Period.V.To.Before(o.Period.V.To) {
			last, found = x, true
		}
	}
	return last, found
}

// inTime returns the values by the ends of their periods.
func inTime(list []plan.Observation) []plan.Observation {
	return slices.SortedStableFunc(slices.Values(list), func(a, b plan.Observation) int {
		return a.Period.V.To.Time().Compare(b.Period.V.To.Time())
	})
}

func (c *records) sameValue(b, a *plan.Indicator, old, own plan.Observation) {
	if old.Value.V.Raw != own.Value.V.Raw {
		before, after := amount(old.Value.V, b), amount(own.Value.V, a)
		more := []with{places(old.Value.At, own.Value.At), values(before, after)}
		if own.Flag.V == "revised" && own.Note.Given() && own.Note.V != old.Note.V {
			more = append(more, allowed(own.Note.V))
		} else {
			more = append(more, fix(lang.T("误改的请恢复。确是修订或更正的，写 flag: revised，并在 note 里写明原来的数和原因。", "Restore it if this was a mistake. For a revision or correction write flag: revised and say in note what it was and why.")))
		}
		c.add(valueChanged, says(period(own.Period.V), before, after, relative(old.Value.V, own.Value.V, a)), more...)
	}
	if old.Period.V.Raw != own.Period.V.Raw {
		before, after := period(old.Period.V), period(own.Period.V)
		c.add(periodMoved, says(amount(own.Value.V, a), before, after), places(old.Period.At, own.Period.At), values(before, after))
	}
	fields(valueFields(old), valueFields(own), func(before, after field) {
		c.field(valueField, schema.Observation(), before, after, period(own.Period.V))
	})
	c.evidence(old.Evidence, own.Evidence, evidenceRemoved, lang.Text{}, "")
}

func valueFields(o plan.Observation) []field {
	return []field{
		date("published", o.Published), date("reported", o.Reported), text("unit", o.Unit), text("flag", o.Flag), text("note", o.Note),
	}
}

// suspicious reports values that lie far from what stood in their place before,
// and neighbours that fall though they should only grow, or lie far apart, where
// before there was no such pair.
func (c *records) suspicious(b, a *plan.Indicator) {
	told := map[string]bool{} // periods of values already called far off
	for _, p := range valuePairs(b.Observations, a.Observations) {
		if p.was && p.is && apart(p.before.Value.V, p.after.Value.V) {
			told[p.after.Period.V.Raw] = true
			c.add(valueJumped, says(amount(p.before.Value.V, b), amount(p.after.Value.V, a)), places(p.before.Value.At, p.after.Value.At))
		}
	}
	type neighbours [4]string // periods and values
	key := func(x, y plan.Observation) neighbours {
		return neighbours{x.Period.V.Raw, y.Period.V.Raw, x.Value.V.Raw, y.Value.V.Raw}
	}
	old := map[neighbours]bool{}
	each(b, func(x, y plan.Observation) { old[key(x, y)] = true })
	each(a, func(x, y plan.Observation) {
		if old[key(x, y)] && a.Nature.V == b.Nature.V {
			return
		}
		if name, counts := countName(a.Nature.V); counts && y.Value.V.Float < x.Value.V.Float {
			c.add(valueFell, says(name, period(x.Period.V), amount(x.Value.V, a), period(y.Period.V), amount(y.Value.V, a)), at(y.Value.At))
		}
		if apart(x.Value.V, y.Value.V) && !told[x.Period.V.Raw] && !told[y.Period.V.Raw] {
			c.add(valueJumped, says(dated(x, a), dated(y, a)), at(y.Value.At))
		}
	})
}

func dated(o plan.Observation, ind *plan.Indicator) lang.Text {
	return lang.Same("%s %s").Sprintf(period(o.Period.V), amount(o.Value.V, ind))
}

func each(ind *plan.Indicator, f func(x, y plan.Observation)) {
	list := inTime(ind.Observations)
	for i := 1; i < len(list); i++ {
		f(list[i-1], list[i])
	}
}

func countName(nature string) (lang.Text, bool) {
	switch nature {
	case plan.Cumulative:
		return lang.T("累计数", "cumulative value"), true
	case plan.Stock:
		return lang.T("时点数", "stock"), true
	}
	return lang.Text{}, false
}

func apart(x, y plan.Number) bool {
	small, large := math.Abs(x.Float), math.Abs(y.Float)
	if small > large {
		small, large = large, small
	}
	return small > 0 && large >= jump*small
}
