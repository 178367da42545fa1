package chart

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// trace is one series of an indicator's chart.
type trace struct {
	name   string
	color  string // a custom property of the theme
	line   string // "solid", "dashed", "dotted", or "" for points that no line joins
	symbol string
	size   int // of the symbol, px
	points []point
}

// point is a dot on the chart: years on the line of Date.YearFraction, the words
// beside it, and what a tooltip reads there.
type point struct {
	x, y  float64
	label string
	place string // of the label: "top", "bottom" or "right"
	align string // of a label to the right, up and down
	right int    // px by which a label to the right is moved on
	lift  int    // and up
	reads reading
}

// traces are the series in drawing order: the required path, the targets, a
// computed baseline, the published values. A trace without points stays, so that
// every chart has them in the same order and a legend names them all.
func traces(i *progress.Indicator, path []progress.PathPoint, l lang.Lang) []trace {
	list := []trace{
		{name: lang.T("所需路径", "Required path").In(l), color: "--chart-path", line: "dashed", symbol: "none", points: pathPoints(i, path, l)},
		{name: lang.T("目标值", "Target").In(l), color: "--chart-target", symbol: "diamond", size: 14, points: targetPoints(i, l)},
	}
	actual := actualPoints(i, l)
	if b := i.Indicator.Baseline; b.Given() && b.Imputed {
		// Apart from the published values and hollow, so that nobody takes it for one.
		list = append(list, trace{
			name: lang.T("推算基期值", "Imputed baseline").In(l), color: "--chart-path", symbol: "emptyCircle", size: 10,
			points: []point{basePoint(i, l)},
		})
	} else if b.Given() {
		actual = append([]point{basePoint(i, l)}, actual...)
	}
	return append(list, trace{
		name: lang.T("实际值", "Actual").In(l), color: "--chart-line", line: "solid", symbol: "circle", size: 9, points: actual,
	})
}

func pathPoints(i *progress.Indicator, path []progress.PathPoint, l lang.Lang) []point {
	out := make([]point, len(path))
	for k, p := range path {
		out[k] = point{x: p.X, y: p.Y}
		if p.X == math.Trunc(p.X) {
			out[k].reads = reading{withUnit(lang.Decimal(p.Y, 2), i.Indicator, l), lang.T("%d年", "%d").Sprintf(int(p.X)).In(l)}
		}
	}
	return out
}

func targetPoints(i *progress.Indicator, l lang.Lang) []point {
	var out []point
	for _, t := range i.Targets {
		raw, at := t.Target.Value.V.Raw, t.Target.Period.V
		p := point{
			x: at.To.YearFraction(), y: t.Target.Value.V.Float, place: "top",
			label: lang.T("目标 %s", "target %s").Sprintf(raw).In(l), reads: reading{withUnit(raw, i.Indicator, l), words(at, l)},
		}
		for _, o := range published(i) {
			if o.Period.V.To == at.To && o.Value.V.Float >= p.y {
				p.place = "bottom" // the value's label stands above
			}
		}
		for _, e := range t.Target.Earlier {
			if e.Period.V.To == at.To && e.Value.V.Float >= p.y {
				p.place = "bottom" // the old target stands above
			}
		}
		out = append(out, p)
	}
	return out
}

func actualPoints(i *progress.Indicator, l lang.Lang) []point {
	var out []point
	for _, o := range published(i) {
		p := point{
			x: o.Period.V.To.YearFraction(), y: o.Value.V.Float, label: o.Value.V.Raw, place: "top",
			reads: reading{withUnit(o.Value.V.Raw, i.Indicator, l), words(o.Period.V, l)},
		}
		for _, t := range i.Targets {
			if t.Target.Period.V.To == o.Period.V.To && t.Target.Value.V.Float > p.y {
				p.place = "bottom"
			}
		}
		out = append(out, p)
	}
	return out
}

// basePoint is the baseline. Its label stands to the right; clearPath finds the
// side that the path from it leaves free.
func basePoint(i *progress.Indicator, l lang.Lang) point {
	b := i.Indicator.Baseline
	return point{
		x: b.Period.V.To.YearFraction(), y: b.Value.V.Float, label: baseWord(b, l) + " " + b.Value.V.Raw, place: "right", align: "bottom",
		reads: reading{baseWord(b, l) + " " + withUnit(b.Value.V.Raw, i.Indicator, l), words(b.Period.V, l)},
	}
}

