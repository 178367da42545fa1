package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"

	"jindu/generator/internal/hugo"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/publish"
)

// preview serves the site on a loopback port until ctx ends: Hugo renders it from
// memory behind a port of its own, and each page is finished on its way as build
// finishes it. What ends the preview arrives on the channel.
func (p *project) preview(ctx context.Context, h hugo.Site, port int) (<-chan error, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return nil, err
	}
	inner, err := freePort(ctx)
	if err != nil {
		listener.Close()
		return nil, err
	}
	handler := previewHandler(fmt.Sprintf("127.0.0.1:%d", inner), fmt.Sprintf("http://127.0.0.1:%d/", port), p.lang)
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	context.AfterFunc(ctx, func() { server.Close() })
	ended := make(chan error, 2)
	go func() { ended <- h.Serve(ctx, inner, port, io.Discard) }()
	go func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			ended <- err
		}
	}()
	return ended, nil
}

// freePort is a loopback port that nobody listened on a moment ago.
func freePort(ctx context.Context) (int, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port, nil
}

// previewHandler passes requests on to Hugo at the host inner, live reload too,
// and finishes the pages that come back. address is where readers find it.
func previewHandler(inner, address string, l lang.Lang) http.Handler {
	return &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(&url.URL{Scheme: "http", Host: inner})
			r.Out.Host = r.In.Host
			r.Out.Header.Del("Range") // a part of a page cannot be finished
		},
		ModifyResponse: func(r *http.Response) error { return finishResponse(r, address) },
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, _ error) {
			w.Header().Set("Refresh", "1")
			http.Error(w, lang.T("正在生成，请稍候。", "Being made, please wait.").In(l), http.StatusServiceUnavailable)
		},
	}
}

func finishResponse(r *http.Response, address string) error {
	if r.Request.Method != http.MethodGet || !strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") {
		return nil
	}
	page, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	r.Body.Close()
	name := strings.TrimPrefix(r.Request.URL.Path, "/")
	if r.StatusCode == http.StatusNotFound {
		name = "404.html"
	} else if path.Ext(name) == "" {
		name = path.Join(name, "index.html")
	}
	page = publish.FinishPage(name, page, address, string(lang.EN))
	r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(page)), int64(len(page))
	r.Header.Set("Content-Length", strconv.Itoa(len(page)))
	return nil
}
