package feed

import (
	"encoding/json"
	"testing"

	"jindu/generator/internal/plan"
)

// A record's mark changes with what readers are told of it, and with nothing else.
func TestMarksOfSince(t *testing.T) {
	read := func(edit func(*plan.Site)) map[string]string {
		site := samples[1].site(t)
		edit(site)
		files, _ := write(t, site, samples[1].day, "")
		var s since
		must(t, json.Unmarshal([]byte(files["since.json"]), &s))
		out := map[string]string{}
		for _, r := range s.Records {
			out[r.Page] = r.Mark
		}
		return out
	}
	before := read(func(*plan.Site) {})
	task := ""
	after := read(func(s *plan.Site) {
		for _, x := range s.Plans[0].Tasks {
			if len(x.Updates) > 0 && task == "" {
				task = s.Plans[0].ID.V + "/tasks/" + x.ID.V + "/"
				x.Updates[0].Summary.V += "（改）"
			}
		}
	})
	if len(before) != len(after) || task == "" {
		t.Fatalf("%d and %d records, %q changed", len(before), len(after), task)
	}
	for page := range before {
		if changed := before[page] != after[page]; changed != (page == task) {
			t.Errorf("%s: changed is %v", page, changed)
		}
	}
}
