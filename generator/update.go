package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
	"jindu/generator/internal/yamledit"
)

func newUpdate(s *settings) *cobra.Command {
	f := newForm(schema.Update(), []string{"evidence"}, nil)
	f.insists = func(string) bool { // as V301 and V306 will
		return f.get("status") == plan.SaysCompleted || f.get("basis") != "" && f.get("basis") != "unit_report"
	}
	var planID string
	cmd := &cobra.Command{
		Use: "update TASK", Short: "给一项任务加一条进展 / add an update to a task", Args: exactly(1),
		Long: `给一项任务加一条进展。在终端里运行，没有给出的会逐项询问；在脚本里运行，缺少必填的返回 2。
写入前先检查全部数据：有新的错误就不写。只加这几行，文件的其他内容一个字节都不动。

Adds an update to a task. At a terminal it asks for what is not given; in scripts a missing required
value is exit status 2. Nothing is written if the data would get a new error.`,
		Example: `  jindu update t3-4
  jindu update 3.4 --as-of 2017-06-30 --status in_progress --basis unit_report --unit commerce-bureau --summary ……
  jindu update t3-4 --as-of 2017-12-31 --status completed --completed-on 2017-12-20 --basis official --summary …… \
    --evidence-title …… --evidence-url https://…… --evidence-publisher …… --evidence-published 2018-01-05 \
    --evidence-quote …… --evidence-kind official`,
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := s.project()
			if err != nil {
				return err
			}
			return p.update(cmd, f, planID, args[0])
		},
	}
	f.register(cmd.Flags())
	cmd.Flags().StringVar(&planID, "plan", "", "方案编号，有几个方案里都有这个编号时写 / plan, where several have the task")
	return cmd
}

// update adds what the form holds to the task, in order of its as-of date.
func (p *project) update(cmd *cobra.Command, f *form, planID, id string) error {
	before, err := p.readable(cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	t, number, err := p.findTask(before.site, planID, id)
	if err != nil {
		return err
	}
	if err := p.fill(f, cmd.InOrStdin(), cmd.ErrOrStderr(), names(before.site)); err != nil {
		return err
	}
	name, at := t.At.File, placeOfUpdate(t, f.get("as_of"))
	if at > 0 && sameUpdate(t.Updates[at-1], f) {
		return fmt.Errorf(lang.T("任务 %s 已经有这条进展，没有再写一遍", "task %s has this update already").In(p.lang), number)
	}
	path := yamledit.Path{{Key: "updates"}}
	out, err := yamledit.Insert(before.sources[name], schema.Task(), path, at, f.value())
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := p.save(cmd.ErrOrStderr(), before, map[string][]byte{name: out}); err != nil {
		return err
	}
	p.sayUpdated(cmd.OutOrStdout(), t, number, f)
	return nil
}

// readable is the state of the data, which must be readable to be edited.
func (p *project) readable(w io.Writer) (*state, error) {
	s, err := p.state(nil)
	if err != nil {
		return nil, err
	}
	if s.site == nil {
		p.print(w, s.problems, s.sources)
		return nil, errProblems
	}
	return s, nil
}

// findTask finds a task by its id or its number in the annex.
func (p *project) findTask(s *plan.Site, planID, id string) (*plan.Task, string, error) {
	var known []string
	var found *plan.Task
	var number string
	for _, x := range s.Plans {
		if planID != "" && x.ID.V != planID {
			continue
		}
		for _, t := range x.Tasks {
			n := numberOf(x, t)
			known = append(known, t.ID.V)
			if t.ID.V != id && n != id {
				continue
			}
			if found != nil {
				return nil, "", usageError{fmt.Errorf(lang.T("几个方案里都有 %s，请加 --plan", "several plans have %s: give --plan").In(p.lang), id)}
			}
			found, number = t, n
		}
	}
	if found == nil {
		return nil, "", usageError{p.unknown(id, known)}
	}
	return found, number, nil
}

func numberOf(x *plan.Plan, t *plan.Task) string {
	for _, project := range x.Projects {
		if project.ID.V == t.Project.V {
			return fmt.Sprintf("%d.%d", project.Number.V, t.Order.V)
		}
	}
	return t.ID.V
}

// placeOfUpdate keeps updates in order of their as-of dates; a day that is none
// goes last, where the loader reports it.
func placeOfUpdate(t *plan.Task, asOf string) int {
	day, err := plan.ParseDate(asOf)
	at := 0
	for i, u := range t.Updates {
		if err != nil || !u.AsOf.V.After(day) {
			at = i + 1
		}
	}
	return at
}

func sameUpdate(u *plan.Update, f *form) bool {
	return u.AsOf.V.String() == f.get("as_of") && u.Status.V == f.get("status") && u.Summary.V == f.get("summary")
}

// sayUpdated says in one sentence what was written where.
func (p *project) sayUpdated(w io.Writer, t *plan.Task, number string, f *form) {
	status := lang.Text{}
	for _, b := range f.blanks {
		for _, c := range b.field.Choices {
			if b.group == nil && b.field.Key == "status" && c.Value == f.get("status") {
				status = lang.T("，"+c.Title.ZH, ", "+c.Title.EN)
			}
		}
	}
	fmt.Fprintln(w, lang.T("已给任务 %[1]s（%[2]s）加上一条进展：数据截至 %[3]s%[4]s，写在 %[5]s。",
		"Added an update to task %[1]s (%[2]s): as of %[3]s%[4]s, in %[5]s.").
		Sprintf(number, t.Title.V, f.get("as_of"), status, t.At.File).In(p.lang))
}
