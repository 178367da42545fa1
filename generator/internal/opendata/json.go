package opendata

import (
	"bufio"
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"
)

// heading is what each JSON file says before its tables.
type heading struct {
	Schema  string `json:"$schema"` // relative to the file
	Dataset string `json:"dataset"` // id of the plan
	AsOf    string `json:"as_of"`
	Title   string `json:"title"`
}

// writeJSON writes the bundle's rows as objects, one a line: numbers with the
// digits of their source, null where a cell is empty.
func writeJSON(w io.Writer, h heading, b bundle) error {
	h.Schema = strings.Repeat("../", strings.Count(b.path, "/")) + "schema.json"
	h.Title = b.title.ZH
	head, err := encode(h)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 1<<12) // w itself where it is one already
	out.Write(head[:len(head)-1])
	out.WriteString(",\"tables\":{")
	var line []byte
	for i, t := range b.tables {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n\"" + t.Name + "\":[")
		keys := make([][]byte, len(t.Columns))
		for k, c := range t.Columns {
			keys[k] = []byte(`"` + c.Name + `":`)
		}
		for k, row := range t.Rows {
			line = append(line[:0], '\n')
			if k > 0 {
				line = append(line[:0], ",\n"...)
			}
			if line, err = appendObject(line, t.Columns, keys, row); err != nil {
				return err
			}
			out.Write(line)
		}
		out.WriteString("\n]")
	}
	out.WriteString("\n}}\n")
	return out.Flush()
}

func appendObject(line []byte, columns []Column, keys [][]byte, row []string) ([]byte, error) {
	for i, cell := range row {
		if i == 0 {
			line = append(line, '{')
		} else {
			line = append(line, ',')
		}
		line = append(line, keys[i]...)
		switch {
		case cell == "":
			line = append(line, "null"...)
		case columns[i].Type == Integer || columns[i].Type == Decimal || columns[i].Type == Bool:
			line = append(line, cell...)
		default:
			var err error
			if line, err = appendString(line, cell); err != nil {
				return nil, err
			}
		}
	}
	return append(line, '}'), nil
}

// appendString quotes text; only what JSON must escape takes the slow way.
func appendString(line []byte, s string) ([]byte, error) {
	special := func(r rune) bool {
		return r < ' ' || r == '"' || r == '\\' || r == '\u2028' || r == '\u2029' || r == utf8.RuneError
	}
	if strings.ContainsFunc(s, special) {
		quoted, err := encode(s)
		return append(line, quoted...), err
	}
	line = append(line, '"')
	line = append(line, s...)
	return append(line, '"'), nil
}

// encode is json.Marshal without the escapes for HTML.
func encode(v any) ([]byte, error) {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return []byte(strings.TrimSuffix(b.String(), "\n")), err
}

// writeIndented writes a metadata document for machines and people.
func writeIndented(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
