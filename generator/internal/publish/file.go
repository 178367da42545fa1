package publish

import (
	"bytes"
	"io"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"jindu/generator/internal/diag"
)

// file is one file of the site: what it offers, what it asks for, and what is
// wrong with it.
type file struct {
	name    string // slash-separated from the root
	baseURL string
	ids     map[string]bool
	wanted  []reference
	found   diag.List
}

// reference is a link of a page to somewhere within the site.
type reference struct {
	raw, target, fragment string
}

// element is a start tag.
type element struct {
	name       string
	attributes []attribute
}

type attribute struct{ key, value string }

// matters reports whether the checks read the file. Scripts and pictures have
// nothing for them.
func (f *file) matters() bool {
	if kept(f.name) {
		return false
	}
	kind := strings.ToLower(path.Ext(f.name))
	return kind == ".css" || readable[kind] || packed[kind]
}

// kept reports whether a file belongs to an archived edition, which was checked
// when it was made and never changes: it is published as it is and not read again.
func kept(name string) bool { return strings.HasPrefix(name, "asof/") }

// examine notes what the checks need of the file's content.
func (f *file) examine(body []byte) error {
	switch path.Ext(f.name) {
	case ".html":
		if err := f.page(body); err != nil {
			return err
		}
	case ".css":
		for _, m := range cssAddress.FindAllSubmatch(body, -1) {
			f.loads(string(m[1]))
		}
	}
	return f.refusePersonal(body)
}

// refusePersonal reports what belongs to a private person.
func (f *file) refusePersonal(body []byte) error {
	found, err := personalIn(f.name, body)
	for _, p := range found {
		f.add(rulePersonal, p.Kind.Title(), p.Masked)
	}
	return err
}

// cssAddress finds what a style sheet fetches: url(…) and @import "…".
var cssAddress = regexp.MustCompile(`(?:url\(\s*["']?|@import\s+["'])([^"')\s]+)`)

// page reads the tags of a page one by one: the checks need no tree.
func (f *file) page(body []byte) error {
	f.ids = map[string]bool{}
	headings := 0
	var e element // one for all: a site has a million attributes
	z := html.NewTokenizer(bytes.NewReader(body))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				return z.Err()
			}
			if headings != 1 {
				f.add(ruleHeading, headings)
			}
			return nil
		case html.StartTagToken, html.SelfClosingTagToken:
			e.read(z)
			if e.name == "h1" {
				headings++
			}
			f.element(e)
		}
	}
}

// read takes in the tag that the tokenizer stands at, with the attributes that the
// checks look at.
func (e *element) read(z *html.Tokenizer) {
	name, more := z.TagName()
	e.name, e.attributes = string(name), e.attributes[:0]
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if looked(key) {
			e.attributes = append(e.attributes, attribute{string(key), string(value)})
		}
	}
}

func looked(key []byte) bool {
	switch string(key) {
	case "id", "style", "src", "srcset", "poster", "data", "action", "href", "rel":
		return true
	}
	return bytes.HasPrefix(key, []byte("on"))
}

func (f *file) element(e element) {
	for _, a := range e.attributes {
		switch a.key {
		case "id":
			if f.ids[a.value] {
				f.add(ruleRepeatedID, a.value)
			}
			f.ids[a.value] = true
		case "style":
			f.add(ruleInlineStyle, e.name)
		case "src", "srcset", "poster", "data", "action":
			f.loads(a.value)
		case "href":
			f.href(e, a.value)
		}
		if strings.HasPrefix(a.key, "on") {
			f.add(ruleHandler, a.key)
		}
	}
}

// href parts addresses that a browser fetches for the page from those that a
// reader follows.
func (f *file) href(e element, value string) {
	if e.leavesEdition() {
		return
	}
	if e.name == "link" && !e.followed() {
		f.loads(value)
		return
	}
	f.refer(value)
}

// leavesEdition reports whether a link leads from an archived edition to the site
// of now, which it is not built with.
func (e element) leavesEdition() bool {
	return e.name == "a" && slices.Contains(e.attributes, attribute{"rel", "latest-version"})
}

// followed reports whether a link element only names a place (canonical and its
// kind) rather than fetching it.
func (e element) followed() bool {
	for _, a := range e.attributes {
		if a.key == "rel" {
			return slices.Contains([]string{"canonical", "alternate", "license", "author", "help"}, a.value)
		}
	}
	return false
}

func (f *file) loads(value string) {
	u, err := url.Parse(f.own(value))
	if err != nil || u.Host != "" {
		f.add(ruleForeign, value)
		return
	}
	if u.Scheme != "data" {
		f.refer(value)
	}
}

// own turns the site's absolute addresses into paths from its root.
func (f *file) own(value string) string {
	if f.baseURL == "" {
		return value
	}
	if rest, ok := strings.CutPrefix(value, f.baseURL); ok {
		return "/" + rest
	}
	return value
}

// refer notes a link within the site; links that leave it are the reader's
// choice and are not followed here.
func (f *file) refer(value string) {
	if strings.HasPrefix(value, "/") && !strings.HasPrefix(value, "//") {
		f.add(ruleRooted, value)
		return
	}
	value = f.own(value)
	u, err := url.Parse(value)
	if err != nil {
		f.add(ruleBadLink, value)
		return
	}
	if u.Scheme != "" || u.Host != "" {
		return
	}
	target := f.name
	if u.Path != "" {
		target = served(path.Join(f.base(u.Path), u.Path), u.Path)
	}
	f.wanted = append(f.wanted, reference{raw: value, target: target, fragment: u.Fragment})
}

// base is the folder that a link's path starts from.
func (f *file) base(link string) string {
	if strings.HasPrefix(link, "/") {
		return ""
	}
	return path.Dir(f.name)
}

// served turns the path of a link into the file a server would send for it.
func served(name, link string) string {
	name = strings.TrimPrefix(name, "/")
	if strings.HasSuffix(link, "/") || name == "." || name == "" || strings.HasSuffix(link, ".") {
		return path.Join(name, "index.html")
	}
	return name
}

// resolve reports the links of the file that lead nowhere in the site.
func (f *file) resolve(site map[string]*file) {
	for _, r := range f.wanted {
		target := site[r.target]
		switch {
		case target == nil:
			f.add(ruleBroken, r.raw)
		case r.fragment != "" && !target.ids[r.fragment]:
			f.add(ruleAnchor, r.raw)
		}
	}
}

func (f *file) add(r diag.Rule, args ...any) {
	f.found.Add(r.At(diag.Range{File: f.name}, "", args...))
}
