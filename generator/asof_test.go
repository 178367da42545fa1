package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"jindu/generator/internal/chart"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/site"
)

// chronicle is a made-up plan over ten years: the synthetic example without its
// reports, and then on each day one record of some kind, committed on the day it
// was published.
type chronicle struct {
	files map[string]string
	days  []plan.Date
}

const chronicleDays = 26

// dayOf is the k-th day of the chronicle, 150 days apart.
func (c *chronicle) dayOf(k int) plan.Date {
	return plan.Date{Year: 2024, Month: time.March, Day: 1}.AddDays(150 * k)
}

func newChronicle(t *testing.T) *chronicle {
	t.Helper()
	c := &chronicle{files: map[string]string{}}
	for _, part := range []string{"data", "seeds"} {
		root := os.DirFS(filepath.Join("..", "examples", "synthetic"))
		must(t, fs.WalkDir(root, part, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			body, err := fs.ReadFile(root, name)
			c.files[name] = string(body)
			return err
		}))
	}
	for name, body := range c.files {
		for _, key := range []string{"updates", "observations", "related", "not_found", "baseline"} {
			body = without(body, key)
		}
		c.files[name] = strings.ReplaceAll(body, "method: cagr", "method: milestone")
	}
	return c
}

// without takes a section out of a data file.
func without(body, key string) string {
	var out []string
	inside := false
	for line := range strings.Lines(body) {
		if !strings.HasPrefix(line, " ") {
			inside = strings.HasPrefix(line, key+":")
		}
		if !inside {
			out = append(out, line)
		}
	}
	return strings.Join(out, "")
}

// add puts an entry at the end of a section of a data file.
func (c *chronicle) add(name, key, entry string) {
	body := c.files[name]
	if !strings.Contains(body, "\n"+key+":\n") {
		body += key + ":\n"
	}
	section := body[strings.Index(body, "\n"+key+":\n")+len(key)+3:]
	end := len(body) - len(section)
	for line := range strings.Lines(section) {
		if !strings.HasPrefix(line, " ") {
			break
		}
		end += len(line)
	}
	c.files[name] = body[:end] + entry + body[end:]
}

func source(day plan.Date, quote string) string {
	return fmt.Sprintf("    evidence:\n      - title: 合成数据\n        url: https://www.example.com/%s\n        publisher: 合成\n        published: %s\n        quote: 合成数据：%s\n        kind: official\n", day, day, quote)
}

const planFolder = "data/synthetic-2024/"

// write makes the record of day k.
func (c *chronicle) write(k int) {
	day := c.dayOf(k)
	task := planFolder + "tasks/" + []string{"t1-1", "t1-2", "t2-1", "t3-1"}[k%4] + ".yaml"
	status := []string{"in_progress", "behind", "completed", "in_progress"}[k/4%4]
	update := fmt.Sprintf("  - as_of: %s\n    reported: %s\n    published: %s\n    status: %s\n    basis: unit_report\n    unit: transport\n    summary: 合成数据：第%d次报送。\n", day.AddDays(-20), day.AddDays(-9), day, status, k)
	if status == "completed" {
		update += fmt.Sprintf("    completed_on: %s\n", day.AddDays(-30))
	}
	if k/4%4 == 3 {
		update += fmt.Sprintf("    correction: 合成数据：第%d次说错了。\n", k-4)
	}
	c.add(task, "updates", update+source(day, fmt.Sprintf("第%d次报送。", k)))
	if k%3 == 0 {
		c.add(planFolder+"indicators/shops.yaml", "observations", fmt.Sprintf("  - period: %s\n    value: %d\n    published: %s\n", day.AddDays(-40), 5000+150*k, day)+source(day, fmt.Sprintf("%d家", 5000+150*k)))
	}
	switch k {
	case 5:
		c.add(planFolder+"tasks/t1-3.yaml", "related", fmt.Sprintf("  - name: 合成数据\n    value: \"%d\"\n    unit: 家\n    period: 当年\n    scope: 合成数据：别的范围。\n", 77)+source(day, "77家"))
	case 8:
		c.add(planFolder+"tasks/t1-4.yaml", "notes", "  - 合成数据：更正1.4的名称。\n")
	case 10:
		name := planFolder + "indicators/berths.yaml"
		old := "  - period: 2024\n    value: 12\n    comparator: \">=\"\n    quote: 合成数据：改造通用泊位12个，培训操作人员500人次以上。\n"
		now := fmt.Sprintf("  - period: 2024\n    value: 10\n    comparator: \">=\"\n    quote: 合成数据：调整为10个。\n    authority: 合成数据：示政办发〔0000〕9号\n    published: %s\n    earlier:\n%s", day, "    "+strings.ReplaceAll(strings.TrimSuffix(old, "\n"), "\n", "\n    ")+"\n")
		c.files[name] = strings.Replace(c.files[name], old, now, 1)
	case chronicleDays - 1:
		c.add(planFolder+"plan.yaml", "not_found", "  - item: 合成数据：一件事\n    result: 合成数据：没有找到。\n")
	}
}

