package load

import (
	"strings"

	"jindu/generator/internal/diag"
)

// value takes what stands after a key or dash, which is indented by parent.
func (l *layout) value(text []rune, column, parent int) {
	l.expect, l.text, l.parent = false, false, parent
	switch {
	case startsAny(text, "|>"):
		l.blockText(text, column)
	case hasPrefix(text, "{{"):
		l.add(template, column, 2)
	case startsAny(text, "\"'[{"):
		l.flow = flow{line: l.number, column: column, parent: parent, first: text[0]}
		l.more(l.src.line(l.number), column)
	case startsAny(text, "&"):
		l.broken(anchor, text, column, wordLength(text))
	case startsAny(text, "*"):
		l.broken(alias, text, column, wordLength(text))
	case startsAny(text, "!"):
		l.broken(tag, text, column, wordLength(text))
	case startsAny(text, "@`%,]}"), startsAny(text, "?:") && endsWord(text, 1):
		l.broken(needsQuotes, text, column, 1)
	case startsItem(text) && len(stripComment(text)) == 1:
		l.broken(loneDash, text, column, 1)
	case startsItem(text):
		l.broken(dashInValue, text, column, 1)
	case startsAny(text, "＃"):
		l.add(wideHash, column, 1)
	default:
		l.plain(stripComment(text), column)
		l.comment(text, skipBlank(text, len(stripComment(text))), column)
		l.text = len(stripComment(text)) == len(trimRight(text))
	}
}

func wordLength(text []rune) int {
	n := 0
	for n < len(text) && !isBlank(text[n]) {
		n++
	}
	return n
}

// broken reports a value that begins with a sign YAML keeps for itself. What
// hangs below it is not reported too.
func (l *layout) broken(r diag.Rule, text []rune, column, width int) {
	l.add(r, column, width, brief(text[:width]), brief(text))
	l.expect = true
}

func (l *layout) blockText(text []rune, column int) {
	if !blockStart.MatchString(string(text)) {
		l.broken(needsQuotes, text, column, 1)
		return
	}
	l.block, l.depth = true, 0
}

// plain looks for punctuation that breaks unquoted text.
func (l *layout) plain(text []rune, column int) {
	if i := findColon(text); i >= 0 {
		if startsAny(text, "“”‘’＂＇") {
			l.add(wideQuote, column, 1, string(text[0]))
			return
		}
		l.add(colonInValue, column+i, 1)
		return
	}
	switch {
	case startsAny(text, "＂＇"):
		l.add(wideQuote, column, 1, string(text[0]))
	case wrapped(text):
		l.add(wideQuoteWhole, column, len(text), brief(text))
	case strings.Count(string(text), `"`)%2 == 1:
		l.add(oddQuote, column+runeIndex(text, '"'), 1)
	}
}

// wrapped reports whether the whole text stands in one pair of Chinese quotes.
func wrapped(text []rune) bool {
	n := len(text)
	return n > 2 && text[0] == '“' && text[n-1] == '”' && !strings.ContainsAny(string(text[1:n-1]), "“”")
}
