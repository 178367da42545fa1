package lang

import (
	"math"
	"strconv"
	"strings"
)

// Decimal prints f with at most the given places, rounded half away from zero,
// without trailing zeros: Decimal(20, 1) is "20", Decimal(12.25, 1) is "12.3".
// Comparisons never use it: they take the unrounded value.
func Decimal(f float64, places int) string {
	scale := math.Pow(10, float64(places))
	// The nearest decimal of 15 digits first, so that 0.285*100 rounds as 28.5.
	exact, err := strconv.ParseFloat(strconv.FormatFloat(f*scale, 'g', 15, 64), 64)
	if err != nil {
		exact = f * scale
	}
	s := strconv.FormatFloat(math.Round(exact)/scale, 'f', places, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return s
}
