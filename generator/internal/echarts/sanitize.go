package echarts

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// SanitizeOptions are the parts of a clean SVG that come from outside it.
type SanitizeOptions struct {
	// ID starts every id of the SVG, followed by a hyphen.
	ID string
	// Title and Desc become <title> and <desc>; an empty one is left out.
	Title, Desc string
	// KeepMeta keeps ecmeta_series_index and ecmeta_data_index.
	KeepMeta bool
}

// Sanitize rewrites an SVG so that it can stand in a page under a strict
// content security policy: only listed elements and attributes, no style, no
// reference beyond its own ids, numbers rounded, named for screen readers, and
// without a fixed size. Sanitising the result again changes nothing.
//
// The error lists everything that looks like an attack or a mistake, and
// whatever is not well-formed. Harmless extras (class, metadata, comments, the
// <style> element) are left out without a word.
func Sanitize(svg []byte, opts SanitizeOptions) ([]byte, error) {
	if !idPattern.MatchString(opts.ID) {
		return nil, fmt.Errorf("sanitise svg: the id %q is not lower-case letters, digits and hyphens", opts.ID)
	}
	if !isXMLText(opts.Title + opts.Desc) {
		return nil, errors.New("sanitise svg: the title or description holds characters that XML cannot")
	}
	s := &scrubber{
		opts:       opts,
		elements:   allowedElements(),
		attributes: allowedAttributes(opts.ID, opts.KeepMeta),
		findings:   map[string]bool{},
	}
	if err := s.scrub(svg); err != nil {
		return nil, fmt.Errorf("sanitise svg: %w", err)
	}
	if len(s.findings) > 0 {
		return nil, fmt.Errorf("sanitise svg: %s", listFindings(s.findings))
	}
	return s.out.Bytes(), nil
}

// listFindings sorts the findings and keeps the list readable: one bad colour
// may occur on a thousand shapes.
func listFindings(findings map[string]bool) string {
	const most = 10
	list := slices.Sorted(maps.Keys(findings))
	if extra := len(list) - most; extra > 0 {
		list = append(list[:most], fmt.Sprintf("and %d more", extra))
	}
	return strings.Join(list, "; ")
}

// scrubber reads an SVG token by token and writes the clean one. Tokens are
// read raw: the XML decoder's own handling of namespaces would rename what it
// is meant to judge.
type scrubber struct {
	opts       SanitizeOptions
	elements   map[string]bool
	attributes map[string]check
	findings   map[string]bool

	out     bytes.Buffer
	open    []string // names of the elements open in the input
	skip    int      // depth of the open element being left out; 0 for none
	inText  int      // how many <text> and <tspan> are open
	pending bool     // the last start tag is not closed with > yet
	done    bool     // the root element has ended
}

func (s *scrubber) scrub(svg []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := dec.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("not well-formed: %w", err)
		}
		if err := s.take(token); err != nil {
			return err
		}
	}
	if len(s.open) > 0 || !s.done {
		return errors.New("not well-formed: no complete <svg> element")
	}
	return nil
}

func (s *scrubber) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return s.start(t)
	case xml.EndElement:
		return s.end(qualified(t.Name))
	case xml.CharData:
		s.text(string(t))
	case xml.Directive:
		s.report("directive <!%.40s>", string(t))
	case xml.ProcInst:
		if t.Target != "xml" {
			s.report("processing instruction <?%s?>", t.Target)
		}
	}
	return nil
}

func (s *scrubber) start(t xml.StartElement) error {
	name := qualified(t.Name)
	if len(s.open) == 0 && (s.done || name != "svg") {
		return fmt.Errorf("expected one <svg> element, found <%s>", name)
	}
	s.open = append(s.open, name)
	if s.skip > 0 {
		return nil
	}
	switch {
	case name == "style" || name == "title" || name == "desc":
		s.skip = len(s.open)
	case !s.elements[name] || name == "svg" && len(s.open) > 1:
		s.report("element <%s>", name)
		s.skip = len(s.open)
	case name == "svg":
		s.writeRoot(s.attributesOf(name, t.Attr))
	default:
		s.writeStart(name, s.attributesOf(name, t.Attr))
	}
	return nil
}

func (s *scrubber) end(name string) error {
	depth := len(s.open)
	if depth == 0 || s.open[depth-1] != name {
		return fmt.Errorf("not well-formed: unexpected </%s>", name)
	}
	s.open = s.open[:depth-1]
	s.done = depth == 1
	if s.skip > 0 {
		if s.skip == depth {
			s.skip = 0
		}
		return nil
	}
	s.writeEnd(name)
	return nil
}

// text keeps the words of a chart exactly, and drops the white space between
// elements; other text outside <text> is not drawn anyway.
func (s *scrubber) text(chars string) {
	if s.skip > 0 || s.inText == 0 {
		return
	}
	s.closeTag()
	s.out.WriteString(escapeText(chars))
}
