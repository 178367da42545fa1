package manifest

import (
	"cmp"
	"slices"
	"sync"
)

// Tally takes the sums of the files of a site as a stage reads them, so that no
// file is read for the manifest alone. The zero Tally is ready to use, from several
// goroutines.
type Tally struct {
	mu    sync.Mutex
	files []File
}

// Add notes a file with its content.
func (t *Tally) Add(name string, body []byte) {
	f := File{Path: name, Bytes: int64(len(body)), SHA256: Sum(body)}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.files = append(t.files, f)
}

// Files returns the files in the order of their paths.
func (t *Tally) Files() []File {
	t.mu.Lock()
	defer t.mu.Unlock()
	out := slices.Clone(t.files)
	slices.SortFunc(out, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return out
}
