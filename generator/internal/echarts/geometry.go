package echarts

import (
	"encoding/json"
	"fmt"
)

// Geometry tells a tooltip script where the points of a chart lie and what to
// say there. Lengths are in the units of the SVG's viewBox. X, N and the T of
// every series have one entry per point along the axis.
type Geometry struct {
	// R is the plotting area: x, y, width, height.
	R [4]float64 `json:"r"`
	// H is set for horizontal bars: the points then run down the page, and X
	// holds y coordinates.
	H bool `json:"h,omitempty"`
	// X are the positions of the points along the axis, in axis order. On a
	// value axis two points may have the same one.
	X []float64 `json:"x"`
	// N are the names of the points: the category, the date as 2006-01-02, or
	// what the data say at a point of a value axis.
	N []string `json:"n"`
	// S are the series in drawing order.
	S []GeometrySeries `json:"s"`
}

// GeometrySeries is one series of a [Geometry].
type GeometrySeries struct {
	// N is the name of the series.
	N string `json:"n"`
	// C is its colour, as it may stand in a fill attribute; "" if it has no
	// single one.
	C string `json:"c"`
	// T are the values as text; "" where there is no value.
	T []string `json:"t"`
}

// encode rounds and checks the geometry. A nil receiver gives nil. The encoder
// escapes <, > and &, which makes the text safe inside a script element.
func (g *Geometry) encode() (json.RawMessage, error) {
	if g == nil {
		return nil, nil
	}
	for i := range g.R {
		g.R[i] = round2(g.R[i])
	}
	for i := range g.X {
		g.X[i] = round2(g.X[i])
	}
	for _, s := range g.S {
		if s.C != "" && !paintPattern.MatchString(s.C) {
			return nil, fmt.Errorf("series %q has the colour %q, which is not one", s.N, s.C)
		}
	}
	text, err := json.Marshal(g)
	if err != nil {
		return nil, fmt.Errorf("encode the geometry: %w", err)
	}
	return text, nil
}
