package compare

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/load"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

var asOf = plan.Date{Year: 2018, Month: 6, Day: 30}

// sample is the made-up project of the scripts.
func sample(t testing.TB) *plan.Site {
	t.Helper()
	s, _, problems, err := load.FS(os.DirFS("../../testdata/diff/project"))
	if err != nil || s == nil {
		t.Fatal(err, problems)
	}
	return s
}

func TestTheSameDataHaveNoChanges(t *testing.T) {
	if got := Plans(NewSide(sample(t), asOf), NewSide(sample(t), asOf)); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

// leaf is one value of the site, or one entry of a list, that can be changed.
type leaf struct {
	path   string
	change func() (undo func())
}

// leaves finds every value below v. Lists that are empty get one entry first, so
// that each kind of record is met.
func leaves(v reflect.Value, path string, out *[]leaf) {
	switch {
	case v.Kind() == reflect.Pointer:
		leaves(v.Elem(), path, out)
	case v.Kind() == reflect.Slice:
		if v.Len() == 0 {
			v.Set(reflect.Append(v, blank(v.Type().Elem())))
		}
		*out = append(*out, leaf{path + ": one less", kept(v, func() { v.Set(v.Slice(0, v.Len()-1)) })})
		for i := range v.Len() {
			leaves(v.Index(i), fmt.Sprintf("%s[%d]", path, i), out)
		}
	case v.Type() == reflect.TypeFor[diag.Range]():
	case v.Kind() == reflect.Bool:
		*out = append(*out, leaf{path, kept(v, func() { v.SetBool(!v.Bool()) })})
	case v.Kind() == reflect.Struct && v.NumField() == 2 && v.Type().Field(0).Name == "V":
		written(v)
		*out = append(*out, leaf{path, kept(v, func() { alter(v.Field(0)) })})
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			leaves(v.Field(i), path+"."+v.Type().Field(i).Name, out)
		}
	}
}

// kept is a change of v that can be undone.
func kept(v reflect.Value, change func()) func() func() {
	return func() func() {
		old := reflect.New(v.Type()).Elem()
		old.Set(v)
		change()
		return func() { v.Set(old) }
	}
}

func blank(t reflect.Type) reflect.Value {
	if t.Kind() == reflect.Pointer {
		return reflect.New(t.Elem())
	}
	return reflect.Zero(t)
}

// written makes a value count as written in a file.
func written(v reflect.Value) {
	at := v.Field(1).Addr().Interface().(*diag.Range)
	if at.IsZero() {
		at.File = "x"
		alter(v.Field(0))
	}
}

// alter makes a value another one of its type.
func alter(v reflect.Value) {
	switch x := v.Addr().Interface().(type) {
	case *string:
		*x += "改"
	case *int:
		*x++
	case *plan.Date:
		if x.IsZero() {
			*x = plan.Date{Year: 2016, Month: 5, Day: 5}
		}
		*x = x.AddDays(1)
	case *plan.Period:
		year := max(x.To.Year, 2016) + 7
		*x, _ = plan.ParsePeriod(fmt.Sprint(year))
	case *plan.Number:
		*x, _ = plan.ParseNumber(fmt.Sprint(x.Float + 1))
	default:
		panic(fmt.Sprintf("unknown type %T", x))
	}
}

// Whatever a file can say, a change of it is told: "nothing changed in meaning"
// must be true.
func TestEveryValueThatChangesIsTold(t *testing.T) {
	before, after := sample(t), sample(t)
	var all []leaf
	leaves(reflect.ValueOf(before), "site", &all)
	all = nil
	leaves(reflect.ValueOf(after), "site", &all)
	if len(all) < 300 {
		t.Fatalf("only %d values were found", len(all))
	}
	old := NewSide(before, asOf)
	for _, l := range all {
		undo := l.change()
		if got := Plans(old, NewSide(after, asOf)); len(got) == 0 {
			t.Errorf("%s: no change is told", l.path)
		}
		undo()
	}
	if got := Plans(old, NewSide(after, asOf)); len(got) > 0 {
		t.Errorf("after all is undone: %+v", got)
	}
}

