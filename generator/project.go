package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"golang.org/x/sync/errgroup"

	"jindu/generator/internal/chart"
	"jindu/generator/internal/diag"
	"jindu/generator/internal/document"
	"jindu/generator/internal/echarts"
	"jindu/generator/internal/history"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/load"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/site"
	"jindu/generator/internal/validate"
)

// project is one folder of data, seen as of one day.
type project struct {
	root        string
	asOf, today plan.Date
	lang        lang.Lang
	format      string
	first       func(diag.Range) int // which problems are printed before the others; may be nil
}

// facts are a project's data, read and found sound.
type facts struct {
	site      *plan.Site
	documents map[string]*document.Document
	data      openData
	log       history.Log // of the data; read with the editions
}

// read loads and validates the data, and prints every problem to w. The error is
// errProblems where any of them is one.
func (p *project) read(w io.Writer) (*facts, error) {
	s, sources, problems, err := load.Dir(p.root)
	if err != nil {
		return nil, err
	}
	f := &facts{site: s, documents: map[string]*document.Document{}}
	if s != nil {
		for _, x := range s.Plans {
			doc, found := document.Load(os.DirFS(p.root), x)
			problems.Add(found...)
			f.documents[x.ID.V] = doc
		}
		problems.Add(validate.Site(s, validate.Options{Today: p.today, Documents: f.documents})...)
	}
	p.print(w, problems.Sorted(), sources)
	if problems.HasErrors() {
		return nil, errProblems
	}
	return f, nil
}

// print writes problems in the project's format and language.
func (p *project) print(w io.Writer, problems diag.List, sources load.Sources) {
	diag.Print(w, problems, diag.PrintOptions{
		Lang: p.lang, Format: diag.Format(p.format), Color: colored(w), First: p.first,
		Source: func(file string) ([]byte, error) {
			if text, err := sources.Read(file); err == nil {
				return text, nil
			}
			return os.ReadFile(filepath.Join(p.root, filepath.FromSlash(file)))
		},
	})
}

// reports judges every plan.
func (p *project) reports(f *facts) []*progress.Report {
	var out []*progress.Report
	for _, x := range f.site.Plans {
		out = append(out, progress.Assess(f.site, x, p.asOf))
	}
	return out
}

// editions makes the Chinese edition and the English one, in this order, side by
// side.
func (p *project) editions(ctx context.Context, f *facts, reports []*progress.Report, in site.Input) ([]*site.Output, error) {
	languages := []lang.Lang{lang.ZH, lang.EN}
	out := make([]*site.Output, len(languages))
	var err error
	if in.History, err = p.history(ctx); err != nil {
		return nil, err
	}
	f.log = in.History
	g, ctx := errgroup.WithContext(ctx)
	for i, l := range languages {
		g.Go(func() (err error) {
			own := in
			own.Lang = l
			out[i], err = p.edition(ctx, f, reports, own)
			return err
		})
	}
	return out, g.Wait()
}

// edition draws the charts and makes the pages of the site in one language, for
// the address it will be published at, or "". in says which edition it is.
func (p *project) edition(ctx context.Context, f *facts, reports []*progress.Report, in site.Input) (*site.Output, error) {
	packages, err := p.openData(f, reports, in.BaseURL)
	if err != nil {
		return nil, err
	}
	renderer := echarts.New(echarts.Options{CacheDir: p.buildDir("charts")})
	defer renderer.Close()
	in.Site, in.Reports, in.Documents, in.Packages = f.site, reports, f.documents, packages
	in.AsOf, in.Version = p.asOf, version
	in.Draw = func(ctx context.Context, id string, d chart.Drawing, title, desc string) (site.Drawn, error) {
		result, err := renderer.Render(ctx, echarts.Request{
			ID: id, Option: d.Option, Width: d.Width, Height: d.Height, Title: title, Desc: desc,
		})
		return site.Drawn{SVG: result.SVG, Geometry: result.Geometry}, err
	}
	return site.Build(ctx, in)
}

// buildDir is a folder under build/, where everything written on the way stands.
func (p *project) buildDir(name string) string { return filepath.Join(p.root, "build", name) }

func checkFormat(format string) error {
	switch diag.Format(format) {
	case diag.FormatText, diag.FormatJSON, diag.FormatGitHub:
		return nil
	}
	return fmt.Errorf("unknown format %q: use text, json or github", format)
}
