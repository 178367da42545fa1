package yamledit

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"jindu/generator/internal/schema"
)

// New writes a whole file: a record with the fields given, in the canonical
// style.
func New(record *schema.Record, fields map[string]Value) ([]byte, error) {
	entries, err := entriesOf(record, fields)
	if err != nil {
		return nil, err
	}
	var w writer
	w.all(entries, 0)
	return []byte(w.String()), nil
}

// entry is one key of a record or, where key is "", one entry of a list, ready
// to be written.
type entry struct {
	key      string
	kind     schema.Kind
	text     string
	quoted   bool
	list     bool
	children []*entry // of a list or a record

	head []string // comments on lines above
	tail string   // comment at the end of the line
}

func entriesOf(record *schema.Record, fields map[string]Value) ([]*entry, error) {
	var out []*entry
	for _, f := range record.Fields {
		v, ok := fields[f.Key]
		if !ok {
			continue
		}
		e, err := entryOf(f, v)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Key, err)
		}
		e.key = f.Key
		out = append(out, e)
	}
	if len(out) < len(fields) {
		for _, key := range slices.Sorted(maps.Keys(fields)) {
			if _, known := record.Field(key); !known {
				return nil, fmt.Errorf("%s: the schema has no such key", key)
			}
		}
	}
	return out, nil
}

func entryOf(f schema.Field, v Value) (*entry, error) {
	e := &entry{kind: f.Kind, list: f.List}
	var err error
	switch {
	case f.List:
		if v.Text != "" || v.Fields != nil {
			return nil, fmt.Errorf("takes a list")
		}
		f.List = false
		for i, item := range v.List {
			child, err := entryOf(f, item)
			if err != nil {
				return nil, fmt.Errorf("[%d]: %w", i, err)
			}
			e.children = append(e.children, child)
		}
	case f.Kind == schema.KindRecord:
		if v.Text != "" || v.List != nil || len(v.Fields) == 0 {
			return nil, fmt.Errorf("takes a record with at least one key")
		}
		e.children, err = entriesOf(f.Record, v.Fields)
	default:
		if v.List != nil || v.Fields != nil {
			return nil, fmt.Errorf("takes a single value")
		}
		e.text = v.Text
	}
	return e, err
}

// writer writes entries in the canonical style: two spaces a level, lists
// indented under their key.
type writer struct{ strings.Builder }

func (w *writer) all(entries []*entry, indent int) {
	for _, e := range entries {
		w.head(e, indent)
		w.WriteString(spaces(indent))
		w.entry(e, indent)
	}
}

func (w *writer) head(e *entry, indent int) {
	for _, line := range e.head {
		w.WriteString(spaces(indent) + line + "\n")
	}
}

// entry writes one entry whose line is already indented.
func (w *writer) entry(e *entry, indent int) {
	lead := "-"
	if e.key != "" {
		lead = e.key + ":"
	}
	switch {
	case e.list && len(e.children) == 0:
		w.line(lead+" []", e.tail)
	case e.list || e.kind == schema.KindRecord && e.key != "":
		w.line(lead, e.tail)
		w.all(e.children, indent+2)
	case e.kind == schema.KindRecord:
		w.item(e, indent)
	default:
		first, rest, more := strings.Cut(scalar(e.kind, e.text, e.quoted, place{indent: indent}), "\n")
		w.line(lead+" "+first, e.tail)
		if more {
			w.WriteString(rest + "\n")
		}
	}
}

// item writes a record as an entry of a list: its first key stands beside the
// dash.
func (w *writer) item(e *entry, indent int) {
	first := e.children[0]
	w.WriteString("- ")
	w.entry(first, indent+2)
	w.all(e.children[1:], indent+2)
}

func (w *writer) line(text, comment string) {
	w.WriteString(text)
	if comment != "" {
		w.WriteString(" " + comment)
	}
	w.WriteString("\n")
}

func spaces(n int) string { return strings.Repeat(" ", n) }
