package feed

import (
	"encoding/json"
	"io"
)

// The keys of JSON Feed 1.1 that the feeds use.
type jsonFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	HomePage    string       `json:"home_page_url,omitempty"`
	FeedURL     string       `json:"feed_url,omitempty"`
	Description string       `json:"description,omitempty"`
	Language    string       `json:"language"`
	Authors     []jsonAuthor `json:"authors"`
	Items       []jsonItem   `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

type jsonItem struct {
	ID        string   `json:"id"`
	URL       string   `json:"url,omitempty"`
	Title     string   `json:"title"`
	HTML      string   `json:"content_html"`
	Published string   `json:"date_published"`
	Tags      []string `json:"tags"`
}

// writeJSON writes the feed. The format has no relative addresses: where the
// site's own is not known they are left out.
func (c *channel) writeJSON(w io.Writer, at places) error {
	name := c.name + ".json"
	full := func(path string) string {
		if !at.known() {
			return ""
		}
		return at.from(name, path)
	}
	f := jsonFeed{
		Version: "https://jsonfeed.org/version/1.1", Title: c.title, Description: c.about, Language: "zh-CN",
		HomePage: full(c.page), FeedURL: full(Folder + name), Authors: []jsonAuthor{{c.author}}, Items: []jsonItem{},
	}
	for _, e := range c.entries {
		f.Items = append(f.Items, jsonItem{
			ID: urn + e.id, URL: full(e.page), Title: e.title, HTML: e.body, Published: moment(e.day), Tags: []string{e.kind},
		})
	}
	return encodeJSON(w, f)
}

func encodeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
