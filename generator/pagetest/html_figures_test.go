package pagetest

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"jindu/generator/internal/chart"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/progress"
)

// figures: the drawings that are read in another way than bars and lines say what
// their tables say.
func (s *builtSite) figures(t *testing.T) {
	seen := map[chart.Kind]int{}
	for _, p := range s.sorted() {
		for _, figure := range all(p.doc, ".chart") {
			kind := chart.Kind(attr(figure, "data-chart"))
			seen[kind]++
			switch kind {
			case chart.RoadmapKind:
				roadmapBars(t, p, figure)
			case chart.HistoryKind:
				historyBars(t, p, figure)
			case chart.MultiplesKind:
				if a, b := len(all(figure, ".chart__panel")), len(s.report.Indicators); a != b {
					t.Errorf("%s: %d small drawings of %d indicators", p.path, a, b)
				}
			}
		}
	}
	for _, kind := range []chart.Kind{chart.RoadmapKind, chart.HistoryKind, chart.MultiplesKind} {
		if seen[kind] == 0 {
			t.Errorf("no figure of kind %s", kind)
		}
	}
}

// roadmapBars wants a bar of its status for each task of the table, and a point
// at the end of those without a deadline.
func roadmapBars(t *testing.T, p *builtPage, figure *html.Node) {
	edition := lang.ZH
	if strings.HasPrefix(p.path, "en/") {
		edition = lang.EN
	}
	want, open := map[string]int{}, 0
	for _, row := range tableWords(figure) {
		want[row[len(row)-1]]++
		if strings.Contains(row[2], "无期限") || strings.Contains(row[2], "none") {
			open++
		}
	}
	for _, svg := range all(figure, ".chart__drawing svg") {
		got, points := map[string]int{}, 0
		for _, shape := range append(all(svg, "path"), all(svg, "polygon")...) {
			status, ok := strings.CutPrefix(strings.TrimSuffix(attr(shape, "fill"), ")"), "var(--status-")
			if !ok {
				continue
			}
			label := progress.Status(status).Info().Label
			got[label.In(edition)]++
			if shape.Data == "polygon" {
				points++
			}
		}
		if points != open || len(got) != len(want) {
			t.Errorf("%s: chart %s: %d bars go on, %d tasks do; bars %v, table %v", p.path, attr(figure, "id"), points, open, got, want)
		}
		for word, n := range want {
			if got[word] != n {
				t.Errorf("%s: chart %s draws %d bars for %s, the table has %d", p.path, attr(figure, "id"), got[word], word, n)
			}
		}
	}
}

var columnForm = regexp.MustCompile(`^M([\d.]+) ([\d.]+)l([\d.]+) 0l0 ([\d.]+)l-[\d.]+ 0Z$`)

// historyBars compares the heights of the parts with the counts of the table, bar
// by bar from the left.
func historyBars(t *testing.T, p *builtPage, figure *html.Node) {
	rows := countRows(figure)
	for _, svg := range all(figure, ".chart__drawing svg") {
		bars := map[float64]map[string]float64{}
		for _, shape := range all(svg, "path") {
			m := columnForm.FindStringSubmatch(attr(shape, "d"))
			status, ok := strings.CutPrefix(strings.TrimSuffix(attr(shape, "fill"), ")"), "var(--status-")
			if m == nil || !ok || attr(shape, "transform") != "" {
				continue // no part of a bar; the key's marks are moved to their place
			}
			x, height := float(t, m[1]), float(t, m[4])
			if bars[x] == nil {
				bars[x] = map[string]float64{}
			}
			bars[x][status] = height
		}
		if len(bars) != len(rows) {
			t.Errorf("%s: chart %s draws %d bars, the table has %d", p.path, attr(figure, "id"), len(bars), len(rows))
			continue
		}
		unit := 0.0 // px of one task
		for i, x := range slices.Sorted(maps.Keys(bars)) {
			for status, n := range rows[i] {
				if unit == 0 {
					unit = (bars[x][status] + 1) / float64(n)
				}
				if want := unit*float64(n) - 1; math.Abs(want-bars[x][status]) > 1.2 {
					t.Errorf("%s: chart %s: bar %d: %s is drawn %.1f high, %d tasks are %.1f", p.path, attr(figure, "id"), i, status, bars[x][status], n, want)
				}
			}
		}
	}
}

func float(t *testing.T, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	must(t, err)
	return f
}

// tableWords are the words of a figure's table, row by row.
func tableWords(figure *html.Node) [][]string {
	var out [][]string
	for _, tr := range all(one(figure, "tbody"), "tr") {
		var row []string
		for c := range tr.ChildNodes() {
			if c.Type == html.ElementNode {
				row = append(row, words(c))
			}
		}
		out = append(out, row)
	}
	return out
}

// historyNumbers are the counts of every day of the status history, judged anew.
func (s *builtSite) historyNumbers() map[string]string {
	out := map[string]string{}
	for _, x := range progress.History(s.report.Site, s.report.Plan, s.report.AsOf) {
		id := "plan/" + s.plan + "/history/" + x.Day.String() + "/count/"
		for _, info := range progress.Statuses() {
			out[id+string(info.Status)] = strconv.Itoa(x.Counts.Of(info.Status))
		}
		out[id+"total"] = strconv.Itoa(x.Counts.Total)
	}
	return out
}
