package load

import (
	"bytes"
	"fmt"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/personal"
)

// Sources holds every data file as it was read, by its path from the project's
// root. It lets printers show the line of a problem without reading it again.
type Sources map[string][]byte

// Read returns the bytes of a file for a printer, with personal data masked; it
// has the form of diag.Source.
func (s Sources) Read(file string) ([]byte, error) {
	raw, ok := s[file]
	if !ok {
		return nil, fmt.Errorf("%s was not read", file)
	}
	return []byte(personal.Mask(string(raw))), nil
}

// source is one file as lines of characters. Columns count from 1.
type source struct {
	name  string // from the project's root
	lines [][]rune
}

var bom = []byte("\ufeff")

// newSource splits a file into lines, without their ends and without a byte
// order mark, as editors number them.
func newSource(name string, raw []byte) *source {
	s := &source{name: name}
	for line := range bytes.SplitSeq(bytes.TrimPrefix(raw, bom), []byte("\n")) {
		s.lines = append(s.lines, []rune(string(bytes.TrimSuffix(line, []byte("\r")))))
	}
	return s
}

// line returns the text of a line, or nothing for a line that is not there.
func (s *source) line(n int) []rune {
	if n < 1 || n > len(s.lines) {
		return nil
	}
	return s.lines[n-1]
}

// span returns the range from a place up to another, kept inside the file.
func (s *source) span(start, end diag.Pos) diag.Range {
	start = s.inside(start)
	end = s.inside(end)
	if end.Line < start.Line || end.Line == start.Line && end.Column < start.Column {
		end = start
	}
	return diag.Range{File: s.name, Start: start, End: end}
}

// at returns the range of width characters of one line.
func (s *source) at(line, column, width int) diag.Range {
	return s.span(diag.Pos{Line: line, Column: column}, diag.Pos{Line: line, Column: column + width})
}

// rest returns the range from a column to the end of its line, spaces aside.
func (s *source) rest(line, column int) diag.Range {
	return s.at(line, column, len(trimRight(s.line(line)))-column+1)
}

func (s *source) inside(p diag.Pos) diag.Pos {
	p.Line = min(max(p.Line, 1), len(s.lines))
	p.Column = min(max(p.Column, 1), len(s.line(p.Line))+1)
	return p
}

func trimRight(line []rune) []rune {
	for len(line) > 0 && isBlank(line[len(line)-1]) {
		line = line[:len(line)-1]
	}
	return line
}

// isBlank reports whether YAML takes r as space between things.
func isBlank(r rune) bool { return r == ' ' || r == '\t' }
