package pagetest

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Contrast is computed from the token file, for light and dark: words 4.5 to 1,
// shapes 3 to 1, on every surface they stand on.
func TestColoursAreFarEnoughApart(t *testing.T) {
	for name, tokens := range readTokens(t) {
		t.Run(name, func(t *testing.T) {
			colour := func(token string) [3]float64 {
				return tokenColour(t, tokens, token)
			}
			check := func(a, b string, least float64) {
				if got := contrast(colour(a), colour(b)); got < least {
					t.Errorf("%s on %s: %.2f, at least %.1f", a, b, got, least)
				}
			}
			surfaces := []string{"--surface", "--surface-raised"}
			for _, surface := range surfaces {
				for _, text := range []string{"--text", "--text-muted", "--link", "--accent"} {
					check(text, surface, 4.5)
				}
				check("--focus", surface, 3)
				check("--rule-strong", surface, 3)
			}
			check("--chrome-text", "--chrome", 4.5)
			check("--chrome-muted", "--chrome", 4.5)
			check("--notice-text", "--notice", 4.5)
			check("--chart-text", "--chart-surface", 4.5)
			check("--chart-line", "--chart-surface", 4.5) // its labels have its colour
			check("--chart-target", "--chart-surface", 4.5)
			check("--chart-path", "--chart-surface", 3)
			statuses := 0
			for token := range tokens {
				if strings.HasPrefix(token, "--status-") && !strings.HasSuffix(token, "-text") {
					statuses++
					check(token, "--chart-surface", 3)
					check(token, "--surface", 3)
					check(token, "--surface-raised", 3)
					check(token+"-text", token, 4.5)
				}
			}
			if statuses != 10 {
				t.Errorf("%d statuses have a colour, want 10", statuses)
			}
		})
	}
}

var (
	blockForm = regexp.MustCompile(`(?s)([^{}]+)\{((?:[^{}]|\{[^{}]*\})*)\}`)
	tokenForm = regexp.MustCompile(`(--[a-z_-]+):\s*([^;]+);`)
	hexForm   = regexp.MustCompile(`^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$`)
)

// readTokens returns the tokens by name: light and dark.
// Each has the palette and what the later blocks leave of the light ones.
func readTokens(t *testing.T) map[string]map[string]string {
	t.Helper()
	body, err := os.ReadFile("../../themes/jindu/assets/css/tokens.css")
	must(t, err)
	sheet := regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(string(body), "")
	light := map[string]string{}
	out := map[string]map[string]string{"light": light}
	for _, block := range blockForm.FindAllStringSubmatch(sheet, -1) {
		selector, inner := strings.TrimSpace(block[1]), block[2]
		into := light
		switch {
		case strings.Contains(selector, "forced-colors") || strings.Contains(selector, "prefers-contrast"):
			continue
		case strings.Contains(selector, "prefers-color-scheme: dark"):
			into = copied(light)
			out["dark"] = into
		case !strings.HasPrefix(selector, ":root"):
			continue
		}
		for _, m := range tokenForm.FindAllStringSubmatch(inner, -1) {
			into[m[1]] = strings.TrimSpace(m[2])
		}
	}
	if len(out) != 2 {
		t.Fatalf("found %d sets of tokens, want a light and a dark one", len(out))
	}
	return out
}

func copied(from map[string]string) map[string]string {
	out := map[string]string{}
	for k, v := range from {
		out[k] = v
	}
	return out
}

// tokenColour follows var() to a colour, as the parts of sRGB from 0 to 1.
func tokenColour(t *testing.T, tokens map[string]string, token string) [3]float64 {
	t.Helper()
	value, ok := tokens[token]
	if !ok {
		t.Fatalf("no token %s", token)
	}
	if inner, ok := strings.CutPrefix(value, "var("); ok {
		return tokenColour(t, tokens, strings.TrimSuffix(inner, ")"))
	}
	m := hexForm.FindStringSubmatch(value)
	if m == nil {
		t.Fatalf("%s is %q, which is no colour", token, value)
	}
	var out [3]float64
	for i := range out {
		n, _ := strconv.ParseUint(m[i+1], 16, 8)
		out[i] = float64(n) / 255
	}
	return out
}

// contrast is that of WCAG 2: from 1 to 21.
func contrast(a, b [3]float64) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c [3]float64) float64 {
	linear := func(v float64) float64 {
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}
