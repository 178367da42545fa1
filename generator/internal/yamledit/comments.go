package yamledit

import (
	"bytes"

	"gopkg.in/yaml.v3"
)

// comment is one comment of a file.
type comment struct {
	line int // from 1
	text string
	own  bool // on a line of its own
}

// comments finds every comment: a "#" at the start of a line or after a space,
// outside quotations and blocks of text.
func (s *source) comments() []comment {
	masked := make([]bool, len(s.raw)+1)
	s.mask(s.root, masked)
	var out []comment
	for i, start := range s.lines {
		line := s.raw[start:s.lineEnd(start)]
		for at := range line {
			if line[at] != '#' || masked[start+at] || at > 0 && line[at-1] != ' ' && line[at-1] != '\t' {
				continue
			}
			out = append(out, comment{
				line: i + 1, text: string(bytes.TrimRight(line[at:], " \t")),
				own: len(bytes.TrimSpace(line[:at])) == 0,
			})
			break
		}
	}
	return out
}

// mask marks the text in which "#" is just a character.
func (s *source) mask(n *yaml.Node, masked []bool) {
	for _, c := range n.Content {
		s.mask(c, masked)
	}
	from, to := s.start[n], s.end[n]
	switch {
	case n.Kind != yaml.ScalarNode:
		return
	case n.Style&blockText != 0:
		from = s.nextLine(from)
	}
	for i := from; i < to; i++ {
		masked[i] = true
	}
}

func (s *source) commentTexts() []string {
	var out []string
	for _, c := range s.comments() {
		out = append(out, c.text)
	}
	return out
}

// attach gives each comment to the entry it speaks of: a line of its own to the
// entry below, one at the end of a line to the entry that begins there. It
// returns those that stand below everything.
func attach(comments []comment, entries []placed) (below []string) {
	for _, c := range comments {
		at := -1
		for i, e := range entries {
			if e.line <= c.line {
				at = i
			}
		}
		if !c.own && at >= 0 {
			entries[at].entry.comment(c.text)
			continue
		}
		if at+1 == len(entries) {
			below = append(below, c.text)
			continue
		}
		next := entries[at+1].entry
		next.head = append(next.head, c.text)
	}
	return below
}

// placed is an entry and the line on which it began.
type placed struct {
	entry *entry
	line  int
}

// comment puts a comment at the end of the entry's line, or above the entry where
// the line has one already.
func (e *entry) comment(text string) {
	if e.tail != "" {
		e.head = append(e.head, text)
		return
	}
	e.tail = text
}
