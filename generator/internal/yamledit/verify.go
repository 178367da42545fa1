package yamledit

import (
	"errors"
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/schema"
)

// change is what an edit was meant to do at a path.
type change struct {
	kind  changeKind
	field schema.Field
	value Value
	keys  []string // of the record that gets a new key, in the schema's order
}

type changeKind int

const (
	replaced changeKind = iota
	added
	removed
)

// errSpill says that writing the value would have changed something else.
var errSpill = errors.New("the edit would have changed more than its value; edit the file by hand")

// verify reads what an edit wrote and compares it with what was there and what
// was meant. It also wants every comment kept, except by a removal.
func verify(before *source, after []byte, path Path, c change) error {
	now, err := read(after)
	if err != nil {
		return fmt.Errorf("%s: %w: %w", path, errSpill, err)
	}
	want := treeOf(before.root)
	if !apply(want, path, c) || !same(want, treeOf(now.root), true) {
		return fmt.Errorf("%s: %w", path, errSpill)
	}
	if c.kind != removed && !slices.Equal(before.commentTexts(), now.commentTexts()) {
		return fmt.Errorf("%s: %w", path, errSpill)
	}
	return nil
}

// tree is the meaning of a file, without its form.
type tree struct {
	kind     yaml.Kind
	tag      string // "" where any will do
	text     string
	keys     []string
	children []*tree
}

func treeOf(n *yaml.Node) *tree {
	t := &tree{kind: n.Kind, tag: n.ShortTag(), text: n.Value}
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			t.keys = append(t.keys, c.Value)
			continue
		}
		t.children = append(t.children, treeOf(c))
	}
	return t
}

// treeOfEntry is the meaning of what is to be written.
func treeOfEntry(e *entry) *tree {
	t := &tree{kind: yaml.ScalarNode, text: e.text}
	switch {
	case e.list:
		t.kind = yaml.SequenceNode
	case e.kind == schema.KindRecord:
		t.kind = yaml.MappingNode
	}
	for _, c := range e.children {
		if t.kind == yaml.MappingNode {
			t.keys = append(t.keys, c.key)
		}
		t.children = append(t.children, treeOfEntry(c))
	}
	return t
}

// apply makes the change in the tree. It reports whether the path leads there.
func apply(t *tree, path Path, c change) bool {
	for len(path) > 1 {
		i := t.index(path[0])
		if i < 0 || i >= len(t.children) {
			return false
		}
		t, path = t.children[i], path[1:]
	}
	i := t.index(path[0])
	if c.kind == removed {
		if i < 0 || i >= len(t.children) {
			return false
		}
		t.children = slices.Delete(t.children, i, i+1)
		if t.kind == yaml.MappingNode {
			t.keys = slices.Delete(t.keys, i, i+1)
		}
		return true
	}
	e, err := entryOf(c.field, c.value)
	if err != nil {
		return false
	}
	return t.put(path[0], i, treeOfEntry(e), c)
}

// index is the place of a step's child, or -1 for a key that is not there.
func (t *tree) index(s Step) int {
	if s.Key == "" {
		return s.Index
	}
	return slices.Index(t.keys, s.Key)
}

func (t *tree) put(s Step, i int, child *tree, c change) bool {
	switch {
	case i >= 0 && i < len(t.children) && (c.kind == replaced || t.children[i].tag == "!!null"):
		t.children[i] = child
	case s.Key == "" && t.kind == yaml.SequenceNode && i <= len(t.children):
		t.children = slices.Insert(t.children, i, child)
	case s.Key == "" && t.tag == "!!null" && i == 0: // "key:" becomes a list
		*t = tree{kind: yaml.SequenceNode, children: []*tree{child}}
	case s.Key != "" && i < 0 && t.kind == yaml.MappingNode:
		at := t.placeFor(s.Key, c.keys)
		t.keys = slices.Insert(t.keys, at, s.Key)
		t.children = slices.Insert(t.children, at, child)
	default:
		return false
	}
	return true
}

func (t *tree) placeFor(key string, order []string) int {
	at, nearest := 0, -1
	for i, k := range t.keys {
		if n := slices.Index(order, k); n >= 0 && n < slices.Index(order, key) && n > nearest {
			at, nearest = i+1, n
		}
	}
	return at
}

// same compares two meanings; ordered says that keys must stand in the same order.
func same(a, b *tree, ordered bool) bool {
	null := (a.tag == "!!null") != (b.tag == "!!null")
	tags := ordered && a.tag != "" && a.kind == yaml.ScalarNode && a.tag != b.tag
	if a.kind != b.kind || null || tags || a.text != b.text || len(a.children) != len(b.children) {
		return false
	}
	for i, child := range a.children {
		j := i
		if !ordered && a.kind == yaml.MappingNode {
			j = slices.Index(b.keys, a.keys[i])
		}
		if j < 0 || a.kind == yaml.MappingNode && a.keys[i] != b.keys[j] || !same(child, b.children[j], ordered) {
			return false
		}
	}
	return true
}
