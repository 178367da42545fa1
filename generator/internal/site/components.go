package site

import "jindu/generator/internal/progress"

// targets are the indicator's targets with the numbers behind each verdict.
func (p *planBuilder) targets(i *progress.Indicator) []TargetData {
	out := []TargetData{}
	for _, t := range i.Targets {
		out = append(out, TargetData{
			Line: p.targetLine(i.Indicator, t), Why: p.explain(t.Why),
			Components: p.components("indicator/"+i.Indicator.ID.V+"/target/"+t.Target.Period.V.Raw, t.Components),
		})
	}
	return out
}

// components lists the numbers that exist, as readers see them.
func (p *planBuilder) components(id string, c progress.Components) []Component {
	out := []Component{}
	for _, n := range c.Numbers() {
		x := Component{Label: p.say(n.Label), Value: Num{ID: id + "/" + n.Key, Text: n.Text, Unit: p.say(n.Unit)}}
		if c.BaseImputed {
			x.Note = p.t("基期值为推算，仅供参考，不用于评价", "the baseline is imputed: for reference only, not used to judge")
		}
		out = append(out, x)
	}
	return out
}
