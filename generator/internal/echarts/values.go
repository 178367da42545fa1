package echarts

import (
	"regexp"
	"strings"
)

// A check judges the value of an attribute: it returns the value as it is to be
// written, or false if the value is not of its kind. Writing a checked value
// through its check again gives the same value.
type check func(value string) (string, bool)

const (
	hexColour   = `#[0-9a-fA-F]{3,8}`
	namedColour = `[a-zA-Z]{3,24}` // includes none, transparent and currentColor
	funcColour  = `(?:rgb|rgba|hsl|hsla)\([0-9., %/]{1,60}\)`
	plainColour = `(?:` + hexColour + `|` + namedColour + `|` + funcColour + `)`
)

var (
	paintPattern    = regexp.MustCompile(`^(?:` + plainColour + `|var\(--[a-zA-Z0-9_-]+(?:, ?` + plainColour + `)?\))$`)
	keywordPattern  = regexp.MustCompile(`^[a-zA-Z-]{1,32}$`)
	weightPattern   = regexp.MustCompile(`^(?:normal|bold|bolder|lighter|inherit|[1-9][0-9]{0,3})$`)
	indexPattern    = regexp.MustCompile(`^[0-9]{1,9}$`)
	localURLPattern = regexp.MustCompile(`^url\(\s*['"]?#([A-Za-z][A-Za-z0-9-]*)['"]?\s*\)$`)
	localRefPattern = regexp.MustCompile(`^#([A-Za-z][A-Za-z0-9-]*)$`)
	idValuePattern  = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*$`)
	fontNamePattern = regexp.MustCompile(`^(?:[\pL_-][\pL\pN_ -]*|var\(--[a-zA-Z0-9_-]+\))$`)
)

func matching(pattern *regexp.Regexp) check {
	return func(value string) (string, bool) {
		value = strings.TrimSpace(value)
		return value, pattern.MatchString(value)
	}
}

func isNumber(value string) (string, bool) {
	return roundNumber(strings.TrimSpace(value), lengthDecimals)
}

func exactly(allowed string) check {
	return func(value string) (string, bool) { return value, value == allowed }
}

// ownID accepts ids of the chart itself: another chart's id would clash.
func ownID(id, prefix string) bool {
	return idValuePattern.MatchString(id) && strings.HasPrefix(id, prefix+"-")
}

func isOwnID(prefix string) check {
	return func(value string) (string, bool) { return value, ownID(value, prefix) }
}

func isOwnURL(prefix string) check {
	return func(value string) (string, bool) {
		m := localURLPattern.FindStringSubmatch(strings.TrimSpace(value))
		if m == nil || !ownID(m[1], prefix) {
			return "", false
		}
		return "url(#" + m[1] + ")", true
	}
}

func isOwnRef(prefix string) check {
	return func(value string) (string, bool) {
		m := localRefPattern.FindStringSubmatch(value)
		return value, m != nil && ownID(m[1], prefix)
	}
}

// isPaint accepts a colour, a custom property, or a gradient of this chart.
func isPaint(prefix string) check {
	colour, url := matching(paintPattern), isOwnURL(prefix)
	return func(value string) (string, bool) {
		if out, ok := colour(value); ok {
			return out, true
		}
		return url(value)
	}
}

// isFontFamily accepts a list of font names, and writes a name of several words
// in single quotes.
func isFontFamily(value string) (string, bool) {
	names := strings.Split(value, ",")
	for i, name := range names {
		name = strings.Trim(strings.TrimSpace(name), `'"`)
		name = strings.Join(strings.Fields(name), " ")
		if !fontNamePattern.MatchString(name) {
			return "", false
		}
		if strings.Contains(name, " ") {
			name = "'" + name + "'"
		}
		names[i] = name
	}
	return strings.Join(names, ","), true
}

// isForeign tells a value that would load or run something from outside, in
// whatever attribute it stands.
func isForeign(value string) bool {
	squeezed := strings.ToLower(strings.Join(strings.FieldsFunc(value, func(r rune) bool {
		return r <= ' ' || r == '\\' || r == '\'' || r == '"'
	}), ""))
	if strings.Contains(strings.ReplaceAll(squeezed, "url(#", ""), "url(") {
		return true
	}
	for _, sign := range []string{"javascript:", "vbscript:", "data:", "expression(", "@import", "://"} {
		if strings.Contains(squeezed, sign) {
			return true
		}
	}
	return false
}
