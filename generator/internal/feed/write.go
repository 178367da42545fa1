package feed

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
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
	Cache   string // folder of our own that keeps the files of the build before; "" keeps none
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
	w := &writer{dir: filepath.Join(o.Dir, filepath.FromSlash(Folder)), cache: o.Cache, at: places{o.BaseURL}, made: map[string]bool{}, names: map[string]bool{}}
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
	w.prune()
	return w.err
}

// writer makes the files one after the other. The first error ends it.
type writer struct {
	dir   string
	cache string
	at    places
	made  map[string]bool // folders
	names map[string]bool // files
	buf   bytes.Buffer
	err   error
}

func (w *writer) file(name string, write func(io.Writer) error) {
	if w.err != nil {
		return
	}
	w.buf.Reset()
	if w.err = write(&w.buf); w.err == nil {
		w.names[name] = true
		w.err = w.put(name, w.buf.Bytes())
	}
}

// put makes the file a second name of the one kept from the build before, where
// that has the same bytes: to make a small file costs twenty times as much as to
// link it. What is kept is compared each time and never written into, since the
// published site shares it.
func (w *writer) put(name string, body []byte) error {
	name = filepath.FromSlash(name)
	path, kept := filepath.Join(w.dir, name), filepath.Join(w.cache, name)
	if err := w.folder(filepath.Dir(path)); err != nil {
		return err
	}
	if w.cache == "" {
		return os.WriteFile(path, body, 0o644)
	}
	if old, err := os.ReadFile(kept); err != nil || !bytes.Equal(old, body) {
		if err := errors.Join(w.folder(filepath.Dir(kept)), remove(kept), os.WriteFile(kept, body, 0o644)); err != nil {
			return err
		}
	}
	if os.Link(kept, path) == nil {
		return nil
	}
	return os.WriteFile(path, body, 0o644) // a system without links
}

func (w *writer) folder(path string) error {
	if w.made[path] {
		return nil
	}
	w.made[path] = true
	return os.MkdirAll(path, 0o755)
}

func remove(name string) error {
	if err := os.Remove(name); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// prune removes from the cache what is no longer made.
func (w *writer) prune() {
	if w.err != nil || w.cache == "" {
		return
	}
	w.err = filepath.WalkDir(w.cache, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(w.cache, path)
		if err == nil && !w.names[filepath.ToSlash(name)] {
			err = os.Remove(path)
		}
		return err
	})
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
