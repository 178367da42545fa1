package opendata

import (
	"strconv"
	"strings"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/schema"
)

func day(d plan.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

func given(v plan.DateValue) string {
	if !v.Given() {
		return ""
	}
	return day(v.V)
}

func count(n int) string { return strconv.Itoa(n) }

func truth(b bool) string { return strconv.FormatBool(b) }

// exact is an unrounded component: 15 significant digits, which every format
// keeps.
func exact(f *float64) string {
	if f == nil {
		return ""
	}
	g, err := strconv.ParseFloat(strconv.FormatFloat(*f, 'g', 15, 64), 64)
	if err != nil {
		return ""
	}
	return strconv.FormatFloat(g, 'f', -1, 64)
}

func lines(list []plan.String) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = s.V
	}
	return strings.Join(out, "\n")
}

// choices are the values of a key of the data files.
func choices(r *schema.Record, key string) []Choice {
	f, _ := r.Field(key)
	var out []Choice
	for _, c := range f.Choices {
		out = append(out, Choice{c.Value, c.Title})
	}
	return out
}

func statuses() []Choice {
	var out []Choice
	for _, info := range progress.Statuses() {
		out = append(out, Choice{string(info.Status), info.Label})
	}
	return out
}

func verdicts() []Choice {
	var out []Choice
	for _, info := range progress.Verdicts() {
		out = append(out, Choice{string(info.Verdict), info.Label})
	}
	return out
}
