package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"jindu/generator/internal/compare"
	"jindu/generator/internal/diag"
	"jindu/generator/internal/document"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/load"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/repo"
	"jindu/generator/internal/validate"
)

// diffing is what `diff` was asked for.
type diffing struct {
	*project
	format     compare.Format
	unit       string
	mergeBase  bool
	base, head string // head is "" for the working tree
}

func newDiff(s *settings) *cobra.Command {
	var format, unit string
	var mergeBase bool
	cmd := &cobra.Command{
		Use: "diff BASE [HEAD]", Short: "说明两个版本之间数据的实质变化 / say what a change of the data means",
		Long: `逐项任务、指标、单位说明从 BASE 到 HEAD 有什么实质变化；不写 HEAD 就是当前文件夹里的数据。
没有不能合并的变化，返回 0；有，或者数据有错误，返回 1；用法有误或读不到版本，返回 2。

Says for each task, indicator and unit what changed in meaning from BASE to HEAD, by default
the working tree. Exit status 0: nothing blocks; 1: something does, or the data have errors;
2: wrong use, or a revision cannot be read.`,
		Example: "  jindu diff main\n  jindu diff origin/main HEAD --merge-base --format markdown\n  jindu diff HEAD~1 HEAD --as-of 2017-12-31\n  jindu diff main --unit commerce-bureau",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usageError{errors.New("diff needs BASE and may have HEAD: jindu diff main / 请写明与哪个版本比较，如 jindu diff main")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := s.project()
			if err != nil {
				return err
			}
			d := &diffing{project: p, unit: unit, mergeBase: mergeBase, base: args[0]}
			if len(args) == 2 {
				d.head = args[1]
			}
			if d.format, err = compare.ParseFormat(format); err != nil {
				return usageError{err}
			}
			return d.run(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "输出格式 text、markdown 或 json / format of the result")
	cmd.Flags().StringVar(&unit, "unit", "", "填报单位编号：标出不属于它的变化 / id of the reporting unit: mark what is not its own")
	cmd.Flags().BoolVar(&mergeBase, "merge-base", false, "与两个版本分叉处比较，而不是与 BASE 现在的样子 / compare with where the two parted")
	return cmd
}

// run compares both sides and prints the result. The error is errProblems where
// something blocks or the data have errors, which are printed to problems.
func (d *diffing) run(ctx context.Context, out, problems io.Writer) error {
	r, err := repo.Open(ctx, d.root)
	if err != nil {
		return d.unreadable(err)
	}
	base, head, err := d.revisions(ctx, r)
	if err != nil {
		return d.unreadable(err)
	}
	before, errBase := d.side(ctx, problems, r, base, false)
	after, errHead := d.side(ctx, problems, r, head, true)
	if err := errors.Join(notProblems(errBase), notProblems(errHead)); err != nil {
		return d.unreadable(err)
	}
	if before == nil || after == nil {
		return errProblems
	}
	result := compare.Result{
		AsOf: d.asOf, Base: base, Head: head,
		Headlines: compare.Headlines(*before, *after), Changes: compare.Plans(*before, *after),
	}
	if err := d.outside(*before, *after, &result); err != nil {
		return err
	}
	if err := compare.Print(out, result, d.format, d.lang); err != nil {
		return err
	}
	if compare.Blocks(result.Changes) > 0 || errHead != nil {
		return errProblems
	}
	return nil
}

// revisions finds the commits of both sides.
func (d *diffing) revisions(ctx context.Context, r *repo.Repo) (base, head compare.Revision, err error) {
	base.Name, head.Name = d.base, d.head
	if base.Commit, err = r.Resolve(ctx, d.base); err != nil {
		return base, head, err
	}
	fork := "HEAD"
	if d.head != "" {
		if head.Commit, err = r.Resolve(ctx, d.head); err != nil {
			return base, head, err
		}
		fork = head.Commit
	}
	if d.mergeBase {
		base.Commit, err = r.MergeBase(ctx, base.Commit, fork)
		if errors.Is(err, repo.ErrNoCommonBase) && r.Shallow() {
			err = &repo.UnknownRevisionError{Revision: "merge-base " + d.base, Shallow: true}
		}
	}
	return base, head, err
}

// side reads and judges one side. It is nil where its data cannot be read; a
// commit without a data folder is a project before its first import. The rules
// over the whole site are asked of the new side only: a change that repairs the
// old one must be able to pass.
func (d *diffing) side(ctx context.Context, w io.Writer, r *repo.Repo, rev compare.Revision, validated bool) (*compare.Side, error) {
	files, closer, err := d.files(ctx, r, rev)
	if err != nil {
		return nil, err
	}
	defer closer()
	if _, err := fs.Stat(files, load.Folder); !validated && errors.Is(err, fs.ErrNotExist) {
		return &compare.Side{}, nil
	}
	s, sources, found, err := load.FS(files)
	if err != nil {
		return nil, err
	}
	if s != nil && validated {
		found = append(found, d.validate(files, s)...)
	}
	found = errorsOf(found)
	if len(found) > 0 {
		fmt.Fprintln(w, d.sideName(rev, validated))
		d.printSources(w, found, sources)
		err = errProblems
	}
	if s == nil {
		return nil, err
	}
	judged := compare.NewSide(s, d.asOf)
	return &judged, err
}

// files is the folder of the working tree, or the commit's files.
func (d *diffing) files(ctx context.Context, r *repo.Repo, rev compare.Revision) (fs.FS, func(), error) {
	if rev.Commit != "" {
		files, err := r.Files(ctx, rev.Commit, load.Folder, "seeds")
		return files, func() {}, err
	}
	root, err := os.OpenRoot(d.root)
	if err != nil {
		return nil, nil, err
	}
	return root.FS(), func() { root.Close() }, nil
}

func (d *diffing) validate(files fs.FS, s *plan.Site) diag.List {
	var found diag.List
	documents := map[string]*document.Document{}
	for _, p := range s.Plans {
		doc, problems := document.Load(files, p)
		found.Add(problems...)
		documents[p.ID.V] = doc
	}
	found.Add(validate.Site(s, validate.Options{Today: d.today, Documents: documents})...)
	return found
}

// errorsOf leaves warnings to `check`.
func errorsOf(l diag.List) diag.List {
	var out diag.List
	for _, x := range l {
		if x.Severity == diag.Error {
			out = append(out, x)
		}
	}
	return out
}

func (d *diffing) sideName(rev compare.Revision, after bool) string {
	name := lang.T("改前（%s）的数据有错误：", "The data before the change (%s) have errors:")
	if after {
		name = lang.T("改后（%s）的数据有错误：", "The data after the change (%s) have errors:")
	}
	shown := lang.Same(rev.Name)
	if rev.Name == "" {
		shown = lang.T("当前文件夹", "working tree")
	}
	return name.Sprintf(shown).In(d.lang)
}

// printSources prints problems with the lines of the side they were found in.
func (d *diffing) printSources(w io.Writer, problems diag.List, sources load.Sources) {
	diag.Print(w, problems, diag.PrintOptions{
		Lang: d.lang, Format: diag.FormatText, Color: colored(w),
		Source: sources.Read,
	})
}

// outside adds the marks of what is not the unit's own.
func (d *diffing) outside(before, after compare.Side, r *compare.Result) error {
	if d.unit == "" {
		return nil
	}
	marks, ok := compare.Outside(before, after, d.unit, r.Changes)
	if !ok {
		return usageError{fmt.Errorf(lang.T("没有编号为 %q 的单位", "no unit %q").In(d.lang), d.unit)}
	}
	r.Changes = append(r.Changes, marks...)
	return nil
}

// unreadable puts into words why a revision cannot be read.
func (p *project) unreadable(err error) error {
	var unknown *repo.UnknownRevisionError
	switch {
	case errors.Is(err, repo.ErrNoGit):
		return p.wrongUse(lang.T("没有找到 git 命令：要用它读以前的版本，请先安装 git", "the git command was not found: earlier versions are read with it; install git first"))
	case errors.Is(err, repo.ErrNotRepository):
		return p.wrongUse(lang.T("%s 不在 git 仓库里，没有以前的版本可比", "%s is not in a git repository: there is no earlier version to compare with").Sprintf(filepath.Base(p.root)))
	case errors.Is(err, repo.ErrNoCommonBase):
		return p.wrongUse(lang.T("两个版本没有共同的起点，去掉 --merge-base 再试", "the two revisions have no commit in common; try without --merge-base"))
	case errors.As(err, &unknown) && unknown.Shallow:
		return p.wrongUse(lang.T("没有版本 %q：这是浅克隆，只有一部分历史。先运行 git fetch --unshallow；在 CI 里设 fetch-depth: 0", "no revision %q: this is a shallow clone with a part of the history. Run git fetch --unshallow first; in CI set fetch-depth: 0").Sprintf(unknown.Revision))
	case errors.As(err, &unknown):
		return p.wrongUse(lang.T("没有版本 %q：请写分支名、标签或提交号", "no revision %q: give a branch, a tag or a commit").Sprintf(unknown.Revision))
	}
	return usageError{err} // in git's own words
}

func (p *project) wrongUse(words lang.Text) error { return usageError{errors.New(words.In(p.lang))} }

// notProblems drops the error that says the data's faults have been printed.
func notProblems(err error) error {
	if errors.Is(err, errProblems) {
		return nil
	}
	return err
}
