// Package personal finds what a public site must never say of a person: numbers
// of ID cards, mobile phones and bank cards, and private mail addresses. It is a
// leaf: the loader, the workbooks and the check before publishing ask it about
// text, and none of them shows a number whole.
//
// A number counts where people would read it as one: in ASCII or full-width
// digits, with spaces or dashes between its groups. Digits that are part of
// something longer do not: of a word or hash, a decimal, an amount (元, 吨, %),
// the path of an address, a number of a document joined by dashes. An ID card's
// check digit leaves so little to chance that it is looked for in addresses too.
//
// Not found: numbers in Chinese numerals, in pictures, or parted by words.
package personal

import (
	"cmp"
	"slices"
	"strings"

	"jindu/generator/internal/lang"
)

// Kind is a kind of personal data.
type Kind string

// The kinds of personal data.
const (
	IDCard   Kind = "id_card"   // GB 11643: 18 digits, or 15 of the first generation
	Mobile   Kind = "mobile"    // of mainland China
	BankCard Kind = "bank_card" // ISO/IEC 7812: 16 to 19 digits with a Luhn digit
	Mail     Kind = "mail"      // at a provider of private mailboxes
)

// Title is the kind in words.
func (k Kind) Title() lang.Text {
	switch k {
	case IDCard:
		return lang.T("身份证号", "ID card number")
	case Mobile:
		return lang.T("手机号码", "mobile number")
	case BankCard:
		return lang.T("银行卡号", "bank card number")
	}
	return lang.T("私人邮箱", "private mail address")
}

// Advice says what to write instead: a sentence.
func (k Kind) Advice() lang.Text {
	switch k {
	case Mobile:
		return lang.T("请删掉；需要联系方式时写单位的办公电话（site.yaml 的 contact）。",
			"Delete it; where readers need a contact give the unit's office phone (contact in site.yaml).")
	case Mail:
		return lang.T("请删掉；需要联系方式时写单位在政府域名下的公开邮箱。",
			"Delete it; where readers need a contact give the unit's public mailbox on a government domain.")
	}
	return lang.T("请删掉；公开的进展用不到它。", "Delete it; published progress has no use for it.")
}

// Finding is personal data in a text.
type Finding struct {
	Kind       Kind
	Start, End int    // bytes of the text
	Masked     string // with its middle as stars, fit to be shown
}

// Find returns the personal data in text in order, and of two that begin
// together the longer first.
func Find(text string) []Finding {
	found := slices.Concat(numbers(text), mails(text))
	slices.SortFunc(found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Kind, b.Kind))
	})
	return found
}

// Mask returns text with the personal data in it masked. It keeps the number of
// characters, so that places in it stay where they are.
func Mask(text string) string {
	found := Find(text)
	if len(found) == 0 {
		return text
	}
	var b strings.Builder
	from := 0
	for _, f := range found {
		if f.Start < from {
			continue // a number within an address that is masked already
		}
		b.WriteString(text[from:f.Start])
		b.WriteString(f.Masked)
		from = f.End
	}
	b.WriteString(text[from:])
	return b.String()
}

// stars replaces all letters and digits of s but the first and last few.
func stars(s string, first, last int) string {
	runes := []rune(s)
	for i := first; i < len(runes)-last; i++ {
		if r := runes[i]; r == '@' || r == '＠' || isSeparator(r) {
			continue
		}
		runes[i] = '*'
	}
	return string(runes)
}
