package webform

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"
)

// Backend says where Decap reads and writes.
type Backend struct {
	Name           string         `json:"name"`
	Branch         string         `json:"branch"`
	ProxyURL       string         `json:"proxy_url,omitempty"`
	Repo           string         `json:"repo,omitempty"`
	BaseURL        string         `json:"base_url,omitempty"`
	AuthEndpoint   string         `json:"auth_endpoint,omitempty"`
	AuthType       string         `json:"auth_type,omitempty"`
	AppID          string         `json:"app_id,omitempty"`
	APIRoot        string         `json:"api_root,omitempty"`
	CommitMessages commitMessages `json:"commit_messages"`
}

type commitMessages struct {
	Create string `json:"create"`
	Update string `json:"update"`
}

func messages() commitMessages {
	return commitMessages{Create: "data: 用表单新增{{collection}} {{slug}}", Update: "data: 用表单修改{{collection}} {{slug}}"}
}

// apiPath is where Handler answers Decap's requests.
const apiPath = "/api/v1"

// Local is the backend that Handler answers.
func Local(branch string) Backend {
	return Backend{Name: "proxy", ProxyURL: apiPath, Branch: branch, CommitMessages: messages()}
}

// Host is a git host that Decap speaks to itself, from one's own address.
type Host struct {
	Kind   string // github or gitlab
	Repo   string // owner/name
	Branch string
	Auth   string // github: address of one's own OAuth helper; gitlab: address of the host
	API    string // github: address of the API, "" for GitHub's own
	AppID  string // gitlab: id of the application registered there
}

// backend is the host as Decap has it, and the origins it speaks to.
func (h Host) backend() (b Backend, connect []string, err error) {
	if !repoPattern.MatchString(h.Repo) {
		return b, nil, errors.New("the repository is written as owner/name")
	}
	auth, err := origin(h.Auth)
	if err != nil {
		return b, nil, err
	}
	b = Backend{Name: h.Kind, Repo: h.Repo, Branch: h.Branch, BaseURL: auth, CommitMessages: messages()}
	switch h.Kind {
	case "github":
		b.APIRoot = cmp.Or(strings.TrimSuffix(h.API, "/"), "https://api.github.com")
		b.AuthEndpoint = endpoint(h.Auth)
		api, err := origin(b.APIRoot)
		return b, []string{api}, err
	case "gitlab":
		if h.AppID == "" {
			return b, nil, errors.New("gitlab needs the id of the application registered there")
		}
		b.AuthType, b.AppID, b.APIRoot, b.AuthEndpoint = "pkce", h.AppID, auth+"/api/v4", "oauth/authorize"
		return b, []string{auth}, nil
	}
	return b, nil, fmt.Errorf("unknown host %q: github or gitlab", h.Kind)
}

// endpoint is the path of an address, "" for none: Decap then asks at /auth.
func endpoint(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.Trim(u.Path, "/")
}

var repoPattern = regexp.MustCompile(`^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$`)

// origin is scheme and host of an address.
func origin(address string) (string, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil || strings.ContainsAny(u.Host, " ;,'\"") {
		return "", fmt.Errorf("%q is no address beginning with https://", address)
	}
	return u.Scheme + "://" + u.Host, nil
}
