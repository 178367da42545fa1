package manifest

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"strings"

	"aead.dev/minisign"

	"jindu/generator/internal/lang"
)

const maxChain = 64 << 20

// checkChain follows the chain from the first manifest to this one, and looks for
// the one that a reader kept.
func (v *verifier) checkChain(ctx context.Context) error {
	body, ok, err := v.optional(ctx, ChainName, maxChain)
	if err != nil {
		return err
	}
	links, cut := parseChain(body)
	switch c := v.m.Chain; {
	case c == nil && ok:
		v.report(ruleUnlinked, ChainName)
	case c == nil:
	case !ok:
		v.report(ruleNoChain, ChainName)
	case cut != nil:
		v.report(ruleChainCut, ChainName, lang.Same(cut.Error()))
	case len(links) != c.Number-1:
		v.report(ruleChainCut, ChainName, lang.T("清单是第%d份，链条有%d行", "the manifest is number %d, the chain has %d lines").Sprintf(c.Number, len(links)))
	case links[len(links)-1].sum != c.Previous:
		v.report(ruleLink, ChainName)
	}
	if v.Since != nil {
		v.checkSince(body, links)
	}
	return nil
}

// checkSince looks for the kept manifest: it must be this one or stand in the
// chain, after the very lines that it was published with.
func (v *verifier) checkSince(body []byte, links []link) {
	kept, sum, n := v.Since, Sum(v.Kept), v.Since.number()
	switch {
	case sum == Sum(v.body):
	case v.m.number() < n:
		v.report(ruleOlder, Name, v.m.number(), n)
	case len(links) < n || links[n-1].sum != sum:
		v.report(ruleForgot, ChainName, kept.AsOf, n)
	default:
		lines := bytes.SplitAfter(body, []byte("\n"))
		f, listed := kept.file(ChainName)
		if listed && f.SHA256 != Sum(bytes.Join(lines[:n-1], nil)) {
			v.report(ruleRewritten, ChainName)
		}
	}
}

// checkSignature tells whether the sums are signed by the key given.
func (v *verifier) checkSignature(ctx context.Context) (bool, error) {
	text, ok, err := v.optional(ctx, Signature, 64<<10)
	if err != nil {
		return false, err
	}
	var s minisign.Signature
	switch {
	case !ok && v.Key == nil:
	case !ok:
		v.report(ruleUnsigned, Signature)
	case s.UnmarshalText(text) != nil:
		v.report(ruleBadSignature, Signature)
	case v.Key == nil:
		v.report(ruleUncheckedKey, Signature)
	case s.KeyID != v.Key.ID():
		v.report(ruleOtherKey, Signature, keyName(s.KeyID))
	case v.sums == nil || !minisign.Verify(*v.Key, v.sums, text):
		v.report(ruleForged, Signature)
	default:
		return true, nil
	}
	return false, nil
}

// keyName is a key's id as minisign prints it.
func keyName(id uint64) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for shift := 60; shift >= 0; shift -= 4 {
		b.WriteByte(digits[id>>shift&15])
	}
	return b.String()
}

// ReadPublished reads the manifest and chain of the site that stands, for the next
// one to be chained to. It refuses one whose chain is cut: a link to it would hide
// that.
func ReadPublished(ctx context.Context, p *Place) (*Published, error) {
	body, err := p.read(ctx, Name, maxManifest)
	if err != nil {
		return nil, err
	}
	m, err := Parse(body)
	if err != nil {
		return nil, err
	}
	out := &Published{Manifest: m, Body: body}
	if m.Chain == nil {
		return out, nil
	}
	out.Chain, err = p.read(ctx, ChainName, maxChain)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errCut
	}
	if err != nil {
		return nil, err
	}
	links, cut := parseChain(out.Chain)
	if cut != nil || len(links) != m.Chain.Number-1 || links[len(links)-1].sum != m.Chain.Previous {
		return nil, errCut
	}
	return out, nil
}

var errCut = errors.New("the chain of the site before is cut: run verify on it")
