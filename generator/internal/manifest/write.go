package manifest

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
)

// Write completes the site in dir, whose files m lists, with its manifest and
// sums, and returns the manifest's own sum. previous is the site published before,
// nil for a build that is not chained.
func Write(dir string, m *Manifest, previous *Published) (string, error) {
	m.Format = format
	var body []byte
	var err error
	switch {
	case previous == nil:
		body, err = m.Encode()
	case previous.same(m):
		body, err = previous.Body, keepChain(dir, m, previous.Chain, previous.Manifest.Chain)
	default:
		chain, lines := previous.next()
		if err = keepChain(dir, m, lines, chain); err == nil {
			body, err = m.Encode()
		}
	}
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(filepath.Join(dir, Name), body, 0o644); err != nil {
		return "", err
	}
	return Sum(body), os.WriteFile(filepath.Join(dir, SumsName), m.Sums(body), 0o644)
}

// keepChain writes the chain into the site and its list. A first publication that
// is repeated has none.
func keepChain(dir string, m *Manifest, lines []byte, chain *Chain) error {
	if chain == nil {
		return nil
	}
	m.Chain = chain
	m.Files = append(m.Files, File{Path: ChainName, Bytes: int64(len(lines)), SHA256: Sum(lines)})
	slices.SortFunc(m.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return os.WriteFile(filepath.Join(dir, ChainName), lines, 0o644)
}
