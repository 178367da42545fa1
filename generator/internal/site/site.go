// Package site turns judged reports into pages for Hugo. Everything a template
// shows is computed and put into words here; the structs of this package are
// the one contract with the theme.
package site

import (
	"context"
	"encoding/json"

	"jindu/generator/internal/chart"
	"jindu/generator/internal/document"
	"jindu/generator/internal/history"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/opendata"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// Draw turns one drawing of a figure into a safe SVG. The id is the figure's,
// made unique for the drawing.
type Draw func(ctx context.Context, id string, d chart.Drawing, title, desc string) (Drawn, error)

// Drawn is a drawing and, in the same render's coordinates, what a tooltip reads
// where: JSON as package echarts documents it, nil where there is nothing to read.
type Drawn struct {
	SVG      []byte
	Geometry json.RawMessage
}

// Input is all that the pages are made from.
type Input struct {
	Site      *plan.Site
	Reports   []*progress.Report            // one for each plan, in the site's order
	Documents map[string]*document.Document // reading editions by plan id
	AsOf      plan.Date
	Lang      lang.Lang
	Version   string // of the program, for the footer
	BaseURL   string // address the site will be published at, ending in "/", or ""
	Draw      Draw
	Packages  []*opendata.Package // the open data as written; may be empty
	History   history.Log         // of the data, whole: the pages take what belongs to AsOf
	Archived  bool                // the site is an archived edition of AsOf
	Editions  []Edition           // archived before, oldest first
}

// Output is the pages of one edition, and the data that its pages share by file
// name.
type Output struct {
	Lang  lang.Lang
	Pages []Page
	Data  map[string]any // "site" is Common, "method" is MethodData
}

// Build makes every page of the site.
func Build(ctx context.Context, in Input) (*Output, error) {
	b := &builder{Input: in, ctx: ctx}
	for _, r := range in.Reports {
		b.planPages(r)
	}
	b.homePage()
	b.unitPages()
	b.searchPage()
	b.dataPage()
	b.mapPage()
	b.markElder()
	b.citePages()
	if b.err != nil {
		return nil, b.err
	}
	return &Output{Lang: in.Lang, Pages: b.pages, Data: map[string]any{"site": b.common(), "method": b.method()}}, nil
}

// builder collects the pages. The first error stops further drawing and is
// returned at the end.
type builder struct {
	Input
	ctx   context.Context
	pages []Page
	err   error
}

// planPages makes every page of one plan.
func (b *builder) planPages(r *progress.Report) {
	p := &planBuilder{builder: b, Report: r, root: r.Plan.ID.V + "/", log: b.History.Until(b.AsOf), register: history.Register(r, b.History)}
	p.planPage()
	p.policyPage()
	p.taskPages()
	p.projectPages()
	p.indicatorPages()
	p.timetablePage()
	p.undisclosedPage()
	p.sourcesPage()
	p.changesPage()
	p.correctionsPage()
	p.reportPages()
}

// planBuilder makes the pages of one plan.
type planBuilder struct {
	*builder
	*progress.Report
	root     string                // path of the plan's pages, with a final slash
	log      history.Log           // of the data, up to the day
	register []progress.Correction // of the plan
}

func (b *builder) add(p Page) { b.pages = append(b.pages, p) }

// say picks the site's language.
func (b *builder) say(t lang.Text) string { return t.In(b.Lang) }

// t is say for words written on the spot, with arguments.
func (b *builder) t(zh, en string, args ...any) string {
	return lang.T(zh, en).Sprintf(args...).In(b.Lang)
}

// or picks the translation of a value of the data where there is one.
func (b *builder) or(zh, en plan.String) string { return b.say(lang.T(zh.V, en.V)) }
