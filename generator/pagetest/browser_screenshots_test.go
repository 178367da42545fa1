package pagetest

import (
	"bytes"
	"cmp"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jindu/generator/internal/browser"
	"jindu/generator/internal/browsertest"
	"jindu/generator/internal/testproject"
)

// shot is a reference picture of a page.
type shot struct {
	file   string
	path   string // of the page
	look   browser.Look
	budget int // bytes
}

// The pictures show the top of each type of page, as wide as a phone and a desk.
const (
	shotBudget = 120 * 1024
	homeBudget = 250 * 1024
)

// shots lists the pictures of the project's own site: one for each type of page
// in Chinese, width and scheme, and one for the README.
func shots(plan string) []shot {
	named := map[string]string{
		"home": "", "plan": plan + "/", "policy": plan + "/policy/", "tasks": plan + "/tasks/", "tasks-by-status": plan + "/tasks/by-status/lapsed/",
		"task": plan + "/tasks/t3-4/", "projects": plan + "/projects/", "project": plan + "/projects/cross-border/",
		"indicators": plan + "/indicators/", "indicator": plan + "/indicators/online-retail/", "units": "units/",
		"unit": "units/commerce-bureau/", "timetable": plan + "/timetable/", "undisclosed": plan + "/undisclosed/",
		"sources": plan + "/sources/", "method": "method/", "about": "about/", "sitemap": "sitemap/", "search": "search/", "not-found": "404.html",
	}
	out := []shot{{"../../docs/images/home.png", "", browser.Look{Width: 1366, Height: 900}, homeBudget}}
	for name, at := range named {
		for _, width := range []int{375, 1366} {
			for _, dark := range []bool{false, true} {
				scheme := "light"
				if dark {
					scheme = "dark"
				}
				file := fmt.Sprintf("../../docs/screenshots/%s-%d-%s.png", name, width, scheme)
				out = append(out, shot{file, at, browser.Look{Width: width, Height: 1000, Dark: dark}, shotBudget})
			}
		}
	}
	slices.SortFunc(out, func(a, b shot) int { return cmp.Compare(a.file, b.file) })
	return out
}

// UPDATE=1 takes the pictures anew; otherwise the test wants them to be there,
// of the right size and no heavier than they may be. It does not compare them:
// they show another day and another font on each machine.
func TestScreenshots(t *testing.T) {
	if os.Getenv("UPDATE") != "" {
		takeShots(t)
	}
	for _, s := range shots("zhoushan-ecommerce-2015") {
		body, err := os.ReadFile(s.file)
		if err != nil {
			t.Errorf("%v: take the pictures with UPDATE=1", err)
			continue
		}
		is, err := png.DecodeConfig(bytes.NewReader(body))
		if err != nil || is.Width != s.look.Width || is.Height != s.look.Height || len(body) > s.budget {
			t.Errorf("%s: %dx%d, %d bytes, %v; want %dx%d and at most %d bytes", s.file, is.Width, is.Height, len(body), err, s.look.Width, s.look.Height, s.budget)
		}
	}
}

func takeShots(t *testing.T) {
	t.Helper()
	root := t.TempDir()
	must(t, projects.Copy(root))
	site := serveSite(t, buildSite(t, "real", root, testproject.RealDay, ""))
	tab := browsertest.Open(t, browsertest.Start(t))
	for _, s := range shots(site.plan) {
		must(t, tab.Look(s.look))
		must(t, tab.Load(site.url+s.path))
		picture, err := tab.Screenshot()
		must(t, err)
		small, err := browsertest.Palettised(picture)
		must(t, err)
		must(t, os.MkdirAll(filepath.Dir(s.file), 0o755))
		must(t, os.WriteFile(s.file, small, 0o644))
		if strings.HasSuffix(s.file, "home.png") {
			t.Logf("%s: %d bytes", s.file, len(small))
		}
	}
}
