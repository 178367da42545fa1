package load

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"jindu/generator/internal/diag"
)

// writeBase puts the base site into a folder of the real file system.
func writeBase(t testing.TB) string {
	t.Helper()
	root := t.TempDir()
	for name, f := range base(t) {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestDirReadsTheDataFolder(t *testing.T) {
	site, sources, problems, err := Dir(writeBase(t))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	if got := site.Plans[0].Tasks[0].Due.At.File; got != "data/sample/tasks/t1.yaml" {
		t.Errorf("file %q", got)
	}
	if _, err := sources.Read("data/site.yaml"); err != nil {
		t.Error(err)
	}
	if _, err := sources.Read("go.mod"); err == nil {
		t.Error("a file that was not read has bytes")
	}
}

func TestDirRefusesLinks(t *testing.T) {
	root := writeBase(t)
	tasks := filepath.Join(root, "data", "sample", "tasks")
	outside := filepath.Join(t.TempDir(), "t2.yaml")
	os.WriteFile(outside, []byte("id: t2\n"), 0o666)
	for name, target := range map[string]string{"t2.yaml": outside, "t3.yaml": "t1.yaml", "t4.yaml": "nowhere"} {
		if err := os.Symlink(target, filepath.Join(tasks, name)); err != nil {
			t.Skip("this system has no symbolic links:", err)
		}
	}
	_, sources, problems, err := Dir(root)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range problems {
		got = append(got, d.Code+" "+filepath.Base(d.Range.File))
	}
	if want := "L105 t2.yaml, L105 t3.yaml, L105 t4.yaml"; strings.Join(got, ", ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if _, read := sources["data/sample/tasks/t2.yaml"]; read {
		t.Error("a link was followed")
	}
}

func TestDirFailsOnlyOnInputAndOutput(t *testing.T) {
	if _, _, _, err := Dir(filepath.Join(t.TempDir(), "nowhere")); err == nil {
		t.Error("no error for a project that does not exist")
	}
	if _, _, problems, err := Dir(t.TempDir()); err != nil || !problems.HasErrors() {
		t.Errorf("a project without data: error %v, problems %v", err, problems)
	}
}

func TestLoadingTwiceGivesTheSame(t *testing.T) {
	for _, c := range corpus(t) {
		_, _, first, _ := FS(c.files)
		_, _, second, _ := FS(c.files)
		if fmt.Sprint(first) != fmt.Sprint(second) {
			t.Errorf("%s: two runs differ", c.path)
		}
	}
}

// Files of the largest size, made to be slow, are read to the end; a step whose
// time grew with the square of their size would run into the test's time limit.
func TestHostileFilesAreRead(t *testing.T) {
	task := string(base(t)["data/sample/tasks/t1.yaml"].Data)
	line := func(format string) string {
		var b strings.Builder
		for i := 0; b.Len() < maxFileBytes-len(task)-100; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	var han strings.Builder
	for r := rune(0x2e80); han.Len() < maxFileBytes-len(task)-100; r++ {
		if r == 0xd800 {
			r = 0x2e80
		}
		han.WriteRune(r)
	}
	tests := map[string]string{
		"unknown keys":     task + line("k%d: 1\n"),
		"wide colons":      task + line("k%d：1\n"),
		"dashes":           task + "notes:\n" + line("  -a%d\n"),
		"updates":          task + "updates:\n" + line("  - {a%d: 1}\n"),
		"special spaces":   task + "notes:\n" + line("\u00a0\u3000- a%d\u00a0\n"),
		"one long line":    task + "notes: [" + line("a%d，") + "]",
		"every character":  task + "notes: [\"" + han.String() + "\"]",
		"brackets":         task + "notes: " + strings.Repeat("[", 1<<19) + strings.Repeat("]", 1<<19-1000),
		"open quotes":      task + line("k%d: \"\n"),
		"text over lines":  task + "notes:\n  - 甲\n" + line("    乙%d\n"),
		"nested mappings":  line("%d: {a: ") + "1",
		"nested by indent": nested(1000),
	}
	for name, text := range tests {
		t.Run(name, func(t *testing.T) {
			files := base(t)
			files["data/sample/tasks/t1.yaml"] = &fstest.MapFile{Data: []byte(text)}
			_, sources, problems, err := FS(files)
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Count(text, "\n") + 1
			for _, d := range problems {
				if d.Range.File == "data/sample/tasks/t1.yaml" && d.Range.Start.Line > lines {
					t.Fatalf("%s at line %d of %d", d.Code, d.Range.Start.Line, lines)
				}
			}
			diag.Print(io.Discard, problems, diag.PrintOptions{Source: sources.Read})
		})
	}
}

func nested(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

func BenchmarkLoadThousandTasks(b *testing.B) {
	files := base(b)
	task := string(files["data/sample/tasks/t1.yaml"].Data)
	update := `  - as_of: 2016-06-30
    status: in_progress
    basis: official
    summary: 合成进展，完成了一半。
    evidence:
      - title: 合成来源
        url: https://www.example.org/
        publisher: 合成发布者
        quote: 合成原句。
        kind: official
`
	for i := range 1000 {
		id := fmt.Sprintf("s%d", i)
		text := strings.Replace(task, "id: t1", "id: "+id, 1) + "updates:\n" + strings.Repeat(update, 4)
		files["data/sample/tasks/"+id+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	b.ReportAllocs()
	for b.Loop() {
		site, _, problems, err := FS(files)
		if err != nil || len(problems) > 0 || len(site.Plans[0].Tasks) != 1001 {
			b.Fatal(err, problems)
		}
	}
}
