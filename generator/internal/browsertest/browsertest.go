// Package browsertest opens pages in Chromium for tests.
package browsertest

import (
	"context"
	"errors"
	"os"
	"testing"

	"jindu/generator/internal/browser"
)

// Void is the result of an expression that has none: end it in "; ({})".
type Void struct{}

// Start runs Chromium until the test ends, or skips the test with the reason
// where there is none, unless the environment says that there has to be one.
func Start(t testing.TB) *browser.Browser {
	t.Helper()
	b, err := browser.Start(context.Background())
	if errors.Is(err, browser.ErrNotFound) && os.Getenv("CI") != "true" && os.Getenv("JINDU_REQUIRE_CHROMIUM") != "1" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

// Open opens a tab until the test ends.
func Open(t testing.TB, b *browser.Browser) *browser.Tab {
	t.Helper()
	tab, err := b.Open(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(tab.Close)
	return tab
}

// Eval runs an expression in the tab and fails the test where it throws.
func Eval[T any](t testing.TB, tab *browser.Tab, expression string) T {
	t.Helper()
	out, err := browser.Eval[T](tab, expression)
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return out
}
