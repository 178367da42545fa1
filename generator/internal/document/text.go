package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Normalize removes spaces between a Chinese character and a digit or Latin
// letter, which come from reading pages and carry no meaning. It is the only
// difference that is forgiven when a quote is compared with its source.
func Normalize(s string) string {
	return dropSpaces(s, func(a, b rune) bool {
		return isHan(a) && isAlnum(b) || isAlnum(a) && isHan(b)
	})
}

// tidy is Normalize and also removes spaces beside Chinese punctuation.
func tidy(s string) string {
	return dropSpaces(Normalize(s), func(a, b rune) bool { return isMark(a) || isMark(b) })
}

// tidyTitle is tidy and also removes spaces between Chinese characters: a title
// is set over several lines, and the spaces stand where those ended.
func tidyTitle(s string) string {
	return dropSpaces(tidy(s), func(a, b rune) bool { return isHan(a) && isHan(b) })
}

// dropSpaces removes the spaces between two characters for which between holds.
func dropSpaces(s string, between func(a, b rune) bool) string {
	if !strings.Contains(s, " ") {
		return s
	}
	var out strings.Builder
	before := rune(0)
	for s != "" {
		rest := strings.TrimLeft(s, " ")
		after, size := utf8.DecodeRuneInString(rest)
		if spaces := len(s) - len(rest); spaces > 0 && !(before != 0 && rest != "" && between(before, after)) {
			out.WriteString(s[:spaces])
		}
		out.WriteString(rest[:size])
		s, before = rest[size:], after
	}
	return out.String()
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func isAlnum(r rune) bool { return r >= '0' && r <= '9' || unicode.Is(unicode.Latin, r) }

func isMark(r rune) bool { return strings.ContainsRune("，。、；：？！（）〔〕《》", r) }

// run is what one line of the file gives to a block or cell.
type run struct {
	line int
	text string
	hard bool // the line ends with two spaces: the next one begins anew
}

// glue joins the runs' texts, each put in form first, and says where each one
// begins. Words of Latin letters are kept apart, hard lines are parted by "\n".
func glue(runs []run, form func(string) string) (text string, starts []int) {
	var out strings.Builder
	last, hard := rune(0), false
	for _, r := range runs {
		next := form(r.text)
		first, _ := utf8.DecodeRuneInString(next)
		switch {
		case hard:
			out.WriteByte('\n')
		case isAlnum(last) && isAlnum(first):
			out.WriteByte(' ')
		}
		starts = append(starts, out.Len())
		out.WriteString(next)
		last, _ = utf8.DecodeLastRuneInString(next)
		hard = r.hard
	}
	return out.String(), starts
}

func glued(runs []run, form func(string) string) string {
	text, _ := glue(runs, form)
	return text
}

// stacked returns the runs with every line on its own.
func stacked(runs []run) []run {
	out := slices.Clone(runs)
	for i := range out {
		out[i].hard = i+1 < len(out)
	}
	return out
}

func linesOf(runs []run) []int {
	var lines []int
	for _, r := range runs {
		lines = append(lines, r.line)
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}
