package main

import (
	"context"
	"fmt"
	"os"

	"jindu/generator/internal/history"
)

// history reads what the repository says of the data's changes. Where there is
// none the log says so; what was told is kept under build/.
func (p *project) history(ctx context.Context) (history.Log, error) {
	return history.Read(ctx, history.Options{Root: p.root, Cache: p.buildDir("history"), Build: programBuild()})
}

// programBuild names this build of the program: another one may tell a change in
// other words.
func programBuild() string {
	program, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(program)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s %d %d", version, info.Size(), info.ModTime().UnixNano())
}
