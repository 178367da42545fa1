package compare

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

// targets compares what was promised.
func (c *records) targets(b, a *plan.Indicator, why reasons) {
	for _, p := range targetPairs(b.Targets, a.Targets) {
		switch {
		case !p.is:
			t := p.before
			c.add(targetRemoved, says(period(t.Period.V), condition(t, b)), was(t.At),
				fix(noteFix(lang.T("%s目标", "the target for %s").Sprintf(period(t.Period.V)))), allowed(why.naming(periodMarks(t.Period.V)...)))
		case !p.was:
			c.add(targetAdded, says(period(p.after.Period.V), condition(p.after, a)), at(p.after.At))
		default:
			c.sameTarget(b, a, p.before, p.after)
		}
	}
}

func (c *records) sameTarget(b, a *plan.Indicator, old, own plan.Target) {
	reason := ""
	if own.Authority.Given() && own.Authority.V != old.Authority.V {
		reason = own.Authority.V
	}
	before, after := condition(old, b), condition(own, a)
	more := []with{places(old.At, own.At), values(before, after), fix(authorityFix())}
	when, told := period(own.Period.V), len(c.changes)
	switch value := old.Value.V.Float != own.Value.V.Float; {
	case old.Comparator.V == own.Comparator.V && !value: // the same promise
	case within(own, old):
		c.add(targetChanged, says(when, before, after, relative(old.Value.V, own.Value.V, a)), append(more, allowed(reason))...)
	case value:
		c.add(targetLowered, says(when, before, after, relative(old.Value.V, own.Value.V, a)), append(more, allowed(reason))...)
	default:
		c.add(targetLoosened, says(when, before, after), append(more, allowed(reason))...)
	}
	if old.Period.V.Raw != own.Period.V.Raw {
		k := targetAdvanced
		if own.Period.V.To.After(old.Period.V.To) {
			k = targetPostponed
		}
		c.add(k, says(after, period(old.Period.V), when), append(more, values(period(old.Period.V), when), allowed(reason))...)
	}
	if old.Quote.V != own.Quote.V {
		c.field(wordingChanged, targetRecord(), text("quote", old.Quote), text("quote", own.Quote))
	}
	if old.Published.V != own.Published.V {
		c.field(measureChanged, targetRecord(), date("published", old.Published), date("published", own.Published))
	}
	c.plainLists(targetRecord(), []plainList{earlier(old)}, []plainList{earlier(own)})
	if old.Authority.V != own.Authority.V && len(c.changes) == told { // otherwise it was given as the reason
		c.field(measureChanged, targetRecord(), text("authority", old.Authority), text("authority", own.Authority))
	}
}

// earlier are the targets that one replaced.
func earlier(t plan.Target) plainList {
	out := plainList{key: "earlier"}
	for _, e := range t.Earlier {
		words := []string{e.Period.V.Chinese() + e.Comparator.V + e.Value.V.Raw, e.Quote.V, e.Authority.V}
		if e.Published.Given() {
			words = append(words, e.Published.V.Chinese())
		}
		out.entries = append(out.entries, entry{text: sentence(words...), at: e.At})
	}
	return out
}

func targetRecord() *schema.Record { return lookup(schema.Indicator(), "targets").Record }

func authorityFix() lang.Text {
	return lang.T("误改的请恢复。文件调整了目标的，在这个目标下写 authority: 文件名称和文号。", "Restore it if this was a mistake. Where a document changed the target, write authority: its title and number.")
}

// within reports whether every value that satisfies t satisfies u: t asks for as
// much or more.
func within(t, u plan.Target) bool {
	x, y := t.Value.V.Float, u.Value.V.Float
	switch u.Comparator.V + " " + t.Comparator.V {
	case "> >", ">= >=", ">= >":
		return x >= y
	case "> >=":
		return x > y
	case "< <", "<= <=", "<= <":
		return x <= y
	case "< <=":
		return x < y
	}
	return false
}
