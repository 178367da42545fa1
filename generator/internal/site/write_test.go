package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jindu/generator/internal/lang"
)

func output(pages ...Page) *Output {
	return &Output{Lang: lang.ZH, Pages: pages, Data: map[string]any{"site": map[string]string{"title": "合成"}}}
}

func TestWriteTouchesOnlyWhatChanged(t *testing.T) {
	dir := t.TempDir()
	a := Page{Path: "plan/tasks/t1", Layout: "task", Title: "甲", Files: map[string][]byte{"chart.svg": []byte("<svg/>")}}
	b := Page{Path: "plan/tasks", Layout: "tasks", Branch: true, Title: "乙"}
	want := func(o *Output, expected Changes) {
		t.Helper()
		got, err := Write(dir, o)
		if err != nil {
			t.Fatal(err)
		}
		if got != expected {
			t.Errorf("changes %+v, want %+v", got, expected)
		}
	}
	want(output(a, b), Changes{Written: 4})
	want(output(a, b), Changes{Kept: 4})
	a.Title = "丙"
	want(output(a, b), Changes{Written: 1, Kept: 3})
	want(output(b), Changes{Kept: 2, Removed: 2})
	if _, err := os.Stat(filepath.Join(dir, "content/zh/plan/tasks/t1")); !os.IsNotExist(err) {
		t.Error("the folder of a page that is gone was left")
	}
	body, err := os.ReadFile(filepath.Join(dir, "content/zh/plan/tasks/_index.md"))
	if err != nil || !strings.Contains(string(body), `"title": "乙"`) {
		t.Errorf("%s, %v", body, err)
	}
}

func TestWriteRefusesTwoPagesOnOnePath(t *testing.T) {
	p := Page{Path: "units/x", Layout: "unit"}
	if _, err := Write(t.TempDir(), output(p, p)); err == nil || !strings.Contains(err.Error(), "units/x") {
		t.Errorf("got %v", err)
	}
}

func TestBelowSharesNothingWithItsParent(t *testing.T) {
	parent := make([]Link, 1, 8)
	one, two := below(parent, Link{Text: "one"}), below(parent, Link{Text: "two"})
	if one[1].Text != "one" || two[1].Text != "two" {
		t.Errorf("breadcrumbs overwrite each other: %v %v", one, two)
	}
}
