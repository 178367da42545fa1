package browser

import (
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// Look is how a reader sees a page. The zero value of a field means the usual:
// light, on a screen, one device pixel for each CSS pixel.
type Look struct {
	Width, Height int     // of the viewport, in CSS pixels
	Scale         float64 // device pixels for each CSS pixel
	Dark          bool    // prefers-color-scheme: dark
	Forced        bool    // forced-colors: active
	Print         bool    // the print style sheet
	Still         bool    // prefers-reduced-motion: reduce
}

// Look changes how the page is shown, at once and until the next call.
func (t *Tab) Look(l Look) error {
	scale := l.Scale
	if scale == 0 {
		scale = 1
	}
	metrics := emulation.SetDeviceMetricsOverrideParams{Width: int64(l.Width), Height: int64(l.Height), DeviceScaleFactor: scale}
	if _, err := chromedp.Call(t.ctx, emulation.SetDeviceMetricsOverride, metrics); err != nil {
		return err
	}
	media := emulation.SetEmulatedMediaParams{Media: "screen", Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: choose(l.Dark, "dark", "light")},
		{Name: "prefers-reduced-motion", Value: choose(l.Still, "reduce", "no-preference")},
		{Name: "forced-colors", Value: choose(l.Forced, "active", "none")},
	}}
	if l.Print {
		media.Media = "print"
	}
	_, err := chromedp.Call(t.ctx, emulation.SetEmulatedMedia, media)
	return err
}

func choose(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}

// Slow makes the machine and its connection slow: cpu is the factor by which it
// is slowed, bits the bits per second of the link, delay its round trip.
func (t *Tab) Slow(cpu float64, bits int, delay time.Duration) error {
	if _, err := chromedp.Call(t.ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: cpu}); err != nil {
		return err
	}
	rate := float64(bits) / 8
	_, err := chromedp.Call(t.ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{
			Latency: float64(delay.Milliseconds()), DownloadThroughput: rate, UploadThroughput: rate,
		}},
	})
	return err
}

// Forget makes the next page load everything anew.
func (t *Tab) Forget() error {
	_, err := chromedp.Call(t.ctx, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
	return err
}
