package load

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

func goodSite(t testing.TB) (*plan.Site, Sources, diag.List) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/good/full.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	site, sources, problems, err := FS(files)
	if err != nil {
		t.Fatal(err)
	}
	return site, sources, problems
}

func TestFullSiteLoadsWithoutProblems(t *testing.T) {
	site, sources, problems := goodSite(t)
	if len(problems) > 0 || site == nil {
		diag.Print(os.Stderr, problems, diag.PrintOptions{Lang: lang.ZH, Format: diag.FormatText, Source: sources.Read})
		t.Fatalf("%d problems", len(problems))
	}
}

// The full site writes every key that the schema knows, so that no key can be
// checked but never read.
func TestFullSiteFillsEveryField(t *testing.T) {
	site, _, _ := goodSite(t)
	seen := map[string]bool{}
	filled(reflect.ValueOf(site), seen)
	for _, record := range []any{
		plan.Site{}, plan.Publisher{}, plan.Filing{}, plan.Unit{}, plan.Later{}, plan.Evidence{}, plan.Plan{},
		plan.Document{}, plan.Repair{}, plan.Project{}, plan.Difference{}, plan.Task{}, plan.Update{}, plan.Related{},
		plan.NotFound{}, plan.Indicator{}, plan.Quote{}, plan.Baseline{}, plan.Target{}, plan.Observation{},
	} {
		kind := reflect.TypeOf(record)
		for i := range kind.NumField() {
			if name := kind.Name() + "." + kind.Field(i).Name; !seen[name] {
				t.Errorf("%s is nowhere filled", name)
			}
		}
	}
}

// filled notes every field of package plan's records that holds something.
func filled(v reflect.Value, seen map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		filled(v.Elem(), seen)
	case reflect.Slice:
		for i := range v.Len() {
			filled(v.Index(i), seen)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !v.Field(i).IsZero() {
				seen[v.Type().Name()+"."+v.Type().Field(i).Name] = true
				filled(v.Field(i), seen)
			}
		}
	}
}

func TestOrderOfTasksAndIndicators(t *testing.T) {
	site, _, _ := goodSite(t)
	var got []string
	for _, x := range site.Plans[0].Tasks {
		got = append(got, x.ID.V)
	}
	for _, x := range site.Plans[0].Indicators {
		got = append(got, x.ID.V)
	}
	if diff := cmp.Diff([]string{"t3", "t2", "t1", "i2", "i1"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestValuesKeepTheirPlace(t *testing.T) {
	site, sources, _ := goodSite(t)
	p := site.Plans[0]
	t2, _ := p.Task("t2")
	t3, _ := p.Task("t3")
	i1, _ := p.Indicator("i1")
	tests := []struct {
		name string
		at   diag.Range
		want string
	}{
		{"date before a comment", t2.Due.At, "2017-12-31"},
		{"block of text", t2.Quote.At, "|\n  合成任务第一段：甲。\n    “缩进”的第二段，# 不是注释\n\n  name：也是正文"},
		{"text over lines", t3.Quote.At, "合成 synthetic text\n  over two lines"},
		{"quoted text over lines", t2.Updates[5].Summary.At, "\"synthetic,\n      done 100%\""},
		{"flow mapping", t2.Updates[1].At, "{as_of: 2016-06-30, status: in_progress, basis: official, summary: 合成}"},
		{"value in a flow mapping", t2.Updates[1].Status.At, "in_progress"},
		{"quoted entry of a flow list", site.Units[0].Aliases[1].At, `"甲，乙局"`},
		{"single quotes with one inside", site.Units[0].Aliases[2].At, "'它''s'"},
		{"escaped quotes", site.Units[0].Notes[1].At, `"有 # 号，有: 冒号，有 \"引号\""`},
		{"negative number", i1.Targets[0].Value.At, "-0.50"},
		{"span", i1.Observations[2].Period.At, "2016-01..2016-11"},
		{"translation", i1.UnitEN.At, "per cent"},
		{"whole number", t2.Order.At, "2"},
		{"record", p.Projects[0].At, "id: second\n    number: 2\n    title: 合成项目二"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := cut(sources[test.at.File], test.at); got != test.want {
				t.Errorf("%+v holds %q, want %q", test.at, got, test.want)
			}
		})
	}
}

// cut returns the text of a file that a range spans.
func cut(raw []byte, r diag.Range) string {
	lines := strings.Split(string(raw), "\n")
	var out []string
	for n := r.Start.Line; n <= r.End.Line; n++ {
		line := []rune(lines[n-1])
		from, to := 0, len(line)
		if n == r.Start.Line {
			from = r.Start.Column - 1
		}
		if n == r.End.Line {
			to = r.End.Column - 1
		}
		out = append(out, string(line[from:to]))
	}
	return strings.Join(out, "\n")
}

func TestValuesAreReadAsWritten(t *testing.T) {
	site, _, _ := goodSite(t)
	p := site.Plans[0]
	t2, _ := p.Task("t2")
	i1, _ := p.Indicator("i1")
	got := []any{
		t2.Quote.V, t2.Due.V.String(), t2.Updates[5].Summary.V, i1.Targets[0].Value.V, i1.Targets[1].Value.V.Float,
		i1.Targets[1].Value.Given(), i1.Baseline.Imputed, i1.Observations[0].Period.V.To.String(), site.Filing.PoliceCode.V,
		site.Units[0].Notes[1].V, p.Document.Repairs[0].Lines[1].V, t2.Support == nil, t2.Updates[6].Status.Given(),
	}
	want := []any{
		"合成任务第一段：甲。\n  “缩进”的第二段，# 不是注释\n\nname：也是正文", "2017-12-31", "synthetic, done 100%",
		plan.Number{Raw: "-0.50", Float: -0.5}, 0.0, true, true, "2016-06-30", "00000000000000",
		`有 # 号，有: 冒号，有 "引号"`, 2, true, false,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestKnownKeysHoldEveryKey(t *testing.T) {
	for _, f := range schema.Files() {
		for _, key := range f.Record.Keys() {
			if !knownKeys[key] {
				t.Errorf("key %s is missing", key)
			}
		}
	}
}
