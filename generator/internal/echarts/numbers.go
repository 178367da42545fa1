package echarts

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Two decimals are a hundredth of a unit in the drawing: invisible, and enough
// to absorb the last digit in which processors differ. The factors of a matrix
// are multiplied by lengths, so they keep four.
const (
	lengthDecimals = 2
	factorDecimals = 4
)

// largestNumber bounds what a drawing may hold. Anything larger is a
// computation gone wrong, and would be written with hundreds of digits.
const largestNumber = 1e9

var (
	numberPattern   = regexp.MustCompile(`^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?`)
	lengthPattern   = regexp.MustCompile(`^(.*[0-9.])(px|em|rem|%)?$`)
	functionPattern = regexp.MustCompile(`^\s*([a-zA-Z]+)\s*\(([^()]*)\)\s*,?`)
)

func round2(v float64) float64 {
	return math.Round(v*100) / 100
}

// roundNumber rewrites a number with at most that many decimals. It reports
// false for text that is not a number, NaN and infinity included.
func roundNumber(text string, decimals int) (string, bool) {
	if text == "" || numberPattern.FindString(text) != text {
		return "", false
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.Abs(v) > largestNumber {
		return "", false
	}
	out := strconv.FormatFloat(v, 'f', decimals, 64)
	out = strings.TrimRight(strings.TrimRight(out, "0"), ".")
	if out == "" || out == "-0" || out == "-" {
		out = "0"
	}
	return out, true
}

// roundLength accepts a number with an optional unit; px is the unit of a bare
// number already.
func roundLength(text string) (string, bool) {
	m := lengthPattern.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return "", false
	}
	n, ok := roundNumber(m[1], lengthDecimals)
	if !ok {
		return "", false
	}
	return n + strings.TrimPrefix(m[2], "px"), true
}

// roundList accepts numbers separated by spaces or commas.
func roundList(text string) (string, bool) {
	fields := splitNumbers(text)
	for i, f := range fields {
		n, ok := roundNumber(f, lengthDecimals)
		if !ok {
			return "", false
		}
		fields[i] = n
	}
	return strings.Join(fields, " "), true
}

func splitNumbers(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ',' || isSpace(r) })
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r'
}

// roundTransform accepts a list of transform functions.
func roundTransform(text string) (string, bool) {
	var out []string
	for strings.TrimSpace(text) != "" {
		m := functionPattern.FindStringSubmatch(text)
		if m == nil {
			return "", false
		}
		fn, ok := roundFunction(m[1], splitNumbers(m[2]))
		if !ok {
			return "", false
		}
		out = append(out, fn)
		text = text[len(m[0]):]
	}
	return strings.Join(out, " "), true
}

func roundFunction(name string, args []string) (string, bool) {
	least, most := 1, 1
	switch name {
	case "matrix":
		least, most = 6, 6
	case "translate", "scale":
		most = 2
	case "rotate":
		most = 3
	case "skewX", "skewY":
	default:
		return "", false
	}
	if len(args) < least || len(args) > most {
		return "", false
	}
	for i, arg := range args {
		decimals := lengthDecimals
		if name == "scale" || name == "matrix" && i < 4 {
			decimals = factorDecimals
		}
		// The pattern of a decal writes units, which SVG attributes lack.
		n, ok := roundNumber(strings.TrimSuffix(strings.TrimSuffix(arg, "px"), "deg"), decimals)
		if !ok {
			return "", false
		}
		args[i] = n
	}
	return name + "(" + strings.Join(args, " ") + ")", true
}
