package compare

import (
	"strings"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/schema"
)

// field is one value of a record as text, by its key in the file: "due",
// "issued.lead".
type field struct {
	key   string
	value string // "" where it is not given
	at    diag.Range
}

func text(key string, v plan.String) field { return field{key, v.V, v.At} }

func date(key string, v plan.DateValue) field {
	if !v.Given() {
		return field{key: key}
	}
	return field{key, v.V.String(), v.At}
}

func flag(key string, v bool, at diag.Range) field {
	if !v {
		return field{key: key}
	}
	return field{key, "true", at}
}

func texts(key string, list []plan.String) field {
	f := field{key: key}
	var all []string
	for _, v := range list {
		all = append(all, v.V)
		f.at = v.At
	}
	f.value = strings.Join(all, "\n")
	return f
}

// fields compares the values of one record, field by field, and reports each one
// that is not the same by f. Both lists must hold the same keys.
func fields(before, after []field, f func(b, a field)) {
	for i := range before {
		if before[i].value != after[i].value {
			f(before[i], after[i])
		}
	}
}

// label is what the field is called in forms: the titles along its path. A field
// of the English part carries its language in its own title.
func label(r *schema.Record, key string) lang.Text {
	out := lang.Text{}
	for part := range strings.SplitSeq(key, ".") {
		f, _ := r.Field(part)
		switch {
		case part == "en":
		case out.ZH == "":
			out = f.Title
		default:
			out = lang.T("%s·%s", "%s, %s").Sprintf(out, f.Title)
		}
		r = f.Record
	}
	return out
}

// shown is a value as readers know it: the title of a choice, the names of units,
// a day in words. What is not given is said so.
func (l *list) shown(r *schema.Record, f field) lang.Text {
	if f.value == "" {
		return lang.T("（未写）", "(not given)")
	}
	def := lookup(r, f.key)
	var out []lang.Text
	for part := range strings.SplitSeq(f.value, "\n") {
		out = append(out, l.value(def, part))
	}
	return joined(out)
}

func lookup(r *schema.Record, key string) schema.Field {
	var f schema.Field
	for part := range strings.SplitSeq(key, ".") {
		f, _ = r.Field(part)
		r = f.Record
	}
	return f
}

func (l *list) value(f schema.Field, v string) lang.Text {
	switch f.Kind {
	case schema.KindEnum:
		for _, c := range f.Choices {
			if c.Value == v {
				return c.Title
			}
		}
	case schema.KindRef:
		if f.Ref == "unit" {
			return l.names(v)
		}
	case schema.KindDate:
		if d, err := plan.ParseDate(v); err == nil {
			return day(d)
		}
	case schema.KindBool:
		return lang.T("是", "yes")
	}
	return lang.Same(v)
}

// field reports one changed value with the kind's words, whose last three
// arguments are the label, before and after; first come those given. Filling in
// what was empty takes nothing back.
func (l *list) field(k kind, r *schema.Record, b, a field, first ...any) {
	before, after := l.shown(r, b), l.shown(r, a)
	short, own := excerpt(before, after)
	more := []with{places(b.at, a.at), values(given(b, before), given(a, after))}
	if b.value == "" || strings.HasPrefix(b.key, "en.") {
		more = append(more, severity(Info))
	}
	l.add(k, append(first, label(r, b.key), short, own), more...)
}

func given(f field, words lang.Text) lang.Text {
	if f.value == "" {
		return lang.Text{}
	}
	return words
}

// longest is how many characters of a text are shown in full. Of a longer one the
// part that changed is shown, with some characters around it.
const (
	longest = 40
	around  = 8
)

// excerpt shortens two texts to where they differ.
func excerpt(before, after lang.Text) (lang.Text, lang.Text) {
	zhB, zhA := difference(before.ZH, after.ZH)
	enB, enA := difference(before.EN, after.EN)
	return lang.T(zhB, enB), lang.T(zhA, enA)
}

func difference(before, after string) (string, string) {
	b, a := []rune(before), []rune(after)
	if len(b) <= longest && len(a) <= longest {
		return before, after
	}
	head := 0
	for head < len(b) && head < len(a) && b[head] == a[head] {
		head++
	}
	tail := 0
	for tail < len(b)-head && tail < len(a)-head && b[len(b)-1-tail] == a[len(a)-1-tail] {
		tail++
	}
	return window(b, head, tail), window(a, head, tail)
}

// window cuts off what is the same at both ends, but for a few characters, and
// the middle of what remains when it is long.
func window(s []rune, head, tail int) string {
	from, to := max(head-around, 0), len(s)-max(tail-around, 0)
	start, end := "", ""
	if from > 0 {
		start = "…"
	}
	if to < len(s) {
		end = "…"
	}
	cut := s[from:to]
	if len(cut) > 2*longest {
		return start + string(cut[:longest]) + "…" + string(cut[len(cut)-longest/2:]) + end
	}
	return start + string(cut) + end
}
