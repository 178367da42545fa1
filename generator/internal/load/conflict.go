package load

import (
	"jindu/generator/internal/diag"
)

// conflicts finds what a merge left undecided, each as one problem. Nothing else
// is to be said of such a file: it holds two people's versions at once, and most
// of what is wrong with them together is right in each alone.
func conflicts(src *source) diag.List {
	var out diag.List
	sure := false // "=======" alone, indented, may be a line that somebody drew
	first, last := 0, 0
	flush := func() {
		if first > 0 {
			column := skipSpaces(src.line(first)) + 1
			out.Add(conflictMarker.At(src.rest(first, column), "", first, last))
		}
		first = 0
	}
	for n := range src.lines {
		sign := conflictSign(src.line(n + 1))
		if sign == 0 {
			continue
		}
		sure = sure || sign != '=' || src.line(n + 1)[0] == '='
		if sign == '<' {
			flush()
		}
		if first == 0 {
			first = n + 1
		}
		if last = n + 1; sign == '>' {
			flush()
		}
	}
	flush()
	if !sure {
		return nil
	}
	return out
}

// conflictSign returns the sign of a line that git writes into a conflict, or 0.
// Editors may have indented it.
func conflictSign(line []rune) rune {
	text := trimRight(line[min(skipBlank(line, 0), len(line)):])
	for _, sign := range "<=>|" {
		n := 0
		for n < len(text) && text[n] == sign {
			n++
		}
		if n == 7 && (n == len(text) || sign != '=' && text[n] == ' ') {
			return sign
		}
	}
	return 0
}
