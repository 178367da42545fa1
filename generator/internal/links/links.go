// Package links visits the addresses of evidence and tells which of them still
// open. It knows addresses, nothing of plans, and runs only when somebody asks:
// never in a build.
//
// It is polite: one request at a time to a host, with a pause between two; a few
// hosts at once; robots.txt is obeyed; it names itself; it asks for the head of a
// page first and reads little of a body. It is careful: a page is dead only where
// the host itself says that it is gone, or where the host's name no longer exists
// while others answer. All else that goes wrong is unclear.
package links

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"jindu/generator/internal/lang"
)

// The states of a link, as the data name them.
const (
	Open    = "open"
	Moved   = "moved"
	Dead    = "dead"
	Unclear = "unclear"
)

// Result is what one visit found.
type Result struct {
	URL    string    `json:"url"`
	State  string    `json:"state"`
	Status int       `json:"status,omitempty"` // of HTTP; 0 where there was no answer
	To     string    `json:"to,omitempty"`     // where the address leads now
	Why    lang.Text `json:"why"`
	heard  bool      // the host answered, whatever it said
}

// Options say how to visit.
type Options struct {
	Agent     string        // the User-Agent, with an address that explains it where there is one
	Timeout   time.Duration // of one request, redirects included
	Pause     time.Duration // between two requests to a host
	Hosts     int           // visited at once
	Transport http.RoundTripper
	Done      func(Result) // called after each visit, from several goroutines; may be nil
}

// ErrOffline says that no host answered at all: then nothing was learnt of any.
var ErrOffline = errors.New("no host answered")

// Check visits each address once and returns the results in the order given. The
// error is ErrOffline, or that of ctx.
func Check(ctx context.Context, addresses []string, o Options) ([]Result, error) {
	byHost := map[string][]int{}
	var hosts []string
	for i, a := range addresses {
		host := hostOf(a)
		if byHost[host] == nil {
			hosts = append(hosts, host)
		}
		byHost[host] = append(byHost[host], i)
	}
	results := make([]Result, len(addresses))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(max(1, o.Hosts))
	for _, host := range hosts {
		g.Go(func() error {
			v := newVisitor(o)
			for _, i := range byHost[host] {
				results[i] = v.visit(ctx, addresses[i])
				if ctx.Err() != nil {
					return ctx.Err()
				}
				if o.Done != nil {
					o.Done(results[i])
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	answered := func(r Result) bool { return r.heard }
	if len(results) > 0 && !slices.ContainsFunc(results, answered) {
		return nil, ErrOffline
	}
	return results, nil
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}

// Archived is an address at the Wayback Machine that leads to the copy nearest to
// the day, if it has any. It is a proposal to look there: nobody has asked whether
// a copy exists.
func Archived(address string, day time.Time) string {
	return "https://web.archive.org/web/" + day.Format("20060102") + "/" + address
}

// Anywhen is Archived for a page of unknown date: it leads to the list of copies.
func Anywhen(address string) string { return "https://web.archive.org/web/*/" + address }
