package feed

import (
	"bytes"
	"io"
	"os"
	"path/filepath"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// Source is a judged plan with its register of corrections.
type Source struct {
	Report   *progress.Report
	Register []progress.Correction
}

// Options say where the files go.
type Options struct {
	Dir     string // root of the site; the files stand in its Folder
	BaseURL string // address of the published site, ending in "/", or ""
	AsOf    plan.Date
}

// Write writes every file that lets a reader follow the plans of the site.
func Write(o Options, site *plan.Site, sources []Source) error {
	var plans []*planEntries
	for _, s := range sources {
		p, err := entriesOf(s)
		if err != nil {
			return err
		}
		plans = append(plans, p)
	}
	w := &writer{dir: filepath.Join(o.Dir, filepath.FromSlash(Folder)), at: places{o.BaseURL}, made: map[string]bool{}}
	for _, c := range channels(site, o.AsOf, plans) {
		w.file(c.name+".atom", func(out io.Writer) error { return c.writeAtom(out, w.at) })
		w.file(c.name+".json", func(out io.Writer) error { return c.writeJSON(out, w.at) })
	}
	for _, p := range plans {
		w.calendar(planPage(p.source.Report)+"plan.ics", p.source.Report.Plan.ShortTitle.V, p.allDeadlines())
		w.cards(p.source.Report)
	}
	w.unitCalendars(site, plans)
	w.file("since.json", func(out io.Writer) error { return writeSince(out, o.AsOf, plans) })
	return w.err
}

// writer writes the files one after the other, which on small files is faster
// than side by side. The first error ends it.
type writer struct {
	dir  string
	at   places
	made map[string]bool // folders
	buf  bytes.Buffer
	err  error
}

func (w *writer) file(name string, write func(io.Writer) error) {
	if w.err != nil {
		return
	}
	w.buf.Reset()
	if w.err = write(&w.buf); w.err != nil {
		return
	}
	path := filepath.Join(w.dir, filepath.FromSlash(name))
	if folder := filepath.Dir(path); !w.made[folder] {
		if w.err = os.MkdirAll(folder, 0o755); w.err != nil {
			return
		}
		w.made[folder] = true
	}
	w.err = os.WriteFile(path, w.buf.Bytes(), 0o644)
}

func (w *writer) calendar(name, title string, events []event) {
	if len(events) > 0 {
		w.file(name, func(out io.Writer) error { return writeCalendar(out, name, title+"：期限", events, w.at) })
	}
}

func (w *writer) unitCalendars(site *plan.Site, plans []*planEntries) {
	for _, u := range site.Units {
		var events []event
		for _, p := range plans {
			for _, x := range p.source.Report.Units {
				if x.Unit == u {
					events = append(events, p.deadlines(tasksOf(x))...)
				}
			}
		}
		w.calendar(file(unitPage(u), ".ics"), u.Name.V, events)
	}
}

func (w *writer) cards(r *progress.Report) {
	var all []card
	for _, t := range r.Tasks {
		all = append(all, taskCard(r, t))
	}
	for _, i := range r.Indicators {
		all = append(all, indicatorCard(r, i))
	}
	for _, c := range all {
		w.file(file(c.page, ".html"), func(out io.Writer) error { return c.write(out, w.at) })
		w.file(file(c.page, ".svg"), c.writeBadge)
	}
}
