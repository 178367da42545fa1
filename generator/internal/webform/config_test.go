package webform

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/schema"
)

func testConfig() Config {
	return Configure(Local("main"), "data", []Plan{{"zhoushan-ecommerce-2015", "甲"}, {"synthetic-2024", "乙"}})
}

// eachWidget calls f for every field of the form with the field of the schema it
// stands for.
func eachWidget(t *testing.T, c Config, f func(at string, w Widget, of schema.Field)) {
	t.Helper()
	var walk func(at string, widgets []Widget, r *schema.Record)
	walk = func(at string, widgets []Widget, r *schema.Record) {
		if len(widgets) != len(r.Fields) {
			t.Errorf("%s has %d fields, its record %d", at, len(widgets), len(r.Fields))
			return
		}
		for i, w := range widgets {
			f(at+"."+w.Name, w, r.Fields[i])
			if r.Fields[i].Record != nil {
				walk(at+"."+w.Name, w.Fields, r.Fields[i].Record)
			}
		}
	}
	for _, col := range c.Decap.Collections {
		record := strings.TrimPrefix(col.Format, "jindu-")
		i := slices.IndexFunc(schema.Files(), func(f schema.File) bool { return f.Record.Name == record })
		if i < 0 {
			t.Fatalf("%s: no record %q", col.Name, record)
		}
		widgets := col.Fields
		if col.Folder == "" {
			widgets = col.Files[0].Fields
		}
		walk(col.Name, widgets, schema.Files()[i].Record)
	}
}

func TestFormShowsEveryFieldOfTheModel(t *testing.T) {
	c := testConfig()
	n := 0
	eachWidget(t, c, func(at string, w Widget, of schema.Field) {
		n++
		if w.Name != of.Key || w.Label != of.Title.ZH || w.Required != of.Required {
			t.Errorf("%s: %+v is not %+v", at, w, of)
		}
		if of.Help.ZH != "" && !strings.Contains(w.Hint, of.Help.ZH) {
			t.Errorf("%s: the hint %q lacks %q", at, w.Hint, of.Help.ZH)
		}
		if kind := of.Kind; kind == schema.KindEnum && len(w.Options) != len(of.Choices) {
			t.Errorf("%s has %d options for %d choices", at, len(w.Options), len(of.Choices))
		}
		for i, o := range w.Options {
			if of.Kind == schema.KindEnum && (o.Value != of.Choices[i].Value || !strings.HasPrefix(o.Label, of.Choices[i].Title.ZH)) {
				t.Errorf("%s: option %+v is not %+v", at, o, of.Choices[i])
			}
		}
	})
	if n < 200 {
		t.Errorf("only %d fields", n)
	}
}

func TestRelationsLeadToCollections(t *testing.T) {
	c := testConfig()
	found := 0
	eachWidget(t, c, func(at string, w Widget, of schema.Field) {
		if w.Kind != "relation" {
			if of.Kind == schema.KindRef {
				t.Errorf("%s is typed, not chosen", at)
			}
			return
		}
		found++
		i := slices.IndexFunc(c.Decap.Collections, func(col Collection) bool { return col.Name == w.Collection })
		if i < 0 {
			t.Errorf("%s leads to %q, which is no collection", at, w.Collection)
			return
		}
		col := c.Decap.Collections[i]
		if (col.Folder == "") != (w.File != "") || w.File != "" && w.File != col.Files[0].Name {
			t.Errorf("%s leads to file %q of %s", at, w.File, col.Name)
		}
		if plan, ok := strings.CutPrefix(at, "tasks-"); ok && strings.HasPrefix(w.Collection, "plan-") && !strings.HasPrefix(plan, strings.TrimPrefix(w.Collection, "plan-")) {
			t.Errorf("%s leads to another plan's %s", at, w.Collection)
		}
	})
	if found < 10 {
		t.Errorf("only %d relations", found)
	}
}

