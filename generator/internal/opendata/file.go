package opendata

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// File is one file of a plan, below its folder.
type File struct {
	Path   string // slash-separated
	Size   int64  // bytes
	SHA256 string // hexadecimal
}

// Format is the form the file comes in.
func (f File) Format() Format {
	best := Format{Name: filepath.Ext(f.Path), Media: "application/octet-stream"}
	for _, x := range formats {
		if strings.HasSuffix(f.Path, x.Ending) && len(x.Ending) > len(best.Ending) {
			best = x
		}
	}
	return best
}

// plainMedia is the media type without parameters.
func (f Format) plainMedia() string {
	media, _, _ := strings.Cut(f.Media, ";")
	return media
}

// measured counts and hashes what passes through to a file.
type measured struct {
	out  io.Writer
	sum  hash.Hash
	size int64
}

func (m *measured) Write(p []byte) (int, error) {
	m.sum.Write(p)
	m.size += int64(len(p))
	return m.out.Write(p)
}

// buffers are kept for reuse: a plan can have thousands of files.
var buffers = sync.Pool{New: func() any { return bufio.NewWriterSize(io.Discard, 1<<16) }}

// create writes a file below dir and says what it became. What stood there is
// removed first, never written into: it may be a link to the cache.
func create(dir, path string, write func(io.Writer) error) (File, error) {
	name := filepath.Join(dir, filepath.FromSlash(path))
	if f, same := unchanged(name, path, write); same {
		return f, nil
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return File{}, err
	}
	if err := os.Remove(name); err != nil && !os.IsNotExist(err) { // it may stand in a site, too
		return File{}, err
	}
	f, err := os.Create(name)
	if err != nil {
		return File{}, err
	}
	file, err := measure(f, path, write)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return file, err
}

// unchanged reports whether the file already holds what would be written.
func unchanged(name, path string, write func(io.Writer) error) (File, bool) {
	old, err := os.ReadFile(name)
	if err != nil {
		return File{}, false
	}
	f, err := measure(io.Discard, path, write)
	sum := sha256.Sum256(old)
	return f, err == nil && f.SHA256 == hex.EncodeToString(sum[:])
}

// measure writes to out and tells what it wrote.
func measure(out io.Writer, path string, write func(io.Writer) error) (File, error) {
	m := &measured{out: out, sum: sha256.New()}
	buffer := buffers.Get().(*bufio.Writer)
	buffer.Reset(m)
	defer buffers.Put(buffer)
	err := write(buffer)
	if err == nil {
		err = buffer.Flush()
	}
	return File{Path: path, Size: m.size, SHA256: hex.EncodeToString(m.sum.Sum(nil))}, err
}

// link gives a file a second place, as a second name where the system can, else
// as a copy.
func link(from, dir, path string) error {
	name := filepath.Join(dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	if err := os.Remove(name); err != nil && !os.IsNotExist(err) {
		return err
	}
	if err := os.Link(from, name); err == nil || os.IsExist(err) { // another job made the same
		return nil
	}
	body, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(name, body, 0o644)
}
