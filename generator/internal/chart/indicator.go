package chart

import (
	"math"
	"slices"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// IndicatorLine draws an indicator's published values against its targets and
// the path that would reach them. f carries the words; the rest is filled in.
func IndicatorLine(f Figure, p *plan.Plan, i *progress.Indicator, l lang.Lang) Figure {
	path := RequiredPath(p, i.Indicator)
	f.Table = indicatorTable(f.Title, i, path, l)
	f.Wide = lineDrawing(p, i, path, wideWidth, 340, l)
	f.Narrow = lineDrawing(p, i, path, narrowWidth, 280, l)
	return f
}

// point is a dot on the chart: years on the line of Date.YearFraction, and the
// words beside it.
type point struct {
	x, y  float64
	label string
}

func (p point) data(symbol string, size int) opts.LineData {
	return opts.LineData{Name: p.label, Value: []float64{p.x, p.y}, Symbol: symbol, SymbolSize: size}
}

func lineDrawing(p *plan.Plan, i *progress.Indicator, path []PathPoint, width, height int, l lang.Lang) Drawing {
	first, last := yearSpan(p, i)
	chart := charts.NewLine()
	chart.SetGlobalOptions(
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "24", Top: "44", Bottom: "8", ContainLabel: opts.Bool(true)}),
		charts.WithXAxisOpts(opts.XAxis{
			Type: "value", Min: first, Max: last, MinInterval: yearStep(first, last, width), MaxInterval: yearStep(first, last, width),
			AxisLabel: axisText(), AxisLine: axisLine(true), SplitLine: gridLines(false),
		}),
		charts.WithYAxisOpts(opts.YAxis{
			Type: "value", Name: i.Indicator.Unit.V, AxisLabel: axisText(), AxisLine: axisLine(false), SplitLine: gridLines(true),
			Max: axisMax(i, path),
		}),
	)
	addPath(chart, path, l)
	addTargets(chart, i, l)
	addActual(chart, i, l)
	return Drawing{Option: option(chart, yearAxis), Width: width, Height: height}
}

func addPath(chart *charts.Line, path []PathPoint, l lang.Lang) {
	data := make([]opts.LineData, len(path))
	for k, p := range path {
		data[k] = opts.LineData{Value: []float64{p.X, p.Y}, Symbol: "none"}
	}
	chart.AddSeries(lang.T("所需路径", "Required path").In(l), data,
		charts.WithLineStyleOpts(opts.LineStyle{Color: "var(--chart-path)", Width: 2, Type: "dashed"}),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: "var(--chart-path)"}))
}

func addTargets(chart *charts.Line, i *progress.Indicator, l lang.Lang) {
	data := make([]opts.LineData, len(i.Targets))
	for k, t := range i.Targets {
		data[k] = targetPoint(t.Target, l).data("diamond", 14)
	}
	chart.AddSeries(lang.T("目标值", "Target").In(l), data,
		charts.WithLineStyleOpts(opts.LineStyle{Color: "var(--chart-target)", Opacity: opts.Float(0)}),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: "var(--chart-target)"}), pointLabels("var(--chart-target)", "top"))
}

func targetPoint(t plan.Target, l lang.Lang) point {
	return point{
		x: t.Period.V.To.YearFraction(), y: t.Value.V.Float,
		label: lang.T("目标 %s", "target %s").Sprintf(t.Value.V.Raw).In(l),
	}
}

func addActual(chart *charts.Line, i *progress.Indicator, l lang.Lang) {
	var data []opts.LineData
	if b := i.Indicator.Baseline; b.Given() {
		words := lang.T("基期 %s", "base %s")
		if b.Imputed {
			words = lang.T("推算 %s", "imputed %s")
		}
		base := point{b.Period.V.To.YearFraction(), b.Value.V.Float, words.Sprintf(b.Value.V.Raw).In(l)}
		if !b.Imputed {
			data = append(data, base.data("circle", 9))
		} else {
			addImputed(chart, base, l)
		}
	}
	for _, o := range i.Observations {
		data = append(data, point{o.Period.V.To.YearFraction(), o.Value.V.Float, o.Value.V.Raw}.data("circle", 9))
	}
	chart.AddSeries(lang.T("实际值", "Actual").In(l), data,
		charts.WithLineStyleOpts(opts.LineStyle{Color: "var(--chart-line)", Width: 3}),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: "var(--chart-line)"}), pointLabels("var(--chart-line)", "top"))
}

// addImputed draws a computed baseline apart from the published values and
// hollow, so that nobody takes it for one.
func addImputed(chart *charts.Line, base point, l lang.Lang) {
	chart.AddSeries(lang.T("推算基期值", "Imputed baseline").In(l), []opts.LineData{base.data("emptyCircle", 10)},
		charts.WithLineStyleOpts(opts.LineStyle{Color: "var(--chart-path)", Opacity: opts.Float(0)}),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: "var(--chart-path)"}), charts.WithLabelOpts(opts.Label{
			// Above the path, which starts at this point.
			Show: opts.Bool(true), Position: "right", VerticalAlign: "bottom", Formatter: "{b}",
			Color: "var(--chart-text)", FontSize: fontSize, FontFamily: "inherit",
		}))
}

