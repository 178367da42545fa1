package pagetest

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// all returns the elements below n, itself included, that match: a tag name, a
// .class, or an @attribute.
func all(n *html.Node, match string) []*html.Node {
	var out []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && is(d, match) {
			out = append(out, d)
		}
	}
	if n.Type == html.ElementNode && is(n, match) {
		out = append([]*html.Node{n}, out...)
	}
	return out
}

// one returns the first such element, nil where there is none.
func one(n *html.Node, match string) *html.Node {
	if found := all(n, match); len(found) > 0 {
		return found[0]
	}
	return nil
}

func is(n *html.Node, match string) bool {
	switch match[0] {
	case '.':
		return slices.Contains(strings.Fields(attr(n, "class")), match[1:])
	case '@':
		return has(n, match[1:])
	}
	return n.Data == match
}

func has(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// words is the text of an element, white space folded. Scripts, styles and the
// names inside drawings are no text of the page.
func words(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && slices.Contains([]string{"script", "style", "svg", "head"}, n.Data) {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// inside reports whether n stands below an element that matches.
func inside(n *html.Node, matches ...string) bool {
	for p := n; p != nil; p = p.Parent {
		if p.Type == html.ElementNode && slices.ContainsFunc(matches, func(m string) bool { return is(p, m) }) {
			return true
		}
	}
	return false
}

// metas returns the contents of the page's tags by name as written.
func (p *builtPage) metas() map[string][]string {
	out := map[string][]string{}
	for _, m := range all(p.doc, "meta") {
		if name := attr(m, "name"); name != "" {
			out[name] = append(out[name], attr(m, "content"))
		}
	}
	return out
}

// heading is the text of the page's h1.
func (p *builtPage) heading() string {
	if h := one(p.doc, "h1"); h != nil {
		return words(h)
	}
	return ""
}
