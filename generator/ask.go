package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/mattn/go-isatty"
	"golang.org/x/text/unicode/norm"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
	"jindu/generator/internal/typed"
)

// asker asks a person at a terminal for what a form still lacks.
type asker struct {
	in   *bufio.Scanner
	out  io.Writer
	lang lang.Lang
	// names leads from what people call a record (市商务局) to its id, by kind.
	names map[string]map[string]string
}

// fill completes a form: by asking where someone is there to answer, else only
// if nothing is missing.
func (p *project) fill(f *form, in io.Reader, out io.Writer, names map[string]map[string]string) error {
	if len(f.missing()) == 0 {
		return nil
	}
	if !canAnswer(in) {
		return f.missingError(p.lang)
	}
	a := &asker{in: bufio.NewScanner(in), out: out, lang: p.lang, names: names}
	return a.fill(f)
}

func canAnswer(in io.Reader) bool {
	f, ok := in.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}

func (a *asker) fill(f *form) error {
	skipped := ""
	for _, b := range f.blanks {
		if len(b.values) > 0 || b.group != nil && b.group.Key == skipped {
			continue
		}
		if b.group != nil && !f.called(b.group) {
			yes, err := a.wants(b.group.Title)
			if err != nil {
				return err
			}
			if !yes {
				skipped = b.group.Key
				continue
			}
		}
		if err := a.blank(b, b.field.Required); err != nil {
			return err
		}
	}
	return nil
}

// called reports whether a record below is to be filled without asking first.
func (f *form) called(group *schema.Field) bool {
	return group.Required || f.begun(group.Key) || f.insists != nil && f.insists(group.Key)
}

func (a *asker) say(t lang.Text) { fmt.Fprintln(a.out, t.In(a.lang)) }

// wants asks whether there is something of a kind at all.
func (a *asker) wants(what lang.Text) (bool, error) {
	a.say(lang.T("有没有%s？有就输入 y，没有直接按回车", "Is there any %s? Type y, or press Enter for none").Sprintf(what))
	answer, err := a.read()
	switch strings.ToLower(answer) {
	case "y", "yes", "有", "是":
		return true, err
	}
	return false, err
}

// blank asks for one value until the answer can be one.
func (a *asker) blank(b *blank, required bool) error {
	a.question(b, required)
	for {
		answer, err := a.read()
		if err != nil {
			return err
		}
		if answer == "" && !required {
			return nil
		}
		values, wrong := a.understand(b.field, answer)
		if wrong != (lang.Text{}) {
			a.say(wrong)
			continue
		}
		if shown := strings.Join(values, "、"); shown != answer {
			a.say(lang.T("写成：%s", "Written as: %s").Sprintf(shown))
		}
		b.values = values
		return nil
	}
}

func (a *asker) question(b *blank, required bool) {
	title := b.field.Title
	if b.group != nil {
		title = lang.T(b.group.Title.ZH+"的"+title.ZH, b.group.Title.EN+": "+title.EN)
	}
	need := lang.T("（必填）", " (required)")
	if !required {
		need = lang.T("（可以不填，直接按回车）", " (optional: press Enter to leave out)")
	}
	a.say(lang.T("%s%s", "%s%s").Sprintf(title, need))
	if b.field.Help.ZH != "" {
		a.say(lang.T("  "+b.field.Help.ZH, "  "+b.field.Help.EN))
	}
	for i, c := range b.field.Choices {
		a.say(lang.T("  %d %s%s", "  %d %s%s").Sprintf(i+1, c.Title, explained(c.Help)))
	}
}

func explained(help lang.Text) lang.Text {
	if help.ZH == "" {
		return lang.Text{}
	}
	return lang.T("："+help.ZH, ": "+help.EN)
}

// read takes one line. A person who ends the input has not answered.
func (a *asker) read() (string, error) {
	fmt.Fprint(a.out, "> ")
	if !a.in.Scan() {
		if err := a.in.Err(); err != nil {
			return "", err
		}
		return "", usageError{fmt.Errorf("%s", lang.T("输入中断，没有写入任何文件", "the input ended; no file was written").In(a.lang))}
	}
	return strings.TrimSpace(a.in.Text()), nil
}

// understand turns an answer into values: a choice by its number or name, a unit
// by its name, a day or number as an input method types it. What it makes of the
// answer is shown; what cannot be meant is asked again.
func (a *asker) understand(f schema.Field, answer string) (values []string, wrong lang.Text) {
	if answer == "" {
		return nil, lang.T("这一项必须填。", "This is required.")
	}
	if f.List && f.Kind != schema.KindText {
		for _, part := range strings.FieldsFunc(answer, func(r rune) bool { return strings.ContainsRune("、，,； ;", r) }) {
			f.List = false
			one, wrong := a.understand(f, part)
			if wrong != (lang.Text{}) {
				return nil, wrong
			}
			values = append(values, one...)
		}
		return values, lang.Text{}
	}
	narrow := strings.TrimSpace(norm.NFKC.String(answer))
	switch f.Kind {
	case schema.KindEnum:
		return a.choose(f, narrow)
	case schema.KindRef:
		if id, ok := a.names[f.Ref][answer]; ok {
			return []string{id}, lang.Text{}
		}
		return []string{narrow}, lang.Text{}
	case schema.KindDate:
		day, ok := typed.Day(answer)
		if !ok {
			return nil, lang.T("看不懂这个日期，请写成 2017-12-31 这样。", "This is no date; type one such as 2017-12-31.")
		}
		return []string{day}, lang.Text{}
	case schema.KindNumber, schema.KindInt:
		number, err := typed.Number(answer, "")
		if err != nil {
			return nil, lang.T("请只写数字，如 106.5，不写单位和逗号。", "Type digits only, such as 106.5, without unit or separators.")
		}
		return []string{number}, lang.Text{}
	case schema.KindPeriod:
		period, ok := typed.Period(answer)
		if !ok {
			return nil, lang.T("看不懂这个时期，请写成 2017、2017-Q4 或 2017-08 这样。", "This is no period; type one such as 2017, 2017-Q4 or 2017-08.")
		}
		return []string{period}, lang.Text{}
	}
	return []string{answer}, lang.Text{}
}

func (a *asker) choose(f schema.Field, answer string) ([]string, lang.Text) {
	if n, err := strconv.Atoi(answer); err == nil && n >= 1 && n <= len(f.Choices) {
		return []string{f.Choices[n-1].Value}, lang.Text{}
	}
	if value, ok := typed.Choice(f, answer); ok {
		return []string{value}, lang.Text{}
	}
	return nil, lang.T("请输入 1 到 %d 的编号。", "Type a number from 1 to %d.").Sprintf(len(f.Choices))
}

// names lists the units and projects that people may name in words.
func names(s *plan.Site) map[string]map[string]string {
	out := map[string]map[string]string{"unit": {}, "project": {}}
	for _, u := range s.Units {
		out["unit"][u.Name.V] = u.ID.V
	}
	for _, p := range s.Plans {
		for _, x := range p.Projects {
			out["project"][x.Title.V] = x.ID.V
		}
	}
	return out
}
