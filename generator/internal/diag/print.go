package diag

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"jindu/generator/internal/lang"
)

// Format is a way to write problems: for people, for programs, or for the
// annotations of a pull request.
type Format string

// The formats of Print.
const (
	FormatText   Format = "text"
	FormatJSON   Format = "json"
	FormatGitHub Format = "github"
)

// ParseFormat returns the format named by s, or an error that lists the choices.
func ParseFormat(s string) (Format, error) {
	switch f := Format(s); f {
	case FormatText, FormatJSON, FormatGitHub:
		return f, nil
	}
	return "", fmt.Errorf("unknown format %q: use text, json or github", s)
}

// Source returns the bytes of a file that a Range names. It is asked only for
// the lines that are shown.
type Source func(file string) ([]byte, error)

// PrintOptions says how Print writes.
type PrintOptions struct {
	Lang   lang.Lang
	Format Format
	Source Source // nil: text shows no source lines
	Color  bool   // text only
	// First puts the problems with a lower rank before all others: hosts show only
	// the first few of a run. nil: all have the same rank.
	First func(Range) int
}

// Print writes the problems of l by rank, and within a rank in sorted order. Text ends with a line
// that counts them and is silent when there are none; JSON is always an array,
// with the words in both languages.
func Print(w io.Writer, l List, opts PrintOptions) error {
	l = l.Sorted()
	if opts.First != nil {
		slices.SortStableFunc(l, func(a, b Diagnostic) int { return cmp.Compare(opts.First(a.Range), opts.First(b.Range)) })
	}
	switch opts.Format {
	case FormatJSON:
		return printJSON(w, l)
	case FormatGitHub:
		return printGitHub(w, l, opts.Lang)
	}
	return printText(w, l, opts)
}

func printJSON(w io.Writer, l List) error {
	if l == nil {
		l = List{}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(l)
}
