package repo

import (
	"context"
	"strings"
)

// State is how the files of a folder compare with the commit that is checked out.
type State struct {
	Commit  string // its hash
	Changed bool   // the files named differ from it, or stand there without being in it
}

// State compares the files below the given names with the commit. The error is
// ErrNotRepository where the first of them is not in the commit at all: the folder
// then merely lies in somebody's repository.
func (r *Repo) State(ctx context.Context, names ...string) (State, error) {
	commit, err := r.Resolve(ctx, "HEAD")
	if err != nil {
		return State{}, ErrNotRepository
	}
	listed, err := r.git(ctx, nil, "ls-tree", "--name-only", commit, "--", names[0])
	if err != nil {
		return State{}, err
	}
	if strings.TrimSpace(string(listed)) == "" {
		return State{}, ErrNotRepository
	}
	args := append([]string{"status", "--porcelain", "--untracked-files=all", "--no-renames", "--"}, names...)
	changes, err := r.git(ctx, nil, args...)
	return State{Commit: commit, Changed: len(changes) > 0}, err
}

// Clone makes a copy of the repository in the empty folder dir with the commit
// checked out, and returns the folder in it that corresponds to r's own. Nothing
// of r changes.
func (r *Repo) Clone(ctx context.Context, commit, dir string) (string, error) {
	top, err := r.git(ctx, nil, "rev-parse", "--show-toplevel")
	if err != nil {
		return "", err
	}
	prefix, err := r.git(ctx, nil, "rev-parse", "--show-prefix")
	if err != nil {
		return "", err
	}
	if _, err := r.git(ctx, nil, "clone", "--quiet", "--no-checkout", "--shared", "--", strings.TrimSpace(string(top)), dir); err != nil {
		return "", err
	}
	copied := &Repo{dir: dir, shallow: r.shallow}
	if _, err := copied.git(ctx, nil, "-c", "advice.detachedHead=false", "checkout", "--quiet", "--detach", commit); err != nil {
		return "", err
	}
	return dir + "/" + strings.TrimSpace(string(prefix)), nil
}
