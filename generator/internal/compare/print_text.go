package compare

import (
	"fmt"
	"strings"

	"jindu/generator/internal/lang"
)

// plainText writes for a terminal.
func plainText(r Result, in lang.Lang) string {
	var b strings.Builder
	b.WriteString(summary(r.Changes).In(in) + "\n")
	if len(r.Changes) == 0 {
		return b.String()
	}
	b.WriteString(wordAsOf.Sprintf(day(r.AsOf)).In(in) + "\n")
	for _, h := range r.Headlines {
		b.WriteString(oneLine(h.sentence().In(in)) + "\n")
	}
	blocks, rest := split(r.Changes)
	if len(blocks) > 0 {
		b.WriteString("\n" + wordMust.In(in) + "\n")
		textGroups(&b, blocks, in)
	}
	textGroups(&b, rest, in)
	return b.String()
}

func textGroups(b *strings.Builder, changes []Change, in lang.Lang) {
	for _, group := range groups(changes) {
		b.WriteString("\n" + oneLine(group[0].About.heading(in)) + "\n")
		for _, c := range group {
			fmt.Fprintf(b, "  %s %s %s\n", mark[c.Severity], c.Code, oneLine(c.Words.In(in)))
			for _, more := range c.details(in, func(s string) string { return s }) {
				b.WriteString("      " + oneLine(more) + "\n")
			}
			if c.Link != "" {
				b.WriteString("      " + oneLine(c.Link) + "\n")
			}
			if at := c.place(in); at != "" {
				b.WriteString("      " + oneLine(at) + "\n")
			}
		}
	}
}

// mark stands before a change: severities differ by shape.
var mark = map[Severity]string{Block: "✗", Notice: "!", Info: "·"}

// details are the lines below a change. escape guards what comes from the data.
func (c Change) details(in lang.Lang, escape func(string) string) []string {
	var out []string
	if c.Rule != "" {
		out = append(out, wordRule.Sprintf(escape(c.Rule), escape(c.Why.In(in))).In(in))
	}
	if c.Reason != "" {
		out = append(out, wordReason.Sprintf(escape(c.Reason)).In(in))
	}
	if c.Fix != nil {
		out = append(out, wordFix.Sprintf(escape(c.Fix.In(in))).In(in))
	}
	return out
}
