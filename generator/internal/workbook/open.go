package workbook

import (
	"bytes"
	"path"
	"slices"

	"github.com/xuri/excelize/v2"

	"jindu/generator/internal/diag"
)

// What a file that a unit filled in can be. A sheet of 500 tasks has 40 KB, and
// 2 MB unpacked.
const (
	// MaxFile is the largest file in bytes.
	MaxFile      = 8 << 20
	maxUnpacked  = 32 << 20
	maxPart      = 16 << 20
	maxParts     = 500
	maxRows      = 10_000
	maxEmptyRows = 50_000
	maxColumns   = 300
	maxGroups    = 20
)

// Returned is a file that came back.
type Returned struct {
	Meta   Meta
	file   *excelize.File
	sheets map[string][][]string // of those that the hidden sheet names: stored values
	extra  []string              // other sheets
	// formulas says that some cell holds one
	formulas bool
}

// Close frees what Open holds.
func (r *Returned) Close() error { return r.file.Close() }

// Open reads a file that came back, under its own name. Problems name the file;
// Returned is nil where there are any.
func Open(name string, raw []byte) (*Returned, diag.List) {
	if p := inspect(raw); p != nil {
		return nil, diag.List{p.rule.At(diag.Range{File: path.Base(name)}, "", p.args...)}
	}
	r, p := open(raw)
	if p != nil {
		return nil, diag.List{p.rule.At(diag.Range{File: path.Base(name)}, "", p.args...)}
	}
	return r, nil
}

// Parts that no filled-in sheet has, by what stands in their lower-case path.
var (
	active   = []string{"vbaproject", "vbadata", "macrosheets/", "dialogsheets/", "activex/", "embeddings/", "ctrlprops/", "customui/", "webextensions/"}
	external = []string{"externallinks/", "connections.xml", "querytables/", "xmlmaps.xml", "pivotcache/", "model/"}
)

// open reads the sheets.
func open(raw []byte) (*Returned, *fault) {
	f, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxPart})
	if err != nil {
		return nil, faulty(notWorkbook, err)
	}
	r := &Returned{file: f, sheets: map[string][][]string{}, formulas: hasFormulas(raw)}
	p := r.read()
	if p != nil {
		f.Close()
		return nil, p
	}
	return r, nil
}

func (r *Returned) read() *fault {
	names := r.file.GetSheetList()
	if !slices.Contains(names, hiddenSheet) {
		return faulty(notOurs)
	}
	lines, p := r.rows(hiddenSheet)
	if p != nil {
		return p
	}
	meta, ok := parseMeta(lines)
	if !ok {
		return faulty(notOurs)
	}
	if meta.Template != template {
		return faulty(oldTemplate, meta.Template)
	}
	r.Meta = *meta
	for _, name := range names {
		_, ours := meta.groups[name]
		switch {
		case ours:
			if r.sheets[name], p = r.rows(name); p != nil {
				return p
			}
		case name != hiddenSheet && name != guideSheet:
			r.extra = append(r.extra, name)
		}
	}
	return nil
}

// rows are the stored values of a sheet.
func (r *Returned) rows(sheet string) ([][]string, *fault) {
	rows, err := r.file.Rows(sheet)
	if err != nil {
		return nil, faulty(notWorkbook, err)
	}
	defer rows.Close()
	var out [][]string
	for n := 1; rows.Next(); n++ {
		line, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, faulty(notWorkbook, err)
		}
		for len(line) > 0 && line[len(line)-1] == "" {
			line = line[:len(line)-1]
		}
		if n > maxEmptyRows || len(line) > 0 && n > maxRows || len(line) > maxColumns {
			return nil, faulty(tooBig, sheet+"!"+cellName(max(1, len(line)), n))
		}
		if len(line) == 0 {
			continue // programs leave formatted rows behind the table
		}
		out = append(out, slices.Repeat([][]string{nil}, n-1-len(out))...)
		out = append(out, line)
	}
	return out, nil
}
