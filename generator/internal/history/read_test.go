package history

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jindu/generator/internal/compare"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/repo"
)

const taskFile = "data/synthetic-2024/tasks/t1-2.yaml"

// story is a repository in which a task got an update, which was then corrected.
func story(t testing.TB) (dir string, task []byte) {
	files := synthetic(t)
	first := files[taskFile]
	second := append(append([]byte{}, first...), []byte("notes:\n  - 合成数据：更正2024年6月30日的说法，原因是算错。\n")...)
	return repository(t, []commit{
		{"1704067200 +0000", files}, // 2024-01-01 00:00 UTC
		{"1719763200 +0000", map[string][]byte{"README.md": []byte("x")}},
		{"1719763200 +0000", map[string][]byte{taskFile: second}},                             // 2024-06-30 16:00 UTC is 1 July in Beijing
		{"1722441600 +0000", map[string][]byte{taskFile: append(second, []byte("# a\n")...)}}, // changes no meaning
		{"1725120000 +0000", map[string][]byte{taskFile: []byte("id: [broken\n")}},
		{"1727712000 +0000", map[string][]byte{taskFile: second}},
	}), second
}

func TestTheLogSaysWhatChangedWhenAndWhoReportedIt(t *testing.T) {
	dir, _ := story(t)
	l, err := Read(t.Context(), Options{Root: dir})
	if err != nil || l.Gap != GapNone {
		t.Fatal(l.Gap, err)
	}
	own := l.Of(compare.AboutTask, "synthetic-2024", "t1-2")
	if len(own) != 2 || own[0].Day != "2024-07-01" || own[1].Day != "2024-01-01" {
		t.Fatalf("%+v", own)
	}
	if e := own[1].Entries[0]; e.Words.ZH != "首次录入" || e.Unit == "" || e.Reported {
		t.Errorf("first appearance: %+v", e)
	}
	if e := own[0].Entries[0]; !strings.Contains(e.Words.ZH, "更正2024年6月30日") || e.Unit != own[1].Entries[0].Unit {
		t.Errorf("change: %+v", e)
	}
	if len(l.Unread) != 1 || !strings.Contains(l.Line().ZH, "1次") {
		t.Errorf("unread %v, %s", l.Unread, l.Line().ZH)
	}
	if day, ok := l.Noted(compare.AboutTask, "synthetic-2024", "t1-2", "合成数据：更正2024年6月30日的说法，原因是算错。"); !ok || day.String() != "2024-07-01" {
		t.Error(day, ok)
	}
	before := l.Until(plan.Date{Year: 2024, Month: 6, Day: 30})
	if len(before.Of(compare.AboutTask, "synthetic-2024", "t1-2")) != 1 || len(before.Unread) != 0 {
		t.Errorf("until 30 June: %+v", before)
	}
}

func TestAnUpdateNamesTheUnitThatHandedItIn(t *testing.T) {
	files := synthetic(t)
	whole := files["data/synthetic-2024/tasks/t1-1.yaml"]
	head, rest, _ := strings.Cut(string(whole), "  - as_of: 2024-11-30")
	_, tail, _ := strings.Cut(rest, "en:\n")
	files["data/synthetic-2024/tasks/t1-1.yaml"] = []byte(head + "en:\n" + tail)
	dir := repository(t, []commit{{"1704067200 +0000", files}, {"1733788800 +0000", map[string][]byte{"data/synthetic-2024/tasks/t1-1.yaml": whole}}})
	l, err := Read(t.Context(), Options{Root: dir})
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, e := range l.Of(compare.AboutTask, "synthetic-2024", "t1-1")[0].Entries {
		codes = append(codes, e.Code)
		if e.Code == "C601" && (e.Unit != "transport" || !e.Reported) {
			t.Errorf("%+v", e)
		}
	}
	if got := strings.Join(codes, " "); !strings.Contains(got, "C601") || !strings.Contains(got, "C201") {
		t.Errorf("codes %s: want the update and the status that it moved", got)
	}
}

