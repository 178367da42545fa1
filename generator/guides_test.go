package main

import (
	"bytes"
	"path/filepath"
	"testing"

	"jindu/generator/internal/lang"
)

func TestCommittedGuidesAreCurrent(t *testing.T) {
	var out bytes.Buffer
	p := &project{root: "..", lang: lang.EN}
	if err := p.generated(&out, guideFiles(), false, "go run ./generator schema --write"); err != nil {
		t.Error(out.String())
	}
	for _, page := range []string{"errors", "fields"} {
		found, err := filepath.Glob("../content/guides/" + page + "/*")
		must(t, err)
		if len(found) != 2 {
			t.Errorf("%v: want one page in each language", found)
		}
	}
}

// Every message that a person who reports can meet has its place on the page.
func TestGuideExplainsEveryCodeOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, g := range guideGroups() {
		if len(g.Rules) == 0 {
			t.Errorf("%s: no messages", g.ID)
		}
		for _, r := range g.Rules {
			if seen[r.Code] {
				t.Errorf("%s stands twice", r.Code)
			}
			seen[r.Code] = true
			if r.Message.EN == "" || r.Message.ZH == "" || r.Hint.ZH == "" || r.Hint.EN == "" {
				t.Errorf("%s lacks words", r.Code)
			}
		}
	}
}
