package chart

import "jindu/generator/internal/progress"

// The patterns that tell statuses apart where colours do not: in grey print and
// for eyes that see fewer colours. In the order of the legend a pattern stands
// beside a plain tone or a different pattern. The tones whose labels are dark on
// light (not started, undisclosed) stay plain, so that the labels stay readable.
//
// The stripes are drawn in --chart-decal, which darkens the tone under light
// labels and lightens it under dark ones.
func decalOf(s progress.Status) map[string]any {
	const quarter = 0.7853981633974483 // 45° in radians
	stripes := func(rotation float64, line, gap int) map[string]any {
		return map[string]any{
			"symbol": "rect", "dashArrayX": []int{20, 0}, "dashArrayY": []int{line, gap},
			"rotation": rotation, "color": "var(--chart-decal)",
		}
	}
	switch s {
	case progress.OnTrack:
		return stripes(2*quarter, 2, 6)
	case progress.Behind:
		return stripes(quarter, 3, 5)
	case progress.InProgress:
		return map[string]any{
			"symbol": "circle", "symbolSize": 0.7, "dashArrayX": []any{[]int{8, 8}, []int{0, 8, 8, 0}}, "dashArrayY": []int{6, 0},
			"color": "var(--chart-decal)",
		}
	case progress.Overdue:
		return stripes(-quarter, 4, 4)
	case progress.Lapsed:
		return stripes(0, 2, 6)
	case progress.Adjusted:
		return stripes(quarter, 1, 3)
	}
	return nil
}

// addDecal gives a series the pattern of its status, if that has one.
func addDecal(series map[string]any, s progress.Status) {
	if decal := decalOf(s); decal != nil {
		series["itemStyle"].(map[string]any)["decal"] = decal
	}
}
