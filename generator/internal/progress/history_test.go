package progress

import (
	"reflect"
	"testing"
)

func TestHistoryAddsUpOnEveryDayAndIsAsKnownThen(t *testing.T) {
	for seed := range 20 {
		s, p := randomPlan(uint64(seed), 20)
		asOf := on("2018-05-05")
		points := History(s, p, asOf)
		if len(points) < 2 || points[len(points)-1].Day != asOf {
			t.Fatalf("seed %d: %d points", seed, len(points))
		}
		for k, x := range points {
			n := 0
			for _, c := range x.Counts.Statuses {
				n += c.N
			}
			if n != len(p.Tasks) || x.Counts.Total != len(p.Tasks) {
				t.Errorf("seed %d, %s: %d of %d tasks", seed, x.Day, n, len(p.Tasks))
			}
			if k > 0 && !points[k-1].Day.Before(x.Day) {
				t.Errorf("seed %d: %s after %s", seed, x.Day, points[k-1].Day)
			}
			// A history told earlier says the same of the days it knew.
			if earlier := History(s, p, x.Day); !reflect.DeepEqual(earlier, points[:k+1]) {
				t.Errorf("seed %d: on %s the history was another", seed, x.Day)
			}
		}
	}
}

func TestHistoryHasTheEndsOfHalfYears(t *testing.T) {
	tests := []struct{ from, to, want string }{
		{"2015-11-09", "2017-03-01", "2015-12-31 2016-06-30 2016-12-31 2017-03-01"},
		{"2015-06-30", "2015-12-31", "2015-06-30 2015-12-31"},
		{"2015-11-09", "2015-11-09", "2015-11-09"},
		{"2015-11-09", "2015-11-08", ""},
	}
	for _, tt := range tests {
		got := ""
		for _, day := range halfYears(on(tt.from), on(tt.to)) {
			if got != "" {
				got += " "
			}
			got += day.String()
		}
		if got != tt.want {
			t.Errorf("from %s to %s: %s, want %s", tt.from, tt.to, got, tt.want)
		}
	}
}
