package load

import (
	"jindu/generator/internal/diag"
	"jindu/generator/internal/plan"
)

// File is one data file, read and found sound. It lets a caller who follows the
// data through many versions read each file once for each of its contents.
type File struct{ doc *document }

// ReadFile takes one file through every check that needs no other file. The path
// is the file's own below the project's root. The file is nil where a problem is
// an error, or where no data file stands at such a path, which is no problem here.
func ReadFile(name string, raw []byte) (*File, diag.List) {
	f, ok := place(name)
	if !ok || len(raw) > maxFileBytes {
		return nil, nil
	}
	var problems diag.List
	doc := read(f, raw, &problems)
	if problems.HasErrors() || doc.root == nil {
		return nil, problems
	}
	return &File{doc}, problems
}

// Kind is the name of the record that the file holds: site, units, plan, task or
// indicator.
func (f *File) Kind() string { return f.doc.kind }

// Plan is the folder of the file's plan, "" for the files of the site.
func (f *File) Plan() string { return f.doc.plan }

// ID is what the path says the record's id is, "" for the files of the site.
func (f *File) ID() string { return f.doc.id }

// Task is the id of the task that an indicator decides, or "".
func (f *File) Task() string { return record{f.doc.src, f.doc.root}.str("task").V }

// Assemble makes the site of some of its files. Records whose plan is not among
// them are left out.
func Assemble(files []*File) *plan.Site {
	plans := map[string]bool{}
	for _, f := range files {
		plans[f.doc.plan] = plans[f.doc.plan] || f.doc.kind == "plan"
	}
	var docs []*document
	for _, f := range files {
		if f.doc.plan == "" || plans[f.doc.plan] {
			docs = append(docs, f.doc)
		}
	}
	return build(docs)
}
