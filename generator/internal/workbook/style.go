package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"jindu/generator/internal/schema"
)

// styles are the looks of the cells.
type styles struct{ title, note, head, openHead, given, open, date, plain, bold int }

// of is the look of a column's cells.
func (s styles) of(c Column) int {
	switch {
	case c.Key == "":
		return s.given
	case c.Field.Kind == schema.KindDate:
		return s.date
	}
	return s.open
}

func (w *writer) makeStyles() {
	line := []excelize.Border{{Type: "left", Color: "BFBFBF", Style: 1}, {Type: "right", Color: "BFBFBF", Style: 1}, {Type: "top", Color: "BFBFBF", Style: 1}, {Type: "bottom", Color: "BFBFBF", Style: 1}}
	fill := func(color string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	top := &excelize.Alignment{WrapText: true, Vertical: "top"}
	middle := &excelize.Alignment{WrapText: true, Vertical: "center", Horizontal: "center"}
	textForm, dateForm := "@", "yyyy-mm-dd"
	openCell := &excelize.Protection{Locked: false}
	for _, s := range []struct {
		id   *int
		look excelize.Style
	}{
		{&w.styles.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 16}}},
		{&w.styles.note, excelize.Style{Font: &excelize.Font{Color: "595959"}}},
		{&w.styles.head, excelize.Style{Border: line, Fill: fill("D9D9D9"), Font: &excelize.Font{Bold: true}, Alignment: middle}},
		{&w.styles.openHead, excelize.Style{Border: line, Fill: fill("DDEBF7"), Font: &excelize.Font{Bold: true}, Alignment: middle}},
		{&w.styles.given, excelize.Style{Border: line, Fill: fill("F2F2F2"), Alignment: top, CustomNumFmt: &textForm}},
		{&w.styles.open, excelize.Style{Border: line, Alignment: top, CustomNumFmt: &textForm, Protection: openCell}},
		{&w.styles.date, excelize.Style{Border: line, Alignment: top, CustomNumFmt: &dateForm, Protection: openCell}},
		{&w.styles.plain, excelize.Style{Alignment: top}},
		{&w.styles.bold, excelize.Style{Alignment: top, Font: &excelize.Font{Bold: true}}},
	} {
		id, err := w.NewStyle(&s.look)
		w.do(err)
		*s.id = id
	}
}

// The longest texts that a prompt shows.
const (
	promptTitle = 32
	promptText  = 250
)

// helps gives the cells of an open column their drop-down list and the words
// that show beside the cell. A wrong date or number is not stopped here, for
// programs disagree about what is one: the import says what it cannot read.
func (w *writer) helps(s *Sheet, c Column, cells string) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(cells)
	v.SetInput(cut(c.Title, promptTitle), cut(howTo(s, c), promptText))
	if c.Field.Kind == schema.KindEnum {
		var titles []string
		for _, choice := range c.Field.Choices {
			titles = append(titles, choice.Title.ZH)
		}
		w.do(v.SetDropList(titles))
		v.SetError(excelize.DataValidationErrorStyleStop, "请从列表里选", cut("可以填："+strings.Join(titles, "、")+"。", promptText))
	}
	w.do(w.AddDataValidation(s.Name, v))
}

func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

// howTo says what to type in a column.
func howTo(s *Sheet, c Column) string {
	words := s.inWords(c.Field.Help.ZH)
	switch c.Field.Kind {
	case schema.KindDate:
		words += "写成 2026-12-31 或 2026年12月31日，要有年月日。"
	case schema.KindEnum:
		words += "从列表里选。"
	case schema.KindNumber:
		words += "单位见“计量单位”一栏。"
	case schema.KindPeriod:
		words += "如 2026、2026年四季度、2026年1—11月。"
	}
	if c.Key == s.list.id {
		words += "本行填了别的内容就必须填；改成另一个" + c.Field.Title.ZH + "，就是另报一条，原来的那条保留。"
	}
	switch {
	case strings.HasPrefix(c.Key, "evidence") && c.Field.Required:
		words += "写佐证时必填。"
	case c.Field.Required && c.Key != s.list.id:
		words += "必填。"
	}
	if words == "" {
		words = "没有就不填。"
	}
	return words
}
