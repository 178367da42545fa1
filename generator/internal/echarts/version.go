package echarts

import (
	_ "embed"
	"strings"
)

//go:embed bundle/VERSION
var versions string

// Version returns the version of ECharts in the bundle, as bundle/refresh.sh
// recorded it.
func Version() string {
	for line := range strings.Lines(versions) {
		if name, version, ok := strings.Cut(strings.TrimSpace(line), " "); ok && name == "echarts" {
			return version
		}
	}
	return ""
}
