package load

import (
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/schema"
)

// Some slips break many rules at once. The functions here tell them by their
// pattern, so that a person reads one problem with what to do and not ten.

// home is a record and where its lines belong.
type home struct {
	record *schema.Record
	where  lang.Text
}

var homes = allHomes()

func allHomes() []home {
	var out []home
	seen := map[string]bool{}
	var add func(*schema.Record, lang.Text)
	add = func(r *schema.Record, where lang.Text) {
		if seen[r.Name] {
			return
		}
		seen[r.Name] = true
		out = append(out, home{r, where})
		for _, f := range r.Fields {
			switch {
			case f.Record != nil && f.List:
				add(f.Record, lang.T(f.Key+" 下面，以“- ”开头另起一条", f.Key+", as a new entry beginning with \"- \""))
			case f.Record != nil:
				add(f.Record, lang.T(f.Key+" 下面", f.Key))
			}
		}
	}
	for _, f := range schema.Files() {
		add(f.Record, lang.T(path.Join(Folder, f.Path)+" 这样的文件里", "a file at "+path.Join(Folder, f.Path)))
	}
	return out
}

// misfiled reports that several keys of a mapping belong to another record, and
// returns whether it did.
func (c *checker) misfiled(n *yaml.Node, r *schema.Record, at string) bool {
	var first *yaml.Node
	var strange []string
	for i := 0; i+1 < len(n.Content); i += 2 {
		if _, known := r.Field(n.Content[i].Value); known {
			continue
		}
		if first == nil {
			first = n.Content[i]
		}
		strange = append(strange, n.Content[i].Value)
	}
	if len(strange) < 2 {
		return false
	}
	for _, h := range homes {
		if h.record.Name != r.Name && !slices.ContainsFunc(strange, func(k string) bool { _, known := h.record.Field(k); return !known }) {
			c.add(misfiledKeys.At(c.src.extent(first), at, listed(strange), h.record.Title, r.Title, h.where))
			return true
		}
	}
	return false
}

// lostDash reports that an entry of a list holds a second one whose dash is gone,
// and returns whether it did: two keys or more stand twice.
func (c *checker) lostDash(n *yaml.Node, at string) bool {
	if !strings.HasSuffix(at, "]") {
		return false
	}
	seen := map[string]*yaml.Node{}
	var again *yaml.Node
	count := 0
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if _, twice := seen[key.Value]; twice {
			if count++; again == nil {
				again = key
			}
			continue
		}
		seen[key.Value] = key
	}
	if count < 2 {
		return false
	}
	c.add(dashLost.At(c.src.extent(again), at, again.Value).
		With(c.src.extent(seen[again.Value]), lang.T("上一条里已有这个键", "the entry above has this key")))
	return true
}

// outdented reports that the lines meant for an empty key stand at its own depth.
// It returns how many keys after the i-th they are.
func (c *checker) outdented(n *yaml.Node, i int, f schema.Field, at string) int {
	if f.Kind != schema.KindRecord || f.List || !isNull(n.Content[i+1]) {
		return 0
	}
	var own []string
	for k := i + 2; k+1 < len(n.Content); k += 2 {
		key := n.Content[k].Value
		if _, known := f.Record.Field(key); !known || slices.Contains(own, key) {
			break
		}
		own = append(own, key)
	}
	for _, need := range f.Record.Fields {
		if need.Required && !slices.Contains(own, need.Key) {
			return 0
		}
	}
	c.add(notIndented.At(c.src.extent(n.Content[i]), at, f.Key, listed(own)))
	return len(own)
}

// copyOf returns the name that a copy was made of, by what systems and browsers
// add to it.
func copyOf(stem string) (original string, is bool) {
	for _, sign := range []string{" - 副本", " - Copy", "的副本", " 副本", "副本", " copy", " ("} {
		if i := strings.Index(stem, sign); i > 0 {
			return stem[:i], true
		}
	}
	return "", false
}

// nameOfFile reports a file whose name cannot be the id of its record.
func nameOfFile(f found) diag.List {
	stem := f.id
	if original, is := copyOf(stem); is {
		return diag.List{copiedFile.At(whole(f.name), "", original+".yaml")}
	}
	if !idForm.MatchString(stem) {
		return diag.List{badFileName.At(whole(f.name), "", path.Base(f.name))}
	}
	return checkID(stem, whole(f.name), "")
}
