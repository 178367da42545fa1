package compare

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

// evidence compares the sources of one record. removed is how a lost one counts;
// where it blocks, advice says what to write and reason what was written.
func (l *list) evidence(before, after []plan.Evidence, removed kind, advice lang.Text, reason string) {
	for _, p := range evidencePairs(before, after) {
		switch {
		case !p.is:
			more := []with{was(p.before.At), link(p.before.URL.V), values(lang.Same(p.before.Quote.V), lang.Text{})}
			if removed.severity == Block {
				more = append(more, fix(advice), allowed(reason))
			}
			l.add(removed, says(p.before.Publisher.V, p.before.Title.V), more...)
		case !p.was:
			l.evidenceNew(p.after)
		default:
			fields(evidenceFields(p.before), evidenceFields(p.after), func(b, a field) {
				l.field(evidenceField, schema.Evidence(), b, a, brief(p.after.Title.V))
			})
		}
	}
}

func (l *list) evidenceNew(e plan.Evidence) {
	kind := l.shown(schema.Evidence(), text("kind", e.Kind))
	l.add(evidenceAdded, says(e.Publisher.V, e.Title.V, kind), at(e.At), link(e.URL.V), values(lang.Text{}, lang.Same(e.Quote.V)))
}

func evidenceFields(e plan.Evidence) []field {
	return []field{
		text("url", e.URL), text("quote", e.Quote), text("title", e.Title), text("publisher", e.Publisher),
		date("published", e.Published), text("published_note", e.PublishedNote), text("language", e.Language), text("kind", e.Kind),
		text("link", e.Link), date("checked", e.Checked), text("archive", e.Archive), text("sha256", e.SHA256),
	}
}

// related compares figures that stand beside a record. One whose source the plan
// still cites elsewhere was moved, not lost.
func (l *list) related(of *schema.Record, before, after []plan.Related, why reasons, cited map[string]bool) {
	for _, p := range relatedPairs(before, after) {
		switch {
		case !p.is:
			l.relatedGone(p.before, why, cited)
		case !p.was:
			l.add(relatedAdded, says(relatedWords(p.after)), at(p.after.At))
			for _, e := range p.after.Evidence {
				l.evidenceNew(e)
			}
		default:
			fields(relatedFields(p.before), relatedFields(p.after), func(b, a field) {
				l.field(relatedField, schema.Related(), b, a, p.after.Name.V)
			})
			l.evidence(p.before.Evidence, p.after.Evidence, evidenceRemoved, lang.Text{}, "")
		}
	}
}

func (l *list) relatedGone(r plan.Related, why reasons, cited map[string]bool) {
	more := []with{was(r.At), fix(noteFix(lang.T("“%s”", "“%s”").Sprintf(r.Name.V))), allowed(why.naming(r.Name.V))}
	moved := len(r.Evidence) > 0
	for _, e := range r.Evidence {
		moved = moved && cited[e.URL.V]
	}
	if moved {
		more = append(more, severity(Notice), func(c *Change) { c.Fix = nil })
	}
	l.add(relatedRemoved, says(relatedWords(r)), more...)
}

func relatedWords(r plan.Related) lang.Text {
	return lang.T("%s %s%s（%s）", "%s %s%s (%s)").Sprintf(r.Name.V, r.Value.V, r.Unit.V, r.Period.V)
}

func relatedFields(r plan.Related) []field {
	return []field{
		text("name", r.Name), text("value", r.Value), text("unit", r.Unit), text("period", r.Period),
		text("scope", r.Scope), text("derived", r.Derived), text("note", r.Note),
	}
}