// Nothing of the persons who made a commit may leave git.
func TestNoPersonIsReadOutOfGit(t *testing.T) {
	dir, _ := story(t)
	cache := t.TempDir()
	l, err := Read(t.Context(), Options{Root: dir, Cache: cache})
	if err != nil {
		t.Fatal(err)
	}
	said, _ := json.Marshal(l)
	kept, err := os.ReadFile(filepath.Join(cache, "log.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, body := range [][]byte{said, kept} {
		if strings.Contains(string(body), "Somebody") || strings.Contains(string(body), "private@") {
			t.Errorf("a person in %s", body)
		}
	}
}

func TestWhatIsKeptGivesTheSameLog(t *testing.T) {
	dir, second := story(t)
	cache := Options{Root: dir, Cache: t.TempDir(), Build: "a"}
	check := func(what string) {
		t.Helper()
		kept, err := Read(t.Context(), cache)
		if err != nil {
			t.Fatal(err)
		}
		fresh, err := Read(t.Context(), Options{Root: dir})
		if err != nil {
			t.Fatal(err)
		}
		if a, b := fmt.Sprintf("%+v", kept), fmt.Sprintf("%+v", fresh); a != b {
			t.Errorf("%s:\n%s\n%s", what, a, b)
		}
	}
	check("written")
	check("read")
	git(t, dir, nil, "reset", "-q", "--hard")
	if err := os.WriteFile(filepath.Join(dir, taskFile), changed(t, second, "算错", "看错"), 0o644); err != nil {
		t.Fatal(err)
	}
	git(t, dir, nil, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qam", "more")
	check("continued")
	git(t, dir, nil, "reset", "-q", "--hard", "HEAD~4")
	check("rewound")
	cache.Build = "b"
	check("another program")
}

// A step that was told is not read again: here its words come from the cache.
func TestOnlyNewCommitsAreTold(t *testing.T) {
	files := synthetic(t)
	dir := repository(t, []commit{{"1704067200 +0000", files}, {"1704153600 +0000", map[string][]byte{taskFile: changed(t, files[taskFile], "title: ", "title: 甲")}}})
	o := Options{Root: dir, Cache: t.TempDir()}
	l, err := Read(t.Context(), o)
	if err != nil || len(l.Commits) != 2 {
		t.Fatal(l, err)
	}
	k := o.kept()
	k.Log.Commits[1].Entries[0].Words.ZH = "来自缓存"
	if err := o.keep(k); err != nil {
		t.Fatal(err)
	}
	git(t, dir, nil, "reset", "-q", "--hard")
	os.WriteFile(filepath.Join(dir, taskFile), changed(t, files[taskFile], "title: ", "title: 乙"), 0o644)
	git(t, dir, nil, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qam", "more")
	if l, err = Read(t.Context(), o); err != nil || len(l.Commits) != 3 {
		t.Fatal(l, err)
	}
	if l.Commits[2].Entries[0].Words.ZH != "来自缓存" {
		t.Error("the first commit was told again")
	}
	if e := l.Commits[0].Entries[0]; !strings.Contains(e.Words.ZH, "甲") || !strings.Contains(e.Words.ZH, "乙") {
		t.Errorf("the new commit: %+v", e)
	}
}

func TestWhatIsMissingIsSaid(t *testing.T) {
	dir, _ := story(t)
	shallow := filepath.Join(t.TempDir(), "clone")
	git(t, dir, nil, "clone", "-q", "--depth=3", "file://"+dir, shallow)
	l, err := Read(t.Context(), Options{Root: shallow})
	if err != nil || l.Gap != GapShallow || l.Since != "2024-08-01" || !strings.Contains(l.Line().ZH, "历史不完整") {
		t.Fatalf("shallow: %+v, %v", l, err)
	}
	for _, c := range l.Commits {
		for _, e := range c.Entries {
			t.Errorf("a shallow clone tells %s on %s", e.Words.ZH, c.Day)
		}
	}
	// Deepened, the same clone at the same commit tells everything.
	deeper := Options{Root: shallow, Cache: t.TempDir()}
	if _, err := Read(t.Context(), deeper); err != nil {
		t.Fatal(err)
	}
	git(t, shallow, nil, "fetch", "-q", "--unshallow")
	if l, err := Read(t.Context(), deeper); err != nil || l.Gap != GapNone || len(l.Of(compare.AboutTask, "synthetic-2024", "t1-2")) != 2 {
		t.Errorf("deepened: %+v, %v", l.Gap, err)
	}
	plain := t.TempDir()
	if l, err := Read(t.Context(), Options{Root: plain}); err != nil || l.Gap != GapNoHistory || len(l.Commits) > 0 {
		t.Errorf("no repository: %+v, %v", l, err)
	}
	empty := repository(t, nil)
	if l, err := Read(t.Context(), Options{Root: empty}); err != nil || l.Gap != GapNoHistory {
		t.Errorf("no commit: %+v, %v", l, err)
	}
	t.Setenv("PATH", plain)
	if l, err := Read(t.Context(), Options{Root: dir}); err != nil || l.Gap != GapNoGit {
		t.Errorf("no git: %+v, %v", l, err)
	}
}

// big is a repository with 500 data files and 2,000 commits, one update each.
func big(b testing.TB) string {
	files := synthetic(b)
	for i := range 500 - len(files) {
		id := fmt.Sprintf("x%d", i)
		body := changed(b, files["data/synthetic-2024/tasks/t1-1.yaml"], "id: t1-1", "id: "+id)
		files["data/synthetic-2024/tasks/"+id+".yaml"] = changed(b, body, "order: 1", fmt.Sprintf("order: %d", 10+i))
	}
	var commits []commit
	commits = append(commits, commit{"1704067200 +0000", files})
	for i := range 1999 {
		name := fmt.Sprintf("data/synthetic-2024/tasks/x%d.yaml", i%400)
		body := changed(b, files[name], "updates:\n", fmt.Sprintf("updates:\n  - as_of: 2024-01-%02d\n    basis: unit_report\n    unit: transport\n    summary: 合成数据：第%d次报送。\n", 1+i/400, i))
		files[name] = body
		commits = append(commits, commit{fmt.Sprintf("%d +0000", 1704067200+(i+1)*3600), map[string][]byte{name: body}})
	}
	return repository(b, commits)
}

func BenchmarkRead2000Commits(b *testing.B) {
	dir := big(b)
	b.Run("git", func(b *testing.B) { // what git says, before a word is made of it
		for b.Loop() {
			r, err := repo.Open(b.Context(), dir)
			if err != nil {
				b.Fatal(err)
			}
			steps, err := r.Log(b.Context(), "data")
			if err != nil || len(steps) != 2000 {
				b.Fatal(len(steps), err)
			}
			var hashes []string
			for _, s := range steps {
				for _, f := range s.Files {
					hashes = append(hashes, f.Blob)
				}
			}
			if err := r.Blobs(b.Context(), hashes, func(int, []byte) error { return nil }); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			if l, err := Read(b.Context(), Options{Root: dir}); err != nil || len(l.Commits) != 2000 {
				b.Fatal(len(l.Commits), err)
			}
		}
	})
	b.Run("warm", func(b *testing.B) {
		o := Options{Root: dir, Cache: b.TempDir()}
		for b.Loop() {
			if l, err := Read(b.Context(), o); err != nil || len(l.Commits) != 2000 {
				b.Fatal(len(l.Commits), err)
			}
		}
	})
}
