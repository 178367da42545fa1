package load

import (
	"regexp"
	"slices"
	"strings"

	"jindu/generator/internal/schema"
)

// The forms that the raw-text checks look for. A key is an ASCII word; after it
// stands the colon, which an input method may have made full-width.
var (
	keyColon   = regexp.MustCompile(`^["']?[A-Za-z_][A-Za-z0-9_-]*["']?\s*:(\s|$)`)
	blockStart = regexp.MustCompile(`^[|>]([+-]?[1-9]?|[1-9][+-])\s*(\s#.*)?$`)
)

// knownKeys are all keys of all records.
var knownKeys = allKeys()

func allKeys() map[string]bool {
	keys := map[string]bool{}
	var add func(*schema.Record)
	add = func(r *schema.Record) {
		for _, f := range r.Fields {
			keys[f.Key] = true
			if f.Record != nil {
				add(f.Record)
			}
		}
	}
	for _, f := range schema.Files() {
		add(f.Record)
	}
	return keys
}

// keyWord returns the ASCII word at the start of text and what follows it.
func keyWord(text []rune) (word string, rest []rune) {
	n := 0
	for n < len(text) && isKeyRune(text[n], n == 0) {
		n++
	}
	return string(text[:n]), text[n:]
}

func isKeyRune(r rune, first bool) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' || !first && (r == '-' || r >= '0' && r <= '9')
}

// findColon returns the index of the colon that ends a plain key: one followed
// by space or the end of the line, before any comment. It is -1 without one.
func findColon(text []rune) int {
	for i, r := range text {
		if r == ':' && endsWord(text, i+1) {
			return i
		}
		if r == '#' && i > 0 && isBlank(text[i-1]) {
			return -1
		}
	}
	return -1
}

func endsWord(text []rune, i int) bool { return i >= len(text) || isBlank(text[i]) }

// stripComment cuts a comment and the space before it off plain text.
func stripComment(text []rune) []rune {
	for i, r := range text {
		if r == '#' && (i == 0 || isBlank(text[i-1])) {
			text = text[:i]
			break
		}
	}
	return trimRight(text)
}

// skipBlank returns the index of the first character at or after i that is no
// space.
func skipBlank(text []rune, i int) int {
	for i < len(text) && isBlank(text[i]) {
		i++
	}
	return i
}

func onlyComment(text []rune) bool {
	i := skipBlank(text, 0)
	return i == len(text) || text[i] == '#'
}

func startsAny(text []rune, set string) bool {
	return len(text) > 0 && strings.ContainsRune(set, text[0])
}

func hasPrefix(text []rune, prefix string) bool {
	p := []rune(prefix)
	return len(text) >= len(p) && slices.Equal(text[:len(p)], p)
}
