package site

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"jindu/generator/internal/chart"
)

// Reading is what a tooltip says along a chart's axis: the names of the points
// and the values of each series there, as text, and where the points lie in each
// of the two drawings.
type Reading struct {
	Names  []string        `json:"n"`
	Series []ReadingSeries `json:"s"`
	Wide   Positions       `json:"wide"`
	Narrow Positions       `json:"narrow"`
}

// ReadingSeries is one series: its name, its colour, and a text for each point,
// "" where it has no value.
type ReadingSeries struct {
	Name  string   `json:"n"`
	Color string   `json:"c"`
	Texts []string `json:"t"`
}

// Positions are where the points lie in one drawing, in the units of its viewBox:
// the plotting area (x, y, width, height), and the points along it. H tells that
// they run down the page.
type Positions struct {
	Area [4]float64 `json:"r"`
	H    bool       `json:"h,omitempty"`
	At   []float64  `json:"x"`
}

// PanelReading is the Reading of a panel, which has one drawing.
type PanelReading struct {
	Names  []string        `json:"n"`
	Series []ReadingSeries `json:"s"`
	Small  Positions       `json:"small"`
}

// geometry is what the renderer tells of one drawing.
type geometry struct {
	Positions
	Names  []string        `json:"n"`
	Series []ReadingSeries `json:"s"`
}

// figure draws both drawings of a figure into the page's files.
func (b *builder) figure(files map[string][]byte, f chart.Figure) Chart {
	c := b.chartOf(f)
	c.SVG, c.Narrow = f.ID+".svg", f.ID+"-narrow.svg"
	wide := b.drawing(files, c.SVG, f.ID, f.Wide, f)
	narrow := b.drawing(files, c.Narrow, f.ID+"-narrow", f.Narrow, f)
	c.Geometry = b.reading(f.ID, wide, narrow)
	if f.Explore {
		c.Option = f.ID + ".json"
		b.option(files, c.Option, f)
	}
	return c
}

// chartOf is a figure's words and numbers.
func (b *builder) chartOf(f chart.Figure) Chart {
	c := Chart{
		ID: f.ID, Title: f.Title, Subtitle: f.Subtitle, Sentence: f.Sentence, Source: f.Source, AsOf: b.day(f.AsOf),
		Kind: string(f.Kind), Table: Table{Caption: f.Table.Caption, Head: f.Table.Head},
	}
	for _, row := range f.Table.Rows {
		cells := make([]Cell, len(row))
		for i, cell := range row {
			cells[i] = Cell{Text: cell.Text, ID: cell.ID}
		}
		c.Table.Rows = append(c.Table.Rows, cells)
	}
	return c
}

func (b *builder) drawing(files map[string][]byte, name, id string, d chart.Drawing, f chart.Figure) json.RawMessage {
	if b.err != nil {
		return nil
	}
	drawn, err := b.Draw(b.ctx, id, d, f.Title, f.Sentence)
	if err != nil {
		b.err = fmt.Errorf("chart %s: %w", id, err)
		return nil
	}
	files[name] = drawn.SVG
	return drawn.Geometry
}

// reading joins the geometries of the two drawings, which say the same at other
// places. Series without a single text are left out. It is nil where a drawing
// has nothing to read.
func (b *builder) reading(id string, wide, narrow json.RawMessage) *Reading {
	if b.err != nil || wide == nil || narrow == nil {
		return nil
	}
	var w, n geometry
	for _, x := range []struct {
		from json.RawMessage
		to   *geometry
	}{{wide, &w}, {narrow, &n}} {
		if err := json.Unmarshal(x.from, x.to); err != nil {
			b.err = fmt.Errorf("chart %s: read its geometry: %w", id, err)
			return nil
		}
	}
	if !reflect.DeepEqual(w.Names, n.Names) || !reflect.DeepEqual(w.Series, n.Series) {
		b.err = fmt.Errorf("chart %s: the wide and the narrow drawing say different things", id)
		return nil
	}
	r := &Reading{Names: w.Names, Series: worded(w.Series), Wide: w.Positions, Narrow: n.Positions}
	if len(r.Series) == 0 {
		return nil
	}
	return r
}

// panelReading is reading for a panel.
func (b *builder) panelReading(id string, drawn json.RawMessage) *PanelReading {
	if b.err != nil || drawn == nil {
		return nil
	}
	var g geometry
	if err := json.Unmarshal(drawn, &g); err != nil {
		b.err = fmt.Errorf("chart %s: read its geometry: %w", id, err)
		return nil
	}
	r := &PanelReading{Names: g.Names, Series: worded(g.Series), Small: g.Positions}
	if len(r.Series) == 0 {
		return nil
	}
	return r
}

// worded leaves out the series without a single text.
func worded(series []ReadingSeries) []ReadingSeries {
	return slices.DeleteFunc(series, func(s ReadingSeries) bool {
		return !slices.ContainsFunc(s.Texts, func(text string) bool { return text != "" })
	})
}

// option writes the options of both drawings, as they were drawn, into one file
// that the page publishes for Explore.
func (b *builder) option(files map[string][]byte, name string, f chart.Figure) {
	type drawing struct {
		Option json.RawMessage `json:"option"`
		Width  int             `json:"width"`
		Height int             `json:"height"`
	}
	body, err := json.Marshal(map[string]drawing{
		"wide": {f.Wide.Option, f.Wide.Width, f.Wide.Height}, "narrow": {f.Narrow.Option, f.Narrow.Width, f.Narrow.Height},
	})
	if err != nil && b.err == nil {
		b.err = fmt.Errorf("chart %s: %w", f.ID, err)
	}
	files[name] = body
}
