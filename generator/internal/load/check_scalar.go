package load

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

// scalar checks one value against the kind of its field.
func (c *checker) scalar(n *yaml.Node, f schema.Field, path string) {
	at := c.src.extent(n)
	if c.vacant(n, f, at, path) {
		return
	}
	if n.Style&yaml.FoldedStyle != 0 {
		c.add(foldedBlock.At(c.src.at(at.Start.Line, at.Start.Column, 1), path))
		return
	}
	if n.Style&yaml.DoubleQuotedStyle != 0 && c.escaped(n, at, path) {
		return
	}
	if f.Kind != schema.KindText && f.Kind != schema.KindURL && isWide(n.Value) {
		if narrow := ascii(strings.TrimSpace(norm.NFKC.String(n.Value))); soundForm(f.Kind, narrow) {
			c.add(wideForm.At(at, path, n.Value, narrow))
			return
		}
	}
	c.personalValue(n, at, path)
	switch f.Kind {
	case schema.KindText:
		c.text(n, f, at, path)
	case schema.KindID, schema.KindRef:
		c.id(n, f, at, path)
	case schema.KindEnum:
		c.enum(n, f, at, path)
	case schema.KindDate:
		c.date(n.Value, at, path)
	case schema.KindPeriod:
		c.period(n, at, path)
	case schema.KindNumber:
		c.amounts = append(c.amounts, at)
		c.number(n, at, path, badNumber, numberForm)
	case schema.KindInt:
		c.number(n, at, path, badInt, intForm)
	case schema.KindBool:
		if n.Style != 0 || n.Value != "true" && n.Value != "false" {
			c.add(badBool.At(at, path, n.Value))
		}
	case schema.KindURL:
		c.link(n.Value, at, path)
	}
}

// vacant reports a value of nothing but space. A lone ">" is one too: YAML takes
// it for the beginning of a block of text.
func (c *checker) vacant(n *yaml.Node, f schema.Field, at diag.Range, path string) bool {
	switch {
	case strings.TrimSpace(n.Value) != "":
		return false
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 && f.Kind == schema.KindEnum:
		sign := string(c.runeAt(n))
		c.add(needsQuotes.At(at, path, sign, sign))
	default:
		c.add(emptyText.At(at, path, f.Key))
	}
	return true
}

// soundForm reports whether s would be right once it is typed in ASCII; if not,
// the rules about the kind have better words.
func soundForm(k schema.Kind, s string) bool {
	switch k {
	case schema.KindNumber:
		return numberForm.MatchString(s)
	case schema.KindInt:
		return intForm.MatchString(s)
	case schema.KindDate:
		return dateForm.MatchString(s)
	case schema.KindID, schema.KindRef:
		return idForm.MatchString(s)
	}
	return true
}

// isWide reports whether s has full-width forms of ASCII characters.
func isWide(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= '！' && r <= '～' || r == '—' || r == '–' || r == '−' })
}

// ascii replaces the dashes that input methods offer for the hyphen.
func ascii(s string) string {
	return strings.NewReplacer("—", "-", "–", "-", "−", "-").Replace(s)
}

var (
	dateForm    = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
	looseDate   = regexp.MustCompile(`^(\d{4})\s*[-/.年。、,]\s*(\d{1,2})\s*[-/.月。、,]\s*(\d{1,2})\s*日?[。.]?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$`)
	compactDate = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	serialDate  = regexp.MustCompile(`^[2-6]\d{4}$`)
	numberForm  = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
	intForm     = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)
	otherForm   = regexp.MustCompile(`^[-+]?(0[xXoObB][0-9a-fA-F_]+|(\.[0-9]+|[0-9]+(\.[0-9]*)?)[eE][-+]?[0-9]+)$`)
	minusZero   = regexp.MustCompile(`^-0(\.0*)?$`)
	leadingZero = regexp.MustCompile(`^[-+]?0[0-9]+(\.[0-9]*)?$`)
)

func (c *checker) date(s string, at diag.Range, path string) {
	if _, err := plan.ParseDate(s); err == nil {
		return
	}
	if dateForm.MatchString(s) {
		c.add(noSuchDay.At(at, path, s))
		return
	}
	like := lang.T("，如 2017-12-31", ", such as 2017-12-31")
	if meant, serial := meantDate(ascii(norm.NFKC.String(s))); serial {
		like = lang.T("："+meant+"（"+s+" 是 Excel 的日期序号）", ": "+meant+" ("+s+" is a day number of Excel)")
	} else if meant != "" {
		like = lang.T("："+meant, ": "+meant)
	}
	c.add(badDate.At(at, path, s, like))
}

