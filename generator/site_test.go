package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/site"
)

// recounted is a task as this test reads it, without the program's loader.
type recounted struct {
	Schedule string
	Due      string
	Updates  []struct {
		Status   string
		Evidence []any
	}
}

// recount reads the task files with a plain YAML decoder and applies, in a few
// lines, the only rules that this plan's data needs today. It fails when the
// data comes to need another.
func recount(t *testing.T, asOf string) (counts map[string]int, evidenced int) {
	t.Helper()
	files, err := filepath.Glob("../data/zhoushan-ecommerce-2015/tasks/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no task files: %v", err)
	}
	counts = map[string]int{}
	for _, name := range files {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var task recounted
		if err := yaml.Unmarshal(body, &task); err != nil {
			t.Fatal(err)
		}
		sources := 0
		for _, u := range task.Updates {
			sources += len(u.Evidence)
			if u.Status != "" {
				t.Fatalf("%s: an update states a status; this recount must learn its rule", name)
			}
		}
		switch {
		case task.Schedule == "deadline" && task.Due < asOf:
			counts["到期未披露"]++
		case task.Schedule == "ongoing" && len(task.Updates) > 0:
			counts["持续推进"]++
		default:
			counts["未披露"]++
		}
		if sources > 0 {
			evidenced++
		}
	}
	return counts, evidenced
}

func TestHomeCountsEqualARecountFromTheYAML(t *testing.T) {
	p := &project{root: "..", asOf: plan.Date{Year: 2026, Month: 11, Day: 23}, today: plan.Date{Year: 2026, Month: 11, Day: 23}, lang: lang.ZH, format: "text"}
	home := homeOf(t, p)
	want, evidenced := recount(t, p.asOf.String())
	got := map[string]int{}
	for _, c := range append(home.Counts, home.Open...) {
		n, err := strconv.Atoi(c.N.Text)
		if err != nil {
			t.Fatal(err)
		}
		got[c.Tag.Label] += n
	}
	for label, n := range want {
		if got[label] != n {
			t.Errorf("%s: the page counts %d, the YAML holds %d", label, got[label], n)
		}
	}
	if len(got) != len(want) {
		t.Errorf("the page has statuses %v, the YAML %v", got, want)
	}
	total := 0
	for _, n := range want {
		total += n
	}
	for _, words := range []string{strconv.Itoa(total) + "项任务", "22项", "12项", "2026年11月23日"} {
		if !strings.Contains(home.Sentence, words) {
			t.Errorf("the sentence %q lacks %q", home.Sentence, words)
		}
	}
	if !strings.Contains(home.Evidence, strconv.Itoa(evidenced)+"项") {
		t.Errorf("the sentence %q does not count %d tasks with evidence", home.Evidence, evidenced)
	}
}

// homeOf makes the pages of a project and returns its only plan as the first
// page shows it.
func homeOf(t *testing.T, p *project) site.HomePlan {
	t.Helper()
	var out bytes.Buffer
	f, err := p.read(&out)
	if err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	pages, err := p.edition(t.Context(), f, p.reports(f), site.Input{Lang: lang.ZH})
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages.Pages {
		if data, ok := page.Data.(site.HomeData); ok && len(data.Plans) == 1 {
			return data.Plans[0]
		}
	}
	t.Fatal("no first page with one plan")
	return site.HomePlan{}
}
