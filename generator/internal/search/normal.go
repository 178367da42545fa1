package search

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Normal is the form in which query and text are compared: NFKC, lower case,
// brackets, quotation marks and dashes of all widths made one, format characters
// and the spaces beside Chinese characters left out, other white space one
// space. Normal(Normal(s)) is Normal(s).
func Normal(s string) string {
	s = strings.Map(fold, lower(norm.NFKC.String(s)))
	return spaces(s)
}

// lower is lower case in NFKC again: some capitals have a small letter that NFKC
// would take apart. Each round is closer to the fixed point, and few need a
// second one.
func lower(s string) string {
	for {
		next := norm.NFKC.String(strings.Map(lowerRune, s))
		if next == s {
			return s
		}
		s = next
	}
}

// lowerRune leaves out what has no width of its own.
func lowerRune(r rune) rune {
	if unicode.Is(unicode.Cf, r) {
		return -1
	}
	return unicode.ToLower(r)
}

// folds are the marks that people type in one form and documents print in
// another: 舟政发〔2015〕42号 is looked for as 舟政发[2015]42号. NFKC has made the
// full-width ones narrow before.
var folds = map[rune]rune{
	'[': '(', '〔': '(', '【': '(', '〖': '(',
	']': ')', '〕': ')', '】': ')', '〗': ')',
	'“': '"', '”': '"', '「': '"', '」': '"', '『': '"', '』': '"', '‘': '\'', '’': '\'',
	'–': '-', '—': '-', '―': '-', '−': '-', '‐': '-', '～': '~', '〜': '~',
}

func fold(r rune) rune {
	if to, ok := folds[r]; ok {
		return to
	}
	return r
}

// spaces makes white space one space, or none at either end and beside a Chinese
// character or mark.
func spaces(s string) string {
	var out strings.Builder
	last, waiting := rune(0), false
	for _, r := range s {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			waiting = true
			continue
		}
		if waiting && last != 0 && !chinese(last) && !chinese(r) {
			out.WriteByte(' ')
		}
		out.WriteRune(r)
		last, waiting = r, false
	}
	return out.String()
}

// chinese reports whether a space beside the character carries no meaning.
func chinese(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303F
}
