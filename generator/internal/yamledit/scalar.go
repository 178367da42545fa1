package yamledit

import (
	"encoding/json"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/schema"
)

// The canonical form of a scalar is the one that the JavaScript library yaml
// writes, which web forms use: text stands plain where that can be read in one
// way only, else in double quotes, or in single quotes where it holds double
// ones; text of several lines is a literal block. Beyond that library's rules
// text is quoted where another reader of this project takes it for something
// else: 1_000, which some read as a number, and the quotation marks that the
// loader takes for a slip.

var (
	// notPlain matches what ends plain text or means something at its start.
	notPlain = regexp.MustCompile("^[\\n\\t ,\\[\\]{}#&*!|>'\"%@`]|^[?-]$|^[?-][ \\t]|[\\n:][ \\t]|[ \\t]\\n|[\\n\\t ]#|[\\n\\t :]$")
	// notPlainInFlow matches what plain text cannot hold inside brackets, and the
	// commas that the loader takes for slips there.
	notPlainInFlow = regexp.MustCompile(`[\[\]{},，、]`)
	// core matches what YAML 1.2 reads as null, truth value or number.
	core = regexp.MustCompile(`^(?:~|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE|0o[0-7]+|[-+]?[0-9]+|0x[0-9a-fA-F]+|(?i:[-+]?\.inf|\.nan)|` +
		`[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+|[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*))$`)
	// number matches what stands plain in fields of numbers.
	number = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
	day    = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`) // other times are text to some readers
	year   = regexp.MustCompile(`^[1-9][0-9]{3}$`)
	// marked matches text that the loader takes for badly quoted.
	marked = regexp.MustCompile(`^[＂＇＃－\x{3000}-]|^[–—−•·][ \x{3000}]|^“[^“”]+”$`)
	// onlySpaceAtEnd matches text that no block can hold.
	onlySpaceAtEnd = regexp.MustCompile(`\n[\t ]+$|^\s*$`)
)

// place says where a scalar stands.
type place struct {
	indent int  // of the key or dash it belongs to
	flow   bool // inside brackets
}

// scalar writes text as the value of a field of the kind. quoted keeps a year
// that stands in quotes as it is: forms write them so, people do not, and both
// read alike.
func scalar(kind schema.Kind, text string, quoted bool, at place) string {
	switch kind {
	case schema.KindNumber, schema.KindInt:
		if number.MatchString(text) {
			return text
		}
	case schema.KindBool:
		if text == "true" || text == "false" {
			return text
		}
	case schema.KindPeriod:
		if year.MatchString(text) && !quoted {
			return text
		}
	}
	switch {
	case strings.Contains(text, "\n") && !at.flow && !onlySpaceAtEnd.MatchString(text):
		return block(text, at.indent+2)
	case isPlain(text, at.flow):
		return text
	case strings.Contains(text, `"`) && !strings.Contains(text, "'") && !strings.Contains(text, "\n"):
		return "'" + text + "'"
	}
	return double(text)
}

// isPlain reports whether text can stand without quotes and is read as the same
// text by every reader.
func isPlain(text string, flow bool) bool {
	switch {
	case text == "" || strings.Contains(text, "\n") || notPlain.MatchString(text) || core.MatchString(text),
		flow && notPlainInFlow.MatchString(text),
		marked.MatchString(text), strings.Count(text, `"`)%2 == 1:
		return false
	}
	var n yaml.Node
	if err := yaml.Unmarshal([]byte("k: "+text), &n); err != nil || n.Kind != yaml.DocumentNode {
		return false
	}
	k := n.Content[0]
	if k.Kind != yaml.MappingNode || len(k.Content) != 2 {
		return false
	}
	v := k.Content[1]
	return v.Kind == yaml.ScalarNode && v.Style == 0 && v.Value == text && (v.Tag == "!!str" || v.Tag == "!!timestamp" && day.MatchString(text))
}

// double writes text in double quotes.
func double(text string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(text) // a string always encodes, and a Builder takes every write
	return strings.TrimSuffix(b.String(), "\n")
}

// block writes text of several lines as a literal block.
func block(text string, indent int) string {
	body := strings.TrimRight(text, "\n")
	sign := "|"
	switch len(text) - len(body) {
	case 0:
		sign += "-"
	case 1:
	default:
		sign += "+"
	}
	if strings.HasPrefix(strings.TrimLeft(body, "\n"), " ") {
		sign += "2" // the first line's own spaces are no indentation
	}
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for i, line := range lines {
		if line != "" {
			lines[i] = strings.Repeat(" ", indent) + line
		}
	}
	return sign + "\n" + strings.Join(lines, "\n")
}
