package site

import (
	"slices"
	"strings"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// Edition is an archived edition of the whole site: the day it is of, and whether
// it holds a file, by the path from its own root.
type Edition struct {
	Day plan.Date
	Has func(name string) bool
}

// editionsFolder is where archived editions stand below the site's root.
const editionsFolder = "asof/"

// EditionPath is the folder of the day's edition below the site's root, with a
// final slash.
func EditionPath(day plan.Date) string { return editionsFolder + day.String() + "/" }

// Cite is how to cite a page: in the forms of GB/T 7714 and of APA, by its newest
// archived edition where there is one.
type Cite struct {
	GBT      string `json:"gbt"`
	APA      string `json:"apa"`
	Note     string `json:"note"`     // what is cited, and whether it can change
	Editions []Link `json:"editions"` // archived ones of this page, newest first; Path is from the site's root in any language
}

// citePages says of every page how to cite it.
func (b *builder) citePages() {
	for i := range b.pages {
		b.pages[i].Cite = b.cite(b.pages[i])
	}
}

func (b *builder) cite(p Page) *Cite {
	path := b.langFolder() + p.Path
	if p.Path != "" {
		path += "/"
	}
	day, address := b.AsOf, b.BaseURL
	c := &Cite{Editions: []Link{}}
	if !b.Archived {
		c.Editions = b.editionsOf(path)
	}
	switch {
	case b.Archived:
		c.Note = b.t("本页是%s的存档版，内容不再改变。", "This page belongs to the archived edition of %s, which never changes.", b.day(b.AsOf).Text)
	case len(c.Editions) > 0:
		day = b.editionDay(c.Editions[0])
		c.Note = b.t("本页内容会更新；引用指向%s的存档版，内容不再改变。", "This page is updated; the citation names its archived edition of %s, which never changes.", b.day(day).Text)
		if address != "" {
			address += EditionPath(day)
		}
	default:
		c.Note = b.t("本页内容会更新，还没有存档版；引用时请保留日期。", "This page is updated and has no archived edition yet; keep the date when you cite it.")
	}
	if address != "" {
		address = " " + address + path
	}
	title := b.say(lang.T(b.Site.Title.V, b.Site.TitleEN.V))
	c.GBT, c.APA = b.citeGBT(p.Title, title, day, address), b.citeAPA(p.Title, title, day, address)
	return c
}

// citeGBT is the form of GB/T 7714 for a page on the web. The day of the visit is
// the reader's to fill in.
func (b *builder) citeGBT(page, site string, day plan.Date, address string) string {
	author := ""
	if name := b.Site.Publisher.Name; name.Given() {
		author = name.V + ". "
	}
	what := site
	if page != site {
		what = page + ": " + site
	}
	return author + what + "[EB/OL]. (" + day.String() + b.t(")[引用日期].", ")[date of access].") + address
}

// citeAPA is the form of APA, whose dates begin with the year. Without an author
// the title stands first.
func (b *builder) citeAPA(page, site string, day plan.Date, address string) string {
	when := day.Time().Format("(2006, January 2). ")
	out := page + ". " + when
	if name := b.Site.Publisher.Name; name.Given() {
		out = name.V + ". " + when + page + ". "
	}
	if page != site {
		out += site + "."
	}
	return strings.TrimSpace(out) + address
}

// editionsOf are the archived editions of a page that had been made of days up to
// the site's own.
func (b *builder) editionsOf(path string) []Link {
	out := []Link{}
	for _, e := range slices.Backward(b.Editions) { // oldest first
		if !e.Day.After(b.AsOf) && e.Has(path+"index.html") {
			out = append(out, Link{Text: b.day(e.Day).Text, Path: EditionPath(e.Day) + path})
		}
	}
	return out
}

func (b *builder) editionDay(l Link) plan.Date {
	return parsed(strings.TrimPrefix(l.Path, editionsFolder))
}

// parsed is the day that a path begins with.
func parsed(path string) plan.Date {
	d, _ := plan.ParseDate(path[:len("2006-01-02")]) // written by EditionPath
	return d
}

// langFolder is the folder of the builder's language, as Hugo places it.
func (b *builder) langFolder() string {
	if b.Lang == lang.EN {
		return string(lang.EN) + "/"
	}
	return ""
}
