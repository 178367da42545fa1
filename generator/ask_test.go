package main

import (
	"strings"
	"testing"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/schema"
)

func TestAnswersAreUnderstoodAsPeopleTypeThem(t *testing.T) {
	a := &asker{lang: lang.ZH, names: map[string]map[string]string{"unit": {"市商务局": "commerce-bureau"}}}
	field := func(r *schema.Record, key string) schema.Field {
		f, ok := r.Field(key)
		if !ok {
			t.Fatalf("no field %s", key)
		}
		return f
	}
	update, task, target := schema.Update(), schema.Task(), field(schema.Indicator(), "targets").Record
	tests := []struct {
		field        schema.Field
		answer, want string // "" asks again
	}{
		{field(update, "as_of"), "2017-12-31", "2017-12-31"},
		{field(update, "as_of"), "２０１７．３．５", "2017-03-05"},
		{field(update, "as_of"), "2017年3月5日", "2017-03-05"},
		{field(update, "as_of"), "2017-02-29", ""},
		{field(update, "as_of"), "三月", ""},
		{field(update, "status"), "4", "completed"},
		{field(update, "status"), "４", "completed"},
		{field(update, "status"), "已完成", "completed"},
		{field(update, "status"), "behind", "behind"},
		{field(update, "status"), "差不多了", ""},
		{field(update, "unit"), "市商务局", "commerce-bureau"},
		{field(update, "unit"), "no-such-unit", "no-such-unit"}, // validate says what is meant
		{field(update, "summary"), "１００家，90%", "１００家，90%"},      // text is never changed
		{field(update, "summary"), "", ""},
		{field(task, "lead"), "市商务局、dinghai", "commerce-bureau+dinghai"},
		{field(task, "order"), "３", "3"},
		{field(task, "order"), "第三", ""},
		{field(target, "value"), "106.5亿元", ""},
		{field(target, "value"), "2.50", "2.50"},
		{field(target, "comparator"), "＞＝", ">="},
		{field(target, "period"), "2017－Q4", "2017-Q4"},
		{field(target, "period"), "去年", ""},
	}
	for _, test := range tests {
		values, wrong := a.understand(test.field, test.answer)
		if got := strings.Join(values, "+"); got != test.want || (wrong == (lang.Text{})) != (test.want != "") {
			t.Errorf("%s %q is understood as %q (%s), want %q", test.field.Key, test.answer, got, wrong.ZH, test.want)
		}
	}
}

// A form asks for what the schema requires: no key that is required can be left
// out by both flags and questions.
func TestFormsHaveABlankForEveryRequiredKey(t *testing.T) {
	forms := map[string]struct {
		form   *form
		record *schema.Record
		given  string
	}{
		"update":        {newForm(schema.Update(), []string{"evidence"}, nil), schema.Update(), ""},
		"new task":      {newForm(schema.Task(), []string{"en"}, []string{"id"}), schema.Task(), "id"},
		"new indicator": {newForm(schema.Indicator(), []string{"en"}, []string{"id"}), schema.Indicator(), "id"},
	}
	for name, f := range forms {
		missing := map[string]bool{}
		for _, b := range f.form.missing() {
			key := b.field.Key
			if b.group != nil {
				key = b.group.Key
			}
			missing[key] = true
		}
		for _, field := range f.record.Fields {
			if field.Required != missing[field.Key] && field.Key != f.given {
				t.Errorf("%s: %s required %v, asked %v", name, field.Key, field.Required, missing[field.Key])
			}
		}
	}
}
