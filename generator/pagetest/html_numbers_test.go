package pagetest

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/progress"
)

// numbers: checklist 55, 91, 104. The same id means the same number everywhere,
// and that number is the one of the data.
func (s *builtSite) numbers(t *testing.T) {
	told := map[string]string{}
	where := map[string]string{}
	for _, p := range s.sorted() {
		for _, n := range all(p.doc, "@data-id") {
			id, text := attr(n, "data-id"), words(n)
			if strings.HasPrefix(id, "task/") && pageLanguage(p) != "zh-CN" {
				id += "@" + pageLanguage(p) // days are worded in the reader's language
			}
			if before, seen := told[id]; seen && before != text {
				t.Errorf("%s: %s is %q here and %q on %q", p.path, id, text, before, where[id])
			}
			told[id], where[id] = text, p.path
		}
	}
	want := s.yamlNumbers(t)
	maps.Copy(want, s.reportNumbers())
	maps.Copy(want, s.historyNumbers())
	compared := map[string]int{}
	for id, text := range told {
		expected, known := want[id]
		if !known {
			if !strings.HasPrefix(id, "task/") && !strings.Contains(id, "/related/") && !strings.Contains(id, "/path/") {
				t.Errorf("%s: %s = %q is not in the data", where[id], id, text)
			}
			continue
		}
		if text != expected {
			t.Errorf("%s: %s is %q on the page, %q in the data", where[id], id, text, expected)
		}
		parts := strings.Split(id, "/")
		compared[parts[0]+"/"+parts[2]]++
	}
	for _, kind := range []string{"indicator/target", "indicator/observation", "indicator/baseline", "unit/count", "unit/evidence", "plan/evidence", "unit/reporting", "project/count", "plan/dated"} {
		if compared[kind] == 0 {
			t.Errorf("no %s was compared", kind)
		}
	}
}

// yamlNumbers reads targets, values and baselines with a plain YAML decoder,
// without the program's loader: as they are written.
func (s *builtSite) yamlNumbers(t *testing.T) map[string]string {
	t.Helper()
	type figure struct {
		Period    yaml.Node
		Value     yaml.Node
		Published string
		Earlier   []struct{ Period, Value yaml.Node }
	}
	files, err := filepath.Glob(filepath.Join(s.root, "data", "*", "indicators", "*.yaml"))
	must(t, err)
	out := map[string]string{}
	for _, name := range files {
		body, err := os.ReadFile(name)
		must(t, err)
		var x struct {
			ID           string
			Baseline     *figure
			Targets      []figure
			Observations []figure
		}
		must(t, yaml.Unmarshal(body, &x))
		if x.Baseline != nil {
			out["indicator/"+x.ID+"/baseline"] = x.Baseline.Value.Value
		}
		for _, f := range x.Targets {
			out["indicator/"+x.ID+"/target/"+f.Period.Value] = f.Value.Value
			if len(f.Earlier) > 0 {
				out["indicator/"+x.ID+"/former/"+f.Earlier[0].Period.Value] = f.Earlier[0].Value.Value
			}
		}
		for _, f := range x.Observations {
			out["indicator/"+x.ID+"/observation/"+f.Period.Value] = f.Value.Value
		}
	}
	return out
}

