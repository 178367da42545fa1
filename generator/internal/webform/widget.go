package webform

import (
	"slices"
	"strings"

	"jindu/generator/internal/jsonschema"
	"jindu/generator/internal/schema"
)

// Widget is one field of the form.
type Widget struct {
	Name          string   `json:"name"`
	Label         string   `json:"label"`
	LabelSingular string   `json:"label_singular,omitempty"`
	Kind          string   `json:"widget"`
	Required      bool     `json:"required"`
	Hint          string   `json:"hint,omitempty"`
	Pattern       []string `json:"pattern,omitempty"` // the expression and what to say where it does not match
	Options       []option `json:"options,omitempty"`

	Multiple      bool     `json:"multiple,omitempty"` // of relation
	Collection    string   `json:"collection,omitempty"`
	File          string   `json:"file,omitempty"`
	ValueField    string   `json:"value_field,omitempty"`
	DisplayFields []string `json:"display_fields,omitempty"`
	SearchFields  []string `json:"search_fields,omitempty"`
	OptionsLength int      `json:"options_length,omitempty"`

	Format     string `json:"format,omitempty"` // of datetime
	DateFormat string `json:"date_format,omitempty"`
	TimeFormat *bool  `json:"time_format,omitempty"`

	Min       int      `json:"min,omitempty"` // of list and relation
	Max       int      `json:"max,omitempty"`
	Collapsed *bool    `json:"collapsed,omitempty"`
	Summary   string   `json:"summary,omitempty"`
	Field     *Widget  `json:"field,omitempty"`
	Fields    []Widget `json:"fields,omitempty"`
}

type option struct {
	Label string `json:"label"`
	Value string `json:"value"`
}

// refs says where the records are that fields refer to.
type refs struct {
	plan string // id of the plan whose projects, tasks and indicators are meant
}

func (to refs) widgets(r *schema.Record) []Widget {
	var out []Widget
	for _, f := range r.Fields {
		out = append(out, to.widget(f))
	}
	return out
}

// widget is the field of the form for a field of a record.
func (to refs) widget(f schema.Field) Widget {
	w := Widget{Name: f.Key, Label: f.Title.ZH, Required: f.Required, Hint: f.Help.ZH}
	switch {
	case f.Kind == schema.KindRecord:
		return to.record(w, f)
	case f.Kind == schema.KindRef:
		return to.relation(w, f)
	case f.List:
		f.List, w.Kind = false, "list"
		item := to.widget(f)
		item.Required, item.Hint = true, ""
		w.LabelSingular, w.Field, w.Collapsed = f.Title.ZH, &item, no()
		return atLeastOne(w)
	}
	return plain(w, f)
}

// plain is the widget of a single value.
func plain(w Widget, f schema.Field) Widget {
	w.Kind = "string"
	switch f.Kind {
	case schema.KindEnum:
		w.Kind, w.Options = "select", options(f.Choices)
		return w
	case schema.KindBool:
		w.Kind, w.Options = "select", []option{{"是", "true"}, {"否", "false"}}
		return w
	case schema.KindDate:
		w.Kind, w.Format, w.DateFormat, w.TimeFormat = "datetime", dateFormat, dateFormat, no()
	case schema.KindText:
		if isLong(f.Key) {
			w.Kind = "text"
		}
	}
	if f.Example != "" {
		w.Hint += "如：" + f.Example
	}
	if pattern, message := jsonschema.Pattern(f); pattern != "" {
		w.Pattern = []string{pattern, message}
	}
	return w
}

// record is a record that must be there, one that may be, or a list of them.
func (to refs) record(w Widget, f schema.Field) Widget {
	w.Fields = to.widgets(f.Record)
	if f.Required && !f.List {
		w.Kind = "object"
		return w
	}
	w.Kind, w.LabelSingular, w.Summary = "list", f.Record.Title.ZH, summary(f.Record)
	if maybe(f) {
		w.Max = 1
	}
	return atLeastOne(w)
}

// relation offers the names of the records that a field may refer to.
func (to refs) relation(w Widget, f schema.Field) Widget {
	w.Kind, w.OptionsLength = "relation", 1000
	list := func(collection, file, name string) {
		w.Collection, w.File, w.ValueField = collection, file, name+".*.id"
		w.SearchFields = []string{name + ".*.id"}
	}
	switch f.Ref {
	case "unit":
		list("units", "units", "units")
		w.DisplayFields = []string{"units.*.name"}
	case "project":
		list("plan-"+to.plan, "plan", "projects")
		w.DisplayFields = []string{"projects.*.title"}
	case "task":
		w.Collection, w.ValueField, w.SearchFields, w.DisplayFields = "tasks-"+to.plan, "id", []string{"id", "title"}, []string{"id", "title"}
	case "indicator":
		w.Collection, w.ValueField, w.SearchFields, w.DisplayFields = "indicators-"+to.plan, "id", []string{"id", "name"}, []string{"name"}
	}
	if w.Multiple = f.List; w.Multiple {
		return atLeastOne(w)
	}
	return w
}

func atLeastOne(w Widget) Widget {
	if w.Required {
		w.Min = 1
	}
	return w
}

// options shows each choice with when to choose it.
func options(choices []schema.Choice) []option {
	var out []option
	for _, c := range choices {
		label := c.Title.ZH
		if c.Help.ZH != "" {
			label += "（" + strings.TrimSuffix(c.Help.ZH, "。") + "）"
		}
		out = append(out, option{label, c.Value})
	}
	return out
}

const dateFormat = "YYYY-MM-DD"

func no() *bool { return new(bool) }

// isLong reports whether the texts of a key are written over several lines of the
// form.
func isLong(key string) bool {
	return slices.Contains([]string{
		"quote", "summary", "problems", "next", "correction", "authority", "note", "notes", "scope", "statement", "reason",
		"basis", "origin", "formula", "derived", "method_note", "result", "text",
	}, key)
}

// summary tells the entries of a list apart while they are folded: by what says
// when or which, and by their first text or number.
func summary(r *schema.Record) string {
	var when, what string
	for _, f := range r.Fields {
		switch {
		case f.List || !f.Required:
		case f.Kind == schema.KindDate || f.Kind == schema.KindPeriod || f.Kind == schema.KindID:
			when = firstOf(when, f.Key)
		case f.Kind == schema.KindText || f.Kind == schema.KindNumber:
			what = firstOf(what, f.Key)
		}
	}
	out := ""
	for _, key := range []string{when, what} {
		if key != "" {
			out += "　{{fields." + key + "}}"
		}
	}
	return strings.TrimPrefix(out, "　")
}

func firstOf(have, key string) string {
	if have != "" {
		return have
	}
	return key
}
