package diag

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// The terminal colours of text output.
const (
	bold   = "1"
	red    = "1;31"
	yellow = "1;33"
)

var severityColor = map[Severity]string{Error: red, Warning: yellow}

func (p *textPrinter) paint(color, s string) string {
	if !p.opts.Color {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[0m"
}

// maxSnippet is how many columns of a source line are shown.
const maxSnippet = 76

// snippet shows the line where r starts with a mark under the part in r, placed
// by what the characters measure in a terminal: Han characters take two columns.
func (p *textPrinter) snippet(r Range, color string) {
	text, ok := p.source(r)
	if !ok {
		return
	}
	line := []rune(text)
	start := min(max(r.Start.Column-1, 0), len(line))
	end := len(line)
	if r.End.Line == r.Start.Line {
		end = min(max(r.End.Column-1, start), len(line))
	}
	before, marked, after := window(line, start, end)
	number := fmt.Sprintf("%4d | ", r.Start.Line)
	p.b.WriteString(number + before + marked + after + "\n")
	mark := strings.Repeat("^", max(1, columns(marked)))
	p.b.WriteString(strings.Repeat(" ", len(number)+columns(before)) + p.paint(color, mark) + "\n")
}

func (p *textPrinter) source(r Range) (string, bool) {
	if p.opts.Source == nil || r.Start.Line == 0 {
		return "", false
	}
	lines, read := p.files[r.File]
	if !read {
		if raw, err := p.opts.Source(r.File); err == nil {
			lines = strings.Split(strings.TrimPrefix(string(raw), "\ufeff"), "\n")
		}
		p.files[r.File] = lines
	}
	if r.Start.Line > len(lines) {
		return "", false
	}
	return strings.TrimSuffix(lines[r.Start.Line-1], "\r"), true
}

// window cuts a long line so that the marked part can be seen.
func window(line []rune, start, end int) (before, marked, after string) {
	from, to := start, start
	for room := maxSnippet / 2; from > 0; from-- {
		if room -= cell(line[from-1]); room < 0 {
			break
		}
	}
	for room := maxSnippet - columns(Visible(string(line[from:start]))); to < len(line); to++ {
		if room -= cell(line[to]); room < 0 && to > start {
			break
		}
	}
	end = min(end, to)
	before, after = Visible(string(line[from:start])), Visible(string(line[end:to]))
	if from > 0 {
		before = "…" + before
	}
	if to < len(line) {
		after += "…"
	}
	return before, Visible(string(line[start:end])), after
}

func cell(r rune) int { return columns(Visible(string(r))) }

// columns is the width of s in a terminal. Characters of ambiguous width, such
// as “ and …, count as one, as terminals draw them unless told otherwise.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case width.LookupRune(r).Kind() == width.EastAsianWide, width.LookupRune(r).Kind() == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// Visible replaces the characters of s that cannot be seen, or that would drive
// a terminal or reorder the text, by their code point: <U+202E>. A tab becomes →.
func Visible(s string) string {
	if strings.IndexFunc(s, hidden) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t':
			b.WriteRune('→')
		case hidden(r):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func hidden(r rune) bool {
	return r == unicode.ReplacementChar || r != ' ' && r != '\u3000' && !unicode.IsGraphic(r) ||
		unicode.Is(unicode.Zs, r) && r != ' ' && r != '\u3000'
}
