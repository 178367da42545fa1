package workbook

import (
	"fmt"
	"regexp"
	"strings"

	"jindu/generator/internal/diag"
)

// Locate finds the cell that a path in the change's file comes from, such as
// updates[2].summary: the loader's problems are shown there.
func (x *Change) Locate(path string) (diag.Range, bool) {
	rest, ok := strings.CutPrefix(path, fmt.Sprintf("%s[%d]", x.sheet.list.key, x.entry))
	if !ok {
		return diag.Range{}, false
	}
	rest = strings.TrimPrefix(rest, ".")
	for file, group := range x.order() {
		if own, ok := strings.CutPrefix(rest, groupName(file)); ok {
			rest = groupName(group) + own
			break
		}
	}
	for _, c := range x.sheet.Columns {
		if c.Key != "" && (c.Key == rest || rest != "" && strings.HasPrefix(c.Key, rest)) {
			return x.place(c.Key), true
		}
	}
	return x.place(x.sheet.list.id), true
}

// InWords puts the names of the columns and choices for the keys and values of the
// data files, which the people who fill in a sheet do not know.
func (x *Change) InWords(d diag.Diagnostic) diag.Diagnostic {
	d.Message.ZH, d.Hint.ZH = x.sheet.inWords(d.Message.ZH), x.sheet.inWords(d.Hint.ZH)
	return d
}

var keyWord = regexp.MustCompile(`[a-z]+(_[a-z]+)*`)

func (s *Sheet) inWords(text string) string {
	names := map[string]string{}
	for _, f := range s.list.record().Fields {
		names[f.Key] = or(columnTitles[f.Key], f.Title.ZH)
		for _, c := range f.Choices {
			names[c.Value] = c.Title.ZH
		}
	}
	return keyWord.ReplaceAllStringFunc(text, func(word string) string { return or(names[word], word) })
}

// order leads from the place of a piece of evidence in the file to its columns.
func (x *Change) order() []int {
	var out []int
	for i := range x.sheet.groups {
		if x.begun(groupName(i)) {
			out = append(out, i)
		}
	}
	return out
}
