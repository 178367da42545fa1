package compare

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/schema"
)

func (c *records) aboutIndicator(i *progress.Indicator) About {
	return About{Kind: AboutIndicator, Plan: c.after.Plan.ID.V, ID: i.Indicator.ID.V, Title: lang.T(i.Indicator.Name.V, i.Indicator.NameEN.V)}
}

func (c *records) indicator(p pair[*progress.Indicator]) {
	c.subject(c.aboutIndicator(p.shown()))
	switch {
	case !p.is:
		old := p.before.Indicator
		c.add(indicatorRemoved, says(len(old.Targets), len(old.Observations)), was(old.At), fix(recordFix(old.ID.V)), allowed(c.why.naming(old.ID.V)))
	case !p.was:
		own := p.after.Indicator
		c.add(indicatorAdded, says(len(own.Targets), len(own.Observations)), at(own.At))
	default:
		c.sameIndicator(p.before, p.after)
	}
}

func (c *records) sameIndicator(b, a *progress.Indicator) {
	why := indicatorReasons(b.Indicator, a.Indicator)
	c.renumbered(b.Indicator.ID, a.Indicator.ID, c.why)
	c.targets(b.Indicator, a.Indicator, why)
	measured := len(c.changes)
	fields(measureFields(b.Indicator), measureFields(a.Indicator), func(old, own field) {
		c.field(measureChanged, schema.Indicator(), old, own)
	})
	c.evidence(b.Indicator.Baseline.Evidence, a.Indicator.Baseline.Evidence, evidenceRemoved, lang.Text{}, "")
	c.values(b, a, why, len(c.changes) == measured)
	fields(indicatorFields(b.Indicator), indicatorFields(a.Indicator), func(old, own field) {
		c.field(fieldChanged, schema.Indicator(), old, own)
	})
	c.related(schema.Indicator(), b.Indicator.Related, a.Indicator.Related, why, c.cited)
	c.plainLists(schema.Indicator(), indicatorLists(b.Indicator), indicatorLists(a.Indicator))
}

// measureFields are what the verdict is counted by.
func measureFields(i *plan.Indicator) []field {
	base := i.Baseline
	return []field{
		text("unit", i.Unit), text("nature", i.Nature), text("direction", i.Direction), text("task", i.Task), text("method", i.Method),
		{"baseline.period", base.Period.V.Raw, base.Period.At}, {"baseline.value", base.Value.V.Raw, base.Value.At},
		flag("baseline.imputed", base.Imputed, base.At), text("baseline.formula", base.Formula),
	}
}

func indicatorFields(i *plan.Indicator) []field {
	return []field{
		text("name", i.Name), text("scope", i.Scope), text("method_note", i.MethodNote), number("order", i.Order),
		text("en.name", i.NameEN), text("en.unit", i.UnitEN), text("en.scope", i.ScopeEN),
	}
}

// moved is a target whose verdict is another now.
type moved struct {
	before, after progress.Target
}

// verdicts returns the targets that are judged differently.
func verdicts(b, a *progress.Indicator) []moved {
	var out []moved
	for _, p := range match(b.Targets, a.Targets,
		func(t progress.Target) string { return t.Target.Period.V.Raw },
		func(t progress.Target) string { return t.Target.Comparator.V + t.Target.Value.V.Raw },
	) {
		if p.was && p.is && p.before.Verdict != p.after.Verdict {
			out = append(out, moved{p.before, p.after})
		}
	}
	return out
}

func (m moved) words() (before, after lang.Text) {
	return m.before.Verdict.Info().Label, m.after.Verdict.Info().Label
}

// verdict reports a verdict that moved as a change of its own.
func (c *records) verdict(m moved) {
	before, after := m.words()
	c.add(verdictMoved, says(period(m.after.Target.Period.V), before, after),
		places(m.before.Target.At, m.after.Target.At), ruled(m.after.Why.Rule, m.after.Why.Words), values(before, after))
}
