package echarts

import (
	"strings"
	"unicode/utf8"
)

// writeRoot starts the SVG. The size is left to CSS, which needs the viewBox;
// the name and description come first, where screen readers look.
func (s *scrubber) writeRoot(found attributes) {
	root := attributes{{"xmlns", svgNamespace}}
	labels := s.labels()
	for _, a := range found {
		if a.name == "viewBox" {
			root.set(a.name, a.value, false)
		}
	}
	if len(root) == 1 {
		s.report("<svg> without a viewBox")
	}
	root.set("role", "img", false)
	var ids []string
	for _, l := range labels {
		ids = append(ids, s.opts.ID+"-"+l.name)
	}
	if len(ids) > 0 {
		root.set("aria-labelledby", strings.Join(ids, " "), false)
	}
	s.writeStart("svg", root)
	for i, l := range labels {
		s.closeTag()
		s.out.WriteString("\n<" + l.name + ` id="` + ids[i] + `">` + escapeText(l.value) + "</" + l.name + ">")
	}
}

func (s *scrubber) labels() []declaration {
	var out []declaration
	for _, l := range []declaration{{"title", s.opts.Title}, {"desc", s.opts.Desc}} {
		if l.value != "" {
			out = append(out, l)
		}
	}
	return out
}

// writeStart puts every element on its own line, which costs next to nothing
// compressed and makes two drawings comparable; not inside text, where a line
// break is a visible space.
func (s *scrubber) writeStart(name string, attrs attributes) {
	s.closeTag()
	if s.inText == 0 && s.out.Len() > 0 {
		s.out.WriteByte('\n')
	}
	s.out.WriteString("<" + name)
	for _, a := range attrs {
		s.out.WriteString(" " + a.name + `="` + escapeAttribute(a.value) + `"`)
	}
	s.pending = true
	if isTextElement(name) {
		s.inText++
	}
}

func (s *scrubber) writeEnd(name string) {
	if isTextElement(name) {
		s.inText--
	}
	if s.pending {
		s.pending = false
		s.out.WriteString("/>")
		return
	}
	s.out.WriteString("</" + name + ">")
}

// closeTag ends a start tag that turns out to have content.
func (s *scrubber) closeTag() {
	if s.pending {
		s.pending = false
		s.out.WriteByte('>')
	}
}

func isTextElement(name string) bool {
	return name == "text" || name == "tspan"
}

// escapeText keeps text readable: only what XML would misread is escaped. A
// carriage return would be read back as a line feed.
func escapeText(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#xD;").Replace(text)
}

func escapeAttribute(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;",
		"\r", "&#xD;", "\n", "&#xA;", "\t", "&#x9;").Replace(text)
}

// isXMLText reports whether XML 1.0 can hold the text at all, even escaped.
func isXMLText(text string) bool {
	for _, r := range text {
		control := r < ' ' && !isSpace(r)
		if control || r == 0xFFFE || r == 0xFFFF {
			return false
		}
	}
	return utf8.ValidString(text)
}
