package echarts

import (
	"regexp"
	"strings"
	"testing"
	"time"
)

func TestNamedFunctions(t *testing.T) {
	skipUnderRaceDetector(t)
	e, err := startEngine(256<<20, 20*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer e.close()
	tests := []struct{ call, want string }{
		{`year(1420070400000)`, "2015年"},
		{`year(null)`, ""},
		{`plainYear(1420070400000)`, "2015"},
		{`plainYear("-")`, ""},
		{`yearOnce.call({xAxis:[{data:["a2015"]}]}, "a2015", 0)`, "2015"},
		{`yearOnce.call({xAxis:[{data:["2015-06","2015-12"]}]}, "2015-12", 1)`, ""},
		{`yearOnce.call({xAxis:[{data:["2015-12","2016-06"]}]}, "2016-06", 1)`, "2016"},
		{`ungrouped(2015)`, "2015"},
		{`ungrouped({value: 1234.567})`, "1234.57"},
		{`ungrouped("")`, ""},
		{`percent(35.456)`, "35.46%"},
		{`percent({value: 0})`, "0%"},
		{`percent("-")`, ""},
		{`wan(9999)`, "9,999"},
		{`wan(12000)`, "1.2万"},
		{`wan(-123456789)`, "-12,345.68万"},
		{`wan({value: [3, 20000]})`, "2万"},
		{`wan("x")`, ""},
	}
	for _, tt := range tests {
		got, err := e.vm.Eval("chartFunctions."+tt.call, 0)
		if err != nil || got != tt.want {
			t.Errorf("%s = %v, %v; want %s", tt.call, got, err, tt.want)
		}
	}
}

func TestGanttBarsRunFromStartToEndInTheirRow(t *testing.T) {
	skipUnderRaceDetector(t)
	svg := string(mustRender(t, newRenderer(t, Options{}), chartRequest(t, "gantt")).SVG)
	for _, colour := range []string{"#52c41a", "#faad14", "#f5222d", "#8c8c8c"} {
		if !strings.Contains(svg, `fill="`+colour+`"`) {
			t.Errorf("no bar in %s", colour)
		}
	}
	// Row 2, 2015-01-01 to 2015-12-31 on an axis from 2015-01-01 (x 200) to
	// 2018-12-31 (x 688): 364 of 1460 days of 488 units, 0.6 of a 76-unit row.
	if !strings.Contains(svg, `d="M200 183.2l121.7 0l0 45.6l-121.7 0Z" fill="#f5222d"`) {
		t.Errorf("the third bar is elsewhere:\n%s", svg)
	}
	// A task of one day would be 0.3 units wide.
	if !regexp.MustCompile(`d="M[0-9. ]+l2 0[^"]*" fill="#8c8c8c"`).MatchString(svg) {
		t.Errorf("the shortest bar is not 2 wide:\n%s", svg)
	}
}

func TestGanttBarsSayHowTheyEnd(t *testing.T) {
	skipUnderRaceDetector(t)
	const axes = `"grid":{"left":0,"right":0,"top":0,"bottom":0},"xAxis":{"type":"time","min":0,"max":1000000,"show":false},
		"yAxis":{"type":"category","data":["a"],"show":false},`
	datum := func(from, to, open string) string {
		return `{` + axes + `"series":[{"type":"custom","renderItem":{"$fn":"ganttBar"},"encode":{"x":[1,2],"y":0},"itemStyle":{"color":"#010203"},
			"data":[{"value":[0,` + from + `,` + to + `,-1,` + open + `],"words":"词","room":40,"size":14,"ink":"#fefefe","pen":"#fdfdfd"}]}]}`
	}
	tests := []struct{ name, option, shape, text string }{
		{"words fit", datum("0", "500000", "0"), `d="M0 60l150 0l0 180l-150 0Z"`, `fill="#fefefe"`},
		{"words stand after", datum("0", "100000", "0"), `d="M0 60l30 0l0 180l-30 0Z"`, `text-anchor="start" font-size="14" font-family="inherit" x="34"`},
		{"words stand before", datum("900000", "1000000", "0"), `d="M270 60l30 0l0 180l-30 0Z"`, `text-anchor="end"`},
		{"goes on", datum("0", "1000000", "1"), `points="0 60 210 60 300 150 210 240 0 240"`, `fill="#fefefe"`},
	}
	r := newRenderer(t, Options{})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			req := request("c1", tt.option)
			req.Width, req.Height = 300, 300
			svg := string(mustRender(t, r, req).SVG)
			if !strings.Contains(svg, tt.shape) || !strings.Contains(svg, tt.text) {
				t.Errorf("no %s or no %s in:\n%s", tt.shape, tt.text, svg)
			}
		})
	}
}
