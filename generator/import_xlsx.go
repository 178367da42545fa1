package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/workbook"
)

// importing is what `import-xlsx` was asked for.
type importing struct {
	*project
	dryRun   bool
	out, err io.Writer
}

func newImportXLSX(s *settings) *cobra.Command {
	x := &importing{}
	cmd := &cobra.Command{
		Use: "import-xlsx FILE", Short: "导入填好的 Excel 填报表 / import a filled-in sheet", Args: exactly(1),
		Long: `导入 export-xlsx 导出、由单位填好的表：逐项列出要改什么、从哪一格读来，检查全部数据，没有新的错误才写。
每个问题都写明在哪一格、错在哪里、该怎么填，一次全部列出；有一个问题就什么都不写。
导出以后数据又改过的行不覆盖；已经导入过的表再导入一次，没有变化。

Imports a sheet that a unit has filled in: lists what changes and which cell it comes from, judges all
data, and writes if there is no new error. All problems are listed at once; with any, nothing is written.`,
		Example: "  jindu import-xlsx commerce-bureau-2026-Q4.xlsx --dry-run\n  jindu import-xlsx commerce-bureau-2026-Q4.xlsx",
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if x.project, err = s.project(); err != nil {
				return err
			}
			x.out, x.err = cmd.OutOrStdout(), cmd.ErrOrStderr()
			return x.run(args[0])
		},
	}
	cmd.Flags().BoolVar(&x.dryRun, "dry-run", false, "只列出要改什么，不写文件 / list the changes only")
	return cmd
}

func (x *importing) run(name string) error {
	raw, err := readLimited(name, workbook.MaxFile+1)
	if err != nil {
		return usageError{err}
	}
	before, err := x.readable(x.err)
	if err != nil {
		return err
	}
	returned, problems := workbook.Open(name, raw)
	if returned == nil {
		return x.refuse(problems, before)
	}
	defer returned.Close()
	changes, problems := x.compare(before.site, returned)
	if len(problems) > 0 {
		return x.refuse(problems, before)
	}
	return x.apply(before, changes)
}

// readLimited reads a file, but no more of it than the limit.
func readLimited(name string, limit int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, limit))
}

// refuse prints the problems of the sheet. Nothing is written.
func (x *importing) refuse(problems diag.List, before *state) error {
	x.print(x.err, problems, before.sources)
	fmt.Fprintln(x.err, lang.T("没有写入任何文件。", "No file was written.").In(x.lang))
	return errProblems
}

// compare holds the sheet against the book of today's data.
func (x *importing) compare(s *plan.Site, r *workbook.Returned) ([]*workbook.Change, diag.List) {
	request, problems := r.Request(s)
	if len(problems) > 0 {
		return nil, problems
	}
	return workbook.NewBook(s, request, r.Groups()).Compare(r)
}

// apply edits the files, lists the changes, and writes what stands the test.
func (x *importing) apply(before *state, changes []*workbook.Change) error {
	if len(changes) == 0 {
		fmt.Fprintln(x.out, lang.T("填报表里没有变化，没有写入任何文件。", "The sheet changes nothing; no file was written.").In(x.lang))
		return nil
	}
	draft := map[string][]byte{}
	for _, c := range changes {
		src, edited := draft[c.File]
		if !edited {
			src = before.sources[c.File]
		}
		out, err := c.Apply(src)
		if err != nil {
			return fmt.Errorf("%s: %w", c.File, err)
		}
		draft[c.File] = out
		x.say(c)
	}
	fresh, sources, err := x.judge(before, draft)
	if err != nil {
		return err
	}
	fresh = inCells(fresh, changes)
	if x.dryRun && !fresh.HasErrors() {
		x.print(x.err, fresh, sources)
		x.count("共 %d 行有变化；这是预演，没有写入任何文件。", "%d rows change; this was a dry run, no file was written.", len(changes))
		return nil
	}
	if err := x.put(x.err, before, draft, fresh, sources); err != nil {
		return err
	}
	x.count("共 %d 行有变化，已写入 %d 个文件。", "%d rows changed, %d files written.", len(changes), len(draft))
	return nil
}

func (x *importing) count(zh, en string, n ...any) {
	fmt.Fprintln(x.out, lang.T(zh, en).Sprintf(n...).In(x.lang))
}

// say lists one change with the cells that its values come from.
func (x *importing) say(c *workbook.Change) {
	words := lang.T("%[1]s：修改 %[2]s 的一条（%[3]s）", "%[1]s: changes the record of %[2]s (%[3]s)")
	if c.New {
		words = lang.T("%[1]s：新增 %[2]s 的一条（%[3]s）", "%[1]s: adds a record of %[2]s (%[3]s)")
	}
	var b bytes.Buffer
	fmt.Fprintln(&b, words.Sprintf(c.Title, c.ID, c.File).In(x.lang))
	for _, v := range c.Values() {
		what := lang.T("“%[2]s”改为“%[3]s”", "%[2]q becomes %[3]q")
		switch {
		case v.Was == "":
			what = lang.T("%[3]s", "%[3]s")
		case v.Now == "":
			what = lang.T("删去“%[2]s”", "%[2]q is removed")
		}
		line := lang.T("  %[1]s：", "  %[1]s: ").Sprintf(v.Title).In(x.lang) + lang.T(what.ZH+"%[1]s", what.EN+"%[1]s").Sprintf("", v.Was, v.Now).In(x.lang)
		line += x.origin(v)
		fmt.Fprintln(&b, strings.ReplaceAll(diag.Visible(strings.ReplaceAll(line, "\n", "⏎")), "⏎", "\n    "))
	}
	x.out.Write(b.Bytes())
}

// origin names the cell, and how the value was typed there.
func (x *importing) origin(v workbook.Value) string {
	if v.Typed == (lang.Text{}) {
		return lang.T("（%s）", " (%s)").Sprintf(diag.Place(v.At)).In(x.lang)
	}
	return lang.T("（%s，读自%s）", " (%s, read from %s)").Sprintf(diag.Place(v.At), v.Typed).In(x.lang)
}

// inCells gives the problems of an edited file the cells that they come from.
func inCells(problems diag.List, changes []*workbook.Change) diag.List {
	out := make(diag.List, len(problems))
	for i, d := range problems {
		out[i] = d
		for _, c := range changes {
			if cell, ok := c.Locate(d.Path); ok && c.File == d.Range.File {
				out[i] = c.InWords(d)
				out[i].Range, out[i].Path = cell, ""
			}
		}
	}
	return out
}
