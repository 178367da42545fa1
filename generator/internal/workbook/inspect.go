package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"jindu/generator/internal/diag"
)

// fault is a problem of the whole file.
type fault struct {
	rule diag.Rule
	args []any
}

func faulty(rule diag.Rule, args ...any) *fault { return &fault{rule, args} }

// inspect judges the package before any of it is believed: its size, and that
// it holds nothing but what a filled-in sheet has.
func inspect(raw []byte) *fault {
	if len(raw) > MaxFile {
		return faulty(tooBig, fmt.Sprintf("%d MiB > %d MiB", len(raw)>>20, MaxFile>>20))
	}
	if bytes.HasPrefix(raw, []byte{0xD0, 0xCF, 0x11, 0xE0}) {
		return faulty(notWorkbook, "旧的 .xls 格式，或者加了密码 / an old .xls file, or one with a password")
	}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return faulty(notWorkbook, err)
	}
	if len(z.File) > maxParts {
		return faulty(tooBig, fmt.Sprintf("%d > %d", len(z.File), maxParts))
	}
	all := uint64(0)
	for _, f := range z.File {
		if all += f.UncompressedSize64; f.UncompressedSize64 > maxPart || all > maxUnpacked {
			return faulty(tooBig, fmt.Sprintf("%s %d MiB", path.Base(f.Name), f.UncompressedSize64>>20))
		}
	}
	for _, f := range z.File {
		if p := inspectPart(f); p != nil {
			return p
		}
		if err := unpacks(f); err != nil {
			return faulty(notWorkbook, fmt.Sprintf("%s: %v", path.Base(f.Name), err))
		}
	}
	return nil
}

// hasFormulas reports whether any sheet of an inspected file computes something.
// Looking at each cell takes half the time of an import.
func hasFormulas(raw []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return false
	}
	return slices.ContainsFunc(z.File, func(f *zip.File) bool {
		if !strings.Contains(strings.ToLower(f.Name), "worksheets/") {
			return false
		}
		part, err := f.Open()
		if err != nil {
			return false
		}
		defer part.Close()
		body, err := io.ReadAll(part)
		return err != nil || formulaTag.Match(body)
	})
}

// formulaTag begins a formula, whatever prefix the writer gives its names.
var formulaTag = regexp.MustCompile(`<([A-Za-z0-9_.-]+:)?f[\s/>]`)

// unpacks reads a part to its end. The zip reader stops where a part holds more
// than the list says; excelize would take what came before for the whole.
func unpacks(f *zip.File) error {
	body, err := f.Open()
	if err != nil {
		return err
	}
	defer body.Close()
	_, err = io.Copy(io.Discard, body)
	return err
}

func inspectPart(f *zip.File) *fault {
	name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
	has := func(part string) bool { return strings.Contains(name, part) }
	switch {
	case slices.ContainsFunc(active, has):
		return faulty(activeContent, path.Base(name))
	case slices.ContainsFunc(external, has):
		return faulty(externalLink, path.Base(name))
	case name == "[content_types].xml":
		return inspectXML(f, "Override", func(get func(string) string) *fault {
			if kind := strings.ToLower(get("ContentType")); strings.Contains(kind, "macroenabled") || strings.Contains(kind, "vbaproject") {
				return faulty(activeContent, path.Base(get("PartName")))
			}
			return nil
		})
	case strings.HasSuffix(name, ".rels"):
		return inspectXML(f, "Relationship", func(get func(string) string) *fault {
			// A typed web address becomes a link by itself, and harms no one.
			if strings.EqualFold(get("TargetMode"), "External") && path.Base(get("Type")) != "hyperlink" {
				return faulty(externalLink, path.Base(get("Target")))
			}
			return nil
		})
	}
	return nil
}

// inspectXML shows the attributes of each element of a name to f.
func inspectXML(part *zip.File, element string, f func(get func(string) string) *fault) *fault {
	body, err := part.Open()
	if err != nil {
		return faulty(notWorkbook, err)
	}
	defer body.Close()
	for d := xml.NewDecoder(body); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return faulty(notWorkbook, err)
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != element {
			continue
		}
		if p := f(func(name string) string {
			for _, a := range start.Attr {
				if a.Name.Local == name {
					return a.Value
				}
			}
			return ""
		}); p != nil {
			return p
		}
	}
}
