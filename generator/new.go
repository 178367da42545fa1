package main

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/load"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
	"jindu/generator/internal/yamledit"
)

func newNew(s *settings) *cobra.Command {
	cmd := &cobra.Command{
		Use: "new", Short: "新建一项任务或指标的文件 / create the file of a task or indicator",
		Long: `新建一项任务或指标的文件。在终端里运行，没有给出的会逐项询问；在脚本里运行，缺少必填的返回 2。
编号用过的不再建；写入前先检查全部数据，有新的错误就不写。`,
		Example: "  jindu new task t3-7\n  jindu new indicator online-shops-2025",
		Args: func(_ *cobra.Command, args []string) error {
			return usageError{errors.New("new what: new task ID or new indicator ID / 请写明新建什么：new task 编号，或 new indicator 编号")}
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	cmd.AddCommand(
		newRecord(s, "task", "tasks", lang.T("新建一项任务", "create a task"), schema.Task()),
		newRecord(s, "indicator", "indicators", lang.T("新建一项指标", "create an indicator"), schema.Indicator()),
	)
	return cmd
}

// creation is what `new` was asked for.
type creation struct {
	*project
	form   *form
	record *schema.Record
	folder string
	plan   string
	id     string
}

func newRecord(s *settings, verb, folder string, short lang.Text, record *schema.Record) *cobra.Command {
	c := &creation{form: newForm(record, []string{"en"}, []string{"id"}), record: record, folder: folder}
	cmd := &cobra.Command{
		Use: verb + " ID", Short: short.ZH + " / " + short.EN, Args: exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if c.project, err = s.project(); err != nil {
				return err
			}
			c.id = args[0]
			return c.run(cmd)
		},
	}
	c.form.register(cmd.Flags())
	cmd.Flags().StringVar(&c.plan, "plan", "", "方案编号，只有一个方案时不用写 / plan, where there are several")
	return cmd
}

func (c *creation) run(cmd *cobra.Command) error {
	before, err := c.readable(cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	into, err := c.onePlan(before.site, c.plan)
	if err != nil {
		return err
	}
	if err := c.free(into); err != nil {
		return err
	}
	if err := c.fill(c.form, cmd.InOrStdin(), cmd.ErrOrStderr(), names(before.site)); err != nil {
		return err
	}
	value := c.form.value()
	value.Fields["id"] = yamledit.Value{Text: c.id}
	body, err := yamledit.New(c.record, value.Fields)
	if err != nil {
		return err
	}
	name := path.Join(load.Folder, into.ID.V, c.folder, c.id+".yaml")
	if err := c.save(cmd.ErrOrStderr(), before, map[string][]byte{name: body}); err != nil {
		return err
	}
	fmt.Fprintln(cmd.OutOrStdout(), lang.T("已新建%s %s，写在 %s。", "Created the %s %s in %s.").Sprintf(lang.T(c.record.Title.ZH, strings.ToLower(c.record.Title.EN)), c.id, name).In(c.lang))
	return nil
}

var idForm = regexp.MustCompile(schema.IDPattern)

// free refuses an id that cannot be one and one that is in use.
func (c *creation) free(x *plan.Plan) error {
	if !idForm.MatchString(c.id) || len(c.id) > schema.MaxID {
		return usageError{fmt.Errorf(lang.T(
			"编号 %q 不能用：只能用小写英文字母、数字和连字符，如 t3-7", "%q is no id: use lower-case letters, digits and hyphens, such as t3-7").In(c.lang), c.id)}
	}
	used := func(file string) error {
		return usageError{fmt.Errorf(lang.T("编号 %q 已经用在 %s，请换一个", "the id %q is in use in %s; choose another").In(c.lang), c.id, file)}
	}
	for _, t := range x.Tasks {
		if t.ID.V == c.id {
			return used(t.At.File)
		}
	}
	for _, i := range x.Indicators {
		if i.ID.V == c.id {
			return used(i.At.File)
		}
	}
	return nil
}
