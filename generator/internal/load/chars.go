package load

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"jindu/generator/internal/diag"
)

// checkChars reports what no text of this site may hold: bytes that are not
// UTF-8, and characters that cannot be seen or mean nothing elsewhere. It
// returns whether the text can be read further.
func checkChars(src *source, raw []byte, out *diag.List) bool {
	if bytes.HasPrefix(raw, bom) {
		out.Add(hasBOM.At(src.at(1, 1, 0), ""))
	}
	if bytes.HasPrefix(raw, []byte{0xff, 0xfe}) || bytes.HasPrefix(raw, []byte{0xfe, 0xff}) {
		out.Add(notUTF8.At(diag.Range{File: src.name, Start: diag.Pos{Line: 1, Column: 1}, End: diag.Pos{Line: 1, Column: 1}}, "", "UTF-16"))
		return false
	}
	if line, column, ok := invalidUTF8(raw); ok {
		out.Add(notUTF8.At(src.at(line, column, 1), "", "GBK"))
		return false
	}
	readable := true
	for i, line := range src.lines {
		for j, r := range line {
			if rule := badChar(r); rule != nil {
				out.Add(rule.At(src.at(i+1, j+1, 1), "", codePoint(r)))
				readable = readable && !breaksLines(r)
			}
		}
	}
	return readable
}

// invalidUTF8 finds the first byte that is not UTF-8.
func invalidUTF8(raw []byte) (line, column int, found bool) {
	if utf8.Valid(raw) {
		return 0, 0, false
	}
	raw = bytes.TrimPrefix(raw, bom)
	line, column = 1, 1
	for len(raw) > 0 {
		r, size := utf8.DecodeRune(raw)
		if r == utf8.RuneError && size == 1 {
			return line, column, true
		}
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
		raw = raw[size:]
	}
	return line, column, true
}

// breaksLines reports whether r ends a line for YAML but not for editors, or
// stops YAML altogether, so that places after it could not be trusted.
func breaksLines(r rune) bool {
	return unicode.Is(unicode.Cc, r) || r == '\u2028' || r == '\u2029' || nonCharacter(r) || r == '\ufeff'
}

// badChar returns the rule against a character that may not stand anywhere in a
// data file.
func badChar(r rune) (rule *diag.Rule) {
	switch {
	case r == '\t' || r >= ' ' && r < 0x7f: // tabs: checkLayout and text know where they do harm
		return nil
	case r == unicode.ReplacementChar:
		return &garbled
	case unicode.Is(unicode.Co, r):
		return &privateUse
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Cs), nonCharacter(r):
		return &invisible
	case unicode.Is(unicode.Zs, r) && r != '\u3000':
		return &specialSpace
	}
	return nil
}

func codePoint(r rune) string { return fmt.Sprintf("U+%04X", r) }

func nonCharacter(r rune) bool {
	return r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef
}
