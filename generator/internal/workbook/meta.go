package workbook

import (
	"strconv"
	"strings"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// Meta is what the hidden sheet says.
type Meta struct {
	Template string
	Schema   string // digest of the schema the file was made from
	Plan     string // ids
	Unit     string
	Period   string // as the data files write it
	Commit   string // "" where it was not known
	groups   map[string]int
	rows     map[rowKey]given
}

type rowKey struct{ sheet, no string }

// given is a row as it was given out.
type given struct{ id, digest string }

// meta are the rows of the hidden sheet, the kind of each in front.
func (b *Book) meta() [][]string {
	out := [][]string{
		{"template", template}, {"schema", schemaDigest()}, {"plan", b.Plan.ID.V}, {"unit", b.Unit.ID.V},
		{"period", b.Period.Raw}, {"commit", b.Commit},
	}
	for _, s := range b.Sheets {
		out = append(out, []string{"sheet", s.Name, strconv.Itoa(s.groups)})
		for _, r := range s.Rows {
			out = append(out, []string{"row", s.Name, r.No, r.ID, r.digest()})
		}
	}
	return out
}

// parseMeta reads the hidden sheet. It reports whether it is one of ours; what it
// says is judged later.
func parseMeta(lines [][]string) (*Meta, bool) {
	m := &Meta{groups: map[string]int{}, rows: map[rowKey]given{}}
	single := map[string]*string{"template": &m.Template, "schema": &m.Schema, "plan": &m.Plan, "unit": &m.Unit, "period": &m.Period, "commit": &m.Commit}
	for _, line := range lines {
		for len(line) < 5 {
			line = append(line, "")
		}
		switch into := single[line[0]]; {
		case into != nil:
			*into = strings.TrimSpace(line[1])
		case line[0] == "sheet":
			n, err := strconv.Atoi(line[2])
			if err != nil || n < 1 || n > maxGroups {
				return nil, false
			}
			m.groups[line[1]] = n
		case line[0] == "row":
			m.rows[rowKey{line[1], line[2]}] = given{line[3], line[4]}
		}
	}
	return m, m.Template != "" && m.Plan != "" && m.Unit != "" && m.Period != "" && len(m.groups) > 0
}

// Request finds what the file names in today's data.
func (r *Returned) Request(s *plan.Site) (Request, diag.List) {
	out := Request{Commit: r.Meta.Commit}
	var problems diag.List
	unknown := func(what lang.Text, id string) {
		problems.Add(unknownBook.At(diag.Range{File: hiddenSheet}, "", what, id))
	}
	for _, p := range s.Plans {
		if p.ID.V == r.Meta.Plan {
			out.Plan = p
		}
	}
	if out.Plan == nil {
		unknown(lang.T("方案", "plan"), r.Meta.Plan)
	}
	var ok bool
	if out.Unit, ok = s.Unit(r.Meta.Unit); !ok {
		unknown(lang.T("单位", "unit"), r.Meta.Unit)
	}
	period, err := plan.ParsePeriod(r.Meta.Period)
	if err != nil {
		unknown(lang.T("报告期", "period"), r.Meta.Period)
	}
	out.Period = period
	return out, problems
}
