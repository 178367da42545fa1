package load

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/plan"
)

// build makes the site of documents in which no error was found. Tasks come in
// the order of their projects and then their own, indicators in theirs.
func build(docs []*document) *plan.Site {
	site := &plan.Site{}
	plans := map[string]*plan.Plan{}
	for _, doc := range docs { // plan.yaml may sort after the files of its folder
		switch r := (record{doc.src, doc.root}); doc.kind {
		case "site":
			fillSite(site, r)
		case "units":
			site.Units = each(r, "units", unit)
		case "plan":
			plans[doc.plan] = newPlan(r)
			site.Plans = append(site.Plans, plans[doc.plan])
		}
	}
	for _, doc := range docs {
		switch r := (record{doc.src, doc.root}); doc.kind {
		case "task":
			p := plans[doc.plan]
			p.Tasks = append(p.Tasks, task(r))
		case "indicator":
			p := plans[doc.plan]
			p.Indicators = append(p.Indicators, indicator(r))
		}
	}
	for _, p := range site.Plans {
		arrange(p)
	}
	return site
}

// arrange puts tasks and indicators in order. A task whose project does not
// exist, which validate reports, comes last.
func arrange(p *plan.Plan) {
	number := map[string]int{}
	for _, x := range p.Projects {
		number[x.ID.V] = x.Number.V
	}
	of := func(t *plan.Task) (missing, n int) {
		n, ok := number[t.Project.V]
		if !ok {
			return 1, 0
		}
		return 0, n
	}
	slices.SortStableFunc(p.Tasks, func(a, b *plan.Task) int {
		missingA, numberA := of(a)
		missingB, numberB := of(b)
		return cmp.Or(cmp.Compare(missingA, missingB), cmp.Compare(numberA, numberB),
			cmp.Compare(a.Order.V, b.Order.V), cmp.Compare(a.ID.V, b.ID.V))
	})
	slices.SortStableFunc(p.Indicators, func(a, b *plan.Indicator) int {
		return cmp.Or(cmp.Compare(a.Order.V, b.Order.V), cmp.Compare(a.ID.V, b.ID.V))
	})
}

// record reads the values of a mapping that the checks found sound. A key that
// is not there gives the zero value.
type record struct {
	src  *source
	node *yaml.Node
}

func (r record) at() diag.Range {
	if r.node == nil {
		return diag.Range{}
	}
	return r.src.extent(r.node)
}

func (r record) sub(key string) record { return record{r.src, child(r.node, key)} }

func (r record) str(key string) plan.String { return r.strOf(child(r.node, key)) }

func (r record) strOf(n *yaml.Node) plan.String {
	return valueOf(r, n, func(s string) string { return s })
}

func (r record) strs(key string) []plan.String {
	var out []plan.String
	for _, n := range entries(child(r.node, key)) {
		out = append(out, r.strOf(n))
	}
	return out
}

func (r record) integer(key string) plan.Int { return r.integerOf(child(r.node, key)) }

func (r record) integerOf(n *yaml.Node) plan.Int {
	return valueOf(r, n, func(s string) int { i, _ := strconv.Atoi(s); return i })
}

func (r record) integers(key string) []plan.Int {
	var out []plan.Int
	for _, n := range entries(child(r.node, key)) {
		out = append(out, r.integerOf(n))
	}
	return out
}

// The parsers below cannot fail: the checks ran them before.

func (r record) date(key string) plan.DateValue {
	return valueOf(r, child(r.node, key), func(s string) plan.Date { d, _ := plan.ParseDate(s); return d })
}

func (r record) period(key string) plan.PeriodValue {
	return valueOf(r, child(r.node, key), func(s string) plan.Period { p, _ := plan.ParsePeriod(s); return p })
}

func (r record) number(key string) plan.NumberValue {
	return valueOf(r, child(r.node, key), func(s string) plan.Number { n, _ := plan.ParseNumber(s); return n })
}

func (r record) boolean(key string) bool {
	n := child(r.node, key)
	return n != nil && n.Value == "true"
}

// valueOf gives the value of a scalar with its place. The line break that ends a
// block of text (|) belongs to its notation, not to the text.
func valueOf[T any](r record, n *yaml.Node, parse func(string) T) plan.Value[T] {
	if n == nil {
		return plan.Value[T]{}
	}
	return plan.Value[T]{V: parse(scalarText(n)), At: r.src.extent(n)}
}

func scalarText(n *yaml.Node) string {
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return strings.TrimRight(n.Value, "\n")
	}
	return n.Value
}

// each reads the records of a list.
func each[T any](r record, key string, one func(record) T) []T {
	var out []T
	for _, n := range entries(child(r.node, key)) {
		out = append(out, one(record{r.src, n}))
	}
	return out
}
