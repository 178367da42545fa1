package main

import (
	"bytes"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/load"
	"jindu/generator/internal/schema"
	"jindu/generator/internal/yamledit"
)

// notCanonical is what fmt --check reports, at the first line that differs.
var notCanonical = diag.Rule{
	Code: "F101", Severity: diag.Error,
	Message: lang.T("这一行不是规范写法，规范写法是：%[1]s", "this line is not in the canonical style, which is: %[1]s"),
	Hint:    lang.T("请运行 fmt，它只改写法，不改内容。", "Run fmt, which changes the form and never the content."),
}

func newFmt(s *settings) *cobra.Command {
	var check bool
	cmd := &cobra.Command{
		Use: "fmt [FILE...]", Short: "把数据文件改成统一的写法，内容不变 / write the data files in the one canonical style",
		Long: `把 data/ 下的文件改成统一的写法：两个空格缩进，键按固定顺序，引号只在需要时用。内容和注释不变。
有错误的文件不动，并列出错误。--check 只检查，不改文件；有不规范的返回 1。

Writes the files under data/ in one style: two spaces, keys in a fixed order, quotes only where
needed. Content and comments stay. Files with errors are left alone and reported.`,
		Example: "  jindu fmt\n  jindu fmt --check\n  jindu fmt data/zhoushan-ecommerce-2015/tasks/t3-4.yaml",
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := s.project()
			if err != nil {
				return err
			}
			return p.formatFiles(cmd.OutOrStdout(), args, check)
		},
	}
	cmd.Flags().BoolVar(&check, "check", false, "只检查，不改文件 / report and change nothing")
	return cmd
}

// formatFiles brings the files, or all data files, into the canonical style.
func (p *project) formatFiles(w io.Writer, args []string, check bool) error {
	before, err := p.state(nil)
	if err != nil {
		return err
	}
	chosen, err := p.chosen(before.sources, args)
	if err != nil {
		return err
	}
	draft, problems, err := canonical(before, chosen)
	if err != nil {
		return err
	}
	if check {
		for name, out := range draft {
			problems.Add(firstDifference(name, before.sources[name], out))
		}
	}
	p.print(w, problems.Sorted(), before.sources)
	if !check && len(draft) > 0 {
		after, err := p.state(draft)
		if err != nil {
			return err
		}
		if err := p.put(w, before, draft, newProblems(before.problems, after.problems), after.sources); err != nil {
			return err
		}
	}
	if problems.HasErrors() {
		return errProblems
	}
	return nil
}

// canonical is what the chosen files should be, where they are not, and the
// errors of those that cannot be formatted.
func canonical(before *state, chosen func(string) bool) (map[string][]byte, diag.List, error) {
	draft := map[string][]byte{}
	var problems diag.List
	for name, raw := range before.sources {
		record := recordOf(name)
		if record == nil || !chosen(name) {
			continue
		}
		if found := errorsIn(before.problems, name); len(found) > 0 {
			problems.Add(found...)
			continue
		}
		out, err := yamledit.Format(raw, record)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		if !bytes.Equal(out, raw) {
			draft[name] = out
		}
	}
	return draft, problems, nil
}

// chosen tells which files were asked for: all of them where none is named.
func (p *project) chosen(sources load.Sources, args []string) (func(string) bool, error) {
	names := map[string]bool{}
	for _, arg := range args {
		full, err := filepath.Abs(arg)
		if err != nil {
			return nil, err
		}
		name, err := filepath.Rel(p.root, full)
		if err != nil {
			return nil, usageError{err}
		}
		name = filepath.ToSlash(name)
		if _, ok := sources[name]; !ok {
			return nil, usageError{fmt.Errorf(lang.T("%s 不是数据文件", "%s is no data file").In(p.lang), arg)}
		}
		names[name] = true
	}
	return func(name string) bool { return len(names) == 0 || names[name] }, nil
}

// recordOf is the record that stands in a data file, or nil.
func recordOf(name string) *schema.Record {
	for _, f := range schema.Files() {
		if ok, _ := path.Match(load.Folder+"/"+f.Path, name); ok {
			return f.Record
		}
	}
	return nil
}

// errorsIn are the errors of a file's own form. Rules over the whole site (V) say
// nothing of how a file is written.
func errorsIn(l diag.List, name string) diag.List {
	var out diag.List
	for _, d := range l {
		if d.Range.File == name && d.Severity == diag.Error && strings.HasPrefix(d.Code, "L") {
			out.Add(d)
		}
	}
	return out
}

// firstDifference is the first line of a file that is not as it should be.
func firstDifference(name string, raw, want []byte) diag.Diagnostic {
	have, should := bytes.Split(raw, []byte("\n")), bytes.Split(want, []byte("\n"))
	i := 0
	for i < len(have)-1 && i < len(should)-1 && bytes.Equal(have[i], should[i]) {
		i++
	}
	line := diag.Pos{Line: i + 1, Column: 1}
	end := diag.Pos{Line: i + 1, Column: 1 + len([]rune(string(bytes.TrimRight(have[i], "\r"))))}
	return notCanonical.At(diag.Range{File: name, Start: line, End: end}, "", string(should[i]))
}
