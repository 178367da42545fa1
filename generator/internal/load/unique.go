package load

import (
	"strings"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
)

// unique reports ids used twice. Ids of units and plans are unique in the site,
// those of projects, tasks and indicators in their plan.
func unique(docs []*document, out *diag.List) {
	first := map[[3]string]diag.Range{}
	use := func(doc *document, n *yaml.Node, kind, path string) {
		if !soundID(n) {
			return
		}
		at := doc.src.extent(n)
		key := [3]string{doc.plan, kind, strings.ToLower(n.Value)}
		if before, twice := first[key]; twice {
			out.Add(idTwice.At(at, path, n.Value).With(before, lang.T("第一次用在这里", "first used here")))
			return
		}
		first[key] = at
	}
	for _, doc := range docs {
		// An id that differs from the file's name was reported for that.
		if id := child(doc.root, "id"); id != nil && doc.kind != "plan" && strings.EqualFold(id.Value, doc.id) {
			use(doc, id, doc.kind, "id")
		}
		for _, of := range []string{"units", "projects"} {
			for i, entry := range entries(child(doc.root, of)) {
				use(doc, child(entry, "id"), of, itemPath(of, i)+".id")
			}
		}
	}
}

// entries returns the entries of a list, or none.
func entries(n *yaml.Node) []*yaml.Node {
	if n == nil || n.Kind != yaml.SequenceNode {
		return nil
	}
	return n.Content
}
