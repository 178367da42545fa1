package main

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path"
	"strconv"
	"strings"
	"time"

	"jindu/generator/internal/lang"
)

// serveDir shows a site that was built elsewhere, such as the preview that a pull
// request's check leaves: a folder, or the ZIP file as it was downloaded. It needs
// no project and changes nothing.
func serveDir(ctx context.Context, name string, port int, l lang.Lang, out io.Writer) error {
	files, closer, err := openBuilt(name, l)
	if err != nil {
		return err
	}
	defer closer.Close()
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return err
	}
	server := &http.Server{Handler: builtHandler(files), ReadHeaderTimeout: 10 * time.Second}
	defer context.AfterFunc(ctx, func() { server.Close() })()
	fmt.Fprintf(out, lang.T("%s：http://%s/ （按 Ctrl+C 结束）\n", "%s: http://%s/ (Ctrl+C ends it)\n").In(l), name, listener.Addr())
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// openBuilt opens a folder or a ZIP file that holds a site.
func openBuilt(name string, l lang.Lang) (fs.FS, io.Closer, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, nil, usageError{err}
	}
	var files fs.FS
	var closer io.Closer
	if info.IsDir() {
		root, err := os.OpenRoot(name) // keeps links from leading out of the folder
		if err != nil {
			return nil, nil, err
		}
		files, closer = root.FS(), root
	} else {
		archive, err := zip.OpenReader(name)
		if err != nil {
			return nil, nil, usageError{fmt.Errorf(lang.T("%s 不是文件夹，也不是 ZIP 文件", "%s is neither a folder nor a ZIP file").In(l), name)}
		}
		files, closer = archive, archive
	}
	if _, err := fs.Stat(files, "index.html"); err != nil {
		closer.Close()
		return nil, nil, usageError{fmt.Errorf(lang.T("%s 里没有 index.html：请指明 build 生成的文件夹，或下载的预览 ZIP", "%s holds no index.html: name a folder that build made, or the ZIP of a preview").In(l), name)}
	}
	return files, closer, nil
}

// largestFile is how many bytes of one file are held in memory: above any that a
// build makes, below what a forged ZIP could unfold to.
const largestFile = 64 << 20

// builtHandler answers as a plain web server would: index.html for a folder, the
// site's own page for what is not there, no listings.
func builtHandler(files fs.FS) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
			return
		}
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Cache-Control", "no-store") // the next preview may stand at the same address
		name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
		info, err := fs.Stat(files, orDot(name))
		if err == nil && info.IsDir() {
			if !strings.HasSuffix(r.URL.Path, "/") {
				http.Redirect(w, r, "/"+name+"/", http.StatusMovedPermanently)
				return
			}
			name = path.Join(name, "index.html")
		}
		body, err := readSmall(files, name)
		if err != nil {
			notFound(w, files)
			return
		}
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(body))
	})
}

func orDot(name string) string {
	if name == "" {
		return "."
	}
	return name
}

// notFound is the site's own page for missing addresses.
func notFound(w http.ResponseWriter, files fs.FS) {
	body, err := readSmall(files, "404.html")
	if err != nil {
		body = []byte(http.StatusText(http.StatusNotFound))
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write(body)
}

func readSmall(files fs.FS, name string) ([]byte, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	body, err := io.ReadAll(io.LimitReader(f, largestFile+1))
	if err == nil && len(body) > largestFile {
		err = errors.New("too large")
	}
	return body, err
}
