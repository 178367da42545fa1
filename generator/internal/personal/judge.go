package personal

import (
	"slices"
	"strings"
)

// shape is a way to write a kind of number: how many digits each group has.
type shape struct {
	kind   Kind
	groups []int
	valid  func(string) bool
}

// shapes, with the surest first.
var shapes = []shape{
	{IDCard, []int{18}, idCard}, {IDCard, []int{6, 8, 4}, idCard}, {IDCard, []int{6, 4, 4, 4}, idCard},
	{IDCard, []int{6, 12}, idCard}, {IDCard, []int{14, 4}, idCard}, {IDCard, []int{6, 4, 2, 2, 4}, idCard},
	{IDCard, []int{3, 3, 4, 4, 4}, idCard}, {IDCard, []int{15}, oldID}, {IDCard, []int{6, 6, 3}, oldID},
	{Mobile, []int{11}, mobile}, {Mobile, []int{3, 4, 4}, mobile}, {Mobile, []int{4, 3, 4}, mobile},
	{Mobile, []int{3, 8}, mobile}, {Mobile, []int{7, 4}, mobile}, {Mobile, []int{3, 3, 5}, mobile},
	{Mobile, []int{13}, withCountry}, {Mobile, []int{15}, withCountry},
	{BankCard, []int{16}, bankCard}, {BankCard, []int{17}, bankCard}, {BankCard, []int{18}, bankCard}, {BankCard, []int{19}, bankCard},
	{BankCard, []int{4, 4, 4, 4}, bankCard}, {BankCard, []int{4, 4, 4, 4, 3}, bankCard}, {BankCard, []int{6, 13}, bankCard},
}

// judge finds the numbers in a chain of groups.
func judge(text string, chain []group) []Finding {
	var found []Finding
	for i := 0; i < len(chain); {
		kind, n := at(text, chain, i)
		if n == 0 {
			i++
			continue
		}
		start, end := chain[i].start, chain[i+n-1].end
		found = append(found, Finding{Kind: kind, Start: start, End: end, Masked: stars(text[start:end], 3, 2)})
		i += n
	}
	return found
}

// at returns what begins at group i and how many groups it has, or 0.
func at(text string, chain []group, i int) (Kind, int) {
	for _, s := range shapes {
		n := len(s.groups)
		if i+n > len(chain) || !fits(chain[i:i+n], s.groups) || !s.valid(joined(chain[i:i+n])) {
			continue
		}
		sure := s.kind == IDCard && total(s.groups) == 18 // wherever it stands
		if sure && isolated(text, chain, i, n) || standsAlone(text, chain, i, n) {
			return s.kind, n
		}
	}
	return "", 0
}

func total(lengths []int) int {
	sum := 0
	for _, n := range lengths {
		sum += n
	}
	return sum
}

func fits(groups []group, lengths []int) bool {
	for i, g := range groups {
		if len(g.digits) != lengths[i] || i > 1 && g.gap != groups[1].gap {
			return false
		}
	}
	return true
}

func joined(groups []group) string {
	var b strings.Builder
	for _, g := range groups {
		b.WriteString(g.digits)
	}
	return b.String()
}

// looksLikeYears reports whether groups parted by spaces are rather a figure with
// years beside it, as in "139 2016 2017".
func looksLikeYears(groups []group) bool {
	if len(groups) != 3 || strings.Trim(groups[1].gap, " ") != "" {
		return false
	}
	return isYear(groups[1].digits) && isYear(groups[2].digits)
}

func isYear(s string) bool { return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") }

// isolated reports whether no letter, digit or decimal point joins the groups to
// something longer.
func isolated(text string, chain []group, i, n int) bool {
	if gluedBefore(text, chain[i].start) || gluedAfter(text, chain[i+n-1].end) {
		return false
	}
	return (i == 0 || chain[i].gap != ".") && (i+n == len(chain) || chain[i+n].gap != ".")
}

// standsAlone reports whether the groups are a number by themselves, and neither
// an amount nor a part of an address or of a document's number.
func standsAlone(text string, chain []group, i, n int) bool {
	start, end := chain[i].start, chain[i+n-1].end
	return isolated(text, chain, i, n) && !looksLikeYears(chain[i:i+n]) && !isAmount(text, start, end) &&
		!joinedByDash(text, chain, i, n) && !inAddress(text, start, end)
}

// labels are words that people put before a phone number.
var labels = []string{"tel", "phone", "mobile", "mob", "cell", "86"}

func labelled(before string) bool {
	before = strings.ToLower(strings.TrimRight(before, ":=-.+ "))
	return slices.ContainsFunc(labels, func(l string) bool { return strings.HasSuffix(before, l) })
}

func gluedBefore(text string, start int) bool {
	if start == 0 || !isWord(text[start-1]) {
		return false
	}
	return !labelled(text[max(0, start-8):start])
}

func gluedAfter(text string, end int) bool { return end < len(text) && isWord(text[end]) }

func isWord(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_'
}

// isAmount reports whether a number counts money or goods.
func isAmount(text string, start, end int) bool {
	for _, sign := range []string{"¥", "￥", "$"} {
		if strings.HasSuffix(strings.TrimRight(text[:start], " "), sign) {
			return true
		}
	}
	after := strings.TrimLeft(text[end:min(len(text), end+16)], " ")
	for _, unit := range []string{"元", "圆", "吨", "件", "单", "笔", "万", "亿", "人次", "%", "％"} {
		if strings.HasPrefix(after, unit) {
			return true
		}
	}
	return false
}

// joinedByDash reports whether a dash joins the number to a word or to another
// number that is no phone, as in the number of a document.
func joinedByDash(text string, chain []group, i, n int) bool {
	start, end := chain[i].start, chain[i+n-1].end
	if i > 0 && chain[i].gap == "-" {
		before := chain[i-1].digits
		return before != "86" && before != "0086" && !mobile(before)
	}
	if i+n < len(chain) && chain[i+n].gap == "-" {
		return !mobile(chain[i+n].digits)
	}
	if start > 1 && text[start-1] == '-' && isWord(text[start-2]) {
		return !labelled(text[max(0, start-9):start])
	}
	return end+1 < len(text) && text[end] == '-' && isWord(text[end+1])
}
