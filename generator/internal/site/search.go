package site

import (
	"slices"
	"strings"

	"jindu/generator/internal/document"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/search"
)

// indexFile is the name of the index beside the search page. With the page's
// address it is public and stays.
const indexFile = "search.json"

// The kinds of entry, in the order in which equally good results stand.
const (
	foundTask = iota
	foundUnit
	foundIndicator
	foundProject
	foundPage
	foundPolicy
)

// SearchData is the search page: where the index stands, and everything in it
// that has a name, as links for readers without scripts.
type SearchData struct {
	Index  string     `json:"index"` // file beside the page
	AsOf   Day        `json:"as_of"`
	Groups []MapGroup `json:"groups"`
}

// searchPage makes the index and the page that searches it.
func (b *builder) searchPage() {
	x := search.Index{Version: search.Version, AsOf: b.AsOf.String(), Kinds: b.searchKinds(), Entries: b.searchEntries()}
	body, err := x.JSON()
	if err != nil && b.err == nil {
		b.err = err
	}
	date := ""
	for _, p := range b.pages {
		date = max(date, p.Date)
	}
	title := b.t("搜索", "Search")
	b.add(Page{
		Path: strings.TrimSuffix(searchPath, "/"), Layout: "search", Title: title, Date: date, Crumbs: b.crumbs(),
		Meta:  b.column(title, b.t("在任务、责任单位、指标、项目和政策原文中查找；也列出全部条目。", "Search tasks, units, indicators, projects and the policy text; every entry is also listed.")),
		Data:  SearchData{Index: indexFile, AsOf: b.day(b.AsOf), Groups: searchGroups(x)},
		Files: map[string][]byte{indexFile: body},
	})
}

func (b *builder) searchKinds() []search.Kind {
	kinds := make([]search.Kind, foundPolicy+1)
	kinds[foundTask] = search.Kind{Key: "task", Label: b.t("工作任务", "Tasks")}
	kinds[foundUnit] = search.Kind{Key: "unit", Label: b.t("责任单位", "Units")}
	kinds[foundIndicator] = search.Kind{Key: "indicator", Label: b.t("指标", "Indicators")}
	kinds[foundProject] = search.Kind{Key: "project", Label: b.t("项目", "Projects")}
	kinds[foundPage] = search.Kind{Key: "page", Label: b.t("页面", "Pages")}
	kinds[foundPolicy] = search.Kind{Key: "policy", Label: b.t("政策原文", "Policy text")}
	return kinds
}

// searchGroups is the index as lists of links. Of the policy text only the
// headings are listed: they lead to all of it.
func searchGroups(x search.Index) []MapGroup {
	groups := make([]MapGroup, len(x.Kinds))
	for k, kind := range x.Kinds {
		groups[k].Heading = kind.Label
	}
	for _, e := range x.Entries {
		link := Link{Text: strings.TrimSpace(e.Number + " " + e.Title), Path: e.Path}
		if e.Place {
			if e.Texts[0] != e.Title {
				continue
			}
		}
		groups[e.Kind].Links = append(groups[e.Kind].Links, link)
	}
	return slices.DeleteFunc(groups, func(g MapGroup) bool { return len(g.Links) == 0 })
}

// searchEntries lists everything by kind, plan by plan.
func (b *builder) searchEntries() []search.Entry {
	var entries []search.Entry
	for _, r := range b.Reports {
		p := &planBuilder{builder: b, Report: r, root: r.Plan.ID.V + "/"}
		entries = slices.Concat(entries, p.taskEntries(), p.indicatorEntries(), p.projectEntries(), p.policyEntries())
	}
	entries = slices.Concat(entries, b.unitEntries(), b.pageEntries())
	slices.SortStableFunc(entries, func(x, y search.Entry) int { return x.Kind - y.Kind })
	return entries
}

func (p *planBuilder) taskEntries() []search.Entry {
	var out []search.Entry
	for _, t := range p.Report.Tasks {
		x := t.Task
		out = append(out, search.Entry{
			Kind: foundTask, Number: t.Number, Title: p.or(x.Title, x.TitleEN), Path: p.taskPath(t),
			Names: p.original(x.Title, x.TitleEN),
			About: about(p.tag(t).Label, p.or(t.Project.Title, t.Project.TitleEN), x.IssuedLead.V, x.IssuedHelp.V,
				p.unitNames(t.Leads), p.unitNames(t.Supports), x.IssuedWhen.V),
			Texts: append(p.translation(x.QuoteEN), x.Quote.V),
		})
	}
	return out
}

