package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"jindu/generator/internal/echarts"
	"jindu/generator/internal/hugo"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/manifest"
	"jindu/generator/internal/publish"
	"jindu/generator/internal/repo"
)

// built are the parts of a project that a site is made from. The first is what
// tells a project's own repository from one that it merely lies in.
var built = []string{"hugo.toml", "data", "seeds", "content", "themes", "archive", "generator", "go.mod", "go.sum"}

// source says which commit the files of the project are. Where git cannot tell,
// the answer is that it is unknown, never a guess.
func (p *project) source(ctx context.Context) manifest.Source {
	r, err := repo.Open(ctx, p.root)
	if err != nil {
		return manifest.Source{State: manifest.Unknown}
	}
	s, err := r.State(ctx, built...)
	switch {
	case err != nil:
		return manifest.Source{State: manifest.Unknown}
	case s.Changed:
		return manifest.Source{State: manifest.Changed, Commit: s.Commit}
	}
	return manifest.Source{State: manifest.Committed, Commit: s.Commit}
}

// sealing is what a build needs to know beforehand to complete the site.
type sealing struct {
	source   chan manifest.Source // comes while the site is built
	previous *manifest.Published
	key      *manifest.Key
	tally    manifest.Tally
}

// prepare reads the site before and the key, so that a build does not fail at its
// end, and asks git meanwhile.
func (p *project) prepare(ctx context.Context, o buildOptions) (*sealing, error) {
	s := &sealing{source: make(chan manifest.Source, 1)}
	var err error
	if s.key, err = p.secretKey(o.sign); err != nil {
		return nil, err
	}
	if s.previous, err = p.previous(ctx, o.previous); err != nil {
		return nil, err
	}
	go func() { s.source <- p.source(ctx) }()
	return s, nil
}

// previous is the manifest of the site that stands, for the next one to name.
func (p *project) previous(ctx context.Context, name string) (*manifest.Published, error) {
	if name == "" {
		return nil, nil
	}
	place, err := manifest.Open(name)
	if err != nil {
		return nil, usageError{err}
	}
	defer place.Close()
	out, err := manifest.ReadPublished(ctx, place)
	if errors.Is(err, fs.ErrNotExist) {
		err = errors.New(lang.T("没有 manifest.json；第一次发布不写 --previous", "there is no manifest.json; leave out --previous for the first publication").In(p.lang))
	}
	if err != nil {
		return nil, usageError{fmt.Errorf("%s: %w", name, err)}
	}
	return out, nil
}

// passwordVariable holds the password of an encrypted key: flags stand in lists of
// processes.
const passwordVariable = "JINDU_SIGN_PASSWORD"

func (p *project) secretKey(name string) (*manifest.Key, error) {
	if name == "" {
		return nil, nil
	}
	return secretKey(name, p.lang)
}

func secretKey(name string, l lang.Lang) (*manifest.Key, error) {
	k, err := manifest.ReadKey(name, os.Getenv(passwordVariable))
	if errors.Is(err, manifest.ErrPassword) {
		return nil, usageError{fmt.Errorf(lang.T("%s：钥匙有密码，请把正确的密码写在环境变量 %s 里", "%s: the key has a password; put the right one into the variable %s").In(l), name, passwordVariable)}
	}
	if err != nil {
		return nil, usageError{err}
	}
	return k, nil
}

// seal writes build.json, the manifest and the signature into the staged site.
func (p *project) seal(stage, base string, s *sealing, m publish.Marker) error {
	source := <-s.source
	m.Source, m.Commit = string(source.State), source.Commit
	marker, err := publish.Mark(stage, m)
	if err != nil {
		return err
	}
	s.tally.Add(manifest.MarkerName, marker)
	_, err = manifest.Write(stage, &manifest.Manifest{
		AsOf: p.asOf.String(), Source: source, BaseURL: base, Files: s.tally.Files(),
		Versions: manifest.Versions{Generator: version, Hugo: hugo.Version, ECharts: echarts.Version()},
	}, s.previous)
	if err != nil || s.key == nil {
		return err
	}
	return manifest.Sign(stage, s.key)
}

func newSign(s *settings) *cobra.Command {
	key := ""
	cmd := &cobra.Command{
		Use: "sign [FOLDER]", Short: "给生成好的网站签名（minisign 格式） / sign a built site, in minisign's format", Args: atMost(1),
		Long:    "给 SHA256SUMS 签名，写成 SHA256SUMS.minisig。钥匙用 minisign -G 生成；有密码的，密码写在环境变量 " + passwordVariable + " 里。\nSigns SHA256SUMS as SHA256SUMS.minisig. Make a key with minisign -G; put its password, if any, into " + passwordVariable + ".",
		Example: "  jindu sign --key minisign.key\n  jindu sign site/ --key minisign.key",
		RunE: func(_ *cobra.Command, args []string) error {
			l, err := lang.Parse(s.lang)
			if err != nil {
				return usageError{err}
			}
			if key == "" {
				return usageError{errors.New(lang.T("用 --key 指明签名用的钥匙", "name the secret key with --key").In(l))}
			}
			k, err := secretKey(key, l)
			if err != nil {
				return err
			}
			return manifest.Sign(cmp.Or(append(args, "public")[0], "public"), k)
		},
	}
	cmd.Flags().StringVar(&key, "key", "", "minisign 的私钥文件 / secret key file of minisign")
	return cmd
}

// atMost is cobra.MaximumNArgs with the exit status of a usage fault.
func atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := cobra.MaximumNArgs(n)(cmd, args); err != nil {
			return usageError{err}
		}
		return nil
	}
}
