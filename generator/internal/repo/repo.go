// Package repo reads the files of a commit through the git command, without
// touching the working tree. It is a leaf: it knows folders and bytes, nothing
// of plans.
package repo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"strings"
)

// The reasons why history cannot be read. Nothing is guessed in their place.
var (
	ErrNoGit         = errors.New("git is not installed")
	ErrNotRepository = errors.New("not a git repository")
	ErrNoCommonBase  = errors.New("no common commit")
)

// UnknownRevisionError says that a revision names no commit that is here. In a
// shallow clone it may well exist elsewhere.
type UnknownRevisionError struct {
	Revision string
	Shallow  bool
}

func (e *UnknownRevisionError) Error() string {
	return fmt.Sprintf("unknown revision %q", e.Revision)
}

// Repo is the repository that a folder belongs to.
type Repo struct {
	dir     string
	shallow bool
}

// Open returns the repository of the folder dir, which may lie below the
// repository's top. The error is ErrNoGit, ErrNotRepository or git's own words.
func Open(ctx context.Context, dir string) (*Repo, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, ErrNoGit
	}
	r := &Repo{dir: dir}
	out, err := r.git(ctx, nil, "rev-parse", "--is-shallow-repository")
	if err != nil {
		if strings.Contains(err.Error(), "not a git repository") {
			return nil, ErrNotRepository
		}
		return nil, err
	}
	r.shallow = strings.TrimSpace(string(out)) == "true"
	return r, nil
}

// Shallow reports whether the clone lacks a part of the history.
func (r *Repo) Shallow() bool { return r.shallow }

// Resolve returns the hash of the commit that a revision names: a branch, a tag,
// a hash or any of git's notations.
func (r *Repo) Resolve(ctx context.Context, revision string) (string, error) {
	out, err := r.git(ctx, nil, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err != nil {
		return "", &UnknownRevisionError{Revision: revision, Shallow: r.shallow}
	}
	return strings.TrimSpace(string(out)), nil
}

// MergeBase returns the newest commit that two commits have in common, or
// ErrNoCommonBase: for unrelated histories and for shallow clones too short to
// reach it.
func (r *Repo) MergeBase(ctx context.Context, a, b string) (string, error) {
	out, err := r.git(ctx, nil, "merge-base", "--end-of-options", a, b)
	if err != nil {
		return "", ErrNoCommonBase
	}
	return strings.TrimSpace(string(out)), nil
}

// Files returns the commit's files below the given folders of the repository's
// folder, byte for byte, as a file system rooted there. A folder that the commit
// does not have is absent from it. It runs git twice, however many files there are.
func (r *Repo) Files(ctx context.Context, commit string, folders ...string) (fs.FS, error) {
	args := append([]string{"ls-tree", "-r", "-z", commit, "--"}, folders...)
	listing, err := r.git(ctx, nil, args...)
	if err != nil {
		return nil, err
	}
	entries, err := parseTree(string(listing))
	if err != nil {
		return nil, err
	}
	var wanted bytes.Buffer
	for _, e := range entries {
		if e.blob {
			wanted.WriteString(e.hash + "\n")
		}
	}
	if wanted.Len() == 0 {
		return newTree(), nil
	}
	bodies, err := r.git(ctx, &wanted, "cat-file", "--batch")
	if err != nil {
		return nil, err
	}
	return grow(entries, bodies)
}

// git runs one command in the folder and returns what it prints. It never asks a
// person, takes no locks, and speaks English so that its words can be told apart.
func (r *Repo) git(ctx context.Context, stdin *bytes.Buffer, args ...string) ([]byte, error) {
	return r.gitWith(ctx, "", stdin, args...)
}

// gitWith is git with one more variable in its environment, or "".
func (r *Repo) gitWith(ctx context.Context, variable string, stdin *bytes.Buffer, args ...string) ([]byte, error) {
	cmd := r.command(ctx, args...)
	if variable != "" {
		cmd.Env = append(cmd.Env, variable)
	}
	if stdin != nil {
		cmd.Stdin = stdin
	}
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problems
	if err := cmd.Run(); err != nil {
		if words := strings.TrimSpace(problems.String()); words != "" {
			return nil, fmt.Errorf("git %s: %s", args[0], words)
		}
		return nil, fmt.Errorf("git %s: %w", args[0], err)
	}
	return out.Bytes(), nil
}

// command is git in the folder, not yet started. It never fetches what a partial
// clone lacks.
func (r *Repo) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir = r.dir
	cmd.Env = append(os.Environ(), "LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1")
	return cmd
}
