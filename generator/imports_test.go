package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// internal is the prefix of the import paths of this project's own packages.
const internal = "jindu/generator/internal/"

// arrows lists, for each package, the packages of this project that it may
// import: a stage may use the types of the stages before it, never call back.
var arrows = map[string][]string{
	"lang":       {},
	"diag":       {"lang"},
	"schema":     {"lang"},
	"plan":       {"diag", "lang"},
	"document":   {"plan", "diag", "lang"},
	"load":       {"personal", "plan", "schema", "diag", "lang"},
	"validate":   {"document", "plan", "schema", "diag", "lang"},
	"progress":   {"plan", "diag", "lang"},
	"chart":      {"progress", "plan", "diag", "lang"},
	"compare":    {"progress", "plan", "schema", "diag", "lang"},
	"personal":   {"lang"},
	"guide":      {"progress", "schema", "diag", "lang"},
	"opendata":   {"progress", "plan", "schema", "diag", "lang"},
	"repo":       {},
	"search":     {},
	"archive":    {},
	"feed":       {"progress", "plan", "schema", "diag", "lang"},
	"history":    {"compare", "load", "repo", "progress", "plan", "diag", "lang"},
	"site":       {"chart", "compare", "history", "opendata", "search", "progress", "document", "schema", "plan", "diag", "lang"},
	"echarts":    {},
	"hugo":       {},
	"publish":    {"personal", "diag", "lang"},
	"manifest":   {"diag", "lang"},
	"links":      {"lang"},
	"yamledit":   {"schema"},
	"jsonschema": {"schema"},
	"webform":    {"jsonschema", "repo", "schema"},
	"browser":    {},
	// for tests alone
	"browsertest": {"browser"},
	"testproject": {"plan"},
	"typed":       {"plan", "schema"},
	"workbook":    {"personal", "typed", "yamledit", "plan", "schema", "diag", "lang"},
}

// owners lists outside modules that only the packages named may import.
var owners = map[string][]string{
	"gopkg.in/yaml.v3":                    {"load", "yamledit"},
	"modernc.org/quickjs":                 {"echarts"},
	"github.com/go-echarts/go-echarts/v2": {"chart"},
	"github.com/gohugoio/hugo":            {"hugo"},
	"github.com/chromedp/chromedp":        {"browser"},
	"github.com/xuri/excelize/v2":         {"opendata", "workbook"},
	"github.com/spf13/cobra":              {""},
	"aead.dev/minisign":                   {"manifest"},
	"github.com/temoto/robotstxt":         {"links"},
}

// The files are read in this process: a go command in a child would answer from
// the test cache and miss a change.
func TestImportsPointOneWay(t *testing.T) {
	seen := map[string]bool{}
	eachImport(t, func(pkg, file, imported string) {
		seen[pkg] = true
		if own, ok := strings.CutPrefix(imported, internal); ok && pkg != "" {
			if allowed, known := arrows[pkg]; !known || !slices.Contains(allowed, own) {
				t.Errorf("%s: package %s must not import %s", file, pkg, own)
			}
		}
		for module, owner := range owners {
			if (imported == module || strings.HasPrefix(imported, module+"/")) && !slices.Contains(owner, pkg) {
				t.Errorf("%s: only packages %q may import %s", file, owner, module)
			}
		}
	})
	for pkg := range arrows {
		if !seen[pkg] {
			t.Errorf("package %s of the arrows is gone", pkg)
		}
	}
}

// eachImport calls f for every import of the program's files, tests left out.
// pkg is the package's folder below internal, "" for the program itself.
func eachImport(t *testing.T, f func(pkg, file, imported string)) {
	t.Helper()
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg, _ := strings.CutPrefix(filepath.ToSlash(filepath.Dir(name)), "internal/")
		pkg = strings.TrimPrefix(pkg, ".")
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			f(pkg, name, imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
