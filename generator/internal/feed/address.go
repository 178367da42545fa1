package feed

import (
	"strings"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// Folder is where all files of this package stand below the site's root.
const Folder = "follow/"

// The pages of the site that the files lead to; the addresses are public and
// never change.
func taskPage(r *progress.Report, t *progress.Task) string {
	return planPage(r) + "tasks/" + t.Task.ID.V + "/"
}

func indicatorPage(r *progress.Report, i *progress.Indicator) string {
	return planPage(r) + "indicators/" + i.Indicator.ID.V + "/"
}

func planPage(r *progress.Report) string        { return r.Plan.ID.V + "/" }
func correctionsPage(r *progress.Report) string { return planPage(r) + "corrections/" }
func unitPage(u *plan.Unit) string              { return "units/" + u.ID.V + "/" }

// file is the name of a page's file of a kind below Folder: that of the page
// itself, with the ending.
func file(page, ending string) string { return strings.TrimSuffix(page, "/") + ending }

// places turns paths below the site's root into addresses.
type places struct{ base string }

// from is the address of a path for a file below Folder: the full one where the
// site's own is known, else relative to the file.
func (p places) from(file, path string) string {
	if p.base != "" {
		return p.base + path
	}
	up := strings.Repeat("../", strings.Count(Folder+file, "/"))
	if path == "" && up == "" {
		return "./"
	}
	return up + path
}

// known reports whether the site's own address is known.
func (p places) known() bool { return p.base != "" }
