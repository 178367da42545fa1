package load

import (
	"jindu/generator/internal/diag"
)

// checkLayout finds the slips that YAML parsers report on the wrong line or not
// at all: full-width punctuation, missing spaces, tabs, quotes left open. It
// follows the file line by line, just closely enough to know what is key, text,
// list or quotation, and looks at punctuation only where syntax is meant.
func checkLayout(src *source, out *diag.List) {
	l := layout{src: src, out: out, expect: true, parent: -1}
	for n := 1; n <= len(src.lines); n++ {
		l.number = n
		l.line(trimRight(src.line(n)))
	}
	if end := src.line(l.number); l.block && len(end) > 0 {
		l.add(noLastLineEnd, len(end), 0)
	}
	l.closeFlow()
}

// layout is what the lines so far say of the next one.
type layout struct {
	src    *source
	out    *diag.List
	number int

	levels  []level // the open mappings and lists, outermost first
	expect  bool    // the line before asks for something deeper: "key:" or "-"
	parent  int     // indentation of the thing that asks
	text    bool    // unquoted text may go on, on lines deeper than parent
	block   bool    // the lines deeper than parent are a block of text (| or >)
	depth   int     // indentation of that block, 0 before its first line
	flow    flow    // an open quotation or bracket
	seen    bool    // there was something before, other than comments
	strayed bool    // the line is neither a key nor part of a text
	lost    bool    // indentation is not to be trusted any more
}

// level is one open mapping or list.
type level struct {
	indent int
	list   bool
}

func (l *layout) add(r diag.Rule, column, width int, args ...any) {
	l.out.Add(r.At(l.src.at(l.number, column+1, width), "", args...))
}

// line takes one line, without spaces at its end.
func (l *layout) line(text []rune) {
	indent := skipSpaces(text)
	if l.insideBlock(text, indent) {
		return
	}
	if l.flow.open() && !l.abandoned(text, indent) {
		l.more(text, 0)
		return
	}
	indent, start := l.indentation(indent)
	if start >= len(text) || text[start] == '#' {
		return
	}
	if indent == 0 && l.marker(text) {
		return
	}
	l.content(text, start, indent)
	l.seen = true
}

// insideBlock reports whether the line is text of a block (| or >), and reports
// a tab where the block's indentation should be.
func (l *layout) insideBlock(text []rune, indent int) bool {
	if !l.block {
		return false
	}
	raw := l.src.line(l.number)
	tab := skipSpaces(raw)
	if tab < len(raw) && raw[tab] == '\t' && (l.depth == 0 || tab < l.depth) {
		l.add(tabIndent, tab, 1)
		return true
	}
	if tab < len(raw) && wideSpace(raw[tab]) && tab <= l.parent {
		l.add(wideIndent, tab, skipWide(raw, tab)-tab) // the paragraph's own two spaces
		return true
	}
	l.block = len(text) == indent || indent > l.parent
	if l.block && l.depth == 0 && len(text) > indent {
		l.depth = indent
	}
	return l.block
}

func skipSpaces(text []rune) int {
	n := 0
	for n < len(text) && text[n] == ' ' {
		n++
	}
	return n
}

// indentation reports tabs and wide spaces before the text of the line. It
// returns the indentation to go on with and where the text starts.
func (l *layout) indentation(indent int) (assumed, start int) {
	text := l.src.line(l.number)
	start = skipWide(text, indent)
	if start == indent || start == len(text) && !tabbed(text) {
		return indent, min(start, len(trimRight(text)))
	}
	rule := tabIndent
	if wideSpace(text[indent]) {
		rule = wideIndent
	}
	l.add(rule, indent, start-indent)
	l.lost = true
	if l.expect || l.text {
		return l.parent + 2, start
	}
	if len(l.levels) > 0 {
		return l.levels[len(l.levels)-1].indent, start
	}
	return 0, start
}

func skipWide(text []rune, i int) int {
	for i < len(text) && (isBlank(text[i]) || wideSpace(text[i])) {
		i++
	}
	return i
}

func wideSpace(r rune) bool { return r == '\u3000' || r == '\u00a0' }

// tabbed reports whether a line of white space holds more than spaces, which
// YAML refuses.
func tabbed(text []rune) bool {
	for _, r := range text {
		if r != ' ' {
			return true
		}
	}
	return false
}

// marker takes the lines that begin or end a document.
func (l *layout) marker(text []rune) bool {
	switch {
	case string(text) == "---" && !l.seen:
		l.seen = true
	case hasPrefix(text, "---") && endsWord(text, 3), hasPrefix(text, "...") && endsWord(text, 3):
		l.add(secondDocument, 0, 3, string(text[:3]))
		*l = layout{src: l.src, out: l.out, number: l.number, expect: true, parent: -1, seen: true}
	case text[0] == '%' && !l.seen:
		l.add(directive, 0, len(text))
	default:
		return false
	}
	return true
}
