// Package diag holds problems found in the data: where, what, and what to type
// instead. It is a leaf package; every stage reports through it.
package diag

import (
	"cmp"
	"slices"

	"jindu/generator/internal/lang"
)

// Pos is a place in a file. Line and Column count from 1; Column counts Unicode
// code points, as editors show it. The zero Pos means "the file as a whole".
type Pos struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

// Range is a stretch of one file, from Start up to but not including End. File
// is slash-separated and relative to the project's root. A File that ends in "!"
// is a sheet of a workbook; Line and Column are then the row and column of a cell.
type Range struct {
	File  string `json:"file"`
	Start Pos    `json:"start"`
	End   Pos    `json:"end"`
}

// IsZero reports whether r names no place at all.
func (r Range) IsZero() bool { return r == Range{} }

// Severity tells whether a problem stops the build.
type Severity string

// An Error stops the build; a Warning asks a person to look.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Rule is one kind of problem with its stable code and its words. Message and
// Hint are fmt formats that share one argument list (use indexes to skip or
// reorder).
type Rule struct {
	Code     string // stable, such as "L103"; never reused for another meaning
	Severity Severity
	Message  lang.Text // what is wrong: lower case in English, no final period
	Hint     lang.Text // what to type: a sentence
}

// At makes the diagnostic of this rule at a place. path is the path in the data,
// such as "updates[2].as_of"; it may be empty for problems of a whole file.
func (r Rule) At(at Range, path string, args ...any) Diagnostic {
	return Diagnostic{
		Severity: r.Severity, Code: r.Code, Range: at, Path: path,
		Message: r.Message.Sprintf(args...), Hint: r.Hint.Sprintf(args...),
	}
}

// Diagnostic is one problem at one place.
type Diagnostic struct {
	Severity Severity  `json:"severity"`
	Code     string    `json:"code"`
	Range    Range     `json:"range"`
	Path     string    `json:"path,omitempty"`
	Message  lang.Text `json:"message"`
	Hint     lang.Text `json:"hint"`
	Related  []Related `json:"related,omitempty"`
}

// Related is a second place that explains a problem, such as the first use of
// an id that is used twice.
type Related struct {
	Range   Range     `json:"range"`
	Message lang.Text `json:"message"`
}

// With returns d with a second place added.
func (d Diagnostic) With(at Range, message lang.Text) Diagnostic {
	d.Related = append(slices.Clip(d.Related), Related{Range: at, Message: message})
	return d
}

// List is a set of problems. The zero List is ready to use.
type List []Diagnostic

// Add appends problems.
func (l *List) Add(d ...Diagnostic) { *l = append(*l, d...) }

// HasErrors reports whether any problem stops the build.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }

// Count returns how many problems have the severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// Sorted returns the problems by file, line, column, severity and code, with
// exact repeats removed.
func (l List) Sorted() List {
	out := slices.Clone(l)
	slices.SortStableFunc(out, compare)
	return slices.CompactFunc(out, func(a, b Diagnostic) bool {
		return compare(a, b) == 0 && a.Message == b.Message
	})
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.Range.File, b.Range.File),
		cmp.Compare(a.Range.Start.Line, b.Range.Start.Line),
		cmp.Compare(a.Range.Start.Column, b.Range.Start.Column),
		cmp.Compare(a.Severity, b.Severity),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Path, b.Path),
	)
}
