package document

import (
	"slices"
	"strings"
)

// passage is a stretch of the document in which a quote can stand.
type passage struct {
	anchor string
	text   string
	starts []int // where each run begins in text
	runs   []run
}

// Hit is a place where a quote stands.
type Hit struct {
	Anchor string
	Lines  []int
}

// passages lists every paragraph and cell in reading order, as normalised and,
// where that differs, as the reading edition shows it.
func passages(blocks []Block) []passage {
	var out []passage
	add := func(anchor string, runs []run, forms ...func(string) string) {
		for i, form := range forms {
			text, starts := glue(runs, form)
			if i == 0 || text != out[len(out)-1].text {
				out = append(out, passage{anchor, text, starts, runs})
			}
		}
	}
	for _, b := range blocks {
		switch b.Kind {
		case Title, AnnexTitle, Masthead, Heading:
			add(b.Anchor, b.runs, Normalize, tidyTitle)
		default:
			add(b.Anchor, b.runs, Normalize, tidy)
		}
		for _, r := range b.Rows {
			for _, c := range r.Cells {
				add(r.Anchor, c.runs, Normalize, tidy)
			}
		}
	}
	return out
}

// Find returns the first place, in reading order, where the quote stands in one
// paragraph or one cell, and the lines of the file that it covers. Quote and
// document are compared after Normalize.
func (d *Document) Find(quote string) (anchor string, lines []int, ok bool) {
	hits := d.hits(quote, 1)
	if len(hits) == 0 {
		return "", nil, false
	}
	return hits[0].Anchor, hits[0].Lines, true
}

// FindAll returns every paragraph and cell where the quote stands.
func (d *Document) FindAll(quote string) []Hit { return d.hits(quote, len(d.passages)) }

func (d *Document) hits(quote string, most int) []Hit {
	words := Normalize(strings.TrimSpace(quote))
	var out []Hit
	for _, p := range d.passages {
		if words == "" || len(out) == most {
			break
		}
		from := strings.Index(p.text, words)
		if from < 0 {
			continue
		}
		hit := Hit{Anchor: p.anchor, Lines: p.covered(from, from+len(words))}
		if n := len(out); n == 0 || out[n-1].Anchor != hit.Anchor || !slices.Equal(out[n-1].Lines, hit.Lines) {
			out = append(out, hit)
		}
	}
	return out
}

// covered returns the lines of the file that text[from:to] comes from.
func (p passage) covered(from, to int) []int {
	var lines []int
	for i, start := range p.starts {
		end := len(p.text)
		if i+1 < len(p.starts) {
			end = p.starts[i+1]
		}
		if start < to && from < end {
			lines = append(lines, p.runs[i].line)
		}
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

// Rows returns the rows of every table whose columns are those of an annex.
func (d *Document) Rows() []Row {
	var out []Row
	for _, b := range d.Blocks {
		if len(b.Columns) > 0 {
			out = append(out, b.Rows...)
		}
	}
	return out
}

// Row returns the annex row whose task is exactly the quote.
func (d *Document) Row(quote string) (Row, bool) {
	r, ok := d.rows[Normalize(quote)]
	return r, ok
}

// rowsByTask indexes the annex rows by their normalised task; of two rows with
// the same words the first counts.
func rowsByTask(rows []Row) map[string]Row {
	out := make(map[string]Row, len(rows))
	for _, r := range rows {
		task := Normalize(r.Cell(RoleText))
		if _, taken := out[task]; !taken && task != "" {
			out[task] = r
		}
	}
	return out
}

// RowAnchor returns the anchor of the annex row whose task is exactly the quote.
func (d *Document) RowAnchor(quote string) (string, bool) {
	r, ok := d.Row(quote)
	return r.Anchor, ok
}
