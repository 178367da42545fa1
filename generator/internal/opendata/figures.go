package opendata

import (
	"strings"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// figure is one number or day that a page shows, under the id that the page's
// markup carries: kind/record/field.
type figure struct {
	id, value    string
	unit, period string
	asOf         plan.Date
}

func (f figure) part(n int) string { return strings.SplitN(f.id, "/", 3)[n] }

// number is the value where it is a plain decimal.
func (f figure) number() string {
	if n, err := plan.ParseNumber(f.value); err == nil {
		return n.Raw
	}
	return ""
}

// figures lists everything with an id on the pages, in the order of the report.
func figures(s Source) []figure {
	l := &figureList{asOf: s.Report.AsOf}
	r := s.Report
	id := "plan/" + r.Plan.ID.V
	l.counts(id, r.Counts.Statuses, r.Counts.Total)
	l.evidence(id, r.Counts)
	l.counts(id+"/dated", r.Counts.Dated, r.Counts.Deadline)
	l.counts(id+"/ongoing", r.Counts.Open, r.Counts.Ongoing)
	for _, p := range r.Projects {
		l.counts("project/"+p.Project.ID.V, p.Counts.Statuses, p.Counts.Total)
	}
	for _, u := range r.Units {
		id := "unit/" + u.Unit.ID.V
		l.counts(id, u.LeadCounts.Statuses, u.LeadCounts.Total)
		l.evidence(id, u.LeadCounts)
		l.add(id+"/count/lead", count(len(u.Lead)), "项", "")
		l.add(id+"/count/support", count(len(u.Support)), "项", "")
		told := r.Reporting(u)
		l.add(id+"/reporting/updated", count(told.Updated), "项", "")
		l.add(id+"/reporting/own", count(told.Own), "项", "")
		l.add(id+"/reporting/due", count(told.Due), "项", "")
		l.add(id+"/reporting/answered", count(told.Answered), "项", "")
	}
	l.tasks(r)
	for _, i := range r.Indicators {
		l.indicator(r, i)
	}
	for _, x := range relatedOf(r) {
		l.add(x.id, x.Value.V, x.Unit.V, x.Period.V)
	}
	l.history(r.Plan.ID.V, s.History)
	return l.list
}

type figureList struct {
	asOf plan.Date
	list []figure
}

// add notes a figure; one without a value is not shown by pages either.
func (l *figureList) add(id, value, unit, period string) {
	if value != "" {
		l.list = append(l.list, figure{id, value, unit, period, l.asOf})
	}
}

// counts notes the number of tasks with each status: here zero is a number.
func (l *figureList) counts(id string, list []progress.StatusCount, total int) {
	l.add(id+"/count/total", count(total), "项", "")
	of := progress.Counts{Statuses: list}
	for _, info := range progress.Statuses() {
		l.add(id+"/count/"+string(info.Status), count(of.Of(info.Status)), "项", "")
	}
}

// evidence notes how many of the tasks any public source supports.
func (l *figureList) evidence(id string, c progress.Counts) {
	if share, ok := c.EvidenceShare(); ok {
		l.add(id+"/evidence/tasks", count(c.Evidenced), "项", "")
		l.add(id+"/evidence/share", lang.Decimal(share*100, 1), "%", "")
	}
}

func (l *figureList) tasks(r *progress.Report) {
	for _, t := range r.Tasks {
		id := "task/" + t.Task.ID.V
		l.add(id+"/start", given(t.Task.Start), "", "")
		l.add(id+"/due", given(t.Task.Due), "", "")
	}
}

func (l *figureList) indicator(r *progress.Report, i *progress.Indicator) {
	id := "indicator/" + i.Indicator.ID.V
	unit := i.Indicator.Unit.V
	for _, x := range readingsOf(r, i) {
		if x.kind == kindBaseline {
			l.add(id+"/baseline", x.value, unit, x.period.Raw)
			continue
		}
		l.add(id+"/"+x.kind+"/"+x.period.Raw, x.value, unit, x.period.Raw)
	}
	for _, t := range i.Targets {
		raw := t.Target.Period.V.Raw
		if was := t.Target.Earlier; len(was) > 0 {
			l.add(id+"/former/"+was[0].Period.V.Raw, was[0].Value.V.Raw, unit, was[0].Period.V.Raw)
		}
		for _, n := range t.Components.Numbers() {
			l.add(id+"/target/"+raw+"/"+n.Key, n.Text, n.Unit.ZH, raw)
			if n.Key == "done" { // lists call it share
				l.add(id+"/target/"+raw+"/share", n.Text, n.Unit.ZH, raw)
			}
		}
	}
}

// history notes the counts of each day of the plan's course, each as of its day.
func (l *figureList) history(planID string, points []progress.Point) {
	for _, p := range points {
		l.asOf = p.Day
		l.counts("plan/"+planID+"/history/"+p.Day.String(), p.Counts.Statuses, p.Counts.Total)
	}
}

func figureTable(s Source) *Table {
	type F = figure
	return table("figures", lang.T("页面上的每个数", "Every figure on the pages"),
		lang.T("页面上每个数（和期限）一行，id就是网页代码里的data-id，value照页面显示。", "One row for each number (and deadline) that a page shows; id is the data-id in the page's markup, value as the page shows it."),
		[]string{"id"}, []field[F]{
			need(col("id", Text, "编号", "Id", "种类/记录/项目。", "kind/record/field.", func(f F) string { return f.id })),
			need(col("kind", Text, "种类", "Kind", "plan、project、unit、task或indicator。", "plan, project, unit, task or indicator.", func(f F) string { return f.part(0) })),
			need(col("record", Text, "记录", "Record", "记录的编号。", "Id of the record.", func(f F) string { return f.part(1) })),
			need(col("field", Text, "项目", "Field", "", "", func(f F) string { return f.part(2) })),
			need(col("value", Text, "显示值", "Value as shown", "日期为YYYY-MM-DD。", "Days as YYYY-MM-DD.", func(f F) string { return f.value })),
			col("number", Decimal, "数值", "Number", "显示值是纯数字时才有。", "Where the value is a plain number.", figure.number),
			col("unit", Text, "计量单位", "Unit", "", "", func(f F) string { return f.unit }),
			col("period", Text, "时期", "Period", "", "", func(f F) string { return f.period }),
			need(col("as_of", Date, "数据截至", "As of", "", "", func(f F) string { return day(f.asOf) })),
		}, figures(s))
}
