package echarts

import (
	"regexp"
	"strings"
)

// fontPattern reads the font shorthand as zrender writes it:
// [style] [weight] size[/line-height] family.
var fontPattern = regexp.MustCompile(`^(?:(normal|italic|oblique)\s+)?(?:(normal|bold|bolder|lighter|[1-9][0-9]{0,3})\s+)?([0-9.]+(?:px|em|rem|%)?)(?:/\S+)?\s+(.+)$`)

// declaration is one property of a style attribute, ready to be an attribute.
type declaration struct{ name, value string }

// fontDeclarations takes the font out of a style attribute. Under a strict
// content security policy style attributes have no effect, and every text would
// fall back to the page's font. Other properties are dropped. It reports false
// for a shorthand it cannot read.
func fontDeclarations(style string) ([]declaration, bool) {
	var out []declaration
	for part := range strings.SplitSeq(style, ";") {
		name, value, _ := strings.Cut(part, ":")
		name, value = strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value)
		switch name {
		case "font-size", "font-family", "font-weight", "font-style":
			out = append(out, declaration{name, value})
		case "font":
			long, ok := expandFont(value)
			if !ok {
				return nil, false
			}
			out = append(out, long...)
		}
	}
	return out, true
}

func expandFont(value string) ([]declaration, bool) {
	m := fontPattern.FindStringSubmatch(value)
	if m == nil {
		return nil, false
	}
	out := []declaration{{"font-size", m[3]}, {"font-family", m[4]}}
	if m[1] != "" && m[1] != "normal" {
		out = append(out, declaration{"font-style", m[1]})
	}
	if m[2] != "" && m[2] != "normal" {
		out = append(out, declaration{"font-weight", m[2]})
	}
	return out, true
}
