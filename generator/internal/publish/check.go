// Package publish takes a freshly built site from its staging folder to the
// public one: it checks every page, and only a site without a fault replaces the
// one that stands there.
package publish

import (
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"jindu/generator/internal/diag"
)

// checker holds what the pages offer and what they ask for.
type checker struct {
	files   map[string]bool            // every file, slash-separated from the root
	ids     map[string]map[string]bool // ids by page
	wanted  []reference
	found   diag.List
	baseURL string
}

// reference is a link of a page to somewhere within the site.
type reference struct {
	page, raw, target, fragment string
}

// Check reads every page of the site in dir and reports broken links and
// anchors, repeated ids, pages without exactly one h1, and anything that a page
// would load from another host. baseURL is the site's own address, or "".
func Check(dir, baseURL string) (diag.List, error) {
	c := &checker{files: map[string]bool{}, ids: map[string]map[string]bool{}, baseURL: baseURL}
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			c.files[name] = true
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if !c.files["index.html"] {
		c.add(ruleNoHome, "index.html")
	}
	names := sortedKeys(c.files)
	parsed := parseAll(root, names)
	for i, name := range names {
		if parsed[i].err != nil {
			return nil, fmt.Errorf("%s: %w", name, parsed[i].err)
		}
		if doc := parsed[i].doc; doc != nil {
			c.page(name, doc)
		}
		for _, address := range parsed[i].fetched {
			c.loads(name, address)
		}
	}
	c.resolve()
	return c.found.Sorted(), nil
}

// read is a file as far as the checks need it: a page's nodes, or what a style
// sheet fetches.
type read struct {
	doc     *html.Node
	fetched []string
	err     error
}

// parseAll reads the files on all processors, which is most of the work; the
// result has the order of the names.
func parseAll(root fs.FS, names []string) []read {
	out := make([]read, len(names))
	each(len(names), func(i int) { out[i] = parse(root, names[i]) })
	return out
}

// each calls f for 0 to n-1 on all processors and returns when all are done.
func each(n int, f func(i int)) {
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	workers.Wait()
}

func parse(root fs.FS, name string) read {
	switch path.Ext(name) {
	case ".html":
		f, err := root.Open(name)
		if err != nil {
			return read{err: err}
		}
		defer f.Close()
		doc, err := html.Parse(f)
		return read{doc: doc, err: err}
	case ".css":
		fetched, err := style(root, name)
		return read{fetched: fetched, err: err}
	}
	return read{}
}

// cssAddress finds what a style sheet fetches: url(…) and @import "…".
var cssAddress = regexp.MustCompile(`(?:url\(\s*["']?|@import\s+["'])([^"')\s]+)`)

func style(root fs.FS, name string) (fetched []string, err error) {
	body, err := fs.ReadFile(root, name)
	for _, m := range cssAddress.FindAllStringSubmatch(string(body), -1) {
		fetched = append(fetched, m[1])
	}
	return fetched, err
}

func (c *checker) page(name string, doc *html.Node) {
	c.ids[name] = map[string]bool{}
	headings := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "h1" {
			headings++
		}
		c.element(name, n)
	}
	if headings != 1 {
		c.add(ruleHeading, name, headings)
	}
}

func (c *checker) element(page string, n *html.Node) {
	for _, a := range n.Attr {
		switch a.Key {
		case "id":
			if c.ids[page][a.Val] {
				c.add(ruleRepeatedID, page, a.Val)
			}
			c.ids[page][a.Val] = true
		case "style":
			c.add(ruleInlineStyle, page, n.Data)
		case "src", "srcset", "poster", "data", "action":
			c.loads(page, a.Val)
		case "href":
			c.href(page, n, a.Val)
		}
		if strings.HasPrefix(a.Key, "on") {
			c.add(ruleHandler, page, a.Key)
		}
	}
}

// href parts addresses that a browser fetches for the page from those that a
// reader follows.
func (c *checker) href(page string, n *html.Node, value string) {
	if n.Data == "link" && !followed(n) {
		c.loads(page, value)
		return
	}
	c.refer(page, value)
}

// followed reports whether a link element only names a place (canonical and its
// kind) rather than fetching it.
func followed(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "rel" {
			return slices.Contains([]string{"canonical", "alternate", "license", "author", "help"}, a.Val)
		}
	}
	return false
}

func (c *checker) loads(page, value string) {
	u, err := url.Parse(c.own(value))
	if err != nil || u.Host != "" {
		c.add(ruleForeign, page, value)
		return
	}
	if u.Scheme != "data" {
		c.refer(page, value)
	}
}

// own turns the site's absolute addresses into paths from its root.
func (c *checker) own(value string) string {
	if c.baseURL == "" {
		return value
	}
	if rest, ok := strings.CutPrefix(value, c.baseURL); ok {
		return "/" + rest
	}
	return value
}

// refer notes a link within the site; links that leave it are the reader's
// choice and are not followed here.
func (c *checker) refer(page, value string) {
	if strings.HasPrefix(value, "/") && !strings.HasPrefix(value, "//") {
		c.add(ruleRooted, page, value)
		return
	}
	value = c.own(value)
	u, err := url.Parse(value)
	if err != nil {
		c.add(ruleBadLink, page, value)
		return
	}
	if u.Scheme != "" || u.Host != "" {
		return
	}
	target := page
	if u.Path != "" {
		target = served(path.Join(c.base(page, u.Path), u.Path), u.Path)
	}
	c.wanted = append(c.wanted, reference{page: page, raw: value, target: target, fragment: u.Fragment})
}

// base is the folder that a link's path starts from.
func (c *checker) base(page, link string) string {
	if strings.HasPrefix(link, "/") {
		return ""
	}
	return path.Dir(page)
}

// served turns the path of a link into the file a server would send for it.
func served(name, link string) string {
	name = strings.TrimPrefix(name, "/")
	if strings.HasSuffix(link, "/") || name == "." || name == "" || strings.HasSuffix(link, ".") {
		return path.Join(name, "index.html")
	}
	return name
}

func (c *checker) resolve() {
	for _, r := range c.wanted {
		switch {
		case !c.files[r.target]:
			c.add(ruleBroken, r.page, r.raw)
		case r.fragment != "" && !c.ids[r.target][r.fragment]:
			c.add(ruleAnchor, r.page, r.raw)
		}
	}
}

func (c *checker) add(r diag.Rule, page string, args ...any) {
	c.found.Add(r.At(diag.Range{File: page}, "", args...))
}

func sortedKeys(m map[string]bool) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
