package document

import (
	"fmt"
	"slices"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// editor carries out repairs on the pieces of a file.
type editor struct {
	file     string
	pieces   []piece
	dropped  []Dropped // After is set once the rows have anchors
	problems diag.List
}

func (e *editor) repair(repairs []plan.Repair) {
	for i, r := range repairs {
		path := fmt.Sprintf("document.repairs[%d]", i)
		lines, wrong := lineNumbers(r)
		if wrong != (lang.Text{}) {
			e.problems.Add(ruleLines.At(r.At, path+".lines", wrong))
			continue
		}
		for j := range len(lines) - 1 {
			if problem := e.step(r, path, lines[j], lines[j+1]); problem != nil {
				e.problems.Add(*problem)
				break
			}
		}
	}
}

// lineNumbers returns the repair's lines, or what is wrong with them.
func lineNumbers(r plan.Repair) ([]int, lang.Text) {
	lines := make([]int, len(r.Lines))
	for i, l := range r.Lines {
		lines[i] = l.V
		if i > 0 && lines[i-1] >= l.V {
			return nil, lang.T("没有从小到大", "they do not ascend")
		}
	}
	switch {
	case len(lines) < 2:
		return nil, lang.T("少于两行", "fewer than two")
	case r.Kind.V == "move-label" && len(lines) > 2:
		return nil, lang.T("多于两行", "more than two")
	}
	return lines, lang.Text{}
}

// step carries out the repair between one line and the next it names.
func (e *editor) step(r plan.Repair, path string, from, to int) *diag.Diagnostic {
	problem := func(rule diag.Rule, args ...any) *diag.Diagnostic {
		d := rule.At(r.At, path, args...).
			With(lineRange(e.file, to, 0), lang.T("原文的这一行", "this line of the document"))
		return &d
	}
	switch r.Kind.V {
	case "join":
		if !e.join(from, to) {
			return problem(ruleJoin, from, to)
		}
	case "join-row":
		if wrong := e.joinRow(from, to, r.Reason.V); wrong != (lang.Text{}) {
			return problem(ruleJoinRow, from, to, wrong)
		}
	case "move-label":
		if !e.moveLabel(from, to) {
			return problem(ruleMoveLabel, from, to)
		}
	default:
		return problem(ruleKind, r.Kind.V)
	}
	return nil
}

// join runs line from on into line to, which either begins the next paragraph
// or stands below it in the same one, after a hard break.
func (e *editor) join(from, to int) bool {
	for i := range e.pieces {
		p := &e.pieces[i]
		j := slices.IndexFunc(p.runs, func(r run) bool { return r.line == from })
		if p.shape != plain || j < 0 {
			continue
		}
		if j+1 < len(p.runs) {
			fits := p.runs[j].hard && p.runs[j+1].line == to
			p.runs[j].hard = p.runs[j].hard && !fits
			return fits
		}
		if i+1 == len(e.pieces) || e.pieces[i+1].shape != plain || e.pieces[i+1].runs[0].line != to {
			return false
		}
		p.runs[j].hard = false
		p.runs = slices.Concat(p.runs, e.pieces[i+1].runs)
		e.pieces = slices.Delete(e.pieces, i+1, i+2)
		return true
	}
	return false
}

// neighbours finds the two rows that stand below each other in one table with
// named columns.
func (e *editor) neighbours(from, to int) (p *piece, first int, ok bool) {
	for i := range e.pieces {
		p = &e.pieces[i]
		for j := 1; j+1 < len(p.rows) && p.roles != nil; j++ {
			if slices.Contains(p.rows[j].lines, from) && slices.Contains(p.rows[j+1].lines, to) {
				return p, j, true
			}
		}
	}
	return nil, 0, false
}

// joinRow puts the task of row to behind that of row from. The other cells of
// row to must be empty or those of the row below, where they belong.
func (e *editor) joinRow(from, to int, reason string) lang.Text {
	p, i, ok := e.neighbours(from, to)
	if !ok {
		return lang.T("不是同一张表里前后相接的两行", "they are not neighbours in one table")
	}
	text, _ := p.column(RoleText)
	first, second, below := p.rows[i], p.rows[i+1], rawRow{}
	if i+2 < len(p.rows) {
		below = p.rows[i+2]
	}
	dropped, wrong := leftOver(p.roles, second, below, text, reason)
	if wrong != (lang.Text{}) {
		return wrong
	}
	first.set(text, slices.Concat(first.at(text), second.at(text)))
	first.lines = slices.Concat(first.lines, second.lines)
	p.rows[i] = first
	p.rows = slices.Delete(p.rows, i+1, i+2)
	e.dropped = append(e.dropped, dropped...)
	return lang.Text{}
}

// leftOver lists the cells of a continuation row that repeat the row below.
func leftOver(roles []Role, second, below rawRow, text int, reason string) ([]Dropped, lang.Text) {
	if len(second.at(text)) == 0 {
		return nil, lang.T("第二行没有工作任务", "the second line has no task")
	}
	var out []Dropped
	for i, cell := range second.cells {
		if i == text || len(cell) == 0 {
			continue
		}
		role := Role("")
		if i < len(roles) {
			role = roles[i]
		}
		words := glued(cell, tidy)
		if role == RoleNumber || role == RoleProject || words != glued(below.at(i), tidy) {
			return nil, lang.T("第二行的“%[1]s”与下一行不同", "%[1]q on the second line is not in the row below").Sprintf(words)
		}
		out = append(out, Dropped{Line: cell[0].line, Role: role, Text: words, Reason: reason})
	}
	return out, lang.Text{}
}

// moveLabel moves the number and the title of a project to the next row.
func (e *editor) moveLabel(from, to int) bool {
	p, i, ok := e.neighbours(from, to)
	if !ok {
		return false
	}
	a, b := &p.rows[i], &p.rows[i+1]
	number, hasNumber := p.column(RoleNumber)
	project, ok := p.column(RoleProject)
	if !ok || len(a.at(project)) == 0 || len(b.at(project)) > 0 || hasNumber && len(b.at(number)) > 0 {
		return false
	}
	for _, c := range []int{number, project} {
		if c == number && !hasNumber {
			continue
		}
		b.set(c, a.at(c))
		a.set(c, nil)
	}
	return true
}

// lineRange is the range of a whole line of width characters.
func lineRange(file string, line, width int) diag.Range {
	return diag.Range{
		File:  file,
		Start: diag.Pos{Line: line, Column: 1},
		End:   diag.Pos{Line: line, Column: width + 1},
	}
}