func (p *planBuilder) indicatorEntries() []search.Entry {
	var out []search.Entry
	for _, i := range p.Report.Indicators {
		x := i.Indicator
		var quotes []string
		for _, q := range x.Quotes {
			quotes = append(quotes, q.Text.V)
		}
		out = append(out, search.Entry{
			Kind: foundIndicator, Title: p.or(x.Name, x.NameEN), Path: p.indicatorPath(i), Names: p.original(x.Name, x.NameEN),
			About: about(p.verdictTag(i.Targets[i.Current].Verdict).Label), Texts: quotes,
		})
	}
	return out
}

func (p *planBuilder) projectEntries() []search.Entry {
	var out []search.Entry
	for _, x := range p.Report.Projects {
		out = append(out, search.Entry{
			Kind: foundProject, Number: itoa(x.Project.Number.V), Title: p.or(x.Project.Title, x.Project.TitleEN),
			Path: p.projectPath(x.Project), Names: p.original(x.Project.Title, x.Project.TitleEN),
		})
	}
	return out
}

// unitEntries are the units that a plan names, and members of its collectives.
func (b *builder) unitEntries() []search.Entry {
	var out []search.Entry
	for _, u := range b.Site.Units {
		k := slices.IndexFunc(b.Reports, func(r *progress.Report) bool {
			return slices.ContainsFunc(r.Units, func(x *progress.Unit) bool { return x.Unit == u })
		})
		if k < 0 {
			continue
		}
		city := cityOf(b.Reports[k].Plan)
		names := append(b.original(u.Name, u.NameEN), search.Names(u.Name.V, city)...)
		for _, alias := range u.Aliases {
			names = append(append(names, alias.V), search.Names(alias.V, city)...)
		}
		out = append(out, search.Entry{
			Kind: foundUnit, Title: b.or(u.Name, u.NameEN), Path: unitPath(u), Names: slices.Compact(slices.Sorted(slices.Values(names))),
		})
	}
	return out
}

// cityOf is the city that 市 stands for in the plan's names of units, "" where the
// issuer is not a city.
func cityOf(p *plan.Plan) string {
	city, ok := strings.CutSuffix(p.Issuer.V, "人民政府")
	if !ok || !strings.HasSuffix(city, "市") {
		return ""
	}
	return city
}

// pageEntries are the pages that list or explain; pages about one thing are
// entries of their own kind, and filtered lists are reached from the whole one.
func (b *builder) pageEntries() []search.Entry {
	out := []search.Entry{
		{Kind: foundPage, Title: b.t("方法说明", "Method"), Path: methodPath},
		{Kind: foundPage, Title: b.t("关于本站", "About"), Path: aboutPath},
	}
	for _, p := range b.pages {
		if p.Branch && p.Path != "" || p.Layout == "policy" {
			out = append(out, search.Entry{Kind: foundPage, Title: p.Title, Path: p.Path + "/"})
		}
	}
	return out
}

// policyEntries are the passages of the issued document, each under the heading
// it stands below. A row of the annex is found as its task.
func (p *planBuilder) policyEntries() []search.Entry {
	var out []search.Entry
	title := p.Plan.Title.V
	add := func(anchor, text string) {
		if text != "" {
			out = append(out, search.Entry{Kind: foundPolicy, Title: title, Path: p.root + policyPath + "#" + anchor, Texts: []string{text}, Place: true})
		}
	}
	for _, block := range p.document().Blocks {
		if block.Kind == document.Heading || block.Kind == document.AnnexTitle {
			title = block.Text
		}
		add(block.Anchor, strings.ReplaceAll(block.Text, "\n", " "))
		for _, row := range block.Rows {
			if _, ok := p.rowTask(row); !ok {
				add(row.Anchor, strings.TrimSpace(row.Label+" "+rowText(row)))
			}
		}
	}
	return out
}

func rowText(row document.Row) string {
	var cells []string
	for _, c := range row.Cells {
		cells = append(cells, c.Text)
	}
	return strings.Join(cells, " ")
}

// original is the Chinese name of something that the English edition shows
// translated, so that it is found by both.
func (b *builder) original(zh, en plan.String) []string {
	if b.Lang == lang.EN && en.V != "" {
		return []string{zh.V}
	}
	return nil
}

// translation is the English of a text in the English edition, nothing elsewhere.
func (b *builder) translation(en plan.String) []string {
	if b.Lang == lang.EN && en.V != "" {
		return []string{en.V}
	}
	return nil
}

// unitNames are the units' translated names in the English edition; the Chinese
// ones stand in the cells as issued.
func (b *builder) unitNames(units []*plan.Unit) string {
	var names []string
	for _, u := range units {
		names = append(names, b.translation(u.NameEN)...)
	}
	return b.join(names)
}

// about lists what is known of a thing besides its name.
func about(words ...string) []string {
	return slices.DeleteFunc(words, func(s string) bool { return s == "" })
}
