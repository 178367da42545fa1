package manifest

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
)

// archive is the folder of editions that never change.
const archive = "asof/"

// look is one listed file and what was found in its place.
type look struct {
	File
	missing bool
	taken   taken
	err     error
}

// whole reports whether the file is as the manifest has it.
func (l look) whole() bool {
	return !l.missing && l.err == nil && !l.taken.more && l.taken.bytes == l.Bytes && l.taken.sum == l.SHA256
}

// checkFiles looks at every file of the manifest, and at every file that is there.
func (v *verifier) checkFiles(ctx context.Context) error {
	if !v.listed {
		v.report(ruleUnlisted, v.Name)
	}
	looks, err := v.lookAtAll(ctx)
	if err != nil {
		return err
	}
	wrong := slices.DeleteFunc(looks, look.whole)
	moved, err := v.moved(ctx, wrong)
	if err != nil {
		return err
	}
	for _, l := range wrong {
		v.tell(l, wrong, moved)
	}
	taken := map[string]bool{}
	for _, name := range moved {
		taken[name] = true
	}
	for _, name := range v.strangers() {
		if !taken[name] {
			v.report(ruleAdded, name)
		}
	}
	return nil
}

func (v *verifier) lookAtAll(ctx context.Context) ([]look, error) {
	looks := make([]look, len(v.m.Files))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(max(4, runtime.GOMAXPROCS(0)))
	for i, f := range v.m.Files {
		g.Go(func() error {
			l := look{File: f}
			l.taken, l.err = v.take(ctx, f.Path, f.Bytes)
			l.missing = errors.Is(l.err, fs.ErrNotExist)
			looks[i] = l
			return ctx.Err()
		})
	}
	return looks, g.Wait()
}

// strangers are the files there that the manifest does not list, by name.
func (v *verifier) strangers() []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(v.sizes)) {
		if _, listed := v.m.file(name); !listed && !Reserved(name) {
			out = append(out, name)
		}
	}
	return out
}

// moved finds, for each missing file, one that is not listed and has its content.
func (v *verifier) moved(ctx context.Context, wrong []look) (map[string]string, error) {
	out := map[string]string{}
	strangers := v.strangers()
	for _, l := range wrong {
		if !l.missing {
			continue
		}
		// The nearest name first: a name that differs in case alone.
		slices.SortStableFunc(strangers, func(a, b string) int {
			return rank(strings.EqualFold(a, l.Path)) - rank(strings.EqualFold(b, l.Path))
		})
		for i, name := range strangers {
			if v.sizes[name] != l.Bytes {
				continue
			}
			t, err := v.take(ctx, name, l.Bytes)
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			if err == nil && !t.more && t.sum == l.SHA256 {
				out[l.Path] = name
				strangers = slices.Delete(strangers, i, i+1)
				break
			}
		}
	}
	return out, nil
}

func rank(first bool) int {
	if first {
		return 0
	}
	return 1
}

// tell names what happened to one file.
func (v *verifier) tell(l look, wrong []look, moved map[string]string) {
	d := v.what(l, wrong, moved)
	if strings.HasPrefix(l.Path, archive) {
		v.report(ruleArchived, l.Path, d.Message)
		return
	}
	v.found.Add(d)
}

func (v *verifier) what(l look, wrong []look, moved map[string]string) diag.Diagnostic {
	at := func(r diag.Rule, args ...any) diag.Diagnostic { return r.At(diag.Range{File: l.Path}, "", args...) }
	t := l.taken
	switch now := moved[l.Path]; {
	case now != "" && strings.EqualFold(now, l.Path):
		return at(ruleCase, now)
	case now != "":
		return at(ruleRenamed, now)
	case l.missing:
		return at(ruleMissing)
	case l.err != nil:
		return at(ruleUnreadable, l.err)
	case t.bytes == 0 && l.Bytes > 0:
		return at(ruleEmptied, l.Bytes)
	}
	if other, both := v.borrowed(l, wrong); other != "" {
		if both {
			return at(ruleSwapped, other)
		}
		return at(ruleCopied, other)
	}
	switch {
	case t.bytes < l.Bytes:
		return at(ruleShorter, l.Bytes, t.bytes)
	case t.more && t.sum == l.SHA256:
		return at(ruleTail, l.Bytes)
	case t.more:
		return at(ruleLonger, l.Bytes)
	}
	return at(ruleChanged)
}

// borrowed finds the listed file whose content stands in this place, and whether
// that one has this file's content in turn.
func (v *verifier) borrowed(l look, wrong []look) (name string, both bool) {
	sum := v.sumHere(l)
	for _, f := range v.m.Files {
		if f.SHA256 != sum || f.Path == l.Path {
			continue
		}
		i := slices.IndexFunc(wrong, func(w look) bool { return w.Path == f.Path })
		if i >= 0 && v.sumHere(wrong[i]) == l.SHA256 {
			return f.Path, true
		}
		if name == "" {
			name = f.Path
		}
	}
	return name, false
}

// sumHere is the sum of the whole file in the place of l; "" where no listed file
// has its size.
func (v *verifier) sumHere(l look) string {
	if !l.taken.more {
		return l.taken.sum
	}
	size, known := v.sizes[l.Path]
	if !known || !slices.ContainsFunc(v.m.Files, func(f File) bool { return f.Bytes == size }) {
		return ""
	}
	t, err := v.take(context.Background(), l.Path, size)
	if err != nil || t.more {
		return ""
	}
	return t.sum
}

// compareSums names the lines of SHA256SUMS that are not the manifest's.
func (v *verifier) compareSums(sums []byte) {
	want := strings.SplitAfter(string(v.m.Sums(v.body)), "\n")
	have := map[string]bool{}
	for line := range strings.Lines(string(sums)) {
		have[line] = true
	}
	differ := false
	for _, line := range want {
		name := strings.TrimSuffix(line[min(len(line), 66):], "\n")
		switch {
		case line == "" || have[line]:
			delete(have, line)
			continue
		case name == Name:
			v.report(ruleEdited, Name)
		default:
			v.report(ruleSums, SumsName, lang.Same(name))
		}
		differ = true
	}
	if !differ && (len(have) > 0 || string(sums) != strings.Join(want, "")) {
		v.report(ruleSums, SumsName, lang.T("有多余的行，或者行的次序不同", "lines too many, or in another order"))
	}
}
