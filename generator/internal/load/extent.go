package load

import (
	"strings"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/diag"
)

// extent returns the range of a node in its file: a scalar with its quotes, a
// block of text from its sign to its last line, a mapping or list from its first
// entry to its last.
func (s *source) extent(n *yaml.Node) diag.Range {
	start := diag.Pos{Line: n.Line, Column: n.Column}
	switch {
	case n.Kind == yaml.AliasNode:
		return s.span(start, s.wordEnd(start))
	case n.Kind != yaml.ScalarNode && n.Style&yaml.FlowStyle != 0:
		return s.span(start, s.bracketEnd(start))
	case n.Kind != yaml.ScalarNode && len(n.Content) > 0:
		return s.span(start, s.extent(n.Content[len(n.Content)-1]).End)
	case n.Kind != yaml.ScalarNode || n.Value == "" && n.Style == 0:
		return s.span(start, start)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return s.span(start, s.blockEnd(n))
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		return s.span(start, s.quoteEnd(start))
	}
	return s.span(start, s.plainEnd(n))
}

func (s *source) wordEnd(p diag.Pos) diag.Pos {
	line := s.line(p.Line)
	i := min(p.Column-1, len(line))
	for i < len(line) && !isBlank(line[i]) && !strings.ContainsRune(",]}", line[i]) {
		i++
	}
	return diag.Pos{Line: p.Line, Column: i + 1}
}

// plainEnd follows the words of unquoted text, which may go on over lines.
func (s *source) plainEnd(n *yaml.Node) diag.Pos {
	p := diag.Pos{Line: n.Line, Column: n.Column}
	for i, word := range strings.FieldsFunc(n.Value, func(r rune) bool { return isBlank(r) || r == '\n' }) {
		text := []rune(word)
		next, ok := s.find(p, text, i == 0)
		if !ok {
			return p
		}
		p = next
	}
	return p
}

// find returns the place after word, which is the next thing at or after p.
func (s *source) find(p diag.Pos, word []rune, here bool) (diag.Pos, bool) {
	for ; p.Line <= len(s.lines); p.Line, p.Column = p.Line+1, 1 {
		line := s.line(p.Line)
		i := skipBlank(line, p.Column-1)
		if i < len(line) {
			return diag.Pos{Line: p.Line, Column: i + len(word) + 1}, hasPrefix(line[i:], string(word))
		}
		if here {
			return p, false
		}
	}
	return p, false
}

// quoteEnd returns the place after the quotation that begins at p.
func (s *source) quoteEnd(p diag.Pos) diag.Pos {
	line := s.line(p.Line)
	i := p.Column - 1
	for i < len(line) && line[i] != '"' && line[i] != '\'' { // past an anchor or tag
		i++
	}
	if i >= len(line) {
		return p
	}
	quote := line[i]
	for i++; p.Line <= len(s.lines); i++ {
		line = s.line(p.Line)
		switch {
		case i >= len(line):
			p.Line, i = p.Line+1, -1
		case line[i] == '\\' && quote == '"':
			i++
		case line[i] != quote:
		case quote == '\'' && i+1 < len(line) && line[i+1] == quote:
			i++
		default:
			return diag.Pos{Line: p.Line, Column: i + 2}
		}
	}
	return p
}

// bracketEnd returns the place after the bracket that begins at p is closed.
func (s *source) bracketEnd(p diag.Pos) diag.Pos {
	depth, i := 0, p.Column-1
	for p.Line <= len(s.lines) {
		line := s.line(p.Line)
		if i >= len(line) || line[i] == '#' && (i == 0 || isBlank(line[i-1])) {
			p.Line, i = p.Line+1, 0
			continue
		}
		switch line[i] {
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				return diag.Pos{Line: p.Line, Column: i + 2}
			}
		case '"', '\'':
			if i == 0 || isBlank(line[i-1]) || strings.ContainsRune("[{,:", line[i-1]) {
				end := s.quoteEnd(diag.Pos{Line: p.Line, Column: i + 1})
				p.Line, i = end.Line, end.Column-2
			}
		}
		i++
	}
	return p
}

// blockEnd returns the end of the last line of a block of text: the lines below
// its sign that are as deep as the first of them.
func (s *source) blockEnd(n *yaml.Node) diag.Pos {
	last := n.Line
	indent := -1
	for k := n.Line + 1; k <= len(s.lines) && strings.TrimSpace(n.Value) != ""; k++ {
		line := trimRight(s.line(k))
		if len(line) == 0 {
			continue
		}
		depth := skipBlank(line, 0)
		if indent < 0 {
			indent = depth
		}
		if depth < indent {
			break
		}
		last = k
	}
	return diag.Pos{Line: last, Column: len(trimRight(s.line(last))) + 1}
}
