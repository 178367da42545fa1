package yamledit

import (
	"bytes"
	"fmt"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/schema"
)

// Delete removes the key or entry at path with its lines. With its last entry a
// list goes as well.
func Delete(src []byte, record *schema.Record, path Path) ([]byte, error) {
	if _, err := path.field(record); err != nil {
		return nil, err
	}
	s, err := read(src)
	if err != nil {
		return nil, err
	}
	at := s.find(path)
	if at.value == nil {
		return nil, fmt.Errorf("%s: not in the file", path)
	}
	if at.key == nil && len(at.parent.Content) == 1 {
		path = path[:len(path)-1]
		at = s.find(path)
	}
	from, to, err := s.removed(at)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	out := s.splice(from, to, "")
	return out, verify(s, out, path, change{kind: removed})
}

// removed is the stretch of bytes that goes with a value.
func (s *source) removed(at location) (from, to int, err error) {
	node := at.parent
	switch {
	case at.flow || node.Style&yaml.FlowStyle != 0:
		return 0, 0, errFlow
	case at.key == nil:
		from = s.dashOf(at)
	case len(node.Content) == 2:
		return 0, 0, fmt.Errorf("it is the only key of its record")
	default:
		from = s.start[at.key]
	}
	end := s.end[at.value]
	if at.key != nil {
		end = s.entryEnd(node, at.index)
	}
	line := s.lineStart(from)
	if len(bytes.TrimSpace(s.raw[line:from])) == 0 {
		return line, s.nextLine(end), nil
	}
	if at.key != nil && at.index == 0 { // beside a dash: the next key moves up
		return from, s.start[node.Content[2]], nil
	}
	return 0, 0, errFlow
}

// dashOf is the place of the dash that begins an entry of a list: the last one
// in the list's column before the entry.
func (s *source) dashOf(at location) int {
	column := s.column(s.start[at.parent])
	for i := s.start[at.value] - 1; i > s.start[at.parent]; i-- {
		if s.raw[i] == '-' && s.column(i) == column {
			return i
		}
	}
	return s.start[at.parent]
}

// location is a value with what it belongs to.
type location struct {
	value  *yaml.Node // nil where there is none
	key    *yaml.Node // nil for an entry of a list
	parent *yaml.Node // the record or list
	index  int        // of the key or entry in parent.Content
	flow   bool       // inside brackets
}

// find follows a path as far as the file has it.
func (s *source) find(path Path) location {
	at := location{value: s.root}
	for _, step := range path {
		node := at.value
		next := location{parent: node, flow: at.flow || node.Style&yaml.FlowStyle != 0}
		switch {
		case step.Key == "" && node.Kind == yaml.SequenceNode && step.Index < len(node.Content):
			next.value, next.index = node.Content[step.Index], step.Index
		case step.Key != "" && node.Kind == yaml.MappingNode:
			for i := 0; i < len(node.Content); i += 2 {
				if node.Content[i].Value == step.Key {
					next.key, next.value, next.index = node.Content[i], node.Content[i+1], i
					break
				}
			}
		}
		if next.value == nil {
			return location{}
		}
		at = next
	}
	return at
}
