package echarts

import (
	"encoding/json"
	"strings"
	"testing"
)

func geometryOf(t *testing.T, r *Renderer, req Request) Geometry {
	t.Helper()
	res := mustRender(t, r, req)
	if res.Geometry == nil {
		t.Fatal("no geometry")
	}
	var g Geometry
	if err := json.Unmarshal(res.Geometry, &g); err != nil {
		t.Fatal(err)
	}
	return g
}

func TestGeometryMatchesTheChart(t *testing.T) {
	skipUnderRaceDetector(t)
	tests := []struct {
		chart          string
		points, series int
		horizontal     bool
	}{
		{"line-target", 5, 2, false},
		{"bar", 5, 1, false},
		{"line-gaps", 7, 1, false},
		{"stacked-horizontal", 4, 3, true},
		{"single-stack", 1, 4, true},
	}
	r := newRenderer(t, Options{})
	for _, tt := range tests {
		t.Run(tt.chart, func(t *testing.T) {
			g := geometryOf(t, r, chartRequest(t, tt.chart))
			if len(g.X) != tt.points || len(g.N) != tt.points || len(g.S) != tt.series || g.H != tt.horizontal {
				t.Fatalf("got %+v", g)
			}
			from, length := g.R[0], g.R[2]
			if g.H {
				from, length = g.R[1], g.R[3]
			}
			for i, x := range g.X {
				if x < from || x > from+length || i > 0 && x <= g.X[i-1] {
					t.Errorf("point %d at %v, outside %v to %v or out of order", i, x, from, from+length)
				}
			}
			for _, s := range g.S {
				if len(s.T) != tt.points || s.N == "" || s.C == "" {
					t.Errorf("series %+v", s)
				}
			}
		})
	}
}

