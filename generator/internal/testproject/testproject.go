// Package testproject makes copies of the project for tests to build and break.
package testproject

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"jindu/generator/internal/plan"
)

// RealDay is the day for which tests judge the project's own data.
var RealDay = plan.Date{Year: 2026, Month: time.November, Day: 23}

// SyntheticDay is the day on which the synthetic example shows every status.
var SyntheticDay = plan.Date{Year: 2025, Month: time.September, Day: 30}

// Projects makes copies of this repository's projects that share their drawn
// charts: drawing takes longer than everything else in a build.
type Projects struct {
	root   string // of the repository
	charts string // folder of the drawn charts
}

// New finds the repository around the working folder. charts is an empty folder
// that outlives the copies.
func New(charts string) (*Projects, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return &Projects{root: dir, charts: charts}, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return nil, fmt.Errorf("no go.mod above the working folder")
		}
		dir = up
	}
}

// Copy puts the repository's own project into the folder to.
func (p *Projects) Copy(to string) error {
	return p.assemble(to, "data", "seeds")
}

// CopySynthetic makes a project of the example's data and the repository's theme
// and prose.
func (p *Projects) CopySynthetic(to string) error {
	return p.assemble(to, "examples/synthetic/data", "examples/synthetic/seeds")
}

func (p *Projects) assemble(to, data, seeds string) error {
	for part, from := range map[string]string{"hugo.toml": "hugo.toml", "themes": "themes", "content": "content", "data": data, "seeds": seeds} {
		if err := copyTree(filepath.Join(p.root, filepath.FromSlash(from)), filepath.Join(to, part)); err != nil {
			return err
		}
	}
	build := filepath.Join(to, "build")
	if err := os.MkdirAll(build, 0o755); err != nil {
		return err
	}
	return os.Symlink(p.charts, filepath.Join(build, "charts"))
}

// copyTree copies a file or a folder. The copies can be written to, whatever the
// originals say.
func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := to + strings.TrimPrefix(name, from)
		if d.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		body, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(target, body, 0o644)
	})
}
