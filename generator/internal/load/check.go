package load

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/schema"
)

// checker compares the nodes of one file with the schema.
type checker struct {
	src     *source
	out     *diag.List
	amounts []diag.Range // values of fields for numbers
	broken  []int        // lines with an error in their layout, in order: do not report twice
}

// checkDocument compares a file with its record. layout holds what was
// found in the layout of its text. It returns where the numbers stand that count
// something.
func checkDocument(doc *document, layout diag.List, out *diag.List) (amounts []diag.Range) {
	c := checker{src: doc.src, out: out}
	for _, d := range layout {
		if d.Severity == diag.Error {
			c.broken = append(c.broken, d.Range.Start.Line)
		}
	}
	slices.Sort(c.broken)
	c.record(doc.root, doc.record, "")
	c.idOfPath(doc)
	return c.amounts
}

// add reports a problem unless the raw text of its lines is to blame.
func (c *checker) add(d diag.Diagnostic) {
	if !c.touchesBroken(d.Range) {
		c.out.Add(d)
	}
}

func (c *checker) touchesBroken(r diag.Range) bool {
	i, _ := slices.BinarySearch(c.broken, r.Start.Line)
	return i < len(c.broken) && c.broken[i] <= r.End.Line
}

// record checks a mapping: its keys, then the value of each.
func (c *checker) record(n *yaml.Node, r *schema.Record, path string) {
	if n.Kind != yaml.MappingNode {
		if c.plainNode(n, path) {
			c.add(wantRecord.At(c.src.extent(n), path, r.Title, listed(r.Keys()), below(path)))
		}
		return
	}
	c.plainNode(n, path)
	if c.misfiled(n, r, path) || c.lostDash(n, path) {
		return
	}
	first, have := map[string]*yaml.Node{}, keysOf(n)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if !c.key(key, r, path) {
			continue
		}
		if before, twice := first[key.Value]; twice {
			c.add(duplicateKey.At(c.src.extent(key), join(path, key.Value), key.Value).
				With(c.src.extent(before), lang.T("第一次写在这里", "first used here")))
			continue
		}
		first[key.Value] = key
		f, known := r.Field(key.Value)
		if !known {
			meant := c.unknown(key, r, have, path)
			have[meant] = true // do not report it missing as well
			continue
		}
		if own := c.outdented(n, i, f, join(path, f.Key)); own > 0 {
			i += 2 * own
			continue
		}
		c.field(key, value, f, join(path, f.Key))
	}
	c.missing(n, r, have, path)
}

func keysOf(n *yaml.Node) map[string]bool {
	keys := map[string]bool{}
	for i := 0; i < len(n.Content); i += 2 {
		keys[n.Content[i].Value] = true
	}
	return keys
}

// key checks the form of a key.
func (c *checker) key(key *yaml.Node, r *schema.Record, path string) bool {
	switch {
	case key.Tag == "!!merge":
		c.add(mergeKey.At(c.src.extent(key), path))
	case !c.plainNode(key, path):
	case key.Kind != yaml.ScalarNode || key.Value == "":
		c.add(badKey.At(c.src.extent(key), path, listed(r.Keys())))
	default:
		return true
	}
	return false
}

// unknown reports a key that the record does not have, with the key that was
// most likely meant, which it returns: a near one not yet used, or the one with
// that Chinese name.
func (c *checker) unknown(key *yaml.Node, r *schema.Record, have map[string]bool, path string) (meant string) {
	free := slices.DeleteFunc(r.Keys(), func(k string) bool { return have[k] })
	word := key.Value
	for _, f := range r.Fields {
		if strings.Trim(word, " 　“”") == f.Title.ZH {
			meant = f.Key
		}
	}
	if meant == "" {
		meant, _ = diag.Suggest(word, free)
	}
	c.add(unknownKey.At(c.src.extent(key), join(path, word), word, didYouMean(meant), listed(r.Keys())))
	return meant
}

func didYouMean(word string) lang.Text {
	if word == "" {
		return lang.Text{}
	}
	return lang.T("是不是 "+word+"？", "Did you mean "+word+"? ")
}

