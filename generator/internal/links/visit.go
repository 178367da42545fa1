package links

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/temoto/robotstxt"

	"jindu/generator/internal/lang"
)

// maxBody is how much of a page is read before the connection is let go.
const maxBody = 64 << 10

// maxHops is how many redirects are followed.
const maxHops = 10

// visitor visits the addresses of one host, one after the other.
type visitor struct {
	Options
	client *http.Client
	rules  map[string]*robotstxt.Group // of robots.txt, by scheme and host
	last   time.Time
}

func newVisitor(o Options) *visitor {
	v := &visitor{Options: o, rules: map[string]*robotstxt.Group{}}
	v.client = &http.Client{Transport: o.Transport, Timeout: o.Timeout, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	return v
}

// visit asks for the head of a page, and for the page itself where the host does
// not answer that well: many do not know HEAD.
func (v *visitor) visit(ctx context.Context, address string) Result {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return Result{URL: address, State: Unclear, Why: lang.T("网址不完整", "the address is not whole")}
	}
	if !v.allowed(ctx, u) {
		return Result{URL: address, State: Unclear, heard: true, Why: lang.T("网站的 robots.txt 请程序不要访问", "robots.txt asks programs not to visit")}
	}
	r := v.follow(ctx, http.MethodHead, u)
	if r.State != Open && r.State != Moved {
		r = v.follow(ctx, http.MethodGet, u)
	}
	r.URL = address
	return r
}

// follow asks for an address and goes where it leads.
func (v *visitor) follow(ctx context.Context, method string, from *url.URL) Result {
	at, forGood, status := from, true, 0
	seen := map[string]bool{}
	for range maxHops {
		if seen[at.String()] {
			return Result{State: Unclear, Status: status, heard: true, Why: lang.T("网址在几个地址之间打转", "the address leads in a circle")}
		}
		seen[at.String()] = true
		answer, err := v.ask(ctx, method, at)
		if err != nil {
			return failed(err)
		}
		status = answer.StatusCode
		next, err := answer.Location()
		if answer.StatusCode/100 != 3 || err != nil {
			return judge(answer.StatusCode, from, at, forGood)
		}
		forGood = forGood && (answer.StatusCode == http.StatusMovedPermanently || answer.StatusCode == http.StatusPermanentRedirect)
		if next.Scheme != "http" && next.Scheme != "https" {
			return Result{State: Unclear, Status: answer.StatusCode, heard: true, Why: lang.T("转到的不是网页地址", "leads to something that is no web address")}
		}
		at = next
	}
	return Result{State: Unclear, Status: status, heard: true, Why: lang.T("转了太多次", "leads on too many times")}
}

// ask sends one request, after the pause that the host is due.
func (v *visitor) ask(ctx context.Context, method string, at *url.URL) (*http.Response, error) {
	if wait := v.Pause - time.Since(v.last); !v.last.IsZero() && wait > 0 {
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	defer func() { v.last = time.Now() }()
	r, err := http.NewRequestWithContext(ctx, method, at.String(), nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set("User-Agent", v.Agent)
	r.Header.Set("Accept", "text/html,application/xhtml+xml,application/pdf,*/*;q=0.5")
	answer, err := v.client.Do(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	_, _ = io.CopyN(io.Discard, answer.Body, maxBody) // so that the connection can serve the next request
	return answer, nil
}

// judge says what an answer means. A deep address that leads to the first page of
// a site is what many hosts give for a page that is gone.
func judge(status int, from, at *url.URL, forGood bool) Result {
	r := Result{Status: status, heard: true}
	if at.String() != from.String() {
		r.To = at.String()
	}
	first := strings.Trim(at.Path, "/") == "" && at.RawQuery == "" && strings.Trim(from.Path, "/") != ""
	switch {
	case status == http.StatusNotFound || status == http.StatusGone:
		r.State, r.Why = Dead, lang.T("网站说页面不存在（%d）", "the host says that the page is gone (%d)").Sprintf(status)
	case status/100 != 2:
		r.State, r.Why = Unclear, lang.T("网站没有给出页面（%d）", "the host did not give the page (%d)").Sprintf(status)
	case r.To != "" && first:
		r.State, r.Why = Unclear, lang.T("转到了网站首页，页面可能没有了", "leads to the host's first page; the page may be gone")
	case r.To != "" && forGood && !secured(from, at):
		r.State, r.Why = Moved, lang.T("永久转到 %s", "leads for good to %s").Sprintf(r.To)
	default:
		r.State, r.Why = Open, lang.T("能打开", "opens")
	}
	return r
}

// secured reports whether the only change is from http to https.
func secured(from, to *url.URL) bool {
	same := *to
	same.Scheme = from.Scheme
	return same.String() == from.String()
}

// failed says what it means that there was no answer.
func failed(err error) Result {
	var dns *net.DNSError
	var certificate *tls.CertificateVerificationError
	var timeout net.Error
	r := Result{State: Unclear, Why: lang.T("没有连上网站", "the host could not be reached")}
	switch {
	case errors.As(err, &dns) && dns.IsNotFound:
		r = Result{State: Dead, Why: lang.T("网站的域名不存在了", "the host's name no longer exists")}
	case errors.As(err, &certificate):
		r.Why = lang.T("网站的证书有误", "the host's certificate is not valid")
	case errors.As(err, &timeout) && timeout.Timeout():
		r.Why = lang.T("等了太久没有回答", "no answer in time")
	}
	return r
}

// allowed reads the host's robots.txt once. A host without one, or that does not
// answer, allows all; the visit will tell what is wrong with it.
func (v *visitor) allowed(ctx context.Context, u *url.URL) bool {
	site := u.Scheme + "://" + u.Host
	rules, known := v.rules[site]
	if !known {
		rules = v.robots(ctx, u)
		v.rules[site] = rules
	}
	return rules == nil || rules.Test(u.EscapedPath())
}

func (v *visitor) robots(ctx context.Context, u *url.URL) *robotstxt.Group {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}).String(), nil)
	if err != nil {
		return nil
	}
	r.Header.Set("User-Agent", v.Agent)
	answer, err := v.client.Do(r)
	if err != nil {
		return nil
	}
	defer answer.Body.Close()
	v.last = time.Now()
	body, err := io.ReadAll(io.LimitReader(answer.Body, 500<<10))
	if err != nil || answer.StatusCode != http.StatusOK {
		return nil
	}
	data, err := robotstxt.FromBytes(body)
	if err != nil {
		return nil
	}
	return data.FindGroup(v.Agent)
}
