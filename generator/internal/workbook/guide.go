package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"jindu/generator/internal/schema"
)

// guide writes the sheet that says how to fill in the others. What it says of
// columns and statuses comes from the schema.
func (w *writer) guide() {
	widths := []float64{18, 64, 26}
	for i, width := range widths {
		w.do(w.SetColWidth(guideSheet, letters(i+1), letters(i+1), width))
	}
	n := 0
	line := func(style int, cells ...string) {
		n++
		lines := 1
		for i, c := range cells {
			w.text(guideSheet, cellName(i+1, n), c, style)
			if i > 0 {
				lines = max(lines, linesOf(c, widths[i]))
			}
		}
		w.do(w.SetRowHeight(guideSheet, n, height(lines)))
	}
	line(w.styles.title, w.book.title())
	w.do(w.SetRowHeight(guideSheet, n, titleHeight))
	for _, p := range w.book.facts() {
		line(w.styles.plain, p[0], p[1])
	}
	line(w.styles.plain, "")
	line(w.styles.bold, "怎么填")
	for i, s := range guideLines {
		line(w.styles.plain, fmt.Sprintf("%d", i+1), s)
	}
	for _, s := range w.book.Sheets {
		line(w.styles.plain, "")
		line(w.styles.bold, "“"+s.Name+"”各栏", "填什么", "例子")
		for _, c := range s.Columns[s.given():] {
			if strings.HasPrefix(c.Key, "evidence[") && !strings.HasPrefix(c.Key, groupName(0)) {
				continue // as the first piece
			}
			line(w.styles.plain, c.Title, howTo(s, c), example(c.Field))
		}
	}
	w.statuses(line)
	w.protect(guideSheet)
	wide, tall, fit := 1, 0, true
	w.do(w.SetPageLayout(guideSheet, &excelize.PageLayoutOptions{FitToWidth: &wide, FitToHeight: &tall}))
	w.do(w.SetSheetProps(guideSheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
}

func (b *Book) facts() [][2]string {
	facts := [][2]string{
		{"填报单位", b.Unit.Name.V},
		{"报告期", b.Period.Chinese()},
		{"依据文件", b.Plan.Title.V + "（" + b.Plan.Number.V + "）"},
	}
	if b.Commit != "" {
		facts = append(facts, [2]string{"数据版本", b.Commit})
	}
	return facts
}

var guideLines = []string{
	"只填白色格。灰色格是文件规定的内容，改了就不能导入；发现有错，请告诉维护数据的人员。",
	"本期没有新情况的行，不用填。没有公开的进展，网站上显示“未披露”，不会当作零，也不会当作正常推进。",
	"一行里填了任何一格，就要填“数据截至”和“完成情况”（指标是“时期”“实际值”和佐证）。数据截至要在报告期以内，不能是还没有到的日期。",
	"本期已经报过的内容会显示在白色格里，可以直接改。改“数据截至”等于另报一条，原来的那条保留。清空一格，就是删去这一项；一条进展不能靠清空整行撤回。",
	"状态不能凭印象：填“已完成”必须有佐证；填“已调整”“已终止”必须写调整依据；以前报过已完成、现在不是，必须写更正说明。",
	"佐证是公开的、打得开的网页：写标题、网址、发布单位、来源类别，照抄里面的一句原话，一字不改。没有佐证就不填，不要编。",
	"数字可以用全角，可以写 1,234.5；百分比只用在计量单位是 % 的指标。“约”“超过”不是数字，请写在说明里。公式按保存时算出的结果读。",
	"不要写身份证号、手机号、私人邮箱；联系方式只写单位的公开电话。",
	"不要增删行、列和工作表，不要改表头，不要存成 .xls、.xlsm 或 .et。另存为 .xlsx，交给维护数据的人员。",
	"如果说“导出以后数据又改过”，请用新导出的表，把要报的内容抄过去。",
}

// example is a value that would be right, as a person sees it.
func example(f schema.Field) string {
	if f.Kind == schema.KindEnum && len(f.Choices) > 0 {
		return f.Choices[0].Title.ZH
	}
	return f.Example
}

// statuses explains when each choice of the task sheet's status is right.
func (w *writer) statuses(line func(int, ...string)) {
	for _, s := range w.book.Sheets {
		f, ok := s.list.record().Field("status")
		if !ok {
			continue
		}
		line(w.styles.plain, "")
		line(w.styles.bold, columnTitles["status"], "什么时候填")
		for _, c := range f.Choices {
			line(w.styles.plain, c.Title.ZH, c.Help.ZH)
		}
	}
}
