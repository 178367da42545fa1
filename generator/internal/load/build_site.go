package load

import "jindu/generator/internal/plan"

func fillSite(s *plan.Site, r record) {
	s.Edition = r.str("edition")
	s.Title = r.str("title")
	s.TitleEN = r.sub("en").str("title")
	s.BaseURL = r.str("base_url")
	s.Repository = r.str("repository")
	s.UpdateDays = r.integer("update_days")
	s.Publisher = publisher(r.sub("publisher"))
	s.Filing = filing(r.sub("filing"))
	s.At = r.at()
}

func publisher(r record) plan.Publisher {
	return plan.Publisher{Name: r.str("name"), Contact: r.str("contact"), Source: r.str("source")}
}

func filing(r record) plan.Filing {
	return plan.Filing{
		SiteIDCode: r.str("site_id_code"),
		ICP:        r.str("icp"),
		Police:     r.str("police"),
		PoliceCode: r.str("police_code"),
		Mark:       r.str("mark"),
		FindError:  r.str("find_error"),
	}
}

func unit(r record) *plan.Unit {
	return &plan.Unit{
		ID:        r.str("id"),
		Name:      r.str("name"),
		NameEN:    r.sub("en").str("name"),
		Kind:      r.str("kind"),
		Aliases:   r.strs("aliases"),
		Members:   r.strs("members"),
		Basis:     r.str("basis"),
		BasisFrom: each(r, "basis_evidence", evidence),
		Later:     each(r, "later", later),
		Accounts:  r.strs("accounts"),
		Notes:     r.strs("notes"),
		At:        r.at(),
	}
}

func later(r record) plan.Later {
	return plan.Later{Name: r.str("name"), Statement: r.str("statement"), Evidence: each(r, "evidence", evidence), At: r.at()}
}

func evidence(r record) plan.Evidence {
	return plan.Evidence{
		Title:         r.str("title"),
		URL:           r.str("url"),
		Publisher:     r.str("publisher"),
		Published:     r.date("published"),
		PublishedNote: r.str("published_note"),
		Quote:         r.str("quote"),
		Language:      r.str("language"),
		Kind:          r.str("kind"),
		Link:          r.str("link"),
		Checked:       r.date("checked"),
		Archive:       r.str("archive"),
		SHA256:        r.str("sha256"),
		At:            r.at(),
	}
}
