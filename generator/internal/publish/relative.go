package publish

import (
	"bytes"
	"strings"
)

// relative turns the addresses that the theme writes from the root of the site
// into addresses relative to the page name, so that one build works at any
// address. root is where the 404 page finds the site: it is served at any depth,
// so its links are full where the site's own address is known.
//
// A quoted address after an equals sign stands in attributes alone: in text and
// in scripts html/template writes a quote otherwise.
func relative(page []byte, name, root string) []byte {
	up := strings.Repeat("../", strings.Count(name, "/"))
	if strings.HasSuffix(name, "404.html") && root != "" {
		return to(page, "/", root)
	}
	if folder, _, below := strings.Cut(name, "/"); below { // as short as can be within the folder
		page = to(page, "/"+folder+"/", up[len("../"):])
	}
	return to(page, "/", up)
}

// to replaces the beginning of addresses.
func to(page []byte, from, up string) []byte {
	here := up
	if here == "" {
		here = "./"
	}
	page = bytes.ReplaceAll(page, []byte(`="`+from+`"`), []byte(`="`+here+`"`))
	return bytes.ReplaceAll(page, []byte(`="`+from), []byte(`="`+up))
}
