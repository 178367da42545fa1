package load

import (
	"slices"
	"strings"

	"jindu/generator/internal/diag"
)

// content takes a line that is not inside a block, quotation or bracket. start
// is where its text begins, indent what that counts as.
func (l *layout) content(text []rune, start, indent int) {
	rest := text[start:]
	goesOn := l.text && indent > l.parent
	if goesOn && !l.slipInText(rest, start) {
		return
	}
	l.text = false
	before := slices.Clone(l.levels)
	l.place(rest, start, l.fit(rest, start, indent))
	if l.strayed { // a line that belongs nowhere closes nothing
		l.levels, l.strayed = before, false
	}
}

// slipInText reports whether what looks like more of the text above is rather a
// key or list item at the wrong depth.
func (l *layout) slipInText(rest []rune, start int) bool {
	if keyColon.MatchString(string(rest)) || l.lost && startsItem(rest) {
		return true
	}
	if startsItem(rest) { // would be read as more of the text above
		l.add(indentDeeper, start, len(rest))
		return false
	}
	if i := findColon(rest); i >= 0 {
		l.add(colonInValue, start+i, 1)
	} else if word, after := keyWord(rest); knownKeys[word] && startsAny(after, "：") {
		l.add(wideColon, start+len(word), 1, word, pair(word, after[1:]))
	}
	return false
}

// fit compares the indentation with the lines above and closes what it ends. It
// returns the indentation that was probably meant.
func (l *layout) fit(rest []rune, start, indent int) int {
	_, width := dash(rest)
	top, last := level{indent: -1}, level{indent: -1}
	for n := len(l.levels); n > 0; n-- {
		top = l.levels[n-1]
		if top.indent < indent || top.indent == indent && (!top.list || width > 0) {
			break
		}
		last, top, l.levels = top, level{indent: -1}, l.levels[:n-1]
	}
	switch {
	case width > 0 && !l.expect && !l.lost && top.indent == indent && !top.list:
		l.add(indentMismatch, start, 1) // an entry where its list has ended
		l.lost = true
	case top.indent == indent || l.lost:
	case last.indent > indent: // between two levels
		l.add(indentMismatch, start, 1)
		l.levels = append(l.levels, last)
		return last.indent
	case !l.expect || indent <= l.parent:
		l.add(indentDeeper, start, len(rest))
		return max(top.indent, 0)
	}
	return indent
}

func startsItem(rest []rune) bool { return rest[0] == '-' && endsWord(rest, 1) }

// place reads the list dashes of a line, then its key or text.
func (l *layout) place(rest []rune, column, indent int) {
	child := l.expect && indent > l.parent
	dashed := false
	for len(rest) > 0 {
		slip, width := dash(rest)
		if width == 0 {
			break
		}
		if slip != nil {
			l.add(*slip, column, 1, string(rest[0]), brief(rest[1:]))
		}
		l.open(level{indent: indent, list: true})
		l.expect, l.parent, dashed, child = true, indent, true, true
		step := skipBlank(rest, width)
		// A dash without its space counts as if it had one, so that the lines
		// below it line up.
		indent += max(step, 2)
		rest, column = rest[step:], column+step
	}
	switch {
	case len(rest) == 0:
	case rest[0] == '#':
		l.comment(rest, 0, column)
	default:
		l.keyOrText(rest, column, indent, child, dashed)
	}
}

// comment reports a "#" glued to what follows it where a value could stand: people
// write comments with a space, and #1 in a text without.
func (l *layout) comment(text []rune, i, column int) {
	if i+1 < len(text) && text[i] == '#' && !isBlank(text[i+1]) {
		l.add(hashGlued, column+i, len(text)-i, shortened(trimRight(text[i:])))
	}
}

// open adds a level unless the line stands in one already.
func (l *layout) open(v level) {
	if n := len(l.levels); n == 0 || l.levels[n-1] != v {
		l.levels = append(l.levels, v)
	}
}

// dash returns how wide the list dash at the start of rest is, or 0 without one,
// and what is wrong with it, if anything: full-width, or without its space.
func dash(rest []rune) (slip *diag.Rule, width int) {
	switch {
	case startsItem(rest):
		return nil, 1
	case startsAny(rest, "－") || startsAny(rest, "–—−•·●○■□◆◇▪►➢➤√") && len(rest) > 1 && (isBlank(rest[1]) || rest[1] == '\u3000'):
		width = 1
		for width < len(rest) && rest[width] == '\u3000' {
			width++
		}
		return &wideDash, width
	case startsAny(rest, "-") && !startsAny(rest[1:], "-0123456789."):
		return &noSpaceAfterDash, 1
	}
	return nil, 0
}

