package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/manifest"
	"jindu/generator/internal/repo"
)

// rebuild makes the site once more from the commit, day and address that the
// manifest names, in a copy of this project's repository, and compares. The
// commit's own program makes it where it has one and Go is installed, else this one.
func (p *project) rebuild(ctx context.Context, m *manifest.Manifest, status io.Writer) (found diag.List, err error) {
	if m.Source.State != manifest.Committed {
		return nil, usageError{errors.New(lang.T("清单没有写明提交，或者生成时有没提交的改动，无法从提交重新生成", "the manifest names no commit, or there were changes not committed: it cannot be rebuilt from one").In(p.lang))}
	}
	r, err := repo.Open(ctx, p.root)
	if err != nil {
		return nil, p.unreadable(err)
	}
	if _, err := r.Resolve(ctx, m.Source.Commit); err != nil {
		return nil, p.unreadable(err)
	}
	dir, err := os.MkdirTemp("", "jindu-rebuild-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	root, err := r.Clone(ctx, m.Source.Commit, filepath.Join(dir, "clone"))
	if err != nil {
		return nil, err
	}
	site := filepath.Join(dir, "site")
	args := []string{"build", "--root", root, "--output", site, "--as-of", m.AsOf, "--lang", string(p.lang)}
	if m.BaseURL != "" {
		args = append(args, "--base-url", m.BaseURL)
	}
	if err := p.run(ctx, root, args, status); err != nil {
		return nil, fmt.Errorf(lang.T("从提交 %s 重新生成失败：%w", "the rebuild from commit %s failed: %w").In(p.lang), m.Source.Commit, err)
	}
	files, err := sumFiles(site)
	return manifest.Compare(m, files), err
}

// run builds in a clone.
func (p *project) run(ctx context.Context, root string, args []string, status io.Writer) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, program, args...)
	if _, err := os.Stat(filepath.Join(root, "generator", "main.go")); err == nil {
		if tool, err := exec.LookPath("go"); err == nil {
			cmd = exec.CommandContext(ctx, tool, append([]string{"run", "./generator"}, args...)...)
		}
	}
	cmd.Dir, cmd.Stdout, cmd.Stderr = root, status, status
	return cmd.Run()
}

// sumFiles takes the sums of a site that this program has just built.
func sumFiles(dir string) ([]manifest.File, error) {
	var tally manifest.Tally
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || manifest.Reserved(name) {
			return err
		}
		body, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		tally.Add(name, body)
		return err
	})
	return tally.Files(), err
}
