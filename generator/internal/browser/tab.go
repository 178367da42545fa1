package browser

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Tab is one page in a browser. Its methods must not be called at the same time
// by two goroutines; different tabs can work at the same time.
type Tab struct {
	ctx  context.Context
	stop context.CancelFunc

	mu     sync.Mutex
	heard  []string
	loaded []string
}

// Open opens an empty tab, which ends when ctx does, at the latest.
func (b *Browser) Open(ctx context.Context) (*Tab, error) {
	inner, stop := chromedp.NewContext(b.ctx)
	t := &Tab{ctx: inner, stop: stop}
	unhook := context.AfterFunc(ctx, stop)
	t.stop = func() { unhook(); stop() }
	if err := chromedp.Listen(inner, t.record); err != nil {
		t.stop()
		return nil, fmt.Errorf("open a tab: %w", err)
	}
	_, errNetwork := chromedp.Call(inner, network.Enable, network.EnableParams{})
	_, errLog := chromedp.Call(inner, log.Enable, cdp.Empty{})
	if err := errors.Join(errNetwork, errLog); err != nil {
		t.stop()
		return nil, fmt.Errorf("open a tab: %w", err)
	}
	return t, nil
}

// patience is how long one command may take. A page that never finishes is an
// error, not a program that hangs.
const patience = time.Minute

// do runs one action with patience.
func do[T any](t *Tab, action chromedp.Action[T]) (T, error) {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, action)
}

// Close closes the tab.
func (t *Tab) Close() { t.stop() }

// record keeps what the page asked for and what it complained of.
func (t *Tab) record(ev any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch e := ev.(type) {
	case *network.EventRequestWillBeSent:
		t.loaded = append(t.loaded, e.Request.URL)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			t.heard = append(t.heard, fmt.Sprintf("%s: %s (%s)", e.Entry.Source, e.Entry.Text, e.Entry.URL))
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			t.heard = append(t.heard, fmt.Sprintf("console.%s", e.Type))
		}
	case *runtime.EventExceptionThrown:
		t.heard = append(t.heard, "exception: "+e.ExceptionDetails.Text)
	}
}

// Complaints returns what the browser reported since the last call: errors and
// warnings of the console, uncaught exceptions, breaches of a content policy.
func (t *Tab) Complaints() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	heard := t.heard
	t.heard = nil
	return heard
}

// Requests returns the addresses asked for since the last call, in order, the
// page's own first.
func (t *Tab) Requests() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	loaded := t.loaded
	t.loaded = nil
	return loaded
}

// Load opens a page and waits for its load event.
func (t *Tab) Load(url string) error {
	if _, err := do(t, chromedp.Navigate(url)); err != nil {
		return fmt.Errorf("load %s: %w", url, err)
	}
	return nil
}

// Press types keys, as runes of chromedp's package kb: "\t" is Tab, "\r" Enter.
func (t *Tab) Press(keys string) error {
	_, err := do(t, chromedp.KeyEvent(keys))
	return err
}

// PDF writes the page as PDF, on the paper that its @page rule asks for, with
// the tags that screen readers use.
func (t *Tab) PDF(w io.Writer) error {
	yes := true
	data, err := do(t, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), func(p *page.PrintToPDFParams) {
		p.PreferCSSPageSize, p.PrintBackground = &yes, &yes
		p.GenerateTaggedPDF, p.GenerateDocumentOutline = &yes, &yes
	}))
	if err != nil {
		return fmt.Errorf("print: %w", err)
	}
	_, err = w.Write(data)
	return err
}

// Screenshot returns what the viewport shows, as PNG.
func (t *Tab) Screenshot() ([]byte, error) { return do(t, chromedp.CaptureScreenshot()) }

// Eval runs an expression in the page and returns its value, after waiting for
// it where it is a promise.
func Eval[T any](t *Tab, expression string) (T, error) {
	return do(t, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// Scripts allows the page's scripts or forbids them, from the next page on. Eval
// works either way.
func (t *Tab) Scripts(allowed bool) error {
	_, err := chromedp.Call(t.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !allowed})
	return err
}
