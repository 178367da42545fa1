// Package yamledit writes data files: single values into files that people keep
// (edit.go), whole new files (render.go), and the one canonical style
// (format.go). It knows YAML and the schema, nothing of plans, and is the only
// writer of data files.
//
// An edit replaces, adds or removes the bytes of one value and no other byte.
// What it wrote is parsed again and compared with what was meant (verify.go), so
// that an edit either does exactly what was asked or fails.
package yamledit

import (
	"fmt"
	"strconv"
	"strings"

	"jindu/generator/internal/schema"
)

// Value is what to write: the text of a scalar as people type it, a list, or a
// record. At most one of List and Fields is set. Fields are written in the order
// of the schema, whatever their order here.
type Value struct {
	Text   string
	List   []Value
	Fields map[string]Value
}

// Step is one step down into a file: a key of a record or, where Key is "", an
// entry of a list, counted from 0.
type Step struct {
	Key   string
	Index int
}

// Path leads to a value, such as updates[2].as_of.
type Path []Step

// ParsePath reads a path as diagnostics write it: keys joined by dots, entries
// of lists in brackets.
func ParsePath(s string) (Path, error) {
	var path Path
	for i, part := range strings.Split(s, ".") {
		key, rest, listed := strings.Cut(part, "[")
		if key == "" {
			return nil, fmt.Errorf("no key before part %d of the path %q", i+1, s)
		}
		path = append(path, Step{Key: key})
		if !listed {
			continue
		}
		n, err := strconv.Atoi(strings.TrimSuffix(rest, "]"))
		if err != nil || n < 0 || !strings.HasSuffix(rest, "]") {
			return nil, fmt.Errorf("no entry number in the part %q of the path %q", part, s)
		}
		path = append(path, Step{Index: n})
	}
	return path, nil
}

// String is the reverse of ParsePath.
func (p Path) String() string {
	var b strings.Builder
	for i, s := range p {
		switch {
		case s.Key == "":
			fmt.Fprintf(&b, "[%d]", s.Index)
		case i > 0:
			b.WriteString("." + s.Key)
		default:
			b.WriteString(s.Key)
		}
	}
	return b.String()
}

// field finds what the schema says of the value at the path. For an entry of a
// list it is the list's field with List unset.
func (p Path) field(of *schema.Record) (schema.Field, error) {
	var f schema.Field
	for i, s := range p {
		switch {
		case s.Key == "" && !f.List:
			return f, fmt.Errorf("%s: not a list", p[:i])
		case s.Key == "":
			f.List = false
		case of == nil || f.List:
			return f, fmt.Errorf("%s: no key %q below it", p[:i], s.Key)
		default:
			next, ok := of.Field(s.Key)
			if !ok {
				return f, fmt.Errorf("%s: the schema has no such key", p[:i+1])
			}
			f, of = next, next.Record
		}
	}
	return f, nil
}
