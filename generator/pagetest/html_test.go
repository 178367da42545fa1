package pagetest

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"jindu/generator/internal/feed"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/testproject"
)

// builtSite is a site as it would be published, with the reports it was made
// from and every page read back.
type builtSite struct {
	name   string
	root   string // of the project
	base   string // address it was built for, "" where that is not known
	plan   string // id of its only plan
	report *progress.Report
	pages  map[string]*builtPage // by path below the site's root: "", "units/", "404.html"
}

type builtPage struct {
	path string
	kind string // its path with ids replaced by *: "zhoushan/tasks/*"
	size int
	doc  *html.Node
}

// officialAddress is where the synthetic site is built for in its official
// edition: below a folder of a host, as a ministry would have it.
const officialAddress = "https://www.synthetic-city.gov.cn/ztzl/jindu/"

const officialEdition = `edition: official
title: 合成数据示例：重点任务进展
base_url: ` + officialAddress + `
publisher:
  name: 合成测试单位
  contact: 合成测试电话
  source: 合成测试单位
filing:
  site_id_code: "9900000001"
  icp: 合成备案0号
  police: 合成公安备案0号
  police_code: "99000000000001"
  mark: https://bszs.conac.cn/synthetic
  find_error: https://zfwzzc.www.gov.cn/synthetic
`

// buildSites builds the project's own site and the synthetic one.
func buildSites(t testing.TB) []*builtSite {
	t.Helper()
	own, made := t.TempDir(), t.TempDir()
	must(t, projects.Copy(own))
	must(t, projects.CopySynthetic(made))
	return []*builtSite{
		buildSite(t, "real", own, testproject.RealDay, ""),
		buildSite(t, "synthetic", made, testproject.SyntheticDay, ""),
	}
}

// buildOfficial builds the synthetic site in its official edition.
func buildOfficial(t testing.TB) *builtSite {
	t.Helper()
	root := t.TempDir()
	must(t, projects.CopySynthetic(root))
	must(t, os.WriteFile(filepath.Join(root, "data", "site.yaml"), []byte(officialEdition), 0o644))
	return buildSite(t, "official", root, testproject.SyntheticDay, officialAddress)
}

func buildSite(t testing.TB, name, root string, day plan.Date, base string) *builtSite {
	t.Helper()
	build := []string{"build", "--root", root, "--as-of", day.String(), "--output", filepath.Join(root, "public")}
	if base != "" {
		build = append(build, "--base-url", base)
	}
	jindu(t, build...)
	report := judged(t, root, day)
	s := &builtSite{
		name: name, root: root, base: base, plan: report.Plan.ID.V, report: report, pages: map[string]*builtPage{},
	}
	files := os.DirFS(s.public())
	must(t, fs.WalkDir(files, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(file) != ".html" || strings.HasPrefix(file, feed.Folder) { // cards are no pages: see follow
			return err
		}
		body, err := fs.ReadFile(files, file)
		if err != nil {
			return err
		}
		doc, err := html.Parse(bytes.NewReader(body))
		at := strings.TrimSuffix(file, "index.html")
		s.pages[at] = &builtPage{path: at, kind: s.kindOf(at), size: len(body), doc: doc}
		return err
	}))
	return s
}

func (s *builtSite) public() string { return filepath.Join(s.root, "public") }

// collections are the folders whose pages are of one type.
var collections = []string{"tasks", "projects", "indicators", "units"}

// isCollection reports whether the pages of a folder are of one type: those of
// collections, and the filtered lists under by-….
func isCollection(folder string) bool {
	return slices.Contains(collections, folder) || strings.HasPrefix(folder, "by-")
}

// kindOf is the type of the page at a path: the path with the plan as P and
// members of collections as *.
func (s *builtSite) kindOf(at string) string {
	parts := strings.Split(strings.TrimSuffix(at, "/"), "/")
	for i := range parts {
		switch {
		case parts[i] == s.plan:
			parts[i] = "P"
		case i > 0 && isCollection(parts[i-1]) && !isCollection(parts[i]):
			parts[i] = "*"
		}
	}
	return strings.Join(parts, "/")
}

// sorted lists the pages by path.
func (s *builtSite) sorted() []*builtPage {
	var out []*builtPage
	for _, at := range slices.Sorted(maps.Keys(s.pages)) {
		out = append(out, s.pages[at])
	}
	return out
}

// readingPages are the pages a reader can be led to: all but the one that stands
// for those that are missing.
func (s *builtSite) readingPages() []*builtPage {
	return slices.DeleteFunc(s.sorted(), func(p *builtPage) bool { return strings.HasSuffix(p.path, "404.html") })
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Every page of three whole sites keeps what the conventions of government
// sites, readers and machines rely on.
func TestBuiltPages(t *testing.T) {
	sites := buildSites(t)
	official := buildOfficial(t)
	for _, s := range append(sites, official) {
		t.Run(s.name, func(t *testing.T) {
			t.Run("structure", s.structure)
			t.Run("heads", s.heads)
			t.Run("chrome", s.chrome)
			t.Run("links", s.links)
			t.Run("words", s.words)
			t.Run("charts", s.charts)
			t.Run("figures", s.figures)
			t.Run("numbers", s.numbers)
			t.Run("downloads", s.downloads)
			t.Run("follow", s.follow)
			t.Run("home", s.home)
		})
	}
	t.Run("official edition", official.edition)
	t.Run("sitemap", official.sitemap)
}
