package validate_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/document"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/load"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/validate"
)

const root = "../../.."

// project loads the real data and the documents it quotes.
func project(t testing.TB) (*plan.Site, validate.Options) {
	t.Helper()
	site, sources, problems, err := load.Dir(root)
	if err != nil {
		t.Fatal(err)
	}
	opts := validate.Options{
		Today:     plan.DateOf(time.Now().In(time.FixedZone("+08:00", 8*60*60))),
		Documents: map[string]*document.Document{},
	}
	for i := 0; site != nil && i < len(site.Plans); i++ {
		p := site.Plans[i]
		d, more := document.Load(os.DirFS(root), p)
		opts.Documents[p.ID.V] = d
		problems.Add(more...)
	}
	if len(problems) > 0 {
		diag.Print(os.Stderr, problems, diag.PrintOptions{Lang: lang.ZH, Format: diag.FormatText, Source: sources.Read})
		t.Fatalf("%d problems", len(problems))
	}
	return site, opts
}

func TestProjectDataBreaksNoRule(t *testing.T) {
	site, opts := project(t)
	for _, d := range validate.Site(site, opts) {
		t.Errorf("%s:%d %s %s: %s", d.Range.File, d.Range.Start.Line, d.Code, d.Path, d.Message.ZH)
	}
}

// The rules prove this too; here it is counted without them.
func TestProjectTasksAreTheAnnexRows(t *testing.T) {
	site, opts := project(t)
	p := site.Plans[0]
	rows := opts.Documents[p.ID.V].Rows()
	if len(p.Tasks) != 34 || len(rows) != 34 {
		t.Fatalf("%d tasks and %d rows, want 34 of each", len(p.Tasks), len(rows))
	}
	perProject, schedules := make([]int, 10), map[string]int{}
	for i, task := range p.Tasks {
		row := rows[i]
		own := []string{task.Quote.V, task.IssuedLead.V, task.IssuedHelp.V, task.IssuedWhen.V}
		annex := []string{row.Cell(document.RoleText), row.Cell(document.RoleLead), row.Cell(document.RoleSupport), row.Cell(document.RoleSchedule)}
		if !slices.Equal(own, annex) {
			t.Errorf("%s: %q, the annex has %q", task.ID.V, own, annex)
		}
		project, _ := p.Project(task.Project.V)
		if project.Title.V != row.Label || task.Order.V != row.Order {
			t.Errorf("%s is not row %s", task.ID.V, row.Number())
		}
		perProject[project.Number.V]++
		schedules[task.Schedule.V]++
	}
	if want := []int{0, 3, 3, 6, 5, 4, 3, 4, 3, 3}; !slices.Equal(perProject, want) {
		t.Errorf("tasks by project = %v, want %v", perProject, want)
	}
	if schedules[plan.Deadline] != 22 || schedules[plan.Ongoing] != 12 {
		t.Errorf("schedules = %v, want 22 with a deadline and 12 ongoing", schedules)
	}
}

func TestEveryProjectStatementHasAFullSource(t *testing.T) {
	site, _ := project(t)
	p := site.Plans[0]
	for _, task := range p.Tasks {
		for i, u := range task.Updates {
			fullySourced(t, task.ID.V+" update", i, u.Evidence)
		}
		for i, r := range task.Related {
			fullySourced(t, task.ID.V+" related", i, r.Evidence)
		}
	}
	for _, x := range p.Indicators {
		for i, o := range x.Observations {
			fullySourced(t, x.ID.V+" observation", i, o.Evidence)
		}
		for i, r := range x.Related {
			fullySourced(t, x.ID.V+" related", i, r.Evidence)
		}
	}
}

func fullySourced(t *testing.T, what string, i int, evidence []plan.Evidence) {
	t.Helper()
	if len(evidence) == 0 {
		t.Errorf("%s %d has no source", what, i)
	}
	for _, e := range evidence {
		for _, s := range []plan.String{e.Title, e.URL, e.Publisher, e.Quote} {
			if strings.TrimSpace(s.V) == "" {
				t.Errorf("%s %d: a source lacks title, address, publisher or sentence", what, i)
			}
		}
	}
}

func BenchmarkProject(b *testing.B) {
	site, opts := project(b)
	b.ReportAllocs()
	for b.Loop() {
		validate.Site(site, opts)
	}
}
