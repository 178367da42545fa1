package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/repo"
	"jindu/generator/internal/typed"
	"jindu/generator/internal/workbook"
)

// exporting is what `export-xlsx` was asked for.
type exporting struct {
	*project
	plan, unit, period, output string
}

func newExportXLSX(s *settings) *cobra.Command {
	e := &exporting{}
	cmd := &cobra.Command{
		Use: "export-xlsx", Short: "给一个单位导出一个报告期的 Excel 填报表 / export a unit's reporting sheet", Args: exactly(0),
		Long: `给一个单位导出一个报告期的 Excel 填报表：它负责的任务各一行，栏目顺序同印发的附件；它报送的指标另一张表。
给定的格锁定，白色的格填写；本期已经报过的内容在格里，可以直接改。填好以后用 import-xlsx 导入。
同样的数据导出的文件逐字节相同；已经有同名文件而内容不同，不覆盖。

Exports the sheet in which a unit reports for a period: a row for each of its tasks, in the columns of
the issued annex, and its indicators. Fill in the white cells and use import-xlsx.`,
		Example: "  jindu export-xlsx --unit commerce-bureau --period 2026-Q4\n  jindu export-xlsx --unit 市商务局 --period 2026年四季度 --output 市商务局.xlsx",
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if e.project, err = s.project(); err != nil {
				return err
			}
			return e.run(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringVar(&e.unit, "unit", "", "填报单位的编号或名称 / id or name of the reporting unit")
	cmd.Flags().StringVar(&e.period, "period", "", "报告期，如 2026-Q4、2026-12、2026 / period to report")
	cmd.Flags().StringVar(&e.plan, "plan", "", "方案编号，只有一个方案时不用写 / plan, where there are several")
	cmd.Flags().StringVar(&e.output, "output", "", "输出文件，默认是“单位编号-报告期.xlsx” / file to write, default UNIT-PERIOD.xlsx")
	return cmd
}

func (e *exporting) run(ctx context.Context, out, problems io.Writer) error {
	data, err := e.readable(problems)
	if err != nil {
		return err
	}
	request, err := e.request(data.site)
	if err != nil {
		return err
	}
	if request.Commit, err = e.commit(ctx); err != nil {
		return err
	}
	book := workbook.NewBook(data.site, request, nil)
	if book.Rows() == 0 {
		return usageError{fmt.Errorf(lang.T("%s没有负责的任务，也没有报送的指标，不用填报", "%s answers for no task and reports no indicator").In(e.lang), request.Unit.Name.V)}
	}
	body, err := book.Write()
	if err != nil {
		return err
	}
	if e.output == "" {
		e.output = request.Unit.ID.V + "-" + request.Period.Raw + ".xlsx"
	}
	if err := e.place(body); err != nil {
		return err
	}
	fmt.Fprintln(out, lang.T("已导出 %[1]s：%[2]s，%[3]s，%[4]d 行。填好以后运行 import-xlsx %[1]s。",
		"Exported %[1]s: %[2]s, %[3]s, %[4]d rows. When it is filled in, run import-xlsx %[1]s.").
		Sprintf(e.output, lang.T(request.Unit.Name.V, request.Unit.NameEN.V), lang.T(request.Period.Chinese(), request.Period.English()), book.Rows()).In(e.lang))
	return nil
}

// request finds what the flags name.
func (e *exporting) request(s *plan.Site) (workbook.Request, error) {
	var r workbook.Request
	if e.unit == "" || e.period == "" {
		return r, usageError{errors.New(lang.T("请写明 --unit 和 --period，如 --unit commerce-bureau --period 2026-Q4", "give --unit and --period, such as --unit commerce-bureau --period 2026-Q4").In(e.lang))}
	}
	raw, ok := typed.Period(e.period)
	if !ok {
		return r, usageError{fmt.Errorf(lang.T("看不懂报告期 %q，请写成 2026-Q4、2026-12 或 2026", "%q is no period; give one such as 2026-Q4, 2026-12 or 2026").In(e.lang), e.period)}
	}
	var err error
	if r.Period, err = plan.ParsePeriod(raw); err != nil {
		return r, err
	}
	var known []string
	for _, u := range s.Units {
		known = append(known, u.ID.V)
		if u.ID.V == e.unit || u.Name.V == e.unit {
			r.Unit = u
		}
	}
	if r.Unit == nil {
		return r, usageError{fmt.Errorf(lang.T("没有单位 %q，单位编号有：%s", "no unit %q; the units are: %s").In(e.lang), e.unit, strings.Join(known, "、"))}
	}
	r.Plan, err = e.onePlan(s, e.plan)
	return r, err
}

// onePlan is the plan with the id, or the only one where none is named.
func (p *project) onePlan(s *plan.Site, id string) (*plan.Plan, error) {
	var known []string
	for _, x := range s.Plans {
		if x.ID.V == id || id == "" && len(s.Plans) == 1 {
			return x, nil
		}
		known = append(known, x.ID.V)
	}
	return nil, usageError{fmt.Errorf(lang.T("请用 --plan 写明方案，可以是：%s", "give --plan, one of: %s").In(p.lang), strings.Join(known, "、"))}
}

// commit is the commit that the data come from, or "" outside of git.
func (p *project) commit(ctx context.Context) (string, error) {
	r, err := repo.Open(ctx, p.root)
	if errors.Is(err, repo.ErrNoGit) || errors.Is(err, repo.ErrNotRepository) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	hash, err := r.Resolve(ctx, "HEAD")
	if unknown := (*repo.UnknownRevisionError)(nil); errors.As(err, &unknown) {
		return "", nil // nothing is committed yet
	}
	return hash, err
}

// place writes the file, but never over one that someone may have filled in.
func (e *exporting) place(body []byte) error {
	was, err := os.ReadFile(e.output)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return writeWhole(e.output, body)
	case err != nil:
		return err
	case !bytes.Equal(was, body):
		return usageError{fmt.Errorf(lang.T("%s 已经有了，可能有人填过，没有覆盖；请用 --output 写别的文件名", "%s exists and may have been filled in; it was left alone: give another name with --output").In(e.lang), e.output)}
	}
	return nil
}
