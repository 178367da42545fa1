package echarts

import "testing"

func BenchmarkColdStart(b *testing.B) {
	opts := Options{}.withDefaults()
	for b.Loop() {
		e, err := startEngine(opts.MemoryLimit, opts.Timeout)
		if err != nil {
			b.Fatal(err)
		}
		if err := e.close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkChart(b *testing.B) {
	for _, name := range chartNames(b) {
		b.Run(name, func(b *testing.B) {
			r, req := newRenderer(b, Options{}), chartRequest(b, name)
			mustRender(b, r, req)
			for b.Loop() {
				mustRender(b, r, req)
			}
		})
	}
}

func BenchmarkCachedChart(b *testing.B) {
	r, req := newRenderer(b, Options{CacheDir: b.TempDir()}), chartRequest(b, "line-target")
	mustRender(b, r, req)
	for b.Loop() {
		mustRender(b, r, req)
	}
}

func BenchmarkSanitize(b *testing.B) {
	svg := mustRender(b, newRenderer(b, Options{}), chartRequest(b, "line-target")).SVG
	b.SetBytes(int64(len(svg)))
	for b.Loop() {
		if _, err := Sanitize(svg, SanitizeOptions{ID: "line-target", Title: "t"}); err != nil {
			b.Fatal(err)
		}
	}
}
