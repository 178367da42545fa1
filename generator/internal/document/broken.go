package document

import "jindu/generator/internal/diag"

// broken warns of paragraphs and rows that seem broken over a page, and of rows
// that do not have the table's columns.
func broken(blocks []Block, file string) diag.List {
	var out diag.List
	for i, b := range blocks {
		if i+1 < len(blocks) && b.Kind == Para && blocks[i+1].Kind == Para &&
			blocks[i+1].Lead == "" && !endsSentence(b.Text) {
			last := b.runs[len(b.runs)-1]
			out.Add(ruleBroken.At(lineRange(file, last.line, length(last.text)), "", last.line, blocks[i+1].Lines[0]))
		}
		if len(b.Columns) > 0 {
			out.Add(brokenRows(b, file)...)
		}
	}
	return out
}

func brokenRows(b Block, file string) diag.List {
	var out diag.List
	for i, r := range b.Rows {
		at := lineRange(file, r.Lines[0], 0)
		if len(r.Cells) != len(b.Columns) {
			out.Add(ruleCells.At(at, "", len(r.Cells), len(b.Columns)))
		}
		if text := r.Cell(RoleText); i+1 < len(b.Rows) && text != "" && !endsSentence(text) {
			out.Add(ruleBrokenRow.At(at, "", r.Lines[len(r.Lines)-1], b.Rows[i+1].Lines[0]))
		}
	}
	return out
}