// commit makes the repository of the chronicle in dir and returns its commits.
func (c *chronicle) commit(t *testing.T, dir string) []string {
	t.Helper()
	var in bytes.Buffer
	for k := range chronicleDays {
		day := c.dayOf(k)
		c.days = append(c.days, day)
		for _, name := range slices.Sorted(maps.Keys(c.files)) { // a source of another year is no source yet
			if k == 0 && strings.HasSuffix(name, "units.yaml") {
				c.files[name] = strings.ReplaceAll(c.files[name], "2025-03-10", c.dayOf(0).String())
			}
		}
		c.write(k)
		fmt.Fprintf(&in, "commit refs/heads/main\nmark :%d\ncommitter a <a@example.com> %d +0000\ndata 1\nx\n", k+1, day.Time().Unix()+4*3600)
		for _, name := range slices.Sorted(maps.Keys(c.files)) {
			fmt.Fprintf(&in, "M 100644 inline %s\ndata %d\n%s\n", name, len(c.files[name]), c.files[name])
		}
	}
	git(t, dir, nil, "init", "-q", "-b", "main")
	git(t, dir, in.Bytes(), "fast-import", "--quiet")
	return strings.Fields(git(t, dir, nil, "rev-list", "--reverse", "main"))
}

// git runs a command in dir without the settings of this machine.
func git(t *testing.T, dir string, stdin []byte, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	cmd := exec.Command("git", args...)
	cmd.Dir, cmd.Stdin = dir, bytes.NewReader(stdin)
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// pagesOf is everything the site's stage makes of the folder as of the day: each
// page with its files, the shared data, and the feeds. Figures are taken as their options.
func pagesOf(t *testing.T, root string, day plan.Date, l lang.Lang) map[string]string {
	t.Helper()
	p := &project{root: root, asOf: day, today: plan.Date{Year: 2040, Month: 1, Day: 1}, lang: lang.ZH, format: "text"}
	var problems bytes.Buffer
	f, err := p.read(&problems)
	if err != nil {
		t.Fatalf("%s: %v\n%s", day, err, problems.String())
	}
	log, err := p.history(t.Context())
	must(t, err)
	out, err := site.Build(t.Context(), site.Input{
		Site: f.site, Reports: p.reports(f), Documents: f.documents, AsOf: day, Lang: l, History: log,
		Draw: func(_ context.Context, _ string, d chart.Drawing, _, _ string) (site.Drawn, error) {
			return site.Drawn{SVG: d.Option}, nil
		},
	})
	must(t, err)
	files := map[string]string{}
	for _, page := range out.Pages {
		body, err := json.MarshalIndent(page, "", " ")
		must(t, err)
		files[page.Path] = linePlace.ReplaceAllString(string(body), "$1")
	}
	for name, value := range out.Data {
		body, err := json.MarshalIndent(value, "", " ")
		must(t, err)
		files["data "+name] = string(body)
	}
	f.log = log
	dir := t.TempDir()
	must(t, p.feeds(dir, "", f, p.reports(f)))
	must(t, fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(body)
		return err
	}))
	return files
}

// linePlace is the line of a fact in its file: it names the place in the files of
// the commit that is built, where lines above have come since.
var linePlace = regexp.MustCompile(`("place": "[^"]*):\d+`)

// The site as then known is the site that was built then.
func TestAsOfEqualsTheBuildOfThatDay(t *testing.T) {
	c := newChronicle(t)
	now, then := t.TempDir(), t.TempDir()
	commits := c.commit(t, now)
	if len(commits) < 20 || c.days[len(c.days)-1].Year-c.days[0].Year < 10 {
		t.Fatalf("%d days from %s to %s: want 20 over ten years", len(commits), c.days[0], c.days[len(c.days)-1])
	}
	git(t, now, nil, "reset", "-q", "--hard", "main")
	git(t, then, nil, "clone", "-q", now, ".")
	for k, commit := range commits {
		git(t, then, nil, "checkout", "-q", commit)
		l := []lang.Lang{lang.ZH, lang.EN}[k%2]
		today, back := pagesOf(t, now, c.days[k], l), pagesOf(t, then, c.days[k], l)
		for _, name := range slices.Sorted(maps.Keys(back)) {
			if today[name] != back[name] {
				t.Errorf("%s, %s:\n%s", c.days[k], name, partedAt(today[name], back[name]))
			}
		}
		if len(today) != len(back) {
			t.Errorf("%s: %d pages made today, %d then", c.days[k], len(today), len(back))
		}
		if t.Failed() {
			return
		}
	}
}

// partedAt shows the first lines in which two texts differ.
func partedAt(today, then string) string {
	a, b := strings.Split(today, "\n"), strings.Split(then, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("today %s\nthen  %s", a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines today, %d then", len(a), len(b))
}
