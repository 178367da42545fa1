package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/site"
)

// settle is how long the files must be quiet before they are read again:
// editors write in several steps.
const settle = 150 * time.Millisecond

func newServe(s *settings) *cobra.Command {
	port, dir := 1313, ""
	cmd := &cobra.Command{
		Use: "serve", Short: "在本机预览，数据一改就更新 / preview on this machine; follows changes", Args: exactly(0),
		Example: "  jindu serve\n  jindu serve --dir preview.zip",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if dir != "" {
				l, err := lang.Parse(s.lang)
				if err != nil {
					return usageError{err}
				}
				return serveDir(cmd.Context(), dir, port, l, cmd.OutOrStdout())
			}
			p, err := s.project()
			if err != nil {
				return err
			}
			return p.serve(cmd.Context(), port, cmd.OutOrStdout())
		},
	}
	cmd.Flags().IntVar(&port, "port", port, "本机端口 / local port")
	cmd.Flags().StringVar(&dir, "dir", "", "打开已经生成的网站：文件夹，或下载的预览 ZIP / show a site built elsewhere: a folder, or the ZIP of a preview")
	return cmd
}

// serve writes the pages, lets Hugo serve them from memory, and writes again
// what changes. While the data has errors the last good site stays up.
func (p *project) serve(ctx context.Context, port int, out io.Writer) error {
	if err := p.refresh(ctx, out); err != nil {
		return err
	}
	watcher, err := p.watch()
	if err != nil {
		return err
	}
	defer watcher.Close()
	h, err := p.hugo()
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	served, err := p.preview(ctx, h, port)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, lang.T("预览：http://127.0.0.1:%d/ （按 Ctrl+C 结束）\n", "preview: http://127.0.0.1:%d/ (Ctrl+C ends it)\n").In(p.lang), port)
	return p.follow(ctx, watcher, served, out)
}

// follow refreshes the pages after each burst of changes until Hugo or the
// person stops.
func (p *project) follow(ctx context.Context, watcher *fsnotify.Watcher, served <-chan error, out io.Writer) error {
	quiet := time.NewTimer(settle)
	quiet.Stop()
	for {
		select {
		case err := <-served:
			return err
		case event := <-watcher.Events:
			if event.Has(fsnotify.Create) {
				_ = watcher.Add(event.Name) // a new folder; files are watched with theirs
			}
			quiet.Reset(settle)
		case err := <-watcher.Errors:
			return err
		case <-quiet.C:
			if err := p.refresh(ctx, out); err != nil && err != errProblems {
				return err
			}
		}
	}
}

// refresh runs the stages up to Hugo's input. Only files that change are
// written, so that Hugo renders only what they touch.
func (p *project) refresh(ctx context.Context, out io.Writer) error {
	f, err := p.read(out)
	if err != nil {
		return err
	}
	editions, err := p.editions(ctx, f, p.reports(f), site.Input{})
	if err != nil {
		return err
	}
	changes, err := site.Write(p.buildDir(""), editions...)
	if err == nil {
		fmt.Fprintf(out, lang.T("已更新：写入%d个文件，删除%d个\n", "updated: %d files written, %d removed\n").In(p.lang), changes.Written, changes.Removed)
	}
	return err
}

// watch follows every folder of data/ and seeds/. Hugo itself follows content
// and theme.
func (p *project) watch() (*fsnotify.Watcher, error) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	for _, folder := range []string{"data", "seeds"} {
		err := filepath.WalkDir(filepath.Join(p.root, folder), func(name string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() || strings.HasPrefix(d.Name(), ".") {
				return err
			}
			return watcher.Add(name)
		})
		if err != nil {
			watcher.Close()
			return nil, err
		}
	}
	return watcher, nil
}