func TestGeometryTextComesFromTheDatumThenTheFormatter(t *testing.T) {
	skipUnderRaceDetector(t)
	const axes = `"xAxis":{"type":"category","data":["a","b","c"]},"yAxis":{},`
	const data = `"data":[{"value":12000,"text":"一万二"},12000,null]`
	tests := []struct{ name, option, want string }{
		{"plain", `{` + axes + `"series":[{"type":"bar","name":"s",` + data + `}]}`, "一万二|12,000|"},
		{"root formatter", `{"tooltip":{"valueFormatter":{"$fn":"wan"}},` + axes + `"series":[{"type":"bar",` + data + `}]}`, "一万二|1.2万|"},
		{"series formatter", `{"tooltip":{"valueFormatter":{"$fn":"wan"}},` + axes + `"series":[{"type":"bar","tooltip":{"valueFormatter":{"$fn":"percent"}},` + data + `}]}`, "一万二|12,000%|"},
	}
	r := newRenderer(t, Options{})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := geometryOf(t, r, request("c1", tt.option))
			if got := strings.Join(g.S[0].T, "|"); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestGeometryPlacesPairsByTheirCategory(t *testing.T) {
	skipUnderRaceDetector(t)
	g := geometryOf(t, newRenderer(t, Options{}), request("c1", `{"xAxis":{"type":"category","data":["a","b","c"]},"yAxis":{},
		"series":[{"type":"scatter","name":"s","data":[["c",3],["a",1]]}]}`))
	if got := strings.Join(g.S[0].T, "|"); got != "1||3" {
		t.Errorf("got %s", got)
	}
}

func TestGeometryOfAValueAxisTakesPointsThatSayWhereTheyAre(t *testing.T) {
	skipUnderRaceDetector(t)
	g := geometryOf(t, newRenderer(t, Options{}), request("c1", `{"xAxis":{"min":2014,"max":2018},"yAxis":{},"series":[
		{"type":"line","name":"a","data":[{"value":[2017,21],"at":"2017年","text":"21家"},[2015,3],{"value":[2016,12.5],"at":"2016年","text":"12.50家"}]},
		{"type":"line","name":"b","data":[{"value":[2017,20],"at":"2017年","text":"20家"},{"value":[2017,9],"at":"2017年四季度","text":"9家"}]}]}`))
	if got := strings.Join(g.N, "|"); got != "2016年|2017年|2017年四季度" {
		t.Errorf("points %s", got)
	}
	if got := strings.Join(g.S[0].T, "|") + "/" + strings.Join(g.S[1].T, "|"); got != "12.50家|21家|/|20家|9家" {
		t.Errorf("texts %s", got)
	}
	quarter := g.R[2] / 4
	if g.H || g.X[0] < g.R[0]+2*quarter-1 || g.X[0] > g.R[0]+2*quarter+1 || g.X[1] != g.X[2] {
		t.Errorf("positions %v in %v", g.X, g.R)
	}
}

func TestGeometryTakesACustomSeriesWithWords(t *testing.T) {
	skipUnderRaceDetector(t)
	g := geometryOf(t, newRenderer(t, Options{}), request("c1", `{"xAxis":{"type":"time","min":1420070400000,"max":1546214400000},
		"yAxis":{"type":"category","inverse":true,"data":["甲","乙"]},"series":[{"type":"custom","name":"s","renderItem":{"$fn":"ganttBar"},
		"encode":{"x":[1,2],"y":0},"itemStyle":{"color":"var(--a)"},"data":[{"value":[1,1425168000000,1483142400000,-1,1],"text":"到2016年"}]}]}`))
	if got := strings.Join(g.N, "|") + "/" + strings.Join(g.S[0].T, "|"); got != "甲|乙/|到2016年" || !g.H {
		t.Errorf("got %s, %+v", got, g)
	}
}

func TestChartsWithoutOneAxisHaveNoGeometry(t *testing.T) {
	skipUnderRaceDetector(t)
	tests := map[string]string{
		"pie":        `{"series":[{"type":"pie","data":[1]}]}`,
		"gauge":      `{"series":[{"type":"gauge","data":[1]}]}`,
		"value axes": `{"xAxis":{},"yAxis":{},"series":[{"type":"scatter","data":[[1,2]]}]}`,
		"no series":  `{"xAxis":{"type":"category"},"yAxis":{}}`,
		"two grids":  `{"grid":[{},{}],"xAxis":{"type":"category","data":["a"]},"yAxis":{},"series":[{"type":"bar","data":[1]}]}`,
		"two axes":   `{"xAxis":[{"type":"category","data":["a"]},{"type":"category","data":["b"]}],"yAxis":{},"series":[{"type":"bar","data":[1]},{"type":"bar","xAxisIndex":1,"data":[1]}]}`,
	}
	r := newRenderer(t, Options{})
	for name, option := range tests {
		t.Run(name, func(t *testing.T) {
			if res := mustRender(t, r, request("c1", option)); res.Geometry != nil {
				t.Errorf("got %s", res.Geometry)
			}
		})
	}
	if res := mustRender(t, r, chartRequest(t, "gantt")); res.Geometry != nil {
		t.Errorf("gantt: got %s", res.Geometry)
	}
}

func TestGeometryIsSafeInAScriptElement(t *testing.T) {
	skipUnderRaceDetector(t)
	res := mustRender(t, newRenderer(t, Options{}), request("c1", `{"xAxis":{"type":"category","data":["</script><b>&"]},"yAxis":{},"series":[{"type":"bar","data":[1]}]}`))
	if strings.ContainsAny(string(res.Geometry), "<>&") || !strings.Contains(string(res.Geometry), `\u003c/script`) {
		t.Errorf("got %s", res.Geometry)
	}
}

func TestGeometryWithABadColourIsAnError(t *testing.T) {
	g := &Geometry{S: []GeometrySeries{{N: "s", C: `red"onload="x`}}}
	if _, err := g.encode(); err == nil || !strings.Contains(err.Error(), `series "s" has the colour`) {
		t.Errorf("got %v", err)
	}
}
