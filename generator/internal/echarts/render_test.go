package echarts

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

func newRenderer(t testing.TB, opts Options) *Renderer {
	t.Helper()
	if opts.Timeout == 0 {
		opts.Timeout = 5 * time.Minute // a busy machine is not what is tested
	}
	r := New(opts)
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return r
}

// skipUnderRaceDetector leaves out a test that uses one goroutine only: the
// detector has nothing to find there, and slows the engine seventyfold.
func skipUnderRaceDetector(t *testing.T) {
	t.Helper()
	if raceDetector {
		t.Skip("one goroutine only")
	}
}

func request(id, option string) Request {
	return Request{ID: id, Option: json.RawMessage(option), Width: 720, Height: 360, Title: "图表 " + id, Desc: "示例"}
}

func chartNames(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/charts/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no charts in testdata: %v", err)
	}
	var names []string
	for _, f := range files {
		names = append(names, strings.TrimSuffix(filepath.Base(f), ".json"))
	}
	return names
}

func chartRequest(t testing.TB, name string) Request {
	t.Helper()
	option, err := os.ReadFile("testdata/charts/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return request(name, string(option))
}

func mustRender(t testing.TB, r *Renderer, req Request) Result {
	t.Helper()
	res, err := r.Render(context.Background(), req)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// renderError renders an option that must fail, and returns the error text.
func renderError(t *testing.T, r *Renderer, option string) string {
	t.Helper()
	_, err := r.Render(context.Background(), request("c1", option))
	if err == nil {
		t.Fatalf("no error for %s", option)
	}
	return err.Error()
}

func compareGolden(t *testing.T, path string, got []byte) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; run with UPDATE=1 and read the diff", path)
	}
}

func TestChartsLookAsRecorded(t *testing.T) {
	r := newRenderer(t, Options{})
	for _, name := range chartNames(t) {
		t.Run(name, func(t *testing.T) {
			res := mustRender(t, r, chartRequest(t, name))
			compareGolden(t, "testdata/charts/"+name+".svg", append(res.SVG, '\n'))
			if res.Geometry != nil {
				compareGolden(t, "testdata/charts/"+name+".geometry", append(res.Geometry, '\n'))
			}
			assertClean(t, res.SVG)
		})
	}
}

// assertClean checks, without the sanitiser's own tables, that nothing in an
// SVG can run, load or style.
func assertClean(t testing.TB, svg []byte) {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, svg)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "script", "style", "image", "foreignObject", "use", "a", "animate", "set", "iframe":
			t.Errorf("element <%s>", start.Name.Local)
		}
		for _, a := range start.Attr {
			name, value := strings.ToLower(a.Name.Local), strings.ToLower(a.Value)
			if strings.HasPrefix(name, "on") || name == "style" || name == "class" ||
				strings.Contains(value, "javascript:") ||
				strings.Contains(strings.ReplaceAll(value, "url(#", ""), "url(") ||
				name != "xmlns" && strings.Contains(value, "//") {
				t.Errorf("attribute %s=%q", name, a.Value)
			}
		}
	}
}

func TestSameBytesInAnyOrderAndAnyTimeZone(t *testing.T) {
	skipUnderRaceDetector(t)
	names := chartNames(t)
	drawAll := func(order []string) map[string]string {
		r := newRenderer(t, Options{})
		out := map[string]string{}
		for _, name := range order {
			res := mustRender(t, r, chartRequest(t, name))
			out[name] = string(res.SVG) + string(res.Geometry)
		}
		return out
	}
	t.Setenv("TZ", "Asia/Shanghai")
	first := drawAll(names)
	t.Setenv("TZ", "America/New_York")
	slices.Reverse(names)
	second := drawAll(append(names, names...))
	for name := range first {
		if first[name] != second[name] {
			t.Errorf("%s differs", name)
		}
	}
}

func TestDateTextIsReadAsUTCWithoutUseUTC(t *testing.T) {
	skipUnderRaceDetector(t)
	const option = `{"xAxis":{"type":"time"},"yAxis":{},"series":[{"type":"line","data":[["2015-01-01 00:00",1],["2015-12-31 23:00",2]]}]}`
	var seen []string
	for _, zone := range []string{"Asia/Shanghai", "America/New_York"} {
		t.Setenv("TZ", zone)
		res := mustRender(t, newRenderer(t, Options{}), request("c1", option))
		seen = append(seen, string(res.SVG)+string(res.Geometry))
	}
	if seen[0] != seen[1] {
		t.Error("the time zone of the machine changes the chart")
	}
	if !strings.Contains(seen[0], `"2015-01-01","2015-12-31"`) {
		t.Errorf("dates moved: %s", seen[0][len(seen[0])-300:])
	}
}

func TestChartsOnOnePageShareNoIDs(t *testing.T) {
	skipUnderRaceDetector(t)
	r := newRenderer(t, Options{})
	ids := map[string]bool{}
	pattern := regexp.MustCompile(` id="([^"]*)"`)
	for _, id := range []string{"a", "b"} {
		req := chartRequest(t, "line-gaps")
		req.ID = id
		found := pattern.FindAllSubmatch(mustRender(t, r, req).SVG, -1)
		if len(found) < 3 { // title, desc and a clip path at least
			t.Fatalf("only %d ids", len(found))
		}
		for _, m := range found {
			if ids[string(m[1])] || !strings.HasPrefix(string(m[1]), id+"-") {
				t.Errorf("id %s", m[1])
			}
			ids[string(m[1])] = true
		}
	}
}

