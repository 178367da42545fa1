package feed

import (
	"path/filepath"
	"strconv"
	"testing"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// BenchmarkWrite writes everything of the project's own plan.
func BenchmarkWrite(b *testing.B) {
	site := samples[0].site(b)
	r := progress.Assess(site, site.Plans[0], plan.Date{Year: 2026, Month: 11, Day: 23})
	s := []Source{{r, r.Corrections()}}
	dir := b.TempDir()
	for n := 0; b.Loop(); n++ { // each into a folder of its own, as a build does
		must(b, Write(Options{Dir: filepath.Join(dir, strconv.Itoa(n)), Cache: filepath.Join(dir, "cache"), AsOf: r.AsOf}, site, s))
	}
}
