package load

import (
	"strings"
	"unicode"
)

// flow is a quotation or a bracket, from where it opens to where it closes,
// perhaps lines below.
type flow struct {
	line, column int  // where it opened
	parent       int  // indentation of the key or dash it belongs to
	first        rune // what opened it; 0 when nothing is open
	stack        []rune
	quote        rune
	quoteLine    int // where the innermost quotation opened
	quoteColumn  int
	segment      bool // at the start of a key or item
}

func (f *flow) open() bool { return f.first != 0 }

// abandoned reports, and closes, an open quotation or bracket whose lines end
// without it being closed: the next thing at its own depth is a key or item.
func (l *layout) abandoned(text []rune, indent int) bool {
	rest := text[min(indent, len(text)):]
	if len(rest) == 0 || indent > l.flow.parent || !keyColon.MatchString(string(rest)) && !startsItem(rest) {
		return false
	}
	l.closeFlow()
	return true
}

// closeFlow reports what is still open.
func (l *layout) closeFlow() {
	f := l.flow
	l.flow = flow{}
	if !f.open() {
		return
	}
	at := l.number
	if f.quote != 0 {
		l.number = f.quoteLine
		l.add(unclosedQuote, f.quoteColumn, 1, string(f.quote))
	} else {
		l.number = f.line
		l.add(unclosedBracket, f.column, 1, string(f.first), closing(f.first))
	}
	l.number = at
}

func closing(open rune) string {
	if open == '[' {
		return "]"
	}
	return "}"
}

// more reads a line of an open quotation or bracket from a column on.
func (l *layout) more(text []rune, from int) {
	f := &l.flow
	for i := from; i < len(text); i++ {
		switch r := text[i]; {
		case f.quote != 0:
			i = l.quoted(text, i)
		case (r == '"' || r == '\'') && (f.segment || len(f.stack) == 0):
			f.quote, f.quoteLine, f.quoteColumn, f.segment = r, l.number, i, false
		case r == '#' && (i == 0 || isBlank(text[i-1])):
			return
		default:
			l.bracket(text, i)
		}
		if f.quote == 0 && len(f.stack) == 0 {
			l.afterFlow(text, i+1)
			return
		}
	}
}

// quoted takes one character of a quotation and returns the index of the last
// one it used.
func (l *layout) quoted(text []rune, i int) int {
	f := &l.flow
	switch {
	case text[i] == '\\' && f.quote == '"':
		if i+1 < len(text) && !strings.ContainsRune(`0abtnvfre "/\N_LPxuU`+"\t", text[i+1]) {
			l.add(badEscape, i, 2, string(text[i:i+2]))
		}
		return i + 1
	case text[i] != f.quote:
	case f.quote == '\'' && i+1 < len(text) && text[i+1] == '\'':
		return i + 1
	default:
		f.quote = 0
	}
	return i
}

// bracket takes one character inside brackets and outside quotations.
func (l *layout) bracket(text []rune, i int) {
	f := &l.flow
	switch r := text[i]; {
	case r == '[' || r == '{':
		f.stack = append(f.stack, r)
		f.segment = true
	case r == ']' || r == '}':
		if len(f.stack) > 0 {
			f.stack = f.stack[:len(f.stack)-1]
		}
		f.segment = false
	case r == ',':
		f.segment = true
	case r == '，' || r == '、':
		l.add(wideComma, i, 1, string(r))
		f.segment = true
	case unicode.IsSpace(r):
	case f.segment && (r == '-' || r == '?') && endsItem(text, i+1):
		l.add(needsQuotes, i, 1, string(r), string(r))
		f.segment = false
	case r == ':' && i+1 < len(text) && endsItem(text, i+1) && !isBlank(text[i+1]):
		l.add(colonInValue, i, 1) // a key to some readers, text to others
	case r == ':' && (endsWord(text, i+1) || startsAny(text[i+1:], "\"'")):
		f.segment = true
	case f.segment:
		f.segment = false
		l.flowKey(text[i:], i)
	}
}

// endsItem reports whether an entry in brackets, or its first word, ends before i.
func endsItem(text []rune, i int) bool { return endsWord(text, i) || startsAny(text[i:], ",]}") }

// flowKey reports a key in braces whose colon is full-width or lacks its space.
func (l *layout) flowKey(rest []rune, column int) {
	if n := len(l.flow.stack); n == 0 || l.flow.stack[n-1] != '{' {
		return
	}
	word, after := keyWord(rest)
	switch {
	case word == "":
	case startsAny(after, "：："):
		l.add(wideColon, column+len(word), 1, word, pair(word, upTo(after[1:], ",}，")))
	case startsAny(after, ":") && !endsWord(after, 1) && !startsAny(after[1:], ",}/"):
		l.add(noSpaceAfterColon, column+len(word), 1, word, pair(word, upTo(after[1:], ",}")))
	}
}

// upTo returns text before the first of the marks.
func upTo(text []rune, marks string) []rune {
	for i, r := range text {
		if strings.ContainsRune(marks, r) {
			return text[:i]
		}
	}
	return text
}

// afterFlow looks at what follows a closed quotation or bracket.
func (l *layout) afterFlow(text []rune, i int) {
	f := l.flow
	l.flow = flow{}
	start := skipBlank(text, i)
	if start == len(text) || text[start] == '#' && start > i {
		return
	}
	if f.line != l.number && f.first != '[' && f.first != '{' {
		// The quotation ended on a later line with text after it: most likely
		// it was never closed on its own line.
		l.number, i = f.line, l.number
		l.add(unclosedQuote, f.column, 1, string(f.first))
		l.number = i
		return
	}
	l.add(afterQuote, start, len(trimRight(text))-start, brief(text[start:]))
}

// closingQuote returns the index after the quotation that text begins with.
func closingQuote(text []rune) (end int, closed bool) {
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && text[0] == '"':
			i++
		case text[i] != text[0]:
		case text[0] == '\'' && i+1 < len(text) && text[i+1] == '\'':
			i++
		default:
			return i + 1, true
		}
	}
	return len(text), false
}
