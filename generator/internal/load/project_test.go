package load

import (
	"os"
	"testing"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
)

// projectRoot is the root of this project, which holds the real data.
const projectRoot = "../../.."

func TestProjectDataLoadsWithoutProblems(t *testing.T) {
	site, sources, problems, err := Dir(projectRoot)
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) > 0 {
		diag.Print(os.Stderr, problems, diag.PrintOptions{Lang: lang.ZH, Format: diag.FormatText, Source: sources.Read})
		t.Fatalf("%d problems", len(problems))
	}
	if len(site.Plans) == 0 || len(site.Plans[0].Tasks) == 0 || len(site.Units) == 0 {
		t.Error("the site is empty")
	}
}

func BenchmarkLoadProject(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, _, _, err := Dir(projectRoot); err != nil {
			b.Fatal(err)
		}
	}
}
