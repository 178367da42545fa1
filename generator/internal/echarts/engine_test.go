package echarts

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

// sabotage starts the engine and puts a script in place of the renderer.
func sabotage(t *testing.T, r *Renderer, script string) {
	t.Helper()
	mustRender(t, r, request("c1", `{}`))
	if err := r.engine.run("sabotage", script); err != nil {
		t.Fatal(err)
	}
}

func TestEngineLimits(t *testing.T) {
	skipUnderRaceDetector(t)
	tests := []struct{ name, script, want string }{
		{"endless loop", `__render = function () { for (;;) {} }; undefined`, "longer than the time limit"},
		{"memory hog", `__render = function () { var a = []; for (;;) { a.push(new Array(1e5).fill(1)); } }; undefined`, "more memory than its limit"},
		{"deep recursion", `__render = function f() { return f() + 1; }; undefined`, "stack overflow"},
		{"not text", `__render = function () { return 1; }; undefined`, "not text"},
		{"not JSON", `__render = function () { return "x"; }; undefined`, "read the answer"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := newRenderer(t, Options{Timeout: 2 * time.Second, MemoryLimit: 96 << 20})
			sabotage(t, r, tt.script)
			if got := renderError(t, r, `{}`); !strings.Contains(got, tt.want) {
				t.Errorf("got %s", got)
			}
			mustRender(t, r, request("c1", `{}`)) // a fresh engine, unasked
			if r.starts != 2 {
				t.Errorf("%d engines started, want 2", r.starts)
			}
		})
	}
}

func TestCancelStopsAChart(t *testing.T) {
	r := newRenderer(t, Options{})
	sabotage(t, r, `__render = function () { for (;;) {} }; undefined`)
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	for range 2 { // while drawing, and before
		_, err := r.Render(ctx, request("c1", `{}`))
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
	}
}

func TestEngineThatCannotStartIsAnError(t *testing.T) {
	r := newRenderer(t, Options{MemoryLimit: 1 << 20})
	if got := renderError(t, r, `{}`); !strings.Contains(got, "load ") {
		t.Errorf("got %s", got)
	}
}

func TestChanceAndClockAreNotAvailable(t *testing.T) {
	skipUnderRaceDetector(t)
	e, err := startEngine(256<<20, 20*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer e.close()
	for script, want := range map[string]string{
		`Math.random()`:               "Math.random is not available",
		`Date()`:                      "today is not available",
		`new Date().getFullYear()`:    "today is not available",
		`new Date().getUTCDate()`:     "today is not available",
		`new Date("2015-01-01 8:00")`: "epoch milliseconds, not text",
	} {
		if _, err := e.vm.Eval(script, 0); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", script, err, want)
		}
	}
	// ECharts times itself with these.
	if got, err := e.vm.Eval(`Date.now() + +new Date()`, 0); err != nil || got != 0 {
		t.Errorf("the clock runs: %v, %v", got, err)
	}
}

func TestTextWidths(t *testing.T) {
	skipUnderRaceDetector(t)
	e, err := startEngine(256<<20, 20*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer e.close()
	width := func(text, font string) float64 {
		v, err := e.vm.Call("__width", text, font)
		if err != nil {
			t.Fatal(err)
		}
		switch n := v.(type) {
		case int:
			return float64(n)
		case float64:
			return n
		}
		t.Fatalf("width is %T", v)
		return 0
	}
	// The platform API is private to the bundle, so listen as it is set.
	script := `(function () {
		var set = echarts.setPlatformAPI;
		echarts.setPlatformAPI = function (api) {
			globalThis.__width = function (text, font) { return api.measureText(text, font).width; };
			set(api);
		};
	})(); undefined`
	if err := errors.Join(e.run("listen", script), e.runFile("js/measure.js")); err != nil {
		t.Fatal(err)
	}
	const eps = 1e-9
	for _, tt := range []struct {
		text, font string
		want       float64
	}{
		{"进度", "12px sans-serif", 24},
		{"进度", "bold 10px sans-serif", 22},
		{"进度", "700 10px sans-serif", 22},
		{"ab", "10px monospace", 12},
		{"进", "10px monospace", 10},
		{"😀", "10px sans-serif", 12.5},
		{"ｱｲ", "10px sans-serif", 10},
		{"é", "100px sans-serif", 56},
	} {
		if got := width(tt.text, tt.font); got < tt.want-eps || got > tt.want+eps {
			t.Errorf("%s in %s: %v, want %v", tt.text, tt.font, got, tt.want)
		}
	}
}
