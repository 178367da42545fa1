package compare

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

func (l *list) units(b, a *plan.Site) {
	for _, p := range match(b.Units, a.Units, func(u *plan.Unit) string { return u.ID.V }) {
		u := p.shown()
		l.subject(About{Kind: AboutUnit, ID: u.ID.V, Title: lang.T(u.Name.V, u.NameEN.V)})
		switch {
		case !p.is:
			l.add(unitRemoved, nil, was(u.At))
		case !p.was:
			l.add(unitAdded, nil, at(u.At))
		default:
			l.sameUnit(p.before, p.after)
		}
	}
}

func (l *list) sameUnit(b, a *plan.Unit) {
	if b.Name.V != a.Name.V {
		before, after := lang.Same(b.Name.V), lang.Same(a.Name.V)
		l.add(unitRenamed, says(before, after), places(b.Name.At, a.Name.At), values(before, after),
			fix(lang.T("name 是文件里的写法。机构后来改名的，name 不动，新名称和来源写在 later 里。", "name is what the document writes. Where the unit got another name later, leave it and put the new one with its source under later.")))
	}
	fields(unitFields(b), unitFields(a), func(old, own field) {
		k := fieldChanged
		if old.key == "members" || old.key == "kind" {
			k = membersChanged
		}
		l.field(k, schema.Unit(), old, own)
	})
	l.evidence(b.BasisFrom, a.BasisFrom, evidenceRemoved, lang.Text{}, "")
	l.plainLists(schema.Unit(), []plainList{later(b.Later), notes(b.Notes)}, []plainList{later(a.Later), notes(a.Notes)})
	l.laterEvidence(b.Later, a.Later)
}

func unitFields(u *plan.Unit) []field {
	return []field{
		text("kind", u.Kind), texts("aliases", u.Aliases), texts("accounts", u.Accounts), texts("members", u.Members), text("basis", u.Basis), text("en.name", u.NameEN),
	}
}

func later(list []plan.Later) plainList {
	out := plainList{key: "later"}
	for _, x := range list {
		out.entries = append(out.entries, entry{x.Name.V, sentence(x.Name.V, x.Statement.V), x.At})
	}
	return out
}

func (l *list) laterEvidence(before, after []plan.Later) {
	for _, p := range match(before, after, func(x plan.Later) string { return x.Name.V }) {
		l.evidence(p.before.Evidence, p.after.Evidence, evidenceRemoved, lang.Text{}, "")
	}
}
