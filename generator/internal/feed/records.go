package feed

import (
	"strings"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// planEntries are the entries of one plan, by the record they are about.
type planEntries struct {
	source     Source
	repeats    repeats
	tasks      map[string][]*entry
	indicators map[string][]*entry
	register   []*entry // the corrections, each
	untold     []*entry // of the register, what no update or value tells
}

func entriesOf(s Source) (*planEntries, error) {
	p := &planEntries{source: s, repeats: repeats{}, tasks: map[string][]*entry{}, indicators: map[string][]*entry{}}
	told := map[string]bool{}
	for _, t := range s.Report.Tasks {
		p.tasks[t.Task.ID.V] = append(p.updates(t, told), p.turns(t)...)
	}
	for _, i := range s.Report.Indicators {
		p.indicators[i.Indicator.ID.V] = p.values(i, told)
	}
	for _, c := range s.Register {
		p.correction(c, told)
	}
	return p, p.write()
}

// write makes the bodies, once for all feeds.
func (p *planEntries) write() error {
	for _, e := range p.all() {
		if err := e.write(); err != nil {
			return err
		}
	}
	for _, e := range p.register {
		if err := e.write(); err != nil {
			return err
		}
	}
	return nil
}

// all are the entries of the plan, in the order of its records.
func (p *planEntries) all() []*entry {
	var out []*entry
	for _, t := range p.source.Report.Tasks {
		out = append(out, p.tasks[t.Task.ID.V]...)
	}
	for _, i := range p.source.Report.Indicators {
		out = append(out, p.indicators[i.Indicator.ID.V]...)
	}
	return append(out, p.untold...)
}

// ofTask are the entries of a task and of its goals.
func (p *planEntries) ofTask(t *progress.Task) []*entry {
	out := p.tasks[t.Task.ID.V]
	for _, g := range t.Goals {
		out = append(out[:len(out):len(out)], p.indicators[g.Indicator.ID.V]...)
	}
	return out
}

func (p *planEntries) id(key string) string { return newID(planKey(p.source.Report.Plan), key) }

// updates are the statements, in the order of the data, so that the number of a
// repeated one stays when others follow.
func (p *planEntries) updates(t *progress.Task, told map[string]bool) []*entry {
	var out []*entry
	for _, u := range inOrder(t) {
		kind := "进展"
		switch {
		case u.Correction.Given():
			kind = "更正"
		case u.Authority.Given():
			kind = "调整"
		}
		if kind != "进展" {
			told[tell("task", t.Task.ID.V, u.Known())] = true
		}
		out = append(out, &entry{
			id:  p.id(p.repeats.key("task", t.Task.ID.V, "update", u.AsOf.V.String(), u.Known().String())),
			day: u.Known(), kind: kind, page: taskPage(p.source.Report, t) + "#updates", from: u.Evidence,
			title: heading(t) + "：" + kind + "（截至" + u.AsOf.V.Chinese() + "）",
			parts: said("", u.Summary.V, "存在问题：", u.Problems.V, "下一步：", u.Next.V, "更正原因：", u.Correction.V, "依据的文件：", u.Authority.V,
				"报送单位：", p.unitName(u.Unit.V), "报送日期：", dayGiven(u.Reported)),
		})
	}
	return out
}

// inOrder are the known updates, oldest first, those of one day as they stand in
// the data.
func inOrder(t *progress.Task) []*plan.Update {
	out := make([]*plan.Update, len(t.Updates)) // which are newest first
	for i, u := range t.Updates {
		out[len(out)-1-i] = u
	}
	return out
}

// turns are the days on which the status became another. The first status is no
// change.
func (p *planEntries) turns(t *progress.Task) []*entry {
	var out []*entry
	turns := p.source.Report.TaskHistory(t)
	for k := 1; k < len(turns); k++ {
		before, now := statusWords(turns[k-1].Task), statusWords(turns[k].Task)
		if before == now {
			continue
		}
		out = append(out, &entry{
			id:  p.id(p.repeats.key("task", t.Task.ID.V, "status", turns[k].Day.String())),
			day: turns[k].Day, kind: "状态变化", page: taskPage(p.source.Report, t) + "#history",
			title: heading(t) + "：状态变为“" + now + "”",
			parts: []string{"原来：" + before + "。", turns[k].Task.Why.Words.ZH},
		})
	}
	return out
}

// values are the published figures of an indicator.
func (p *planEntries) values(i *progress.Indicator, told map[string]bool) []*entry {
	var out []*entry
	x := i.Indicator
	for _, o := range i.Observations {
		kind := "实际值"
		if o.Flag.V == "revised" {
			kind = "修订"
			told[tell("indicator", x.ID.V, o.Known())] = true
		}
		out = append(out, &entry{
			id:  p.id(p.repeats.key("indicator", x.ID.V, "value", o.Period.V.Raw, o.Known().String())),
			day: o.Known(), kind: kind, page: indicatorPage(p.source.Report, i) + "#observations", from: o.Evidence,
			title: x.Name.V + "：" + o.Period.V.Chinese() + kind + o.Value.V.Raw + x.Unit.V,
			parts: said("", o.Note.V, "报送单位：", p.unitName(o.Unit.V), "报送日期：", dayGiven(o.Reported)),
		})
	}
	return out
}

// correction adds an entry of the register, unless nothing dates it.
func (p *planEntries) correction(c progress.Correction, told map[string]bool) {
	if c.Day.IsZero() {
		return
	}
	kind := c.Kind.Label().ZH
	anchor := "#corrections"
	if c.Kind == progress.Changed {
		anchor = "#changes"
	}
	title := c.Title.ZH + "：" + kind
	if c.What.ZH != "" {
		title += "，" + c.What.ZH
	}
	e := &entry{
		id:  p.id(p.repeats.key("correction", c.Of, c.ID, string(c.Kind), c.Day.String(), c.What.ZH)),
		day: c.Day, kind: kind, title: title, page: correctionsPage(p.source.Report) + anchor,
		parts: said("原：", c.Before.ZH, "现：", c.After.ZH, "原因或依据：", c.Reason, "报送单位：", p.unitName(c.Unit)),
	}
	p.register = append(p.register, e)
	if told[tell(c.Of, c.ID, c.Day)] {
		return
	}
	switch c.Of {
	case progress.OfTask:
		p.tasks[c.ID] = append(p.tasks[c.ID], e)
	case progress.OfIndicator:
		p.indicators[c.ID] = append(p.indicators[c.ID], e)
	default:
		p.untold = append(p.untold, e)
	}
}

// tell names what an update or value says of a record on a day, which the
// register says again.
func tell(of, id string, day plan.Date) string {
	return strings.Join([]string{of, id, day.String()}, "/")
}

func heading(t *progress.Task) string { return t.Number + " " + t.Task.Title.V }

func (p *planEntries) unitName(id string) string {
	if u, ok := p.source.Report.Site.Unit(id); ok {
		return u.Name.V
	}
	return ""
}

func dayGiven(d plan.DateValue) string {
	if !d.Given() {
		return ""
	}
	return d.V.Chinese()
}
