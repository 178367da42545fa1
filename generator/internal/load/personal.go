package load

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/personal"
)

// checkPersonal reports personal data anywhere in the text of a file, comments
// too, since the files are as public as the site. amounts are the values of
// fields for numbers, whose digits count something.
func checkPersonal(src *source, amounts []diag.Range, out *diag.List) {
	for i, line := range src.lines {
		text := string(line)
		for _, f := range personal.Find(text) {
			column := len([]rune(text[:f.Start])) + 1
			at := src.at(i+1, column, len([]rune(text[f.Start:f.End])))
			if !slices.ContainsFunc(amounts, func(r diag.Range) bool { return r.Start == at.Start }) {
				out.Add(personalAt(f, at, ""))
			}
		}
	}
}

func personalAt(f personal.Finding, at diag.Range, path string) diag.Diagnostic {
	return personalData.At(at, path, f.Kind.Title(), f.Masked, f.Kind.Advice())
}

// personalValue reports personal data that a value has and its raw text does not
// show: written with escapes, or broken over lines.
func (c *checker) personalValue(n *yaml.Node, at diag.Range, path string) {
	if n.Style&yaml.DoubleQuotedStyle == 0 && at.Start.Line == at.End.Line {
		return
	}
	for _, f := range personal.Find(n.Value) {
		if !c.shows(at, n.Value[f.Start:f.End]) {
			c.add(personalAt(f, at, path))
		}
	}
}

// shows reports whether a line of the range has the text.
func (c *checker) shows(at diag.Range, text string) bool {
	for line := at.Start.Line; line <= at.End.Line; line++ {
		if strings.Contains(string(c.src.line(line)), text) {
			return true
		}
	}
	return false
}

// withoutNumbers masks personal data in what the problems say, for their words
// quote the files and are kept in the logs of public hosts.
func withoutNumbers(problems diag.List) {
	if !slices.ContainsFunc(problems, func(d diag.Diagnostic) bool { return d.Code == personalData.Code }) {
		return
	}
	for i := range problems {
		d := &problems[i]
		d.Path = personal.Mask(d.Path)
		d.Message, d.Hint = masked(d.Message), masked(d.Hint)
	}
}

func masked(t lang.Text) lang.Text { return lang.T(personal.Mask(t.ZH), personal.Mask(t.EN)) }
