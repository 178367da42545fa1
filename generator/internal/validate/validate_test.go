package validate_test

import (
	"slices"
	"strings"
	"testing"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/document"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/validate"
)

func TestGoodSiteHasNoProblems(t *testing.T) {
	f := good(t)
	for _, d := range validate.Site(f.site, f.opts) {
		t.Errorf("%s %s: %s", d.Code, d.Path, d.Message.EN)
	}
}

// A fault is one mistake in the good site, and the place where it must be found.
type fault struct {
	name string
	code string
	path string
	make func(f *fixture) diag.Range
	says string   // words of the Chinese message or hint
	also []string // codes that the same mistake cannot but break, too
}

func TestEveryFaultIsFoundInItsPlace(t *testing.T) {
	faults := slices.Concat(referenceFaults(), unitFaults(), dateFaults(), statusFaults(), figureFaults(), quoteFaults(), editionFaults())
	tried := map[string]bool{}
	for _, x := range faults {
		tried[x.code] = true
		t.Run(x.code+" "+x.name, func(t *testing.T) {
			f := good(t)
			at := x.make(f)
			x.check(t, at, validate.Site(f.site, f.opts))
		})
	}
	for _, r := range validate.Rules() {
		if !tried[r.Code] {
			t.Errorf("no test breaks %s: %s", r.Code, r.Message.EN)
		}
	}
}

func (x fault) check(t *testing.T, at diag.Range, problems diag.List) {
	t.Helper()
	found := false
	for _, d := range problems {
		switch {
		case slices.Contains(x.also, d.Code):
		case d.Code != x.code:
			t.Errorf("also found %s at %s: %s", d.Code, d.Path, d.Message.EN)
		case d.Range == at && d.Path == x.path:
			found = true
			x.checkWords(t, d)
		}
	}
	if !found {
		t.Errorf("%s not found at %s (line %d) in %+v", x.code, x.path, at.Start.Line, problems)
	}
}

func (x fault) checkWords(t *testing.T, d diag.Diagnostic) {
	t.Helper()
	for _, words := range []string{d.Message.ZH, d.Message.EN, d.Hint.ZH, d.Hint.EN} {
		if words == "" || strings.Contains(words, "%!") {
			t.Errorf("words %q of %+v", words, d)
		}
	}
	if !strings.Contains(d.Message.ZH+d.Hint.ZH, x.says) {
		t.Errorf("message %q, hint %q do not say %q", d.Message.ZH, d.Hint.ZH, x.says)
	}
	for _, r := range d.Related {
		if r.Range.IsZero() || r.Message.ZH == "" || r.Message.EN == "" {
			t.Errorf("related %+v", r)
		}
	}
}

func TestRulesHaveUniqueCodesInOrder(t *testing.T) {
	rules := validate.Rules()
	for i, r := range rules {
		if i > 0 && rules[i-1].Code >= r.Code {
			t.Errorf("%s stands after %s", r.Code, rules[i-1].Code)
		}
		if r.Message.ZH == "" || r.Message.EN == "" || r.Hint.ZH == "" || r.Hint.EN == "" {
			t.Errorf("%s lacks words", r.Code)
		}
		if strings.HasSuffix(r.Message.EN, ".") || !strings.HasSuffix(r.Hint.EN, ".") && !strings.Contains(r.Hint.EN, "%") {
			t.Errorf("%s: a message ends without a period and a hint is a sentence: %q, %q", r.Code, r.Message.EN, r.Hint.EN)
		}
	}
}

func TestPlanWithoutDocumentIsNotComparedWithIt(t *testing.T) {
	f := good(t)
	f.plan.Tasks[0].Quote.V = "别的话。"
	for _, docs := range []map[string]*document.Document{nil, {"pilot": nil}} {
		f.opts.Documents = docs
		if problems := validate.Site(f.site, f.opts); len(problems) > 0 {
			t.Errorf("problems: %+v", problems)
		}
	}
}

func TestDocumentWithoutAnnexStillHoldsTheTasks(t *testing.T) {
	f := good(t)
	body, _, _ := strings.Cut(issued, "# 附件")
	d, _ := document.Parse([]byte(body+"建设平台。推广应用。\n\n2015年11月13日印发"), nil, "seeds/f.txt")
	f.opts.Documents = map[string]*document.Document{"pilot": d}
	f.plan.Document.SHA256 = f.s(d.SHA256)
	problems := validate.Site(f.site, f.opts)
	if len(problems) != 1 || problems[0].Code != "V503" || problems[0].Range != f.plan.Tasks[2].Quote.At {
		t.Errorf("problems: %+v", problems)
	}
}

func TestBuildAsOfAnEarlierDayIsNoReasonToRefuse(t *testing.T) {
	f := good(t)
	f.opts.Today, _ = plan.ParseDate("2019-02-01") // the day of the youngest source
	if problems := validate.Site(f.site, f.opts); len(problems) > 0 {
		t.Errorf("problems: %+v", problems)
	}
	f.opts.Today, _ = plan.ParseDate("2019-01-31")
	for _, d := range validate.Site(f.site, f.opts) {
		if d.Code != "V212" {
			t.Errorf("%s: %s", d.Code, d.Message.EN)
		}
	}
}

func TestAllFaultsAreReportedAtOnceAndSorted(t *testing.T) {
	f := good(t)
	f.plan.Tasks[2].Due = plan.DateValue{}
	f.plan.Tasks[0].Project = f.s("third")
	f.site.BaseURL = f.s("https://jd.gov.cn")
	problems := validate.Site(f.site, f.opts)
	var codes []string
	for i, d := range problems {
		codes = append(codes, d.Code)
		if i > 0 && d.Range.Start.Line < problems[i-1].Range.Start.Line {
			t.Errorf("line %d stands after line %d", d.Range.Start.Line, problems[i-1].Range.Start.Line)
		}
	}
	for _, code := range []string{"V102", "V201", "V604"} {
		if !slices.Contains(codes, code) {
			t.Errorf("%s is not among %v", code, codes)
		}
	}
}
