package compare

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

func (l *list) planFields(b, a *plan.Plan) {
	if b.Document.SHA256.V != a.Document.SHA256.V {
		l.add(documentChanged, nil, places(b.Document.SHA256.At, a.Document.SHA256.At))
	}
	fields(planFields(b), planFields(a), func(old, own field) {
		l.field(planChanged, schema.Plan(), old, own)
	})
}

func planFields(p *plan.Plan) []field {
	return []field{
		text("title", p.Title), text("short_title", p.ShortTitle), text("number", p.Number), text("issuer", p.Issuer),
		date("signed", p.Signed), date("printed", p.Printed), text("disclosure", p.Disclosure), date("start", p.Start), date("end", p.End),
		text("document.file", p.Document.File), text("document.origin", p.Document.Origin),
		text("en.title", p.TitleEN), text("en.short_title", p.ShortEN),
	}
}

func (l *list) projects(before, after []*plan.Project) {
	record := lookup(schema.Plan(), "projects").Record
	for _, p := range match(before, after,
		func(x *plan.Project) string { return x.ID.V },
		func(x *plan.Project) string { return x.Title.V },
	) {
		switch {
		case !p.is:
			l.add(projectRemoved, says(p.before.Title.V), was(p.before.At))
		case !p.was:
			l.add(projectAdded, says(p.after.Title.V), at(p.after.At))
		default:
			fields(projectFields(p.before), projectFields(p.after), func(b, a field) {
				l.field(projectField, record, b, a, p.after.Number.V)
			})
			l.plainLists(record, []plainList{differences(p.before.Differences)}, []plainList{differences(p.after.Differences)})
		}
	}
}

func projectFields(p *plan.Project) []field {
	return []field{text("id", p.ID), number("number", p.Number), text("title", p.Title), text("en.title", p.TitleEN)}
}

// site compares what concerns every page.
func (l *list) site(b, a *plan.Site) {
	l.subject(About{Kind: AboutSite, Title: lang.T("网站", "Site")})
	fields(siteFields(b), siteFields(a), func(old, own field) {
		l.field(siteChanged, schema.Site(), old, own)
	})
}

func siteFields(s *plan.Site) []field {
	p, f := s.Publisher, s.Filing
	return []field{
		text("edition", s.Edition), text("title", s.Title), text("base_url", s.BaseURL), text("repository", s.Repository), number("update_days", s.UpdateDays),
		text("publisher.name", p.Name), text("publisher.contact", p.Contact), text("publisher.source", p.Source),
		text("filing.site_id_code", f.SiteIDCode), text("filing.icp", f.ICP), text("filing.police", f.Police),
		text("filing.police_code", f.PoliceCode), text("filing.mark", f.Mark), text("filing.find_error", f.FindError),
		text("en.title", s.TitleEN),
	}
}
