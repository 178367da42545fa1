package main

import (
	"path/filepath"
	"sync"

	"jindu/generator/internal/opendata"
	"jindu/generator/internal/progress"
)

// openData is the data of every plan as files, written once for all editions.
type openData struct {
	once     sync.Once
	packages []*opendata.Package
	err      error
}

// openData writes the downloads under build/, from where build copies them into
// the site. The pages name their sizes, so that they come before the pages.
func (p *project) openData(f *facts, reports []*progress.Report, baseURL string) ([]*opendata.Package, error) {
	f.data.once.Do(func() {
		var sources []opendata.Source
		for _, r := range reports {
			sources = append(sources, opendata.Source{Report: r, History: progress.History(r.Site, r.Plan, r.AsOf)})
		}
		f.data.packages, f.data.err = opendata.Write(opendata.Options{
			Dir: p.dataDir(), Cache: p.buildDir(filepath.Join("opendata", "cache")),
			Meta: opendata.Meta{BaseURL: baseURL, Version: version},
		}, sources)
	})
	return f.data.packages, f.data.err
}

// dataDir is where the downloads are written before they are published.
func (p *project) dataDir() string { return p.buildDir(filepath.Join("opendata", "files")) }
