package yamledit

import (
	"cmp"
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/schema"
)

// Format writes a file in the canonical style: two spaces a level, no brackets,
// lists indented under their key, keys in the order of the schema, scalars as
// scalar.go says, no empty lines, "\n" at the end of each line. Comments stay
// with what they speak of. The meaning is compared before and after.
func Format(src []byte, record *schema.Record) ([]byte, error) {
	s, err := read(src)
	if err != nil {
		return nil, err
	}
	var order []placed
	entries, err := s.record(s.root, record, "", &order)
	if err != nil {
		return nil, err
	}
	below := attach(s.comments(), order)
	hoist(entries)
	var w writer
	w.all(entries, 0)
	for _, line := range below {
		w.WriteString(line + "\n")
	}
	out := []byte(w.String())
	now, err := read(out)
	if err != nil {
		return nil, fmt.Errorf("cannot be written in the canonical style: %w", err)
	}
	if !same(treeOf(s.root), treeOf(now.root), false) || len(s.comments()) != len(now.comments()) {
		return nil, fmt.Errorf("cannot be written in the canonical style without a change of meaning")
	}
	return out, nil
}

// record reads a mapping as entries in the schema's order, and notes each in the
// order of the file.
func (s *source) record(n *yaml.Node, r *schema.Record, path string, order *[]placed) ([]*entry, error) {
	if n.Kind != yaml.MappingNode || r == nil {
		return nil, fmt.Errorf("line %d: %q takes a record", n.Line, path)
	}
	var out []*entry
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		f, ok := r.Field(key.Value)
		if !ok || slices.ContainsFunc(out, func(e *entry) bool { return e.key == key.Value }) {
			return nil, fmt.Errorf("line %d: unknown or repeated key %q", key.Line, key.Value)
		}
		e, err := s.entry(value, f, key.Value, key.Line, order)
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	keys := r.Keys()
	slices.SortStableFunc(out, func(a, b *entry) int {
		return cmp.Compare(slices.Index(keys, a.key), slices.Index(keys, b.key))
	})
	return out, nil
}

// entry reads the value of a key, or an entry of a list where key is "".
func (s *source) entry(n *yaml.Node, f schema.Field, key string, line int, order *[]placed) (e *entry, err error) {
	e = &entry{key: key, kind: f.Kind, list: f.List}
	*order = append(*order, placed{e, line})
	switch {
	case f.List:
		if n.Kind != yaml.SequenceNode {
			return nil, fmt.Errorf("line %d: %q takes a list", n.Line, key)
		}
		f.List = false
		for _, c := range n.Content {
			child, err := s.entry(c, f, "", c.Line, order)
			if err != nil {
				return nil, err
			}
			e.children = append(e.children, child)
		}
	case f.Kind == schema.KindRecord:
		e.children, err = s.record(n, f.Record, key, order)
		if err == nil && len(e.children) == 0 {
			err = fmt.Errorf("line %d: an empty record", n.Line)
		}
	case n.Kind != yaml.ScalarNode || n.Tag == "!!null":
		err = fmt.Errorf("line %d: %q takes a value", n.Line, f.Key)
	default:
		e.text, e.quoted = n.Value, n.Style&quoted != 0
	}
	return e, err
}

// hoist moves the comments above the first key of an entry of a list to above
// the entry, where there is room for them.
func hoist(entries []*entry) {
	for _, e := range entries {
		hoist(e.children)
		if e.key != "" || e.kind != schema.KindRecord {
			continue
		}
		for _, c := range e.children[:1] {
			e.head = append(e.head, c.head...)
			c.head = nil
			if e.tail != "" { // the entry has no line of its own
				e.head, e.tail = append(e.head, e.tail), ""
			}
		}
	}
}