// meantDate returns the day that people mean by other ways to write one, or "".
// serial says that it was a number of Excel's, which counts days from 1900.
func meantDate(s string) (day string, serial bool) {
	m := looseDate.FindStringSubmatch(s)
	if m == nil {
		m = compactDate.FindStringSubmatch(s)
	}
	switch {
	case m != nil:
		day = m[1] + "-" + twoDigits(m[2]) + "-" + twoDigits(m[3])
	case serialDate.MatchString(s):
		n, _ := strconv.Atoi(s) // the pattern allows nothing but digits
		return time.Date(1899, 12, 30+n, 0, 0, 0, 0, time.UTC).Format(time.DateOnly), true
	}
	if _, err := plan.ParseDate(day); err != nil {
		return "", false
	}
	return day, false
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

func (c *checker) period(n *yaml.Node, at diag.Range, path string) {
	_, err := plan.ParsePeriod(n.Value)
	switch {
	case err == nil:
	case dateForm.MatchString(n.Value):
		c.add(noSuchDay.At(at, path, n.Value))
	default:
		c.add(badPeriod.At(at, path, n.Value))
	}
}

// number checks a number or whole number. It must be written so that every
// program reads the same value.
func (c *checker) number(n *yaml.Node, at diag.Range, path string, wrong diag.Rule, form *regexp.Regexp) {
	s := n.Value
	_, err := plan.ParseNumber(s)
	switch {
	case minusZero.MatchString(s) && n.Style == 0:
		c.add(ambiguous.At(at, path, s, numberHint(s)))
	case form.MatchString(s) && err == nil && n.Style != 0:
		c.add(quotedNumber.At(at, path, s))
	case form.MatchString(s) && err == nil:
	case n.Style == 0 && oddNumber(n):
		c.add(ambiguous.At(at, path, s, numberHint(s)))
	default:
		c.add(wrong.At(at, path, s))
	}
}

// oddNumber reports whether YAML reads the scalar as a number although it is no
// plain decimal of at most 15 digits: 012, 0x1f, 1_000, 1e3, .5, +1, .inf. A minus
// zero is two numbers to JavaScript.
func oddNumber(n *yaml.Node) bool {
	if leadingZero.MatchString(n.Value) || otherForm.MatchString(n.Value) || minusZero.MatchString(n.Value) {
		return true
	}
	_, err := plan.ParseNumber(n.Value)
	return err != nil && (n.Tag == "!!int" || n.Tag == "!!float")
}

func numberHint(s string) lang.Text {
	switch {
	case minusZero.MatchString(s):
		return lang.T("请去掉负号。", "Remove the sign.")
	case leadingZero.MatchString(s):
		return lang.T("请去掉开头的 0。", "Remove the leading zero.")
	case strings.Contains(s, "_"):
		return lang.T("请去掉下划线“_”。", "Remove the \"_\".")
	case numberForm.MatchString(s):
		return lang.T("数位太多（最多 15 位）。请核对，或改用大一些的计量单位。", "Too many digits (15 at most). Check it, or use a larger unit.")
	}
	return lang.T("请写成普通的小数或整数，如 1000、0.5。", "Type a plain decimal, such as 1000 or 0.5.")
}

// enum checks a choice. People also type what readers see: 已完成 for completed.
func (c *checker) enum(n *yaml.Node, f schema.Field, at diag.Range, path string) {
	var values []string
	var zh, en []string
	var meant string
	for _, choice := range f.Choices {
		if n.Value == choice.Value {
			return
		}
		if n.Value == choice.Title.ZH || strings.EqualFold(n.Value, choice.Title.EN) {
			meant = choice.Value
		}
		values = append(values, choice.Value)
		zh = append(zh, choice.Value+"（"+choice.Title.ZH+"）")
		en = append(en, choice.Value)
	}
	if meant == "" {
		meant, _ = diag.Suggest(n.Value, values)
	}
	c.add(badChoice.At(at, path, n.Value, f.Key, didYouMean(meant), lang.T(listed(zh).ZH, listed(en).EN)))
}
