package load

import (
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/schema"
)

var (
	idForm     = regexp.MustCompile(schema.IDPattern)
	reservedOS = regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)
)

// id checks an id or a reference to one.
func (c *checker) id(n *yaml.Node, f schema.Field, at diag.Range, path string) {
	if f.Kind == schema.KindRef && strings.ContainsFunc(n.Value, isChinese) {
		c.add(nameNotID.At(at, path, n.Value, f.Title))
		return
	}
	if n.Style == 0 && (n.Tag != "!!str" || oddNumber(n)) {
		c.add(ambiguous.At(at, path, n.Value, lang.T(
			"编号不能是纯数字或 true、null 这样的词。请在前面加上字母，如 t"+n.Value+"。",
			"An id cannot be a number or a word such as true or null. Put a letter before it, such as t"+n.Value+".")))
		return
	}
	for _, d := range checkID(n.Value, at, path) {
		c.add(d)
	}
}

// checkID checks the form of an id, wherever it stands: in a file or as its name.
func checkID(id string, at diag.Range, path string) diag.List {
	switch {
	case !idForm.MatchString(id):
		return diag.List{badID.At(at, path, id)}
	case len(id) > schema.MaxID:
		return diag.List{longID.At(at, path, len(id), schema.MaxID)}
	case reservedOS.MatchString(id):
		return diag.List{reservedID.At(at, path, id)}
	}
	return nil
}

// idOfPath compares the record's own id with the name of its file or folder.
func (c *checker) idOfPath(doc *document) {
	n := child(doc.root, "id")
	if doc.id == "" || !soundID(n) || n.Value == doc.id || len(checkID(doc.id, diag.Range{}, "")) > 0 {
		return // a name that cannot be an id was reported with the file
	}
	what := lang.T("文件", "file")
	if doc.kind == "plan" {
		what = lang.T("文件夹", "folder")
	}
	c.add(idNotPath.At(c.src.extent(n), "id", n.Value, doc.id, what))
}

// child returns the value of a key of a mapping, or nil.
func child(n *yaml.Node, key string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// soundID reports whether a node is an id that others can be compared with.
func soundID(n *yaml.Node) bool {
	return n != nil && n.Kind == yaml.ScalarNode && n.Value != ""
}
