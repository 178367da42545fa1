package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/progress"
)

func newExplain(s *settings) *cobra.Command {
	return &cobra.Command{
		Use: "explain ID", Short: "说明一项任务或指标的评定依据 / print the rule, the numbers and their places behind a verdict",
		Example: "  jindu explain t3-4\n  jindu explain 3.4\n  jindu explain online-retail",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := s.project()
			if err != nil {
				return err
			}
			f, err := p.read(cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			return p.explain(cmd.OutOrStdout(), p.reports(f), args[0])
		},
	}
}

// explain prints the explanation of the task or indicator with the id, or of the
// task with the number.
func (p *project) explain(w io.Writer, reports []*progress.Report, id string) error {
	var known []string
	for _, r := range reports {
		for _, t := range r.Tasks {
			if t.Task.ID.V == id || t.Number == id {
				p.explainTask(w, t)
				return nil
			}
			known = append(known, t.Task.ID.V)
		}
		for _, i := range r.Indicators {
			if i.Indicator.ID.V == id {
				p.explainIndicator(w, i)
				return nil
			}
			known = append(known, i.Indicator.ID.V)
		}
	}
	return usageError{p.unknown(id, known)}
}

func (p *project) unknown(id string, known []string) error {
	if near, ok := diag.Suggest(id, known); ok {
		return fmt.Errorf(lang.T("没有编号为 %q 的任务或指标，是不是 %s？", "no task or indicator %q; did you mean %s?").In(p.lang), id, near)
	}
	return fmt.Errorf(lang.T("没有编号为 %q 的任务或指标", "no task or indicator %q").In(p.lang), id)
}

func (p *project) explainTask(w io.Writer, t *progress.Task) {
	title, quote := lang.T(t.Task.Title.V, t.Task.TitleEN.V), lang.T(t.Task.Quote.V, t.Task.QuoteEN.V)
	fmt.Fprintf(w, "%s %s\n%s\n\n", t.Number, title.In(p.lang), quote.In(p.lang))
	p.why(w, t.Status.Info().Label, t.Why)
	for _, i := range t.Goals {
		fmt.Fprintln(w)
		p.explainIndicator(w, i)
	}
}

func (p *project) explainIndicator(w io.Writer, i *progress.Indicator) {
	name, unit := lang.T(i.Indicator.Name.V, i.Indicator.NameEN.V), lang.T(i.Indicator.Unit.V, i.Indicator.UnitEN.V)
	fmt.Fprintln(w, lang.T("%s（%s）", "%s (%s)").Sprintf(name, unit).In(p.lang))
	for _, t := range i.Targets {
		fmt.Fprintln(w)
		p.why(w, t.Verdict.Info().Label, t.Why)
	}
}

// why prints one explanation: verdict, rule, and each step with its place.
func (p *project) why(w io.Writer, verdict lang.Text, e progress.Explanation) {
	fmt.Fprintf(w, "%s  [%s]\n%s\n", verdict.In(p.lang), e.Rule, e.Words.In(p.lang))
	for _, s := range e.Steps {
		fmt.Fprintf(w, "  - %s", strings.ReplaceAll(s.Words.In(p.lang), "\n", "\n    "))
		if !s.At.IsZero() {
			fmt.Fprintf(w, "  (%s:%d)", s.At.File, s.At.Start.Line)
		}
		fmt.Fprintln(w)
	}
}
