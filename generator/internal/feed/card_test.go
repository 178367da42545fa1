package feed

import (
	"bytes"
	"encoding/xml"
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// A card is small, allows nothing but its own style, and says what and as of when.
func TestCardsAreSmallAndClosed(t *testing.T) {
	for _, s := range samples {
		files, r := write(t, s.site(t), s.day, "")
		cards := ending(t, files, ".html")
		if len(cards) != len(r.Tasks)+len(r.Indicators) {
			t.Errorf("%s: %d cards", s.name, len(cards))
		}
		for name, body := range cards {
			if len(body) > 20*1024 {
				t.Errorf("%s: %d bytes", name, len(body))
			}
			style := body[strings.Index(body, "<style>")+len("<style>") : strings.Index(body, "</style>")]
			if !strings.Contains(html.UnescapeString(body), policyOf(style)) {
				t.Errorf("%s: its policy does not allow its style", name)
			}
			if strings.Contains(body, "<script") || strings.Contains(body, " src=") || strings.Contains(body, "ZgotmplZ") {
				t.Errorf("%s: %s", name, body)
			}
			if !strings.Contains(body, r.AsOf.Chinese()) || !strings.Contains(body, "演示版") {
				t.Errorf("%s: no day, or passes for official:\n%s", name, body)
			}
		}
		for name, body := range ending(t, files, ".svg") {
			wellFormed(t, name, body)
		}
	}
}

// Titles are text: what looks like markup stays text in card and badge.
func TestCardsEscape(t *testing.T) {
	nasty := `</style><script>alert("1")</script>&'`
	c := card{Kind: "指标", Title: nasty, Plan: nasty, Mark: mark{Word: nasty}, Facts: []fact{{Label: nasty, Text: nasty}}, AsOf: plan.Date{Year: 2026, Month: 1, Day: 2}, page: "x/indicators/y/"}
	var page, badge bytes.Buffer
	must(t, c.write(&page, places{}))
	must(t, c.writeBadge(&badge))
	if strings.Contains(page.String(), "<script") || strings.Contains(badge.String(), "<script") {
		t.Errorf("%s\n%s", page.String(), badge.String())
	}
	var svg struct {
		Title string   `xml:"title"`
		Text  []string `xml:"g>text"`
	}
	must(t, xml.Unmarshal(badge.Bytes(), &svg))
	if !strings.Contains(svg.Title, nasty) || svg.Text[0] != nasty {
		t.Errorf("%+v", svg)
	}
}

func TestTextWidth(t *testing.T) {
	for s, want := range map[string]int{"": 0, "任务": 24, "1.1": 21, "任务1": 31, "（": 12} {
		if got := textWidth(s); got != want {
			t.Errorf("%q is %d wide, want %d", s, got, want)
		}
	}
}

// Colours and shapes off the site are those of the theme.
func TestMarksAreTheThemes(t *testing.T) {
	css, err := os.ReadFile("../../../themes/jindu/assets/css/tokens.css")
	must(t, err)
	icons, err := os.ReadFile("../../../themes/jindu/layouts/_partials/components/icon.html")
	must(t, err)
	light, dark, _ := strings.Cut(string(css), "/* intents: dark, as the system asks")
	for _, info := range progress.Statuses() {
		x, ok := tones[info.Status]
		if !ok {
			t.Errorf("%s has no tone", info.Status)
		}
		got := tone{
			colour(t, light, light, string(info.Status)), colour(t, light, light, string(info.Status)+"-text"),
			colour(t, light, dark, string(info.Status)), colour(t, light, dark, string(info.Status)+"-text"),
		}
		if x != got {
			t.Errorf("%s: %+v here, %+v in the theme", info.Status, x, got)
		}
		if shape := shapes[info.Shape]; shape == "" || !strings.Contains(string(icons), `"`+info.Shape+`" "`+shape+`"`) {
			t.Errorf("the shape of %s is not the theme's", info.Status)
		}
	}
}

// colour follows an intent of the part to its colour in the palette.
func colour(t *testing.T, palette, part, status string) string {
	t.Helper()
	intent := regexp.MustCompile(`--status-` + status + `: var\((--palette-[a-z-]+)\)`).FindStringSubmatch(part)
	if intent == nil {
		t.Fatalf("no --status-%s", status)
	}
	return regexp.MustCompile(regexp.QuoteMeta(intent[1]) + `: (#[0-9a-f]{6})`).FindStringSubmatch(palette)[1]
}
