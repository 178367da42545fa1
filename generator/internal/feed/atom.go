package feed

import (
	"encoding/xml"
	"io"
)

// The elements of Atom 1.0 (RFC 4287) that the feeds use.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string       `xml:"id"`
	Title     string       `xml:"title"`
	Updated   string       `xml:"updated"`
	Published string       `xml:"published"`
	Category  atomCategory `xml:"category"`
	Link      atomLink     `xml:"link"`
	Content   atomContent  `xml:"content"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomContent struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

const (
	atomMedia = "application/atom+xml"
	jsonMedia = "application/feed+json"
	urn       = "urn:uuid:"
)

// writeAtom writes the feed. Where the site's address is not known its links are
// relative to the file.
func (c *channel) writeAtom(w io.Writer, at places) error {
	name := c.name + ".atom"
	f := atomFeed{
		Lang: "zh-CN", ID: urn + c.id, Title: c.title, Subtitle: c.about, Updated: moment(c.updated()), Author: c.author,
		Links: []atomLink{
			{"self", atomMedia, at.from(name, Folder+name)}, {"alternate", "text/html", at.from(name, c.page)},
			{"alternate", jsonMedia, at.from(name, Folder+c.name+".json")},
		},
	}
	for _, e := range c.entries {
		f.Entries = append(f.Entries, atomEntry{
			ID: urn + e.id, Title: e.title, Updated: moment(e.day), Published: moment(e.day), Category: atomCategory{e.kind},
			Link: atomLink{"alternate", "text/html", at.from(name, e.page)}, Content: atomContent{"html", e.body},
		})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	return xml.NewEncoder(w).Encode(f)
}
