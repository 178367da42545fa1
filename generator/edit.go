package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/load"
	"jindu/generator/internal/repo"
	"jindu/generator/internal/webform"
)

// editing is what `edit` was asked for.
type editing struct {
	*project
	port  int
	write string // folder for the files of a hosted form, "" to serve here
	host  webform.Host
}

func newEdit(s *settings) *cobra.Command {
	e := &editing{port: 1314}
	cmd := &cobra.Command{
		Use: "edit", Short: "用网页表单修改数据 / edit the data in a web form", Args: exactly(0),
		Long: `在本机打开网页表单。每保存一项，就在分支 cms/… 上提交一次，内容先按 check 的规则检查；
不动当前文件夹里的文件，也不动别的分支。把分支推送上去，开一个合并请求，审核合并后才发布。
表单只在本机打开，不是公开网站的一部分。

--write 把同样的表单写成文件，放到单位自己的地址上，由它直接在 GitHub 或 GitLab 上开合并请求。

Serves a web form on this machine. Each saved record becomes a commit on a branch cms/… of its
own, after the checks of "check"; neither the files of this folder nor any other branch are
touched. Push the branch and open a pull request. The form is never part of the public site.

--write writes the same form as files for an address of your own, where it opens pull requests
on GitHub or GitLab by itself.`,
		Example: "  jindu edit\n  jindu edit --port 8080 --branch main\n" +
			"  jindu edit --write ../form --host github --repo OWNER/NAME --auth https://oauth.example.gov.cn\n" +
			"  jindu edit --write ../form --host gitlab --repo GROUP/NAME --auth https://git.example.gov.cn --app-id ID",
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := s.project()
			if err != nil {
				return err
			}
			e.project = p
			return e.run(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	flags := cmd.Flags()
	flags.IntVar(&e.port, "port", e.port, "本机端口，0 为任选 / local port, 0 for any")
	flags.StringVar(&e.host.Branch, "branch", "", "以哪个分支为准，默认是当前分支 / branch to start from, default the current one")
	flags.StringVar(&e.write, "write", "", "把表单写到这个文件夹 / write the form into this folder")
	flags.StringVar(&e.host.Kind, "host", "github", "托管网站 github 或 gitlab / host of the repository")
	flags.StringVar(&e.host.Repo, "repo", "", "托管网站上的仓库 / repository on the host, OWNER/NAME")
	flags.StringVar(&e.host.Auth, "auth", "", "github：自己的 OAuth 登录服务；gitlab：网站地址 / your OAuth service, or GitLab's address")
	flags.StringVar(&e.host.API, "api", "", "github：API 地址，自建的才写 / API of a GitHub Enterprise")
	flags.StringVar(&e.host.AppID, "app-id", "", "gitlab：登记的应用编号 / id of the application at GitLab")
	return cmd
}

func (e *editing) run(ctx context.Context, out, problems io.Writer) error {
	r, err := repo.Open(ctx, e.root)
	if err != nil {
		return e.unreadable(err)
	}
	if e.host.Branch == "" {
		e.host.Branch = r.Current(ctx)
	}
	if e.host.Branch == "" {
		return e.wrongUse(lang.T("现在不在任何分支上，请用 --branch 写明以哪个分支为准", "no branch is checked out: say with --branch which one to start from"))
	}
	plans, err := e.plans(ctx, r, problems)
	if err != nil {
		return err
	}
	if e.write != "" {
		return e.files(ctx, r, plans, out)
	}
	return e.serve(ctx, r, plans, out)
}

// plans lists the plans of the branch.
func (e *editing) plans(ctx context.Context, r *repo.Repo, w io.Writer) ([]webform.Plan, error) {
	commit, err := r.Resolve(ctx, "refs/heads/"+e.host.Branch)
	if err != nil {
		return nil, e.unreadable(err)
	}
	files, err := r.Files(ctx, commit, load.Folder, "seeds")
	if err != nil {
		return nil, err
	}
	s, sources, found, err := load.FS(files)
	if err != nil {
		return nil, err
	}
	if s == nil {
		e.print(w, found.Sorted(), sources)
		return nil, errProblems
	}
	var out []webform.Plan
	for _, p := range s.Plans {
		out = append(out, webform.Plan{ID: p.ID.V, Title: p.ShortTitle.V})
	}
	return out, nil
}

// serve serves the form until ctx ends, on the loopback address and no other.
func (e *editing) serve(ctx context.Context, r *repo.Repo, plans []webform.Plan, out io.Writer) error {
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", e.port))
	if err != nil {
		return err
	}
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		return err
	}
	server := &http.Server{Handler: e.drafts(r, plans, out).Handler(port), ReadHeaderTimeout: 10 * time.Second}
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	fmt.Fprintln(out, lang.T("网页填报：http://127.0.0.1:%s/ ，以分支 %s 为准（按 Ctrl+C 结束）", "web form: http://127.0.0.1:%s/ on the branch %s (Ctrl+C ends it)").Sprintf(port, e.host.Branch).In(e.lang))
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// drafts are the records that the form edits; every branch it writes is told to out.
func (e *editing) drafts(r *repo.Repo, plans []webform.Plan, out io.Writer) *webform.Drafts {
	return webform.NewDrafts(webform.Options{
		Repo: r, Branch: e.host.Branch, Plans: plans, Judge: e.refuse,
		Saved: func(branch string) {
			fmt.Fprintln(out, lang.T("已保存到分支 %[1]s；推送：git push -u origin %[1]s", "saved on the branch %[1]s; to push it: git push -u origin %[1]s").Sprintf(branch).In(e.lang))
		},
	})
}

// refuse says why a draft on top of a commit's files must not be saved, or "":
// errors that were there before do not stop it, new ones do.
func (e *editing) refuse(files fs.FS, draft map[string][]byte) (string, error) {
	base, ok := files.(fs.ReadLinkFS)
	if !ok {
		return "", errors.New("the file system does not show links")
	}
	before, err := e.stateOf(overlay{ReadLinkFS: base})
	if err != nil {
		return "", err
	}
	after, err := e.stateOf(overlay{ReadLinkFS: base, draft: draft})
	if err != nil {
		return "", err
	}
	fresh := newProblems(before.problems, after.problems)
	if after.site == nil && !fresh.HasErrors() {
		fresh = after.problems
	}
	var words []string
	for _, d := range fresh {
		if d.Severity == diag.Error {
			words = append(words, e.inForm(d, draft))
		}
	}
	return strings.Join(words, "\n"), nil
}

// inForm is a problem in words for the form, which shows fields and no lines.
func (e *editing) inForm(d diag.Diagnostic, draft map[string][]byte) string {
	where := d.Path
	if _, own := draft[d.Range.File]; !own {
		where = path.Base(d.Range.File) + " " + where
	}
	return fmt.Sprintf("%s：%s。%s（%s）", strings.TrimSpace(where), d.Message.ZH, d.Hint.ZH, d.Code)
}
