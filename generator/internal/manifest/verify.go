package manifest

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"

	"aead.dev/minisign"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
)

// Options say what a site is held against besides its own manifest.
type Options struct {
	Key   *minisign.PublicKey // the operator's; nil: the signature is not checked
	Since *Manifest           // a manifest kept from before; may be nil
	Kept  []byte              // its bytes
}

// Result is what a check found.
type Result struct {
	Manifest *Manifest // nil where there is none that can be read
	Sum      string    // of manifest.json
	Signed   bool      // by the key that was given
	Problems diag.List // sorted; warnings tell what could not be looked at
}

// verifier checks one place.
type verifier struct {
	*Place
	Options
	m     *Manifest
	body  []byte // manifest.json
	sums  []byte // SHA256SUMS, nil where there is none
	found diag.List
}

// Verify compares the site with its manifest, the manifest with its sums, chain
// and signature, and reports every difference by name. The error is one of input
// alone, such as an address that does not answer.
func Verify(ctx context.Context, p *Place, o Options) (*Result, error) {
	v := &verifier{Place: p, Options: o, found: append(diag.List(nil), p.problems...)}
	body, err := v.read(ctx, Name, maxManifest)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		v.report(ruleNoManifest, Name)
		return &Result{Problems: v.found.Sorted()}, nil
	case err != nil:
		return nil, err
	}
	m, err := Parse(body)
	if err != nil {
		v.report(ruleBadManifest, Name, lang.Same(err.Error()))
		return &Result{Sum: Sum(body), Problems: v.found.Sorted()}, nil
	}
	v.m, v.body = m, body
	for _, step := range []func(context.Context) error{v.checkFiles, v.checkSums, v.checkMarker, v.checkChain} {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	signed, err := v.checkSignature(ctx)
	return &Result{Manifest: m, Sum: Sum(body), Signed: signed, Problems: v.found.Sorted()}, err
}

func (v *verifier) report(r diag.Rule, name string, args ...any) {
	v.found.Add(r.At(diag.Range{File: name}, "", args...))
}

// optional reads a file that may be missing.
func (v *verifier) optional(ctx context.Context, name string, limit int64) ([]byte, bool, error) {
	body, err := v.read(ctx, name, limit)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	return body, err == nil, err
}

// checkSums compares SHA256SUMS with the manifest, line by line.
func (v *verifier) checkSums(ctx context.Context) error {
	sums, ok, err := v.optional(ctx, SumsName, maxManifest)
	if err != nil {
		return err
	}
	if !ok {
		v.report(ruleNoSums, SumsName)
		return nil
	}
	v.sums = sums
	v.compareSums(sums)
	return nil
}

// checkMarker compares what the manifest says of the build with build.json.
func (v *verifier) checkMarker(ctx context.Context) error {
	if _, listed := v.m.file(MarkerName); !listed {
		return nil
	}
	body, ok, err := v.optional(ctx, MarkerName, 1<<20)
	if err != nil || !ok {
		return err
	}
	var marker struct {
		AsOf    string `json:"as_of"`
		Commit  string `json:"commit"`
		Version string `json:"version"`
	}
	if json.Unmarshal(body, &marker) != nil {
		return nil // its sum is wrong, which has been said
	}
	for _, x := range []struct {
		rule      diag.Rule
		ours, its string
	}{{ruleAsOf, v.m.AsOf, marker.AsOf}, {ruleCommit, v.m.Source.Commit, marker.Commit}, {ruleVersion, v.m.Versions.Generator, marker.Version}} {
		if x.ours != x.its {
			v.report(x.rule, Name, orNone(x.ours), orNone(x.its))
		}
	}
	return nil
}

// MarkerName is the file for monitoring; it repeats day, commit and version.
const MarkerName = "build.json"

func orNone(s string) lang.Text {
	if s == "" {
		return lang.T("（没有）", "(none)")
	}
	return lang.Same(s)
}
