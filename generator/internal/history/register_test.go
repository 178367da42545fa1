package history

import (
	"testing"

	"jindu/generator/internal/load"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/repo"
)

// registerOf is the register of the repository's newest data.
func registerOf(t *testing.T, dir string, day plan.Date) []progress.Correction {
	t.Helper()
	r, err := repo.Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	files, err := r.Files(t.Context(), "HEAD", load.Folder)
	if err != nil {
		t.Fatal(err)
	}
	s, _, problems, err := load.FS(files)
	if err != nil || s == nil {
		t.Fatal(err, problems)
	}
	l, err := Read(t.Context(), Options{Root: dir})
	if err != nil {
		t.Fatal(err)
	}
	return Register(progress.Assess(s, s.Plans[0], day), l)
}

func TestTheRegisterTellsWhatNotesGiveAsReason(t *testing.T) {
	files := synthetic(t)
	name := "data/synthetic-2024/indicators/shops.yaml"
	note := "合成数据：更正2025年上半年的数，来源误印。"
	without := []byte{}
	head := files[name]
	cut := changed(t, head, "\n  - period: 2025-06-30\n", "\n@")
	for i, c := range cut {
		if c == '@' {
			without = append(append(without, cut[:i]...), []byte("notes:\n  - "+note+"\n")...)
		}
	}
	dir := repository(t, []commit{{"1757000000 +0000", files}, {"1758000000 +0000", map[string][]byte{name: without}}})
	find := func(day plan.Date) (n int, last progress.Correction) {
		for _, c := range registerOf(t, dir, day) {
			if c.ID == "shops" {
				n, last = n+1, c
			}
		}
		return n, last
	}
	n, c := find(plan.Date{Year: 2025, Month: 12, Day: 31})
	if n != 1 || c.Reason != note || c.Day.String() != "2025-09-16" || c.Kind != progress.Corrected {
		t.Errorf("%d entries: %+v", n, c)
	}
	if n, _ := find(plan.Date{Year: 2025, Month: 9, Day: 15}); n != 0 {
		t.Errorf("%d entries on the day before", n)
	}
}