// keyOrText takes what stands after indentation and dashes.
func (l *layout) keyOrText(rest []rune, column, indent int, child, dashed bool) {
	if startsAny(rest, "\"'") {
		if end, closed := closingQuote(rest); closed && startsAny(rest[end:], ":") {
			l.key(rest, column, indent, end)
			return
		}
	} else if !startsAny(rest, "[{|>&*!%@`") {
		if i := l.keyEnd(rest, column, child, dashed); i >= 0 {
			l.key(rest, column, indent, i)
			return
		}
	}
	if child {
		l.value(rest, column, l.parent)
		return
	}
	l.stray(rest, column)
	l.expect, l.parent = true, indent // so that what hangs below it is not reported too
}

// keyEnd returns where the colon of the line's key is, after reporting one that
// is full-width or lacks its space. It is -1 where the line has no key.
func (l *layout) keyEnd(rest []rune, column int, child, dashed bool) int {
	if i := findColon(rest); i >= 0 {
		if startsAny(rest, "“”‘’＂＇「") && (!child || !strings.ContainsAny(string(rest[1:i]), " ，。")) {
			l.add(wideQuote, column, 1, string(rest[0]))
		}
		return i
	}
	word, after := keyWord(rest)
	known := knownKeys[word]
	if word == "" || dashed && !known {
		if !child && strings.ContainsRune(string(rest), '：') {
			i := runeIndex(rest, '：')
			l.add(wideColon, column+i, 1, string(rest[:i]), pair(string(rest[:i]), rest[i+1:]))
			return i
		}
		return -1
	}
	gap := skipBlank(after, 0)
	i := len(word) + gap
	switch {
	case startsAny(after[gap:], "：") && (known || !dashed):
		l.add(wideColon, column+i, 1, word, pair(word, after[gap+1:]))
		return i
	case startsAny(after, ":") && !hasPrefix(after, "://") && word != "mailto" && (known || !child):
		l.missingSpace(word, after[1:], column+i)
		return i
	}
	return -1
}

func (l *layout) missingSpace(word string, after []rune, column int) {
	if wideSpace(after[0]) {
		l.add(wideSpaceAfterColon, column+1, 1, word)
		return
	}
	l.add(noSpaceAfterColon, column, 1, word, pair(word, after))
}

// pair is how a key and its value should be typed.
func pair(key string, value []rune) string {
	return strings.TrimSpace(key + ": " + strings.TrimSpace(brief(value)))
}

// brief shows how a text begins, without its comment.
func brief(text []rune) string { return shortened(stripComment(text)) }

func shortened(text []rune) string {
	if len(text) > 24 {
		return string(text[:20]) + "……"
	}
	return string(text)
}

func runeIndex(text []rune, want rune) int {
	for i, r := range text {
		if r == want {
			return i
		}
	}
	return -1
}

// key takes a key whose colon stands at rest[colon], and its value.
func (l *layout) key(rest []rune, column, indent, colon int) {
	l.open(level{indent: indent})
	l.expect, l.text = false, false
	start := skipBlank(rest, colon+1)
	if colon+1 < len(rest) && slices.Contains(rest[colon+1:start], '\t') {
		l.add(tabAfterColon, column+colon+1, start-colon-1, string(rest[:colon]))
	}
	for start < len(rest) && wideSpace(rest[start]) {
		start++
	}
	if onlyComment(rest[start:]) {
		l.expect, l.parent = true, indent
		l.comment(rest, start, column)
		return
	}
	l.value(rest[start:], column+start, indent)
}

// stray reports a line that is neither a key nor part of a text.
func (l *layout) stray(rest []rune, column int) {
	if startsAny(rest, "＃") {
		l.add(wideHash, column, 1)
		return
	}
	l.strayed = true
	word, after := keyWord(rest)
	if knownKeys[word] && (len(after) == 0 || startsAny(after, " ；;=＝→")) {
		l.add(noColon, column, len(word), word, pair(word, []rune(strings.TrimLeft(string(after), " ；;=＝→"))))
		return
	}
	l.add(strayLine, column, len(rest))
}