// clearPath moves the label of the baseline off the path that starts there. Where
// the path falls nothing is in the way; where it rises the label goes below it if
// there is room above the axis, else over a flat path or under a steep one. across
// and up are the px of a year and of one unit of value.
func clearPath(list []trace, path []progress.PathPoint, across, up float64) {
	for k := range list {
		for j := range list[k].points {
			p := &list[k].points[j]
			if p.place != "right" || len(path) < 2 {
				continue
			}
			long := float64(textWidth(p.label) + 10)
			climb := (valueAt(path, p.x+long/across) - p.y) * up
			switch steep := climb / long; {
			case climb <= 0:
			case p.y*up >= fontSize+8:
				p.align = "top"
			case steep < 0.3:
				p.lift = int(climb) + 4
			default:
				p.right = max(0, int((fontSize+6)/steep)-10)
			}
		}
	}
}

// valueAt is the height of a path at x, that of its end beyond it.
func valueAt(path []progress.PathPoint, x float64) float64 {
	for k := 1; k < len(path); k++ {
		if a, b := path[k-1], path[k]; x <= b.X {
			return a.Y + (b.Y-a.Y)*(x-a.X)/(b.X-a.X)
		}
	}
	return path[len(path)-1].Y
}

// published are the values to draw: of several for one period the one that became
// known last.
func published(i *progress.Indicator) []plan.Observation {
	var out []plan.Observation
	for _, o := range i.Observations {
		if n := len(out); n > 0 && out[n-1].Period.V.Raw == o.Period.V.Raw {
			out[n-1] = o
			continue
		}
		out = append(out, o)
	}
	return out
}

func baseWord(b plan.Baseline, l lang.Lang) string {
	if b.Imputed {
		return lang.T("推算", "imputed").In(l)
	}
	return lang.T("基期", "base").In(l)
}

func words(p plan.Period, l lang.Lang) string { return lang.T(p.Chinese(), p.English()).In(l) }

func unitOf(i *plan.Indicator, l lang.Lang) string { return lang.T(i.Unit.V, i.UnitEN.V).In(l) }

// withUnit joins a printed number and its unit; Latin units stand apart.
func withUnit(number string, i *plan.Indicator, l lang.Lang) string {
	unit := unitOf(i, l)
	if l == lang.EN && unit != "%" {
		return number + " " + unit
	}
	return number + unit
}

// data are the points as go-echarts takes them; annotate adds what it has no
// field for.
func (t trace) data() []opts.LineData {
	out := make([]opts.LineData, len(t.points))
	for k, p := range t.points {
		out[k] = opts.LineData{Name: p.label, Value: []float64{p.x, p.y}, Symbol: t.symbol, SymbolSize: t.size}
	}
	return out
}

// annotate gives the points of an option's series their labels and readings.
func annotate(m map[string]any, list []trace) {
	eachDatum(m, func(series, datum int, d map[string]any) {
		t := list[series]
		p := t.points[datum]
		p.reads.addTo(d)
		if p.label == "" {
			return
		}
		label := map[string]any{
			"show": true, "position": p.place, "formatter": "{b}", "color": "var(" + t.color + ")",
			"fontSize": fontSize, "fontFamily": "inherit",
		}
		if p.place == "right" {
			label["verticalAlign"], label["color"], label["offset"] = p.align, "var(--chart-text)", []int{p.right, -p.lift}
		}
		d["label"] = label
	})
}

// look is how the series is drawn.
func (t trace) look() []charts.SeriesOpts {
	color := "var(" + t.color + ")"
	line := opts.LineStyle{Color: color, Width: 3, Type: t.line}
	switch t.line {
	case "":
		line.Opacity = opts.Float(0)
	case "dashed", "dotted":
		line.Width = 2
	}
	return []charts.SeriesOpts{charts.WithLineStyleOpts(line), charts.WithItemStyleOpts(opts.ItemStyle{Color: color})}
}
