package manifest

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func serve(t *testing.T, h http.Handler) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

func TestASiteAtAnAddress(t *testing.T) {
	key, public := newKey(t)
	dir := third(t, key)
	address := serve(t, http.StripPrefix("/sub/path", http.FileServer(http.Dir(dir)))) + "/sub/path"
	whole := []string{"M901 " + address}
	if diff := cmp.Diff(whole, codes(t, address, Options{Key: public})); diff != "" {
		t.Error(diff)
	}
	put(t, dir, "data/tasks.csv", pages["data/tasks.csv"]+"x")
	put(t, dir, "index.html", strings.ToUpper(pages["index.html"]))
	want := []string{"M105 data/tasks.csv", whole[0], "M101 index.html"}
	if diff := cmp.Diff(want, codes(t, address, Options{Key: public})); diff != "" {
		t.Error(diff)
	}
}

func TestAnAddressThatLeadsElsewhere(t *testing.T) {
	key, _ := newKey(t)
	dir := third(t, key)
	other := serve(t, http.FileServer(http.Dir(dir)))
	files := http.FileServer(http.Dir(dir))
	address := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/about/":
			http.Redirect(w, r, other+r.URL.Path, http.StatusFound)
		case "/tasks/t1/":
			http.Error(w, "down", http.StatusServiceUnavailable)
		default:
			files.ServeHTTP(w, r)
		}
	}))
	want := []string{"M902 SHA256SUMS.minisig", "M113 about/index.html", "M901 " + address, "M113 tasks/t1/index.html"}
	if diff := cmp.Diff(want, codes(t, address, Options{})); diff != "" {
		t.Error(diff)
	}
}

func TestWhatIsNoPlace(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "text.txt", "not an archive")
	for _, name := range []string{dir + "/text.txt", dir + "/absent", "http://", "https://example.org/?q=1"} {
		if p, err := Open(name); err == nil {
			p.Close()
			t.Errorf("%s was opened", name)
		}
	}
	if got := codes(t, dir, Options{}); len(got) != 1 || got[0] != "M201 manifest.json" {
		t.Errorf("a folder without a manifest: %v", got)
	}
}
