package site

import (
	"slices"
	"strings"

	"jindu/generator/internal/chart"
	"jindu/generator/internal/compare"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/schema"
)

// indicatorPages makes the list of indicators and a page each.
func (p *planBuilder) indicatorPages() {
	column := p.column(p.t("指标", "Indicators"), p.t("%s提出的量化目标、公开的实际值和评价。",
		"Quantified goals of %s, published values and verdicts.", p.planTitle()))
	crumbs := p.crumbs(p.planLink())
	files := map[string][]byte{}
	p.add(Page{
		Path: p.root + "indicators", Layout: "indicators", Branch: true, Title: p.t("指标", "Indicators"),
		Date: p.newest().String(), Meta: column, Crumbs: crumbs, Data: p.indicatorList(files), Files: files,
	})
	listed := below(crumbs, Link{Text: p.t("指标", "Indicators"), Path: p.root + indicatorsPath})
	for k, i := range p.Report.Indicators {
		p.indicatorPage(i, k, column, listed)
	}
}

func (p *planBuilder) indicatorList(files map[string][]byte) IndicatorsData {
	var tasks []*progress.Indicator
	observed := 0
	for _, i := range p.Report.Indicators {
		if i.Indicator.Task.Given() {
			tasks = append(tasks, i)
		}
		if i.Latest != nil {
			observed++
		}
	}
	return IndicatorsData{
		AsOf: p.day(p.Report.AsOf), Small: p.multiples(files), Downloads: p.downloads("indicators"),
		Lead: p.t("方案提出%d个量化指标，其中%d个有公开的实际值。", "The plan sets %d quantified indicators; published values exist for %d.",
			len(p.Report.Indicators), observed),
		Groups: []IndicatorGroup{
			{Heading: p.t("总体目标", "Goals of the plan as a whole"), Cards: p.cards(p.planGoals())},
			{Heading: p.t("任务目标", "Goals of tasks"), Cards: p.cards(tasks)},
		},
	}
}

func (p *planBuilder) indicatorPage(i *progress.Indicator, k int, column Meta, crumbs []Link) {
	x := i.Indicator
	title := p.or(x.Name, x.NameEN)
	date := p.issued()
	for _, o := range i.Observations {
		date = later(date, o.Known())
	}
	files := map[string][]byte{}
	data := p.indicatorData(i, files)
	if k > 0 {
		data.Previous = new(p.indicatorLink(p.Report.Indicators[k-1]))
	}
	if k+1 < len(p.Report.Indicators) {
		data.Next = new(p.indicatorLink(p.Report.Indicators[k+1]))
	}
	p.add(Page{
		Path: p.root + indicatorsPath + x.ID.V, Layout: "indicator", Title: title, Date: date.String(),
		Meta: p.article(column, title, date, data.Sentence), Crumbs: crumbs, Data: data, Files: files,
	})
}

func (p *planBuilder) indicatorData(i *progress.Indicator, files map[string][]byte) IndicatorData {
	x := i.Indicator
	rec := schema.Indicator()
	data := IndicatorData{
		Name: p.or(x.Name, x.NameEN), Unit: p.unit(x), Nature: p.choice(rec, "nature", x.Nature.V),
		Direction: p.choice(rec, "direction", x.Direction.V), Scope: p.or(x.Scope, x.ScopeEN), AsOf: p.day(p.Report.AsOf),
		Verdict: p.verdictTag(i.Targets[i.Current].Verdict), Sentence: p.indicatorSentence(i),
		Chart: p.indicatorChart(i, files), Targets: p.targets(i), Observations: p.observations(i), Quotes: p.quotes(x),
		Differences: p.differences(x.Differences), Method: p.choice(rec, "method", x.Method.V), MethodNote: x.MethodNote.V,
		MethodLink: Link{Text: p.t("方法说明", "Method"), Path: methodPath + "#" + methodAnchor(x.Method.V)},
		Related:    p.related(x.Related, "indicator/"+x.ID.V),
		NotFound:   p.notFoundFor(func(n plan.NotFound) []plan.String { return n.Indicators }, x.ID.V),
		Downloads:  p.downloads("indicators/" + x.ID.V),
		Notes:      p.notes(compare.AboutIndicator, x.ID.V, x.Notes), File: x.At.File, Edit: p.editLink(x.At), Report: p.reportLink(x.At, x.Name.V),
	}
	data.Changes = p.changeLog(p.log.Of(compare.AboutIndicator, p.Plan.ID.V, x.ID.V), true)
	data.Corrections = p.correctionsOf(compare.AboutIndicator, x.ID.V)
	if t, ok := p.task(x.Task.V); ok {
		data.Task = new(p.taskLink(t))
	}
	if x.Baseline.Given() {
		data.Baseline = p.baseline(x)
	}
	return data
}

