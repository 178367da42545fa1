package compare

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// Side is one state of the data, judged. The zero Side is a project without data.
type Side struct {
	Site    *plan.Site
	Reports []*progress.Report // one for each plan of the site, in its order
}

// NewSide judges every plan of the site as of the day. Both sides of a comparison
// must be judged as of the same day, so that what moved a status is the data.
func NewSide(s *plan.Site, asOf plan.Date) Side {
	side := Side{Site: s}
	for _, p := range s.Plans {
		side.Reports = append(side.Reports, progress.Assess(s, p, asOf))
	}
	return side
}

func (s Side) units() []*plan.Unit {
	if s.Site == nil {
		return nil
	}
	return s.Site.Units
}

// name is what a unit is called, by its registry entry; else its id.
func (s Side) name(id string) lang.Text {
	for _, u := range s.units() {
		if u.ID.V == id {
			return lang.T(u.Name.V, u.NameEN.V)
		}
	}
	return lang.Same(id)
}

// Headline is how the counts of a plan moved.
type Headline struct {
	Plan  string    `json:"plan"`
	Title lang.Text `json:"title"`
	Rows  []Row     `json:"rows"` // total, statuses that occur on either side, evidenced
}

// Row is one count before and after.
type Row struct {
	Key    string    `json:"key"` // "total", a status, or "evidenced"
	Label  lang.Text `json:"label"`
	Before int       `json:"before"`
	After  int       `json:"after"`
}

// Headlines counts the tasks of every plan of either side, after's plans first.
func Headlines(before, after Side) []Headline {
	var out []Headline
	for _, p := range planPairs(before, after) {
		shown, a, b := p.after, progress.Counts{}, progress.Counts{}
		if p.was {
			a = p.before.Counts
		}
		if p.is {
			b = p.after.Counts
		} else {
			shown = p.before
		}
		h := Headline{Plan: shown.Plan.ID.V, Title: planTitle(shown.Plan)}
		h.Rows = append(h.Rows, Row{"total", lang.T("任务", "tasks"), a.Total, b.Total})
		for _, info := range progress.Statuses() {
			if a.Of(info.Status)+b.Of(info.Status) > 0 {
				h.Rows = append(h.Rows, Row{string(info.Status), info.Label, a.Of(info.Status), b.Of(info.Status)})
			}
		}
		h.Rows = append(h.Rows, Row{"evidenced", lang.T("有公开佐证", "with public evidence"), a.Evidenced, b.Evidenced})
		out = append(out, h)
	}
	return out
}

func planTitle(p *plan.Plan) lang.Text { return lang.T(p.ShortTitle.V, p.ShortEN.V) }
