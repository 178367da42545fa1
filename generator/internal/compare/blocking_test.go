package compare

import (
	"os"
	"regexp"
	"slices"
	"testing"
)

// Blocking lists by hand what the table of kinds holds.
func TestBlockingListsEveryKindThatBlocks(t *testing.T) {
	table, err := os.ReadFile("kinds.go")
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, m := range regexp.MustCompile(`kind\{"(C\d+)", Block,`).FindAllSubmatch(table, -1) {
		want = append(want, string(m[1]))
	}
	for _, b := range Blocking("x") {
		got = append(got, b.Code)
		if b.Fix.ZH == "" || b.Fix.EN == "" {
			t.Errorf("%s: nothing lifts it", b.Code)
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("listed %v, the kinds that block are %v", got, want)
	}
}
