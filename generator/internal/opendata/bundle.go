package opendata

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// bundle is tables that go together into one workbook or JSON file: all of them,
// one, or what concerns one project, unit or indicator.
type bundle struct {
	path   string // below the plan's folder, without ending
	title  lang.Text
	tables []*Table // the first is the one that its CSV holds
}

// The folders of the parts of a plan.
const (
	projectsFolder   = "projects/"
	unitsFolder      = "units/"
	indicatorsFolder = "indicators/"
	excelFolder      = "excel/"
)

func tableNamed(tables []*Table, name string) *Table {
	for _, t := range tables {
		if t.Name == name {
			return t
		}
	}
	return nil
}

// parts are the bundles of each project, unit and indicator that has rows.
func parts(r *progress.Report, tables []*Table) []bundle {
	var out []bundle
	tasks := groups(tableNamed(tables, "tasks"), "project")
	for _, p := range r.Projects {
		id := p.Project.ID.V
		out = append(out, bundle{projectsFolder + id, text(p.Project.Title, p.Project.TitleEN), []*Table{tasks(id)}})
	}
	assigned := groups(tableNamed(tables, "assignments"), "unit")
	for _, u := range r.Units {
		id := u.Unit.ID.V
		out = append(out, bundle{unitsFolder + id, text(u.Unit.Name, u.Unit.NameEN), []*Table{assigned(id)}})
	}
	series, targets := groups(tableNamed(tables, "series"), "indicator"), groups(tableNamed(tables, "targets"), "indicator")
	observations, about := groups(tableNamed(tables, "observations"), "indicator"), groups(tableNamed(tables, "indicators"), "id")
	near := groups(tableNamed(tables, "related"), "owner")
	for _, i := range r.Indicators {
		id := i.Indicator.ID.V
		ofIndicator := near(id).where("owner_kind", "indicator")
		out = append(out, bundle{
			indicatorsFolder + id, text(i.Indicator.Name, i.Indicator.NameEN),
			[]*Table{series(id), targets(id), observations(id), about(id), ofIndicator},
		})
	}
	return out
}

// groups parts a table by a column, once for all its values.
func groups(t *Table, column string) func(value string) *Table {
	at := t.Column(column)
	rows := map[string][][]string{}
	for _, row := range t.Rows {
		rows[row[at]] = append(rows[row[at]], row)
	}
	return func(value string) *Table {
		part := *t
		part.Rows = rows[value]
		return &part
	}
}

func text(zh, en plan.String) lang.Text { return lang.T(zh.V, en.V) }