// indicatorSentence reads the indicator: the latest value and each target.
func (p *planBuilder) indicatorSentence(i *progress.Indicator) string {
	parts := []string{p.t("没有公开的实际值", "no value was published")}
	if o := i.Latest; o != nil {
		parts[0] = p.t("最新实际值是%s的%s%s", "the latest value is for %s: %s %s", p.period(o.Period.V), o.Value.V.Raw, p.unit(i.Indicator))
	}
	for _, line := range p.targetLines(i) {
		parts = append(parts, p.t("%s目标%s%s%s，%s", "target for %s: %s %s %s, %s", line.Period, line.Comparator, line.Value.Text,
			line.Value.Unit, strings.ToLower(line.Verdict.Label)))
	}
	if p.Lang == lang.EN {
		return strings.Join(parts, "; ") + "."
	}
	return strings.Join(parts, "；") + "。"
}

func (p *planBuilder) indicatorChart(i *progress.Indicator, files map[string][]byte) Chart {
	x := i.Indicator
	name := p.or(x.Name, x.NameEN)
	now := i.Targets[i.Current]
	return p.figure(files, chart.IndicatorLine(chart.Figure{
		ID: "indicator-" + x.ID.V, AsOf: p.Report.AsOf, Sentence: p.indicatorSentence(i), Source: p.chartSource(i),
		Title: p.t("%s：%s目标%s", "%s: %s target — %s", name, p.period(now.Target.Period.V), now.Verdict.Info().Label),
		Subtitle: p.t("单位：%s；%s。菱形为目标值，实线为实际值，虚线为所需路径", "Unit: %s; %s. Diamonds are targets, the solid line published values, the dashed line the required path",
			p.unit(x), strings.TrimRight(p.or(x.Scope, x.ScopeEN), "。.")) + p.formerWords(i),
	}, p.Plan, i, p.Lang))
}

// formerWords say what the grey marks are where a document changed a target.
func (p *planBuilder) formerWords(i *progress.Indicator) string {
	if i.Original() == nil {
		return ""
	}
	return p.t("，灰色菱形和点线为调整前的目标", "; grey diamonds and the dotted line are the targets before a document changed them")
}

// chartSource names the publishers of the values, and the document that sets
// the targets.
func (p *planBuilder) chartSource(i *progress.Indicator) string {
	source := p.t("目标值：%s", "Targets: %s", p.Plan.Number.V)
	var publishers []string
	for _, o := range i.Observations {
		for _, e := range o.Evidence {
			if len(publishers) == 0 || publishers[len(publishers)-1] != e.Publisher.V {
				publishers = append(publishers, e.Publisher.V)
			}
		}
	}
	if len(publishers) == 0 {
		return source + p.t("；实际值：未披露", "; values: not disclosed")
	}
	return source + p.t("；实际值：%s", "; values: %s", p.join(publishers))
}

func (p *planBuilder) observations(i *progress.Indicator) []ObservationData {
	out := []ObservationData{}
	for _, o := range i.Observations {
		row := ObservationData{
			Period: p.period(o.Period.V), Value: Num{ID: observationID(i.Indicator, o), Text: o.Value.V.Raw, Unit: p.unit(i.Indicator)},
			Published: p.published(o), Reported: p.disclosed(o.Reported.V), Note: o.Note.V, Evidence: p.evidence(o.Evidence),
		}
		if o.Flag.Given() {
			row.Flag = p.choice(schema.Observation(), "flag", o.Flag.V)
		}
		out = append(out, row)
	}
	return out
}

// published is the day a value was published; 未披露 where no source is dated.
func (p *planBuilder) published(o plan.Observation) Day {
	dated := slices.ContainsFunc(o.Evidence, func(e plan.Evidence) bool { return e.Published.Given() })
	if !o.Published.Given() && !dated {
		return p.disclosed(plan.Date{})
	}
	return p.day(o.Known())
}

// disclosed is a day, or 未披露.
func (p *planBuilder) disclosed(d plan.Date) Day {
	if d.IsZero() {
		return Day{Text: p.t("未披露", "not disclosed")}
	}
	return p.day(d)
}

func (p *planBuilder) quotes(x *plan.Indicator) []Difference {
	out := []Difference{}
	for _, q := range x.Quotes {
		out = append(out, Difference{Where: q.Where.V, Quote: q.Text.V, Link: p.quoteLink(q.Where.V, q.Text.V)})
	}
	return out
}

func (p *planBuilder) baseline(x *plan.Indicator) *BaselineData {
	return &BaselineData{
		Period: p.period(x.Baseline.Period.V), Imputed: x.Baseline.Imputed, Formula: x.Baseline.Formula.V,
		Value:    Num{ID: "indicator/" + x.ID.V + "/baseline", Text: x.Baseline.Value.V.Raw, Unit: p.unit(x)},
		Evidence: p.evidence(x.Baseline.Evidence),
	}
}
