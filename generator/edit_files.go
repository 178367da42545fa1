package main

import (
	"context"
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

	"jindu/generator/internal/lang"
	"jindu/generator/internal/load"
	"jindu/generator/internal/repo"
	"jindu/generator/internal/webform"
)

// files writes the form for an address of one's own.
func (e *editing) files(ctx context.Context, r *repo.Repo, plans []webform.Plan, out io.Writer) error {
	prefix, err := r.Prefix(ctx)
	if err != nil {
		return err
	}
	form, policy, err := webform.Static(e.host, path.Join(prefix, load.Folder), plans)
	if err != nil {
		return usageError{err}
	}
	if err := e.mayHold(e.write); err != nil {
		return err
	}
	if err := os.MkdirAll(e.write, 0o755); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(form)) {
		if err := writeWhole(filepath.Join(e.write, name), form[name]); err != nil {
			return err
		}
	}
	fmt.Fprintln(out, lang.T("表单已写到 %s。请放在单独的地址上，不要放进公开网站；让服务器发送：", "the form is in %s. Give it an address of its own, apart from the public site, that sends:").Sprintf(e.write).In(e.lang))
	fmt.Fprintf(out, "Content-Security-Policy: %s\n", policy)
	return nil
}

// mayHold wants a folder for the form that is new, empty or an earlier form's, and
// no part of the public site.
func (e *editing) mayHold(dir string) error {
	full, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	if rel, err := filepath.Rel(filepath.Join(e.root, "public"), full); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return e.wrongUse(lang.T("表单不能放进 public/：它要用脚本的 eval，公开网站不允许", "the form must not stand in public/: it needs eval, which the public site forbids"))
	}
	have, err := os.ReadDir(full)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(have) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(have, func(d fs.DirEntry) bool { return d.Name() == webform.ConfigName }) {
		return e.wrongUse(lang.T("%s 里有别的文件，请写一个新的文件夹", "%s holds other files: give a new folder").Sprintf(dir))
	}
	return nil
}
