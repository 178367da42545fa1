package opendata

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"jindu/generator/internal/progress"
)

// Options say where the files go.
type Options struct {
	Dir   string // becomes data/ of the site; holds a folder for each plan
	Cache string // workbooks and archives by content
	Meta  Meta
}

// Package is the data of one plan, written.
type Package struct {
	Report *progress.Report
	Tables []*Table
	Files  []File // by path; SHA256SUMS itself is not in it
}

// File returns the file with the path.
func (p *Package) File(path string) (File, bool) {
	i, ok := slices.BinarySearchFunc(p.Files, path, func(f File, path string) int { return strings.Compare(f.Path, path) })
	if !ok {
		return File{}, false
	}
	return p.Files[i], true
}

// whole are the files about all of the plan: those at the top of its folder.
func (p *Package) whole() []File {
	return slices.DeleteFunc(slices.Clone(p.Files), func(f File) bool { return strings.Contains(f.Path, "/") })
}

// Write writes the data of every plan below o.Dir and removes what no longer
// belongs there.
func Write(o Options, sources []Source) ([]*Package, error) {
	store := newCache(o.Cache)
	keep := map[string]bool{catalogName: true}
	var out []*Package
	for _, s := range sources {
		id := s.Report.Plan.ID.V
		w := &writer{dir: filepath.Join(o.Dir, id), cache: store, meta: o.Meta, source: s}
		p, err := w.write()
		if err != nil {
			return nil, fmt.Errorf("data of %s: %w", id, err)
		}
		for _, f := range append(slices.Clone(p.Files), File{Path: sumsName}) {
			keep[id+"/"+f.Path] = true
		}
		out = append(out, p)
	}
	if _, err := create(o.Dir, catalogName, func(w io.Writer) error { return writeIndented(w, catalog(out, o.Meta)) }); err != nil {
		return nil, err
	}
	return out, errors.Join(removeOthers(o.Dir, keep), store.close())
}

const (
	catalogName = "catalog.jsonld"
	sumsName    = "SHA256SUMS"
)

// writer writes one plan.
type writer struct {
	dir    string
	cache  *cache
	meta   Meta
	source Source
	tables []*Table
	jobs   []func() (File, error)
}

func (w *writer) write() (*Package, error) {
	w.tables = Tables(w.source)
	r := w.source.Report
	all := bundle{"all", title(r), w.tables}
	w.workbook(all) // the longest job first
	w.json(all)
	for _, t := range w.tables {
		w.csv(t.Name, t)
		w.json(bundle{t.Name, t.Title, []*Table{t}})
	}
	named := func(name string) *Table { return tableNamed(w.tables, name) }
	w.workbook(bundle{"tasks", named("tasks").Title, []*Table{named("tasks"), named("updates")}})
	w.workbook(bundle{"indicators", named("indicators").Title, []*Table{named("indicators"), named("series"), named("targets"), named("observations")}})
	w.sdmx("indicators", named("series"))
	for _, b := range parts(r, w.tables) {
		w.csv(b.path, b.tables[0])
		w.json(b)
		w.workbook(b)
		if strings.HasPrefix(b.path, indicatorsFolder) {
			w.sdmx(b.path, b.tables[0])
		}
	}
	files, err := run(w.jobs)
	if err != nil {
		return nil, err
	}
	p := &Package{Report: r, Tables: w.tables, Files: files}
	return p, w.finish(p)
}

func (w *writer) add(path string, write func(io.Writer) error) {
	w.jobs = append(w.jobs, func() (File, error) { return create(w.dir, path, write) })
}

func (w *writer) csv(path string, t *Table) {
	w.add(path+".csv", func(out io.Writer) error { return writeCSV(out, t) })
	w.add(excelFolder+path+".csv", func(out io.Writer) error { return writeExcelCSV(out, t) })
}

func (w *writer) json(b bundle) {
	h := heading{Dataset: w.source.Report.Plan.ID.V, AsOf: day(w.source.Report.AsOf)}
	w.add(b.path+".json", func(out io.Writer) error { return writeJSON(out, h, b) })
}

func (w *writer) sdmx(path string, series *Table) {
	w.add(path+".sdmx.csv", func(out io.Writer) error { return writeSDMX(out, series) })
}

func (w *writer) workbook(b bundle) {
	about := about(w.source.Report, w.meta)
	w.jobs = append(w.jobs, func() (File, error) {
		k, err := key(b.tables, "xlsx", about, b.title)
		if err != nil {
			return File{}, err
		}
		return w.cache.file(w.dir, b.path+".xlsx", k, func(out io.Writer) error { return writeXLSX(out, about, b) })
	})
}

