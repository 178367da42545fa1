package pagetest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jindu/generator/internal/browsertest"
	"jindu/generator/internal/testproject"
)

// The made-up site promises to update within 30 days; the notice comes on the day
// after, at +08:00, and never without scripts or without a promise.
func TestStaleNoticeInBrowser(t *testing.T) {
	b := browsertest.Start(t)
	root := t.TempDir()
	must(t, projects.CopySynthetic(root))
	name := filepath.Join(root, "data", "site.yaml")
	body, err := os.ReadFile(name)
	must(t, err)
	must(t, os.WriteFile(name, append([]byte("update_days: 30\n"), body...), 0o644))
	s := serveSite(t, buildSite(t, "synthetic", root, testproject.SyntheticDay, ""))
	promised := testproject.SyntheticDay.AddDays(30)
	if got, want := string(s.file("build.json")), `"next_update": "`+promised.String()+`"`; !strings.Contains(got, want) {
		t.Errorf("build.json lacks %s:\n%s", want, got)
	}
	const shown = `document.querySelector(".stale-notice").checkVisibility()`
	midnight := promised.Time().Add(24*time.Hour - 8*time.Hour) // the end of the promised day at +08:00
	for _, tc := range []struct {
		what string
		at   time.Time
		want bool
	}{
		{"the day of the build", testproject.SyntheticDay.Time(), false},
		{"the last minute promised", midnight.Add(-time.Minute), false},
		{"the first minute after", midnight.Add(time.Minute), true},
		{"a year after", midnight.AddDate(1, 0, 0), true},
	} {
		for _, page := range []string{"", "elder/", "en/"} {
			tab := browsertest.Open(t, b)
			must(t, tab.Look(desk))
			must(t, tab.Clock(tc.at))
			visit(t, tab, s.url+page)
			if got := browsertest.Eval[bool](t, tab, shown); got != tc.want {
				t.Errorf("%s on %q: shown is %v", tc.what, page, got)
			}
			report(t, "the browser complains", tab.Complaints())
			tab.Close()
		}
	}
	tab := browsertest.Open(t, b)
	must(t, tab.Scripts(false))
	must(t, tab.Clock(midnight.AddDate(1, 0, 0)))
	visit(t, tab, s.url)
	if browsertest.Eval[bool](t, tab, shown) {
		t.Error("shown without scripts")
	}
	words := browsertest.Eval[string](t, tab, `document.querySelector(".stale-notice").textContent`)
	if !strings.Contains(words, promised.Chinese()) || !strings.Contains(words, testproject.SyntheticDay.Chinese()) {
		t.Errorf("the notice says %q", words)
	}
}
