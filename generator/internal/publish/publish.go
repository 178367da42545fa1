package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sync/errgroup"
)

// markerName is a file at the root of every published site. A folder without it
// was not made by this program and is never replaced.
const markerName = "build.json"

// Marker is what build.json says of a site, for monitoring and for the check
// that a folder may be replaced.
//
// A monitor finds a site that is no longer kept up by comparing its own day with
// NextUpdate, which is absent where the data promise no interval.
type Marker struct {
	Generator  string         `json:"generator"` // always "jindu"
	Version    string         `json:"version"`
	AsOf       string         `json:"as_of"`                 // the day the site speaks of, YYYY-MM-DD
	Interval   int            `json:"update_days,omitempty"` // days within which the publisher promises the next build
	NextUpdate string         `json:"next_update,omitempty"` // the last day of that time
	Source     string         `json:"source"`                // committed, changed or unknown: see manifest.json
	Commit     string         `json:"commit,omitempty"`      // absent where unknown
	Edition    string         `json:"edition"`
	Pages      int            `json:"pages"`
	Tasks      map[string]int `json:"tasks"` // by status
}

// Mark writes the marker into a staged site and returns what it wrote.
func Mark(stage string, m Marker) ([]byte, error) {
	m.Generator = "jindu"
	body, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return nil, err
	}
	body = append(body, '\n')
	return body, os.WriteFile(filepath.Join(stage, markerName), body, 0o644)
}

// Stage makes an empty folder beside public, on the same file system, so that
// it can take public's place in one step. The caller removes it when it fails.
func Stage(public string) (string, error) {
	parent, name := filepath.Split(filepath.Clean(public))
	if parent == "" {
		parent = "."
	}
	stage, err := os.MkdirTemp(parent, name+".staging-*")
	if err != nil {
		return "", err
	}
	return stage, os.Chmod(stage, 0o755)
}

// ErrNotOurs says that the folder to replace holds something else.
var ErrNotOurs = errors.New("folder was not made by this program")

// Owned returns ErrNotOurs where public holds files but no marker of ours.
func Owned(public string) error {
	entries, err := os.ReadDir(public)
	if errors.Is(err, fs.ErrNotExist) || (err == nil && len(entries) == 0) {
		return nil
	}
	if err != nil {
		return err
	}
	body, err := os.ReadFile(filepath.Join(public, markerName))
	var m Marker
	if err != nil || json.Unmarshal(body, &m) != nil || m.Generator != "jindu" {
		return fmt.Errorf("%s: %w", public, ErrNotOurs)
	}
	return nil
}

// Switch puts the staged site in the place of public. Readers see the old site
// or the new one, never a mixture; the old one is removed afterwards.
func Switch(stage, public string) error {
	if err := Owned(public); err != nil {
		return err
	}
	if _, err := os.Lstat(public); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(stage, public)
	}
	if err := exchange(stage, public); err != nil {
		return err
	}
	return removeAll(stage)
}

// removeAll removes a folder, its parts side by side.
func removeAll(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	var g errgroup.Group
	for _, e := range entries {
		g.Go(func() error { return os.RemoveAll(filepath.Join(dir, e.Name())) })
	}
	return errors.Join(g.Wait(), os.RemoveAll(dir))
}

// exchangeByRename is the fallback where the system cannot exchange two folders
// in one step: the old site is moved aside first, and back if the new one does
// not take its place.
func exchangeByRename(stage, public string) error {
	aside := public + ".previous"
	if err := os.RemoveAll(aside); err != nil {
		return err
	}
	if err := os.Rename(public, aside); err != nil {
		return err
	}
	if err := os.Rename(stage, public); err != nil {
		return errors.Join(err, os.Rename(aside, public))
	}
	return os.Rename(aside, stage)
}
