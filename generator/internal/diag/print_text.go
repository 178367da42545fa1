package diag

import (
	"fmt"
	"io"
	"strings"

	"jindu/generator/internal/lang"
)

// The words around a problem.
var (
	wordColon    = lang.T("：", ": ")
	wordSeverity = map[Severity]lang.Text{Error: lang.T("错误", "error"), Warning: lang.T("警告", "warning")}
	wordPath     = lang.T("位置：", "at: ")
	wordHint     = lang.T("改法：", "fix: ")
	wordRelated  = lang.T("参看：", "see: ")
	wordRepeats  = lang.T("同样的问题另有 %d 处：", "the same problem at %d more:")
)

// printText writes for people. Problems that say the same are written once,
// where the first stands, with the places of the others below.
func printText(w io.Writer, l List, opts PrintOptions) error {
	p := textPrinter{opts: opts, files: map[string][]string{}}
	for _, group := range groups(l) {
		p.group(group)
	}
	if len(l) > 0 {
		p.b.WriteString(summary(l, opts.Lang) + "\n")
	}
	_, err := io.WriteString(w, p.b.String())
	return err
}

// groups puts together what has the same words, in order of the first of each.
func groups(l List) []List {
	type words struct {
		code          string
		message, hint lang.Text
	}
	var out []List
	at := map[words]int{}
	for _, d := range l {
		key := words{d.Code, d.Message, d.Hint}
		i, seen := at[key]
		if !seen || len(d.Related) > 0 { // each has its own second place to show
			i, at[key] = len(out), len(out)
			out = append(out, nil)
		}
		out[i] = append(out[i], d)
	}
	return out
}

type textPrinter struct {
	b     strings.Builder
	opts  PrintOptions
	files map[string][]string // lines of the files already read
}

func (p *textPrinter) group(l List) {
	d, in := l[0], p.opts.Lang
	fmt.Fprintf(&p.b, "%s: %s %s %s\n", p.paint(bold, Place(d.Range)),
		p.paint(severityColor[d.Severity], wordSeverity[d.Severity].In(in)), d.Code, p.paint(bold, Visible(d.Message.In(in))))
	if d.Path != "" {
		p.line(wordPath.In(in) + Visible(d.Path))
	}
	p.snippet(d.Range, severityColor[d.Severity])
	if hint := d.Hint.In(in); hint != "" {
		p.line(wordHint.In(in) + Visible(hint))
	}
	for _, r := range d.Related {
		p.line(wordRelated.In(in) + Place(r.Range) + " " + Visible(r.Message.In(in)))
	}
	if len(l) > 1 {
		p.line(wordRepeats.Sprintf(len(l) - 1).In(in))
		for _, other := range l[1:] {
			p.line("  " + Place(other.Range))
		}
	}
	p.b.WriteString("\n")
}

func (p *textPrinter) line(s string) { p.b.WriteString("  " + s + "\n") }

// Place writes the start of a range as terminals and editors make clickable, and
// a cell as spreadsheets name it: 填报!G5.
func Place(r Range) string {
	if r.Start.Line == 0 {
		return Visible(r.File)
	}
	if strings.HasSuffix(r.File, "!") {
		return fmt.Sprintf("%s%s%d", Visible(r.File), columnName(r.Start.Column), r.Start.Line)
	}
	return fmt.Sprintf("%s:%d:%d", Visible(r.File), r.Start.Line, r.Start.Column)
}

// columnName is what spreadsheets call a column: 1 is A, 27 is AA.
func columnName(n int) string {
	name := ""
	for ; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

func summary(l List, in lang.Lang) string {
	errors, warnings := l.Count(Error), l.Count(Warning)
	if in == lang.EN {
		return plural(errors, "error") + ", " + plural(warnings, "warning")
	}
	return fmt.Sprintf("共 %d 个错误、%d 个警告", errors, warnings)
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
