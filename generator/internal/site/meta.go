package site

import (
	"slices"

	"jindu/generator/internal/plan"
)

// columnType is the class of column that disclosures of this kind stand in.
const columnType = "重点工作"

// column makes the tags of a page that lists others.
func (b *builder) column(name, description string, keywords ...string) Meta {
	return Meta{
		ColumnName: name, ColumnDescription: description, ColumnKeywords: b.keywords(name, keywords),
		ColumnType: columnType, Description: first(description, 100),
	}
}

// article makes the tags of a page about one thing, in the column it stands in.
func (b *builder) article(column Meta, title string, published plan.Date, description string, keywords ...string) Meta {
	m := column
	m.ArticleTitle, m.PubDate, m.ContentSource = title, published.String()+" 00:00", b.contentSource()
	m.PubNote = b.pubNote(published)
	m.Keywords, m.Description = b.keywords(title, keywords), first(description, 100)
	return m
}

// pubNote tells a reader who wonders at an old date that it is the document's own:
// nothing about the page's subject was published after it.
func (b *builder) pubNote(published plan.Date) string {
	for _, r := range b.Reports {
		if p := (&planBuilder{builder: b, Report: r}); p.issued() == published {
			return b.t("文件印发日", "the day the document was issued")
		}
	}
	return ""
}

func (b *builder) keywords(name string, more []string) string {
	out := name
	for _, k := range more {
		if k != "" {
			out += "," + k
		}
	}
	return out
}

func (b *builder) contentSource() string {
	if b.Site.Publisher.Source.Given() {
		return b.Site.Publisher.Source.V
	}
	return b.t("演示版，无发布单位", "demonstration without a publisher")
}

// home is the link that every breadcrumb begins with.
func (b *builder) home() Link { return Link{Text: b.t("首页", "Home"), Path: ""} }

// crumbs are the links from home to the page's parent.
func (b *builder) crumbs(links ...Link) []Link { return append([]Link{b.home()}, links...) }

// below is the breadcrumb one level further down. The result shares nothing with
// parent, which other pages extend too.
func below(parent []Link, to Link) []Link { return append(slices.Clone(parent), to) }

// planLink leads to the overview of the plan.
func (p *planBuilder) planLink() Link { return Link{Text: p.planTitle(), Path: p.root} }

func (p *planBuilder) planTitle() string { return p.or(p.Plan.ShortTitle, p.Plan.ShortEN) }

// newest is the day of the newest fact of the plan, for pages about all of it.
func (p *planBuilder) newest() plan.Date {
	if len(p.Latest) > 0 {
		return p.Latest[0].Known
	}
	return p.issued()
}

func (p *planBuilder) issued() plan.Date {
	if p.Plan.Printed.Given() {
		return p.Plan.Printed.V
	}
	return p.Plan.Signed.V
}

func later(a, b plan.Date) plan.Date {
	if b.After(a) {
		return b
	}
	return a
}
