package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/schema"
	"jindu/generator/internal/yamledit"
)

// form is what is filled in for one record: by flags in scripts, by answers at a
// terminal. Its blanks come from the schema, so that a new key is asked for
// without a change here.
type form struct {
	blanks []*blank
	// insists reports whether what was answered so far calls for a record below
	// that is optional by itself; nil never does.
	insists func(group string) bool
}

// blank is one value to fill in.
type blank struct {
	field  schema.Field
	group  *schema.Field // the record it stands in, nil for the form's own
	flag   string
	values []string // at most one, but of a list
}

// newForm makes the blanks of a record. Records below it have theirs where they
// are required or named in with; left names keys that are given otherwise.
func newForm(record *schema.Record, with, left []string) *form {
	f := &form{}
	for _, field := range record.Fields {
		switch {
		case slices.Contains(left, field.Key), field.Later:
		case field.Kind != schema.KindRecord:
			f.blanks = append(f.blanks, &blank{field: field, flag: dashed(field.Key)})
		case field.Required || slices.Contains(with, field.Key):
			for _, below := range field.Record.Fields {
				if below.Kind != schema.KindRecord && !below.Later {
					f.blanks = append(f.blanks, &blank{field: below, group: &field, flag: dashed(field.Key + "-" + below.Key)})
				}
			}
		}
	}
	return f
}

func dashed(key string) string { return strings.ReplaceAll(key, "_", "-") }

// register makes a flag of each blank.
func (f *form) register(flags *pflag.FlagSet) {
	for _, b := range f.blanks {
		usage := b.field.Title.ZH + " / " + b.field.Title.EN
		if b.group != nil {
			usage = b.group.Title.ZH + "：" + usage
		}
		if len(b.field.Choices) > 0 {
			usage += "（" + strings.Join(choices(b.field), "、") + "）"
		}
		flags.Var(b, b.flag, usage)
	}
}

// Set takes the flag's value; a list takes one entry each time it is given.
func (b *blank) Set(s string) error {
	switch {
	case strings.TrimSpace(s) == "":
	case b.field.List:
		b.values = append(b.values, s)
	default:
		b.values = []string{s}
	}
	return nil
}

// String and Type make a blank a flag's value.
func (b *blank) String() string { return strings.Join(b.values, "、") }

// Type is what the usage shows for the value.
func (b *blank) Type() string { return string(b.field.Kind) }

func choices(f schema.Field) []string {
	var out []string
	for _, c := range f.Choices {
		out = append(out, c.Value)
	}
	return out
}

// needed reports whether a blank must be filled: a required one of the record,
// or of a record below it that is required or begun.
func (f *form) needed(b *blank) bool {
	return b.field.Required && (b.group == nil || b.group.Required || f.begun(b.group.Key))
}

// begun reports whether any value of a record below is given.
func (f *form) begun(group string) bool {
	return slices.ContainsFunc(f.blanks, func(b *blank) bool {
		return b.group != nil && b.group.Key == group && len(b.values) > 0
	})
}

// missing lists the blanks that must be filled and are not.
func (f *form) missing() []*blank {
	var out []*blank
	for _, b := range f.blanks {
		if f.needed(b) && len(b.values) == 0 {
			out = append(out, b)
		}
	}
	return out
}

// missingError names the flags to give.
func (f *form) missingError(l lang.Lang) error {
	var out []string
	for _, b := range f.missing() {
		out = append(out, "--"+b.flag+lang.T("（"+b.field.Title.ZH+"）", " ("+b.field.Title.EN+")").In(l))
	}
	return usageError{fmt.Errorf(lang.T("还缺：%s", "missing: %s").In(l), strings.Join(out, lang.T("、", ", ").In(l)))}
}

// get is the value of the record's own key, or "".
func (f *form) get(key string) string {
	for _, b := range f.blanks {
		if b.group == nil && b.field.Key == key && len(b.values) > 0 {
			return b.values[0]
		}
	}
	return ""
}

// value is what was filled in, ready to be written.
func (f *form) value() yamledit.Value {
	out := yamledit.Value{Fields: map[string]yamledit.Value{}}
	for _, b := range f.blanks {
		if len(b.values) == 0 {
			continue
		}
		into := out.Fields
		if b.group != nil {
			into = groupOf(out.Fields, *b.group)
		}
		into[b.field.Key] = b.value()
	}
	return out
}

// groupOf is the record below with the key, made when it is first asked for; of
// a list, its one entry.
func groupOf(fields map[string]yamledit.Value, group schema.Field) map[string]yamledit.Value {
	v, ok := fields[group.Key]
	switch {
	case ok && group.List:
		return v.List[0].Fields
	case ok:
		return v.Fields
	}
	made := yamledit.Value{Fields: map[string]yamledit.Value{}}
	if group.List {
		fields[group.Key] = yamledit.Value{List: []yamledit.Value{made}}
	} else {
		fields[group.Key] = made
	}
	return made.Fields
}

func (b *blank) value() yamledit.Value {
	if !b.field.List {
		return yamledit.Value{Text: b.values[0]}
	}
	var out yamledit.Value
	for _, v := range b.values {
		out.List = append(out.List, yamledit.Value{Text: v})
	}
	return out
}
