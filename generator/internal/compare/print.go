package compare

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// Format is a way to write a comparison: for a terminal, for the comment on a
// pull request, or for programs.
type Format string

// The formats of Print.
const (
	FormatText     Format = "text"
	FormatMarkdown Format = "markdown"
	FormatJSON     Format = "json"
)

// ParseFormat returns the format named by s, or an error that lists the choices.
func ParseFormat(s string) (Format, error) {
	switch f := Format(s); f {
	case FormatText, FormatMarkdown, FormatJSON:
		return f, nil
	}
	return "", fmt.Errorf("unknown format %q: use text, markdown or json", s)
}

// Result is a whole comparison, as it is printed.
type Result struct {
	AsOf      plan.Date
	Base      Revision
	Head      Revision
	Headlines []Headline
	Changes   []Change
}

// Revision is a side as it was asked for. Both are empty for the working tree.
type Revision struct {
	Name   string `json:"revision"`
	Commit string `json:"commit,omitempty"`
}

// Print writes the comparison. Text and Markdown end with a line break.
func Print(w io.Writer, r Result, f Format, in lang.Lang) error {
	var out string
	switch f {
	case FormatJSON:
		return printJSON(w, r)
	case FormatMarkdown:
		out = markdown(r, in)
	default:
		out = plainText(r, in)
	}
	_, err := io.WriteString(w, out)
	return err
}

func printJSON(w io.Writer, r Result) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(struct {
		AsOf      string     `json:"as_of"`
		Base      Revision   `json:"base"`
		Head      Revision   `json:"head"`
		Blocks    int        `json:"blocks"`
		Headlines []Headline `json:"headlines"`
		Changes   []Change   `json:"changes"`
	}{r.AsOf.String(), r.Base, r.Head, Blocks(r.Changes), append([]Headline{}, r.Headlines...), append([]Change{}, r.Changes...)})
}

// The words around the changes.
var (
	wordNothing  = lang.T("没有实质变化。", "Nothing changed in meaning.")
	wordSummary  = lang.T("数据变化：%s", "Changes of the data: %s")
	wordNotices  = lang.T("%d处请核对", "%d to look at")
	wordInfos    = lang.T("%d处其他", "%d other")
	wordNoBlocks = lang.T("没有不能合并的", "none that blocks")
	wordBlocks   = lang.T("⚠ %d处不能合并", "⚠ %d that block")
	wordAsOf     = lang.T("按%s评价。", "Judged as of %s.")
	wordMust     = lang.T("⚠ 不能合并，请先处理", "⚠ Blocking: to be resolved first")
	wordPlan     = lang.T("%s（任务%s项）：%s。", "%s (tasks: %s): %s.")
	wordSame     = lang.T("各状态项数不变", "the counts did not change")
	wordRest     = lang.T("其余不变", "the rest as before")
	wordRule     = lang.T("规则 %s：%s", "rule %s: %s")
	wordReason   = lang.T("数据里写的理由：%s", "reason given in the data: %s")
	wordFix      = lang.T("怎么办：%s", "to do: %s")
	wordWas      = lang.T("%s（改前）", "%s (before)")
	wordLeftOff  = lang.T("另有%d处变化没有列出，请用 diff 命令查看。", "%d more changes are left off; see the diff command.")
	wordComma    = lang.T("，", ", ")
)

// summary is the first line.
func summary(changes []Change) lang.Text {
	if len(changes) == 0 {
		return wordNothing
	}
	parts := []lang.Text{wordNoBlocks}
	if n := Blocks(changes); n > 0 {
		parts[0] = wordBlocks.Sprintf(n)
	}
	if n := count(changes, Notice); n > 0 {
		parts = append(parts, wordNotices.Sprintf(n))
	}
	if n := count(changes, Info); n > 0 {
		parts = append(parts, wordInfos.Sprintf(n))
	}
	return wordSummary.Sprintf(separated(parts, wordComma))
}

// headline says how the counts of a plan moved.
func (h Headline) sentence() lang.Text {
	var parts []lang.Text
	for _, r := range h.Rows[1:] {
		if r.Before != r.After {
			parts = append(parts, lang.Same("%s %d→%d").Sprintf(r.Label, r.Before, r.After))
		}
	}
	switch {
	case len(parts) == 0:
		parts = append(parts, wordSame)
	case len(parts) < len(h.Rows)-1:
		parts = append(parts, wordRest)
	}
	total := fmt.Sprint(h.Rows[0].After)
	if r := h.Rows[0]; r.Before != r.After {
		total = fmt.Sprintf("%d→%d", r.Before, r.After)
	}
	return wordPlan.Sprintf(h.Title, total, separated(parts, wordComma))
}

func separated(list []lang.Text, by lang.Text) lang.Text {
	out := list[0]
	for _, t := range list[1:] {
		out = join(out, by, t)
	}
	return out
}

// heading names the record: 3.4 入驻平台（t3-4）.
func (a About) heading(in lang.Lang) string {
	s := a.Title.In(in)
	if a.Number != "" {
		s = a.Number + " " + s
	}
	if a.ID != "" {
		s = lang.T("%s（%s）", "%s (%s)").Sprintf(s, a.ID).In(in)
	}
	return s
}

// groups puts together what is about one record, in the order of first mention.
func groups(changes []Change) [][]Change {
	at := map[About]int{}
	var out [][]Change
	for _, c := range changes {
		i, known := at[c.About]
		if !known {
			i, at[c.About] = len(out), len(out)
			out = append(out, nil)
		}
		out[i] = append(out[i], c)
	}
	return out
}

// split parts the blocks from the rest.
func split(changes []Change) (blocks, rest []Change) {
	for _, c := range changes {
		if c.Severity == Block {
			blocks = append(blocks, c)
		} else {
			rest = append(rest, c)
		}
	}
	return blocks, rest
}

// place is where a person finds the change: in the files after or, for what is
// gone, before.
func (c Change) place(in lang.Lang) string {
	if !c.At.IsZero() {
		return line(c.At)
	}
	if !c.Was.IsZero() {
		return wordWas.Sprintf(line(c.Was)).In(in)
	}
	return ""
}

func line(r diag.Range) string { return fmt.Sprintf("%s:%d", r.File, r.Start.Line) }

// oneLine makes text of several lines one, and shows what cannot be seen.
func oneLine(s string) string { return diag.Visible(strings.Join(strings.Fields(s), " ")) }
