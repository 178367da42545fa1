package site

import (
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// taskRow is a task as a line of a list.
func (p *planBuilder) taskRow(t *progress.Task) TaskRow {
	return TaskRow{
		Number: t.Number, Title: p.or(t.Task.Title, t.Task.TitleEN), Path: p.taskPath(t),
		Quote: p.or(t.Task.Quote, t.Task.QuoteEN), Status: p.tag(t),
		Lead: t.Task.IssuedLead.V, Schedule: t.Task.IssuedWhen.V, Due: p.dayOf(t.Task.Due),
		Project: p.projectLink(t.Project), Reason: p.say(t.Why.Words), Sources: t.Sources,
	}
}

func (p *planBuilder) taskRows(tasks []*progress.Task) []TaskRow {
	rows := []TaskRow{}
	for _, t := range tasks {
		rows = append(rows, p.taskRow(t))
	}
	return rows
}

func (p *planBuilder) taskLink(t *progress.Task) Link {
	return Link{Text: t.Number + " " + p.or(t.Task.Title, t.Task.TitleEN), Path: p.taskPath(t)}
}

func (p *planBuilder) projectLink(x *plan.Project) Link {
	return Link{Text: p.or(x.Title, x.TitleEN), Path: p.projectPath(x)}
}

func (p *planBuilder) indicatorLink(i *progress.Indicator) Link {
	return Link{Text: p.or(i.Indicator.Name, i.Indicator.NameEN), Path: p.indicatorPath(i)}
}

// counts are the parts of a bar, each with the list of the plan's tasks that
// have its status. id is the record that the downloads count under.
func (p *planBuilder) counts(id string, list []progress.StatusCount) []Count {
	out := []Count{}
	for _, c := range list {
		tag := p.statusTag(c.Status)
		out = append(out, Count{
			Tag: tag, N: number(id+"/count/"+string(c.Status), c.N),
			Link: Link{Text: tag.Label, Path: p.statusPath(c.Status)},
		})
	}
	return out
}

func (p *planBuilder) projectRows() []ProjectRow {
	rows := []ProjectRow{}
	for _, x := range p.Report.Projects {
		id := "project/" + x.Project.ID.V
		rows = append(rows, ProjectRow{
			Number: itoa(x.Project.Number.V), Title: p.or(x.Project.Title, x.Project.TitleEN),
			Path: p.projectPath(x.Project), Total: number(id+"/count/total", x.Counts.Total),
			Counts: p.counts(id, x.Counts.Statuses),
		})
	}
	return rows
}

// card is an indicator as an entry of a list, seen through the target that
// speaks for it now.
func (p *planBuilder) card(i *progress.Indicator) IndicatorCard {
	x := i.Indicator
	c := IndicatorCard{
		ID: x.ID.V, Name: p.or(x.Name, x.NameEN), Path: p.indicatorPath(i), Unit: p.unit(x),
		Verdict: p.verdictTag(i.Targets[i.Current].Verdict), Related: len(p.Report.Related(x.Related)), Targets: p.targetLines(i),
	}
	if o := i.Latest; o != nil {
		c.Latest = &Num{ID: observationID(x, *o), Text: o.Value.V.Raw, Unit: c.Unit}
		c.LatestOf = p.period(o.Period.V)
	}
	if t, ok := p.task(x.Task.V); ok {
		link := p.taskLink(t)
		c.Task = &link
	}
	return c
}

func (p *planBuilder) cards(list []*progress.Indicator) []IndicatorCard {
	out := []IndicatorCard{}
	for _, i := range list {
		out = append(out, p.card(i))
	}
	return out
}

func (p *planBuilder) unit(i *plan.Indicator) string { return p.or(i.Unit, i.UnitEN) }

func (p *planBuilder) task(id string) (*progress.Task, bool) {
	for _, t := range p.Report.Tasks {
		if t.Task.ID.V == id {
			return t, true
		}
	}
	return nil, false
}

func (p *planBuilder) indicator(id string) (*progress.Indicator, bool) {
	for _, i := range p.Report.Indicators {
		if i.Indicator.ID.V == id {
			return i, true
		}
	}
	return nil, false
}

// goals are the indicators of the plan as a whole.
func (p *planBuilder) planGoals() []*progress.Indicator {
	var out []*progress.Indicator
	for _, i := range p.Report.Indicators {
		if !i.Indicator.Task.Given() {
			out = append(out, i)
		}
	}
	return out
}

func observationID(i *plan.Indicator, o plan.Observation) string {
	return "indicator/" + i.ID.V + "/observation/" + o.Period.V.Raw
}

func (p *planBuilder) targetLines(i *progress.Indicator) []TargetLine {
	lines := []TargetLine{}
	for _, t := range i.Targets {
		lines = append(lines, p.targetLine(i.Indicator, t))
	}
	return lines
}

func (p *planBuilder) targetLine(i *plan.Indicator, t progress.Target) TargetLine {
	period := t.Target.Period.V
	id := "indicator/" + i.ID.V + "/target/" + period.Raw
	line := TargetLine{
		Period: p.period(period), Comparator: p.comparator(t.Target.Comparator.V),
		Value:   Num{ID: id, Text: t.Target.Value.V.Raw, Unit: p.unit(i)},
		Verdict: p.verdictTag(t.Verdict), Frozen: t.Frozen, Quote: t.Target.Quote.V,
	}
	if c := t.Components; c.Value != nil && c.ValuePeriod == period.Raw {
		line.Actual = p.observedNum(i, c.ValuePeriod)
	}
	if share := t.Components.Share; share != nil {
		line.Share = &Num{ID: id + "/share", Text: percent(*share), Unit: "%"}
	}
	return line
}

// observedNum is the value of the observation with the period, as printed.
func (p *planBuilder) observedNum(i *plan.Indicator, period string) *Num {
	for _, o := range i.Observations {
		if o.Period.V.Raw == period {
			return &Num{ID: observationID(i, o), Text: o.Value.V.Raw, Unit: p.unit(i)}
		}
	}
	return nil
}
