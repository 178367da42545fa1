package main

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/testproject"
)

// cited is a project whose evidence stands on a server of this machine: one page
// is gone, one has moved, the others open.
func cited(t *testing.T) (*project, *atomic.Int32) {
	t.Helper()
	var asked atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		switch r.URL.Path {
		case "/province":
			w.WriteHeader(http.StatusNotFound)
		case "/stations":
			http.Redirect(w, r, "/new/stations", http.StatusMovedPermanently)
		}
	}))
	t.Cleanup(server.Close)
	root := t.TempDir()
	must(t, os.CopyFS(root, os.DirFS("testdata/diff/project")))
	must(t, filepath.WalkDir(filepath.Join(root, "data"), func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := os.ReadFile(name)
		must(t, err)
		body = bytes.ReplaceAll(body, []byte("https://www.example.com/"), []byte(server.URL+"/"))
		return os.WriteFile(name, bytes.ReplaceAll(body, []byte("https://news.example.com/"), []byte(server.URL+"/news/")), 0o644)
	}))
	return &project{root: root, asOf: testproject.RealDay, today: testproject.RealDay, lang: lang.EN, format: "text"}, &asked
}

var quick = evidenceOptions{timeout: 5 * time.Second, hosts: 2, fresh: 7}

func TestEvidenceCheckReportsRecordsAndRemembers(t *testing.T) {
	p, asked := cited(t)
	var out bytes.Buffer
	if err := p.checkEvidence(t.Context(), quick, &out, io.Discard); !errors.Is(err, errProblems) {
		t.Fatalf("a dead link that the data do not record: %v\n%s", err, out.String())
	}
	for _, want := range []string{"the host says that the page is gone (404)", "data/demo/tasks/t2-1.yaml:", "https://web.archive.org/web/", "leads for good to", "does not open 1"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("lacks %q:\n%s", want, out.String())
		}
	}
	before := asked.Load()
	write := quick
	write.write = true
	out.Reset()
	if err := p.checkEvidence(t.Context(), write, &out, os.Stderr); err != nil {
		t.Fatal(err)
	}
	if asked.Load() != before {
		t.Error("what was visited today was visited again")
	}
	body, err := os.ReadFile(filepath.Join(p.root, "data/demo/tasks/t2-1.yaml"))
	must(t, err)
	if !strings.Contains(string(body), "link: dead\n") || !strings.Contains(string(body), "checked: "+testproject.RealDay.String()) {
		t.Errorf("the data do not say so:\n%s", body)
	}
	// Now they do, and nothing is left to write.
	if err := p.checkEvidence(t.Context(), quick, io.Discard, io.Discard); err != nil {
		t.Errorf("a dead link that the data record: %v", err)
	}
	out.Reset()
	if err := p.checkEvidence(t.Context(), write, &out, io.Discard); err != nil || strings.Contains(out.String(), "wrote") {
		t.Errorf("%v\n%s", err, out.String())
	}
}

func TestEvidenceCheckVisitsAgainWhenTheVisitIsOld(t *testing.T) {
	p, asked := cited(t)
	_ = p.checkEvidence(t.Context(), quick, io.Discard, io.Discard)
	first := asked.Load()
	p.today = p.today.AddDays(6)
	_ = p.checkEvidence(t.Context(), quick, io.Discard, io.Discard)
	if asked.Load() != first {
		t.Error("visited again within the week")
	}
	p.today = p.today.AddDays(1)
	_ = p.checkEvidence(t.Context(), quick, io.Discard, io.Discard)
	if asked.Load() != 2*first {
		t.Errorf("%d requests, then %d", first, asked.Load())
	}
}

func TestEvidenceCheckWithoutANetworkRecordsNothing(t *testing.T) {
	p, _ := cited(t)
	must(t, filepath.WalkDir(filepath.Join(p.root, "data"), func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := os.ReadFile(name)
		must(t, err)
		for _, line := range strings.Split(string(body), "\n") {
			if address, ok := strings.CutPrefix(strings.TrimSpace(line), "url: "); ok {
				body = bytes.ReplaceAll(body, []byte(address), []byte("http://127.0.0.1:1/"+filepath.Base(address)))
			}
		}
		return os.WriteFile(name, body, 0o644)
	}))
	write := quick
	write.write = true
	var usage usageError
	if err := p.checkEvidence(t.Context(), write, io.Discard, io.Discard); !errors.As(err, &usage) || !strings.Contains(err.Error(), "no host answered") {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(p.visitsFile()); err == nil {
		t.Error("the visits were recorded")
	}
}
