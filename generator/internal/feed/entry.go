package feed

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// entry is one thing that became known.
type entry struct {
	id    string
	day   plan.Date // from which the public could know it
	kind  string    // word: 进展, 实际值, 状态变化, 更正 …
	title string
	page  string   // below the site's root, with an anchor
	parts []string // paragraphs
	from  []plan.Evidence
	body  string // parts and sources as HTML
}

// channel is one feed: what it is about and its entries, newest first.
type channel struct {
	id, title, about string
	page             string    // below the site's root
	name             string    // of its files below Folder, without ending
	issued           plan.Date // day of a feed without entries
	author           string
	entries          []*entry
}

// most is how many entries a feed lists.
const most = 100

// newChannel puts the entries in order, each once.
func newChannel(c channel, entries []*entry) *channel {
	seen := map[string]bool{}
	for _, e := range entries {
		if !seen[e.id] {
			seen[e.id] = true
			c.entries = append(c.entries, e)
		}
	}
	slices.SortStableFunc(c.entries, func(a, b *entry) int { return b.day.Time().Compare(a.day.Time()) })
	c.entries = c.entries[:min(most, len(c.entries))]
	return &c
}

// updated is the day of the newest entry.
func (c *channel) updated() plan.Date {
	if len(c.entries) > 0 {
		return c.entries[0].day
	}
	return c.issued
}

// moment is the start of a day where the plans are, as RFC 3339.
func moment(d plan.Date) string { return d.String() + "T00:00:00+08:00" }

// repeats numbers what would have the same key, in the order of the data.
type repeats map[string]int

func (r repeats) key(parts ...string) string {
	key := strings.Join(parts, "/")
	r[key]++
	if n := r[key]; n > 1 {
		return fmt.Sprintf("%s/%d", key, n)
	}
	return key
}

var bodyTemplate = template.Must(template.New("body").Parse(
	`{{range .Parts}}<p>{{.}}</p>{{end}}{{with .From}}<p>来源：</p><ul>{{range .}}<li><a href="{{.URL}}">{{.Title}}</a>{{with .Note}}（{{.}}）{{end}}</li>{{end}}</ul>{{end}}`))

// write makes the body.
func (e *entry) write() error {
	type source struct{ URL, Title, Note string }
	var from []source
	seen := map[string]bool{} // a source that supports two things is named once
	for _, s := range e.from {
		if seen[s.URL.V] {
			continue
		}
		seen[s.URL.V] = true
		note := s.Publisher.V
		if s.Published.Given() {
			note += "，" + s.Published.V.Chinese()
		}
		from = append(from, source{s.URL.V, s.Title.V, note})
	}
	var b strings.Builder
	err := bodyTemplate.Execute(&b, struct {
		Parts []string
		From  []source
	}{e.parts, from})
	e.body = b.String()
	return err
}

// said is the parts that say something, each with its label.
func said(labelled ...string) []string {
	var out []string
	for i := 0; i+1 < len(labelled); i += 2 {
		if text := labelled[i+1]; text != "" {
			out = append(out, labelled[i]+text)
		}
	}
	return out
}

// statusWords is the published status with its timing.
func statusWords(t *progress.Task) string {
	word := t.Status.Info().Label.ZH
	switch t.Timing {
	case progress.OnTime:
		return word + "（按期）"
	case progress.Late:
		return word + "（逾期）"
	}
	return word
}
