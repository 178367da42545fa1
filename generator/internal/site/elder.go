package site

import (
	"slices"
	"strings"

	"jindu/generator/internal/lang"
)

// elderLayouts are the layouts that the theme also has in a simpler form,
// named <layout>.elder.html.
var elderLayouts = []string{"home", "tasks", "task", "indicators", "indicator", "units", "unit"}

// markElder marks the pages of 长辈版: the main path of reading. It is in Chinese
// only, and of the lists of tasks it has the whole one and those by status.
func (b *builder) markElder() {
	if b.Lang != lang.ZH {
		return
	}
	for i, p := range b.pages {
		list := strings.Contains(p.Path, "/tasks/by-") && !strings.Contains(p.Path, "/"+byStatusPath)
		b.pages[i].Elder = slices.Contains(elderLayouts, p.Layout) && !list
	}
}
