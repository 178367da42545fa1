package compare

import (
	"strings"

	"jindu/generator/internal/lang"
)

// longestComment is how many bytes of changes are written: hosts refuse comments
// of more than 65,536 characters.
const longestComment = 60_000

// markdown writes for the comment on a pull request. Everything that comes from
// the data is text there: it cannot format, link, mention or embed.
func markdown(r Result, in lang.Lang) string {
	var b strings.Builder
	b.WriteString("### " + summary(r.Changes).In(in) + "\n")
	if len(r.Changes) == 0 {
		return b.String()
	}
	b.WriteString("\n" + escape(wordAsOf.Sprintf(day(r.AsOf)).In(in)) + "\n")
	for _, h := range r.Headlines {
		b.WriteString("\n" + escape(h.sentence().In(in)) + "\n")
	}
	blocks, rest := split(r.Changes)
	if len(blocks) > 0 {
		b.WriteString("\n#### " + wordMust.In(in) + "\n\n")
	}
	left := 0
	for _, c := range blocks {
		left += within60k(&b, "- **"+escape(c.About.heading(in))+"** "+item(c, in))
	}
	for _, group := range groups(rest) {
		text := "\n#### " + escape(group[0].About.heading(in)) + "\n\n"
		for _, c := range group {
			left += within60k(&b, text+"- "+item(c, in))
			text = ""
		}
	}
	if left > 0 {
		b.WriteString("\n" + wordLeftOff.Sprintf(left).In(in) + "\n")
	}
	return b.String()
}

// within60k writes s while there is room, and returns 1 where there is none.
func within60k(b *strings.Builder, s string) int {
	if b.Len()+len(s) > longestComment {
		return 1
	}
	b.WriteString(s)
	return 0
}

// item is a change as a list item.
func item(c Change, in lang.Lang) string {
	s := ""
	if c.Severity == Notice {
		s = "**!** "
	}
	s += escape(c.Words.In(in))
	if address, ok := autolink(c.Link); ok {
		s += " " + address
	}
	s += "\n"
	for _, more := range c.details(in, escape) {
		s += "  <br>" + more + "\n"
	}
	at := ""
	if place := c.place(in); place != "" {
		at = " " + escape(place)
	}
	return s + "  <br><sub>" + c.Code + at + "</sub>\n"
}

// autolink writes an address so that it can be followed and nothing in it is
// taken for Markdown.
func autolink(url string) (string, bool) {
	if !strings.HasPrefix(url, "https://") && !strings.HasPrefix(url, "http://") {
		return "", false
	}
	if strings.ContainsAny(url, "<>\"`\\ \t\r\n") {
		return "", false
	}
	return "<" + url + ">", true
}

// escaper makes every sign that Markdown or HTML would act on a plain one. Behind
// @ and # an empty comment keeps hosts from making a mention or a reference; a
// colon and a dot likewise do not make an address.
var escaper = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;",
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "!", `\!`, "$", `\$`,
	"@", "@<!-- -->", "#", "#<!-- -->", "://", ":<!-- -->//", "www.", "www<!-- -->.",
)

// escape makes data text of Markdown, in one line. At its start a sign that would
// open a list or a heading is guarded too.
func escape(s string) string {
	s = escaper.Replace(oneLine(s))
	if s != "" && strings.ContainsRune("+-=", rune(s[0])) {
		return `\` + s
	}
	return s
}