func TestCodesAreUnique(t *testing.T) {
	source, err := os.ReadFile("kinds.go")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(`kind\{"(C\d{3})"`).FindAllStringSubmatch(string(source), -1) {
		if seen[m[1]] {
			t.Errorf("code %s stands twice", m[1])
		}
		seen[m[1]] = true
	}
	if len(seen) < 40 {
		t.Errorf("only %d codes were found", len(seen))
	}
}

func TestBlocksComeFirst(t *testing.T) {
	before, after := sample(t), sample(t)
	after.Title.V += "改"
	after.Plans[0].Tasks[0].Title.V += "改"
	after.Plans[0].Tasks[2].Updates = nil
	got := Plans(NewSide(before, asOf), NewSide(after, asOf))
	var codes []string
	for _, c := range got {
		codes = append(codes, c.Code+" "+c.About.ID)
	}
	want := "C103 t2-1, C505 t1-1, C201 t2-1, C801 "
	if s := strings.Join(codes, ", "); s != want {
		t.Errorf("%s, want %s", s, want)
	}
}

func TestWithin(t *testing.T) {
	target := func(s string) plan.Target {
		comparator, value, _ := strings.Cut(s, " ")
		n, err := plan.ParseNumber(value)
		if err != nil {
			t.Fatal(err)
		}
		return plan.Target{Comparator: plan.String{V: comparator}, Value: plan.NumberValue{V: n}}
	}
	for _, c := range []struct {
		own, old string
		want     bool
	}{
		{">= 20", ">= 20", true}, {">= 21", ">= 20", true}, {">= 19", ">= 20", false},
		{"> 20", ">= 20", true}, {">= 20", "> 20", false}, {">= 25", "> 20", true}, {"> 20", "> 20", true},
		{"<= 12", "<= 12", true}, {"<= 11", "<= 12", true}, {"<= 13", "<= 12", false},
		{"< 12", "<= 12", true}, {"<= 12", "< 12", false}, {"<= 11.9", "< 12", true},
		{"<= 20", ">= 20", false}, {">= 20", "< 20", false},
	} {
		if got := within(target(c.own), target(c.old)); got != c.want {
			t.Errorf("%s asks for as much as %s: %v", c.own, c.old, got)
		}
	}
}

func TestReasonsNameExactly(t *testing.T) {
	for _, c := range []struct {
		words, mark string
		want        bool
	}{
		{"更正t1-1，写错", "t1-1", true}, {"更正t1-10", "t1-1", false}, {"更正at1-1", "t1-1", false},
		{"更正t1-10和t1-1。", "t1-1", true},
		{"更正2017年的实际值", "2017年", true}, {"更正2017年10月31日的进展", "2017年", false},
		{"更正2017-10-31的", "2017", false}, {"更正 2017", "2017", true}, {"更正", "", false},
	} {
		if got := names(c.words, c.mark); got != c.want {
			t.Errorf("%q names %q: %v", c.words, c.mark, got)
		}
	}
}

func TestDifferenceShowsWhereTextsPart(t *testing.T) {
	long := strings.Repeat("甲", 50)
	for _, c := range [][4]string{
		{"短", "长", "短", "长"},
		{long + "乙" + long, long + "丙" + long, "…甲甲甲甲甲甲甲甲乙甲甲甲甲甲甲甲甲…", "…甲甲甲甲甲甲甲甲丙甲甲甲甲甲甲甲甲…"},
		{long, long + "尾", "…甲甲甲甲甲甲甲甲", "…甲甲甲甲甲甲甲甲尾"},
		{"𬱟" + long, long, "𬱟甲甲甲甲甲甲甲甲…", "甲甲甲甲甲甲甲甲…"},
	} {
		if b, a := difference(c[0], c[1]); b != c[2] || a != c[3] {
			t.Errorf("%s | %s, want %s | %s", b, a, c[2], c[3])
		}
	}
}

