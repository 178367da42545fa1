package manifest

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
)

// The names of the files at the root of a site that are not in the list.
const (
	Name      = "manifest.json"
	SumsName  = "SHA256SUMS"
	Signature = "SHA256SUMS.minisig"
)

// ChainName is the file with the manifests published before. It is in the list.
const ChainName = "manifest-chain.txt"

const format = "jindu-manifest/1"

// The limits keep a forged manifest from using up the machine that checks it. They
// are far above what a build makes.
const (
	maxManifest = 64 << 20
	maxFile     = 1 << 30
	maxSite     = 8 << 30
)

// Manifest is what a site consists of; see the package's comment.
type Manifest struct {
	Format   string   `json:"format"`
	AsOf     string   `json:"as_of"`
	Source   Source   `json:"source"`
	BaseURL  string   `json:"base_url,omitempty"`
	Versions Versions `json:"versions"`
	Chain    *Chain   `json:"chain,omitempty"`
	Files    []File   `json:"files"`
}

// Source is where the files of a build came from.
type Source struct {
	State  State  `json:"state"`
	Commit string `json:"commit,omitempty"`
}

// State is how the files that were built compare with a commit.
type State string

// The states of a source.
const (
	Committed State = "committed" // exactly the files of the commit
	Changed   State = "changed"   // the commit's, with changes not committed
	Unknown   State = "unknown"   // no git, or no repository: no commit is named
)

// Versions are the programs that made the site.
type Versions struct {
	Generator string `json:"generator"`
	Hugo      string `json:"hugo"`
	ECharts   string `json:"echarts"`
}

// Chain is the place of a manifest among those published.
type Chain struct {
	Number   int    `json:"number"`   // from 2: the first one has no link
	Previous string `json:"previous"` // SHA-256 of the manifest before
}

// File is one file of the site. Path is slash-separated from its root.
type File struct {
	Path   string `json:"path"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Sum is the SHA-256 of body in lower-case hexadecimal.
func Sum(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// Encode writes the manifest in its one form.
func (m *Manifest) Encode() ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(m)
	return out.Bytes(), err
}

// Sums is the manifest as `sha256sum -c` reads it, with the sum of the manifest's
// own file body.
func (m *Manifest) Sums(body []byte) []byte {
	var out bytes.Buffer
	for _, f := range m.Files {
		fmt.Fprintf(&out, "%s  %s\n", f.SHA256, f.Path)
	}
	fmt.Fprintf(&out, "%s  %s\n", Sum(body), Name)
	return out.Bytes()
}

var (
	hexSum  = regexp.MustCompile(`^[0-9a-f]{64}$`)
	hexHash = regexp.MustCompile(`^[0-9a-f]{40}([0-9a-f]{24})?$`)
	isoDate = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
)

// Parse reads a manifest. It accepts only the form that Encode writes, with paths
// that stay inside the site: anything else was not written by a build.
func Parse(body []byte) (*Manifest, error) {
	m := &Manifest{}
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	if err := d.Decode(m); err != nil {
		return nil, err
	}
	if again, err := m.Encode(); err != nil || !bytes.Equal(again, body) {
		return nil, errors.Join(err, errors.New("not in the form that a build writes"))
	}
	return m, m.sound()
}

// sound returns what no manifest of a build says.
func (m *Manifest) sound() error {
	switch {
	case m.Format != format:
		return fmt.Errorf("format %q is not known", m.Format)
	case !isoDate.MatchString(m.AsOf):
		return fmt.Errorf("as_of %q is not a date", m.AsOf)
	case m.Source.State != Unknown && !hexHash.MatchString(m.Source.Commit), m.Source.State == Unknown && m.Source.Commit != "":
		return fmt.Errorf("source %q with commit %q", m.Source.State, m.Source.Commit)
	case m.Chain != nil && (m.Chain.Number < 2 || !hexSum.MatchString(m.Chain.Previous)):
		return errors.New("chain is not a number from 2 with a sum")
	}
	total := int64(0)
	for i, f := range m.Files {
		total += f.Bytes
		switch {
		case !fs.ValidPath(f.Path) || f.Path == "." || Reserved(f.Path):
			return fmt.Errorf("path %q", f.Path)
		case i > 0 && m.Files[i-1].Path >= f.Path:
			return fmt.Errorf("path %q is out of order or listed twice", f.Path)
		case !hexSum.MatchString(f.SHA256) || f.Bytes < 0 || f.Bytes > maxFile || total > maxSite:
			return fmt.Errorf("sum or size of %q", f.Path)
		}
	}
	return nil
}

// Reserved reports whether the name is one of those that are not in the list.
func Reserved(name string) bool { return name == Name || name == SumsName || name == Signature }

// file finds a listed file.
func (m *Manifest) file(name string) (File, bool) {
	i, ok := slices.BinarySearchFunc(m.Files, name, func(f File, name string) int { return cmp.Compare(f.Path, name) })
	if !ok {
		return File{}, false
	}
	return m.Files[i], true
}
