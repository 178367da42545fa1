// Package schema describes the records of the data files: their keys, what each
// means, and what may stand there. It is pure data. The loader checks files
// against it, and whatever tells people about the files (JSON Schema, forms,
// the field guide) is written from it, so that none of them can drift.
package schema

import "jindu/generator/internal/lang"

// Kind is what a field's value looks like.
type Kind string

// The kinds of value. A date is YYYY-MM-DD; a period is a year, half-year,
// quarter, month, span of months or day; a number is a plain decimal.
const (
	KindText   Kind = "text"
	KindID     Kind = "id"
	KindRef    Kind = "ref" // the id of another record, of Field.Ref
	KindEnum   Kind = "enum"
	KindDate   Kind = "date"
	KindPeriod Kind = "period"
	KindNumber Kind = "number"
	KindInt    Kind = "int"
	KindBool   Kind = "bool"
	KindURL    Kind = "url"
	KindRecord Kind = "record"
)

// IDPattern is the form of every id: lower-case ASCII words joined by hyphens.
const IDPattern = `^[a-z0-9]+(-[a-z0-9]+)*$`

// MaxID is the longest id in characters.
const MaxID = 64

// Field is one key of a record.
type Field struct {
	Key      string
	Kind     Kind
	List     bool // the value is a list of Kind
	Required bool
	Title    lang.Text
	Help     lang.Text // what to write, for a person who fills it in
	Example  string    // a value that would be right, as typed
	Choices  []Choice  // of KindEnum
	Ref      string    // of KindRef: the record referred to: unit, project, task, indicator
	Record   *Record   // of KindRecord
	Pattern  string    // of KindText: a regular expression the whole text matches
	Later    bool      // comes to light after the record is written: nobody is asked for it then
}

// Choice is one allowed value of an enum.
type Choice struct {
	Value string
	Title lang.Text
	Help  lang.Text // when to choose it
}

// Record is a mapping with named keys, in the order people write them.
type Record struct {
	Name   string
	Title  lang.Text
	Fields []Field
}

// Field returns the field with the key.
func (r *Record) Field(key string) (Field, bool) {
	for _, f := range r.Fields {
		if f.Key == key {
			return f, true
		}
	}
	return Field{}, false
}

// Keys returns the keys in the order people write them.
func (r *Record) Keys() []string {
	keys := make([]string, len(r.Fields))
	for i, f := range r.Fields {
		keys[i] = f.Key
	}
	return keys
}

// File is one place in the data folder and the record that stands there. A "*"
// in Path is any id; the last one equals the record's own id.
type File struct {
	Path   string
	Record *Record
}

// Files lists every place where a data file may stand, relative to the data
// folder.
func Files() []File {
	return []File{
		{Path: "site.yaml", Record: Site()},
		{Path: "units.yaml", Record: Units()},
		{Path: "*/plan.yaml", Record: Plan()},
		{Path: "*/tasks/*.yaml", Record: Task()},
		{Path: "*/indicators/*.yaml", Record: Indicator()},
	}
}
