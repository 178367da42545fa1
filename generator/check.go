package main

import (
	"context"

	"github.com/spf13/cobra"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/load"
	"jindu/generator/internal/repo"
)

func newCheck(s *settings) *cobra.Command {
	base := ""
	cmd := &cobra.Command{
		Use: "check", Short: "检查数据，没有问题就不输出 / check the data; silent when all is well", Args: exactly(0),
		Example: "  jindu check\n  jindu check --format github --base origin/main",
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := s.project()
			if err != nil {
				return err
			}
			if base != "" {
				if err := p.changedFirst(cmd.Context(), base); err != nil {
					return p.unreadable(err)
				}
			}
			_, err = p.read(cmd.OutOrStdout())
			return err
		},
	}
	cmd.Flags().StringVar(&base, "base", "", "与哪个版本比较：改过的行的问题排在前面 / put problems in lines changed since this revision first")
	return cmd
}

// changedFirst makes problems in the lines that differ from where the working
// tree's branch left base come first, then those elsewhere in the files changed:
// a pull request shows ten annotations of a run.
func (p *project) changedFirst(ctx context.Context, base string) error {
	r, err := repo.Open(ctx, p.root)
	if err != nil {
		return err
	}
	commit, err := r.Resolve(ctx, base)
	if err != nil {
		return err
	}
	head, err := r.Resolve(ctx, "HEAD")
	if err != nil {
		return err
	}
	// In a clone too short to hold where the two parted, base itself must do.
	if fork, err := r.MergeBase(ctx, commit, head); err == nil {
		commit = fork
	}
	changed, err := r.Changed(ctx, commit, load.Folder, "seeds")
	if err != nil {
		return err
	}
	p.first = func(at diag.Range) int {
		switch {
		case changed.Lines(at.File, at.Start.Line, max(at.Start.Line, at.End.Line)):
			return 0
		case changed.File(at.File):
			return 1
		}
		return 2
	}
	return nil
}
