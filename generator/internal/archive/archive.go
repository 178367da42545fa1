// Package archive keeps dated editions of the site that never change. Each is one
// ZIP file, <day>.zip, in a folder of the project that is committed with the data,
// and SHA256SUMS there notes its hash, so that a clean clone publishes the same
// bytes as the machine that made it. The package knows nothing of plans.
package archive

import (
	"archive/zip"
	"compress/flate"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Below is the folder of a site under which the editions stand, each in a folder
// named by its day.
const Below = "asof"

const sumsName = "SHA256SUMS"

// The reasons to refuse. Nothing is repaired: an edition is what it was.
var (
	ErrKept    = errors.New("there is an edition of this day already")
	ErrChanged = errors.New("the edition is not what it was")
	ErrUnknown = errors.New("the edition is not listed in " + sumsName)
	ErrMissing = errors.New("an edition is listed in " + sumsName + " and gone")
)

// Edition is one archived edition.
type Edition struct {
	Day   string // YYYY-MM-DD
	Hash  string // SHA-256 of its file, in hex
	file  string
	pages map[string]bool
}

// Has reports whether the edition holds a file, by its path from the edition's
// own root.
func (e Edition) Has(name string) bool { return e.pages[name] }

var nameForm = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}\.zip$`)

// List reads the editions in the folder, oldest first, and wants each to be what
// its hash says. A folder that is not there holds none.
func List(folder string) ([]Edition, error) {
	sums, err := readSums(folder)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var out []Edition
	for _, entry := range entries {
		if !nameForm.MatchString(entry.Name()) {
			continue
		}
		e, err := open(folder, entry.Name(), sums)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", entry.Name(), err)
		}
		delete(sums, entry.Name())
		out = append(out, e)
	}
	for name := range sums {
		return nil, fmt.Errorf("%s: %w", name, ErrMissing)
	}
	return out, nil
}

func open(folder, name string, sums map[string]string) (Edition, error) {
	e := Edition{Day: strings.TrimSuffix(name, ".zip"), file: filepath.Join(folder, name), pages: map[string]bool{}}
	body, err := os.ReadFile(e.file)
	if err != nil {
		return e, err
	}
	e.Hash = hashOf(body)
	switch want, listed := sums[name]; {
	case !listed:
		return e, ErrUnknown
	case want != e.Hash:
		return e, ErrChanged
	}
	r, err := zip.OpenReader(e.file)
	if err != nil {
		return e, err
	}
	defer r.Close()
	for _, f := range r.File {
		e.pages[f.Name] = true
	}
	return e, nil
}

func hashOf(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// readSums reads "hash  name" by name. Without the file nothing is listed.
func readSums(folder string) (map[string]string, error) {
	body, err := os.ReadFile(filepath.Join(folder, sumsName))
	if errors.Is(err, fs.ErrNotExist) {
		return map[string]string{}, nil
	}
	sums := map[string]string{}
	for line := range strings.Lines(string(body)) {
		if parts := strings.Fields(line); len(parts) == 2 {
			sums[parts[1]] = parts[0]
		}
	}
	return sums, err
}

// Keep makes the edition of the day from the site in dir. The error is ErrKept
// where there is one: it is never made again.
func Keep(folder, day, dir string) (Edition, error) {
	name := day + ".zip"
	sums, err := readSums(folder)
	if err != nil {
		return Edition{}, err
	}
	if _, listed := sums[name]; listed || exists(filepath.Join(folder, name)) {
		return Edition{}, ErrKept
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return Edition{}, err
	}
	f, err := os.CreateTemp(folder, "."+name+"-*")
	if err != nil {
		return Edition{}, err
	}
	defer os.Remove(f.Name()) // gone where the renaming succeeds
	if err := errors.Join(pack(f, dir, day), f.Chmod(0o644), f.Close()); err != nil {
		return Edition{}, err
	}
	body, err := os.ReadFile(f.Name())
	if err != nil {
		return Edition{}, err
	}
	sums[name] = hashOf(body)
	if err := os.Rename(f.Name(), filepath.Join(folder, name)); err != nil {
		return Edition{}, err
	}
	if err := writeSums(folder, sums); err != nil {
		return Edition{}, err
	}
	return open(folder, name, sums)
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

func writeSums(folder string, sums map[string]string) error {
	var lines []string
	for name, hash := range sums {
		lines = append(lines, hash+"  "+name+"\n")
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(a[64:], b[64:]) })
	return os.WriteFile(filepath.Join(folder, sumsName), []byte(strings.Join(lines, "")), 0o644)
}

// pack writes the files of dir in the order of their names, all of them of the
// edition's day, so that the same site gives the same bytes.
func pack(w io.Writer, dir, day string) error {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, flate.BestCompression) })
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		head := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: at}
		head.SetMode(0o644)
		out, err := z.CreateHeader(head)
		if err != nil {
			return err
		}
		in, err := os.Open(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		defer in.Close()
		_, err = io.Copy(out, in)
		return err
	})
	return errors.Join(err, z.Close())
}
