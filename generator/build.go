package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"jindu/generator/internal/archive"
	"jindu/generator/internal/hugo"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/opendata"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/publish"
	"jindu/generator/internal/site"
)

// buildOptions are the flags of build.
type buildOptions struct {
	output   string
	baseURL  string
	previous string // site published before, to chain to; "" for a build on its own
	sign     string // secret key file, or ""
	archived bool   // the output is an edition to keep, not the site of now
}

func newBuild(s *settings) *cobra.Command {
	var o buildOptions
	cmd := &cobra.Command{
		Use: "build", Short: "生成网站到 public/ / build the site into public/", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := s.project()
			if err != nil {
				return err
			}
			return p.build(cmd.Context(), o, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringVar(&o.output, "output", "", "输出文件夹，默认项目下的 public / output folder, default public in the project")
	cmd.Flags().StringVar(&o.previous, "previous", "", "上一次发布的网站（文件夹、ZIP或网址），清单与它相连 / the site published before (folder, ZIP or address), for the manifest to be chained to")
	cmd.Flags().StringVar(&o.sign, "sign", "", "用这把 minisign 私钥给清单签名 / sign the sums with this secret key of minisign")
	cmd.Flags().StringVar(&o.baseURL, "base-url", "", "发布后的完整网址，默认取 site.yaml / address of the published site, default from site.yaml")
	return cmd
}

// build runs every stage. Problems go to out, progress to status; the site in
// the output folder changes only when all went well.
func (p *project) build(ctx context.Context, o buildOptions, out, status io.Writer) error {
	defer debug.SetGCPercent(debug.SetGCPercent(300)) // a short run collects less often, as Hugo's does
	steps := newSteps(status, p.lang)
	s, err := p.prepare(ctx, o)
	if err != nil {
		return err
	}
	steps.begin(lang.T("检查数据", "checking the data"))
	f, err := p.read(out)
	if err != nil {
		return err
	}
	public := o.output
	if public == "" {
		public = filepath.Join(p.root, "public")
	}
	if public, err = filepath.Abs(public); err != nil { // Hugo runs in another folder
		return err
	}
	if err := publish.Owned(public); err != nil {
		return p.ownedError(err)
	}
	steps.begin(lang.T("评定进展、绘制图表", "judging progress, drawing charts"))
	reports := p.reports(f)
	base, err := p.address(o, f)
	if err != nil {
		return err
	}
	kept, err := p.archived()
	if err != nil {
		return err
	}
	if o.archived {
		kept = nil
		if base != "" {
			base += site.EditionPath(p.asOf)
		}
	}
	in := site.Input{BaseURL: base, Archived: o.archived}
	if in.Editions, err = editionsFor(kept); err != nil {
		return err
	}
	editions, err := p.editions(ctx, f, reports, in)
	if err != nil {
		return err
	}
	if err := p.write(editions); err != nil {
		return err
	}
	steps.begin(lang.T("生成网页", "rendering pages"))
	r := &rendering{
		facts: f, reports: reports, public: public, base: base, kept: kept, archived: o.archived, sealing: s,
		pages: len(editions[0].Pages), // the English edition only repeats them
	}
	if err := p.render(ctx, r, out); err != nil {
		return err
	}
	steps.done(lang.T("完成：%[1]s（%[2]d页，数据截至%[3]s）", "done: %[1]s (%[2]d pages, as of %[4]s)"), public, r.pages, p.asOf.Chinese(), p.asOf)
	return nil
}

// write hands the pages to Hugo, unless a hand-written one wants the address of
// a generated one.
func (p *project) write(editions []*site.Output) error {
	collisions, err := editions[0].Collisions(filepath.Join(p.root, "content"))
	if err != nil {
		return err
	}
	if len(collisions) > 0 {
		return fmt.Errorf(lang.T("content/ 里的页面与生成的页面网址相同，请改名：%s", "pages under content/ have the address of generated ones; rename them: %s").In(p.lang), strings.Join(collisions, ", "))
	}
	_, err = site.Write(p.buildDir(""), editions...)
	return err
}

// address is where the site will be published: what the command line says, else
// the data; "" where neither knows. It ends in a slash.
func (p *project) address(o buildOptions, f *facts) (string, error) {
	if o.baseURL == "" {
		return f.site.BaseURL.V, nil
	}
	u, err := url.Parse(o.baseURL)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return "", usageError{fmt.Errorf(lang.T("--base-url 应是 http:// 或 https:// 开头的完整网址：%q", "--base-url must be a full address beginning with http:// or https://: %q").In(p.lang), o.baseURL)}
	}
	return strings.TrimSuffix(o.baseURL, "/") + "/", nil
}

// rendering is a site whose pages are written for Hugo, on its way to readers.
type rendering struct {
	facts    *facts
	reports  []*progress.Report
	public   string // where it will stand
	base     string // its address, or ""
	pages    int
	kept     []archive.Edition
	archived bool // it is itself an edition to keep
	sealing  *sealing
}

// render fills a staging folder, checks what stands in it, and switches.
func (p *project) render(ctx context.Context, r *rendering, out io.Writer) (err error) {
	stage, err := publish.Stage(r.public)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(stage)) }()
	if err := p.assemble(ctx, stage, r); err != nil {
		return err
	}
	faults, err := publish.Finish(stage, r.base, r.sealing.tally.Add, string(lang.EN))
	if err != nil {
		return err
	}
	if faults.HasErrors() {
		p.print(out, faults, nil)
		return errProblems
	}
	if err := p.seal(stage, r.base, r.sealing, p.marker(r.pages, r.reports)); err != nil {
		return err
	}
	return publish.Switch(stage, r.public)
}

