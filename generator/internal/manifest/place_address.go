package manifest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// patience is how long an address may take for one file.
const patience = 60 * time.Second

// errElsewhere says that the address sends readers to another host.
var errElsewhere = errors.New("leads to another host")

// openAddress reads the site that is served at an address. It asks for the files
// of the manifest, as a reader's browser would, and nothing else.
func openAddress(address string) (*Place, error) {
	base, err := url.Parse(address)
	if err != nil || base.Host == "" || base.RawQuery != "" || base.Fragment != "" {
		return nil, fmt.Errorf("%s: %w", address, ErrNoPlace)
	}
	base.Path = strings.TrimSuffix(base.Path, "/") + "/"
	client := &http.Client{Timeout: patience, CheckRedirect: func(r *http.Request, via []*http.Request) error {
		if r.URL.Host != base.Host || len(via) > 5 {
			return errElsewhere
		}
		return nil
	}}
	p := &Place{Name: address, Closer: io.NopCloser(nil)}
	p.open = func(ctx context.Context, name string) (io.ReadCloser, error) {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, base.JoinPath(name).String(), nil)
		if err != nil {
			return nil, err
		}
		r.Header.Set("Cache-Control", "no-cache") // what is served now, not what a proxy kept
		answer, err := client.Do(r)
		if err != nil {
			return nil, err
		}
		switch {
		case answer.StatusCode == http.StatusOK:
			return answer.Body, nil
		case answer.StatusCode == http.StatusNotFound || answer.StatusCode == http.StatusGone:
			err = fs.ErrNotExist
		default:
			err = errors.New(answer.Status)
		}
		return nil, errors.Join(err, answer.Body.Close())
	}
	return p, nil
}
