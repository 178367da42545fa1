// Package publish takes a freshly built site from its staging folder to the
// public one: it finishes and checks every page, and only a site without a fault
// replaces the one that stands there.
package publish

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"

	"jindu/generator/internal/diag"
)

// Finish makes the staged pages in dir ready for readers and checks them. The
// addresses that the theme writes from the root of the site become relative, and
// in translated, the folders of editions in other languages, the Chinese is
// marked. baseURL is the site's own address, or "". seen, which may be nil, gets
// every file as readers will, from several goroutines. For the faults see Check.
func Finish(dir, baseURL string, seen func(name string, body []byte), translated ...string) (diag.List, error) {
	return check(dir, finisher{baseURL, seen, translated})
}

// Check reads every file of the site in dir and reports broken links and
// anchors, repeated ids, pages without exactly one h1, personal data, and
// anything that a page would load from another host. baseURL is the site's own
// address, or "".
func Check(dir, baseURL string) (diag.List, error) {
	return check(dir, checker{baseURL})
}

// reader takes in one file of the site.
type reader interface {
	read(dir, name string) (*file, error)
}

// checker only looks.
type checker struct{ baseURL string }

func (c checker) read(dir, name string) (*file, error) {
	f := &file{name: name, baseURL: c.baseURL}
	if !f.matters() {
		return f, nil
	}
	body, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		return nil, err
	}
	return f, f.examine(body)
}

func check(dir string, r reader) (diag.List, error) {
	files, err := readAll(dir, r)
	if err != nil {
		return nil, err
	}
	byName := make(map[string]*file, len(files))
	for _, f := range files {
		byName[f.name] = f
	}
	var found diag.List
	if byName["index.html"] == nil {
		found.Add(ruleNoHome.At(diag.Range{File: "index.html"}, ""))
	}
	for _, f := range files {
		f.resolve(byName)
		found.Add(f.found...)
	}
	return found.Sorted(), nil
}

// readAll reads the files on all processors, which is most of the work; the
// result has the order of the names.
func readAll(dir string, r reader) ([]*file, error) {
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	files := make([]*file, len(names))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, name := range names {
		g.Go(func() (err error) {
			if files[i], err = r.read(dir, name); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			return nil
		})
	}
	return files, g.Wait()
}