// finish writes what speaks of the other files: metadata, the archive, hashes.
func (w *writer) finish(p *Package) error {
	r := p.Report
	byPath := map[string]File{}
	for _, f := range p.Files {
		byPath[f.Path] = f
	}
	for _, x := range []struct {
		name  string
		value any
	}{
		{"schema.json", jsonSchema(p.Tables)}, {"csv-metadata.json", csvw(r, p.Tables)}, {"datapackage.json", dataPackage(r, w.meta, p.Tables, byPath)},
	} {
		f, err := create(w.dir, x.name, func(out io.Writer) error { return writeIndented(out, x.value) })
		if err != nil {
			return err
		}
		p.Files = append(p.Files, f)
	}
	p.sort()
	archive, err := w.archive(p)
	if err != nil {
		return err
	}
	p.Files = append(p.Files, archive)
	p.sort()
	_, err = create(w.dir, sumsName, func(out io.Writer) error { return writeSums(out, p.Files) })
	return err
}

func (p *Package) sort() {
	slices.SortFunc(p.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
}

// writeSums writes the hashes in the form that sha256sum -c reads.
func writeSums(w io.Writer, files []File) error {
	for _, f := range files {
		if _, err := fmt.Fprintf(w, "%s  %s\n", f.SHA256, f.Path); err != nil {
			return err
		}
	}
	return nil
}

// archive packs every table in every form, with the metadata. The parts of
// single projects, units and indicators repeat the same rows and stay out, as
// does the JSON of single tables, which all.json holds.
func (w *writer) archive(p *Package) (File, error) {
	var packed []File
	for _, f := range p.Files {
		dir, name := filepath.Split(f.Path)
		single := filepath.Ext(name) == ".json" && tableNamed(p.Tables, strings.TrimSuffix(name, ".json")) != nil
		if (dir == "" && !single) || dir == excelFolder {
			packed = append(packed, f)
		}
	}
	k, err := key(nil, "zip", p.Report.AsOf, packed)
	if err != nil {
		return File{}, err
	}
	return w.cache.file(w.dir, "all.zip", k, func(out io.Writer) error { return w.pack(out, packed) })
}

func (w *writer) pack(out io.Writer, files []File) error {
	z := newZip(out)
	at := w.source.Report.AsOf.Time()
	for _, f := range files {
		entry, err := z.CreateHeader(&zip.FileHeader{Name: f.Path, Method: zip.Deflate, Modified: at})
		if err != nil {
			return err
		}
		if err := copyFile(entry, filepath.Join(w.dir, filepath.FromSlash(f.Path))); err != nil {
			return err
		}
	}
	entry, err := z.CreateHeader(&zip.FileHeader{Name: sumsName, Method: zip.Deflate, Modified: at})
	if err != nil {
		return err
	}
	if err := writeSums(entry, files); err != nil {
		return err
	}
	return z.Close()
}

func copyFile(w io.Writer, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

// run does the jobs on all processors; the results have the order of the jobs.
func run(jobs []func() (File, error)) ([]File, error) {
	files := make([]File, len(jobs))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, job := range jobs {
		g.Go(func() (err error) {
			files[i], err = job()
			return err
		})
	}
	return files, g.Wait()
}

// removeOthers removes the files below dir that are not in keep, and folders
// left empty. The folder belongs to this package alone.
func removeOthers(dir string, keep map[string]bool) error {
	var folders []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			folders = append(folders, name)
			return nil
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil || keep[filepath.ToSlash(rel)] {
			return err
		}
		if err := os.Remove(name); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
	for _, f := range slices.Backward(folders) {
		_ = os.Remove(f) // fails on folders that still hold files, as it should
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Copy puts the data of a written folder below another, such as a staged site.
// Tables are second names of the written files, which every run compares with
// what they should hold; workbooks and archives, which are not made again, are
// copies, so that what happens to a published one never reaches the cache.
func Copy(dir, target string) error {
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		to := filepath.Join(target, rel)
		if d.IsDir() {
			return os.MkdirAll(to, 0o755)
		}
		g.Go(func() error {
			if ext := filepath.Ext(name); ext != ".xlsx" && ext != ".zip" && os.Link(name, to) == nil {
				return nil
			}
			body, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			return os.WriteFile(to, body, 0o644)
		})
		return nil
	})
	return errors.Join(err, g.Wait())
}
