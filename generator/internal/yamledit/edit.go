package yamledit

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/schema"
)

// Set gives the single value at path a text, as people type it. A key that is
// not there yet is added at its place in the schema's order; the record it
// belongs to must be there. A value that is set already keeps its bytes.
func Set(src []byte, record *schema.Record, path Path, text string) ([]byte, error) {
	f, err := path.field(record)
	if err != nil {
		return nil, err
	}
	if f.List || f.Kind == schema.KindRecord {
		return nil, fmt.Errorf("%s: not a single value", path)
	}
	s, err := read(src)
	if err != nil {
		return nil, err
	}
	value := Value{Text: text}
	found := s.find(path)
	if found.value == nil {
		return s.addKey(record, path, f, value)
	}
	if found.value.Kind != yaml.ScalarNode {
		return nil, fmt.Errorf("%s: holds no single value", path)
	}
	if found.value.Value == text && found.value.Tag != "!!null" {
		return src, nil
	}
	out := s.splice(s.replaced(found, scalar(f.Kind, text, false, s.placeOf(found))))
	return out, verify(s, out, path, change{kind: replaced, field: f, value: value})
}

// replaced is the stretch to replace by a scalar, and the text that goes there.
func (s *source) replaced(at location, text string) (from, to int, with string) {
	from, to = s.start[at.value], s.end[at.value]
	if at.value.Tag == "!!null" && from == to { // "key:" without a space
		return from, to, " " + text
	}
	return from, to, text
}

func (s *source) placeOf(at location) place {
	if at.key != nil {
		return place{indent: at.key.Column - 1, flow: at.flow}
	}
	return place{indent: at.parent.Column - 1, flow: at.flow}
}

// Append adds an entry at the end of the list at path.
func Append(src []byte, record *schema.Record, path Path, value Value) ([]byte, error) {
	return Insert(src, record, path, -1, value)
}

// Insert adds an entry to the list at path so that it becomes entry i; -1 is the
// end. A list that is not there yet is made. New lines follow the indentation of
// the entries around them.
func Insert(src []byte, record *schema.Record, path Path, i int, value Value) ([]byte, error) {
	f, err := path.field(record)
	if err != nil {
		return nil, err
	}
	if !f.List {
		return nil, fmt.Errorf("%s: not a list", path)
	}
	s, err := read(src)
	if err != nil {
		return nil, err
	}
	list := s.find(path).value
	if list == nil {
		return s.addKey(record, path, f, Value{List: []Value{value}})
	}
	if list.Kind != yaml.SequenceNode && list.Tag != "!!null" {
		return nil, fmt.Errorf("%s: holds no list", path)
	}
	if i < 0 {
		i = len(list.Content)
	}
	if i > len(list.Content) {
		return nil, fmt.Errorf("%s: has %d entries", path, len(list.Content))
	}
	item := f
	item.List = false
	e, err := entryOf(item, value)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	out, err := s.insertItem(s.find(path), i, e)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	at := append(slices.Clone(path), Step{Index: i})
	return out, verify(s, out, at, change{kind: added, field: item, value: value})
}

func (s *source) insertItem(at location, i int, e *entry) ([]byte, error) {
	list := at.value
	if len(list.Content) == 0 {
		return s.firstItem(at, e)
	}
	if list.Style&yaml.FlowStyle != 0 {
		return nil, errFlow
	}
	var w writer
	indent := list.Column - 1
	w.all([]*entry{e}, indent)
	if i > 0 {
		return s.insertLines(s.end[list.Content[i-1]], w.String()), nil
	}
	dash := s.start[list]
	if at := s.lineStart(dash); len(bytes.TrimSpace(s.raw[at:dash])) == 0 {
		return s.splice(at, at, w.String()), nil
	}
	return nil, errFlow
}

// firstItem puts the first entry into an empty list: "key: []" or "key:".
func (s *source) firstItem(at location, e *entry) ([]byte, error) {
	if at.flow || at.key == nil {
		return nil, errFlow
	}
	var w writer
	w.all([]*entry{e}, at.key.Column+1)
	from, to := s.start[at.value], s.end[at.value]
	for from > 0 && s.raw[from-1] == ' ' {
		from--
	}
	rest := s.raw[to:s.lineEnd(to)]
	return s.splice(from, s.lineEnd(to), string(rest)+"\n"+strings.TrimSuffix(w.String(), "\n")), nil
}

// insertLines puts lines below the line on which a value ends.
func (s *source) insertLines(end int, lines string) []byte {
	at := s.nextLine(end)
	if at == len(s.raw) && !bytes.HasSuffix(s.raw, []byte("\n")) {
		return s.splice(at, at, "\n"+strings.TrimSuffix(lines, "\n"))
	}
	return s.splice(at, at, lines)
}

// addKey adds a key to the record it belongs to, after the nearest key that the
// schema puts before it.
func (s *source) addKey(record *schema.Record, path Path, f schema.Field, value Value) ([]byte, error) {
	last := path[len(path)-1]
	if last.Key == "" {
		return nil, fmt.Errorf("%s: no such entry", path)
	}
	owner, parent := record, location{value: s.root}
	if len(path) > 1 {
		up, err := path[:len(path)-1].field(record)
		if err != nil {
			return nil, err
		}
		owner, parent = up.Record, s.find(path[:len(path)-1])
	}
	node := parent.value
	switch {
	case node == nil || node.Kind != yaml.MappingNode || len(node.Content) == 0:
		return nil, fmt.Errorf("%s: there is no record to add it to", path)
	case parent.flow || node.Style&yaml.FlowStyle != 0:
		return nil, fmt.Errorf("%s: %w", path, errFlow)
	}
	e, err := entryOf(f, value)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	e.key = last.Key
	out := s.insertKey(node, owner.Keys(), e)
	return out, verify(s, out, path, change{kind: added, field: f, value: value, keys: owner.Keys()})
}

func (s *source) insertKey(node *yaml.Node, order []string, e *entry) []byte {
	indent := node.Content[0].Column - 1
	var w writer
	if i := before(node, order, e.key); i >= 0 {
		w.all([]*entry{e}, indent)
		return s.insertLines(s.entryEnd(node, i), w.String())
	}
	w.entry(e, indent) // it takes the place of the first key, perhaps beside a dash
	at := s.start[node.Content[0]]
	return s.splice(at, at, w.String()+spaces(indent))
}

// before is the place, in the mapping, of the key after which a new one belongs,
// or -1.
func before(node *yaml.Node, order []string, key string) int {
	at, nearest := -1, -1
	for i := 0; i < len(node.Content); i += 2 {
		k := slices.Index(order, node.Content[i].Value)
		if k >= 0 && k < slices.Index(order, key) && k > nearest {
			at, nearest = i, k
		}
	}
	return at
}

// entryEnd is the end of the value of the key at i, or of the key's colon.
func (s *source) entryEnd(node *yaml.Node, i int) int {
	return max(s.end[node.Content[i+1]], s.end[node.Content[i]])
}
