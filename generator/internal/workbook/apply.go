package workbook

import (
	"slices"
	"strings"

	"jindu/generator/internal/yamledit"
)

// Apply makes the change in the bytes of its file.
func (x *Change) Apply(src []byte) ([]byte, error) {
	l := x.sheet.list
	if x.New {
		return yamledit.Insert(src, l.file, yamledit.Path{{Key: l.key}}, x.entry, x.record())
	}
	record := yamledit.Path{{Key: l.key}, {Index: x.entry}}
	var err error
	for _, c := range x.sheet.Columns {
		if _, _, piece := strings.Cut(c.Key, "."); c.Key == "" || piece {
			continue
		}
		if src, err = x.set(src, append(slices.Clone(record), yamledit.Step{Key: c.Key}), c.Key); err != nil {
			return nil, err
		}
	}
	return x.evidence(src, append(slices.Clone(record), yamledit.Step{Key: "evidence"}))
}

// set gives one value its text, if it is another one now.
func (x *Change) set(src []byte, path yamledit.Path, key string) ([]byte, error) {
	now, was := x.readings[key].value, x.of.Values[key]
	switch now {
	case was:
		return src, nil
	case "":
		return yamledit.Delete(src, x.sheet.list.file, path)
	}
	return yamledit.Set(src, x.sheet.list.file, path, now)
}

// evidence edits the pieces that are there, adds what is new and takes away what
// was emptied: the last first, so that the others keep their places.
func (x *Change) evidence(src []byte, path yamledit.Path) (_ []byte, err error) {
	for i := range x.sheet.groups {
		switch {
		case i < x.of.pieces && x.begun(groupName(i)):
			for _, key := range x.keys(i) {
				_, name, _ := strings.Cut(key, ".")
				at := append(slices.Clone(path), yamledit.Step{Index: i}, yamledit.Step{Key: name})
				if src, err = x.set(src, at, key); err != nil {
					return nil, err
				}
				for _, old := range x.outdated(key) {
					_, name, _ := strings.Cut(old, ".")
					if src, err = yamledit.Delete(src, x.sheet.list.file, append(slices.Clone(path), yamledit.Step{Index: i}, yamledit.Step{Key: name})); err != nil {
						return nil, err
					}
				}
			}
		case i >= x.of.pieces && x.begun(groupName(i)):
			if src, err = yamledit.Append(src, x.sheet.list.file, path, x.piece(i)); err != nil {
				return nil, err
			}
		}
	}
	for i := min(x.sheet.groups, x.of.pieces) - 1; i >= 0; i-- {
		if !x.begun(groupName(i)) {
			if src, err = yamledit.Delete(src, x.sheet.list.file, append(slices.Clone(path), yamledit.Step{Index: i})); err != nil {
				return nil, err
			}
		}
	}
	return src, nil
}

// keys are the columns of a piece of evidence.
func (x *Change) keys(i int) []string {
	var out []string
	for _, c := range x.sheet.Columns {
		if strings.HasPrefix(c.Key, groupName(i)+".") {
			out = append(out, c.Key)
		}
	}
	return out
}

// record is the whole new record.
func (x *Change) record() yamledit.Value {
	out := map[string]yamledit.Value{}
	for key, text := range x.sheet.list.fixed {
		out[key] = yamledit.Value{Text: text}
	}
	for key, r := range x.readings {
		if _, _, piece := strings.Cut(key, "."); !piece && r.value != "" {
			out[key] = yamledit.Value{Text: r.value}
		}
	}
	var pieces []yamledit.Value
	for i := range x.sheet.groups {
		if x.begun(groupName(i)) {
			pieces = append(pieces, x.piece(i))
		}
	}
	if pieces != nil {
		out["evidence"] = yamledit.Value{List: pieces}
	}
	return yamledit.Value{Fields: out}
}

func (x *Change) piece(i int) yamledit.Value {
	out := map[string]yamledit.Value{}
	for _, key := range x.keys(i) {
		if v := x.readings[key].value; v != "" {
			_, name, _ := strings.Cut(key, ".")
			out[name] = yamledit.Value{Text: v}
		}
	}
	return yamledit.Value{Fields: out}
}
