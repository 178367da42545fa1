package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// lockedBuffer is a buffer that serve writes and the test reads.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// previewDay is the day that the preview is judged on.
var previewDay = plan.Date{Year: 2026, Month: 11, Day: 23}

// served is a preview under way.
type served struct {
	root, address string
	out           *lockedBuffer
	done          chan error
	stop          context.CancelFunc
}

func startServe(t *testing.T) *served {
	t.Helper()
	root := t.TempDir()
	if err := projects.Copy(root); err != nil {
		t.Fatal(err)
	}
	if raceDetector {
		drawCharts(t, root)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := listener.Addr().(*net.TCPAddr).Port
	listener.Close()
	p := &project{root: root, asOf: previewDay, today: previewDay, lang: lang.ZH, format: "text"}
	ctx, stop := context.WithCancel(t.Context())
	s := &served{root: root, address: fmt.Sprintf("http://127.0.0.1:%d/", port), out: &lockedBuffer{}, done: make(chan error, 1), stop: stop}
	go func() { s.done <- p.serve(ctx, port, s.out) }()
	return s
}

// drawCharts has the program draw the charts of a project as it is shipped. Under
// the race detector, drawing takes minutes; it has its own tests there.
func drawCharts(t *testing.T, root string) {
	t.Helper()
	program := filepath.Join(t.TempDir(), "jindu")
	for _, command := range [][]string{
		{"go", "build", "-o", program, "."},
		{program, "build", "--root", root, "--as-of", previewDay.String(), "--output", filepath.Join(t.TempDir(), "public")},
	} {
		if out, err := exec.CommandContext(t.Context(), command[0], command[1:]...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", command, err, out)
		}
	}
}

// until polls for what a person would wait to see. The limit is only there to end
// a broken run.
func (s *served) until(t *testing.T, what string, seen func() bool) {
	t.Helper()
	for deadline := time.Now().Add(2 * time.Minute); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if seen() {
			return
		}
	}
	t.Fatalf("never saw %s; serve said:\n%s", what, s.out)
}

func (s *served) page(path string) string {
	resp, err := http.Get(s.address + path)
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	return string(body)
}

// finished wants the preview's pages as build makes them: Chinese marked in the
// English edition, links relative, also on the page for what is missing.
func (s *served) finished(t *testing.T, path string) {
	t.Helper()
	if page := s.page("en/" + path); !strings.Contains(page, `<span lang="zh-CN">`) {
		t.Error("the preview in English leaves Chinese unmarked")
	}
	if page := s.page(path); !strings.Contains(page, `href="../../../units/"`) || strings.Contains(page, `href="/`) {
		t.Error("the preview's links are not those of the build")
	}
	if page := s.page("no/such/page/"); !strings.Contains(page, `href="`+s.address+`units/"`) {
		t.Errorf("the page for what is missing does not lead back: %s", page)
	}
	resp, err := http.Get(s.address + "livereload.js")
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("no live reload: %v", err)
	}
	resp.Body.Close()
}

func (s *served) edit(t *testing.T, old, new string) {
	t.Helper()
	name := filepath.Join(s.root, "data/zhoushan-ecommerce-2015/tasks/t1-1.yaml")
	body, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(body), old) {
		t.Fatalf("%s lacks %q", name, old)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(body), old, new, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestServeFollowsChangesAndKeepsTheLastGoodSite(t *testing.T) {
	s := startServe(t)
	const path = "zhoushan-ecommerce-2015/tasks/t1-1/"
	s.until(t, "the page", func() bool { return strings.Contains(s.page(path), "规上企业电子商务全覆盖") })
	if !strings.Contains(s.page(path), "livereload") {
		t.Error("the preview does not reload by itself")
	}
	s.finished(t, path)
	s.edit(t, "title: 规上企业电子商务全覆盖", "title: 预览里改过的简称")
	s.until(t, "the change", func() bool { return strings.Contains(s.page(path), "预览里改过的简称") })
	s.edit(t, "schedule: deadline", "schedule: 限期")
	s.until(t, "the problem", func() bool { return strings.Contains(s.out.String(), "L511") })
	if !strings.Contains(s.page(path), "预览里改过的简称") {
		t.Error("broken data took the last good page away")
	}
	s.edit(t, "schedule: 限期", "schedule: deadline")
	s.edit(t, "title: 预览里改过的简称", "title: 又改了一次")
	s.until(t, "the mended page", func() bool { return strings.Contains(s.page(path), "又改了一次") })
	if _, err := os.Stat(filepath.Join(s.root, "public")); !os.IsNotExist(err) {
		t.Error("a preview wrote into public")
	}
	s.stop()
	if err := <-s.done; err != nil {
		t.Errorf("serve ended with %v", err)
	}
}
