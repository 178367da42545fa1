package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

// answers reports whether the unit is among those named, by itself or through a
// collective.
func answers(s *plan.Site, unit *plan.Unit, named []plan.String) bool {
	return slices.ContainsFunc(named, func(id plan.String) bool {
		if id.V == unit.ID.V {
			return true
		}
		u, ok := s.Unit(id.V)
		return ok && u.IsCollective() && slices.ContainsFunc(u.Members, func(m plan.String) bool { return m.V == unit.ID.V })
	})
}

// tasks makes the sheet of the tasks that the unit answers for.
func tasks(s *plan.Site, r Request) *Sheet {
	sheet := &Sheet{
		Name: taskSheet,
		list: list{file: schema.Task(), key: "updates", id: "as_of", fixed: map[string]string{"unit": r.Unit.ID.V, "basis": "unit_report"}},
		Columns: []Column{
			{Title: "序号", Width: 7}, {Title: "项目", Width: 14}, {Title: "工作任务", Width: 36},
			{Title: "责任单位", Width: 16}, {Title: "配合单位", Width: 16}, {Title: "进度安排", Width: 14},
		},
	}
	for _, t := range r.Plan.Tasks {
		if answers(s, r.Unit, t.Lead) {
			sheet.Rows = append(sheet.Rows, taskRow(r, t))
		}
	}
	return sheet
}

func taskRow(r Request, t *plan.Task) *Row {
	project, _ := r.Plan.Project(t.Project.V)
	no := fmt.Sprintf("%d.%d", project.Number.V, t.Order.V)
	row := &Row{
		No: no, ID: t.ID.V, Title: t.Title.V, file: t.At.File, entry: -1,
		Given: []string{no, project.Title.V, t.Quote.V, t.IssuedLead.V, t.IssuedHelp.V, t.IssuedWhen.V},
	}
	for i, u := range t.Updates {
		row.days = append(row.days, u.AsOf.V)
		if u.Unit.V != r.Unit.ID.V || u.Basis.V != "unit_report" {
			continue
		}
		row.taken = append(row.taken, u.AsOf.V.String())
		if within(r.Period, u.AsOf.V) {
			row.entry, row.pieces, row.Values = i, len(u.Evidence), updateValues(u)
		}
	}
	return row
}

// within reports whether the day belongs to the period.
func within(p plan.Period, d plan.Date) bool { return !d.Before(p.From) && !d.After(p.To) }

func updateValues(u *plan.Update) map[string]string {
	v := map[string]string{
		"as_of": day(u.AsOf), "reported": day(u.Reported), "published": day(u.Published), "status": u.Status.V, "completed_on": day(u.CompletedOn),
		"summary": u.Summary.V, "problems": u.Problems.V, "next": u.Next.V, "correction": u.Correction.V, "authority": u.Authority.V,
	}
	addEvidence(v, u.Evidence)
	return v
}

func addEvidence(v map[string]string, pieces []plan.Evidence) {
	for i, e := range pieces {
		for key, value := range map[string]string{
			"title": e.Title.V, "url": e.URL.V, "publisher": e.Publisher.V, "published": day(e.Published),
			"published_note": e.PublishedNote.V, "quote": e.Quote.V, "kind": e.Kind.V,
			"link": e.Link.V, "checked": day(e.Checked), "archive": e.Archive.V, "sha256": e.SHA256.V,
		} {
			v[fmt.Sprintf("evidence[%d].%s", i, key)] = value
		}
	}
}

func day(d plan.DateValue) string {
	if !d.Given() {
		return ""
	}
	return d.V.String()
}

// indicators makes the sheet of the indicators that the unit reports: those that
// decide a task it answers for, and those for which it reported a value before.
func indicators(s *plan.Site, r Request) *Sheet {
	sheet := &Sheet{
		Name: indicatorSheet,
		list: list{file: schema.Indicator(), key: "observations", id: "period", fixed: map[string]string{"unit": r.Unit.ID.V}},
		Columns: []Column{
			{Title: "序号", Width: 7}, {Title: "指标", Width: 22}, {Title: "计量单位", Width: 10},
			{Title: "范围", Width: 36}, {Title: "对应任务", Width: 10}, {Title: "目标值", Width: 24},
		},
	}
	for _, x := range r.Plan.Indicators {
		t, ok := r.Plan.Task(x.Task.V)
		reports := func(o plan.Observation) bool { return o.Unit.V == r.Unit.ID.V }
		if ok && answers(s, r.Unit, t.Lead) || slices.ContainsFunc(x.Observations, reports) {
			sheet.Rows = append(sheet.Rows, indicatorRow(r, x, strconv.Itoa(len(sheet.Rows)+1)))
		}
	}
	return sheet
}

func indicatorRow(r Request, x *plan.Indicator, no string) *Row {
	row := &Row{
		No: no, ID: x.ID.V, Title: x.Name.V, file: x.At.File, entry: -1, unit: x.Unit.V,
		Given: []string{no, x.Name.V, x.Unit.V, x.Scope.V, taskNumber(r.Plan, x.Task.V), targets(x)},
	}
	for i, o := range x.Observations {
		row.days = append(row.days, o.Period.V.To)
		if o.Unit.V != r.Unit.ID.V {
			continue
		}
		row.taken = append(row.taken, o.Period.V.Raw)
		if within(r.Period, o.Period.V.To) {
			row.entry, row.pieces, row.Values = i, len(o.Evidence), observationValues(o)
		}
	}
	return row
}

func observationValues(o plan.Observation) map[string]string {
	v := map[string]string{
		"period": o.Period.V.Raw, "value": o.Value.V.Raw, "published": day(o.Published), "reported": day(o.Reported),
		"flag": o.Flag.V, "note": o.Note.V,
	}
	addEvidence(v, o.Evidence)
	return v
}

// taskNumber is the task's number in the annex, or "" for a goal of the plan.
func taskNumber(p *plan.Plan, id string) string {
	t, ok := p.Task(id)
	if !ok {
		return ""
	}
	project, _ := p.Project(t.Project.V)
	return fmt.Sprintf("%d.%d", project.Number.V, t.Order.V)
}

// targets are the indicator's targets in words: 2017年 ≥20；2020年 ≥40.
func targets(x *plan.Indicator) string {
	signs := strings.NewReplacer(">=", "≥", "<=", "≤", ">", "＞", "<", "＜")
	var out []string
	for _, t := range x.Targets {
		out = append(out, t.Period.V.Chinese()+" "+signs.Replace(t.Comparator.V)+t.Value.V.Raw+x.Unit.V)
	}
	return strings.Join(out, "；")
}
