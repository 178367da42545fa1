package load

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"gopkg.in/yaml.v3"

	"jindu/generator/internal/diag"
)

// The files that FuzzLoad replaces, one at a time.
var fuzzedFiles = []string{
	"data/sample/tasks/t1.yaml", "data/units.yaml", "data/sample/indicators/i1.yaml", "data/sample/plan.yaml", "data/site.yaml",
}

// Whatever a file holds: loading does not panic, every problem stands inside the
// file, and text that is accepted means to us what it means to YAML.
func FuzzLoad(f *testing.F) {
	seedCorpus(f)
	rest := base(f)
	f.Fuzz(func(t *testing.T, which uint8, raw []byte) {
		name := fuzzedFiles[int(which)%len(fuzzedFiles)]
		files := fstest.MapFS{}
		for k, v := range rest {
			files[k] = v
		}
		files[name] = &fstest.MapFile{Data: raw}
		site, sources, problems, err := FS(files)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range problems {
			if !insideFile(d.Range, sources[d.Range.File]) {
				t.Errorf("%s %+v is outside its file", d.Code, d.Range)
			}
			for _, r := range d.Related {
				if !insideFile(r.Range, sources[r.Range.File]) {
					t.Errorf("%s: second place %+v is outside its file", d.Code, r.Range)
				}
			}
		}
		if err := diag.Print(io.Discard, problems, diag.PrintOptions{Source: sources.Read}); err != nil {
			t.Fatal(err)
		}
		if site != nil {
			sameAsYAML(t, name, raw)
		}
	})
}

func seedCorpus(f *testing.F) {
	for _, path := range append(badFiles(f), "testdata/good/full.txtar", "testdata/base.txtar") {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			for i, name := range fuzzedFiles {
				if filepath.Dir(name) == filepath.Dir(file.Name) && file.Name != "want" && len(file.Data) < 5000 {
					f.Add(uint8(i), unescape(file.Data))
				}
			}
		}
	}
}

func insideFile(r diag.Range, raw []byte) bool {
	if r.Start.Line == 0 {
		return r.End.Line == 0
	}
	lines := strings.Split(strings.TrimPrefix(string(raw), "\ufeff"), "\n")
	inside := func(p diag.Pos) bool {
		return p.Line >= 1 && p.Line <= len(lines) && p.Column >= 1 && p.Column <= len([]rune(lines[p.Line-1]))+1
	}
	return inside(r.Start) && inside(r.End) && (r.End.Line > r.Start.Line || r.End.Column >= r.Start.Column)
}

// sameAsYAML compares each scalar's place with its value: the text that its range
// spans, read alone, gives the same value.
func sameAsYAML(t *testing.T, name string, raw []byte) {
	src := newSource(name, raw)
	var doc yaml.Node
	if err := yaml.Unmarshal(bytes.TrimPrefix(raw, bom), &doc); err != nil {
		t.Fatalf("accepted, but not YAML: %v", err)
	}
	for n := range scalars(&doc) {
		written := cut(raw, src.extent(n))
		if strings.Contains(written, "\n") || n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
			continue // its indentation has no meaning by itself
		}
		var alone yaml.Node
		if err := yaml.Unmarshal([]byte("- "+written+"\n"), &alone); err != nil {
			t.Errorf("the range of %q spans %q: %v", n.Value, written, err)
			continue
		}
		if got := alone.Content[0].Content[0].Value; got != n.Value {
			t.Error(cmp.Diff(n.Value, got))
		}
	}
}

func scalars(n *yaml.Node) func(func(*yaml.Node) bool) {
	return func(yield func(*yaml.Node) bool) {
		var walk func(*yaml.Node) bool
		walk = func(n *yaml.Node) bool {
			if n.Kind == yaml.ScalarNode && !yield(n) {
				return false
			}
			for _, c := range n.Content {
				if !walk(c) {
					return false
				}
			}
			return true
		}
		walk(n)
	}
}
