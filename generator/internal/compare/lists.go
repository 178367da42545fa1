package compare

import (
	"fmt"
	"strings"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

// entry is a record that counts as one piece of text: a note, a difference, a
// repair.
type entry struct {
	name string // what it is about; the same on both sides while it is the same entry
	text string
	at   diag.Range
}

// plainList is a list of entries under a key.
type plainList struct {
	key     string
	entries []entry
}

// plainLists compares lists of plain text. Both sides must hold the same keys.
func (l *list) plainLists(r *schema.Record, before, after []plainList) {
	for i := range before {
		f, _ := r.Field(before[i].key)
		for _, p := range match(before[i].entries, after[i].entries,
			func(e entry) string { return e.name + "\n" + e.text },
			func(e entry) string { return e.name },
		) {
			l.entry(f.Title, p)
		}
	}
}

func (l *list) entry(title lang.Text, p pair[entry]) {
	switch {
	case !p.is:
		l.add(entryRemoved, says(title, brief(p.before.text)), was(p.before.at), values(lang.Same(p.before.text), lang.Text{}))
	case !p.was:
		l.add(entryAdded, says(title, brief(p.after.text)), at(p.after.at), values(lang.Text{}, lang.Same(p.after.text)))
	case p.before.text != p.after.text:
		b, a := difference(p.before.text, p.after.text)
		l.add(entryChanged, says(title, b, a), places(p.before.at, p.after.at), values(lang.Same(p.before.text), lang.Same(p.after.text)))
	}
}

func notes(list []plan.String) plainList {
	out := plainList{key: "notes"}
	for _, n := range list {
		out.entries = append(out.entries, entry{text: n.V, at: n.At})
	}
	return out
}

func differences(list []plan.Difference) plainList {
	out := plainList{key: "differences"}
	for _, d := range list {
		out.entries = append(out.entries, entry{d.Where.V, sentence(d.Where.V, d.Quote.V, d.Note.V), d.At})
	}
	return out
}

func quotes(list []plan.Quote) plainList {
	out := plainList{key: "quotes"}
	for _, q := range list {
		out.entries = append(out.entries, entry{q.Where.V, sentence(q.Where.V, q.Text.V), q.At})
	}
	return out
}

func sentence(parts ...string) string { return strings.Join(parts, "；") }

func taskLists(t *plan.Task) []plainList {
	return []plainList{differences(t.Differences), notes(t.Notes)}
}

func indicatorLists(i *plan.Indicator) []plainList {
	return []plainList{quotes(i.Quotes), differences(i.Differences), notes(i.Notes)}
}

func planLists(p *plan.Plan) []plainList {
	missing := plainList{key: "not_found"}
	for _, n := range p.NotFound {
		missing.entries = append(missing.entries, entry{n.Item.V,
			sentence(n.Item.V, n.Result.V, strings.Join(append(plain(n.Tasks), plain(n.Indicators)...), "、")), n.At})
	}
	repairs := plainList{key: "document"}
	for _, r := range p.Document.Repairs {
		var lines []string
		for _, line := range r.Lines {
			lines = append(lines, fmt.Sprint(line.V))
		}
		at := strings.Join(lines, "、")
		repairs.entries = append(repairs.entries, entry{at, sentence(at, r.Kind.V, r.Reason.V), r.At})
	}
	return []plainList{missing, repairs, notes(p.Notes)}
}