// missing reports the required keys that a mapping lacks, at its first key.
func (c *checker) missing(n *yaml.Node, r *schema.Record, have map[string]bool, path string) {
	if c.touchesBroken(c.src.extent(n)) {
		return // the key may stand in a line that could not be read
	}
	at := c.src.span(diag.Pos{Line: n.Line, Column: n.Column}, diag.Pos{Line: n.Line, Column: n.Column})
	if len(n.Content) > 0 && n.Style&yaml.FlowStyle == 0 {
		at = c.src.extent(n.Content[0])
	}
	for _, f := range r.Fields {
		if f.Required && !have[f.Key] {
			c.add(missingKey.At(at, path, f.Key, f.Title, example(f)))
		}
	}
}

func example(f schema.Field) lang.Text {
	if f.Example == "" {
		return lang.Text{}
	}
	return lang.T("（如 "+f.Example+"）", " (such as "+f.Example+")")
}

// field checks the value of a key.
func (c *checker) field(key, value *yaml.Node, f schema.Field, path string) {
	switch {
	case !c.plainNode(value, path):
	case isNull(value):
		c.add(nullValue.At(c.placeOf(key, value), path, f.Key))
	case f.List:
		c.list(value, f, path)
	default:
		c.single(value, f, path)
	}
}

// list checks a list and each of its entries.
func (c *checker) list(n *yaml.Node, f schema.Field, path string) {
	if n.Kind != yaml.SequenceNode {
		c.add(wantList.At(c.src.extent(n), path, f.Key))
		return
	}
	if len(n.Content) == 0 && f.Required {
		c.add(emptyList.At(c.src.extent(n), path, f.Key))
	}
	for i, entry := range n.Content {
		at := itemPath(path, i)
		switch {
		case !c.plainNode(entry, at):
		case isNull(entry):
			c.add(nullValue.At(c.src.extent(entry), at, "-"))
		default:
			c.single(entry, f, at)
		}
	}
}

func (c *checker) single(n *yaml.Node, f schema.Field, path string) {
	switch {
	case f.Kind == schema.KindRecord:
		c.record(n, f.Record, path)
	case n.Kind != yaml.ScalarNode:
		c.add(wantScalar.At(c.src.extent(n), path, f.Key))
	default:
		c.scalar(n, f, path)
	}
}

// plainNode refuses what only YAML experts can read: anchors, aliases, tags.
func (c *checker) plainNode(n *yaml.Node, path string) bool {
	var rule diag.Rule
	switch {
	case n.Kind == yaml.AliasNode:
		rule = alias
	case n.Anchor != "":
		rule = anchor
	case n.Style&yaml.TaggedStyle != 0 || n.Kind == yaml.ScalarNode && c.runeAt(n) == '!':
		rule = tag
	default:
		return true
	}
	start := diag.Pos{Line: n.Line, Column: n.Column}
	at := c.src.span(start, c.src.wordEnd(start))
	word := string(c.src.line(at.Start.Line)[at.Start.Column-1 : at.End.Column-1])
	c.add(rule.At(at, path, word, word))
	return false
}

func (c *checker) runeAt(n *yaml.Node) rune {
	line := c.src.line(n.Line)
	if n.Column > len(line) {
		return 0
	}
	return line[n.Column-1]
}

// below says where the lines of a record go.
func below(path string) lang.Text {
	if path == "" {
		return lang.T("从行首开始", "from the first column on")
	}
	return lang.T("在它下面另起行，缩进两个空格", "below it, two spaces deeper")
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// placeOf is where the value of a key should stand: at what was written for it,
// or after the colon.
func (c *checker) placeOf(key, value *yaml.Node) diag.Range {
	if value.Value != "" {
		return c.src.extent(value)
	}
	end := c.src.extent(key).End
	return c.src.at(end.Line, end.Column+1, 0)
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// itemPath names an entry of a list. Entries count from 0, as programs do.
func itemPath(path string, i int) string { return fmt.Sprintf("%s[%d]", path, i) }
