package load

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/personal"
	"jindu/generator/internal/schema"
)

// text checks words that readers will see.
func (c *checker) text(n *yaml.Node, f schema.Field, at diag.Range, path string) {
	block := n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
	switch {
	case n.Style == 0 && isNotText(n):
		c.add(notText.At(at, path, n.Value))
		return
	case n.Style == 0 && (oddNumber(n) || n.Tag == "!!timestamp" && !dateForm.MatchString(n.Value)):
		c.add(ambiguous.At(at, path, n.Value, lang.T(
			"如果就是这些字，请加英文双引号：\""+n.Value+"\"", "If it is text, put it in ASCII double quotes: \""+n.Value+"\"")))
		return
	case strings.Contains(n.Value, "\t"):
		c.add(controlText.At(c.findRune(at, '\t'), path, "U+0009"))
	case !block && n.Value != strings.TrimFunc(n.Value, outer):
		c.add(outerSpace.At(at, path))
	}
	if strings.Contains(n.Value, "{{") {
		c.add(template.At(c.findRune(at, '{'), path))
	}
	c.pattern(n.Value, f, at, path)
	c.folded(n, at, path)
	c.lookalikes(n.Value, at, path)
}

func outer(r rune) bool { return r == ' ' || r == '\n' || r == '\u3000' }

func isNotText(n *yaml.Node) bool {
	return n.Tag == "!!bool" || n.Tag == "!!float" && strings.ContainsAny(n.Value, "nN") // .inf and .nan
}

// pattern checks text that must have a certain form.
func (c *checker) pattern(s string, f schema.Field, at diag.Range, path string) {
	if f.Pattern == "" {
		return
	}
	if form := regexp.MustCompile(f.Pattern); !form.MatchString(s) {
		c.add(badPattern.At(at, path, s, f.Title, f.Help, f.Example))
	}
}

// escaped reports characters that double quotes brought in by an escape, so that
// the raw text did not show them.
func (c *checker) escaped(n *yaml.Node, at diag.Range, path string) bool {
	for _, r := range n.Value {
		if badChar(r) != nil && r != '\n' && !c.written(at, r) {
			c.add(controlText.At(at, path, codePoint(r)))
			return true
		}
	}
	return false
}

// written reports whether the raw text of a range holds r.
func (c *checker) written(at diag.Range, r rune) bool {
	for line := at.Start.Line; line <= at.End.Line; line++ {
		if slices.Contains(c.src.line(line), r) {
			return true
		}
	}
	return false
}

// findRune returns the place of the first r in a range, or the whole range where
// it is not written as such.
func (c *checker) findRune(at diag.Range, r rune) diag.Range {
	for line := at.Start.Line; line <= at.End.Line; line++ {
		from := 0
		if line == at.Start.Line {
			from = at.Start.Column - 1
		}
		if text := c.src.line(line); from < len(text) {
			if i := slices.Index(text[from:], r); i >= 0 {
				return c.src.at(line, from+i+1, 1)
			}
		}
	}
	return at
}

// folded asks about text that YAML joins with spaces where Chinese has none.
func (c *checker) folded(n *yaml.Node, at diag.Range, path string) {
	if n.Style&yaml.LiteralStyle != 0 || at.Start.Line == at.End.Line {
		return
	}
	text := []rune(n.Value)
	for i := 1; i+1 < len(text); i++ {
		if text[i] == ' ' && isChinese(text[i-1]) && isChinese(text[i+1]) && c.breaks(at, text[i-1]) {
			c.add(foldedText.At(at, path))
			return
		}
	}
}

// breaks reports whether a line of the range ends with r.
func (c *checker) breaks(at diag.Range, r rune) bool {
	for line := at.Start.Line; line < at.End.Line; line++ {
		if text := trimRight(c.src.line(line)); len(text) > 0 && text[len(text)-1] == r {
			return true
		}
	}
	return false
}

func isChinese(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= '\u3001' && r <= '\u303f' || r >= '！' && r <= '～'
}

// lookalikes asks about characters that compatibility normalisation would turn
// into a letter, Han character or digit: Kangxi radicals from PDFs, full-width
// digits. Chinese punctuation is full-width by right and not asked about, nor
// are signs whose normal form means something else (², ①, ½).
func (c *checker) lookalikes(s string, at diag.Range, path string) {
	if norm.NFKC.IsNormalString(s) && !strings.ContainsFunc(s, isRadical) || len(personal.Find(s)) > 0 {
		return
	}
	seen := map[rune]bool{}
	asked := 0
	for _, r := range s {
		if seen[r] || asked == maxLookalikes {
			continue
		}
		seen[r] = true
		normal := norm.NFKC.String(string(r))
		switch code := codePoint(r); {
		case isRadical(r) && normal == string(r):
			c.add(radical.At(c.findRune(at, r), path, string(r), code))
			asked++
		case normal != string(r) && hasWord(normal) && !hasOwnMeaning(r):
			c.add(lookalike.At(c.findRune(at, r), path, string(r), code, normal))
			asked++
		}
	}
	if i := decomposed(s); i != "" {
		c.add(lookalike.At(at, path, i, "NFD", norm.NFC.String(i)))
	}
}

// maxLookalikes is how many different characters of one text are asked about: a
// text with more was copied from a source that is wrong throughout.
const maxLookalikes = 10

func isRadical(r rune) bool { return r >= '\u2e80' && r <= '\u2ef3' }

func hasWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// ownMeaning are the blocks whose characters say more than their normal forms:
// superscripts and subscripts, fractions, circled and bracketed numbers.
var ownMeaning = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x00aa, Hi: 0x00aa, Stride: 1}, {Lo: 0x00b2, Hi: 0x00b3, Stride: 1}, {Lo: 0x00b9, Hi: 0x00be, Stride: 1},
	{Lo: 0x2070, Hi: 0x209f, Stride: 1}, {Lo: 0x2150, Hi: 0x215f, Stride: 1}, {Lo: 0x2460, Hi: 0x24ff, Stride: 1},
	{Lo: 0x3220, Hi: 0x3247, Stride: 1}, {Lo: 0x3251, Hi: 0x325f, Stride: 1}, {Lo: 0x3280, Hi: 0x32bf, Stride: 1},
}}

func hasOwnMeaning(r rune) bool { return unicode.Is(ownMeaning, r) }

// decomposed returns the first letter of s written with a separate accent that
// could be one character.
func decomposed(s string) string {
	var it norm.Iter
	it.InitString(norm.NFC, s)
	for pos := 0; !it.Done(); {
		composed := string(it.Next())
		next := it.Pos()
		if written := s[pos:next]; written != composed && len([]rune(written)) > 1 {
			return written
		}
		pos = next
	}
	return ""
}
