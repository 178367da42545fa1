package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/document"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/load"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/validate"
)

// state is the data as they stand in a folder, read and judged as a whole.
type state struct {
	site     *plan.Site // nil where a file cannot be read
	sources  load.Sources
	problems diag.List
}

// state reads the project's data, with the files of a draft in place of its own.
func (p *project) state(draft map[string][]byte) (*state, error) {
	root, err := os.OpenRoot(p.root)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	base, ok := root.FS().(fs.ReadLinkFS)
	if !ok {
		return nil, errors.New("the file system does not show links")
	}
	return p.stateOf(overlay{ReadLinkFS: base, draft: draft})
}

// stateOf reads the data of a folder and judges them as a whole.
func (p *project) stateOf(files overlay) (*state, error) {
	s, sources, problems, err := load.FS(files)
	if err != nil {
		return nil, err
	}
	if s != nil {
		documents := map[string]*document.Document{}
		for _, x := range s.Plans {
			doc, found := document.Load(files, x)
			problems.Add(found...)
			documents[x.ID.V] = doc
		}
		problems.Add(validate.Site(s, validate.Options{Today: p.today, Documents: documents})...)
	}
	return &state{s, sources, problems.Sorted()}, nil
}

// save writes the files of a draft if the data can be judged with them and are
// no worse: problems that were there before do not stop it, an error that is new
// does. What is new is printed to w.
func (p *project) save(w io.Writer, before *state, draft map[string][]byte) error {
	fresh, sources, err := p.judge(before, draft)
	if err != nil {
		return err
	}
	return p.put(w, before, draft, fresh, sources)
}

// judge finds the problems that a draft brings.
func (p *project) judge(before *state, draft map[string][]byte) (diag.List, load.Sources, error) {
	after, err := p.state(draft)
	if err != nil {
		return nil, nil, err
	}
	fresh := newProblems(before.problems, after.problems)
	if after.site == nil && !fresh.HasErrors() {
		fresh = after.problems // what cannot be read cannot be judged either
	}
	return fresh, after.sources, nil
}

// put prints the problems that a draft brings and, where none is an error,
// writes its files.
func (p *project) put(w io.Writer, before *state, draft map[string][]byte, fresh diag.List, sources load.Sources) error {
	if len(fresh) > 0 {
		p.print(w, fresh, sources)
	}
	if fresh.HasErrors() {
		fmt.Fprintln(w, lang.T("没有写入任何文件。", "No file was written.").In(p.lang))
		return errProblems
	}
	for _, name := range slices.Sorted(maps.Keys(draft)) {
		if err := p.replace(name, before.sources[name], draft[name]); err != nil {
			return err
		}
	}
	return nil
}

// newProblems are those of after that before does not have. Places are not
// compared, for an edit moves what stands below it.
func newProblems(before, after diag.List) diag.List {
	type key struct{ file, code, words string }
	of := func(d diag.Diagnostic) key { return key{d.Range.File, d.Code, d.Message.ZH} }
	old := map[key]int{}
	for _, d := range before {
		old[of(d)]++
	}
	var out diag.List
	for _, d := range after {
		if old[of(d)]--; old[of(d)] < 0 {
			out.Add(d)
		}
	}
	return out
}

// replace writes a file in one step, unless someone else changed it since it was
// read. was is nil for a new file.
func (p *project) replace(name string, was, body []byte) error {
	target := filepath.Join(p.root, filepath.FromSlash(name))
	now, err := os.ReadFile(target)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	case (err == nil) != (was != nil) || !bytes.Equal(now, was):
		return fmt.Errorf(lang.T("%s 刚刚被别的程序改过，请再运行一次", "%s was changed by someone else meanwhile; run again").In(p.lang), name)
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return err
	}
	return writeWhole(target, body)
}

// overlay is a folder with some files replaced or added.
type overlay struct {
	fs.ReadLinkFS
	draft map[string][]byte
}

// ReadFile returns the draft's bytes where it has the file.
func (o overlay) ReadFile(name string) ([]byte, error) {
	if body, ok := o.draft[name]; ok {
		return body, nil
	}
	return fs.ReadFile(o.ReadLinkFS, name)
}

// ReadDir lists a folder with the files that the draft adds to it.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.ReadLinkFS, name)
	added := false
	for _, file := range slices.Sorted(maps.Keys(o.draft)) {
		known := func(e fs.DirEntry) bool { return e.Name() == path.Base(file) }
		if i := slices.IndexFunc(entries, known); path.Dir(file) == name {
			e := fs.FileInfoToDirEntry(draftFile{path.Base(file), len(o.draft[file])})
			if added = true; i >= 0 && entries[i].Type().IsRegular() {
				entries[i] = e
			} else if i < 0 {
				entries = append(entries, e)
			}
		}
		// A folder that only the draft needs.
		if dir := path.Dir(file); path.Dir(dir) == name && !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == path.Base(dir) }) {
			entries = append(entries, fs.FileInfoToDirEntry(draftFile{path.Base(dir), -1}))
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	if added && errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return entries, err
}

// draftFile describes a file of the draft; a size below 0 makes it a folder.
type draftFile struct {
	name string
	size int
}

func (f draftFile) Name() string       { return f.name }
func (f draftFile) Size() int64        { return int64(max(f.size, 0)) }
func (f draftFile) ModTime() time.Time { return time.Time{} }
func (f draftFile) IsDir() bool        { return f.size < 0 }
func (f draftFile) Sys() any           { return nil }
func (f draftFile) Mode() fs.FileMode {
	if f.IsDir() {
		return fs.ModeDir | 0o755
	}
	return 0o644
}
