package validate

import (
	"fmt"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/document"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

func quotes() []check {
	return []check{
		{diag.Rule{Code: "V501", Severity: diag.Error,
			Message: lang.T("原文文件的 SHA-256 是 %[1]s，与登记的不同", "the document's SHA-256 is %[1]s, not the one given"),
			Hint:    lang.T("原文文件不能改动：恢复原来的文件；确实换了文件的，改 sha256。", "The document must not change: restore it; where it was replaced on purpose, correct sha256.")},
			perPlan(checksum)},
		{diag.Rule{Code: "V502", Severity: diag.Error,
			Message: lang.T("任务原文与附件的任何一行都不同%[1]s", "the task's text is no row of the annex%[1]s"),
			Hint:    lang.T("照附件“工作任务”一栏抄全，标点也要一致；汉字与数字、字母之间的空格不计。", "Copy the whole cell of the annex, punctuation included; spaces between Chinese and digits or letters do not count.")},
			perTask(taskQuote)},
		{diag.Rule{Code: "V503", Severity: diag.Error,
			Message: lang.T("原文里没有这句话：“%[1]s”%[2]s", "the document does not hold these words: %[1]q%[2]s"),
			Hint:    lang.T("照原文抄，标点也要一致；汉字与数字、字母之间的空格不计。", "Copy the document's words, punctuation included; spaces between Chinese and digits or letters do not count.")},
			perPlan(otherQuotes)},
		{diag.Rule{Code: "V504", Severity: diag.Error,
			Message: lang.T("原文这一栏是“%[1]s”", "the annex has %[1]q in this cell"),
			Hint:    lang.T("照附件抄，写成：%[1]s", "Copy the annex: %[1]s")},
			perTask(taskCells)},
		{diag.Rule{Code: "V505", Severity: diag.Error,
			Message: lang.T("附件里这一行是第 %[1]s 项，这里写成了 %[2]s", "in the annex this row is %[1]s, here it is %[2]s"),
			Hint:    lang.T("改 project 或 order，与附件一致。", "Correct project or order by the annex.")},
			perTask(taskPlace)},
		{diag.Rule{Code: "V506", Severity: diag.Error,
			Message: lang.T("附件第 %[1]s 项“%[2]s”没有对应的任务", "row %[1]s of the annex, %[2]q, has no task"),
			Hint:    lang.T("在 tasks 文件夹里加一个任务文件，quote 抄这一行的工作任务。", "Add a file in the tasks folder whose quote is the row's task.")},
			perPlan(rowsWithoutTask)},
		{diag.Rule{Code: "V507", Severity: diag.Error,
			Message: lang.T("附件第 %[1]s 项已经有任务", "row %[1]s of the annex has a task already"),
			Hint:    lang.T("附件的一行只对应一个任务，删去一个。", "A row of the annex is one task; delete one of the two.")},
			perPlan(rowsWithTwoTasks)},
		{diag.Rule{Code: "V508", Severity: diag.Error,
			Message: lang.T("附件第 %[1]d 个项目是“%[2]s”", "project %[1]d of the annex is %[2]q"),
			Hint:    lang.T("照附件抄，写成：%[2]s", "Copy the annex: %[2]s")},
			perPlan(projectTitles)},
		{diag.Rule{Code: "V509", Severity: diag.Error,
			Message: lang.T("原文里没有“%[1]s”", "the document does not hold %[1]q"),
			Hint:    lang.T("文件全称、文号、发文机关、日期和公开方式都照原文写；原文没有的不写。", "Give title, number, issuer, dates and disclosure as the document has them, and leave out what it does not have.")},
			perPlan(planWords)},
	}
}

func checksum(a *ask, p *plan.Plan) {
	if d, ok := a.document(); ok && p.Document.SHA256.V != d.SHA256 {
		a.say(or(p.Document.SHA256.At, p.Document.At), "document.sha256", d.SHA256)
	}
}

// nearest says in words what of the document comes nearest to a quote.
func nearest(d *document.Document, quote string) lang.Text {
	sentence, lines, ok := d.Nearest(quote)
	if !ok {
		return lang.Text{}
	}
	return lang.T("；最接近的是第 %[1]d 行：“%[2]s”", "; the nearest is line %[1]d: %[2]q").Sprintf(lines[0], sentence)
}

func taskQuote(a *ask, t *plan.Task) {
	d, ok := a.document()
	if !ok || len(d.Rows()) == 0 {
		return // a document without an annex is otherQuotes'
	}
	if _, ok := d.Row(t.Quote.V); !ok {
		a.say(or(t.Quote.At, t.At), "quote", nearest(d, t.Quote.V))
	}
}

// quoteAt is a quote of the document and the path to it.
type quoteAt struct {
	plan.String
	path string
}

func otherQuotes(a *ask, p *plan.Plan) {
	d, ok := a.document()
	if !ok {
		return
	}
	for _, q := range quotesOf(p, len(d.Rows()) == 0) {
		if _, _, found := d.Find(q.V); !found {
			a.say(q.At, q.path, q.V, nearest(d, q.V))
		}
	}
}

// quotesOf lists what the plan quotes of its document. The tasks' own texts are
// among it only where there is no annex to compare them with.
func quotesOf(p *plan.Plan, tasks bool) []quoteAt {
	var out []quoteAt
	differences := func(path string, list []plan.Difference) {
		for i, d := range list {
			out = append(out, quoteAt{d.Quote, path + index("differences", i, "quote")})
		}
	}
	for i, x := range p.Projects {
		differences(fmt.Sprintf("projects[%d].", i), x.Differences)
	}
	for _, t := range p.Tasks {
		if tasks {
			out = append(out, quoteAt{t.Quote, "quote"})
		}
		differences("", t.Differences)
	}
	for _, x := range p.Indicators {
		for i, q := range x.Quotes {
			out = append(out, quoteAt{q.Text, index("quotes", i, "text")})
		}
		for i, t := range x.Targets {
			if !t.Authority.Given() { // a changed target quotes the document that changed it
				out = append(out, quoteAt{t.Quote, index("targets", i, "quote")})
			}
			for k, e := range t.Earlier {
				if !e.Authority.Given() {
					out = append(out, quoteAt{e.Quote, fmt.Sprintf("targets[%d].earlier[%d].quote", i, k)})
				}
			}
		}
		differences("", x.Differences)
	}
	return out
}

func taskCells(a *ask, t *plan.Task) {
	row, ok := a.row(t)
	if !ok {
		return
	}
	for _, c := range []struct {
		own  plan.String
		key  string
		role document.Role
	}{
		{t.IssuedLead, "lead", document.RoleLead},
		{t.IssuedHelp, "support", document.RoleSupport},
		{t.IssuedWhen, "schedule", document.RoleSchedule},
	} {
		if want := row.Cell(c.role); document.Normalize(c.own.V) != document.Normalize(want) {
			a.say(or(c.own.At, t.At), "issued."+c.key, want)
		}
	}
}

// row returns the annex row that the task quotes.
func (a *ask) row(t *plan.Task) (document.Row, bool) {
	d, ok := a.document()
	if !ok {
		return document.Row{}, false
	}
	return d.Row(t.Quote.V)
}

func taskPlace(a *ask, t *plan.Task) {
	row, ok := a.row(t)
	project, known := a.plan.Project(t.Project.V)
	if !ok || !known || row.Group == 0 {
		return
	}
	if own := fmt.Sprintf("%d.%d", project.Number.V, t.Order.V); own != row.Number() {
		a.say(or(t.Order.At, t.At), "order", row.Number(), own)
	}
}

func rowsWithoutTask(a *ask, p *plan.Plan) {
	d, ok := a.document()
	if !ok {
		return
	}
	covered := map[string]bool{}
	for _, t := range p.Tasks {
		anchor, _ := d.RowAnchor(t.Quote.V)
		covered[anchor] = true
	}
	for _, r := range d.Rows() {
		if !covered[r.Anchor] {
			at := diag.Range{File: d.File, Start: diag.Pos{Line: r.Lines[0], Column: 1}, End: diag.Pos{Line: r.Lines[0], Column: 1}}
			a.compare(or(p.Document.File.At, p.At), "tasks", at, lang.T("附件的这一行", "this row of the annex"), r.Number(), r.Cell(document.RoleText))
		}
	}
}

func rowsWithTwoTasks(a *ask, p *plan.Plan) {
	first := map[string]*plan.Task{}
	for _, t := range p.Tasks {
		row, ok := a.row(t)
		if !ok {
			continue
		}
		if before, taken := first[row.Anchor]; taken {
			a.compare(t.Quote.At, "quote", before.Quote.At, lang.T("先写在这里", "first written here"), row.Number())
			continue
		}
		first[row.Anchor] = t
	}
}

func projectTitles(a *ask, p *plan.Plan) {
	d, ok := a.document()
	if !ok {
		return
	}
	labels := map[int]string{}
	for _, r := range d.Rows() {
		labels[r.Group] = r.Label
	}
	for i, x := range p.Projects {
		label, ok := labels[x.Number.V]
		if ok && document.Normalize(label) != document.Normalize(x.Title.V) {
			a.say(or(x.Title.At, x.At), index("projects", i, "title"), x.Number.V, label)
		}
	}
}

// planWords looks for what plan.yaml says of the document itself.
func planWords(a *ask, p *plan.Plan) {
	d, ok := a.document()
	if !ok {
		return
	}
	words := []quoteAt{{p.Title, "title"}, {p.Number, "number"}, {p.Issuer, "issuer"}, {p.Disclosure, "disclosure"}}
	for _, day := range []struct {
		plan.DateValue
		path string
	}{{p.Signed, "signed"}, {p.Printed, "printed"}} {
		words = append(words, quoteAt{plan.String{V: day.V.Chinese(), At: day.At}, day.path})
	}
	for _, w := range words {
		if !w.Given() {
			continue
		}
		if _, _, found := d.Find(w.V); !found {
			a.say(w.At, w.path, w.V)
		}
	}
}
