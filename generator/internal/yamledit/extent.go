package yamledit

import (
	"bytes"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

const quoted = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle
const blockText = yaml.LiteralStyle | yaml.FoldedStyle

// measure finds where each value begins and ends. above is the column, from 1,
// of the key or dash that the value belongs to: text deeper than it is its own.
func (s *source) measure(n *yaml.Node, above int) error {
	if n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		return fmt.Errorf("line %d: anchors, aliases and tags cannot be edited", n.Line)
	}
	start, err := s.offset(n.Line, n.Column)
	if err != nil {
		return err
	}
	s.start[n] = start
	keys := map[string]bool{}
	for i, c := range n.Content {
		deeper := n.Column
		if n.Kind == yaml.MappingNode {
			deeper = n.Content[i&^1].Column
			if i%2 == 0 && keys[c.Value] {
				return fmt.Errorf("line %d: the key %q stands twice", c.Line, c.Value)
			}
			keys[c.Value] = keys[c.Value] || i%2 == 0
		}
		if err := s.measure(c, deeper); err != nil {
			return err
		}
	}
	end, err := s.measureEnd(n, start, above)
	s.end[n] = end
	return err
}

func (s *source) measureEnd(n *yaml.Node, start, above int) (int, error) {
	switch {
	case n.Kind != yaml.ScalarNode && n.Style&yaml.FlowStyle != 0:
		return s.bracketEnd(n, start)
	case n.Kind != yaml.ScalarNode:
		if len(n.Content) == 0 {
			return start, nil
		}
		return s.end[n.Content[len(n.Content)-1]], nil
	case n.Style&blockText != 0:
		return s.blockEnd(start, above), nil
	case n.Style&quoted != 0:
		return s.quoteEnd(start)
	}
	return s.plainEnd(n, start)
}

// plainEnd follows the words of unquoted text, which may go on over lines.
func (s *source) plainEnd(n *yaml.Node, at int) (int, error) {
	for i, word := range strings.FieldsFunc(n.Value, isSpace) {
		if i > 0 {
			at += len(s.raw[at:]) - len(bytes.TrimLeft(s.raw[at:], " \t\r\n"))
		}
		if !bytes.HasPrefix(s.raw[at:], []byte(word)) {
			return 0, fmt.Errorf("line %d: the end of the value cannot be found", n.Line)
		}
		at += len(word)
	}
	return at, nil
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\r' || r == '\n' }

func (s *source) quoteEnd(at int) (int, error) {
	if at >= len(s.raw) || s.raw[at] != '"' && s.raw[at] != '\'' {
		return 0, fmt.Errorf("byte %d: no quotation mark", at)
	}
	mark := s.raw[at]
	for i := at + 1; i < len(s.raw); i++ {
		switch {
		case mark == '"' && s.raw[i] == '\\':
			i++
		case s.raw[i] != mark:
		case mark == '\'' && i+1 < len(s.raw) && s.raw[i+1] == mark:
			i++
		default:
			return i + 1, nil
		}
	}
	return 0, fmt.Errorf("byte %d: the quotation does not end", at)
}

// bracketEnd finds the bracket after the last entry. Between the two stand only
// spaces, a comma and comments.
func (s *source) bracketEnd(n *yaml.Node, at int) (int, error) {
	at++
	if len(n.Content) > 0 {
		at = s.end[n.Content[len(n.Content)-1]]
	}
	for at < len(s.raw) {
		switch s.raw[at] {
		case ']', '}':
			return at + 1, nil
		case '#':
			at = s.nextLine(at)
		case ' ', '\t', '\r', '\n', ',', ':':
			at++
		default:
			return 0, fmt.Errorf("line %d: the end of the bracket cannot be found", n.Line)
		}
	}
	return 0, fmt.Errorf("line %d: the bracket does not end", n.Line)
}

// blockEnd is the end of the last line of a block of text that is not empty. A
// block that keeps its empty lines (|+) has them as well.
func (s *source) blockEnd(start, above int) int {
	sign, _, _ := strings.Cut(string(s.raw[start:s.lineEnd(start)]), " ")
	keep := strings.Contains(sign, "+")
	end := s.lineEnd(start)
	for at := s.nextLine(start); at < len(s.raw); at = s.nextLine(at) {
		line := s.raw[at:s.lineEnd(at)]
		body := bytes.TrimLeft(line, " ")
		switch {
		case len(body) == 0 && !keep:
			continue
		case len(body) > 0 && len(line)-len(body) < above:
			return end
		}
		end = at + len(line)
	}
	return end
}
