// Package browser runs Chromium without a window: to print a page of the built
// site as PDF, and to test what readers see. It knows nothing of plans or pages.
//
// Chromium is found on the machine and never downloaded. It runs with a fresh
// profile that is removed afterwards, and cannot reach any host but this machine:
// what a page looks like must not depend on what else is on the net.
package browser

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// PathVariable is the environment variable that names the Chromium to run.
const PathVariable = "CHROMIUM_PATH"

// ErrNotFound says that the machine has no Chromium.
var ErrNotFound = errors.New("no Chromium found: install Debian's package chromium, or set " + PathVariable)

// Find returns the program to run: the one that CHROMIUM_PATH names, else
// chromium, chromium-browser or google-chrome on the PATH. The error is
// ErrNotFound, or says why CHROMIUM_PATH cannot be run.
func Find() (string, error) {
	if named := os.Getenv(PathVariable); named != "" {
		found, err := exec.LookPath(named)
		if err != nil {
			return "", fmt.Errorf("%s: %w", PathVariable, err)
		}
		return found, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			return found, nil
		}
	}
	return "", ErrNotFound
}

// Browser is a running Chromium. Close ends it.
type Browser struct {
	// Product is the name and version it gives itself, such as "Chrome/130.0".
	Product string

	ctx  context.Context
	stop context.CancelFunc
}

// Start runs Chromium. It ends when ctx does, at the latest.
func Start(ctx context.Context) (*Browser, error) {
	program, err := Find()
	if err != nil {
		return nil, err
	}
	allocator, stop := chromedp.NewExecAllocator(ctx, flags(program)...)
	tab, _ := chromedp.NewContext(allocator)
	version, err := chromedp.CallBrowser(tab, browser.GetVersion, cdp.Empty{})
	if err != nil {
		stop()
		return nil, fmt.Errorf("start %s: %w", program, err)
	}
	return &Browser{Product: version.Product, ctx: tab, stop: stop}, nil
}

// flags keep Chromium to itself: no window, no services of its maker, no host
// but this machine. The profile is a new temporary folder, which the allocator
// makes and removes.
func flags(program string) []chromedp.ExecAllocatorOption {
	out := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(program),
		chromedp.Headless, chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck, chromedp.DisableGPU,
		chromedp.Flag("no-sandbox", os.Getuid() == 0), // Chromium refuses its sandbox to root
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"),
		chromedp.Flag("force-color-profile", "srgb"),
		chromedp.Flag("lang", "zh-CN"),
	}
	for _, name := range []string{
		"disable-background-networking", "disable-component-update", "disable-sync", "disable-quic",
		"disable-default-apps", "disable-extensions", "disable-breakpad", "disable-dev-shm-usage", "metrics-recording-only",
	} {
		out = append(out, chromedp.Flag(name, true))
	}
	return out
}

// Close ends the browser and removes its profile.
func (b *Browser) Close() error {
	err := chromedp.Cancel(b.ctx)
	b.stop()
	return err
}

// PrintPDF starts a browser for one page and writes the page to w as PDF. The
// size of the paper and its margins are those of the page's own @page rule.
func PrintPDF(ctx context.Context, url string, w io.Writer) error {
	b, err := Start(ctx)
	if err != nil {
		return err
	}
	return errors.Join(b.PrintPDF(ctx, url, w), b.Close())
}

// PrintPDF writes the page at url to w as PDF.
func (b *Browser) PrintPDF(ctx context.Context, url string, w io.Writer) error {
	t, err := b.Open(ctx)
	if err != nil {
		return err
	}
	defer t.Close()
	if err := t.Load(url); err != nil {
		return err
	}
	return t.PDF(w)
}
