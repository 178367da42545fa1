package chart

import (
	"bytes"
	"encoding/json"

	"github.com/go-echarts/go-echarts/v2/opts"
)

// fontSize is the size in px of all text in a drawing. It equals the smallest
// body text of the theme: a chart that needs smaller type is too complex.
const fontSize = 14

// validated is what every chart of go-echarts offers.
type validated interface {
	Validate()
	JSON() map[string]any
}

// option turns a chart into the JSON that the renderer takes. Validate must run
// before JSON, or the axis loses its data (go-echarts #567). What go-echarts
// always writes but these charts do not use is taken out: an empty legend would
// still be drawn, and its palette would override the theme's colours. says is the
// sentence that reads the chart to a screen reader; aria must be on for patterns
// too. patch may add what go-echarts has no field for.
func option(c validated, says string, patch func(map[string]any)) json.RawMessage {
	c.Validate()
	m := plainMap(c.JSON())
	for _, key := range []string{"color", "toolbox", "tooltip", "title", "legend"} {
		delete(m, key)
	}
	m["textStyle"] = map[string]any{"fontFamily": "inherit", "fontSize": fontSize, "color": "var(--chart-text)"}
	m["aria"] = map[string]any{"enabled": true, "label": map[string]any{"description": says}}
	patch(m)
	return marshal(m)
}

// plainMap turns go-echarts' structs into plain JSON values, so that a patch can
// reach into them.
func plainMap(m map[string]any) map[string]any {
	var plain map[string]any
	if err := json.Unmarshal(marshal(m), &plain); err != nil {
		panic("chart: option does not read back: " + err.Error())
	}
	return plain
}

// marshal writes option JSON without HTML escapes, which would change the text.
func marshal(m map[string]any) json.RawMessage {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(m); err != nil {
		panic("chart: option of plain values does not marshal: " + err.Error())
	}
	return bytes.TrimSpace(buf.Bytes())
}

// yearAxis prints the x axis as plain years. A value axis would write 2,015; the
// renderer's registry of named functions has the formatter.
func yearAxis(m map[string]any) {
	for _, axis := range m["xAxis"].([]any) {
		axis.(map[string]any)["axisLabel"].(map[string]any)["formatter"] = map[string]any{"$fn": "ungrouped"}
	}
}

// axisText is the style of labels on an axis.
func axisText() *opts.AxisLabel {
	return &opts.AxisLabel{Show: opts.Bool(true), Color: "var(--chart-text)", FontSize: fontSize, FontFamily: "inherit"}
}

func axisLine(show bool) *opts.AxisLine {
	return &opts.AxisLine{Show: opts.Bool(show), LineStyle: &opts.LineStyle{Color: "var(--chart-grid)"}}
}

func gridLines(show bool) *opts.SplitLine {
	return &opts.SplitLine{Show: opts.Bool(show), LineStyle: &opts.LineStyle{Color: "var(--chart-grid)"}}
}

// key is a legend above the chart, in the order of the data. It cannot be
// clicked: the drawing is static.
func key(names []string) map[string]any {
	return map[string]any{
		"show": true, "top": 0, "left": 0, "data": names, "selectedMode": false,
		"icon": "rect", "itemWidth": fontSize, "itemHeight": fontSize, "itemGap": 16,
		"textStyle": map[string]any{"color": "var(--chart-text)", "fontSize": fontSize, "fontFamily": "inherit"},
	}
}

// eachDatum visits every datum of every series that is an object.
func eachDatum(m map[string]any, visit func(series, datum int, d map[string]any)) {
	for s, x := range m["series"].([]any) {
		data, _ := x.(map[string]any)["data"].([]any)
		for d, y := range data {
			visit(s, d, y.(map[string]any))
		}
	}
}

// reading is what a tooltip says at a datum: the value as printed, with its unit,
// and on an axis of plain values the place in words.
type reading struct{ text, at string }

// addTo gives a datum its reading. A datum without one is a point that says
// nothing of its own.
func (r reading) addTo(d map[string]any) {
	if r.text == "" {
		return
	}
	d["text"] = r.text
	if r.at != "" {
		d["at"] = r.at
	}
}

// hideTicks takes the ticks off an axis; go-echarts has no field for them on a
// y axis.
func hideTicks(axes any) {
	for _, axis := range axes.([]any) {
		axis.(map[string]any)["axisTick"] = map[string]any{"show": false}
	}
}
