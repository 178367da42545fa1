// Package chart turns a judged report into figures: an ECharts option built
// with go-echarts, the same numbers as a table, and one sentence that reads
// them. It draws nothing itself; package echarts turns an option into SVG.
package chart

import (
	"encoding/json"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// Figure is one chart with everything a reader needs who cannot see it. All
// texts are in one language.
type Figure struct {
	ID       string // unique in its page; prefix of every id in the drawing
	Title    string // says what the chart shows, as a sentence
	Subtitle string // measure, unit, place, period
	Sentence string // reads the numbers aloud
	Source   string
	AsOf     plan.Date
	Table    Table
	Wide     Drawing
	Narrow   Drawing // the same for a screen of about 360 px
	Kind     Kind
	Explore  bool // worth opening in the browser's own ECharts, to zoom and to save
}

// Kind tells figures apart whose drawing is read in another way than bars or
// lines against a scale.
type Kind string

// The kinds with a reading of their own; "" for bars and lines.
const (
	RoadmapKind   Kind = "roadmap"
	HistoryKind   Kind = "history"
	MultiplesKind Kind = "multiples"
)

// Drawing is an option for ECharts and the size in px it is laid out for. Its
// colours are CSS custom properties of the theme, so that one drawing serves
// light, dark and print.
type Drawing struct {
	Option        json.RawMessage
	Width, Height int
}

// Table holds a figure's numbers. The first cell of a row is its header.
type Table struct {
	Caption string
	Head    []string
	Rows    [][]Cell
}

// Cell is one cell: words, or a figure with the id under which the downloads
// carry it.
type Cell struct {
	Text string
	ID   string
}

// The widths that drawings are laid out for, in px.
const (
	wideWidth   = 720
	narrowWidth = 344
)

// undisclosed is what stands where a number is not known.
func undisclosed(l lang.Lang) string { return lang.T("未披露", "not disclosed").In(l) }
