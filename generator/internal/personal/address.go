package personal

import (
	"regexp"
	"strings"
)

// endsAddress are the bytes that no web address or path holds. Chinese characters
// end one too: they stand percent-encoded in copied addresses, and plain in the
// sentence around them.
const endsAddress = " \t\r\n\"'<>()[]{}|\\^`,;"

var (
	// path matches the beginning of an address or path.
	path = regexp.MustCompile(`://|^www\.|^\.{1,2}/|[A-Za-z0-9_-]\.[A-Za-z]{2,}/|[A-Za-z][A-Za-z0-9_-]*/`)
	// phoneParameter matches a parameter that says it is a phone.
	phoneParameter = regexp.MustCompile(`(?i)(tel|phone|mobile|mob|shouji|sj)[a-z_-]{0,8}=(\+?86-?|%2B86)?$`)
)

// inAddress reports whether a number is part of an address or path, where digits
// are mostly ids, and nothing there calls it a phone.
func inAddress(text string, start, end int) bool {
	from := start
	for from > 0 && start-from < 2048 && text[from-1] < 0x80 && strings.IndexByte(endsAddress, text[from-1]) < 0 {
		from--
	}
	before := text[from:start]
	if phoneParameter.MatchString(before) {
		return false
	}
	return path.MatchString(before) || strings.HasPrefix(text[end:], ".html") || strings.HasPrefix(text[end:], ".yaml")
}
