package webform

import (
	"encoding/json"
	"mime"
	"net"
	"net/http"
	"slices"
	"strings"
)

// maxRequest is the largest request that is read: a data file has at most 1 MiB.
const maxRequest = 4 << 20

// Handler serves the form and answers its requests, to this machine alone: port
// is the local port it is reached at. Requests that name another host or come
// from another page are refused, whatever address they arrive at, for a page on
// the net can make a browser send them.
func (d *Drafts) Handler(port string) http.Handler {
	pages := http.NewServeMux()
	for name := range parts {
		pages.HandleFunc("GET /"+name, d.part(name))
	}
	pages.HandleFunc("GET /{$}", d.part("index.html"))
	pages.HandleFunc("GET /"+decapName, script)
	pages.HandleFunc("GET /"+ConfigName, func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, d.config) })
	pages.HandleFunc("POST "+apiPath, d.api)
	hosts := []string{net.JoinHostPort("127.0.0.1", port), net.JoinHostPort("localhost", port), net.JoinHostPort("::1", port)}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for key, value := range headers() {
			w.Header().Set(key, value)
		}
		if !slices.Contains(hosts, r.Host) || r.Method != http.MethodGet && !ownPage(r) {
			answer(w, http.StatusForbidden, failure{"只接受本机上这个表单自己的请求。"})
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxRequest)
		pages.ServeHTTP(w, r)
	})
}

// ownPage reports whether a request was made by a script of the form.
func ownPage(r *http.Request) bool {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return err == nil && kind == "application/json" && r.Header.Get("Origin") == "http://"+r.Host
}

// part serves one of the form's small files.
func (d *Drafts) part(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		body, err := assets.ReadFile(parts[name])
		if err != nil {
			answer(w, http.StatusInternalServerError, failure{err.Error()})
			return
		}
		if name == "index.html" {
			body = page(body, policy())
		}
		w.Header().Set("Content-Type", mediaType(name))
		_, _ = w.Write(body) // the browser may have gone
	}
}

// page is the form's page with its content policy.
func page(template []byte, policy string) []byte {
	return []byte(strings.Replace(string(template), "{{policy}}", policy, 1))
}

func mediaType(name string) string {
	switch {
	case strings.HasSuffix(name, ".html"):
		return "text/html; charset=utf-8"
	case strings.HasSuffix(name, ".js"):
		return "text/javascript; charset=utf-8"
	}
	return "text/plain; charset=utf-8"
}

// script serves Decap as it is stored, compressed, where the browser takes that.
func script(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", mediaType(decapName))
	body := decapGzip
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		w.Header().Set("Content-Encoding", "gzip")
	} else {
		var err error
		if body, err = decap(); err != nil {
			answer(w, http.StatusInternalServerError, failure{err.Error()})
			return
		}
	}
	_, _ = w.Write(body) // the browser may have gone
}

// failure is how the API says why not; Decap shows the words.
type failure struct {
	Error string `json:"error"`
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // the browser may have gone
}
