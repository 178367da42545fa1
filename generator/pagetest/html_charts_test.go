package pagetest

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"jindu/generator/internal/progress"
)

// charts: checklist 40, 41, 45, 99.
func (s *builtSite) charts(t *testing.T) {
	bars, lines := 0, 0
	for _, p := range s.sorted() {
		for _, figure := range all(p.doc, ".chart") {
			s.chartWords(t, p, figure)
			if attr(figure, "data-chart") != "" {
				continue // drawn in another way: see figures
			}
			for _, svg := range all(figure, "svg") {
				if is(svg, ".icon") {
					continue
				}
				switch n := statusBars(t, p, figure, svg); {
				case n > 0:
					bars++
				default:
					lines += indicatorMarks(t, p, figure, svg)
				}
			}
		}
	}
	if bars == 0 || lines == 0 {
		t.Errorf("%d bar charts and %d values of line charts were compared with their tables", bars, lines)
	}
}

func (s *builtSite) chartWords(t *testing.T, p *builtPage, figure *html.Node) {
	t.Helper()
	for _, class := range []string{".chart__title", ".chart__subtitle", ".chart__source", "table", "caption"} {
		if n := one(figure, class); n == nil || words(n) == "" {
			t.Errorf("%s: chart %s has no %s", p.path, attr(figure, "id"), class)
		}
	}
	if source := one(figure, ".chart__source"); source != nil && one(source, "time") == nil {
		t.Errorf("%s: chart %s does not say as of when", p.path, attr(figure, "id"))
	}
	for _, th := range all(figure, "th") {
		if scope := attr(th, "scope"); scope != "col" && scope != "row" {
			t.Errorf("%s: chart %s: <th> %q has scope %q", p.path, attr(figure, "id"), words(th), scope)
		}
	}
	for _, text := range all(figure, "text") {
		size, _ := strconv.ParseFloat(attr(text, "font-size"), 64)
		if attr(text, "font-family") != "inherit" || size < 12 || strings.Contains(attr(text, "transform"), "rotate") {
			t.Errorf("%s: chart %s: text %q has font %s %s", p.path, attr(figure, "id"), textOf(text), attr(text, "font-family"), attr(text, "font-size"))
		}
	}
}

// segmentForm is a part of a bar as it is drawn.
var segmentForm = regexp.MustCompile(`^M([\d.]+) ([\d.]+)l([\d.]+) 0l0 [\d.]+l-[\d.]+ 0Z$`)

// statusBars compares the widths of the parts with the counts of the table. It
// returns how many parts there are.
func statusBars(t *testing.T, p *builtPage, figure, svg *html.Node) int {
	t.Helper()
	drawn := map[float64]map[string]float64{}
	var order []float64
	n := 0
	for _, shape := range all(svg, "path") {
		m := segmentForm.FindStringSubmatch(attr(shape, "d"))
		status, ok := strings.CutPrefix(strings.TrimSuffix(attr(shape, "fill"), ")"), "var(--status-")
		if m == nil || !ok || has(shape, "transform") { // the legend's are moved into place
			continue
		}
		y, _ := strconv.ParseFloat(m[2], 64)
		width, _ := strconv.ParseFloat(m[3], 64)
		if drawn[y] == nil {
			drawn[y] = map[string]float64{}
			order = append(order, y)
		}
		drawn[y][status] = width
		n++
	}
	if n == 0 {
		return 0
	}
	rows := countRows(figure)
	if len(rows) != len(drawn) {
		t.Errorf("%s: chart %s draws %d bars, its table has %d rows", p.path, attr(figure, "id"), len(drawn), len(rows))
		return n
	}
	unit := 0.0 // px of one task, the line between two parts included
	for i, row := range rows {
		for status, count := range row {
			width, ok := drawn[sortedAt(order, i)][status]
			if !ok {
				t.Errorf("%s: chart %s: bar %d has no part for %s", p.path, attr(figure, "id"), i, status)
				continue
			}
			if unit == 0 {
				unit = (width + 1) / float64(count)
			}
			if want := unit*float64(count) - 1; math.Abs(want-width) > 1.2 {
				t.Errorf("%s: chart %s: bar %d: %s is drawn %.1f wide, %d tasks are %.1f", p.path, attr(figure, "id"), i, status, width, count, want)
			}
		}
		if len(row) != len(drawn[sortedAt(order, i)]) {
			t.Errorf("%s: chart %s: bar %d has %d parts, the table %d", p.path, attr(figure, "id"), i, len(drawn[sortedAt(order, i)]), len(row))
		}
	}
	return n
}

