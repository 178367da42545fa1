package opendata

import (
	"regexp"
	"slices"
	"testing"

	"jindu/generator/internal/plan"
)

func TestSDMXPeriods(t *testing.T) {
	for in, want := range map[string][2]string{
		"2020": {"A", "2020"}, "2020-H1": {"S", "2020-S1"}, "2020-Q3": {"Q", "2020-Q3"}, "2020-08": {"M", "2020-08"},
		"2020-08-31": {"D", "2020-08-31"}, "2018-01..2018-08": {"_O", "2018-01-01/P8M"}, "2018-11..2019-02": {"_O", "2018-11-01/P4M"},
	} {
		p, err := plan.ParsePeriod(in)
		must(t, err)
		if freq, period := sdmxPeriod(p); freq != want[0] || period != want[1] {
			t.Errorf("%s is %s %s, want %s %s", in, freq, period, want[0], want[1])
		}
	}
}

// The rules of SDMX-CSV 2.0: the columns that say what a row belongs to come
// first, an id has agency and version, dimensions are never empty and name one
// observation.
func TestSDMXFollowsTheFieldGuide(t *testing.T) {
	samples(t, func(t *testing.T, w written) {
		records := w.csv(t, "indicators.sdmx.csv")
		if !slices.Equal(records[0][:3], []string{"STRUCTURE", "STRUCTURE_ID", "ACTION"}) {
			t.Errorf("header %q", records[0])
		}
		id := regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_.-]*:[A-Za-z0-9_@$-]+\([0-9]+\.[0-9]+\.[0-9]+\)$`)
		value, status := slices.Index(records[0], "OBS_VALUE"), slices.Index(records[0], "OBS_STATUS")
		seen := map[string]bool{}
		for _, row := range records[1:] {
			if row[0] != "dataflow" || !id.MatchString(row[1]) || !slices.Contains([]string{"I", "A", "M", "R", "D"}, row[2]) {
				t.Errorf("row %q", row)
			}
			key := ""
			for _, dimension := range row[3:value] {
				key += dimension + "|"
				if dimension == "" {
					t.Errorf("an empty dimension: %q", row)
				}
			}
			if seen[key] {
				t.Errorf("two observations of %s", key)
			}
			seen[key] = true
			if (row[value] == "") != (row[status] == "O") {
				t.Errorf("value %q with status %s", row[value], row[status])
			}
		}
		if len(seen) != len(tableNamed(w.Tables, "series").Rows) {
			t.Errorf("%d observations of %d", len(seen), len(tableNamed(w.Tables, "series").Rows))
		}
	})
}
