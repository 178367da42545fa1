package jsonschema

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/load"
	"jindu/generator/internal/schema"
)

// beyond are the rules of the loader that a schema cannot say, because it sees
// the values of one file and nothing else. Warnings are beyond it by nature.
var beyond = map[string]string{
	"L101": "about other files", "L102": "about where a file stands", "L103": "about a file's name",
	"L104": "about a file's name", "L105": "about the file system", "L106": "about the file system",
	"L107": "about the file's size", "L108": "about the folder", "L109": "about the raw text: an empty file has no value",
	"L110": "about a file's name", "L111": "about a file's name",
	"L416": "several unknown keys in one word, where they belong: the schema refuses each", "L417": "keys that stand twice, as with L402",
	"L418": "an empty key and misplaced ones in one word: the schema refuses each",
	"L402": "a key that stands twice is gone once the file is read (the editor reports it by itself)",
	"L409": "keys that are no words", "L410": "anchors are gone once the file is read", "L411": "so are aliases",
	"L412": "so are tags", "L413": "so are merge keys",
	"L414": "the id against the file's name", "L415": "ids of other records",
	"L527": "a block of text is a text like any other",
	"L516": "\"{{\" in text: a second pattern would hide the message of the first",
	"L514": "how a number is written: 012, 1e3, 1_000", "L523": "spaces around text are part of a block but not of a quotation",
	"L525": "characters that cannot be seen", "L301": "text that is no YAML",
	"L217": "a warning", "L520": "a warning", "L521": "a warning", "L522": "a warning",
}

// expressed are the rules that the schema says as well. Each is met by the
// generated documents.
var expressed = []string{
	"L401", "L403", "L404", "L405", "L406", "L407", "L408", "L501", "L502", "L503", "L504", "L505", "L506", "L507",
	"L508", "L509", "L510", "L511", "L512", "L513", "L515", "L517", "L518", "L519", "L524", "L526",
}

// texts are what people put into a field of each kind, right and wrong. They
// are YAML as typed.
var texts = map[schema.Kind][]string{
	schema.KindText: {`甲`, `"甲：乙"`, `2017`, `4.6`, `""`, `" "`, `"　"`, `true`, `null`, `~`, `"2017"`, `“甲”乙`, `𬱟🎯`},
	schema.KindID: {`a`, `a-1`, `A`, `a_b`, `甲`, `-a`, `a-`, `a--b`, `1`, `"1"`, `con`, `lpt1`, `console`, `true`, `""`, `ａ`,
		`2017-01-01`, `1e3`, `0b1`, `"a b"`, strings.Repeat("a", 64), strings.Repeat("a", 65), `null`},
	schema.KindDate: {`2017-01-01`, `"2017-01-01"`, `2016-02-29`, `2000-02-29`, `1900-02-29`, `2017-02-29`, `2017-04-31`, `2017-13-01`,
		`2017-00-10`, `2017-1-1`, `2017/01/01`, `2017年1月1日`, `２０１７-01-01`, `20170101`, `2017`, `""`, `null`, `2017-01-01 00:00:00`},
	schema.KindPeriod: {`2017`, `"2017"`, `2017-H1`, `2017-H3`, `2017-Q4`, `2017-Q5`, `2017-08`, `2017-13`, `2017-00`, `2017-01..2017-08`,
		`2017-01..2017`, `2017-08-31`, `2017-02-29`, `2016-02-29`, `2017年`, `17`, `20170`, `2017Q4`, `""`, `true`, `２０１７`},
	schema.KindNumber: {`12`, `-3.5`, `0`, `0.07`, `"12"`, `abc`, `12%`, `1,000`, `１２`, `约12`, `true`, `""`, `999999999999999`,
		`9999999999999999`, `12亿元`, `null`},
	schema.KindInt:  {`3`, `0`, `-1`, `3.5`, `"3"`, `三`, `３`, `true`, `""`, `null`, `99999999999999999`},
	schema.KindBool: {`true`, `false`, `"true"`, `yes`, `是`, `1`, `""`, `null`},
	schema.KindURL: {`https://www.example.gov.cn/art/1.html`, `http://a.b`, `HTTPS://a.b/`, `http://a.b:8080/x?y=z&w#e`, `http://a.b?x=1`,
		`www.example.com`, `//a.b/c`, `/about/`, `/`, `http://`, `http:///x`, `https:/a.b`, `ftp://a.b/`, `javascript:alert(1)`, `mailto:a@b.c`,
		`mailto:a`, `"mailto:@b.c"`, `http://u:p@a.b/`, `http://u@a.b/`, `"http://a.b/ c"`, `http://a.b/甲`, `http://a.b/，`, `http://a.b/甲。`,
		`“http://a.b/”`, `http://a.b/%E7`, `http://a.b/%zz`, `http://a.b/?q=%zz`, `http://.a.b/`, `http://a.b/#甲%20`, `http://a.b/#%`,
		`http://a.b:80a/`, `""`, `2017`, `http：//a.b/`, `data:text/html,x`, `http://a.b/{x}`, `http://a.b/~x/(y)'z'*!$`},
}

