package manifest

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// openZIP reads the directory of the archive; files are unpacked one at a time,
// never to disk.
func openZIP(name string) (*Place, error) {
	archive, err := zip.OpenReader(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, ErrNoPlace)
	}
	p := &Place{Name: name, listed: true, sizes: map[string]int64{}, Closer: archive}
	if len(archive.File) > maxEntries {
		archive.Close()
		return nil, errTooMany
	}
	files := map[string]*zip.File{}
	top := topFolder(archive.File)
	for _, f := range archive.File {
		name := strings.TrimPrefix(f.Name, top)
		switch {
		case strings.HasSuffix(f.Name, "/") && fs.ValidPath(strings.TrimSuffix(f.Name, "/")):
		case !fs.ValidPath(f.Name) || strings.Contains(f.Name, `\`):
			p.add(ruleUnsafeName, f.Name)
		case !f.Mode().IsRegular():
			p.add(ruleNotRegular, name)
		case files[name] != nil:
			p.add(ruleTwice, name)
		default:
			files[name] = f
			p.sizes[name] = int64(f.UncompressedSize64)
		}
	}
	p.open = func(_ context.Context, name string) (io.ReadCloser, error) {
		f := files[name]
		if f == nil {
			return nil, fs.ErrNotExist
		}
		return f.Open()
	}
	return p, nil
}

// topFolder is the folder that holds the whole site, with its slash, in an archive
// of a folder; "" where the site stands at the top.
func topFolder(list []*zip.File) string {
	top := ""
	for _, f := range list {
		folder, rest, below := strings.Cut(f.Name, "/")
		switch {
		case f.Name == Name:
			return ""
		case below && rest == Name && top == "":
			top = folder + "/"
		}
	}
	return top
}
