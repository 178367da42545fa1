package opendata

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// BenchmarkTenThousandTasks writes the data of a made-up plan, nothing cached.
// peak-MB is this process's largest memory, the report and its making included.
func BenchmarkTenThousandTasks(b *testing.B) {
	p := bigPlan(10_000)
	day := plan.Date{Year: 2025, Month: time.September, Day: 30}
	source := Source{progress.Assess(p.site, p.plan, day), progress.History(p.site, p.plan, day)}
	before := peakMB(b)
	b.ResetTimer()
	files := 0
	for range b.N {
		b.StopTimer()
		dir, err := os.MkdirTemp(b.TempDir(), "")
		must(b, err)
		b.StartTimer()
		files = len(writeSource(b, dir, source).Files)
	}
	b.ReportMetric(before, "report-MB")
	b.ReportMetric(peakMB(b), "peak-MB")
	b.ReportMetric(float64(files), "files")
}

// peakMB is this process's largest memory so far; Linux counts it in KiB.
func peakMB(b *testing.B) float64 {
	var usage syscall.Rusage
	must(b, syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return float64(usage.Maxrss) / 1024
}

type made struct {
	site *plan.Site
	plan *plan.Plan
}

// bigPlan makes up a plan with n tasks of 100 projects and 200 units, each with
// an update and its evidence, and 200 indicators.
func bigPlan(n int) made {
	here := diag.Range{File: "synthetic.yaml", Start: diag.Pos{Line: 1}}
	str := func(s string) plan.String { return plan.String{V: s, At: here} }
	on := func(y int, m time.Month, d int) plan.DateValue {
		return plan.DateValue{V: plan.Date{Year: y, Month: m, Day: d}, At: here}
	}
	ref := func(i int) plan.String { return str("unit-" + strconv.Itoa(i%200)) }
	words := strings.Repeat("合成数据，只用来测量。", 6)
	x := &plan.Plan{ID: str("synthetic"), Title: str("合成方案"), ShortTitle: str("合成"), Number: str("合成〔2024〕1号"), Issuer: str("合成"), Signed: on(2024, 1, 1), Start: on(2024, 1, 1), End: on(2026, 12, 31)}
	s := &plan.Site{Edition: str(plan.Demonstration), Title: str("合成"), Plans: []*plan.Plan{x}}
	for i := range 200 {
		s.Units = append(s.Units, &plan.Unit{ID: ref(i), Name: str("合成单位" + strconv.Itoa(i)), Kind: str("department"), At: here})
		period, _ := plan.ParsePeriod("2026")
		value, _ := plan.ParseNumber(strconv.Itoa(100 + i))
		x.Indicators = append(x.Indicators, &plan.Indicator{
			ID: str("indicator-" + strconv.Itoa(i)), Name: str("合成指标" + strconv.Itoa(i)), Unit: str("家"), Nature: str(plan.Cumulative), Direction: str(plan.Up),
			Method: str(plan.ShareVsPace), Scope: str(words), MethodNote: str(words), At: here,
			Targets: []plan.Target{{Period: plan.PeriodValue{V: period, At: here}, Value: plan.NumberValue{V: value, At: here}, Comparator: str(">="), Quote: str(words), At: here}},
		})
	}
	for i := range 100 {
		x.Projects = append(x.Projects, &plan.Project{ID: str("project-" + strconv.Itoa(i)), Number: plan.Int{V: i + 1, At: here}, Title: str("合成项目"), At: here})
	}
	for i := range n {
		x.Tasks = append(x.Tasks, &plan.Task{
			ID: str(fmt.Sprintf("task-%d", i)), Project: x.Projects[i*100/n].ID, Order: plan.Int{V: i%100 + 1, At: here}, Title: str("合成任务" + strconv.Itoa(i)),
			Quote: str(words), IssuedLead: str("合成单位"), IssuedHelp: str("合成单位"), IssuedWhen: str("2025年底前完成"), Lead: []plan.String{ref(i)},
			Support: []plan.String{ref(i + 7), ref(i + 19), ref(i + 41)}, Schedule: str(plan.Deadline), Due: on(2025, 12, 31), At: here,
			Updates: []*plan.Update{{
				AsOf: on(2025, 6, 30), Status: str(plan.SaysInProgress), Basis: str("official"), Summary: str(words), At: here,
				Evidence: []plan.Evidence{{Title: str("合成来源"), URL: str("https://example.org/" + strconv.Itoa(i)), Publisher: str("合成"), Published: on(2025, 7, 1), Quote: str(words), Kind: str("official"), At: here}},
			}},
		})
	}
	return made{s, x}
}
