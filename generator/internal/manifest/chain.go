package manifest

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Published is a manifest that was published, with the chain it carried.
type Published struct {
	Manifest *Manifest
	Body     []byte // manifest.json, byte for byte
	Chain    []byte // manifest-chain.txt, empty for the first
}

// link is one line of the chain: a manifest published before.
type link struct {
	number int
	sum    string
	asOf   string
	commit string // "-" where unknown
}

// line is the link as it stands in the file.
func (l link) line() string { return fmt.Sprintf("%d %s %s %s\n", l.number, l.sum, l.asOf, l.commit) }

// number is the manifest's place in the chain: 1 for one without a link.
func (m *Manifest) number() int {
	if m.Chain == nil {
		return 1
	}
	return m.Chain.Number
}

// next is the chain that a manifest after p carries.
func (p *Published) next() (*Chain, []byte) {
	l := link{number: p.Manifest.number(), sum: Sum(p.Body), asOf: p.Manifest.AsOf, commit: p.Manifest.Source.Commit}
	if l.commit == "" {
		l.commit = "-"
	}
	return &Chain{Number: l.number + 1, Previous: l.sum}, append(slices.Clone(p.Chain), l.line()...)
}

// parseChain reads manifest-chain.txt. The error names the first line that does
// not follow from the one before it.
func parseChain(body []byte) ([]link, error) {
	if len(body) == 0 {
		return nil, nil
	}
	if !bytes.HasSuffix(body, []byte("\n")) {
		return nil, errors.New("the last line is not whole")
	}
	var out []link
	for text := range strings.Lines(string(body)) {
		l, err := parseLink(text)
		if err != nil || l.number != len(out)+1 || l.line() != text {
			return nil, fmt.Errorf("line %d", len(out)+1)
		}
		out = append(out, l)
	}
	return out, nil
}

func parseLink(text string) (link, error) {
	parts := strings.Fields(text)
	if len(parts) != 4 || !hexSum.MatchString(parts[1]) || !isoDate.MatchString(parts[2]) || parts[3] != "-" && !hexHash.MatchString(parts[3]) {
		return link{}, errors.New("not a link")
	}
	n, err := strconv.Atoi(parts[0])
	return link{n, parts[1], parts[2], parts[3]}, err
}

// same reports whether p published just what m is to publish: then m is no new
// publication.
func (p *Published) same(m *Manifest) bool {
	old := *p.Manifest
	old.Chain = nil
	old.Files = slices.DeleteFunc(slices.Clone(old.Files), func(f File) bool { return f.Path == ChainName })
	a, errA := old.Encode()
	b, errB := m.Encode()
	return errA == nil && errB == nil && bytes.Equal(a, b)
}
