package archive

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func write(t *testing.T, dir, name, body string) {
	t.Helper()
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(body), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, parts ...string) string {
	t.Helper()
	body, err := os.ReadFile(filepath.Join(parts...))
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// made keeps an edition of a small site.
func made(t *testing.T) (folder string, e Edition) {
	t.Helper()
	folder, site := filepath.Join(t.TempDir(), "archive"), t.TempDir()
	write(t, site, "index.html", "首页")
	write(t, site, "en/tasks/t1/index.html", "task")
	e, err := Keep(folder, "2017-12-31", site)
	if err != nil {
		t.Fatal(err)
	}
	return folder, e
}

func TestAnEditionIsNeverMadeAgain(t *testing.T) {
	folder, e := made(t)
	before := read(t, folder, "2017-12-31.zip")
	other := t.TempDir()
	write(t, other, "index.html", "另一个")
	if _, err := Keep(folder, "2017-12-31", other); !errors.Is(err, ErrKept) {
		t.Errorf("made again: %v", err)
	}
	if read(t, folder, "2017-12-31.zip") != before {
		t.Error("its bytes changed")
	}
	os.Remove(filepath.Join(folder, "2017-12-31.zip"))
	if _, err := Keep(folder, "2017-12-31", other); !errors.Is(err, ErrKept) {
		t.Errorf("made again after it was deleted: %v", err)
	}
	if _, err := List(folder); !errors.Is(err, ErrMissing) {
		t.Errorf("a deleted edition is no fault: %v", err)
	}
	again, _ := made(t)
	if read(t, again, "2017-12-31.zip") != before || read(t, again, "SHA256SUMS") != e.Hash+"  2017-12-31.zip\n" {
		t.Error("the same site gives another edition elsewhere")
	}
}

func TestAnEditionThatChangedIsRefused(t *testing.T) {
	folder, _ := made(t)
	body := []byte(read(t, folder, "2017-12-31.zip"))
	body[40] ^= 1
	write(t, folder, "2017-12-31.zip", string(body))
	if _, err := List(folder); !errors.Is(err, ErrChanged) {
		t.Errorf("%v", err)
	}
	folder, _ = made(t)
	write(t, folder, "2018-12-31.zip", read(t, folder, "2017-12-31.zip"))
	if _, err := List(folder); !errors.Is(err, ErrUnknown) {
		t.Errorf("one that is not listed: %v", err)
	}
	if got, err := List(t.TempDir()); err != nil || len(got) > 0 {
		t.Errorf("%v, %v", got, err)
	}
}

func TestPlacingAnEdition(t *testing.T) {
	folder, _ := made(t)
	list, err := List(folder)
	if err != nil || len(list) != 1 || !list[0].Has("en/tasks/t1/index.html") || list[0].Has("t2/index.html") {
		t.Fatal(list, err)
	}
	cache := t.TempDir()
	place := func() string {
		t.Helper()
		site := t.TempDir()
		if err := list[0].Place(cache, site); err != nil {
			t.Fatal(err)
		}
		if got := read(t, site, "asof/2017-12-31/index.html"); got != "首页" {
			t.Errorf("index.html holds %q", got)
		}
		if got := read(t, site, "asof/2017-12-31/en/tasks/t1/index.html"); got != "task" {
			t.Errorf("the page holds %q", got)
		}
		return site
	}
	site := place()
	// A file of a published site is another name for the cached one: what somebody
	// wrote there must not reach the next site.
	name := filepath.Join(site, "asof/2017-12-31/index.html")
	if err := os.Chmod(name, 0o644); err != nil {
		t.Fatal(err)
	}
	write(t, site, "asof/2017-12-31/index.html", "改动")
	place()
}
