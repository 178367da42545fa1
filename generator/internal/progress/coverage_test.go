package progress

import (
	"testing"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/plan"
)

func TestEvidenceShare(t *testing.T) {
	for _, c := range []struct {
		evidenced, total int
		share            float64
		ok               bool
	}{{0, 0, 0, false}, {0, 4, 0, true}, {1, 4, 0.25, true}, {4, 4, 1, true}} {
		if share, ok := (Counts{Evidenced: c.evidenced, Total: c.total}).EvidenceShare(); share != c.share || ok != c.ok {
			t.Errorf("%d of %d: %v, %v", c.evidenced, c.total, share, ok)
		}
	}
	r := &Report{Counts: Counts{Total: 3, Evidenced: 1}}
	if got := r.CoverageSentence(); got.ZH != "3项任务中，1项至少有一条公开来源，覆盖率33.3%。" || got.EN != "Of 3 tasks, 1 have at least one public source: a coverage of 33.3%." {
		t.Errorf("%+v", got)
	}
}

// A check made later is not known on the report's day.
func TestLinkIsKnownFromTheDayOfItsCheck(t *testing.T) {
	at := diag.Range{File: "x"}
	checked := plan.Date{Year: 2020, Month: 6, Day: 30}
	e := plan.Evidence{Link: plan.String{V: "dead", At: at}, Checked: plan.DateValue{V: checked, At: at}}
	for _, c := range []struct {
		asOf plan.Date
		ok   bool
	}{{checked.AddDays(-1), false}, {checked, true}, {checked.AddDays(1), true}} {
		state, day, ok := (&Report{AsOf: c.asOf}).Link(e)
		if ok != c.ok || ok && (state != "dead" || day != checked) {
			t.Errorf("as of %s: %q, %s, %v", c.asOf, state, day, ok)
		}
	}
	if _, _, ok := (&Report{AsOf: checked}).Link(plan.Evidence{}); ok {
		t.Error("a link that nobody checked has a state")
	}
}
