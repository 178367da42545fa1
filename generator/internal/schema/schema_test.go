package schema

import (
	"regexp"
	"testing"
)

// every calls f for each field of each file's record, with its path.
func every(t *testing.T, f func(path string, field Field)) {
	t.Helper()
	var walk func(path string, r *Record)
	walk = func(path string, r *Record) {
		for _, field := range r.Fields {
			f(path+"."+field.Key, field)
			if field.Record != nil {
				walk(path+"."+field.Key, field.Record)
			}
		}
	}
	for _, file := range Files() {
		walk(file.Path, file.Record)
	}
}

func TestFieldsSayWhatTheyAre(t *testing.T) {
	n := 0
	every(t, func(path string, f Field) {
		n++
		if f.Title.ZH == "" || f.Title.EN == "" {
			t.Errorf("%s has no title in both languages", path)
		}
		if (f.Kind == KindEnum) != (len(f.Choices) > 0) || (f.Kind == KindRef) != (f.Ref != "") || (f.Kind == KindRecord) != (f.Record != nil) {
			t.Errorf("%s: kind %s does not go with its choices, reference or record", path, f.Kind)
		}
		if f.Pattern != "" {
			if p, err := regexp.Compile(f.Pattern); err != nil {
				t.Errorf("%s: %v", path, err)
			} else if f.Example == "" {
				t.Errorf("%s has a pattern and no example", path)
			} else if path != "*/plan.yaml.document.sha256" && !p.MatchString(f.Example) {
				t.Errorf("%s: the example %q does not match the pattern", path, f.Example)
			}
		}
	})
	if n < 100 {
		t.Errorf("only %d fields were looked at", n)
	}
}

func TestKeysAreUniqueAndChoicesToo(t *testing.T) {
	every(t, func(path string, f Field) {
		if f.Record != nil {
			seen := map[string]bool{}
			for _, key := range f.Record.Keys() {
				if seen[key] {
					t.Errorf("%s: key %q twice", path, key)
				}
				seen[key] = true
			}
		}
		seen := map[string]bool{}
		for _, c := range f.Choices {
			if seen[c.Value] || c.Title.ZH == "" {
				t.Errorf("%s: choice %q twice or without a title", path, c.Value)
			}
			seen[c.Value] = true
		}
	})
}

func TestFieldFindsByKey(t *testing.T) {
	f, ok := Task().Field("due")
	if !ok || f.Kind != KindDate {
		t.Errorf("due is %v, %v", f.Kind, ok)
	}
	if _, ok := Task().Field("deadline"); ok {
		t.Error("a key that is not there was found")
	}
}
