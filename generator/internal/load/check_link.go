package load

import (
	"net/url"
	"strings"
	"unicode"

	"jindu/generator/internal/diag"
)

// link checks an address: where a reader may be sent, and nothing that a browser
// would run or a person could be misled by.
func (c *checker) link(s string, at diag.Range, path string) {
	if i := strings.IndexFunc(s, notInLink); i >= 0 {
		r := []rune(s[i:])[0]
		c.add(linkCharacter.At(c.findRune(at, r), path, string(r)))
		return
	}
	u, err := url.Parse(s)
	switch {
	case err == nil && u.User != nil:
		c.add(linkUser.At(at, path))
	case err != nil || !isAllowedLink(s, u):
		c.add(badLink.At(at, path, s))
	}
}

// notInLink reports a character that no copied address holds: space, quotes,
// Chinese punctuation and full-width forms. Han letters in a path are fine.
func notInLink(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("\"<>\\^`{|}“”‘’…", r) ||
		r >= '\u3000' && r <= '\u303f' || r >= '\uff00' && r <= '\uffef'
}

func isAllowedLink(s string, u *url.URL) bool {
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return u.Hostname() != "" && !strings.HasPrefix(u.Hostname(), ".") && u.Opaque == ""
	case "mailto":
		name, host, ok := strings.Cut(u.Opaque, "@")
		return ok && name != "" && host != ""
	case "":
		return strings.HasPrefix(s, "/") && !strings.HasPrefix(s, "//")
	}
	return false
}
