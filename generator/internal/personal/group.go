package personal

import (
	"strings"
	"unicode/utf8"
)

// group is a run of digits, perhaps with the X that may end an ID card's number.
type group struct {
	digits     string // in ASCII
	start, end int    // bytes of the text
	gap        string // what parts it from the group before in its chain
}

// numbers finds what is made of digits. A chain of groups that only separators
// part is judged as a whole, since people write 138 0000 0000.
func numbers(text string) []Finding {
	var found []Finding
	for i := 0; i < len(text); {
		if b := text[i]; b-'0' > 9 && b != 0xef || digitAt(text, i) == 0 { // most bytes end here
			i++
			continue
		}
		end, count := measure(text, i)
		if count >= shortest {
			found = append(found, judge(text, readChain(text[:end], i))...)
		}
		i = end
	}
	return found
}

const (
	shortest = 11 // the number of digits below which nothing is looked for
	widest   = 3  // how many separators may stand between two groups
)

// measure returns where the chain that begins at i ends, and its digits. It costs
// little, for most chains are short figures.
func measure(text string, i int) (end, count int) {
	for {
		for size := 1; i < len(text) && size > 0; i += size {
			if size = digitAt(text, i); size > 0 {
				count++
			}
		}
		end = i + letterX(text[i:])
		next := skipGap(text, end)
		if next == end || next == len(text) || digitAt(text, next) == 0 {
			return end, count
		}
		i = next
	}
}

// skipGap returns where the separators at i end.
func skipGap(text string, i int) int {
	for range widest {
		if i < len(text) && text[i] < 0x80 { // the usual end of a number, without decoding
			if b := text[i]; b != ' ' && b != '-' && b != '.' {
				break
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if size == 0 || !isSeparator(r) {
			break
		}
		i += size
	}
	return i
}

// readChain reads the groups from i to the end of text.
func readChain(text string, i int) []group {
	var chain []group
	gap := ""
	for {
		g := readGroup(text, i)
		g.gap = gap
		chain = append(chain, g)
		if i = skipGap(text, g.end); i >= len(text) || digitAt(text, i) == 0 {
			return chain
		}
		gap = text[g.end:i]
	}
}

func readGroup(text string, i int) group {
	g := group{start: i}
	var digits [32]byte // enough to tell that a longer run is none of ours
	n := 0
	for i < len(text) {
		size := digitAt(text, i)
		if size == 0 {
			break
		}
		if n < len(digits) {
			digits[n] = '0' + text[i+size-1]&0x0f // full-width digits end in the same four bits
			n++
		}
		i += size
	}
	if size := letterX(text[i:]); size > 0 && n < len(digits) {
		digits[n] = 'X'
		n, i = n+1, i+size
	}
	g.digits, g.end = string(digits[:n]), i
	return g
}

// digitAt returns how many bytes the digit at i has, ASCII or full-width, or 0
// where there is none.
func digitAt(text string, i int) int {
	switch b := text[i]; {
	case b >= '0' && b <= '9':
		return 1
	case b == 0xef && i+2 < len(text) && text[i+1] == 0xbc && text[i+2] >= 0x90 && text[i+2] <= 0x99:
		return 3
	}
	return 0
}

// letterX returns how many bytes the X has that text begins with, 0 without one.
func letterX(text string) int {
	switch {
	case text == "":
	case text[0] == 'X' || text[0] == 'x':
		return 1
	case strings.HasPrefix(text, "Ｘ") || strings.HasPrefix(text, "ｘ"):
		return len("Ｘ")
	}
	return 0
}

// isSeparator reports whether r may stand between the groups of one number.
func isSeparator(r rune) bool {
	switch r {
	case ' ', '-', '.', '\u00a0', '\u2009', '\u202f', '\u3000', '‐', '‑', '‒', '–', '—', '−', '－', '·':
		return true
	}
	return false
}
