package yamledit

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// source is a file with the place of each of its values in bytes.
type source struct {
	raw   []byte
	lines []int // where each line begins
	nl    string
	root  *yaml.Node
	start map[*yaml.Node]int
	end   map[*yaml.Node]int // after the last byte of the value
}

// errFlow says that a file must be brought into the canonical style first.
var errFlow = errors.New("written in brackets: run fmt first")

// read parses a file. It refuses what the loader refuses too and what would make
// places uncertain: anchors, tags, more than one document, odd line breaks.
func read(raw []byte) (*source, error) {
	s := &source{raw: raw, nl: "\n", start: map[*yaml.Node]int{}, end: map[*yaml.Node]int{}}
	if !utf8.Valid(raw) || bytes.ContainsAny(raw, "\u0085\u2028\u2029\ufeff") || bytes.Count(raw, []byte("\r")) != bytes.Count(raw, []byte("\r\n")) {
		return nil, errors.New("characters that no data file may hold: run check first")
	}
	if i := bytes.IndexByte(raw, '\n'); i > 0 && raw[i-1] == '\r' {
		s.nl = "\r\n"
	}
	s.lines = []int{0}
	for i, b := range raw {
		if b == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	root, err := parse(raw)
	if err != nil {
		return nil, err
	}
	if root.Kind != yaml.MappingNode {
		return nil, errors.New("not a record of keys and values")
	}
	s.root = root
	if err := s.measure(root, 0); err != nil {
		return nil, err
	}
	return s, nil
}

// parse reads the one document of a file.
func parse(raw []byte) (n *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			n, err = nil, fmt.Errorf("yaml: %v", p)
		}
	}()
	d := yaml.NewDecoder(bytes.NewReader(raw))
	var doc, second yaml.Node
	if err := d.Decode(&doc); err != nil {
		return nil, err
	}
	if err := d.Decode(&second); !errors.Is(err, io.EOF) {
		return nil, errors.New("more than one document")
	}
	return doc.Content[0], nil
}

// offset turns the parser's place, in characters, into bytes.
func (s *source) offset(line, column int) (int, error) {
	if line < 1 || line > len(s.lines) {
		return 0, fmt.Errorf("line %d: not in the file", line)
	}
	at := s.lines[line-1]
	for range column - 1 {
		_, size := utf8.DecodeRune(s.raw[at:])
		if size == 0 {
			return 0, fmt.Errorf("line %d, column %d: not in the file", line, column)
		}
		at += size
	}
	return at, nil
}

// column is the indentation of the byte in its line.
func (s *source) column(at int) int { return at - s.lineStart(at) }

func (s *source) lineStart(at int) int { return bytes.LastIndexByte(s.raw[:at], '\n') + 1 }

// lineEnd is the place of the line break at or after a byte, or of the file's end.
func (s *source) lineEnd(at int) int {
	if i := bytes.IndexByte(s.raw[at:], '\n'); i >= 0 {
		at += i
		if at > 0 && s.raw[at-1] == '\r' {
			at--
		}
		return at
	}
	return len(s.raw)
}

// nextLine is where the line after a byte begins, or the file's end.
func (s *source) nextLine(at int) int {
	if i := bytes.IndexByte(s.raw[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(s.raw)
}

// splice replaces the bytes of a stretch by text, whose line breaks become those
// of the file.
func (s *source) splice(from, to int, text string) []byte {
	if s.nl != "\n" {
		text = strings.ReplaceAll(text, "\n", s.nl)
	}
	out := make([]byte, 0, len(s.raw)+len(text))
	out = append(out, s.raw[:from]...)
	out = append(out, text...)
	return append(out, s.raw[to:]...)
}