func TestRelativeChange(t *testing.T) {
	for _, c := range []struct{ unit, before, after, want string }{
		{"亿元", "120", "150", "（+25%）"}, {"亿元", "150", "120", "（−20%）"}, {"亿元", "0", "5", ""},
		{"亿元", "-10", "-5", "（+50%）"}, {"亿元", "100000", "100001", "（+0.001%）"}, {"亿元", "5", "5.0", ""},
		{"%", "20", "25.5", "（+5.5个百分点）"}, {"%", "0", "3", "（+3个百分点）"},
	} {
		b, _ := plan.ParseNumber(c.before)
		a, _ := plan.ParseNumber(c.after)
		ind := &plan.Indicator{Unit: plan.String{V: c.unit}}
		if got := relative(b, a, ind).ZH; got != c.want {
			t.Errorf("%s to %s %s: %q, want %q", c.before, c.after, c.unit, got, c.want)
		}
	}
}

func TestMarkdownStaysWithinAComment(t *testing.T) {
	before, after := sample(t), sample(t)
	for i := range 2000 {
		after.Plans[0].Notes = append(after.Plans[0].Notes, plan.String{V: fmt.Sprintf("第%d条", i)})
	}
	b, a := NewSide(before, asOf), NewSide(after, asOf)
	got := markdown(Result{AsOf: asOf, Headlines: Headlines(b, a), Changes: Plans(b, a)}, lang.ZH)
	if len(got) > longestComment+200 || !regexp.MustCompile(`另有\d+处变化没有列出`).MatchString(got) {
		t.Errorf("%d bytes, ending %q", len(got), got[len(got)-100:])
	}
}

func TestOutsideKnowsCollectivesAndUnits(t *testing.T) {
	site := func() *plan.Site {
		s := sample(t)
		s.Units = append(s.Units, &plan.Unit{
			ID: plan.String{V: "districts"}, Name: plan.String{V: "各区政府（合成）"},
			Kind: plan.String{V: plan.Collective}, Members: []plan.String{{V: "east"}, {V: "west"}},
		})
		s.Plans[0].Tasks[2].Support = []plan.String{{V: "districts"}}
		return s
	}
	before, after := site(), site()
	for _, task := range after.Plans[0].Tasks {
		task.Title.V += "改"
	}
	after.Plans[0].Indicators[1].Name.V += "改" // of t1-2
	after.Units[2].NameEN.V = "East"
	after.Units[3].NameEN.V = "West"
	b, a := NewSide(before, asOf), NewSide(after, asOf)
	marks, ok := Outside(b, a, "west", Plans(b, a))
	var ids []string
	for _, m := range marks {
		ids = append(ids, m.About.ID)
	}
	if got := strings.Join(ids, " "); !ok || got != "t1-1 east" {
		t.Errorf("marked %q, %v", got, ok)
	}
	if _, ok := Outside(b, a, "nobody", nil); ok {
		t.Error("an unknown unit is known")
	}
}

func TestJSONKeepsItsKeys(t *testing.T) {
	var b strings.Builder
	if err := Print(&b, Result{AsOf: asOf}, FormatJSON, lang.ZH); err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"as_of", "base", "head", "blocks", "headlines", "changes"} {
		if got[key] == nil {
			t.Errorf("%s is missing: %s", key, b.String())
		}
	}
}

func BenchmarkPlans(b *testing.B) {
	before, after := NewSide(sample(b), asOf), NewSide(sample(b), asOf)
	for _, r := range [][]*progress.Report{before.Reports, after.Reports} {
		for len(r[0].Tasks) < 1000 {
			r[0].Tasks = append(r[0].Tasks, r[0].Tasks[0])
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		Plans(before, after)
	}
}
