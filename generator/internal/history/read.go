package history

import (
	"context"
	"errors"
	"slices"
	"time"

	"jindu/generator/internal/load"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/repo"
)

// longest is how many commits are told. Older ones are left out, and the log says
// so: a clone of any age costs no more.
const longest = 5000

// Options say where the history is and where to keep what was told of it.
type Options struct {
	Root  string // of the project, anywhere within its repository
	Cache string // a folder of our own; "" keeps nothing
	Build string // names the program: what another build of it has told is told anew
}

// Read reads the history of the project's data. What cannot be read is a gap of
// the log; the error is that of ctx or of the cache's folder.
func Read(ctx context.Context, o Options) (Log, error) {
	l, err := read(ctx, o)
	if ctx.Err() != nil {
		return Log{}, ctx.Err()
	}
	switch {
	case errors.Is(err, repo.ErrNoGit):
		return Log{Gap: GapNoGit}, nil
	case errors.Is(err, repo.ErrNotRepository):
		return Log{Gap: GapNoHistory}, nil
	case errors.Is(err, errCache):
		return Log{}, err
	case err != nil:
		return Log{Gap: GapUnreadable}, nil
	}
	return l, nil
}

func read(ctx context.Context, o Options) (Log, error) {
	r, err := repo.Open(ctx, o.Root)
	if err != nil {
		return Log{}, err
	}
	head, err := r.Resolve(ctx, "HEAD")
	if err != nil {
		return Log{Gap: GapNoHistory}, nil // a repository without commits
	}
	if r.Shallow() {
		o.Cache = "" // the same commit tells more when the clone is deepened
	}
	kept := o.kept()
	if kept.Head == head {
		return kept.Log, nil
	}
	steps, err := r.Log(ctx, load.Folder)
	if err != nil {
		return Log{}, err
	}
	l, err := tell(ctx, r, steps, kept.told())
	if err != nil {
		return Log{}, err
	}
	return l, o.keep(keeping{Head: head, Log: l})
}

// tell makes the log of the steps. Those in told are taken from there.
func tell(ctx context.Context, r *repo.Repo, steps []repo.Step, told map[string]Commit) (Log, error) {
	if len(steps) == 0 {
		return Log{Gap: GapNoHistory}, nil
	}
	l := Log{}
	first := 0
	if steps[0].Cut {
		l.Gap, l.Since, first = GapShallow, dayOf(steps[0]).String(), 1
	}
	if long := len(steps) - longest; long > first {
		l.Gap, l.Since, first = GapLong, dayOf(steps[long-1]).String(), long
	}
	t := teller{told: told}
	if err := t.run(ctx, r, steps, first); err != nil {
		return Log{}, err
	}
	for _, c := range t.commits {
		l.Commits = append(l.Commits, *c)
	}
	l.Unread = t.unread
	slices.Reverse(l.Commits)
	slices.Reverse(l.Unread)
	return l, nil
}

// dayOf is the day of a commit where the plan is carried out.
func dayOf(s repo.Step) plan.Date {
	return plan.DateOf(s.When.In(time.FixedZone("+08:00", 8*60*60)))
}
