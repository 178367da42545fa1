package document

import (
	"regexp"
	"strings"
)

// A piece is a stretch of the file before anything is known of its meaning.
type piece struct {
	shape shape
	runs  []run // of a marked line or a paragraph
	rows  []rawRow
	roles []Role // of a table's columns
}

type shape int

const (
	plain  shape = iota // a paragraph
	marked              // a line that begins with #
	table
)

// rawRow is one row of a table; a cell that a repair joined has several runs.
type rawRow struct {
	cells [][]run
	lines []int
}

var (
	markForm = regexp.MustCompile(`^#{1,6}\s+`)
	ruleForm = regexp.MustCompile(`^-{3,}$`)
)

// scan parts the text into pieces. Blank lines part paragraphs but not the rows
// of a table, whose pages leave blank lines behind.
func scan(text string) []piece {
	var pieces []piece
	apart := true // whether the next line of a paragraph begins a new one
	for i, line := range strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n") {
		number, words := i+1, strings.TrimSpace(line)
		last := len(pieces) - 1
		switch {
		case words == "":
			apart = true
			continue
		case ruleForm.MatchString(words):
			apart = true
			continue
		case markForm.MatchString(words):
			words = markForm.ReplaceAllString(words, "")
			pieces = append(pieces, piece{shape: marked, runs: []run{{line: number, text: words}}})
		case strings.Contains(line, "\t"):
			if last < 0 || pieces[last].shape != table {
				pieces = append(pieces, piece{shape: table})
				last++
			}
			pieces[last].rows = append(pieces[last].rows, row(number, line))
		case apart || pieces[last].shape != plain:
			pieces = append(pieces, piece{shape: plain, runs: []run{paragraphLine(number, line)}})
		default:
			pieces[last].runs = append(pieces[last].runs, paragraphLine(number, line))
		}
		apart = false
	}
	for i := range pieces {
		if pieces[i].shape == table {
			pieces[i].roles = roles(pieces[i].rows[0])
		}
	}
	return pieces
}

func paragraphLine(number int, line string) run {
	hard := strings.HasSuffix(strings.TrimSuffix(line, "\r"), "  ")
	return run{line: number, text: strings.TrimSpace(line), hard: hard}
}

func row(number int, line string) rawRow {
	r := rawRow{lines: []int{number}}
	for _, cell := range strings.Split(line, "\t") {
		var runs []run
		if words := strings.TrimSpace(cell); words != "" {
			runs = []run{{line: number, text: words}}
		}
		r.cells = append(r.cells, runs)
	}
	return r
}

// roles reads the titles of the columns. It returns nil where none of them is
// that of an annex's task: the first row then is a row like the others.
func roles(header rawRow) []Role {
	known := map[string]Role{
		"序号": RoleNumber, "项目": RoleProject, "工作任务": RoleText,
		"责任单位": RoleLead, "配合单位": RoleSupport, "进度安排": RoleSchedule,
	}
	var out []Role
	found := false
	for _, cell := range header.cells {
		role := known[glued(cell, tidyTitle)]
		found = found || role == RoleText
		out = append(out, role)
	}
	if !found {
		return nil
	}
	return out
}

// column returns the index of the column with the role.
func (p piece) column(role Role) (int, bool) {
	for i, r := range p.roles {
		if r == role {
			return i, true
		}
	}
	return 0, false
}

// at returns the runs of a cell, nil where the row is too short.
func (r rawRow) at(i int) []run {
	if i < len(r.cells) {
		return r.cells[i]
	}
	return nil
}

// set puts runs into a cell, making the row longer where it is too short.
func (r *rawRow) set(i int, runs []run) {
	for len(r.cells) <= i {
		r.cells = append(r.cells, nil)
	}
	r.cells[i] = runs
}