func pointLabels(color, position string) charts.SeriesOpts {
	return charts.WithLabelOpts(opts.Label{
		Show: opts.Bool(true), Position: position, Formatter: "{b}", Color: color, FontSize: fontSize, FontFamily: "inherit",
	})
}

// yearSpan returns the years at the ends of the axis: the plan's own span,
// widened to hold every value. The end of year y stands at y.
func yearSpan(p *plan.Plan, i *progress.Indicator) (first, last int) {
	first, last = p.Start.V.Year-1, p.End.V.Year
	if b := i.Indicator.Baseline; b.Given() {
		first = min(first, b.Period.V.To.Year)
	}
	for _, t := range i.Targets {
		last = max(last, t.Target.Period.V.To.Year)
	}
	for _, o := range i.Observations {
		first, last = min(first, o.Period.V.To.Year-1), max(last, o.Period.V.To.Year)
	}
	return first, last
}

// yearStep is the smallest whole number of years between labels that leaves
// each label 48 px.
func yearStep(first, last, width int) float64 {
	return math.Max(1, math.Ceil(float64(48*(last-first))/float64(width-70)))
}

// axisMax leaves room above the highest point for its label.
func axisMax(i *progress.Indicator, path []PathPoint) any {
	if i.Indicator.Nature.V == plan.Share {
		return 110
	}
	values := []float64{0}
	for _, t := range i.Targets {
		values = append(values, t.Target.Value.V.Float)
	}
	for _, o := range i.Observations {
		values = append(values, o.Value.V.Float)
	}
	for _, p := range path {
		values = append(values, p.Y)
	}
	high := slices.Max(values)
	if high <= 0 {
		return 1
	}
	return niceAbove(high * 1.12)
}

// niceAbove rounds up to 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten,
// which axes can divide evenly.
func niceAbove(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 1.5, 2, 2.5, 3, 4, 5, 6, 8} {
		if n := m * power; n >= v {
			return n
		}
	}
	return 10 * power
}

// indicatorTable has a row for every year or period that has a number.
func indicatorTable(caption string, i *progress.Indicator, path []PathPoint, l lang.Lang) Table {
	unit := i.Indicator.Unit.V
	t := Table{Caption: caption, Head: []string{
		lang.T("时期", "Period").In(l),
		lang.T("实际值（%s）", "Actual (%s)").Sprintf(unit).In(l),
		lang.T("目标值（%s）", "Target (%s)").Sprintf(unit).In(l),
		lang.T("所需路径（%s）", "Required path (%s)").Sprintf(unit).In(l),
	}}
	for _, p := range tablePeriods(i, path) {
		t.Rows = append(t.Rows, periodRow(p, i, path, l))
	}
	return t
}

func tablePeriods(i *progress.Indicator, path []PathPoint) []plan.Period {
	var out []plan.Period
	add := func(p plan.Period) {
		if !slices.ContainsFunc(out, func(q plan.Period) bool { return q.Raw == p.Raw }) {
			out = append(out, p)
		}
	}
	if b := i.Indicator.Baseline; b.Given() {
		add(b.Period.V)
	}
	for _, t := range i.Targets {
		add(t.Target.Period.V)
	}
	for _, o := range i.Observations {
		add(o.Period.V)
	}
	for _, p := range path {
		if year, err := plan.ParsePeriod(strconv.Itoa(int(p.X))); err == nil && p.X == math.Trunc(p.X) {
			add(year)
		}
	}
	slices.SortStableFunc(out, func(a, b plan.Period) int { return a.To.Time().Compare(b.To.Time()) })
	return out
}

func periodRow(p plan.Period, i *progress.Indicator, path []PathPoint, l lang.Lang) []Cell {
	id := "indicator/" + i.Indicator.ID.V
	row := []Cell{{Text: lang.T(p.Chinese(), p.English()).In(l)}, {Text: undisclosed(l)}, {Text: "—"}, {Text: "—"}}
	if b := i.Indicator.Baseline; b.Given() && b.Period.V.Raw == p.Raw {
		words := lang.T("基期 %s", "base %s")
		if b.Imputed {
			words = lang.T("推算 %s", "imputed %s")
		}
		row[1] = Cell{Text: words.Sprintf(b.Value.V.Raw).In(l), ID: id + "/baseline"}
	}
	for _, o := range i.Observations {
		if o.Period.V.Raw == p.Raw {
			row[1] = Cell{Text: o.Value.V.Raw, ID: id + "/observation/" + p.Raw}
		}
	}
	for _, t := range i.Targets {
		if t.Target.Period.V.Raw == p.Raw {
			row[2] = Cell{Text: t.Target.Value.V.Raw, ID: id + "/target/" + p.Raw}
		}
	}
	for _, pt := range path {
		if p.IsYear() && pt.X == float64(p.To.Year) {
			row[3] = Cell{Text: lang.Decimal(pt.Y, 2), ID: id + "/path/" + p.Raw}
		}
	}
	return row
}
