// Package jsonschema writes the schema of the data files as JSON Schema (draft
// 2020-12), for editors: titles, descriptions and messages in Chinese, and the
// keywords of the YAML language server (patternErrorMessage, enumDescriptions).
//
// The loader stays the authority. A schema sees values, not text, so it cannot
// know how a value was written (quotes, leading zeros, 1e3), what stands twice,
// characters that cannot be seen, or other files. agree_test.go lists the rules
// of the loader that lie beyond it, and holds the two together on all others.
package jsonschema

import (
	"bytes"
	"encoding/json"
	"path"

	"jindu/generator/internal/schema"
)

// Folder is where the schemas stand, below the project's root.
const Folder = ".vscode/schema"

// File is one schema as it is written.
type File struct {
	Name string // from the project's root
	Data string // the pattern of the data files it describes, below data/
	Text []byte
}

// Files makes the schema of every kind of data file.
func Files() []File {
	var out []File
	for _, f := range schema.Files() {
		out = append(out, File{Name: path.Join(Folder, f.Record.Name+".schema.json"), Data: f.Path, Text: text(f.Record)})
	}
	return out
}

// text is the schema of one kind of file. Records that stand below it are
// definitions, each once.
func text(r *schema.Record) []byte {
	defs := &definitions{}
	top := object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", r.Name + ".schema.json"},
		{"$comment", "Code generated from generator/internal/schema by \"schema --write\". DO NOT EDIT."},
	}
	top = append(top, defs.record(r)...)
	top = append(top, pair{"$defs", defs.all})
	return indented(top)
}

// definitions collects the records below a file's own, in the order of their
// first use.
type definitions struct{ all object }

func (d *definitions) ref(r *schema.Record) string {
	ref := "#/$defs/" + r.Name
	for _, p := range d.all {
		if p.key == r.Name {
			return ref
		}
	}
	at := len(d.all)
	d.all = append(d.all, pair{r.Name, nil}) // its place, before those below it
	d.all[at].value = d.record(r)
	return ref
}

func (d *definitions) record(r *schema.Record) object {
	var required []string
	properties := object{}
	for _, f := range r.Fields {
		if f.Required {
			required = append(required, f.Key)
		}
		properties = append(properties, pair{f.Key, d.field(f)})
	}
	out := object{{"title", r.Title.ZH}, {"type", "object"}, {"additionalProperties", false}}
	if required != nil {
		out = append(out, pair{"required", required})
	}
	return append(out, pair{"properties", properties})
}

func (d *definitions) field(f schema.Field) object {
	out := object{{"title", f.Title.ZH}}
	if words := describe(f); words != "" {
		out = append(out, pair{"description", words})
	}
	value := d.value(f)
	if !f.List {
		return append(out, value...)
	}
	out = append(out, pair{"type", "array"}, pair{"items", value})
	if f.Required {
		out = append(out, pair{"minItems", 1})
	}
	return out
}

// describe is what the editor shows of a field: what to write, and an example.
func describe(f schema.Field) string {
	words := f.Help.ZH
	if f.Example != "" {
		words += "如：" + f.Example
	}
	return words
}

// object is a JSON object whose keys keep their order.
type object []pair

type pair struct {
	key   string
	value any
}

// MarshalJSON writes the keys in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, p := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		key, value := encode(p.key), encode(p.value)
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// encode writes JSON without the escapes meant for HTML.
func encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil { // only strings, numbers, lists and objects come here
		panic(err)
	}
	return bytes.TrimSpace(b.Bytes())
}

func indented(v any) []byte {
	var b bytes.Buffer
	if err := json.Indent(&b, encode(v), "", "  "); err != nil {
		panic(err)
	}
	b.WriteByte('\n')
	return b.Bytes()
}
