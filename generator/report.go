package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"jindu/generator/internal/browser"
	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/site"
)

// reportOptions are the flags of report.
type reportOptions struct {
	plan, unit string
	site       string
	pdf        string
}

func newReport(s *settings) *cobra.Command {
	var o reportOptions
	cmd := &cobra.Command{
		Use: "report", Short: "把进展情况报告存成PDF（需要Chromium） / save the progress report as PDF (needs Chromium)", Args: exactly(0),
		Example: `  jindu report                                    整个方案 / the whole plan
  jindu report --unit commerce-bureau             一个单位 / one unit
  jindu report --as-of 2017-12-31 --pdf 2017.pdf  按当日已公开的信息 / as known on that day`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := s.project()
			if err != nil {
				return err
			}
			return p.report(cmd.Context(), o, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringVar(&o.plan, "plan", "", "方案编号，只有一个方案时可以省略 / id of the plan, where there are several")
	cmd.Flags().StringVar(&o.unit, "unit", "", "只报告一个责任单位：它的编号 / only the unit with this id")
	cmd.Flags().StringVar(&o.site, "site", "", "用这个文件夹里已经生成的网站，默认另外生成 / print from this built site, default builds one aside")
	cmd.Flags().StringVar(&o.pdf, "pdf", "", "PDF文件名，默认 report-<截至日期>.pdf / file to write, default report-<as-of>.pdf")
	return cmd
}

// report prints the report's page of a built site to a PDF. The file appears
// whole or not at all.
func (p *project) report(ctx context.Context, o reportOptions, out, status io.Writer) error {
	f, err := p.read(status)
	if err != nil {
		return err
	}
	page, err := p.reportPage(p.reports(f), o)
	if err != nil {
		return err
	}
	if _, err := browser.Find(); err != nil {
		return p.browserError(err)
	}
	folder := o.site
	if folder == "" {
		temporary, err := os.MkdirTemp("", "jindu-report-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temporary)
		folder = filepath.Join(temporary, "site")
		if err := p.build(ctx, buildOptions{output: folder}, status, status); err != nil {
			return err
		}
	}
	if _, err := os.Stat(filepath.Join(folder, filepath.FromSlash(page), "index.html")); err != nil {
		return fmt.Errorf(lang.T("%s 里没有这份报告的页面，请先用 build 生成：%w", "%s has no page of this report, build it first: %w").In(p.lang), folder, err)
	}
	var pdf bytes.Buffer
	if err := printPage(ctx, folder, page, &pdf); err != nil {
		return err
	}
	name := p.pdfName(o)
	if err := writeWhole(name, pdf.Bytes()); err != nil {
		return err
	}
	fmt.Fprintln(out, name)
	return nil
}

// reportPage is the path of the page to print.
func (p *project) reportPage(reports []*progress.Report, o reportOptions) (string, error) {
	var plans []string
	for _, r := range reports {
		id := r.Plan.ID.V
		if o.plan == id || o.plan == "" && len(reports) == 1 {
			return p.reportPath(r, o.unit)
		}
		plans = append(plans, id)
	}
	return "", usageError{fmt.Errorf(lang.T("用 --plan 指明方案，可用的有 %q", "name the plan with --plan, one of %q").In(p.lang), plans)}
}

func (p *project) reportPath(r *progress.Report, unit string) (string, error) {
	if unit == "" {
		return site.ReportPath(r.Plan, nil), nil
	}
	var known []string
	for _, u := range r.Units {
		if len(u.Lead) == 0 {
			continue
		}
		if u.Unit.ID.V == unit {
			return site.ReportPath(r.Plan, u.Unit), nil
		}
		known = append(known, u.Unit.ID.V)
	}
	if near, ok := diag.Suggest(unit, known); ok {
		return "", usageError{fmt.Errorf(lang.T("没有编号为 %q、负有责任的单位，是不是 %s？", "no unit %q is responsible for a task; did you mean %s?").In(p.lang), unit, near)}
	}
	return "", usageError{fmt.Errorf(lang.T("没有编号为 %q、负有责任的单位", "no unit %q is responsible for a task").In(p.lang), unit)}
}

// pdfName is the file to write, in the current folder unless the user says where.
func (p *project) pdfName(o reportOptions) string {
	switch {
	case o.pdf != "":
		return o.pdf
	case o.unit != "":
		return "report-" + o.unit + "-" + p.asOf.String() + ".pdf"
	}
	return "report-" + p.asOf.String() + ".pdf"
}

func (p *project) browserError(err error) error {
	if !errors.Is(err, browser.ErrNotFound) {
		return err
	}
	return fmt.Errorf(lang.T("没有找到Chromium，不能生成PDF：请安装它（Debian、Ubuntu：apt install chromium），或用环境变量 %s 指明程序",
		"no Chromium was found, so no PDF can be made: install it (Debian, Ubuntu: apt install chromium) or name the program in %s").In(p.lang), browser.PathVariable)
}

// printPage serves the built site to this machine alone for as long as the
// browser needs it: pages opened as files may not load their own style sheet.
func printPage(ctx context.Context, folder, page string, w io.Writer) error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := &http.Server{Handler: http.FileServer(http.Dir(folder)), ReadHeaderTimeout: 10 * time.Second}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	err = browser.PrintPDF(ctx, "http://"+listener.Addr().String()+"/"+page, w)
	err = errors.Join(err, server.Close())
	<-served // always http.ErrServerClosed
	return err
}
