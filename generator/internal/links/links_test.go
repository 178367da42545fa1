package links

import (
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// host is a made-up web server, on this machine alone.
func host(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

var options = Options{Agent: "synthetic-check/1", Timeout: 2 * time.Second, Hosts: 4}

func pages(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/robots.txt":
		_, _ = w.Write([]byte("User-agent: *\nDisallow: /private/\n"))
	case "/good", "/new", "/":
	case "/gone":
		w.WriteHeader(http.StatusGone)
	case "/moved":
		http.Redirect(w, r, "/new", http.StatusMovedPermanently)
	case "/for-now":
		http.Redirect(w, r, "/new", http.StatusFound)
	case "/moved-then-for-now":
		http.Redirect(w, r, "/for-now", http.StatusMovedPermanently)
	case "/to-first-page":
		http.Redirect(w, r, "/", http.StatusMovedPermanently)
	case "/to-gone":
		http.Redirect(w, r, "/gone", http.StatusMovedPermanently)
	case "/circle":
		http.Redirect(w, r, "/circle2", http.StatusFound)
	case "/circle2":
		http.Redirect(w, r, "/circle", http.StatusFound)
	case "/endless", "/endless/":
		http.Redirect(w, r, "/endless/?"+r.URL.RawQuery+"x", http.StatusFound)
	case "/to-mail":
		w.Header().Set("Location", "mailto:a@example.org")
		w.WriteHeader(http.StatusFound)
	case "/no-head":
		if r.Method == http.MethodHead {
			w.WriteHeader(http.StatusNotFound)
		}
	case "/refused":
		w.WriteHeader(http.StatusForbidden)
	case "/broken":
		w.WriteHeader(http.StatusBadGateway)
	case "/slow":
		select {
		case <-r.Context().Done():
		case <-time.After(10 * time.Second):
		}
	case "/large":
		for range 1000 {
			if _, err := w.Write(make([]byte, 64<<10)); err != nil {
				return
			}
		}
	default:
		w.WriteHeader(http.StatusNotFound)
	}
}

func TestWhatVisitsFind(t *testing.T) {
	at := host(t, pages)
	for path, want := range map[string]struct {
		state string
		words string
	}{
		"/good": {Open, "能打开"}, "/no-head": {Open, "能打开"}, "/for-now": {Open, "能打开"}, "/moved-then-for-now": {Open, "能打开"}, "/large": {Open, "能打开"},
		"/moved":  {Moved, "/new"},
		"/absent": {Dead, "404"}, "/gone": {Dead, "410"}, "/to-gone": {Dead, "410"},
		"/to-first-page": {Unclear, "首页"}, "/circle": {Unclear, "打转"}, "/endless": {Unclear, "太多次"}, "/to-mail": {Unclear, "不是网页"},
		"/refused": {Unclear, "403"}, "/broken": {Unclear, "502"}, "/slow": {Unclear, "太久"}, "/private/x": {Unclear, "robots.txt"},
	} {
		o := options
		if path == "/slow" {
			o.Timeout = 200 * time.Millisecond
		}
		got, err := Check(t.Context(), []string{at + "/good", at + path}, o)
		if err != nil {
			t.Fatal(err)
		}
		if r := got[1]; r.State != want.state || !strings.Contains(r.Why.ZH, want.words) || r.URL != at+path || r.Why.EN == "" {
			t.Errorf("%s: %+v, want %s with %s", path, r, want.state, want.words)
		}
	}
}

func TestACertificateThatIsNotValidIsNoDeadPage(t *testing.T) {
	s := httptest.NewTLSServer(http.HandlerFunc(pages))
	t.Cleanup(s.Close)
	got, err := Check(t.Context(), []string{host(t, pages) + "/good", s.URL + "/good"}, options)
	if err != nil || got[1].State != Unclear || !strings.Contains(got[1].Why.ZH, "证书") {
		t.Errorf("%+v, %v", got, err)
	}
}

// A name that does not exist is a dead link only while other hosts answer: with
// the network down every name looks like that.
func TestNamesThatDoNotExist(t *testing.T) {
	transport := &http.Transport{Proxy: func(r *http.Request) (*url.URL, error) {
		if strings.HasSuffix(r.URL.Hostname(), ".invalid") {
			return nil, &net.DNSError{Name: r.URL.Hostname(), IsNotFound: true}
		}
		return nil, nil
	}}
	o := options
	o.Transport = transport
	got, err := Check(t.Context(), []string{"http://gone.invalid/", host(t, pages) + "/good"}, o)
	if err != nil || got[0].State != Dead || got[1].State != Open {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := Check(t.Context(), []string{"http://gone.invalid/", "http://other.invalid/"}, o); !errors.Is(err, ErrOffline) {
		t.Errorf("without any answer: %v", err)
	}
	if _, err := Check(t.Context(), nil, o); err != nil {
		t.Errorf("nothing to visit: %v", err)
	}
}

func TestAHostIsAskedOneThingAtATimeByName(t *testing.T) {
	var now, most, asked atomic.Int32
	var agent atomic.Value
	at := host(t, func(w http.ResponseWriter, r *http.Request) {
		n := now.Add(1)
		defer now.Add(-1)
		if n > most.Load() {
			most.Store(n)
		}
		asked.Add(1)
		agent.Store(r.UserAgent())
		time.Sleep(5 * time.Millisecond)
	})
	var list []string
	for _, name := range []string{"/a", "/b", "/c", "/d", "/e"} {
		list = append(list, at+name)
	}
	if _, err := Check(t.Context(), list, options); err != nil {
		t.Fatal(err)
	}
	if most.Load() != 1 || asked.Load() != 6 { // robots.txt once
		t.Errorf("%d at once, %d requests", most.Load(), asked.Load())
	}
	if agent.Load() != options.Agent {
		t.Errorf("it calls itself %v", agent.Load())
	}
}

func TestAnAddressThatIsNone(t *testing.T) {
	got, err := Check(t.Context(), []string{host(t, pages) + "/good", "http://", "::"}, options)
	if err != nil || got[1].State != Unclear || got[2].State != Unclear {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestArchiveProposals(t *testing.T) {
	if got := Archived("https://a.example.org/1?x=1", time.Date(2016, 1, 5, 0, 0, 0, 0, time.UTC)); got != "https://web.archive.org/web/20160105/https://a.example.org/1?x=1" {
		t.Error(got)
	}
	if got := Anywhen("https://a.example.org/"); got != "https://web.archive.org/web/*/https://a.example.org/" {
		t.Error(got)
	}
}