// reportNumbers are the counts and the components of verdicts, from the report.
func (s *builtSite) reportNumbers() map[string]string {
	out := map[string]string{}
	counts := func(id string, list []progress.StatusCount, total int) {
		for _, info := range progress.Statuses() {
			out[id+"/count/"+string(info.Status)] = "0"
		}
		for _, c := range list {
			out[id+"/count/"+string(c.Status)] = strconv.Itoa(c.N)
		}
		out[id+"/count/total"] = strconv.Itoa(total)
	}
	r := s.report
	plan := "plan/" + s.plan
	evidence := func(id string, c progress.Counts) {
		if c.Total > 0 {
			out[id+"/evidence/tasks"] = strconv.Itoa(c.Evidenced)
			out[id+"/evidence/share"] = lang.Decimal(100*float64(c.Evidenced)/float64(c.Total), 1)
		}
	}
	evidence(plan, r.Counts)
	counts(plan, r.Counts.Statuses, r.Counts.Total)
	counts(plan+"/dated", r.Counts.Dated, r.Counts.Deadline)
	counts(plan+"/ongoing", r.Counts.Open, r.Counts.Ongoing)
	for _, p := range r.Projects {
		counts("project/"+p.Project.ID.V, p.Counts.Statuses, p.Counts.Total)
	}
	for _, u := range r.Units {
		id := "unit/" + u.Unit.ID.V
		counts(id, u.LeadCounts.Statuses, u.LeadCounts.Total)
		out[id+"/count/lead"], out[id+"/count/support"] = strconv.Itoa(len(u.Lead)), strconv.Itoa(len(u.Support))
		evidence(id, u.LeadCounts)
		told := r.Reporting(u)
		for key, n := range map[string]int{"updated": told.Updated, "own": told.Own, "due": told.Due, "answered": told.Answered} {
			out[id+"/reporting/"+key] = strconv.Itoa(n)
		}
	}
	for _, i := range r.Indicators {
		for _, target := range i.Targets {
			components(out, fmt.Sprintf("indicator/%s/target/%s/", i.Indicator.ID.V, target.Target.Period.V.Raw), target.Components)
		}
	}
	return out
}

func components(out map[string]string, id string, c progress.Components) {
	add := func(key string, value *float64, scale float64, places int) {
		if value != nil {
			out[id+key] = lang.Decimal(*value*scale, places)
		}
	}
	add("achieved", c.Achieved, 100, 1)
	add("share", c.Achieved, 100, 1)
	add("share", c.Share, 100, 1) // where there is a baseline to count from
	add("done", c.Share, 100, 1)
	add("pace", c.Pace, 100, 1)
	add("gap", c.GapPoints, 1, 1)
	add("cagr-observed", c.CAGRObserved, 100, 1)
	add("cagr-required", c.CAGRRequired, 100, 1)
	add("ratio", c.Ratio, 1, 3)
	add("score", c.Score, 1, 2)
	add("required-now", c.RequiredNow, 100, 1)
}

// home: checklist 107 and 108.
func (s *builtSite) home(t *testing.T) {
	p := s.pages[""]
	n := one(p.doc, ".headline__sentence")
	if n == nil {
		t.Fatal("home has no count sentence")
	}
	sentence := words(n)
	if length := len([]rune(sentence)); length > 80 {
		t.Errorf("the sentence has %d characters, at most 80: %s", length, sentence)
	}
	for _, want := range []string{s.report.AsOf.Chinese(), fmt.Sprintf("%d项", s.report.Counts.Total)} {
		if !strings.Contains(sentence, want) {
			t.Errorf("the sentence lacks %s: %s", want, sentence)
		}
	}
	rest := sentence
	for _, c := range s.report.Counts.Statuses {
		i := strings.Index(rest, strconv.Itoa(c.N))
		if i < 0 {
			t.Errorf("the sentence lacks the %d that are %s: %s", c.N, c.Status, sentence)
			continue
		}
		rest = rest[i+1:]
	}
	s.homeCounts(t, p)
}

// homeCounts follows each count of the bar to its list and counts there.
func (s *builtSite) homeCounts(t *testing.T, p *builtPage) {
	t.Helper()
	byList, listed := map[string]int{}, map[string]int{}
	for _, a := range all(p.doc, ".counts__link") {
		n, err := strconv.Atoi(words(one(a, ".num__value")))
		must(t, err)
		at, _, _ := strings.Cut(s.resolve(p, attr(a, "href")), "#")
		if s.pages[at] == nil {
			t.Errorf("a count leads to %s, which is no page", at)
			continue
		}
		byList[at] += n
		listed[at] = len(all(one(s.pages[at].doc, "main"), ".task-row"))
	}
	total := 0
	for at, n := range byList {
		total += n
		if listed[at] != n {
			t.Errorf("home counts %d for %s, which lists %d", n, at, listed[at])
		}
	}
	if total != s.report.Counts.Total {
		t.Errorf("the counts of home add up to %d, the plan has %d tasks", total, s.report.Counts.Total)
	}
}
