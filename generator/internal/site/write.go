package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

// The folders below the build folder that Hugo mounts. Each holds one folder for
// every language, so that Hugo takes a page and its charts from its own edition.
const (
	contentFolder = "content"
	dataFolder    = "data"
)

// Changes counts what a write did to the build folder.
type Changes struct {
	Written, Kept, Removed int
}

// Write puts the pages and shared data of the editions under dir for Hugo. A file
// whose bytes would not change is left alone, so that a running Hugo sees only
// what did; files that no page needs any more are removed.
func Write(dir string, editions ...*Output) (Changes, error) {
	files, err := allFiles(editions)
	if err != nil {
		return Changes{}, err
	}
	c, err := writeAll(dir, files)
	if err != nil {
		return c, err
	}
	for _, folder := range []string{contentFolder, dataFolder} {
		removed, err := prune(dir, folder, files)
		c.Removed += removed
		if err != nil {
			return c, err
		}
	}
	return c, nil
}

// allFiles are the files of every edition by slash-separated path. The editions
// have folders of their own, so that each is encoded beside the others.
func allFiles(editions []*Output) (map[string][]byte, error) {
	parts := make([]map[string][]byte, len(editions))
	var g errgroup.Group
	for i, o := range editions {
		parts[i] = map[string][]byte{}
		g.Go(func() error { return o.files(parts[i]) })
	}
	err := g.Wait()
	files := map[string][]byte{}
	for _, part := range parts {
		maps.Copy(files, part)
	}
	return files, err
}

// writeAll writes what changed, on all processors.
func writeAll(dir string, files map[string][]byte) (Changes, error) {
	var written atomic.Int64
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		g.Go(func() error {
			changed, err := writeIfChanged(filepath.Join(dir, filepath.FromSlash(name)), files[name])
			if changed {
				written.Add(1)
			}
			return err
		})
	}
	err := g.Wait()
	n := int(written.Load())
	return Changes{Written: n, Kept: len(files) - n}, err
}

// Collisions lists the hand-written files below the content folder that want the
// address of a generated page, each with the page's path. Hugo would let one of
// the two win without a word.
func (o *Output) Collisions(contentDir string) ([]string, error) {
	taken := map[string]bool{}
	for _, p := range o.Pages {
		taken[p.Path] = true
	}
	var found []string
	err := filepath.WalkDir(contentDir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".md" {
			return err
		}
		rel, err := filepath.Rel(contentDir, name)
		if page := pagePath(filepath.ToSlash(rel)); taken[page] {
			found = append(found, fmt.Sprintf("%s → %s/", filepath.ToSlash(rel), page))
		}
		return err
	})
	return found, err
}

// pagePath is the path of the page that a content file makes: without ending,
// without the language before it, without the file name of a bundle.
func pagePath(file string) string {
	dir, name := path.Split(strings.ToLower(file))
	name, _, _ = strings.Cut(name, ".")
	if name == "index" || name == "_index" {
		name = ""
	}
	return strings.Trim(dir+name, "/")
}

// files adds the bytes of every file to write, by slash-separated path.
func (o *Output) files(files map[string][]byte) error {
	content := pathJoin(contentFolder, string(o.Lang))
	for _, p := range o.Pages {
		name, body, err := p.markdown()
		if err != nil {
			return err
		}
		name = pathJoin(content, name)
		if _, taken := files[name]; taken {
			return fmt.Errorf("two pages want the path %s", name)
		}
		files[name] = body
		for file, bytes := range p.Files {
			files[pathJoin(content, p.Path, file)] = bytes
		}
	}
	for key, value := range o.Data {
		body, err := encode(value)
		if err != nil {
			return err
		}
		files[pathJoin(dataFolder, string(o.Lang), key+".json")] = body
	}
	return nil
}

// markdown is the page as Hugo reads it: JSON front matter, which it parses
// fastest, and no body.
func (p Page) markdown() (name string, body []byte, err error) {
	front := map[string]any{
		"title": p.Title, "layout": p.Layout, "date": p.Date,
		"params": map[string]any{"meta": p.Meta, "crumbs": p.Crumbs, "cite": p.Cite, "data": p.Data},
	}
	if p.Elder {
		front["outputs"] = []string{"html", "elder"}
	}
	body, err = encode(front)
	file := "index.md"
	if p.Branch {
		file = "_index.md"
	}
	return pathJoin(p.Path, file), body, err
}

func pathJoin(parts ...string) string {
	return filepath.ToSlash(filepath.Join(parts...))
}

func encode(v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	err := enc.Encode(v)
	return buf.Bytes(), err
}

func writeIfChanged(name string, body []byte) (written bool, err error) {
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, body) {
		return false, nil
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return false, err
	}
	return true, os.WriteFile(name, body, 0o644)
}

// prune removes the files of a folder that are not in keep, and folders left
// empty. The folder belongs to the generator alone.
func prune(dir, folder string, keep map[string][]byte) (removed int, err error) {
	var folders []string
	err = filepath.WalkDir(filepath.Join(dir, folder), func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			folders = append(folders, name)
			return nil
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		if _, ok := keep[filepath.ToSlash(rel)]; ok {
			return nil
		}
		removed++
		return os.Remove(name)
	})
	for _, f := range slices.Backward(folders) {
		_ = os.Remove(f) // fails on folders that still hold files, as it should
	}
	if errors.Is(err, fs.ErrNotExist) {
		return removed, nil
	}
	return removed, err
}
