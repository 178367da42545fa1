package webform

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"

	"jindu/generator/internal/repo"
	"jindu/generator/internal/schema"
)

// Options are what the drafts need.
type Options struct {
	Repo   *repo.Repo
	Branch string // what drafts start from
	Plans  []Plan
	// Judge reads a commit's files with those of a draft in place of its own and
	// says, in words for the person who saves, why they must not be saved; "" if
	// they may.
	Judge func(files fs.FS, draft map[string][]byte) (string, error)
	// Saved hears of every branch that was written.
	Saved func(branch string)
}

// Drafts are the records edited in the form, each on a branch of its own.
type Drafts struct {
	Options
	config Config

	mu   sync.Mutex      // one git command after the other
	seen map[seen]string // hash of what the form was last given, "" for no file
}

// seen is a file as the form was given it.
type seen struct {
	side side
	name string
}

// side is where a file stands: on the branch that drafts start from, or on its
// own.
type side bool

const (
	onBranch side = false
	onDraft  side = true
)

// NewDrafts offers the records of the branch for editing.
func NewDrafts(o Options) *Drafts {
	return &Drafts{Options: o, config: Configure(Local(o.Branch), "data", o.Plans), seen: map[seen]string{}}
}

// branchPrefix is the first part of every draft's branch, as Decap names them.
const branchPrefix = "cms"

// key names a draft: a collection and a record in it.
type key struct{ collection, slug string }

func (k key) String() string { return k.collection + "/" + k.slug }
func (k key) branch() string { return branchPrefix + "/" + k.String() }

// refusal is an error in words for the person at the form.
type refusal struct {
	status int
	words  string
}

func (r refusal) Error() string { return r.words }

func refuse(words string) error { return refusal{http.StatusUnprocessableEntity, words} }

var errNotFound = refusal{http.StatusNotFound, "没有这个草稿。"}

// keyOf checks a draft's name against the collections.
func (d *Drafts) keyOf(collection, slug string) (key, error) {
	k := key{collection, slug}
	if d.pathOf(k) == "" {
		return k, refuse("表单里没有这一项：" + k.String())
	}
	return k, nil
}

// pathOf is the data file of a draft, or "" where there can be none.
func (d *Drafts) pathOf(k key) string {
	for _, c := range d.config.Decap.Collections {
		if c.Name != k.collection {
			continue
		}
		for _, f := range c.Files {
			if f.Name == k.slug {
				return f.File
			}
		}
		if c.Folder != "" && isID(k.slug) {
			return path.Join(c.Folder, k.slug+".yaml")
		}
	}
	return ""
}

func isID(s string) bool { return len(s) <= schema.MaxID && idPattern.MatchString(s) }

// isData reports whether the form may see a file.
func (d *Drafts) isData(name string) bool {
	for _, c := range d.config.Decap.Collections {
		for _, f := range c.Files {
			if f.File == name {
				return true
			}
		}
		id, isYAML := strings.CutSuffix(path.Base(name), ".yaml")
		if c.Folder != "" && path.Dir(name) == c.Folder && isYAML && isID(id) {
			return true
		}
	}
	return false
}

// tips are where the branch is that drafts start from, and where a draft is: ""
// where there is none, or where all of it has been merged.
func (d *Drafts) tips(ctx context.Context, k key) (base, draft string, err error) {
	if base, err = d.Repo.Resolve(ctx, "refs/heads/"+d.Branch); err != nil {
		return "", "", err
	}
	tip := d.Repo.Tip(ctx, k.branch())
	if tip == "" {
		return base, "", nil
	}
	fork, err := d.Repo.MergeBase(ctx, base, tip)
	if errors.Is(err, repo.ErrNoCommonBase) {
		return "", "", refuse("分支 " + k.branch() + " 与 " + d.Branch + " 没有共同的起点，请先改名或删除它。")
	}
	if fork == tip {
		tip = ""
	}
	return base, tip, err
}

// file is a file of a commit, nil where the commit has none.
func (d *Drafts) file(ctx context.Context, commit, name string) ([]byte, error) {
	files, err := d.Repo.Files(ctx, commit, name)
	if err != nil {
		return nil, err
	}
	body, err := fs.ReadFile(files, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return body, err
}

// hash is "" for a file that is not there.
func hash(body []byte) string {
	if body == nil {
		return ""
	}
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}
