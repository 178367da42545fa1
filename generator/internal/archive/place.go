package archive

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// mostBytes is how large one file of an edition may be.
const mostBytes = 64 << 20

// Place puts the edition into the site in dir, byte for byte. Unpacked files are
// kept in cache, which belongs to the package, and linked from there; they are
// compared with their hashes each time and unpacked anew where they differ.
func (e Edition) Place(cache, dir string) error {
	from := filepath.Join(cache, e.Hash)
	sums, err := e.kept(from)
	if err != nil {
		if sums, err = e.unpack(cache, from); err != nil {
			return err
		}
	}
	to := filepath.Join(dir, Below, e.Day)
	folders := map[string]bool{}
	for name := range sums {
		if folder := filepath.Join(to, filepath.Dir(name)); !folders[folder] {
			folders[folder] = true
			if err := os.MkdirAll(folder, 0o755); err != nil {
				return err
			}
		}
	}
	return each(sums, func(name, _ string) error {
		return link(filepath.Join(from, "files", name), filepath.Join(to, name))
	})
}

// each runs f for every file on all processors.
func each(sums map[string]string, f func(name, hash string) error) error {
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for name, hash := range sums {
		g.Go(func() error { return f(filepath.FromSlash(name), hash) })
	}
	return g.Wait()
}

// link makes a second name for the file, or a copy on systems that cannot.
func link(from, to string) error {
	if os.Link(from, to) == nil {
		return nil
	}
	body, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, body, 0o644)
}

// kept returns the hashes of the unpacked files, each compared with its file.
func (e Edition) kept(from string) (map[string]string, error) {
	body, err := os.ReadFile(filepath.Join(from, "files.json"))
	if err != nil {
		return nil, err
	}
	var sums map[string]string
	if err := json.Unmarshal(body, &sums); err != nil {
		return nil, err
	}
	return sums, each(sums, func(name, hash string) error {
		body, err := os.ReadFile(filepath.Join(from, "files", name))
		if err == nil && hashOf(body) != hash {
			err = fmt.Errorf("%s: %w", name, ErrChanged)
		}
		return err
	})
}

// unpack fills the cache from the edition's file. The folder appears whole or not
// at all.
func (e Edition) unpack(cache, from string) (map[string]string, error) {
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return nil, err
	}
	fresh, err := os.MkdirTemp(cache, "unpacking-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(fresh) // gone where the renaming succeeds
	r, err := zip.OpenReader(e.file)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	sums := map[string]string{}
	for _, f := range r.File {
		if sums[f.Name], err = unpackFile(f, filepath.Join(fresh, "files")); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", filepath.Base(e.file), f.Name, err)
		}
	}
	body, err := json.Marshal(sums)
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(fresh, "files.json"), body, 0o644); err != nil {
		return nil, err
	}
	return sums, errors.Join(os.RemoveAll(from), os.Rename(fresh, from))
}

// unpackFile writes one file below dir and returns its hash. Files are read-only:
// the names that sites link to them are the same file.
func unpackFile(f *zip.File, dir string) (string, error) {
	if !filepath.IsLocal(f.Name) || f.UncompressedSize64 > mostBytes {
		return "", errors.New("not a file of an edition")
	}
	in, err := f.Open()
	if err != nil {
		return "", err
	}
	defer in.Close()
	body, err := io.ReadAll(io.LimitReader(in, mostBytes))
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, filepath.FromSlash(f.Name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return "", err
	}
	return hashOf(body), os.WriteFile(name, body, 0o444)
}
