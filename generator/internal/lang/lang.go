// Package lang holds text in the two languages of the site. It is a leaf:
// every stage that says something to a reader, a clerk or a reviewer says it as
// a Text, and only the last step picks one language.
package lang

import (
	"fmt"
	"strings"
)

// Lang is a language of the interface: "zh" (the default) or "en".
type Lang string

// The languages the program speaks.
const (
	ZH Lang = "zh"
	EN Lang = "en"
)

// Parse returns the language named by s, or an error that lists the choices.
func Parse(s string) (Lang, error) {
	switch Lang(s) {
	case ZH, EN:
		return Lang(s), nil
	}
	return "", fmt.Errorf("unknown language %q: use zh or en", s)
}

// Text is one statement in both languages. EN may be empty for words that have
// no translation, such as a quoted sentence; In then falls back to ZH.
type Text struct {
	ZH string `json:"zh"`
	EN string `json:"en,omitempty"`
}

// T makes a Text of both languages.
func T(zh, en string) Text { return Text{ZH: zh, EN: en} }

// Same makes a Text that reads the same in both languages.
func Same(s string) Text { return Text{ZH: s, EN: s} }

// In returns the text in l, or the Chinese one where there is no other.
func (t Text) In(l Lang) string {
	if l == EN && t.EN != "" {
		return t.EN
	}
	return t.ZH
}

// Sprintf formats both languages with the same arguments. Arguments that are
// Texts are put in the language of the format; explicit indexes (%[2]s) let the
// two languages order them differently, and words without a verb take none.
func (t Text) Sprintf(args ...any) Text {
	return Text{ZH: format(t.ZH, ZH, args), EN: format(t.EN, EN, args)}
}

func format(f string, l Lang, args []any) string {
	if !strings.Contains(f, "%") {
		return f
	}
	own := make([]any, len(args))
	for i, a := range args {
		if text, ok := a.(Text); ok {
			a = text.In(l)
		}
		own[i] = a
	}
	return fmt.Sprintf(f, own...)
}
