// Package hugo runs the compiled-in Hugo as a child process of this program.
// A child can be stopped, gives its memory back, and needs one function of
// Hugo's unpromised API. The package knows nothing of plans.
package hugo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/gohugoio/hugo/commands"
)

// Command is the name of the hidden command under which the program runs Hugo.
const Command = "hugo"

// Version is the Hugo that go.mod pins, for the site's footer. A test holds it
// against the module.
const Version = "0.165.0"

// Main runs Hugo in this process. It is the body of the hidden command and is
// only ever reached in a child.
func Main(args []string) error { return commands.Execute(args) }

// Site is one project for Hugo to build. Hugo is never told the address of the
// site: its links are relative, so that one build works at any address, and the
// theme takes the address from the generator's data where one must be given.
type Site struct {
	Program string    // path of this program, which holds Hugo
	Root    string    // folder of hugo.toml
	Cache   string    // folder for what Hugo keeps between runs
	AsOf    time.Time // the only "now" that a template could see
	Sitemap bool      // write sitemap.xml, whose addresses need the address of the site
}

// Build renders the site into dest, which must be empty or absent. The error
// carries what Hugo printed.
func (s Site) Build(ctx context.Context, dest string) error {
	args := append(s.args("build", "production"), "--destination", dest, "--panicOnWarning", "--printPathWarnings", "--printI18nWarnings", "--noBuildLock")
	if !s.Sitemap {
		args = append(args, "--disableKinds", "taxonomy,term,rss,sitemap")
	}
	var out bytes.Buffer
	if err := s.run(ctx, args, &out); err != nil {
		return fmt.Errorf("hugo: %w\n%s", err, complaints(out.String()))
	}
	return nil
}

// Serve serves the site from memory on a loopback port, with live reload, until
// ctx ends. Readers find it on another port, seen. It never writes into a public
// folder.
func (s Site) Serve(ctx context.Context, port, seen int, out io.Writer) error {
	args := append(s.args("server", "development"), "--renderToMemory", "--bind", "127.0.0.1", "--port", fmt.Sprint(port),
		"--baseURL", fmt.Sprintf("http://127.0.0.1:%d/", seen), "--appendPort=false", "--liveReloadPort", fmt.Sprint(seen), "--noBuildLock", "--disableKinds", "taxonomy,term,rss,sitemap")
	err := s.run(ctx, args, out)
	if ctx.Err() != nil {
		return nil // stopped by the person who started it
	}
	return err
}

func (s Site) args(verb, environment string) []string {
	return []string{Command, verb, "--source", s.Root, "--environment", environment, "--clock", s.AsOf.Format(time.RFC3339)}
}

func (s Site) run(ctx context.Context, args []string, out io.Writer) error {
	cmd := exec.CommandContext(ctx, s.Program, args...)
	cmd.Dir, cmd.Env = s.Root, s.environment()
	cmd.Stdout, cmd.Stderr = out, out
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 3 * time.Second
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return fmt.Errorf("exit status %d", exit.ExitCode())
	}
	return err
}

// environment is this process's without HUGO_ variables, which would change the
// build from outside, and with every folder that Hugo writes to set. A
// short-lived process collects less often: a quarter less time for twice the
// memory, which stays below 350 MB for this plan.
func (s Site) environment() []string {
	env := slices.DeleteFunc(os.Environ(), func(kv string) bool { return strings.HasPrefix(kv, "HUGO_") })
	return append(env, "HUGO_CACHEDIR="+filepath.Join(s.Cache, "cache"), "HUGO_RESOURCEDIR="+filepath.Join(s.Cache, "resources"), "TZ=UTC", "GOGC=300")
}

// complaints are the lines of Hugo's output that say what went wrong; the stack
// of a panic on a warning helps nobody who edits data.
func complaints(out string) string {
	var keep []string
	for line := range strings.Lines(out) {
		if strings.HasPrefix(line, "goroutine ") {
			break
		}
		if strings.HasPrefix(line, "ERROR") || strings.HasPrefix(line, "WARN") || strings.HasPrefix(line, "Error") || strings.HasPrefix(line, "panic") {
			keep = append(keep, strings.TrimRight(line, "\n"))
		}
	}
	if len(keep) == 0 {
		return strings.TrimSpace(out)
	}
	return strings.Join(keep, "\n")
}
