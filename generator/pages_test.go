package main

import (
	"bytes"
	"strings"
	"testing"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/site"
)

// realPages makes the pages of this project's own data.
func realPages(t *testing.T) *site.Output {
	t.Helper()
	day := plan.Date{Year: 2026, Month: 11, Day: 23}
	p := &project{root: "..", asOf: day, today: day, lang: lang.ZH, format: "text"}
	var out bytes.Buffer
	f, err := p.read(&out)
	if err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	pages, err := p.edition(t.Context(), f, p.reports(f), site.Input{Lang: lang.ZH})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func TestTaskPagesNameTheirOwnProjectAndLead(t *testing.T) {
	tasks := 0
	for _, page := range realPages(t).Pages {
		data, ok := page.Data.(site.TaskData)
		if !ok {
			continue
		}
		tasks++
		if last := page.Crumbs[len(page.Crumbs)-1]; last != data.Project {
			t.Errorf("%s: breadcrumb ends in %v, the task belongs to %v", data.Number, last, data.Project)
		}
		for i, u := range data.Leads {
			if u.First != (i == 0) {
				t.Errorf("%s: unit %d named is marked 牵头=%v", data.Number, i+1, u.First)
			}
		}
		for _, u := range data.Supports {
			if u.First {
				t.Errorf("%s: supporting unit %s is marked 牵头", data.Number, u.Name)
			}
		}
		if want := "annex " + data.Number; !strings.Contains(data.Policy.Path, "#row-"+strings.ReplaceAll(data.Number, ".", "-")) {
			t.Errorf("%s: link %s does not lead to the row of %s", data.Number, data.Policy.Path, want)
		}
	}
	if tasks != 34 {
		t.Errorf("%d task pages, want 34", tasks)
	}
}

// Every list that counts tasks holds as many as the headline says.
func TestFilteredListsHoldWhatTheHeadlineCounts(t *testing.T) {
	pages := realPages(t).Pages
	listed := map[string]int{}
	for _, page := range pages {
		if data, ok := page.Data.(site.ListData); ok {
			for _, g := range data.Groups {
				listed[page.Path+"/"] += len(g.Tasks)
			}
		}
	}
	checked := 0
	for _, page := range pages {
		data, ok := page.Data.(site.ListData)
		if !ok {
			continue
		}
		for _, f := range data.Filters {
			for _, choice := range f.Items {
				checked++
				if listed[choice.Link.Path] != choice.N {
					t.Errorf("%s: %s says %d, the list holds %d", page.Path, choice.Link.Path, choice.N, listed[choice.Link.Path])
				}
			}
		}
	}
	if checked == 0 {
		t.Fatal("no filters were checked")
	}
}
