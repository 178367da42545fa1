package site

import (
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

// sourcesPage lists every public source with what rests on it.
func (p *planBuilder) sourcesPage() {
	list := p.collectSources()
	data := SourcesData{Lead: p.t("本站引用了%d个公开来源。每条都写明发布单位、日期和所依据的原句。",
		"This site uses %d public sources. Each is shown with its publisher, its date and the sentences that were used.", len(list.rows))}
	data.Coverage = p.coverage(list.rows)
	f, _ := schema.Evidence().Field("kind")
	for _, kind := range f.Choices {
		group := SourceGroup{Heading: p.say(kind.Title)}
		for _, row := range list.rows {
			if row.Evidence.Kind == p.say(kind.Title) {
				group.Sources = append(group.Sources, *row)
			}
		}
		if len(group.Sources) > 0 {
			data.Groups = append(data.Groups, group)
		}
	}
	title := p.t("资料来源", "Sources")
	p.add(Page{
		Path: p.root + "sources", Layout: "sources", Branch: true, Title: title, Date: p.newest().String(),
		Meta: p.column(title, data.Lead), Crumbs: p.crumbs(p.planLink()), Data: data,
	})
}

// sourceList gathers sources by address, in the order of first use.
type sourceList struct {
	*planBuilder
	rows []*SourceRow
}

func (s *sourceList) add(used Link, evidence []plan.Evidence) {
	for _, e := range evidence {
		row := s.row(s.oneEvidence(e))
		row.addQuote(s.oneEvidence(e))
		row.addUse(used)
	}
}

func (s *sourceList) row(e Evidence) *SourceRow {
	for _, r := range s.rows {
		if r.Evidence.URL == e.URL {
			return r
		}
	}
	r := &SourceRow{Evidence: e}
	s.rows = append(s.rows, r)
	return r
}

func (r *SourceRow) addQuote(e Evidence) {
	for _, q := range r.Quotes {
		if q.Quote == e.Quote {
			return
		}
	}
	r.Quotes = append(r.Quotes, e)
}

func (r *SourceRow) addUse(used Link) {
	for _, u := range r.Used {
		if u == used {
			return
		}
	}
	r.Used = append(r.Used, used)
}

// collectSources walks every piece of evidence that the plan's pages show.
func (p *planBuilder) collectSources() *sourceList {
	s := &sourceList{planBuilder: p}
	for _, t := range p.Report.Tasks {
		for _, u := range t.Updates {
			s.add(p.taskLink(t), u.Evidence)
		}
		s.addRelated(p.taskLink(t), t.Task.Related)
	}
	for _, i := range p.Report.Indicators {
		s.add(p.indicatorLink(i), i.Indicator.Baseline.Evidence)
		for _, o := range i.Observations {
			s.add(p.indicatorLink(i), o.Evidence)
		}
		s.addRelated(p.indicatorLink(i), i.Indicator.Related)
	}
	s.addRelated(p.planLink(), p.Plan.Related)
	for _, u := range p.Report.Units {
		link := Link{Text: p.or(u.Unit.Name, u.Unit.NameEN), Path: unitPath(u.Unit)}
		s.add(link, u.Unit.BasisFrom)
		for _, l := range p.Report.Later(u.Unit) {
			s.add(link, l.Evidence)
		}
	}
	return s
}

func (s *sourceList) addRelated(used Link, list []plan.Related) {
	for _, r := range s.Report.Related(list) {
		s.add(used, r.Evidence)
	}
}
