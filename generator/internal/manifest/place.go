package manifest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"jindu/generator/internal/diag"
)

// Place is where a site can be read: a folder, a ZIP file or an address.
type Place struct {
	Name     string
	listed   bool             // the place can say what it holds
	sizes    map[string]int64 // of the files it holds, where listed
	problems diag.List        // what cannot be part of a site: links, names that lead out
	open     func(ctx context.Context, name string) (io.ReadCloser, error)
	io.Closer
}

// ErrNoPlace says that a name is no folder, no ZIP file and no address.
var ErrNoPlace = errors.New("neither a folder, a ZIP file nor an address")

// maxEntries is how many files a place may hold.
const maxEntries = 200_000

// Open opens the site at name: an address that begins with http:// or https://,
// a folder, or a ZIP file with the site at its top or in one folder. The caller
// closes it.
func Open(name string) (*Place, error) {
	if strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://") {
		return openAddress(name)
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return openFolder(name)
	}
	return openZIP(name)
}

// openFolder never follows a link, so that nothing outside the folder is read.
func openFolder(name string) (*Place, error) {
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	p := &Place{Name: name, listed: true, sizes: map[string]int64{}, Closer: root}
	p.open = func(_ context.Context, name string) (io.ReadCloser, error) {
		if _, ok := p.sizes[name]; !ok {
			return nil, fs.ErrNotExist
		}
		return root.Open(name)
	}
	err = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir():
			return err
		case !d.Type().IsRegular():
			p.add(ruleNotRegular, name)
			return nil
		}
		info, err := d.Info()
		if err == nil {
			p.sizes[name] = info.Size()
		}
		if len(p.sizes) > maxEntries {
			return errTooMany
		}
		return err
	})
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	return p, nil
}

var errTooMany = fmt.Errorf("more than %d files", maxEntries)

func (p *Place) add(r diag.Rule, name string, args ...any) {
	p.problems.Add(r.At(diag.Range{File: name}, "", args...))
}

// read returns a small file whole. One larger than limit is an error.
func (p *Place) read(ctx context.Context, name string, limit int64) ([]byte, error) {
	r, err := p.open(ctx, name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	body, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(body)) > limit {
		err = fmt.Errorf("%s: more than %d bytes", name, limit)
	}
	return body, err
}

// taken is what was read of a file: the sum of its first bytes, how many there
// were, and whether more follow.
type taken struct {
	sum   string
	bytes int64
	more  bool
}

// take reads at most want bytes of a file, whatever it claims to hold: a file of
// the right length is read once, a bomb is left after its first bytes.
func (p *Place) take(ctx context.Context, name string, want int64) (taken, error) {
	r, err := p.open(ctx, name)
	if err != nil {
		return taken{}, err
	}
	defer r.Close()
	h := sha256.New()
	n, err := io.Copy(h, io.LimitReader(r, want))
	if err != nil {
		return taken{}, err
	}
	out := taken{sum: hex.EncodeToString(h.Sum(nil)), bytes: n}
	if n == want {
		var one [1]byte
		more, err := io.ReadFull(r, one[:])
		out.more = more > 0
		if err != nil && !errors.Is(err, io.EOF) {
			return out, err // a ZIP's own checksum is compared at the end
		}
	}
	return out, nil
}
