package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/links"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
	"jindu/generator/internal/yamledit"
)

// citation is one piece of evidence and where it stands in the files.
type citation struct {
	record   *schema.Record // of the file
	path     string         // updates[0].evidence[1]
	evidence plan.Evidence
}

// citations lists every piece of evidence of the data, in the order of the files.
func citations(s *plan.Site) []citation {
	var out []citation
	add := func(r *schema.Record, path string, list []plan.Evidence) {
		for i, e := range list {
			out = append(out, citation{r, fmt.Sprintf("%s[%d]", path, i), e})
		}
	}
	related := func(r *schema.Record, list []plan.Related) {
		for i, x := range list {
			add(r, fmt.Sprintf("related[%d].evidence", i), x.Evidence)
		}
	}
	for i, u := range s.Units {
		add(schema.Units(), fmt.Sprintf("units[%d].basis_evidence", i), u.BasisFrom)
		for j, l := range u.Later {
			add(schema.Units(), fmt.Sprintf("units[%d].later[%d].evidence", i, j), l.Evidence)
		}
	}
	for _, p := range s.Plans {
		related(schema.Plan(), p.Related)
		for _, t := range p.Tasks {
			for i, u := range t.Updates {
				add(schema.Task(), fmt.Sprintf("updates[%d].evidence", i), u.Evidence)
			}
			related(schema.Task(), t.Related)
		}
		for _, x := range p.Indicators {
			add(schema.Indicator(), "baseline.evidence", x.Baseline.Evidence)
			for i, o := range x.Observations {
				add(schema.Indicator(), fmt.Sprintf("observations[%d].evidence", i), o.Evidence)
			}
			related(schema.Indicator(), x.Related)
		}
	}
	return out
}

// addressesOf lists the web addresses, each once, in the order of first use.
func addressesOf(list []citation) []string {
	var out []string
	for _, c := range list {
		if a := c.evidence.URL.V; strings.HasPrefix(a, "http") && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// changedLinks are the pieces whose state in the data is not what a visit found.
// The day alone is no change: it says since when the state is known.
func changedLinks(list []citation, visits map[string]linkVisit) []citation {
	return slices.DeleteFunc(slices.Clone(list), func(c citation) bool {
		v, ok := visits[c.evidence.URL.V]
		return !ok || c.evidence.Link.V == v.State
	})
}

// sayVisits lists what does not open as cited, with where to look for a copy, and
// then counts.
func (p *project) sayVisits(out io.Writer, list []citation, visits map[string]linkVisit) {
	n := map[string]int{}
	for _, a := range addressesOf(list) {
		v := visits[a]
		n[v.State]++
		if v.State == links.Open {
			continue
		}
		first := list[slices.IndexFunc(list, func(c citation) bool { return c.evidence.URL.V == a })]
		fmt.Fprintf(out, lang.T("%s：%s（%s检查）\n  %s:%d\n", "%s: %s (checked %s)\n  %s:%d\n").In(p.lang),
			a, v.Why.In(p.lang), v.Day, first.evidence.At.File, first.evidence.At.Start.Line)
		if v.State == links.Dead {
			fmt.Fprintf(out, lang.T("  可以在这里找存档（没有核实是否存在）：%s\n", "  a copy may be here (nobody has checked that there is one): %s\n").In(p.lang), archiveOf(first.evidence))
		}
	}
	var counts []string
	f, _ := schema.Evidence().Field("link")
	for _, c := range f.Choices {
		counts = append(counts, fmt.Sprintf("%s %d", c.Title.In(p.lang), n[c.Value]))
	}
	fmt.Fprintln(out, strings.Join(counts, lang.T("，", ", ").In(p.lang)))
}

func archiveOf(e plan.Evidence) string {
	if !e.Published.Given() {
		return links.Anywhen(e.URL.V)
	}
	return links.Archived(e.URL.V, e.Published.V.Time())
}

// recordLinks writes what the visits found into the data, the state and the day
// together. It is a change like any other, to be reviewed.
func (p *project) recordLinks(status, out io.Writer, before *state, changed []citation) error {
	visits := p.readVisits()
	draft := map[string][]byte{}
	for _, c := range changed {
		name := c.evidence.At.File
		body, drafted := draft[name]
		if !drafted {
			body = before.sources[name]
		}
		v := visits[c.evidence.URL.V]
		for _, x := range [][2]string{{"link", v.State}, {"checked", v.Day}} {
			path, err := yamledit.ParsePath(c.path + "." + x[0])
			if err == nil {
				body, err = yamledit.Set(body, c.record, path, x[1])
			}
			if err != nil {
				return fmt.Errorf("%s: %s: %w", name, c.path, err)
			}
		}
		draft[name] = body
	}
	if err := p.save(status, before, draft); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(draft)) {
		fmt.Fprintf(out, lang.T("已写入 %s\n", "wrote %s\n").In(p.lang), name)
	}
	return nil
}
