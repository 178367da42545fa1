package yamledit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"jindu/generator/internal/schema"
)

// fuzzPaths are values that an edit may be asked for, some of them not there.
var fuzzPaths = []string{
	"id", "order", "title", "quote", "due", "start", "issued.lead", "lead[0]", "lead[1]", "updates[0].summary",
	"updates[0].problems", "updates[0].evidence[0].quote", "updates[1].status", "en.title", "notes[0]",
}

// Setting a value of any file either fails or changes that value alone: every
// other value and every comment is kept, and setting it again changes no byte.
func FuzzSet(f *testing.F) {
	names, _ := filepath.Glob("../../../data/*/tasks/*.yaml")
	for i, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(raw), i%len(fuzzPaths), "甲: 乙")
	}
	for i := range fuzzPaths {
		f.Add(odd, i, "“𬱟”🎯\n二")
		f.Add(strings.ReplaceAll(odd, "\n", "\r\n"), i, "3")
	}
	f.Fuzz(func(t *testing.T, src string, which int, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		name := fuzzPaths[max(which, 0)%len(fuzzPaths)]
		p, _ := ParsePath(name)
		got, err := Set([]byte(src), schema.Task(), p, text)
		if err != nil {
			return
		}
		again, err := Set(got, schema.Task(), p, text)
		if err != nil || string(again) != string(got) {
			t.Fatalf("%s: again: %v\n%q\n%q", name, err, got, again)
		}
		before, after := flat(t, src), flat(t, string(got))
		if !strings.Contains(after[name], strings.TrimSpace(text)) && after[name] != text {
			t.Fatalf("%s holds %q, want %q\n%q", name, after[name], text, got)
		}
		delete(before, name)
		delete(after, name)
		if len(before) != len(after) {
			t.Fatalf("%d other values, %d before\n%q\n%q", len(after), len(before), src, got)
		}
		for k, v := range before {
			if after[k] != v {
				t.Fatalf("%s: %s was %q and is %q", name, k, v, after[k])
			}
		}
		if !sameComments(src, string(got)) {
			t.Fatalf("%s: comments changed\n%q\n%q", name, src, got)
		}
	})
}

// flat is every scalar of a file by its path.
func flat(t *testing.T, src string) map[string]string {
	t.Helper()
	root, err := parse([]byte(src))
	if err != nil {
		t.Fatalf("%v\n%q", err, src)
	}
	out := map[string]string{}
	var walk func(*tree, Path)
	walk = func(n *tree, at Path) {
		if len(n.children) == 0 {
			out[at.String()] = n.text
		}
		for i, c := range n.children {
			step := Step{Index: i}
			if n.keys != nil {
				step = Step{Key: n.keys[i]}
			}
			walk(c, append(at[:len(at):len(at)], step))
		}
	}
	walk(treeOf(root), nil)
	return out
}

// sameComments reports whether the comments of a file are all kept by another.
func sameComments(before, after string) bool {
	a, errA := read([]byte(before))
	b, errB := read([]byte(after))
	return errA == nil && errB == nil && strings.Join(a.commentTexts(), "\n") == strings.Join(b.commentTexts(), "\n")
}

// Formatting any file either fails or keeps its meaning and is done at once.
func FuzzFormat(f *testing.F) {
	f.Add(odd)
	f.Add("# a\nid: x # b\n# c\nlead: [a, # d\n  b] # e\n# f\n")
	f.Add("updates:\n-\n  # a\n  as_of: 2017-01-01 # b\n")
	f.Fuzz(func(t *testing.T, src string) {
		once, err := Format([]byte(src), schema.Task())
		if err != nil {
			return
		}
		twice, err := Format(once, schema.Task())
		if err != nil || string(twice) != string(once) {
			t.Fatalf("%v\n%q\n%q", err, once, twice)
		}
		before, after := flat(t, src), flat(t, string(once))
		if len(before) != len(after) {
			t.Fatalf("%q\n%q", src, once)
		}
		for k, v := range before {
			if after[k] != v {
				t.Fatalf("%s was %q and is %q", k, v, after[k])
			}
		}
	})
}

// What was inserted can be deleted again, and every byte is as before.
func FuzzInsertAndDelete(f *testing.F) {
	for i := range 4 {
		f.Add(odd, i, "“𬱟”: 🎯\n二")
		f.Add(strings.ReplaceAll(odd, "\n", "\r\n"), i, "3")
	}
	f.Fuzz(func(t *testing.T, src string, i int, text string) {
		p := Path{{Key: "updates"}}
		v := update()
		v.Fields["summary"] = Value{Text: text}
		got, err := Insert([]byte(src), schema.Task(), p, i, v)
		if err != nil {
			return
		}
		root, err := parse([]byte(src))
		if err != nil {
			t.Fatal(err)
		}
		before := 0
		for n, key := range treeOf(root).keys {
			if key == "updates" {
				before = len(treeOf(root).children[n].children)
			}
		}
		if before == 0 || !strings.HasSuffix(src, "\n") {
			return // the list itself was made, or the file's last line ended
		}
		if i < 0 {
			i = before
		}
		back, err := Delete(got, schema.Task(), append(p, Step{Index: i}))
		if err != nil || string(back) != src {
			t.Fatalf("%v\n%q\n%q\n%q", err, src, got, back)
		}
	})
}