// assemble runs Hugo and, beside it, writes what Hugo does not make.
func (p *project) assemble(ctx context.Context, stage string, r *rendering) error {
	h, err := p.hugo()
	if err != nil {
		return err
	}
	h.Sitemap = r.base != ""
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return h.Build(ctx, stage) })
	g.Go(func() error { return p.place(stage, r) })
	return g.Wait()
}

// place puts the downloads, what can be followed and the archived editions into a
// staged site. An archived edition never changes, so that there is nothing to
// follow.
func (p *project) place(stage string, r *rendering) error {
	if err := opendata.Copy(p.dataDir(), filepath.Join(stage, opendata.Folder)); err != nil {
		return err
	}
	if !r.archived {
		if err := p.feeds(stage, r.base, r.facts, r.reports); err != nil {
			return err
		}
	}
	for _, e := range r.kept {
		if err := e.Place(p.buildDir("asof"), stage); err != nil {
			return err
		}
	}
	return nil
}

// hugo is this program as Hugo, for this project.
func (p *project) hugo() (hugo.Site, error) {
	program, err := os.Executable()
	return hugo.Site{
		Program: program, Root: p.root, Cache: p.buildDir("hugo"),
		AsOf: p.asOf.Time().Add(-8 * time.Hour), // midnight at +08:00
	}, err
}

func (p *project) marker(pages int, reports []*progress.Report) publish.Marker {
	m := publish.Marker{Version: version, AsOf: p.asOf.String(), Pages: pages, Tasks: map[string]int{}}
	for _, r := range reports {
		m.Edition = r.Site.Edition.V
		if days := r.Site.UpdateDays.V; days > 0 {
			m.Interval, m.NextUpdate = days, p.asOf.AddDays(days).String()
		}
		for _, c := range r.Counts.Statuses {
			m.Tasks[string(c.Status)] += c.N
		}
	}
	return m
}

func (p *project) ownedError(err error) error {
	if !errors.Is(err, publish.ErrNotOurs) {
		return err
	}
	hint := lang.T("里面的文件不是本程序生成的，不会覆盖；请换一个文件夹，或先移走这些文件", "it holds files that this program did not make and will not replace; choose another folder or move them away")
	return fmt.Errorf("%w: %s", err, hint.In(p.lang))
}
