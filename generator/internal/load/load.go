// Package load reads the data folder into a plan.Site. It is the only reader of
// data/, and with yamledit the only importer of yaml.v3.
//
// Each file passes through the same steps: where it stands (files.go), its raw
// text (chars.go, layout*.go), YAML (parse.go), the schema (check*.go), and at
// last the site (build*.go). Every step reports all it finds, in every file, and
// nothing is repaired: a site is built only when no step found an error.
package load

import (
	"io/fs"
	"os"
	"slices"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

// Folder is the folder of the data files below the project's root.
const Folder = "data"

// Dir loads the data folder of the project at root. Paths in diagnostics are
// slash-separated and relative to root. The site is nil when the problems
// include an error. The error is one of input or output only.
func Dir(root string) (*plan.Site, Sources, diag.List, error) {
	r, err := os.OpenRoot(root) // keeps every path inside the project
	if err != nil {
		return nil, nil, nil, err
	}
	defer r.Close()
	return FS(r.FS())
}

// FS is Dir over a file system whose root is the project's. To see symbolic
// links it must report them in its directory entries and have Lstat.
func FS(fsys fs.FS) (*plan.Site, Sources, diag.List, error) {
	var problems diag.List
	found, err := findFiles(fsys, &problems)
	if err != nil {
		return nil, nil, nil, err
	}
	sources := Sources{}
	var docs []*document
	for _, f := range found {
		raw, err := fs.ReadFile(fsys, f.name)
		if err != nil {
			return nil, nil, nil, err
		}
		sources[f.name] = raw
		docs = append(docs, read(f, raw, &problems))
	}
	unique(docs, &problems)
	problems = problems.Sorted()
	if problems.HasErrors() {
		return nil, sources, problems, nil
	}
	return build(docs), sources, problems, nil
}

// document is one data file, read and checked.
type document struct {
	found
	src  *source
	root *yaml.Node // nil where the text is not YAML
}

// found is a data file and what its path says of it.
type found struct {
	name   string // from the project's root
	kind   string // name of the record: site, units, plan, task, indicator
	record *schema.Record
	plan   string // folder of the plan, or ""
	id     string // what the path says the id is, or ""
}

// read takes one file through all steps but the last. What it reports never shows
// personal data whole.
func read(f found, raw []byte, problems *diag.List) *document {
	doc := &document{found: f, src: newSource(f.name, raw)}
	var own diag.List
	if own = conflicts(doc.src); len(own) > 0 {
		checkPersonal(doc.src, nil, &own)
	} else {
		readSteps(doc, raw, &own)
	}
	withoutNumbers(own)
	problems.Add(own...)
	return doc
}

// readSteps checks the text of a file, its YAML and its records.
func readSteps(doc *document, raw []byte, problems *diag.List) {
	var chars, layout diag.List
	if checkChars(doc.src, raw, &chars) {
		checkLayout(doc.src, &layout)
		doc.root = parse(doc.src, raw, &layout)
	}
	var amounts []diag.Range
	if doc.root != nil {
		amounts = checkDocument(doc, layout, problems)
	}
	checkPersonal(doc.src, amounts, problems)
	problems.Add(outside(chars, layout)...)
	problems.Add(layout...)
}

// outside returns the problems of chars whose place is not reported better by
// layout: a special space that indents a line or stands after a colon.
func outside(chars, layout diag.List) diag.List {
	covered := map[diag.Pos]bool{}
	for _, d := range layout {
		if d.Code == wideIndent.Code || d.Code == wideSpaceAfterColon.Code {
			for p := d.Range.Start; p.Column < d.Range.End.Column; p.Column++ {
				covered[p] = true
			}
		}
	}
	return slices.DeleteFunc(chars, func(d diag.Diagnostic) bool { return covered[d.Range.Start] })
}
