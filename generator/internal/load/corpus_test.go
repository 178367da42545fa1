package load

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
)

// The corpus is testdata/bad: what people get wrong, one archive a case. Those in
// its folder clerk are whole slips as people make them, at the keyboard, with Word
// and Excel, in merges; the others show one rule each, or its edges. An
// archive's files are laid over base.txtar; its file "want" is the exact output.
// Lines of its comment may say more:
//
//	lang en           print English
//	remove F          leave F out of the base
//	escape F          F writes bytes as \t, \r, \xNN, \uNNNN and \UNNNNNNNN
//	chop F            F lacks its last line end
//	symlink F         F is a symbolic link
//	device F          F is a device
//	size F N          F is padded with spaces to N bytes
//	many N            there are N more files
//
// UPDATE=1 go test ./generator/internal/load rewrites the wants.

type corpusCase struct {
	path    string
	archive *txtar.Archive
	files   fstest.MapFS
	lang    lang.Lang
}

func TestBadFilesGiveExactDiagnostics(t *testing.T) {
	cases := corpus(t)
	clerks := 0
	for _, c := range cases {
		if filepath.Base(filepath.Dir(c.path)) == "clerk" {
			clerks++
		}
	}
	if len(cases) < 120 || clerks < 40 {
		t.Errorf("the corpus has %d cases, %d of them as clerks make them; want at least 120 and 40", len(cases), clerks)
	}
	for _, c := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(c.path), ".txtar"), func(t *testing.T) {
			site, sources, problems, err := FS(c.files)
			if err != nil {
				t.Fatal(err)
			}
			if problems.HasErrors() != (site == nil) {
				t.Errorf("site %v with %d errors", site, problems.Count(diag.Error))
			}
			var got bytes.Buffer
			diag.Print(&got, problems, diag.PrintOptions{Lang: c.lang, Format: diag.FormatText, Source: sources.Read})
			c.compare(t, got.String())
		})
	}
}

func (c corpusCase) compare(t *testing.T, got string) {
	t.Helper()
	last := &c.archive.Files[len(c.archive.Files)-1]
	if last.Name != "want" {
		t.Fatalf("the last file is %s, not want", last.Name)
	}
	if os.Getenv("UPDATE") != "" {
		last.Data = []byte(got)
		if err := os.WriteFile(c.path, txtar.Format(c.archive), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(last.Data), got); diff != "" {
		t.Errorf("diagnostics differ (-want +got):\n%s", diff)
	}
}

func TestEveryRuleIsInTheCorpus(t *testing.T) {
	used := map[string]bool{}
	for _, c := range corpus(t) {
		_, _, problems, err := FS(c.files)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range problems {
			used[d.Code] = true
		}
	}
	known := map[string]bool{}
	for _, r := range Rules() {
		if known[r.Code] {
			t.Errorf("code %s is used twice", r.Code)
		}
		known[r.Code] = true
		if !used[r.Code] {
			t.Errorf("no case shows %s %s", r.Code, r.Message.ZH)
		}
	}
	for code := range used {
		if !known[code] {
			t.Errorf("code %s is not in Rules()", code)
		}
	}
}

func TestWordsHaveNoFormatSlips(t *testing.T) {
	for _, c := range corpus(t) {
		_, _, problems, _ := FS(c.files)
		for _, d := range problems {
			for _, words := range []string{d.Message.ZH, d.Message.EN, d.Hint.ZH, d.Hint.EN} {
				if words == "" || strings.Contains(words, "%!") {
					t.Errorf("%s %s: %q", filepath.Base(c.path), d.Code, words)
				}
			}
		}
	}
}

// badFiles lists the archives of the corpus.
func badFiles(t testing.TB) []string {
	t.Helper()
	var paths []string
	for _, pattern := range []string{"testdata/bad/*.txtar", "testdata/bad/clerk/*.txtar"} {
		more, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, more...)
	}
	return paths
}

// corpus reads all cases.
func corpus(t testing.TB) []corpusCase {
	t.Helper()
	paths := badFiles(t)
	var cases []corpusCase
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		c := corpusCase{path: path, archive: archive, files: base(t), lang: lang.ZH}
		for _, f := range archive.Files {
			if f.Name != "want" {
				c.files[f.Name] = &fstest.MapFile{Data: f.Data}
			}
		}
		for line := range strings.Lines(string(archive.Comment)) {
			c.direct(strings.Fields(line))
		}
		cases = append(cases, c)
	}
	return cases
}

func base(t testing.TB) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files
}

// direct does what a line of the comment says.
func (c *corpusCase) direct(words []string) {
	if len(words) < 2 {
		return
	}
	name := words[1]
	switch words[0] {
	case "lang":
		c.lang = lang.Lang(name)
	case "remove":
		delete(c.files, name)
	case "escape":
		c.files[name].Data = unescape(c.files[name].Data)
	case "chop":
		c.files[name].Data = bytes.TrimSuffix(c.files[name].Data, []byte("\n"))
	case "symlink":
		c.files[name] = &fstest.MapFile{Data: []byte("elsewhere"), Mode: fs.ModeSymlink}
	case "device":
		c.files[name] = &fstest.MapFile{Mode: fs.ModeDevice}
	case "size":
		n, _ := strconv.Atoi(words[2])
		pad := bytes.Repeat([]byte(" "), n-len(c.files[name].Data))
		c.files[name].Data = append(bytes.Clone(c.files[name].Data), pad...)
	case "many":
		n, _ := strconv.Atoi(name)
		for i := range n {
			c.files[fmt.Sprintf("data/sample/tasks/x%05d.yaml", i)] = &fstest.MapFile{Data: []byte("id: x\n")}
		}
	}
}

var escape = regexp.MustCompile(`\\(t|r|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})`)

func unescape(data []byte) []byte {
	return escape.ReplaceAllFunc(data, func(m []byte) []byte {
		s, err := strconv.Unquote(`"` + string(m) + `"`)
		if err != nil {
			panic(err)
		}
		return []byte(s)
	})
}
