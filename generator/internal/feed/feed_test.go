package feed

import (
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// gofeed reads every feed: both forms say the same, newest first, every entry
// with an id of its own, a day and a page.
func TestFeedsInAReaderNotOurs(t *testing.T) {
	for _, s := range samples {
		for _, base := range []string{"", testBase} {
			t.Run(s.name+" "+base, func(t *testing.T) {
				files, r := write(t, s.site(t), s.day, base)
				most, kinds := 0, map[string]bool{}
				for name, body := range ending(t, files, ".atom") {
					wellFormed(t, name, body)
					a := parse(t, name, body)
					j := parse(t, name, files[strings.TrimSuffix(name, ".atom")+".json"])
					if a.FeedType != "atom" || a.FeedVersion != "1.0" || j.FeedType != "json" || j.FeedVersion != "https://jsonfeed.org/version/1.1" {
						t.Errorf("%s: read as %s %s and %s %s", name, a.FeedType, a.FeedVersion, j.FeedType, j.FeedVersion)
					}
					same(t, name, a, j, base)
					most = max(most, len(a.Items))
					for _, i := range a.Items {
						kinds[i.Categories[0]] = true
					}
				}
				if most < 10 || !kinds["进展"] || !kinds["实际值"] || !kinds["状态变化"] {
					t.Errorf("at most %d entries in a feed, of kinds %v", most, slices.Collect(maps.Keys(kinds)))
				}
				if n := len(ending(t, files, ".atom")); n != 3+len(r.Tasks)+len(r.Indicators)+len(r.Units) {
					t.Errorf("%d feeds", n)
				}
			})
		}
	}
}

func parse(t *testing.T, name, body string) *gofeed.Feed {
	t.Helper()
	f, err := gofeed.NewParser().ParseString(body)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return f
}

func same(t *testing.T, name string, a, j *gofeed.Feed, base string) {
	t.Helper()
	if a.Title == "" || a.Title != j.Title || len(a.Items) != len(j.Items) || len(a.Authors) != 1 {
		t.Errorf("%s: title %q with %d entries, in JSON %q with %d", name, a.Title, len(a.Items), j.Title, len(j.Items))
		return
	}
	seen := map[string]bool{}
	last := *a.UpdatedParsed
	for k, i := range a.Items {
		o := j.Items[k]
		if i.GUID == "" || seen[i.GUID] || i.GUID != o.GUID || i.Title != o.Title || i.Content != o.Content {
			t.Errorf("%s: entry %d: %+v and %+v", name, k, i, o)
		}
		seen[i.GUID] = true
		if !i.UpdatedParsed.Equal(*o.PublishedParsed) || i.UpdatedParsed.After(last) || i.UpdatedParsed.UTC().Hour() != 16 {
			t.Errorf("%s: entry %d is of %s, the one before of %s", name, k, i.UpdatedParsed, last)
		}
		last = *i.UpdatedParsed
		if base != "" && (i.Link != o.Link || !strings.HasPrefix(o.Link, base)) || base == "" && o.Link != "" {
			t.Errorf("%s: entry %d links to %q and %q", name, k, i.Link, o.Link)
		}
	}
	if len(a.Items) > 0 && !a.UpdatedParsed.Equal(*a.Items[0].UpdatedParsed) {
		t.Errorf("%s: updated %s, its newest entry %s", name, a.UpdatedParsed, a.Items[0].UpdatedParsed)
	}
}

// wellFormed reads XML to its end, strictly.
func wellFormed(t *testing.T, name, body string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(body))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

// On the day of its document a plan has said nothing yet: its feeds are valid, and
// as old as the document.
func TestFeedWithoutEntries(t *testing.T) {
	site := samples[0].site(t)
	files, r := write(t, site, "2015-11-13", "")
	f := parse(t, "plan", files[planPage(r)+"plan.atom"])
	want := time.Date(2015, 11, 12, 16, 0, 0, 0, time.UTC)
	if len(f.Items) != 0 || !f.UpdatedParsed.Equal(want) {
		t.Errorf("%d entries, updated %s", len(f.Items), f.UpdatedParsed)
	}
	if j := files[planPage(r)+"plan.json"]; !strings.Contains(j, `"items":[]`) {
		t.Error(j)
	}
}

// Readers know an entry by its id: it stays when the site moves, when a summary is
// put right, and when more becomes known.
func TestIDsStay(t *testing.T) {
	s := samples[1]
	ids := func(day, base string, edit bool) map[string]bool {
		site := s.site(t)
		if edit {
			for _, x := range site.Plans[0].Tasks {
				for _, u := range x.Updates {
					u.Summary.V += "（改）"
				}
			}
		}
		files, r := write(t, site, day, base)
		out := map[string]bool{}
		for _, i := range parse(t, "plan", files[planPage(r)+"plan.json"]).Items {
			out[i.GUID] = true
		}
		return out
	}
	now := ids(s.day, "", false)
	if moved := ids(s.day, testBase, false); !maps.Equal(now, moved) {
		t.Error("other ids at another address")
	}
	if edited := ids(s.day, "", true); !maps.Equal(now, edited) {
		t.Error("other ids after a change of words")
	}
	earlier := ids("2025-03-31", "", false)
	if len(earlier) == 0 || len(earlier) >= len(now) {
		t.Fatalf("%d entries earlier, %d now", len(earlier), len(now))
	}
	for id := range earlier {
		if !now[id] {
			t.Errorf("%s is gone", id)
		}
	}
}

// The register has its feed; what nothing dates is in none.
func TestCorrectionsFeed(t *testing.T) {
	files, r := write(t, samples[1].site(t), samples[1].day, "")
	dated := 0
	for _, c := range r.Corrections() {
		if !c.Day.IsZero() {
			dated++
		}
	}
	f := parse(t, "corrections", files[planPage(r)+"corrections.atom"])
	if len(f.Items) != dated || dated == 0 {
		t.Errorf("%d entries for %d dated corrections", len(f.Items), dated)
	}
}

// What a build before left is used only where it is the same, is never written
// into, and goes when it is no longer made.
func TestCacheIsComparedAndShared(t *testing.T) {
	site := samples[1].site(t)
	r := progress.Assess(site, site.Plans[0], plan.Date{Year: 2025, Month: 9, Day: 30})
	dir := t.TempDir()
	cache := filepath.Join(dir, "cache")
	build := func(name string) string {
		out := filepath.Join(dir, name)
		must(t, Write(Options{Dir: out, Cache: cache, AsOf: r.AsOf}, site, []Source{{r, nil}}))
		body, err := os.ReadFile(filepath.Join(out, "follow", "since.json"))
		must(t, err)
		return string(body)
	}
	first := build("one")
	must(t, os.WriteFile(filepath.Join(dir, "one", "follow", "since.json"), []byte("altered"), 0o644)) // reaches the cache
	must(t, os.WriteFile(filepath.Join(cache, "old.atom"), nil, 0o644))
	if second := build("two"); second != first {
		t.Errorf("got %.80q", second)
	}
	if body, err := os.ReadFile(filepath.Join(dir, "one", "follow", "since.json")); err != nil || string(body) != "altered" {
		t.Errorf("a published file was written into: %v %.80q", err, body)
	}
	if _, err := os.Stat(filepath.Join(cache, "old.atom")); err == nil {
		t.Error("what is no longer made is still kept")
	}
}

func TestSameBytes(t *testing.T) {
	one, _ := write(t, samples[1].site(t), samples[1].day, testBase)
	two, _ := write(t, samples[1].site(t), samples[1].day, testBase)
	if !maps.Equal(one, two) {
		t.Error("two builds of the same data differ")
	}
}
