package browser

import (
	"fmt"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Clock makes the pages that the tab opens from now on believe that it is at.
func (t *Tab) Clock(at time.Time) error {
	_, err := chromedp.Call(t.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{
		Source: fmt.Sprintf("Date.now = () => %d;", at.UnixMilli()),
	})
	return err
}
