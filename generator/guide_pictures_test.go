package main

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jindu/generator/internal/browser"
	"jindu/generator/internal/browsertest"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/testproject"
)

const guidePictures = "../content/guides/reporting/"

// pictureBudget is how heavy a picture of a guide may be: a page with its pictures
// stays light on a phone.
const pictureBudget = 48 * 1024

// The pictures of 填报指南 are real and of synthetic data. UPDATE=1 takes them anew,
// with LibreOffice and poppler beside Chromium; otherwise the test wants them to be
// there and light.
func TestGuidePictures(t *testing.T) {
	if os.Getenv("UPDATE") != "" {
		takeGuidePictures(t)
	}
	for _, name := range []string{"sheet.png", "page.png", "form.png"} {
		body, err := os.ReadFile(guidePictures + name)
		if err != nil {
			t.Errorf("%v: take the pictures with UPDATE=1", err)
			continue
		}
		if is, err := png.DecodeConfig(bytes.NewReader(body)); err != nil || is.Width < 800 || len(body) > pictureBudget {
			t.Errorf("%s: %d px wide, %d bytes, %v; want at least 800 px and at most %d bytes", name, is.Width, len(body), err, pictureBudget)
		}
	}
}

func takeGuidePictures(t *testing.T) {
	t.Helper()
	root := t.TempDir()
	must(t, projects.CopySynthetic(root))
	for _, name := range []string{"sheet.png", "page.png", "form.png"} { // the build wants pictures to be there
		if at := filepath.Join(root, "content/guides/reporting", name); !exists(at) {
			must(t, os.WriteFile(at, picture(t, image.NewRGBA(image.Rect(0, 0, 1, 1))), 0o644))
		}
	}
	sheet := filepath.Join(t.TempDir(), "sheet.xlsx")
	p := &project{root: root, asOf: testproject.SyntheticDay, today: testproject.RealDay, lang: lang.ZH, format: "text"}
	must(t, (&exporting{project: p, unit: "commerce", period: "2025-Q3", output: sheet}).run(t.Context(), &lockedBuffer{}, os.Stderr))
	must(t, fillSheet(sheet, "3.3", map[string]string{"数据截至": "2025-09-30", "状态": "推进中", "完成情况": "合成数据：12家平台公布了信用承诺。"}))
	keepPicture(t, "sheet.png", crop(t, sheetPage(t, sheet), image.Rect(50, 72, 1070, 385)))

	tab := browsertest.Open(t, browsertest.Start(t))
	must(t, tab.Look(browser.Look{Width: 960, Height: 640}))
	must(t, p.build(t.Context(), buildOptions{}, os.Stderr, io.Discard))
	site := httptest.NewServer(http.FileServer(http.Dir(filepath.Join(root, "public"))))
	defer site.Close()
	must(t, tab.Load(site.URL+"/synthetic-2024/tasks/t1-2/"))
	taken, err := tab.Screenshot()
	must(t, err)
	keepPicture(t, "page.png", decoded(t, taken))
	keepPicture(t, "form.png", formPicture(t, tab, root))
}

// sheetPage is the page of the sheet 填报 as LibreOffice prints it.
func sheetPage(t *testing.T, sheet string) image.Image {
	t.Helper()
	dir := filepath.Dir(sheet)
	for _, args := range [][]string{
		{"soffice", "-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, sheet},
		{"pdftoppm", "-r", "80", "-f", "3", "-l", "3", "-singlefile", "-png", filepath.Join(dir, "sheet.pdf"), filepath.Join(dir, "page")},
	} {
		if out, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", args[0], err, out)
		}
	}
	body, err := os.ReadFile(filepath.Join(dir, "page.png"))
	must(t, err)
	return decoded(t, body)
}

// formPicture opens a task of the web form.
func formPicture(t *testing.T, tab *browser.Tab, root string) image.Image {
	t.Helper()
	for _, args := range [][]string{{"init", "-q", "-b", "main"}, {"add", "-A"}, {"commit", "-qm", "base"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir, cmd.Env = root, append(os.Environ(), gitEnv...)
		must(t, cmd.Run())
	}
	p := &project{root: root, asOf: testproject.SyntheticDay, today: testproject.RealDay, lang: lang.ZH, format: "text"}
	out := &lockedBuffer{}
	go (&editing{project: p}).run(t.Context(), out, out) //nolint:errcheck // ends with the test
	address := ""
	waitFor(t, "the form's address", func() bool {
		_, after, found := strings.Cut(out.String(), "http://")
		address, _, _ = strings.Cut(after, " ")
		return found
	})
	must(t, tab.Look(browser.Look{Width: 1100, Height: 860}))
	must(t, tab.Load("http://"+strings.TrimSpace(address)))
	waitFor(t, "the way in", func() bool { return browsertest.Eval[bool](t, tab, "!!document.querySelector('button')") })
	browsertest.Eval[browsertest.Void](t, tab, "document.querySelector('button').click(); ({})")
	waitFor(t, "the list", func() bool {
		return browsertest.Eval[bool](t, tab, "!!document.querySelector('a[href*=\"/collections/tasks-\"]')")
	})
	browsertest.Eval[browsertest.Void](t, tab, "location.hash = '#/collections/tasks-synthetic-2024/entries/t1-2'; ({})")
	waitFor(t, "the task", func() bool {
		return browsertest.Eval[bool](t, tab, "[...document.querySelectorAll('input,textarea')].some((i) => i.value.includes('合成数据'))")
	})
	taken, err := tab.Screenshot()
	must(t, err)
	return decoded(t, taken)
}

func waitFor(t *testing.T, what string, seen func() bool) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		if seen() {
			return
		}
	}
	t.Fatalf("never saw %s", what)
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

func decoded(t *testing.T, body []byte) image.Image {
	t.Helper()
	out, err := png.Decode(bytes.NewReader(body))
	must(t, err)
	return out
}

func crop(t *testing.T, of image.Image, part image.Rectangle) image.Image {
	t.Helper()
	part = part.Intersect(of.Bounds())
	out := image.NewRGBA(image.Rect(0, 0, part.Dx(), part.Dy()))
	draw.Draw(out, out.Bounds(), of, part.Min, draw.Src)
	return out
}

func picture(t *testing.T, of image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	must(t, png.Encode(&b, of))
	return b.Bytes()
}

// keepPicture writes a picture of few colours.
func keepPicture(t *testing.T, name string, of image.Image) {
	t.Helper()
	small, err := browsertest.Palettised(picture(t, of))
	must(t, err)
	must(t, os.WriteFile(guidePictures+name, small, 0o644))
	t.Logf("%s: %d bytes", name, len(small))
}
