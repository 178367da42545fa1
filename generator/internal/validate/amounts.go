package validate

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"jindu/generator/internal/diag"
)

// amount is a number as a Chinese sentence prints it: 2万亿元, 1,000家.
type amount struct {
	raw    string // the digits as printed
	number float64
	scale  float64 // 万 is 1e4, 亿 is 1e8
	rest   string  // what follows, beginning with the unit
}

var (
	amountForm = regexp.MustCompile(`(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?`)
	simplified = strings.NewReplacer("億", "亿", "萬", "万", "歐", "欧")
	scales     = []struct {
		word  string
		scale float64
	}{{"万亿", 1e12}, {"亿", 1e8}, {"万", 1e4}}
	currencies = []string{"美元", "欧元", "日元", "港元", "元"}
)

func amountsIn(sentence string) []amount {
	sentence = simplified.Replace(sentence)
	var out []amount
	for _, at := range amountForm.FindAllStringIndex(sentence, -1) {
		raw := sentence[at[0]:at[1]]
		number, err := strconv.ParseFloat(strings.ReplaceAll(raw, ",", ""), 64)
		if err != nil {
			continue
		}
		scale, rest := scaleOf(strings.TrimLeft(sentence[at[1]:], " 余多"))
		out = append(out, amount{raw, number, scale, rest})
	}
	return out
}

// scaleOf takes 万, 亿 or 万亿 off the front of a unit.
func scaleOf(unit string) (float64, string) {
	for _, s := range scales {
		if rest, ok := strings.CutPrefix(unit, s.word); ok {
			return s.scale, rest
		}
	}
	return 1, unit
}

func currencyOf(unit string) string {
	for _, c := range currencies {
		if strings.HasPrefix(unit, c) {
			return c
		}
	}
	return ""
}

// printed reports whether some sentence prints the figure, in any scale.
func (f figure) printed() bool {
	for _, q := range f.quotes {
		for _, a := range amountsIn(q.V) {
			if f.is(a) {
				return true
			}
		}
	}
	return false
}

// is reports whether the amount is the figure: the same quantity in the same
// currency, where both name one.
func (f figure) is(a amount) bool {
	scale, unit := scaleOf(f.unit)
	want, got := f.value.V.Float*scale, a.number*a.scale
	return math.Abs(want-got) <= 1e-9*math.Abs(want) && sameCurrency(unit, a.rest)
}

func sameCurrency(a, b string) bool {
	x, y := currencyOf(a), currencyOf(b)
	return x == "" || y == "" || x == y
}

// mismatch returns the first number in the sentences that has the figure's
// digits but another unit, unless a sentence prints the figure itself.
func (f figure) mismatch() (words string, at diag.Range, found bool) {
	if f.printed() {
		return "", diag.Range{}, false
	}
	_, unit := scaleOf(f.unit)
	for _, q := range f.quotes {
		for _, a := range amountsIn(q.V) {
			if a.number == f.value.V.Float && (a.scale != 1 || currencyOf(a.rest) != "" || strings.HasPrefix(a.rest, unit)) {
				return a.raw + a.unit(unit), q.At, true
			}
		}
	}
	return "", diag.Range{}, false
}

// unit names what follows the number: its scale, and the currency or the unit
// that was looked for.
func (a amount) unit(wanted string) string {
	name := currencyOf(a.rest)
	if name == "" && strings.HasPrefix(a.rest, wanted) {
		name = wanted
	}
	for _, s := range scales {
		if s.scale == a.scale {
			return s.word + name
		}
	}
	return name
}