func TestSVGIsNamedForScreenReadersAndHasNoSize(t *testing.T) {
	skipUnderRaceDetector(t)
	req := request("c1", `{"title":{"text":"标题"}}`)
	req.Title, req.Desc = `进度 <b> & "一"`, "到 2018 年底"
	svg := string(mustRender(t, newRenderer(t, Options{}), req).SVG)
	want := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 360" role="img" aria-labelledby="c1-title c1-desc">
<title id="c1-title">进度 &lt;b&gt; &amp; "一"</title>
<desc id="c1-desc">到 2018 年底</desc>
`
	if !strings.HasPrefix(svg, want) {
		t.Errorf("got %s", svg)
	}
	if !strings.Contains(svg, ">标题</text>") {
		t.Errorf("the Chinese text is gone: %s", svg)
	}
}

func TestMistakesAreErrors(t *testing.T) {
	skipUnderRaceDetector(t)
	const axes = `"xAxis":{"type":"category","data":["a"]},"yAxis":{}`
	tests := []struct{ name, option, want string }{
		{"unknown series", `{` + axes + `,"series":[{"type":"nope","data":[1]}]}`, "Unknown series nope"},
		{"series outside the bundle", `{` + axes + `,"series":[{"type":"heatmap","data":[1]}]}`, "heatmap is used but not imported"},
		{"two mistakes", `{` + axes + `,"series":[{"type":"nope"},{"type":"heatmap"}]}`, "; "},
		{"misspelt component", `{"legnd":{},` + axes + `}`, `option "legnd" is unknown or not in the bundle`},
		{"component outside the bundle", `{"dataZoom":{},` + axes + `}`, `option "dataZoom"`},
		{"missing axis", `{"xAxis":{},"series":[{"type":"line","data":[1]}]}`, `yAxis "0" not found`},
		{"unknown function", `{"yAxis":{"axisLabel":{"formatter":{"$fn":"yaer"}}}}`, `unknown function "yaer"; known: ganttBar, percent, plainYear, ungrouped, wan, year, yearOnce`},
		{"inherited function", `{"yAxis":{"axisLabel":{"formatter":{"$fn":"toString"}}}}`, `unknown function "toString"`},
		{"prototype", `{"title":{"__proto__":{"x":1}}}`, `key "__proto__" is not allowed`},
		{"not an object", `[1]`, "must be a JSON object"},
		{"today", `{"xAxis":{"type":"time"},"yAxis":{},"series":[]}`, "today is not available"},
	}
	r := newRenderer(t, Options{})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			// Twice: ECharts prints some warnings once per engine only.
			for range 2 {
				got := renderError(t, r, tt.option)
				if !strings.Contains(got, tt.want) || !strings.HasPrefix(got, `chart "c1": `) {
					t.Errorf("got %s, want %s", got, tt.want)
				}
			}
		})
	}
}

func TestBadRequestsAreErrors(t *testing.T) {
	skipUnderRaceDetector(t)
	tests := []struct {
		name, want string
		change     func(*Request)
	}{
		{"no id", "the id must be", func(r *Request) { r.ID = "" }},
		{"upper case", "the id must be", func(r *Request) { r.ID = "C1" }},
		{"attribute in id", "the id must be", func(r *Request) { r.ID = `a" onload="` }},
		{"no width", "the size 0 by 360", func(r *Request) { r.Width = 0 }},
		{"too high", "the size 720 by 10001", func(r *Request) { r.Height = 10001 }},
		{"no title", "the title is empty", func(r *Request) { r.Title = "" }},
		{"control character", "characters that XML cannot", func(r *Request) { r.Desc = "\x01" }},
		{"script for option", "not valid JSON", func(r *Request) { r.Option = json.RawMessage(`{a:alert()}`) }},
	}
	r := newRenderer(t, Options{})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			req := request("c1", `{}`)
			tt.change(&req)
			_, err := r.Render(context.Background(), req)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func TestOneRendererServesManyGoroutines(t *testing.T) {
	r := newRenderer(t, Options{CacheDir: t.TempDir()})
	want := mustRender(t, newRenderer(t, Options{}), chartRequest(t, "bar"))
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			req := chartRequest(t, "bar")
			if i%2 == 0 {
				req.Width++ // a second chart, so that drawing and reading overlap
			}
			res, err := r.Render(context.Background(), req)
			if err != nil || i%2 == 1 && !bytes.Equal(res.SVG, want.SVG) {
				t.Errorf("goroutine %d: %v", i, err)
			}
		})
	}
	group.Wait()
	if r.starts != 1 {
		t.Errorf("%d engines started", r.starts)
	}
}

func TestTooLargeChartIsAnError(t *testing.T) {
	skipUnderRaceDetector(t)
	r := newRenderer(t, Options{MaxBytes: 1000})
	_, err := r.Render(context.Background(), chartRequest(t, "bar"))
	if err == nil || !strings.Contains(err.Error(), "more than the 1000 allowed; draw fewer points") {
		t.Errorf("got %v", err)
	}
}
