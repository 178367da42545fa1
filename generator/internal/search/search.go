// Package search makes the index that the search page reads: one JSON file that
// holds what can be found, in the words that are shown. Matching, ranking and
// marking happen in the reader's browser, in assets/js/search/match.js of the
// theme, which normalises texts as Normal does. The package knows nothing of
// plans; package site fills the index.
package search

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Version is the form of the file. It changes when a field changes its meaning.
const Version = 1

// Kind is what an entry is. Entries that match equally well stand in the order
// of the index's kinds.
type Kind struct {
	Key   string `json:"key"`   // such as "task"
	Label string `json:"label"` // heading over its results
}

// Entry is one thing that can be found. The fields are weighed in this order:
// number or title or one of the names, as a whole; title or names in part;
// about; texts. What a policy passage has weighs least.
type Entry struct {
	Kind   int      `json:"k"`           // place in the index's kinds
	Number string   `json:"n,omitempty"` // of a task or project, such as "3.4"
	Title  string   `json:"t"`           // the words of the link
	Path   string   `json:"p"`           // from the root of the edition, without a leading slash
	Names  []string `json:"a,omitempty"` // other names of the thing itself
	About  []string `json:"u,omitempty"` // what it belongs to and where it stands: units, project, schedule, status
	Texts  []string `json:"x,omitempty"` // words of the issued document, with their translation where the edition has one
	Place  bool     `json:"h,omitempty"` // the title only says where the text stands and is not searched
}

// Index is everything that can be found.
type Index struct {
	Version int     `json:"version"`
	AsOf    string  `json:"as_of"` // YYYY-MM-DD
	Kinds   []Kind  `json:"kinds"`
	Entries []Entry `json:"entries"` // by kind, each in its own order
}

// JSON returns the index as it is published, without spaces. An entry without a
// title or of a kind that the index does not have is an error.
func (x Index) JSON() ([]byte, error) {
	for _, e := range x.Entries {
		if e.Title == "" || e.Kind < 0 || e.Kind >= len(x.Kinds) {
			return nil, fmt.Errorf("search entry for %q: title %q, kind %d of %d", e.Path, e.Title, e.Kind, len(x.Kinds))
		}
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false) // read as data, never as part of a page
	err := enc.Encode(x)
	return buf.Bytes(), err
}
