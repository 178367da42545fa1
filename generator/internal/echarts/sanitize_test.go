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
	"strings"
	"testing"
)

func sanitized(t testing.TB, svg string, opts SanitizeOptions) string {
	t.Helper()
	out, err := Sanitize([]byte(svg), opts)
	if err != nil {
		t.Fatalf("%v in %s", err, svg)
	}
	return string(out)
}

const rootStart = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img">`

func TestSanitizeKeepsWhatIsAllowed(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"size, class and metadata go", `<rect class="x" x="1" ecmeta_series_index="0" data-x="y"/>`, `<rect x="1"/>`},
		{"theme colours", `<path d="M0 0" fill="var(--c-1)" stroke="currentColor"/>`, `<path d="M0 0" fill="var(--c-1)" stroke="currentColor"/>`},
		{"fallback colour", `<rect fill="var(--c, #fff)"/>`, `<rect fill="var(--c, #fff)"/>`},
		{"colour functions", `<rect fill="rgba(0, 0, 0, .5)" stroke="hsl(120 50% 50%)"/>`, `<rect fill="rgba(0, 0, 0, .5)" stroke="hsl(120 50% 50%)"/>`},
		{"own gradient", `<rect fill="url('#c1-g0')"/>`, `<rect fill="url(#c1-g0)"/>`},
		{"own reference", `<linearGradient id="c1-g1" xlink:href="#c1-g0"/>`, `<linearGradient id="c1-g1" href="#c1-g0"/>`},
		{"style to attributes", `<text style="font-size:12.345px;font-family:&quot;PingFang SC&quot;, sans-serif;font-weight:bold;color:red">进度</text>`,
			`<text font-size="12.35" font-family="'PingFang SC',sans-serif" font-weight="bold">进度</text>`},
		{"font shorthand", `<text style="font: italic 600 12px/1.5 Noto Sans, serif">a</text>`,
			`<text font-size="12" font-family="'Noto Sans',serif" font-style="italic" font-weight="600">a</text>`},
		{"style wins over attribute", `<text font-size="9" style="font-size:12px">a</text>`, `<text font-size="12">a</text>`},
		{"double attribute", `<rect x="1" x="2"/>`, `<rect x="1"/>`},
		{"text exactly", `<text xml:space="preserve">  一 &lt;b&gt; &amp;#13;&#13;<tspan> 二</tspan></text>`,
			`<text xml:space="preserve">  一 &lt;b&gt; &amp;#13;&#xD;<tspan> 二</tspan></text>`},
		{"style element, comments and loose text", "<style>a{b:url(http://x)}</style><!-- x --> loose <g>\n</g>", "<g/>"},
		{"old title", `<title>x<b/></title><g/>`, `<g/>`},
		{"CDATA", `<text><![CDATA[<script>]]></text>`, `<text>&lt;script&gt;</text>`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9" viewBox="0 0 9 9">` + tt.in + `</svg>`
			want := rootStart + "\n" + tt.want + "</svg>"
			if got := sanitized(t, in, SanitizeOptions{ID: "c1"}); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func TestSanitizeKeepsMetaWhenAsked(t *testing.T) {
	in := rootStart + `<rect ecmeta_series_index="1" ecmeta_data_index="12" ecmeta_ssr_type="chart"/></svg>`
	want := rootStart + "\n" + `<rect ecmeta_series_index="1" ecmeta_data_index="12"/></svg>`
	if got := sanitized(t, in, SanitizeOptions{ID: "c1", KeepMeta: true}); got != want {
		t.Errorf("got %s", got)
	}
}

func TestSanitizeReportsAttacks(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"script", `<script>alert(1)</script>`, "element <script>"},
		{"prefixed script", `<svg:script/>`, "element <svg:script>"},
		{"image", `<image href="x.png"/>`, "element <image>"},
		{"foreignObject", `<foreignObject><b/></foreignObject>`, "element <foreignObject>"},
		{"use", `<use href="#c1-a"/>`, "element <use>"},
		{"link", `<a href="#c1-a"/>`, "element <a>"},
		{"animation", `<set attributeName="onload"/>`, "element <set>"},
		{"nested svg", `<svg/>`, "element <svg>"},
		{"handler", `<rect onload="alert(1)"/>`, "attribute onload on <rect>"},
		{"handler, odd case", `<rect OnLoad="alert(1)"/>`, "attribute OnLoad on <rect>"},
		{"foreign href", `<rect href="http://evil.example/"/>`, "refers to something outside"},
		{"foreign href in a gradient", `<linearGradient xlink:href="evil.svg#c1-g"/>`, "href on <linearGradient> has a value that is not allowed"},
		{"script url", `<rect href=" java&#10;script:alert(1)"/>`, "refers to something outside"},
		{"foreign url", `<rect fill="url(http://evil.example/a)"/>`, "fill on <rect> refers"},
		{"relative url", `<rect filter="url(a.svg#c1-b)"/>`, "filter on <rect> refers"},
		{"foreign url in style", `<rect style="background:ur\l(//evil.example)"/>`, "style on <rect> refers"},
		{"another chart's id", `<rect fill="url(#c2-g0)"/>`, "fill on <rect> has a value that is not allowed"},
		{"another chart's clip", `<g clip-path="url(#c11)"/>`, "clip-path on <g> has a value"},
		{"id without prefix", `<g id="main"/>`, "id on <g> has a value"},
		{"css in a colour", `<rect fill="red;x:y"/>`, "fill on <rect> has a value"},
		{"css in a font", `<text font-family="a;b:c">x</text>`, "font-family on <text> has a value"},
		{"font that cannot be read", `<text style="font: x">x</text>`, "a font that cannot be read"},
		{"NaN", `<rect x="NaN"/>`, "x on <rect> has a value"},
		{"NaN in a path", `<path d="M0 NaN"/>`, "d on <path> has a value"},
		{"entity", `<!DOCTYPE svg [<!ENTITY x "y">]>`, "directive <!DOCTYPE"},
		{"stylesheet", `<?xml-stylesheet href="x"?>`, "processing instruction <?xml-stylesheet?>"},
		{"html namespace", `<g xmlns="http://www.w3.org/1999/xhtml"/>`, "namespace xmlns="},
		{"two at once", `<script/><rect onclick="x"/>`, "attribute onclick on <rect>; element <script>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Sanitize([]byte(rootStart+tt.in+"</svg>"), SanitizeOptions{ID: "c1"})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func TestSanitizeReportsWhatIsNotOneSVG(t *testing.T) {
	tests := []struct{ name, in, id, want string }{
		{"nothing", ``, "c1", "no complete <svg>"},
		{"another root", `<g/>`, "c1", "found <g>"},
		{"two roots", rootStart + `</svg>` + rootStart + `</svg>`, "c1", "expected one <svg>"},
		{"cut short", rootStart + `<g>`, "c1", "no complete <svg>"},
		{"wrong end", rootStart + `</g></svg>`, "c1", "unexpected </g>"},
		{"only an end", `</svg>`, "c1", "unexpected </svg>"},
		{"unescaped", rootStart + `<text>a & b</text></svg>`, "c1", "not well-formed"},
		{"no viewBox", `<svg width="1" height="1"/>`, "c1", "without a viewBox"},
		{"bad id", rootStart + `</svg>`, "C 1", "is not lower-case"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Sanitize([]byte(tt.in), SanitizeOptions{ID: tt.id})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func TestManyFindingsAreCutShort(t *testing.T) {
	var in strings.Builder
	in.WriteString(rootStart)
	for c := 'a'; c < 'a'+15; c++ {
		in.WriteString("<bad" + string(c) + "/>")
	}
	in.WriteString("</svg>")
	_, err := Sanitize([]byte(in.String()), SanitizeOptions{ID: "c1"})
	if err == nil || !strings.HasSuffix(err.Error(), "element <badj>; and 5 more") {
		t.Errorf("got %v", err)
	}
}

// attackStrings end up wherever an option takes text.
func attackStrings() []string {
	return []string{
		`red" onload="alert(1)`,
		`red' onload='alert(1)`,
		`"/><script>alert(1)</script>`,
		`"><image href="http://evil.example/x.png"/>`,
		`url(http://evil.example/a.svg#x)`,
		`url("javascript:alert(1)")`,
		`javascript:alert(1)`,
		`data:text/html,<script>alert(1)</script>`,
		`</text><script>alert(1)</script><text>`,
		`]]><script>alert(1)</script>`,
		`red;background:url(//evil.example)`,
		`expression(alert(1))`,
		`<img src=x onerror=alert(1)>`,
		`&quot; onclick=&quot;alert(1)`,
		`image://http://evil.example/x.png`,
		"a\u0000b",
		`</style><svg onload=alert(1)>`,
		`&#x22; onload=&#x22;alert(1)`,
	}
}

// attackPlaces are options with %ATTACK% where the text goes.
func attackPlaces() map[string]string {
	const axes = `"xAxis":{"type":"category","data":["a","b"]},"yAxis":{}`
	return map[string]string{
		"item colour":    `{` + axes + `,"series":[{"type":"bar","data":[1,2],"itemStyle":{"color":%ATTACK%}}]}`,
		"palette":        `{"color":[%ATTACK%],` + axes + `,"series":[{"type":"line","data":[1,2]}]}`,
		"font family":    `{"textStyle":{"fontFamily":%ATTACK%},"title":{"text":"t"},` + axes + `}`,
		"label font":     `{` + axes + `,"series":[{"type":"bar","data":[1],"label":{"show":true,"fontWeight":%ATTACK%}}]}`,
		"category":       `{"xAxis":{"type":"category","data":[%ATTACK%]},"yAxis":{},"series":[{"type":"bar","data":[1]}]}`,
		"series name":    `{"legend":{},` + axes + `,"series":[{"type":"bar","name":%ATTACK%,"data":[1]}]}`,
		"title":          `{"title":{"text":%ATTACK%,"subtext":%ATTACK%}}`,
		"title link":     `{"title":{"text":"t","link":%ATTACK%,"sublink":%ATTACK%,"target":%ATTACK%}}`,
		"tooltip":        `{"tooltip":{"formatter":%ATTACK%,"extraCssText":%ATTACK%},` + axes + `,"series":[{"type":"bar","data":[1]}]}`,
		"datum text":     `{` + axes + `,"series":[{"type":"bar","data":[{"value":1,"text":%ATTACK%}]}]}`,
		"symbol":         `{` + axes + `,"series":[{"type":"line","symbol":%ATTACK%,"data":[1,2]}]}`,
		"background":     `{"backgroundColor":%ATTACK%,"title":{"text":"t"}}`,
		"line dash":      `{` + axes + `,"series":[{"type":"line","data":[1,2],"lineStyle":{"type":%ATTACK%,"cap":%ATTACK%}}]}`,
		"rich text":      `{"title":{"text":"{a|x}","textStyle":{"rich":{"a":{"color":%ATTACK%,"backgroundColor":{"image":%ATTACK%}}}}}}`,
		"gradient":       `{` + axes + `,"series":[{"type":"bar","data":[1],"itemStyle":{"color":{"type":"linear","x":0,"y":0,"x2":1,"y2":%ATTACK%,"colorStops":[{"offset":0,"color":%ATTACK%},{"offset":1,"color":"red"}]}}}]}`,
		"image pattern":  `{` + axes + `,"series":[{"type":"bar","data":[1],"itemStyle":{"color":{"image":%ATTACK%,"imageWidth":9,"imageHeight":9}}}]}`,
		"pattern markup": `{` + axes + `,"series":[{"type":"bar","data":[1],"itemStyle":{"color":{"svgElement":{"tag":"script","attrs":{"onload":%ATTACK%},"text":%ATTACK%},"svgWidth":9,"svgHeight":9}}}]}`,
	}
}

func TestAttackTextNeverBecomesMarkup(t *testing.T) {
	skipUnderRaceDetector(t)
	r := newRenderer(t, Options{})
	drawn, refused := 0, 0
	for place, option := range attackPlaces() {
		for _, attack := range attackStrings() {
			quoted, err := json.Marshal(attack)
			if err != nil {
				t.Fatal(err)
			}
			req := request("c1", strings.ReplaceAll(option, "%ATTACK%", string(quoted)))
			if !strings.Contains(attack, "\x00") {
				req.Title, req.Desc = attack, attack
			}
			res, err := r.Render(context.Background(), req)
			if err != nil {
				refused++
				continue
			}
			drawn++
			assertClean(t, res.SVG)
			if bytes.ContainsAny(res.Geometry, "<>&") {
				t.Errorf("geometry is not safe in a script element: %s", res.Geometry)
			}
			if t.Failed() {
				t.Fatalf("%s with %s", place, attack)
			}
		}
	}
	t.Logf("%d drawn clean, %d refused", drawn, refused)
	// Text may hold anything; a colour may not. So there must be both.
	if drawn < 50 || refused < 50 {
		t.Errorf("%d drawn and %d refused: the test attacks nothing", drawn, refused)
	}
}

func TestAttackColoursAreRefusedByName(t *testing.T) {
	skipUnderRaceDetector(t)
	option := `{"xAxis":{"type":"category","data":["a"]},"yAxis":{},"series":[{"type":"bar","data":[1],"itemStyle":{"color":"red\" onload=\"alert(1)"}}]}`
	got := renderError(t, newRenderer(t, Options{}), option)
	if !strings.Contains(got, `fill on <path> has a value that is not allowed: "red\" onload=\"alert(1)"`) {
		t.Errorf("got %s", got)
	}
}

func FuzzSanitize(f *testing.F) {
	charts, err := filepath.Glob("testdata/charts/*.svg")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range charts {
		svg, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		id := strings.TrimSuffix(filepath.Base(path), ".svg")
		f.Add(bytes.ReplaceAll(svg, []byte(id+"-"), []byte("c1-")), "标题")
	}
	for _, attack := range attackStrings() {
		f.Add([]byte(rootStart+`<text style="font: bold 12px a" fill="`+attack+`">`+attack+`</text></svg>`), attack)
	}
	f.Add([]byte(rootStart+`<path d="M1 1a2 2 0 111 1A3 3 0 1 1 2 2h1v.5-3zC1 2 3 4 5 6" transform="scale(.33333) rotate(30deg)"/></svg>`), "a\rb")
	f.Fuzz(func(t *testing.T, svg []byte, title string) {
		opts := SanitizeOptions{ID: "c1", Title: title}
		out, err := Sanitize(svg, opts)
		if err != nil {
			return
		}
		assertClean(t, out)
		assertAllowed(t, out)
		again, err := Sanitize(out, opts)
		if err != nil {
			t.Fatalf("refuses its own output: %v\n%s", err, out)
		}
		if !bytes.Equal(out, again) {
			t.Fatalf("a second pass changes\n%s\nto\n%s", out, again)
		}
	})
}

func assertAllowed(t *testing.T, svg []byte) {
	t.Helper()
	elements, attrs := allowedElements(), allowedAttributes("c1", false)
	dec := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := dec.RawToken()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		name := qualified(start.Name)
		if !elements[name] && name != "title" && name != "desc" {
			t.Fatalf("element <%s>", name)
		}
		seen := map[string]bool{}
		for _, a := range start.Attr {
			attr := qualified(a.Name)
			onRoot := name == "svg" && (attr == "xmlns" || attr == "role" || attr == "aria-labelledby")
			if attrs[attr] == nil && !onRoot || seen[attr] {
				t.Fatalf("attribute %s on <%s>", attr, name)
			}
			seen[attr] = true
		}
	}
}
