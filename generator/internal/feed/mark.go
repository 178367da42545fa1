package feed

import (
	"strings"

	"golang.org/x/text/width"

	"jindu/generator/internal/progress"
)

// tone is how a status looks off the site, where the theme's style sheet is not:
// its colour with the colour of words on it, for light and dark, and its shape.
// mark_test.go holds them to the theme's.
type tone struct{ Light, LightText, Dark, DarkText string }

var tones = map[progress.Status]tone{
	progress.Completed:   {"#1d6f52", "#ffffff", "#5cc29a", "#0b1118"},
	progress.OnTrack:     {"#22719c", "#ffffff", "#5ab4de", "#0b1118"},
	progress.Behind:      {"#a65b00", "#ffffff", "#e8a04a", "#0b1118"},
	progress.InProgress:  {"#5567b0", "#ffffff", "#a3b1ef", "#0b1118"},
	progress.NotStarted:  {"#6a7f9e", "#0b1118", "#8fa6c6", "#0b1118"},
	progress.Overdue:     {"#b3261e", "#ffffff", "#f2877c", "#0b1118"},
	progress.Lapsed:      {"#86466a", "#ffffff", "#d697b8", "#0b1118"},
	progress.Undisclosed: {"#808b96", "#0b1118", "#8a96a2", "#0b1118"},
	progress.Adjusted:    {"#7d6608", "#ffffff", "#d1b44a", "#0b1118"},
	progress.Terminated:  {"#3b4550", "#ffffff", "#b4bdc7", "#0b1118"},
}

// shapes are the icons of the theme on a field of 16 by 16.
var shapes = map[string]string{
	"check":    "M2 8.6 3.6 7.2 6 9.9 12.3 2.4 14 3.8 6.2 13z",
	"play":     "M4 1.6v12.8L14 8z",
	"triangle": "M8 1.5 15.2 14H.8z",
	"loop":     "M8 3V.4L12.2 4 8 7.6V5a4 4 0 1 0 4 4h2a6 6 0 1 1-6-6z",
	"circle":   "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm0 2.1a4.4 4.4 0 1 1 0 8.8 4.4 4.4 0 0 1 0-8.8z",
	"cross":    "M3.4 2 8 6.6 12.6 2 14 3.4 9.4 8 14 12.6 12.6 14 8 9.4 3.4 14 2 12.6 6.6 8 2 3.4z",
	"question": "M5.3 6H3.2C3.2 3.2 5.3 1.3 8 1.3s4.8 1.8 4.8 4.4c0 2.2-1.4 3.1-2.5 3.8-.9.6-1.3 1-1.3 2H7c0-2 1.1-2.9 2.1-3.6 1-.6 1.6-1.1 1.6-2.1 0-1.4-1.1-2.4-2.7-2.4S5.3 4.5 5.3 6zM7 12.8h2.1v2.1H7z",
	"dash":     "M2 6.8h12v2.4H2z",
	"unequal":  "M2 5h6.6l1.8-3.4 1.7.9L10.8 5H14v2H9.8l-1 2H14v2H7.7l-1.8 3.5-1.7-.9L5.5 11H2V9h4.5l1-2H2z",
	"square":   "M2.5 2.5h11v11h-11z",
}

// mark is the state of a record: word, shape and tone.
type mark struct {
	Word  string
	Shape string // as path data
	Tone  tone
}

func taskMark(t *progress.Task) mark {
	return mark{statusWords(t), shapes[t.Status.Info().Shape], tones[t.Status]}
}

// indicatorMark is the verdict on the target that speaks for the indicator now.
func indicatorMark(i *progress.Indicator) mark {
	verdict := i.Targets[i.Current].Verdict.Info()
	of := progress.Status(verdict.Tone)
	return mark{verdict.Label.ZH, shapes[of.Info().Shape], tones[of]}
}

// textWidth is about how wide words are in a sans-serif of 12 pixels: Chinese
// fills its square, Latin letters and digits about six tenths of it.
func textWidth(s string) int {
	tenths := 0
	for _, r := range s {
		switch k := width.LookupRune(r).Kind(); {
		case k == width.EastAsianWide || k == width.EastAsianFullwidth || k == width.EastAsianAmbiguous:
			tenths += 120
		case strings.ContainsRune("mwMW@%", r):
			tenths += 110
		default:
			tenths += 70
		}
	}
	return (tenths + 9) / 10
}
