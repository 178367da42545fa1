package site

import (
	"strings"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/schema"
)

// linkState puts the state of a source's link into words. A check made after the
// day of the site is not known on it.
func (b *builder) linkState(e plan.Evidence) LinkState {
	r := progress.Report{AsOf: b.AsOf}
	state, day, ok := r.Link(e)
	if !ok {
		return LinkState{Key: "unchecked", Word: b.t("没有检查过", "not checked")}
	}
	on := b.day(day)
	return LinkState{Key: state, Word: b.choice(schema.Evidence(), "link", state), Day: &on}
}

// coverage is the evidence of the plan and of each unit that is responsible for
// any task, as the units' lists count them.
func (p *planBuilder) coverage(sources []*SourceRow) *Coverage {
	c := &Coverage{Lead: p.say(p.Report.CoverageSentence()), Links: p.linkSentence(sources)}
	c.add(p.t("整个方案", "The whole plan"), p.root, "plan/"+p.Plan.ID.V, p.Counts)
	for _, u := range p.Report.Units {
		c.add(p.or(u.Unit.Name, u.Unit.NameEN), unitPath(u.Unit), "unit/"+u.Unit.ID.V, u.LeadCounts)
	}
	return c
}

func (c *Coverage) add(name, path, id string, n progress.Counts) {
	share, ok := n.EvidenceShare()
	if !ok {
		return
	}
	c.Rows = append(c.Rows, CoverageRow{
		Name: name, Path: path, Tasks: number(id+"/count/total", n.Total), Evidenced: number(id+"/evidence/tasks", n.Evidenced),
		Share: Num{ID: id + "/evidence/share", Text: percent(share), Unit: "%"},
	})
}

// linkSentence counts the sources by what was found of their links.
func (p *planBuilder) linkSentence(sources []*SourceRow) string {
	n := map[string]int{}
	for _, s := range sources {
		n[s.Evidence.Link.Key]++
	}
	f, _ := schema.Evidence().Field("link")
	var parts []string
	for _, c := range f.Choices {
		if n[c.Value] > 0 {
			parts = append(parts, p.t("%s的%d个", "%s: %d", c.Title, n[c.Value]))
		}
	}
	if n["unchecked"] > 0 {
		parts = append(parts, p.t("没有检查过的%d个", "not checked: %d", n["unchecked"]))
	}
	if len(parts) == 0 {
		return ""
	}
	return p.t("来源的链接，%s。", "Links of the sources: %s.", strings.Join(parts, p.t("，", "; ")))
}
