// Package plan is the domain: a site, its units, its plans, and what each plan
// promised and what became of it. It does no input or output and judges
// nothing. Every value keeps the place in the files that it was read from.
package plan

import "jindu/generator/internal/diag"

// Site is everything the data folder says.
type Site struct {
	Edition    String // "demonstration" or "official"
	Title      String // the site's name, in the header and every page title
	TitleEN    String
	BaseURL    String // absolute address of the published site; may be absent
	Repository String // address of the data's repository, for edit links; may be absent
	UpdateDays Int    // interval at which the publisher promises to update, in days; may be absent
	Publisher  Publisher
	Filing     Filing
	Units      []*Unit
	Plans      []*Plan
	At         diag.Range // the site file
}

// The editions of a site.
const (
	Demonstration = "demonstration"
	Official      = "official"
)

// Publisher is who runs the site and how to reach them. All of it is absent in
// a demonstration.
type Publisher struct {
	Name    String
	Contact String // work phone or address of the unit, never of a person
	Source  String // ContentSource of the pages
}

// Filing holds the registration marks that a government site shows. Each is
// absent until it is real.
type Filing struct {
	SiteIDCode String // 网站标识码: 10 digits, or bm and 8 digits
	ICP        String // ICP备案号
	Police     String // 公安机关备案号
	PoliceCode String // the record code that the 公安备案 link carries
	Mark       String // address of the 党政机关网站标识 page
	FindError  String // address of 我为政府网站找错
}

// Unit returns the unit with the id.
func (s *Site) Unit(id string) (*Unit, bool) {
	for _, u := range s.Units {
		if u.ID.V == id {
			return u, true
		}
	}
	return nil, false
}

// Unit is a body that a plan makes responsible, under its name at the time.
type Unit struct {
	ID        String
	Name      String   // the name as issued
	NameEN    String   // unofficial translation; may be absent
	Kind      String   // department, county, zone, central, party, mass, enterprise, collective
	Aliases   []String // other names the same document uses
	Members   []String // ids of a collective's members
	Basis     String   // why these are the members; required with Members
	BasisFrom []Evidence
	Later     []Later
	Accounts  []String // accounts or teams on the host of the repository, without @
	Notes     []String
	At        diag.Range
}

// The kind of a unit that stands for several others.
const Collective = "collective"

// IsCollective reports whether the unit stands for several others.
func (u *Unit) IsCollective() bool { return u.Kind.V == Collective }

// Later is what became of a unit after the plan, as far as a source says so.
type Later struct {
	Name      String // the later name or body
	Statement String // what the source says, with its limits, in words
	Evidence  []Evidence
	At        diag.Range
}

// Evidence is a public source that can be opened, with the sentence that was
// read in it.
type Evidence struct {
	Title         String
	URL           String
	Publisher     String
	Published     DateValue // absent where the source shows no date
	PublishedNote String    // how the date is known, if not printed: "由网址推定"
	Quote         String    // the sentence, as printed
	Language      String    // BCP 47 tag of the quote where it is not zh-CN
	Kind          String    // official, media, document
	Link          String    // open, moved, dead, unclear; absent while unchecked
	Checked       DateValue // the day on which the link was found so
	Archive       String    // address of an archived copy that a person opened; may be absent
	SHA256        String    // of a stored copy; may be absent
	At            diag.Range
}
