// Command generator turns the YAML of a plan into a public progress site.
// README.md beside this file walks through its stages.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"jindu/generator/internal/hugo"
)

// The exit statuses.
const (
	exitGood     = 0
	exitProblems = 1 // in the data or the build; they have been printed
	exitUsage    = 2 // the command line itself
)

func main() { os.Exit(run()) }

// run is main with an exit status, for tests that run the program in-process.
func run() int {
	if len(os.Args) > 1 && os.Args[1] == hugo.Command {
		if err := hugo.Main(os.Args[2:]); err != nil {
			fmt.Fprintln(os.Stderr, "Error:", err) // Hugo logs some errors and only returns others
			return exitProblems
		}
		return exitGood
	}
	debug.SetGCPercent(300) // short-lived, like Hugo's child
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := newRoot().ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitGood
	case errors.Is(err, errProblems):
		return exitProblems
	case errors.As(err, &usage):
		fmt.Fprintln(os.Stderr, err)
		return exitUsage
	}
	fmt.Fprintln(os.Stderr, err)
	return exitProblems
}