func sortedAt(ys []float64, i int) float64 {
	sorted := append([]float64(nil), ys...)
	for a := range sorted {
		for b := a + 1; b < len(sorted); b++ {
			if sorted[b] < sorted[a] {
				sorted[a], sorted[b] = sorted[b], sorted[a]
			}
		}
	}
	return sorted[i]
}

// countRows reads the counts of a table whose columns are statuses.
func countRows(figure *html.Node) []map[string]int {
	keys := map[string]string{}
	for _, info := range progress.Statuses() {
		keys[info.Label.ZH], keys[info.Label.EN] = string(info.Status), string(info.Status)
	}
	var columns []string
	for _, th := range all(one(figure, "thead"), "th") {
		columns = append(columns, keys[words(th)])
	}
	var out []map[string]int
	for _, tr := range all(one(figure, "tbody"), "tr") {
		row := map[string]int{}
		column := 0
		for c := range tr.ChildNodes() {
			if c.Type != html.ElementNode {
				continue
			}
			if n, err := strconv.Atoi(words(c)); err == nil && n > 0 && columns[column] != "" {
				row[columns[column]] = n
			}
			column++
		}
		out = append(out, row)
	}
	return out
}

var (
	markForm = regexp.MustCompile(`^matrix\([\d.]+ 0 0 [\d.]+ (-?[\d.]+) (-?[\d.]+)\)$`)
	tickForm = regexp.MustCompile(`^translate\((-?[\d.]+) (-?[\d.]+)\)$`)
	figures  = regexp.MustCompile(`-?[\d.]+`)
)

// indicatorMarks reads the height of each mark against the axis and looks for
// its value in the table, and for each value of the table its mark. It returns
// how many were compared.
func indicatorMarks(t *testing.T, p *builtPage, figure, svg *html.Node) int {
	t.Helper()
	value, px := axis(svg)
	if value == nil {
		return 0
	}
	drawn := map[string][]float64{}
	for _, shape := range all(svg, "path") {
		fill := attr(shape, "fill")
		m := markForm.FindStringSubmatch(attr(shape, "transform"))
		if m == nil || fill != "var(--chart-line)" && fill != "var(--chart-target)" {
			continue
		}
		y, _ := strconv.ParseFloat(m[2], 64)
		drawn[fill] = append(drawn[fill], value(y))
	}
	compared := 0
	for fill, column := range map[string]int{"var(--chart-line)": 1, "var(--chart-target)": 2} {
		told := tableColumn(figure, column)
		compared += len(told)
		if a, b := fmt.Sprint(len(drawn[fill])), fmt.Sprint(len(told)); a != b {
			t.Errorf("%s: chart %s draws %s marks in %s, the table has %s", p.path, attr(figure, "id"), a, fill, b)
		}
		for _, want := range told {
			if !near(drawn[fill], want, px) {
				t.Errorf("%s: chart %s: %v of the table is not drawn: %.2f", p.path, attr(figure, "id"), want, drawn[fill])
			}
		}
	}
	return compared
}

// axis returns what value a height stands for, and the value of one px, from the
// labels of the axis.
func axis(svg *html.Node) (value func(y float64) float64, px float64) {
	type tick struct{ v, y float64 }
	var ticks []tick
	for _, text := range all(svg, "text") {
		v, err := strconv.ParseFloat(strings.ReplaceAll(textOf(text), ",", ""), 64)
		m := tickForm.FindStringSubmatch(attr(text, "transform"))
		if err != nil || m == nil || attr(text, "text-anchor") != "end" {
			continue
		}
		y, _ := strconv.ParseFloat(m[2], 64)
		ticks = append(ticks, tick{v, y})
	}
	if len(ticks) < 2 {
		return nil, 0
	}
	a, b := ticks[0], ticks[len(ticks)-1]
	px = (b.v - a.v) / (a.y - b.y)
	return func(y float64) float64 { return a.v + (a.y-y)*px }, px
}

func near(list []float64, v, px float64) bool {
	for _, x := range list {
		if math.Abs(x-v) <= math.Abs(px)*0.6 {
			return true
		}
	}
	return false
}

// tableColumn lists the figures of a column. An imputed baseline is drawn as no
// value of its own.
func tableColumn(figure *html.Node, column int) []float64 {
	var out []float64
	for _, tr := range all(one(figure, "tbody"), "tr") {
		at := 0
		for c := range tr.ChildNodes() {
			if c.Type != html.ElementNode {
				continue
			}
			if said := words(c); at == column && one(c, "@data-id") != nil && !strings.Contains(words(tr), "推算") && !strings.Contains(words(tr), "imputed") {
				v, err := strconv.ParseFloat(figures.FindString(said), 64)
				if err == nil {
					out = append(out, v)
				}
			}
			at++
		}
	}
	return out
}
