package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/manifest"
)

// verifyOptions are the flags of verify.
type verifyOptions struct {
	key, since string
	rebuild    bool
}

func newVerify(s *settings) *cobra.Command {
	var o verifyOptions
	cmd := &cobra.Command{
		Use: "verify [FOLDER|ZIP|ADDRESS]", Short: "核对网站与它的清单 / check a site against its manifest", Args: atMost(1),
		Long: `核对文件夹、ZIP或网址上的网站：每个文件、清单本身、发布链条和签名。默认核对 public/。
退出码：0 一致，1 有不同，2 命令或地址有误。

Checks every file of a site, its manifest, the chain of publications and the
signature. Exit status: 0 all as published, 1 differences, 2 wrong use.`,
		Example: `  jindu verify                                      核对 public/
  jindu verify site.zip --key RWQ…                  连签名一起核对 / with the signature
  jindu verify https://example.org/ --since old.json  与您以前保存的清单对照 / against a manifest you kept
  jindu verify --rebuild                            从提交重新生成再比较 / rebuild from the commit and compare`,
		RunE: func(cmd *cobra.Command, args []string) error {
			l, err := lang.Parse(s.lang)
			if err != nil {
				return usageError{err}
			}
			if err := checkFormat(s.format); err != nil {
				return usageError{err}
			}
			p := &project{lang: l, format: s.format}
			if o.rebuild {
				if p, err = s.project(); err != nil {
					return err
				}
			}
			return p.verify(cmd.Context(), cmp.Or(append(args, "")[0], "public"), o, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringVar(&o.key, "key", "", "运行单位公布的 minisign 公钥：文件，或RW开头的一行 / the operator's public key: a file, or the line that begins with RW")
	cmd.Flags().StringVar(&o.since, "since", "", "您以前保存的 manifest.json / a manifest.json that you kept")
	cmd.Flags().BoolVar(&o.rebuild, "rebuild", false, "在项目里从清单所说的提交重新生成，逐个文件比较 / rebuild from the manifest's commit, in the project, and compare each file")
	return cmd
}

// verify prints what differs to out, and where nothing does a line that says what
// was checked.
func (p *project) verify(ctx context.Context, name string, o verifyOptions, out, status io.Writer) error {
	options, err := o.read()
	if err != nil {
		return usageError{err}
	}
	place, err := manifest.Open(name)
	if err != nil {
		return usageError{p.noPlace(name, err)}
	}
	defer place.Close()
	result, err := manifest.Verify(ctx, place, options)
	if err != nil {
		return usageError{err}
	}
	problems := result.Problems
	if o.rebuild && result.Manifest != nil {
		again, err := p.rebuild(ctx, result.Manifest, status)
		if err != nil {
			return err
		}
		problems.Add(again...)
	}
	p.printVerified(out, problems.Sorted())
	if problems.HasErrors() {
		return errProblems
	}
	if diag.Format(p.format) == diag.FormatText {
		p.sayVerified(out, result, o)
	}
	return nil
}

func (o verifyOptions) read() (out manifest.Options, err error) {
	if o.key != "" {
		if out.Key, err = manifest.ReadPublicKey(o.key); err != nil {
			return out, err
		}
	}
	if o.since != "" {
		if out.Kept, err = os.ReadFile(o.since); err != nil {
			return out, err
		}
		if out.Since, err = manifest.Parse(out.Kept); err != nil {
			return out, fmt.Errorf("%s: %w", o.since, err)
		}
	}
	return out, nil
}

// printVerified writes the findings; their files are those of the site, not of a
// project.
func (p *project) printVerified(out io.Writer, problems diag.List) {
	diag.Print(out, problems, diag.PrintOptions{Lang: p.lang, Format: diag.Format(p.format), Color: colored(out)})
}

func (p *project) noPlace(name string, err error) error {
	switch {
	case errors.Is(err, manifest.ErrNoPlace):
		return fmt.Errorf(lang.T("%s 不是文件夹、ZIP文件，也不是网址", "%s is neither a folder, a ZIP file nor an address").In(p.lang), name)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf(lang.T("没有 %s：请指明网站的文件夹、ZIP文件或网址", "there is no %s: name the folder, ZIP file or address of a site").In(p.lang), name)
	}
	return err
}

func (p *project) sayVerified(out io.Writer, r *manifest.Result, o verifyOptions) {
	m := r.Manifest
	fmt.Fprintf(out, lang.T("一致：%d个文件，数据截至%s\n", "as published: %d files, as of %s\n").In(p.lang), len(m.Files), m.AsOf)
	commit := map[manifest.State]lang.Text{
		manifest.Committed: lang.T("提交：%s", "commit: %s"),
		manifest.Changed:   lang.T("提交：%s，另有没有提交的改动", "commit: %s, with changes not committed"),
		manifest.Unknown:   lang.T("提交：生成时不在版本库里，没有编号", "commit: built outside a repository, none is named"),
	}[m.Source.State]
	fmt.Fprintln(out, commit.Sprintf(m.Source.Commit).In(p.lang))
	fmt.Fprintf(out, lang.T("清单的 SHA-256：%s\n", "SHA-256 of the manifest: %s\n").In(p.lang), r.Sum)
	if m.Chain != nil {
		fmt.Fprintf(out, lang.T("链条完整：这是第%d份清单\n", "the chain is whole: this is manifest number %d\n").In(p.lang), m.Chain.Number)
	}
	if o.since != "" {
		fmt.Fprintln(out, lang.T("您保存的清单在链条里", "the manifest you kept is in the chain").In(p.lang))
	}
	if r.Signed {
		fmt.Fprintln(out, lang.T("签名有效", "the signature is good").In(p.lang))
	}
	if o.rebuild {
		fmt.Fprintln(out, lang.T("从提交重新生成的网站与它相同", "a rebuild from the commit gives the same site").In(p.lang))
	}
}
