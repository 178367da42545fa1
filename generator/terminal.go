package main

import (
	"fmt"
	"io"
	"os"

	"github.com/mattn/go-isatty"

	"jindu/generator/internal/lang"
)

// steps tells a person at a terminal what is going on. It says nothing where
// nobody watches: in CI, or when the output goes to a file.
type steps struct {
	w    io.Writer
	lang lang.Lang
	on   bool
}

func newSteps(w io.Writer, l lang.Lang) *steps {
	return &steps{w: w, lang: l, on: isTerminal(w) && os.Getenv("CI") == ""}
}

func (s *steps) begin(what lang.Text) {
	if s.on {
		fmt.Fprintf(s.w, "\r\x1b[K%s…", what.In(s.lang))
	}
}

func (s *steps) done(what lang.Text, args ...any) {
	if s.on {
		fmt.Fprintf(s.w, "\r\x1b[K%s\n", what.Sprintf(args...).In(s.lang))
	}
}

// colored reports whether w is a terminal whose user wants colour.
func colored(w io.Writer) bool { return isTerminal(w) && os.Getenv("NO_COLOR") == "" }

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}
