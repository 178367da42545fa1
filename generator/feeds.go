package main

import (
	"jindu/generator/internal/feed"
	"jindu/generator/internal/history"
	"jindu/generator/internal/progress"
)

// feeds writes feeds, calendars, cards and badges into a staged site. An archived
// edition never changes, so that there is nothing to follow.
func (p *project) feeds(stage, base string, f *facts, reports []*progress.Report) error {
	var sources []feed.Source
	for _, r := range reports {
		sources = append(sources, feed.Source{Report: r, Register: history.Register(r, f.log)})
	}
	return feed.Write(feed.Options{Dir: stage, Cache: p.buildDir("follow"), BaseURL: base, AsOf: p.asOf}, f.site, sources)
}
