package document

import (
	"regexp"
	"slices"
	"unicode/utf8"
)

var (
	mastheadForm   = regexp.MustCompile(`文件$`)
	numberForm     = regexp.MustCompile(`^\S{1,20}〔\d{4}〕\d+号$`)
	chapterForm    = regexp.MustCompile(`^([一二三四五六七八九十]+)、`)
	sectionForm    = regexp.MustCompile(`^（([一二三四五六七八九十]+)）`)
	attachmentForm = regexp.MustCompile(`^附件\d*[：:]`)
	annexForm      = regexp.MustCompile(`^附件\s*[\d一二三四五六七八九十]*$`)
	noteForm       = regexp.MustCompile(`^（此件.+）$`)
	copiesForm     = regexp.MustCompile(`^抄送[：:]`)
	dayForm        = regexp.MustCompile(`^\d{4}年\d{1,2}月\d{1,2}日$`)
	printedForm    = regexp.MustCompile(`^\d{4}年\d{1,2}月\d{1,2}日印发$`)
	leadForm       = regexp.MustCompile(`^\d{1,2}[.．、]\s*[^。；：]{2,40}。`)
	clauseForm     = regexp.MustCompile(`[。；：]`)
	sentenceEnd    = regexp.MustCompile(`[。！？：；…”’）》)]$`)
)

// The longest words, in characters, that can be a heading without a mark, a
// salutation, and the name over a date.
const (
	maxHeading    = 40
	maxSalutation = 80
	maxSigner     = 30
)

// classify says what each piece is.
func classify(pieces []piece) []Block {
	var blocks []Block
	for _, p := range pieces {
		if p.shape == table {
			blocks = append(blocks, tableBlock(p))
			continue
		}
		b := Block{runs: p.runs, Text: glued(p.runs, tidy)}
		b.Kind = kindOf(p, b.Text, blocks)
		b.dress()
		if n := len(blocks); n > 0 && b.follows(blocks[n-1]) {
			b.runs = slices.Concat(blocks[n-1].runs, b.runs)
			b.dress()
			blocks = blocks[:n-1]
		}
		b.Lines = linesOf(b.runs)
		blocks = append(blocks, b)
	}
	return blocks
}

// kindOf tells what words are by their form, their mark and what stands before.
func kindOf(p piece, words string, before []Block) Kind {
	last := tidy(p.runs[len(p.runs)-1].text)
	switch {
	case annexForm.MatchString(words):
		return Annex
	case isHeading(p, words):
		return Heading
	case p.shape == marked:
		return markedKind(words, before)
	case numberForm.MatchString(words):
		return Number
	case dayForm.MatchString(last):
		return Signature
	case printedForm.MatchString(last):
		return Imprint
	case noteForm.MatchString(words):
		return Note
	case attachmentForm.MatchString(words):
		return Attachment
	case copiesForm.MatchString(words):
		return Copies
	case isSalutation(words, before):
		return Salutation
	}
	return Para
}

func isHeading(p piece, words string) bool {
	if !chapterForm.MatchString(words) && !sectionForm.MatchString(words) {
		return false
	}
	inner := words[:len(words)-len(lastRune(words))]
	return p.shape == marked || length(words) <= maxHeading && !clauseForm.MatchString(inner)
}

func markedKind(words string, before []Block) Kind {
	if n := len(before); n > 0 && before[n-1].Kind == Annex {
		return AnnexTitle
	}
	if has(before, Title) {
		return Heading
	}
	if len(before) == 0 && mastheadForm.MatchString(words) {
		return Masthead
	}
	return Title
}

func isSalutation(words string, before []Block) bool {
	n := len(before)
	return n > 0 && before[n-1].Kind == Title && lastRune(words) == "：" && length(words) <= maxSalutation
}

// follows reports whether b continues the paragraph before it: a date alone
// belongs to the name above it.
func (b Block) follows(before Block) bool {
	return (b.Kind == Signature || b.Kind == Imprint) && len(b.runs) == 1 &&
		before.Kind == Para && length(before.Text) <= maxSigner && !endsSentence(before.Text)
}

// dress sets what follows from a block's kind and words.
func (b *Block) dress() {
	switch b.Kind {
	case Signature, Imprint:
		b.runs = stacked(b.runs)
		b.Text = glued(b.runs, tidy)
	case Title, Masthead, AnnexTitle:
		b.Text = glued(b.runs, tidyTitle)
	case Heading:
		b.Text = glued(b.runs, tidyTitle)
		b.Level = 2
		if sectionForm.MatchString(b.Text) {
			b.Level = 3
		}
	case Para:
		if lead := leadForm.FindString(b.Text); len(lead) < len(b.Text) {
			b.Lead = lead
		}
	}
}

func tableBlock(p piece) Block {
	b := Block{Kind: Table}
	rows := p.rows
	if p.roles != nil {
		for i, role := range p.roles {
			b.Columns = append(b.Columns, Column{Role: role, Title: glued(rows[0].cells[i], tidyTitle)})
		}
		b.runs = rowRuns(rows[0])
		rows = rows[1:]
	}
	lines := linesOf(b.runs)
	for _, r := range rows {
		next := Row{Lines: r.lines}
		for i, runs := range r.cells {
			c := Cell{Text: glued(runs, tidy), runs: runs}
			if i < len(p.roles) {
				c.Role = p.roles[i]
			}
			next.Cells = append(next.Cells, c)
		}
		b.Rows = append(b.Rows, next)
		lines = append(lines, r.lines...)
	}
	b.Lines = lines
	return b
}

func rowRuns(r rawRow) []run {
	var out []run
	for _, cell := range r.cells {
		out = append(out, cell...)
	}
	return out
}

func has(blocks []Block, kind Kind) bool {
	for _, b := range blocks {
		if b.Kind == kind {
			return true
		}
	}
	return false
}

func endsSentence(s string) bool { return sentenceEnd.MatchString(s) }

func length(s string) int { return utf8.RuneCountInString(s) }

func lastRune(s string) string {
	_, size := utf8.DecodeLastRuneInString(s)
	return s[len(s)-size:]
}
