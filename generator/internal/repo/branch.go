package repo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Branch is a branch of this repository.
type Branch struct {
	Name   string // without refs/heads/
	Commit string
}

// The reasons why a branch is not written.
var (
	// ErrMoved says that the branch is not where it was expected.
	ErrMoved = errors.New("the branch has moved meanwhile")
	// ErrCheckedOut says that a working tree shows the branch, which would no
	// longer agree with it.
	ErrCheckedOut = errors.New("the branch is checked out")
	// ErrNoIdentity says that git does not know whose commits it makes.
	ErrNoIdentity = errors.New("git has no user.name and user.email")
)

// Prefix is the folder's path from the top of the repository, with slashes and
// without one at the end; "" for the top itself.
func (r *Repo) Prefix(ctx context.Context) (string, error) {
	out, err := r.git(ctx, nil, "rev-parse", "--show-prefix")
	return strings.TrimSuffix(strings.TrimSpace(string(out)), "/"), err
}

// Current returns the name of the branch that the working tree shows, or "" where
// it shows none.
func (r *Repo) Current(ctx context.Context) string {
	out, err := r.git(ctx, nil, "symbolic-ref", "--quiet", "--short", "HEAD")
	if err != nil {
		return "" // a commit by itself
	}
	return strings.TrimSpace(string(out))
}

// Branches lists the branches whose names begin with the prefix and a slash, by
// name.
func (r *Repo) Branches(ctx context.Context, prefix string) ([]Branch, error) {
	out, err := r.git(ctx, nil, "for-each-ref", "--format=%(objectname) %(refname)", "refs/heads/"+prefix+"/")
	if err != nil {
		return nil, err
	}
	var all []Branch
	for line := range strings.Lines(string(out)) {
		commit, name, _ := strings.Cut(strings.TrimSpace(line), " refs/heads/")
		all = append(all, Branch{name, commit})
	}
	return all, nil
}

// Tip returns the commit of a branch, or "" where there is no such branch.
func (r *Repo) Tip(ctx context.Context, branch string) string {
	out, err := r.git(ctx, nil, "rev-parse", "--verify", "--quiet", "--end-of-options", "refs/heads/"+branch+"^{commit}")
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// When returns the time of a commit.
func (r *Repo) When(ctx context.Context, commit string) (time.Time, error) {
	out, err := r.git(ctx, nil, "show", "--no-patch", "--format=%cI", commit)
	if err != nil {
		return time.Time{}, err
	}
	return time.Parse(time.RFC3339, strings.TrimSpace(string(out)))
}

// Touched lists the files of the folder that differ between two commits, with
// git's letter for how: A added, M altered, D gone.
func (r *Repo) Touched(ctx context.Context, from, to string) (map[string]string, error) {
	out, err := r.git(ctx, nil, "diff", "--name-status", "-z", "--no-renames", "--relative", from, to, "--")
	if err != nil {
		return nil, err
	}
	touched := map[string]string{}
	parts := strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
	for i := 0; i+1 < len(parts); i += 2 {
		touched[parts[i+1]] = parts[i]
	}
	return touched, nil
}

// Commit is a change to be made: some whole files on top of a commit.
type Commit struct {
	Branch  string
	From    string            // the branch's commit as it is now, "" for a new branch
	Parent  string            // the commit to build on
	Files   map[string][]byte // by path in the folder
	Message string
}

// Commit makes the commit and points the branch to it. It writes objects and the
// branch, and nothing else: neither the working tree nor the index, and no hook
// runs. The error is ErrMoved where the branch is not at From, ErrCheckedOut where
// a working tree shows it, ErrNoIdentity, or git's own words.
func (r *Repo) Commit(ctx context.Context, c Commit) (string, error) {
	if err := r.free(ctx, c.Branch); err != nil {
		return "", err
	}
	tree, err := r.treeWith(ctx, c.Parent, c.Files)
	if err != nil {
		return "", err
	}
	commit, err := r.git(ctx, bytes.NewBufferString(c.Message), "commit-tree", "--no-gpg-sign", "-p", c.Parent, "-F", "-", tree)
	if err != nil {
		if _, unknown := r.git(ctx, nil, "var", "GIT_COMMITTER_IDENT"); unknown != nil {
			return "", ErrNoIdentity
		}
		return "", err
	}
	hash := strings.TrimSpace(string(commit))
	return hash, r.move(ctx, c.Branch, hash, c.From)
}

// Remove deletes a branch that is at a commit.
func (r *Repo) Remove(ctx context.Context, b Branch) error {
	if err := r.free(ctx, b.Name); err != nil {
		return err
	}
	if _, err := r.git(ctx, nil, "update-ref", "-d", "refs/heads/"+b.Name, b.Commit); err != nil {
		return ErrMoved
	}
	if r.Note(ctx, b.Name) == "" {
		return nil
	}
	_, err := r.git(ctx, nil, "config", "--local", "--unset-all", noteKey(b.Name))
	return err
}

// Note is the description of a branch, as `git branch --edit-description` keeps it.
func (r *Repo) Note(ctx context.Context, branch string) string {
	out, err := r.git(ctx, nil, "config", "--local", "--get", noteKey(branch))
	if err != nil {
		return "" // there is none
	}
	return strings.TrimSpace(string(out))
}

// SetNote replaces the description of a branch.
func (r *Repo) SetNote(ctx context.Context, branch, note string) error {
	_, err := r.git(ctx, nil, "config", "--local", noteKey(branch), note)
	return err
}

func noteKey(branch string) string { return "branch." + branch + ".description" }

// free wants that no working tree shows the branch.
func (r *Repo) free(ctx context.Context, branch string) error {
	out, err := r.git(ctx, nil, "worktree", "list", "--porcelain")
	if err != nil {
		return err
	}
	if slices.Contains(strings.Split(string(out), "\n"), "branch refs/heads/"+branch) {
		return ErrCheckedOut
	}
	return nil
}

// move points the branch to a commit if it is still where it was.
func (r *Repo) move(ctx context.Context, branch, to, from string) error {
	old := from
	if old == "" {
		old = strings.Repeat("0", len(to)) // git's word for "must not exist"
	}
	if _, err := r.git(ctx, nil, "update-ref", "refs/heads/"+branch, to, old); err != nil {
		if r.Tip(ctx, branch) != from {
			return ErrMoved
		}
		return err
	}
	return nil
}

// treeWith writes the tree of a commit with some files replaced, through an index
// of its own.
func (r *Repo) treeWith(ctx context.Context, commit string, files map[string][]byte) (string, error) {
	prefix, err := r.Prefix(ctx)
	if err != nil {
		return "", err
	}
	if prefix != "" {
		prefix += "/"
	}
	index, done, err := scratch()
	if err != nil {
		return "", err
	}
	defer done()
	if _, err := r.gitWith(ctx, index, nil, "read-tree", commit); err != nil {
		return "", err
	}
	var lines bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(files)) {
		blob, err := r.git(ctx, bytes.NewBuffer(files[name]), "hash-object", "-w", "--stdin")
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&lines, "100644 %s\t%s%s\x00", strings.TrimSpace(string(blob)), prefix, name)
	}
	if _, err := r.gitWith(ctx, index, &lines, "update-index", "-z", "--add", "--index-info"); err != nil {
		return "", err
	}
	tree, err := r.gitWith(ctx, index, nil, "write-tree")
	return strings.TrimSpace(string(tree)), err
}
