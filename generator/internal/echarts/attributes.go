package echarts

import (
	"encoding/xml"
	"fmt"
	"strings"
)

const svgNamespace = "http://www.w3.org/2000/svg"

// allowedElements is every element an SVG of ours may hold. There is none that
// runs, loads or links to anything.
func allowedElements() map[string]bool {
	allowed := map[string]bool{}
	for name := range strings.FieldsSeq(`svg g defs clipPath path rect circle ellipse line polyline polygon
		text tspan linearGradient radialGradient stop pattern filter feDropShadow`) {
		allowed[name] = true
	}
	return allowed
}

// allowedAttributes is every attribute an element may have, with the check its
// value must pass. Ids must start with the chart's own.
func allowedAttributes(id string, keepMeta bool) map[string]check {
	allowed := map[string]check{}
	add := func(c check, names string) {
		for name := range strings.FieldsSeq(names) {
			allowed[name] = c
		}
	}
	add(roundLength, `x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy width height font-size offset stroke-width letter-spacing`)
	add(isNumber, `opacity fill-opacity stroke-opacity stop-opacity flood-opacity stroke-miterlimit stroke-dashoffset`)
	add(roundList, `points stroke-dasharray stdDeviation viewBox`)
	add(roundPath, `d`)
	add(roundTransform, `transform gradientTransform patternTransform`)
	add(isPaint(id), `fill stroke stop-color flood-color color`)
	add(isOwnURL(id), `clip-path filter`)
	add(isOwnRef(id), `href`)
	add(isOwnID(id), `id`)
	add(isFontFamily, `font-family`)
	add(matching(weightPattern), `font-weight`)
	add(matching(keywordPattern), `font-style text-anchor dominant-baseline stroke-linecap stroke-linejoin
		fill-rule clip-rule paint-order pointer-events gradientUnits patternUnits patternContentUnits clipPathUnits spreadMethod`)
	add(exactly("preserve"), `xml:space`)
	if keepMeta {
		add(matching(indexPattern), `ecmeta_series_index ecmeta_data_index`)
	}
	return allowed
}

// attributes are the attributes of one element in the order they were found.
// Each name occurs once, as XML demands.
type attributes []declaration

func (a *attributes) set(name, value string, override bool) {
	for i := range *a {
		if (*a)[i].name == name {
			if override {
				(*a)[i].value = value
			}
			return
		}
	}
	*a = append(*a, declaration{name, value})
}

// attributesOf judges the attributes of an element. What is harmless but
// unknown is left out; what looks like an attack, or an allowed attribute with
// a value not of its kind, is reported.
func (s *scrubber) attributesOf(element string, found []xml.Attr) attributes {
	var out attributes
	for _, attr := range found {
		name := qualified(attr.Name)
		switch {
		case strings.HasPrefix(name, "xmlns"):
			s.checkNamespace(element, name, attr.Value)
		case strings.HasPrefix(strings.ToLower(attr.Name.Local), "on"):
			s.report("attribute %s on <%s>", name, element)
		case isForeign(attr.Value):
			s.report("%s on <%s> refers to something outside: %.60q", name, element, attr.Value)
		case name == "style":
			s.applyStyle(&out, element, attr.Value)
		default:
			s.apply(&out, element, name, attr.Value, false)
		}
	}
	return out
}

func qualified(n xml.Name) string {
	if n.Space != "" {
		return n.Space + ":" + n.Local
	}
	return n.Local
}

func (s *scrubber) checkNamespace(element, name, value string) {
	known := name == "xmlns" && value == svgNamespace ||
		name == "xmlns:xlink" && value == "http://www.w3.org/1999/xlink"
	if !known {
		s.report("namespace %s=%.60q on <%s>", name, value, element)
	}
}

func (s *scrubber) applyStyle(out *attributes, element, style string) {
	declarations, ok := fontDeclarations(style)
	if !ok {
		s.report("style on <%s> has a font that cannot be read: %.60q", element, style)
	}
	// A style wins over an attribute of the same name, as it does in CSS.
	for _, d := range declarations {
		s.apply(out, element, d.name, d.value, true)
	}
}

func (s *scrubber) apply(out *attributes, element, name, value string, override bool) {
	if name == "xlink:href" {
		name = "href"
	}
	judge, allowed := s.attributes[name]
	if !allowed {
		return
	}
	clean, ok := judge(value)
	if !ok {
		s.report("%s on <%s> has a value that is not allowed: %.60q", name, element, value)
		return
	}
	out.set(name, clean, override)
}

func (s *scrubber) report(format string, args ...any) {
	s.findings[fmt.Sprintf(format, args...)] = true
}
