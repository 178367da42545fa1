package feed

import (
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// channels are the feeds of the site: its own first, then each plan's with those
// of its records, then the units'.
func channels(site *plan.Site, asOf plan.Date, plans []*planEntries) []*channel {
	author := site.Publisher.Name.V
	if author == "" {
		author = site.Title.V // the site speaks, not a person
	}
	var all []*entry
	var out []*channel
	oldest := asOf
	for _, p := range plans {
		all = append(all, p.all()...)
		out = append(out, p.channels(author)...)
		if d := issued(p.source.Report); d.Before(oldest) {
			oldest = d
		}
	}
	own := newChannel(channel{
		id: newID("site", site.Title.V), title: site.Title.V, about: "全部方案的进展、实际值、状态变化和更正。",
		name: "site", issued: oldest, author: author,
	}, all)
	return append(append([]*channel{own}, out...), unitChannels(site, author, oldest, plans)...)
}

// issued is the day from which a plan counts for a feed without entries: that of
// its document.
func issued(r *progress.Report) plan.Date {
	switch {
	case r.Plan.Printed.Given():
		return r.Plan.Printed.V
	case r.Plan.Signed.Given():
		return r.Plan.Signed.V
	}
	return r.Plan.Start.V
}

func (p *planEntries) channels(author string) []*channel {
	r := p.source.Report
	short := r.Plan.ShortTitle.V
	add := func(c channel, entries []*entry) *channel {
		c.issued, c.author = issued(r), author
		return newChannel(c, entries)
	}
	out := []*channel{
		add(channel{id: p.id("plan"), title: short, about: "《" + r.Plan.Title.V + "》的进展、实际值、状态变化和更正。", page: planPage(r), name: planPage(r) + "plan"}, p.all()),
		add(channel{id: p.id("corrections"), title: short + "：更正记录", about: "更正是改正说错的，修订是来源改了自己的数，调整是文件改变了任务或目标。", page: correctionsPage(r), name: file(correctionsPage(r), "")}, p.register),
	}
	for _, t := range r.Tasks {
		page := taskPage(r, t)
		out = append(out, add(channel{id: p.id("task/" + t.Task.ID.V), title: heading(t), about: t.Task.Quote.V, page: page, name: file(page, "")}, p.ofTask(t)))
	}
	for _, i := range r.Indicators {
		page := indicatorPage(r, i)
		out = append(out, add(channel{id: p.id("indicator/" + i.Indicator.ID.V), title: i.Indicator.Name.V, about: i.Indicator.Scope.V, page: page, name: file(page, "")}, p.indicators[i.Indicator.ID.V]))
	}
	return out
}

// unitChannels are the feeds of the units that plans name, over all plans.
func unitChannels(site *plan.Site, author string, oldest plan.Date, plans []*planEntries) []*channel {
	entries := map[string][]*entry{}
	named := map[string]bool{}
	for _, p := range plans {
		for _, u := range p.source.Report.Units {
			id := u.Unit.ID.V
			named[id] = true
			for _, t := range tasksOf(u) {
				entries[id] = append(entries[id], p.ofTask(t)...)
			}
		}
	}
	var out []*channel
	for _, u := range site.Units {
		if !named[u.ID.V] {
			continue
		}
		page := unitPage(u)
		out = append(out, newChannel(channel{
			id: newID("unit", u.ID.V, u.Name.V), title: u.Name.V, about: u.Name.V + "负责和配合的任务。",
			page: page, name: file(page, ""), issued: oldest, author: author,
		}, entries[u.ID.V]))
	}
	return out
}

// tasksOf are the tasks that a unit is responsible for or supports.
func tasksOf(u *progress.Unit) []*progress.Task {
	var out []*progress.Task
	for _, list := range [][]progress.UnitTask{u.Lead, u.Support} {
		for _, t := range list {
			out = append(out, t.Task)
		}
	}
	return out
}