// node is a document to be written as YAML: a scalar as typed, a list or a record.
type node struct {
	text   string
	list   []*node
	keys   []string
	values []*node
	field  schema.Field
	record *schema.Record
}

func (n *node) write(b *strings.Builder, indent int, lead string) {
	pad := strings.Repeat(" ", indent)
	switch {
	case n.list != nil:
		b.WriteString(lead)
		if len(n.list) == 0 {
			b.WriteString(" []\n")
			return
		}
		b.WriteString("\n")
		for _, c := range n.list {
			c.write(b, indent+2, pad+"-")
		}
	case n.keys != nil:
		b.WriteString(lead)
		if lead != "" {
			b.WriteString("\n")
		}
		if len(n.keys) == 0 {
			b.WriteString(pad + "{}\n")
		}
		for i, c := range n.values {
			c.write(b, indent+2, pad+n.keys[i]+":")
		}
	default:
		b.WriteString(strings.TrimRight(lead+" "+n.text, " ") + "\n")
	}
}

// random makes documents that are right, from the schema alone.
type random struct{ *rand.Rand }

func (r random) record(of *schema.Record) *node {
	n := &node{keys: []string{}, record: of}
	for _, f := range of.Fields {
		if f.Required || r.IntN(2) == 0 {
			n.keys = append(n.keys, f.Key)
			n.values = append(n.values, r.field(f))
		}
	}
	return n
}

func (r random) field(f schema.Field) *node {
	if !f.List {
		return r.single(f)
	}
	n := &node{list: []*node{}, field: f}
	for range 1 + r.IntN(2) {
		n.list = append(n.list, r.single(f))
	}
	return n
}

func (r random) single(f schema.Field) *node {
	if f.Kind == schema.KindRecord {
		n := r.record(f.Record)
		n.field = f
		return n
	}
	right := map[schema.Kind][]string{
		schema.KindText: {"甲", `"a: b"`, `"2017"`}, schema.KindID: {"a", "b-2"}, schema.KindRef: {"a"},
		schema.KindDate: {"2017-01-31"}, schema.KindPeriod: {"2017", "2017-Q4"}, schema.KindNumber: {"106.5", "3"},
		schema.KindInt: {"3"}, schema.KindBool: {"true"}, schema.KindURL: {"https://www.example.gov.cn/1.html"},
	}[f.Kind]
	switch {
	case f.Kind == schema.KindEnum:
		return &node{text: strconv.Quote(f.Choices[r.IntN(len(f.Choices))].Value), field: f}
	case f.Pattern != "":
		example := f.Example
		if strings.Contains(f.Pattern, "{64}") {
			example = strings.Repeat("0f", 32)
		}
		return &node{text: strconv.Quote(example), field: f}
	}
	return &node{text: right[r.IntN(len(right))], field: f}
}

// all lists every node below n that a key or list holds.
func (n *node) all() []*node {
	var out []*node
	for _, c := range slices.Concat(n.list, n.values) {
		out = append(append(out, c), c.all()...)
	}
	return out
}

// spoil changes one thing of a document as people do; the result may be right.
func (r random) spoil(doc *node) string {
	all := doc.all()
	if len(all) == 0 {
		return "nothing"
	}
	n := all[r.IntN(len(all))]
	records := slices.DeleteFunc(append(slices.Clone(all), doc), func(n *node) bool { return n.record == nil || len(n.keys) == 0 })
	rec := records[r.IntN(len(records))]
	i := r.IntN(len(rec.keys))
	switch k := r.IntN(12); k {
	case 0:
		rec.keys, rec.values = slices.Delete(rec.keys, i, i+1), slices.Delete(rec.values, i, i+1)
		return "key removed"
	case 1:
		rec.keys[i] += "x"
		return "key misspelt"
	case 2:
		rec.values[i] = &node{}
		return "value removed"
	case 3:
		*n = node{list: []*node{{text: "甲"}}}
		return "list"
	case 4:
		*n = node{keys: []string{"title"}, values: []*node{{text: "甲"}}}
		return "record"
	case 5:
		*n = node{text: "甲"}
		return "word"
	case 6:
		*n = node{list: []*node{}}
		return "empty list"
	}
	return r.retype(all)
}

