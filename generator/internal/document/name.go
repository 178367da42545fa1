package document

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// namer gives every block and row an anchor from its numbering: s2-3 for
// 二（三）, p-2-3-1 for its first paragraph, row-3-5 for the fifth task of
// project 3. What stands in an annex is marked by a1-, its rows are not.
type namer struct {
	taken            map[string]int
	annex, tables    int
	chapter, section int
	paragraph        int
}

var leadNumber = regexp.MustCompile(`^\d+`)

// name sets the anchors of blocks and rows, and ties the dropped cells to the
// rows that they stood in.
func name(blocks []Block, dropped []Dropped) []Dropped {
	n := &namer{taken: map[string]int{}}
	for i := range blocks {
		n.block(&blocks[i])
	}
	out := slices.Clone(dropped)
	slices.SortStableFunc(out, func(a, b Dropped) int { return a.Line - b.Line })
	for i := range out {
		out[i].After = rowOfLine(blocks, out[i].Line)
	}
	return out
}

func rowOfLine(blocks []Block, line int) string {
	for _, b := range blocks {
		for _, r := range b.Rows {
			if slices.Contains(r.Lines, line) {
				return r.Anchor
			}
		}
	}
	return ""
}

func (n *namer) block(b *Block) {
	switch b.Kind {
	case Annex:
		n.annex++
		n.chapter, n.section, n.paragraph = 0, 0, 0
		b.Anchor = n.unique("annex")
	case AnnexTitle:
		b.Anchor = n.unique("annex-title")
	case Heading:
		b.Anchor = n.heading(b)
	case Para:
		b.Anchor = n.para(b)
	case Table:
		n.tables++
		b.Anchor = n.unique("table")
		n.rows(b.Rows)
	default:
		b.Anchor = n.unique(string(b.Kind))
	}
}

// heading counts chapters and sections by their own numbers, and by their place
// where they have none.
func (n *namer) heading(b *Block) string {
	n.paragraph = 0
	if m := sectionForm.FindStringSubmatch(b.Text); m != nil {
		n.section = chineseNumber(m[1])
		return n.unique(fmt.Sprintf("%ss%d-%d", n.prefix(), n.chapter, n.section))
	}
	n.chapter++
	n.section = 0
	if m := chapterForm.FindStringSubmatch(b.Text); m != nil {
		n.chapter = chineseNumber(m[1])
	}
	return n.unique(fmt.Sprintf("%ss%d", n.prefix(), n.chapter))
}

func (n *namer) para(b *Block) string {
	n.paragraph++
	if number, err := strconv.Atoi(leadNumber.FindString(b.Lead)); err == nil {
		n.paragraph = number
	}
	place := strconv.Itoa(n.chapter)
	if n.section > 0 {
		place += "-" + strconv.Itoa(n.section)
	}
	return n.unique(fmt.Sprintf("%sp-%s-%d", n.prefix(), place, n.paragraph))
}

// rows counts the rows of each project, which begins where a label stands.
func (n *namer) rows(rows []Row) {
	group, order, label := 0, 0, ""
	for i := range rows {
		r := &rows[i]
		if own := r.Cell(RoleProject); own != "" {
			group, order, label = group+1, 0, own
			if number, err := strconv.Atoi(r.Cell(RoleNumber)); err == nil && number > 0 {
				group = number
			}
		}
		order++
		r.Group, r.Order, r.Label = group, order, label
		r.Anchor = n.unique(fmt.Sprintf("%srow-%d-%d", n.tablePrefix(), group, order))
	}
}

func (n *namer) prefix() string {
	if n.annex == 0 {
		return ""
	}
	return fmt.Sprintf("a%d-", n.annex)
}

func (n *namer) tablePrefix() string {
	if n.tables == 1 {
		return ""
	}
	return fmt.Sprintf("t%d-", n.tables)
}

// unique marks repeated anchors by -x2, -x3 …; no numbering makes an x.
func (n *namer) unique(anchor string) string {
	n.taken[anchor]++
	if n.taken[anchor] == 1 {
		return anchor
	}
	return fmt.Sprintf("%s-x%d", anchor, n.taken[anchor])
}

// chineseNumber reads 一 to 九十九; larger numbers do not number sections.
func chineseNumber(s string) int {
	const digits = "一二三四五六七八九"
	total := 0
	for _, r := range s {
		switch {
		case r == '十':
			total = max(total, 1) * 10
		default:
			total += strings.IndexRune(digits, r)/len("一") + 1
		}
	}
	return total
}