// A pattern that refuses what stands in the data would keep people from saving.
func TestPatternsTakeWhatTheDataHold(t *testing.T) {
	e := newEngine(t)
	patterns := map[string]map[string]string{} // record, key
	eachWidget(t, testConfig(), func(at string, w Widget, of schema.Field) {
		leaf := w
		if w.Field != nil {
			leaf = *w.Field
		}
		if len(leaf.Pattern) == 0 {
			return
		}
		if len(leaf.Pattern) != 2 || leaf.Pattern[1] == "" {
			t.Errorf("%s: pattern %q without words", at, leaf.Pattern)
		}
		if of.Example != "" && regexp.MustCompile(`^[!-~]+$`).MatchString(of.Example) && e.eval("RegExp("+string(encode(t, leaf.Pattern[0]))+").test("+string(encode(t, of.Example))+")") != true {
			t.Errorf("%s: the example %q does not match %s", at, of.Example, leaf.Pattern[0])
		}
		at = at[strings.LastIndex(at, ".")+1:]
		if patterns[at] == nil {
			patterns[at] = map[string]string{}
		}
		patterns[at][leaf.Pattern[0]] = leaf.Pattern[1]
	})
	n := 0
	var walk func(file string, node *yaml.Node, r *schema.Record)
	walk = func(file string, node *yaml.Node, r *schema.Record) {
		for i := 0; i+1 < len(node.Content); i += 2 {
			f, ok := r.Field(node.Content[i].Value)
			if !ok {
				t.Fatalf("%s: %s", file, node.Content[i].Value)
			}
			values := []*yaml.Node{node.Content[i+1]}
			if f.List {
				values = values[0].Content
			}
			for _, v := range values {
				if f.Record != nil {
					walk(file, v, f.Record)
					continue
				}
				w := refs{plan: "p"}.widget(f)
				if w.Field != nil {
					w = *w.Field
				}
				if len(w.Pattern) == 0 {
					continue
				}
				n++
				if !regexp.MustCompile(w.Pattern[0]).MatchString(v.Value) {
					t.Errorf("%s: %s refuses %q", file, f.Key, v.Value)
				}
			}
		}
	}
	for name, src := range dataFiles(t) {
		var doc yaml.Node
		if err := yaml.Unmarshal([]byte(src), &doc); err != nil {
			t.Fatal(err)
		}
		walk(name, doc.Content[0], recordAt(t, name))
	}
	if n < 1000 || len(patterns) < 20 {
		t.Errorf("only %d values and %d patterns were compared", n, len(patterns))
	}
}

func TestSeveralPlansKeepApart(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range testConfig().Decap.Collections {
		if seen[c.Name] || seen[c.Label] {
			t.Errorf("%s, %s stand twice", c.Name, c.Label)
		}
		seen[c.Name], seen[c.Label] = true, true
		if c.Publish || c.Delete {
			t.Errorf("%s can be published or deleted from the form", c.Name)
		}
	}
}

func TestHosts(t *testing.T) {
	for _, test := range []struct {
		host    Host
		ok      bool
		connect string
	}{
		{Host{Kind: "github", Repo: "a/b", Auth: "https://oauth.example.gov.cn"}, true, "connect-src 'self' https://api.github.com;"},
		{Host{Kind: "github", Repo: "a/b", Auth: "https://oauth.example.gov.cn", API: "https://git.example.gov.cn/api/v3"}, true, "connect-src 'self' https://git.example.gov.cn;"},
		{Host{Kind: "github", Repo: "a/b", Auth: "https://oauth.example.gov.cn/login/start/"}, true, "connect-src 'self' https://api.github.com;"},
		{Host{Kind: "gitlab", Repo: "a/b/c", Auth: "https://git.example.gov.cn", AppID: "x"}, true, "connect-src 'self' https://git.example.gov.cn;"},
		{Host{Kind: "gitlab", Repo: "a/b", Auth: "https://git.example.gov.cn"}, false, ""},
		{Host{Kind: "github", Repo: "a/b"}, false, ""}, // Decap would log in at a company's server
		{Host{Kind: "github", Repo: "a", Auth: "https://x.example"}, false, ""},
		{Host{Kind: "github", Repo: "a/b", Auth: "http://x.example"}, false, ""},
		{Host{Kind: "github", Repo: "a/b", Auth: "https://u:p@x.example"}, false, ""},
		{Host{Kind: "github", Repo: "a/b", Auth: "https://x.example;script-src *"}, false, ""},
		{Host{Kind: "gitea", Repo: "a/b", Auth: "https://x.example"}, false, ""},
	} {
		files, policy, err := Static(test.host, "data", nil)
		if (err == nil) != test.ok {
			t.Errorf("%+v: %v", test.host, err)
		}
		if test.ok && (!strings.Contains(policy, test.connect) || !strings.Contains(string(files["index.html"]), test.connect) ||
			strings.Contains(string(files["index.html"]), "frame-ancestors") || len(files[decapName]) < 4<<20) {
			t.Errorf("%+v: policy %s", test.host, policy)
		}
	}
}
