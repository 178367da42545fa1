package echarts

import (
	"math"
	"strconv"
)

// hasFullCircle tells a path with an arc that ends next to where it began. That
// is how zrender draws a whole circle, a ten-thousandth of a turn short of
// closing: round the two ends to the same point and the circle disappears;
// round them a little apart and it lies elsewhere.
func hasFullCircle(segments []segment) bool {
	var p pen
	for _, seg := range segments {
		size := arity(seg.command)
		for i := 0; i == 0 || i < len(seg.args); i += max(size, 1) {
			args := parseNumbers(seg.args[i : i+size])
			from := p.at
			p.move(seg.command, args, i == 0)
			if lower(seg.command) == 'a' && args[3] == 1 {
				gap := math.Hypot(p.at.x-from.x, p.at.y-from.y)
				if gap < 0.05*math.Max(math.Abs(args[0]), math.Abs(args[1])) {
					return true
				}
			}
		}
	}
	return false
}

func parseNumbers(texts []string) []float64 {
	out := make([]float64, len(texts))
	for i, text := range texts {
		out[i], _ = strconv.ParseFloat(text, 64) // roundNumber reports what is out of range
	}
	return out
}

type point struct{ x, y float64 }

// pen follows a path: where it is, and where the current subpath began.
type pen struct{ at, start point }

func (p *pen) move(command byte, args []float64, first bool) {
	origin := point{}
	if command >= 'a' { // lower case: relative to where the pen is
		origin = p.at
	}
	switch n := len(args); lower(command) {
	case 'z':
		p.at = p.start
	case 'h':
		p.at.x = origin.x + args[0]
	case 'v':
		p.at.y = origin.y + args[0]
	default:
		p.at = point{origin.x + args[n-2], origin.y + args[n-1]}
	}
	if lower(command) == 'm' && first {
		p.start = p.at
	}
}
