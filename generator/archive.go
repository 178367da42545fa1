package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"jindu/generator/internal/archive"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/site"
)

// archiveFolder holds the archived editions, beside data/ and committed with it.
const archiveFolder = "archive"

func newArchive(s *settings) *cobra.Command {
	var o buildOptions
	cmd := &cobra.Command{
		Use: "archive YYYY-MM-DD", Short: "存一份某日的存档版，以后不再改变 / keep an edition as of a day, for good",
		Long: `按当日已公开的信息生成整个网站，存为 archive/<日期>.zip，校验值记在 archive/SHA256SUMS。把这两个文件
一起提交：以后每次 build 都把存档版原样放到网站的 asof/<日期>/ 下，供人引用。存过的日期不会重做，也不会改写。

Builds the site as known on the day and keeps it as archive/<day>.zip, with its hash in
archive/SHA256SUMS. Commit both: every later build puts the edition unchanged under
asof/<day>/ of the site, as the address to cite. A day is kept once and never made again.`,
		Example: "  jindu archive 2017-12-31\n  jindu archive 2017-12-31 --base-url https://www.example.gov.cn/ztzl/",
		Args:    exactly(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := s.project()
			if err != nil {
				return err
			}
			day, err := plan.ParseDate(args[0])
			if err != nil {
				return usageError{err}
			}
			return p.archive(cmd.Context(), day, o, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringVar(&o.baseURL, "base-url", "", "发布后的完整网址，默认取 site.yaml / address of the published site, default from site.yaml")
	return cmd
}

// archive builds the edition of the day aside and keeps it.
func (p *project) archive(ctx context.Context, day plan.Date, o buildOptions, out, status io.Writer) error {
	if day.After(p.today) {
		return p.wrongUse(lang.T("%s 还没有到，不能存档", "%s is in the future and cannot be archived").Sprintf(day))
	}
	folder := filepath.Join(p.root, archiveFolder)
	kept, err := p.archived()
	if err != nil {
		return err
	}
	for _, e := range kept {
		if e.Day == day.String() {
			return p.keptError(day)
		}
	}
	temporary, err := os.MkdirTemp("", "jindu-archive-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temporary)
	then := *p
	then.asOf = day
	o.output, o.archived = filepath.Join(temporary, "site"), true
	if err := then.build(ctx, o, out, status); err != nil {
		return err
	}
	e, err := archive.Keep(folder, day.String(), o.output)
	if errors.Is(err, archive.ErrKept) {
		return p.keptError(day)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s  %s\n", e.Hash, filepath.ToSlash(filepath.Join(archiveFolder, e.Day+".zip")))
	fmt.Fprintln(out, lang.T("请把 archive/ 里的这份存档和 SHA256SUMS 一起提交", "commit the edition and SHA256SUMS under archive/ together").In(p.lang))
	return nil
}

func (p *project) keptError(day plan.Date) error {
	return fmt.Errorf(lang.T("%s 已经存过档，不会改写", "there is an edition of %s already; it is never made again").In(p.lang), day)
}

// archived lists the editions kept in the project.
func (p *project) archived() ([]archive.Edition, error) {
	list, err := archive.List(filepath.Join(p.root, archiveFolder))
	words := lang.Text{}
	switch {
	case errors.Is(err, archive.ErrChanged):
		words = lang.T("存档版与记下的校验值不符，请从版本库恢复", "an archived edition is not what its hash says; restore it from the repository")
	case errors.Is(err, archive.ErrUnknown):
		words = lang.T("archive/ 里有没有登记的存档版；存档只能用 archive 命令生成", "an edition under archive/ is not listed; editions are made by the command archive alone")
	case errors.Is(err, archive.ErrMissing):
		words = lang.T("登记过的存档版不见了，请从版本库恢复", "a listed edition is gone; restore it from the repository")
	default:
		return list, err
	}
	return nil, fmt.Errorf("%s/%w: %s", archiveFolder, err, words.In(p.lang))
}

// editionsFor are the editions as the pages name them.
func editionsFor(list []archive.Edition) ([]site.Edition, error) {
	var out []site.Edition
	for _, e := range list {
		day, err := plan.ParseDate(e.Day)
		if err != nil {
			return nil, err
		}
		out = append(out, site.Edition{Day: day, Has: e.Has})
	}
	return out, nil
}
