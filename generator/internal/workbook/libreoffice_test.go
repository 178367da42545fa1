package workbook

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// office finds LibreOffice and a Python that can drive it.
func office(t *testing.T) (soffice, python string) {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err == nil {
		for _, python := range []string{"python3", "/usr/bin/python3"} {
			if exec.Command(python, "-c", "import uno").Run() == nil {
				return soffice, python
			}
		}
		err = fmt.Errorf("no python3 has the module uno")
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("LibreOffice is needed here: install Debian's libreoffice-calc and python3-uno: %v", err)
	}
	t.Skipf("no sheet was opened in LibreOffice: install Debian's libreoffice-calc and python3-uno: %v", err)
	return "", ""
}

// fillIn has LibreOffice open a sheet, type into cells and save it.
func fillIn(t *testing.T, raw []byte, edits [][3]string) []byte {
	t.Helper()
	soffice, python := office(t)
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.xlsx"), filepath.Join(dir, "out.xlsx")
	if err := os.WriteFile(in, raw, 0o644); err != nil {
		t.Fatal(err)
	}
	pipe := "jindu" + strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, dir)
	profile := (&url.URL{Scheme: "file", Path: filepath.Join(dir, "profile")}).String()
	program := exec.CommandContext(t.Context(), soffice, "--headless", "--norestore", "--nologo", "-env:UserInstallation="+profile, "--accept=pipe,name="+pipe+";urp;")
	program.WaitDelay = 10 * time.Second
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	defer program.Wait()
	defer program.Cancel()
	body, err := json.Marshal(edits)
	if err != nil {
		t.Fatal(err)
	}
	script := exec.CommandContext(t.Context(), python, filepath.Join("testdata", "fill_in.py"), pipe, in, out)
	script.Stdin = bytes.NewReader(body)
	if words, err := script.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, words)
	}
	filled, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return filled
}

// Opened and saved by LibreOffice a sheet says the same; what is typed there is
// read as it was meant.
func TestLibreOffice(t *testing.T) {
	p := synthetic(t, ownTasks)
	raw, b := p.export(t, "a-bureau"), p.book(t, "a-bureau", nil)
	t.Run("opened and saved", func(t *testing.T) {
		saved := fillIn(t, raw, [][3]string{})
		if bytes.Equal(saved, raw) {
			t.Fatal("LibreOffice saved the very bytes that it opened: was it opened at all?")
		}
		if got := p.imports(t, saved); len(got.problems) > 0 || len(got.changes) > 0 {
			t.Errorf("%d changes\n%s", len(got.changes), got.printed())
		}
	})
	t.Run("filled in", func(t *testing.T) {
		at := func(sheet, id, key string) string {
			return fmt.Sprintf("%s%d", columnOf(t, b, sheet, key), rowOf(t, b, sheet, id))
		}
		got := p.imports(t, fillIn(t, raw, [][3]string{
			{taskSheet, at(taskSheet, "t2-1", "status"), "已完成"},
			{taskSheet, at(taskSheet, "t2-1", "completed_on"), "2026-10-01"},
			{taskSheet, at(taskSheet, "t1-1", "as_of"), "２０２６年１２月３１日"},
			{taskSheet, at(taskSheet, "t1-1", "summary"), "合成：𬱟，“引号”: 100%。"},
			{indicatorSheet, at(indicatorSheet, "i1", "value"), "2.750"},
		}))
		if len(got.problems) > 0 {
			t.Fatal(got.printed())
		}
		want := map[string][2]string{
			"tasks/t2-1":    {"  status: in_progress\n", "  status: completed\n  completed_on: 2026-10-01\n"},
			"tasks/t1-1":    {"", "- as_of: 2026-12-31\n  unit: a-bureau\n  basis: unit_report\n  summary: \"合成：𬱟，“引号”: 100%。\"\n"},
			"indicators/i1": {"    value: 2.50\n", "    value: 2.750\n"},
		}
		if len(got.files) != len(want) {
			t.Errorf("%d files change, want %d", len(got.files), len(want))
		}
		for file, w := range want {
			name := "data/sample/" + file + ".yaml"
			removed, added := lines(p.sources[name], got.files[name])
			if r, a := strings.Join(removed, ""), strings.Join(added, ""); r != w[0] || a != w[1] {
				t.Errorf("%s: removed %q, added %q, want %q", file, r, a, w)
			}
		}
	})
}
