package site

import (
	"crypto/sha256"
	"encoding/hex"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// The paths of pages below a plan's root or the site's. They are public
// addresses: once published they are never changed.
const (
	policyPath      = "policy/"
	tasksPath       = "tasks/"
	byStatusPath    = "tasks/by-status/"
	byProjectPath   = "tasks/by-project/"
	byUnitPath      = "tasks/by-unit/"
	byYearPath      = "tasks/by-year/"
	byEvidencePath  = "tasks/by-evidence/"
	projectsPath    = "projects/"
	indicatorsPath  = "indicators/"
	timetablePath   = "timetable/"
	undisclosedPath = "undisclosed/"
	sourcesPath     = "sources/"
	changesPath     = "changes/"
	correctionsPath = "corrections/"
	unitsPath       = "units/"
	methodPath      = "method/"
	aboutPath       = "about/"
	verifyPath      = "verify/"
	guidesPath      = "guides/"
	mapPath         = "sitemap/"
	searchPath      = "search/"
	dataPath        = "data/"
	reportPath      = "report/"
)

func (p *planBuilder) taskPath(t *progress.Task) string {
	return p.root + tasksPath + t.Task.ID.V + "/"
}

func (p *planBuilder) projectPath(x *plan.Project) string {
	return p.root + projectsPath + x.ID.V + "/"
}

func (p *planBuilder) indicatorPath(i *progress.Indicator) string {
	return p.root + indicatorsPath + i.Indicator.ID.V + "/"
}

func (p *planBuilder) statusPath(s progress.Status) string {
	return p.root + byStatusPath + statusSlug(s) + "/"
}

// statusSlug is a status key as it stands in an address.
func statusSlug(s progress.Status) string {
	out := []byte(s)
	for i, c := range out {
		if c == '_' {
			out[i] = '-'
		}
	}
	return string(out)
}

func unitPath(u *plan.Unit) string { return unitsPath + u.ID.V + "/" }

// sourceAnchor names a source on the sources page by its address, so that the
// name stays when sources are added.
func sourceAnchor(url string) string {
	sum := sha256.Sum256([]byte(url))
	return "source-" + hex.EncodeToString(sum[:5])
}
