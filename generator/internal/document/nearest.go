package document

import "strings"

// The most characters of a quote and of a passage that Nearest compares, and the
// fewest that must agree in a row for a passage to be called near.
const (
	maxCompared = 2000
	minAgreed   = 4
)

// Nearest returns the sentence of the document that shares the longest stretch
// with a quote that Find did not find, so that a person can see what differs,
// and its lines.
func (d *Document) Nearest(quote string) (sentence string, lines []int, ok bool) {
	words := clip([]rune(Normalize(strings.TrimSpace(quote))))
	best := minAgreed - 1
	for _, p := range d.passages {
		text := []rune(p.text)
		end, size := longestShared(words, clip(text))
		if size <= best {
			continue
		}
		best = size
		from, to := sentenceAround(text, end-size, end, len(words))
		sentence, ok = string(text[from:to]), true
		start := len(string(text[:from]))
		lines = p.covered(start, start+len(sentence))
	}
	return sentence, lines, ok
}

func clip(r []rune) []rune { return r[:min(len(r), maxCompared)] }

// longestShared returns the length of the longest stretch that stands in both,
// and where it ends in b.
func longestShared(a, b []rune) (end, size int) {
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			above := row[j+1]
			row[j+1] = 0
			if a[i] == b[j] {
				row[j+1] = diagonal + 1
			}
			diagonal = above
			if row[j+1] > size {
				end, size = j+1, row[j+1]
			}
		}
	}
	return end, size
}

// sentenceAround widens text[from:to] to whole sentences, at least as long as
// the quote where the passage allows.
func sentenceAround(text []rune, from, to, size int) (int, int) {
	for from > 0 && !strings.ContainsRune("。；！？", text[from-1]) {
		from--
	}
	for to < len(text) && (to-from < size || !strings.ContainsRune("。；！？", text[to-1])) {
		to++
	}
	return from, to
}
