package guide

import (
	"regexp"
	"strings"
)

// escaper makes every sign that Markdown, HTML or Hugo would act on a plain one.
var escaper = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;",
	"#", `\#`, "|", `\|`, "~", `\~`, "{", `\{`, "}", `\}`, "://", `:\//`, "\n", " ",
)

// spaced is a space that Chinese typesetting leaves to the browser.
var spaced = regexp.MustCompile(`(\p{Han}) ([0-9A-Za-z])|([0-9A-Za-z%]) (\p{Han})`)

// plain writes words as text of a paragraph or heading.
func plain(s string) string {
	s = strings.TrimSpace(s)
	for spaced.MatchString(s) { // two in a row share a letter
		s = spaced.ReplaceAllString(s, "$1$3$2$4")
	}
	return escaper.Replace(s)
}

// code writes what is typed as it is.
func code(s string) string {
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	return fence + s + fence
}

// verb is what a format puts in place of its arguments.
var verb = regexp.MustCompile(`%(\[\d+\])?[a-z]`)

// blanks turns a message's format into the message with its gaps.
func blanks(format, gap string) string {
	format = verb.ReplaceAllStringFunc(format, func(v string) string {
		if strings.HasSuffix(v, "q") && gap == gapEN {
			return `"` + gap + `"`
		}
		return gap
	})
	return strings.ReplaceAll(format, "%%", "%")
}

// Gap stands in Chinese messages for what only a real file can fill in; English
// ones have half of it.
const (
	Gap   = "……"
	gapEN = "…"
)
