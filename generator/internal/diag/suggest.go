package diag

import "strings"

// Suggest returns the candidate that a person who typed word most likely meant:
// the nearest one by letters inserted, deleted, changed or swapped with their
// neighbour, if at most a third of the letters differ. Among equals the first
// wins, so the result follows the order of the candidates.
func Suggest(word string, candidates []string) (string, bool) {
	typed := []rune(strings.ToLower(strings.TrimSpace(word)))
	best, limit := "", max(len(typed), 3)/3+1
	for _, c := range candidates {
		other := []rune(strings.ToLower(c))
		if d := distance(typed, other); d < limit && d < max(len(typed), len(other)) {
			best, limit = c, d
		}
	}
	return best, best != ""
}

// distance is the optimal string alignment distance of a and b.
func distance(a, b []rune) int {
	var before []int
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next := make([]int, len(b)+1)
		next[0] = i
		for j := 1; j <= len(b); j++ {
			change := row[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			next[j] = min(row[j]+1, next[j-1]+1, change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}
