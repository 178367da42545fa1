package plan

import (
	"fmt"
	"regexp"
	"strconv"
)

// Number is a decimal as its source printed it. Raw is what readers see, so
// that 2.50 stays 2.50; Float is what is compared, never rounded.
type Number struct {
	Raw   string
	Float float64
}

var numberForm = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)

// ParseNumber reads a plain decimal: no exponent, no grouping, no leading zero,
// at most 15 significant digits, so that every program reads the same value.
func ParseNumber(s string) (Number, error) {
	if !numberForm.MatchString(s) || digits(s) > 15 {
		return Number{}, fmt.Errorf("not a plain decimal number: %q", s)
	}
	f, err := strconv.ParseFloat(s, 64)
	return Number{Raw: s, Float: f}, err
}

func digits(s string) int {
	n := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}
