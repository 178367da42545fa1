package repo

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"
)

// Step is one commit of the branch's own line and what it did to the files asked
// about. Who made it is not read.
type Step struct {
	Commit string
	When   time.Time // of the commit, UTC
	Files  []Touch
	Cut    bool // the clone ends here: the files are what it begins with, not what the commit did
}

// Touch is one file of a step. Blob is "" where the step removed it or put
// something there that is no plain file.
type Touch struct{ Path, Blob string }

// Log lists the commits that touched the folders, oldest first, along the first
// parents of HEAD: a merge is the step by which its changes were published. Paths
// are relative to the repository's folder. git runs once, twice in a shallow
// clone. A branch without commits gives none.
func (r *Repo) Log(ctx context.Context, folders ...string) ([]Step, error) {
	args := append([]string{
		"-c", "log.follow=false", "-c", "log.showSignature=false", "log", "--first-parent", "-m", "--reverse", "--raw", "-z", "--no-abbrev", "--no-renames",
		"--no-ext-diff", "--no-textconv", "--no-mailmap", "--relative", "--format=tformat:%H %ct", "HEAD", "--",
	}, folders...)
	out, err := r.git(ctx, nil, args...)
	if err != nil {
		if _, unborn := r.Resolve(ctx, "HEAD"); unborn != nil {
			return nil, nil
		}
		return nil, err
	}
	steps, err := parseLog(string(out))
	if err != nil || !r.shallow {
		return steps, err
	}
	ends, err := r.ends(ctx)
	for i := range steps {
		steps[i].Cut = ends[steps[i].Commit]
	}
	return steps, err
}

// ends are the commits whose parents a shallow clone does not have.
func (r *Repo) ends(ctx context.Context) (map[string]bool, error) {
	out, err := r.git(ctx, nil, "rev-parse", "--path-format=absolute", "--git-path", "shallow")
	if err != nil {
		return nil, err
	}
	body, err := os.ReadFile(strings.TrimSpace(string(out)))
	ends := map[string]bool{}
	for _, hash := range strings.Fields(string(body)) {
		ends[hash] = true
	}
	return ends, err
}

// parseLog reads "hash time NUL", then for each file ":mode mode blob blob letter
// NUL path NUL".
func parseLog(log string) ([]Step, error) {
	var steps []Step
	tokens := strings.Split(log, "\x00")
	for i := 0; i < len(tokens); i++ {
		token := strings.TrimPrefix(tokens[i], "\n")
		switch {
		case token == "":
		case strings.HasPrefix(token, ":"):
			parts := strings.Fields(token)
			if len(parts) != 5 || i+1 == len(tokens) || len(steps) == 0 {
				return nil, fmt.Errorf("git log: unexpected %q", token)
			}
			touch := Touch{Path: tokens[i+1], Blob: parts[3]}
			if !strings.HasPrefix(parts[1], "100") {
				touch.Blob = "" // removed, a link or a submodule
			}
			i++
			last := &steps[len(steps)-1]
			last.Files = append(last.Files, touch)
		default:
			hash, seconds, _ := strings.Cut(token, " ")
			at, err := strconv.ParseInt(seconds, 10, 64)
			if err != nil {
				return nil, fmt.Errorf("git log: unexpected %q", token)
			}
			steps = append(steps, Step{Commit: hash, When: time.Unix(at, 0).UTC()})
		}
	}
	return steps, nil
}

// Blobs reads blobs by hash and gives each to the function, in order; its first
// error ends the reading. git runs once, and only one body is held at a time.
func (r *Repo) Blobs(ctx context.Context, hashes []string, each func(i int, body []byte) error) error {
	if len(hashes) == 0 {
		return nil
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	cmd := r.command(ctx, "cat-file", "--batch", "--buffer")
	var problems bytes.Buffer
	cmd.Stdin, cmd.Stderr = strings.NewReader(strings.Join(hashes, "\n")+"\n"), &problems
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	err = batch(bufio.NewReaderSize(out, 1<<16), hashes, each)
	if err != nil {
		stop()
	}
	if waited := cmd.Wait(); err == nil && waited != nil {
		err = errors.New("git cat-file: " + strings.TrimSpace(problems.String()))
	}
	return err
}

// batch reads what cat-file answers: "hash type size LF body LF" each.
func batch(in *bufio.Reader, hashes []string, each func(i int, body []byte) error) error {
	for i, hash := range hashes {
		head, err := in.ReadString('\n')
		if err != nil {
			return fmt.Errorf("git cat-file: %w", err)
		}
		parts := strings.Fields(head)
		if len(parts) != 3 || parts[1] != "blob" {
			return fmt.Errorf("git cat-file: %s is not in this clone", hash)
		}
		size, err := strconv.Atoi(parts[2])
		if err != nil || size < 0 || size > maxBlob {
			return fmt.Errorf("git cat-file: %s is too large: %s bytes", hash, parts[2])
		}
		body := make([]byte, size+1)
		if _, err := io.ReadFull(in, body); err != nil {
			return fmt.Errorf("git cat-file: %w", err)
		}
		if err := each(i, body[:size:size]); err != nil {
			return err
		}
	}
	return nil
}

// maxBlob is far above what the loader takes for a data file.
const maxBlob = 64 << 20
