package main

import (
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// BenchmarkWarmBuild builds the whole site again with charts cached, Hugo in its
// child process included. peak-MB is the largest process of the run, as the
// system accounts it.
func BenchmarkWarmBuild(b *testing.B) {
	root := b.TempDir()
	if err := projects.Copy(root); err != nil {
		b.Fatal(err)
	}
	day := plan.Date{Year: 2026, Month: 11, Day: 23}
	p := &project{root: root, asOf: day, today: day, lang: lang.ZH, format: "text"}
	build := func() {
		if err := p.build(b.Context(), buildOptions{}, os.Stderr, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
	build()
	b.ReportAllocs()
	for b.Loop() {
		build()
	}
	b.ReportMetric(peakMB(b), "peak-MB")
	if _, err := os.Stat(filepath.Join(root, "public", "index.html")); err != nil {
		b.Fatal(err)
	}
}

// peakMB is the larger of this process's and its children's peak memory.
func peakMB(b *testing.B) float64 {
	b.Helper()
	peak := int64(0)
	for _, who := range []int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var usage syscall.Rusage
		if err := syscall.Getrusage(who, &usage); err != nil {
			b.Fatal(err)
		}
		peak = max(peak, usage.Maxrss) // in KiB on Linux
	}
	return float64(peak) / 1024
}
