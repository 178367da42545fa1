package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/links"
	"jindu/generator/internal/plan"
)

// evidenceOptions are the flags of evidence check.
type evidenceOptions struct {
	write          bool
	timeout, pause time.Duration
	hosts, fresh   int
}

func newEvidence(s *settings) *cobra.Command {
	cmd := &cobra.Command{Use: "evidence", Short: "佐证的链接 / the links of the evidence", Args: exactly(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	cmd.AddCommand(newEvidenceCheck(s))
	return cmd
}

func newEvidenceCheck(s *settings) *cobra.Command {
	o := evidenceOptions{timeout: 30 * time.Second, pause: 2 * time.Second, hosts: 4, fresh: 7}
	cmd := &cobra.Command{
		Use: "check", Short: "逐个打开佐证的网址，看还在不在 / visit the links of the evidence", Args: exactly(0),
		Long: `逐个打开佐证的网址。每个网站一次只问一页，中间停顿，遵守 robots.txt；只有网站自己说页面没有了，才算打不开。
生成网站时从不联网。结果存在 build/evidence/ 里，几天内不重复打开。
退出码：0 没有新的打不开的链接，1 有，还没有写进数据，2 命令有误或者没有联网。

Visits the links of the evidence, one page of a host at a time, as robots.txt allows.
Exit status: 0 no dead link that the data do not record, 1 there are, 2 wrong use or no network.`,
		Example: "  jindu evidence check\n  jindu evidence check --write    把结果写进数据，再提交审核 / record it in the data, for review",
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := s.project()
			if err != nil {
				return err
			}
			return p.checkEvidence(cmd.Context(), o, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	f := cmd.Flags()
	f.BoolVar(&o.write, "write", false, "把变化的链接状态和今天的日期写进数据 / write changed states, with today's date, into the data")
	f.DurationVar(&o.timeout, "timeout", o.timeout, "一个网址最多等多久 / how long one address may take")
	f.DurationVar(&o.pause, "pause", o.pause, "同一网站两次访问之间的停顿 / pause between two requests to a host")
	f.IntVar(&o.hosts, "hosts", o.hosts, "同时访问几个网站 / hosts visited at once")
	f.IntVar(&o.fresh, "fresh", o.fresh, "几天内查过的不再查，0 为全部重查 / days for which an earlier visit counts; 0 visits all")
	return cmd
}

// visitor names the program to the hosts that it asks.
const visitor = "jindu-evidence-check/" + version + " (checks links cited as evidence)"

// checkEvidence visits, reports to out, and writes where it is told to. Progress
// goes to status.
func (p *project) checkEvidence(ctx context.Context, o evidenceOptions, out, status io.Writer) error {
	before, err := p.readable(status)
	if err != nil {
		return err
	}
	places := citations(before.site)
	visits, err := p.visits(ctx, addressesOf(places), o, status)
	if errors.Is(err, links.ErrOffline) {
		return usageError{errors.New(lang.T("没有一个网站回答：请检查网络。什么也没有记录", "no host answered: check the network. Nothing was recorded").In(p.lang))}
	}
	if err != nil {
		return err
	}
	p.sayVisits(out, places, visits)
	changed := changedLinks(places, visits)
	if o.write {
		return p.recordLinks(status, out, before, changed)
	}
	if slices.ContainsFunc(changed, func(c citation) bool { return visits[c.evidence.URL.V].State == links.Dead }) {
		fmt.Fprintln(out, lang.T("用 --write 把链接状态写进数据，读者就能看到。", "Write it into the data with --write, for readers to see.").In(p.lang))
		return errProblems
	}
	return nil
}

// linkVisit is what was found of an address, and when.
type linkVisit struct {
	links.Result
	Day string `json:"day"`
}

// visits returns what is known of each address, visiting those whose last visit is
// too old. What was learnt is kept even when the rest fails.
func (p *project) visits(ctx context.Context, addresses []string, o evidenceOptions, status io.Writer) (map[string]linkVisit, error) {
	known := p.readVisits()
	var due []string
	for _, a := range addresses {
		day, err := plan.ParseDate(known[a].Day)
		if err != nil || !p.today.Before(day.AddDays(o.fresh)) {
			due = append(due, a)
		}
	}
	steps := newSteps(status, p.lang)
	steps.begin(lang.T("打开%d个网址", "visiting %d addresses").Sprintf(len(due)))
	found, err := links.Check(ctx, due, links.Options{Agent: visitor, Timeout: o.timeout, Pause: o.pause, Hosts: o.hosts})
	if err != nil {
		return nil, err
	}
	for _, r := range found {
		known[r.URL] = linkVisit{r, p.today.String()}
	}
	steps.done(lang.T("打开了%d个网址", "visited %d addresses"), len(due))
	return known, p.writeVisits(known)
}

func (p *project) visitsFile() string { return p.buildDir(filepath.Join("evidence", "visits.json")) }

// readVisits reads what earlier runs found. A file that cannot be read is one that
// is not there: all is visited again.
func (p *project) readVisits() map[string]linkVisit {
	known := map[string]linkVisit{}
	body, err := os.ReadFile(p.visitsFile())
	if err != nil || json.Unmarshal(body, &known) != nil {
		return map[string]linkVisit{}
	}
	return known
}

func (p *project) writeVisits(known map[string]linkVisit) error {
	body, err := json.MarshalIndent(known, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(p.visitsFile()), 0o755); err != nil {
		return err
	}
	return writeWhole(p.visitsFile(), append(body, '\n'))
}
