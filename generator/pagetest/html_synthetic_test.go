package pagetest

import (
	"strings"
	"testing"

	"jindu/generator/internal/progress"
	"jindu/generator/internal/testproject"
)

// The synthetic example shows all there is to show, and nobody can take it for
// facts.
func TestSyntheticExampleShowsEveryStatusAndVerdict(t *testing.T) {
	root := t.TempDir()
	must(t, projects.CopySynthetic(root))
	if said := jindu(t, "check", "--root", root, "--as-of", testproject.SyntheticDay.String()); strings.Count(said, "\n") > 1 {
		t.Fatalf("check reports:\n%s", said)
	}
	report := judged(t, root, testproject.SyntheticDay)
	for _, info := range progress.Statuses() {
		if report.Counts.Of(info.Status) == 0 {
			t.Errorf("no task is %s", info.Status)
		}
	}
	timings, corrected, goals := map[progress.Timing]bool{}, false, 0
	for _, task := range report.Tasks {
		timings[task.Timing] = true
		goals = max(goals, len(task.Goals))
		for _, u := range task.Updates {
			corrected = corrected || u.Correction.Given()
		}
		marked(t, task.Task.ID.V, task.Task.Title.V)
	}
	if !timings[progress.OnTime] || !timings[progress.Late] || !corrected || goals < 2 {
		t.Errorf("timings %v, a correction %v, most goals of a task %d", timings, corrected, goals)
	}
	verdicts := map[progress.Verdict]bool{}
	for _, i := range report.Indicators {
		marked(t, i.Indicator.ID.V, i.Indicator.Name.V)
		for _, target := range i.Targets {
			verdicts[target.Verdict] = true
		}
	}
	for _, info := range progress.Verdicts() {
		if !verdicts[info.Verdict] {
			t.Errorf("no target is %s", info.Verdict)
		}
	}
	marked(t, "site", report.Site.Title.V)
	marked(t, "plan", report.Plan.Title.V)
	marked(t, "plan", report.Plan.ShortTitle.V)
	for _, x := range report.Plan.Projects {
		marked(t, x.ID.V, x.Title.V)
	}
}

func marked(t *testing.T, what, title string) {
	t.Helper()
	if !strings.Contains(title, "合成数据") {
		t.Errorf("%s: %q does not say that it is synthetic", what, title)
	}
}