// retype types something else into a field of one value.
func (r random) retype(all []*node) string {
	scalars := slices.DeleteFunc(all, func(n *node) bool { return n.list != nil || n.keys != nil || n.field.Kind == "" || n.text == "" })
	if len(scalars) == 0 {
		return "nothing"
	}
	var kinds []schema.Kind // each as often as any other, so that rare ones are met
	for _, n := range scalars {
		if !slices.Contains(kinds, n.field.Kind) {
			kinds = append(kinds, n.field.Kind)
		}
	}
	kind := kinds[r.IntN(len(kinds))]
	scalars = slices.DeleteFunc(scalars, func(n *node) bool { return n.field.Kind != kind })
	n := scalars[r.IntN(len(scalars))]
	choices := texts[n.field.Kind]
	switch {
	case n.field.Kind == schema.KindRef:
		choices = texts[schema.KindID]
	case n.field.Kind == schema.KindEnum:
		choices = []string{`""`, n.field.Choices[0].Title.ZH, `"x"`, `1`, `true`, `null`, strconv.Quote(n.field.Choices[0].Value + " ")}
	case n.field.Pattern != "": // a bare number is text for the loader and matched as it is written
		choices = []string{`""`, `甲`, `"12"`, `"bm0000000"`, `bm12345678`, `"1234567890"`, `seeds/a.txt`, `../a`, `"` + strings.Repeat("a", 64) + `"`}
	}
	n.text = choices[r.IntN(len(choices))]
	return string(n.field.Kind) + " " + n.text
}

// The schema and the loader agree on every document but for the rules beyond the
// schema.
func TestSchemaAgreesWithLoader(t *testing.T) {
	const each = 1200
	r := random{rand.New(rand.NewPCG(1, 2))}
	met := map[string]bool{}
	right, wrong := 0, 0
	for _, f := range schema.Files() {
		compiled := compile(t, f.Record.Name)
		name := "data/" + strings.ReplaceAll(f.Path, "*", "a")
		for i := range each {
			doc := r.record(f.Record)
			var changes []string
			for range i % 3 {
				if len(doc.keys) > 0 {
					changes = append(changes, r.spoil(doc))
				}
			}
			var b strings.Builder
			doc.write(&b, 0, "")
			codes, read := loaderSays(t, name, b.String())
			if !read {
				continue
			}
			schemaErr := compiled.Validate(valueOf(t, b.String()))
			if (len(codes) > 0) != (schemaErr != nil) {
				t.Errorf("%s %v: loader says %v, schema says %v\n%s", f.Record.Name, changes, codes, schemaErr, b.String())
			}
			for _, c := range codes {
				met[c] = true
			}
			if len(codes) > 0 {
				wrong++
			} else {
				right++
			}
		}
	}
	t.Logf("%d documents right, %d wrong for both", right, wrong)
	if right < 1000 || wrong < 1000 {
		t.Errorf("only %d right and %d wrong documents", right, wrong)
	}
	for _, code := range expressed {
		if !met[code] {
			t.Errorf("%s was never met", code)
		}
	}
}

// Every rule of the loader is one that the schema expresses or one that it cannot.
func TestEveryLoaderRuleIsExpressedOrBeyond(t *testing.T) {
	for _, rule := range load.Rules() {
		_, out := beyond[rule.Code]
		out = out || strings.HasPrefix(rule.Code, "L2") // the raw text
		if in := slices.Contains(expressed, rule.Code); in == out {
			t.Errorf("%s: expressed %v, beyond %v", rule.Code, in, out)
		}
	}
}

// loaderSays returns the codes of the errors that a schema could know of, and
// whether the file could be read at all.
func loaderSays(t *testing.T, name, text string) (codes []string, read bool) {
	t.Helper()
	_, _, found, err := load.FS(fstest.MapFS{name: {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		switch {
		case d.Range.File != name || d.Severity != diag.Error || d.Code == "L414" || d.Code == "L415":
		case d.Code == "L301" || strings.HasPrefix(d.Code, "L1"):
			return nil, false
		default:
			codes = append(codes, d.Code)
		}
	}
	return codes, true
}

func compile(t *testing.T, kind string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	for _, f := range Files() {
		if !strings.HasSuffix(f.Name, "/"+kind+".schema.json") {
			continue
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(f.Text))
		if err != nil {
			t.Fatal(err)
		}
		if err := c.AddResource(kind, doc); err != nil {
			t.Fatal(err)
		}
	}
	out, err := c.Compile(kind)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// valueOf reads YAML as editors do: by the core rules of YAML 1.2.
func valueOf(t *testing.T, text string) any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if doc.Kind == 0 {
		return nil
	}
	return value(doc.Content[0])
}

var (
	null    = regexp.MustCompile(`^(~|[Nn]ull|NULL|)$`)
	boolean = regexp.MustCompile(`^([Tt]rue|TRUE|[Ff]alse|FALSE)$`)
	float   = regexp.MustCompile(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`)
)

func value(n *yaml.Node) any {
	switch {
	case n.Kind == yaml.MappingNode:
		out := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			out[n.Content[i].Value] = value(n.Content[i+1])
		}
		return out
	case n.Kind == yaml.SequenceNode:
		out := []any{}
		for _, c := range n.Content {
			out = append(out, value(c))
		}
		return out
	case n.Style != 0:
		return n.Value
	case null.MatchString(n.Value):
		return nil
	case boolean.MatchString(n.Value):
		return strings.EqualFold(n.Value, "true")
	case float.MatchString(n.Value):
		f, err := strconv.ParseFloat(n.Value, 64)
		if err != nil {
			panic(fmt.Sprint(err))
		}
		return f
	}
	return n.Value
}
