package history

import (
	"context"
	"errors"
	"maps"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"jindu/generator/internal/load"
	"jindu/generator/internal/repo"
)

// teller walks through the steps and keeps the data as they stood.
type teller struct {
	told    map[string]Commit
	state   map[string]*load.File // by path, never altered; a file that cannot be read stays as it was before
	commits []*Commit             // oldest first; their entries come while the next steps are read
	telling errgroup.Group
	unread  []string
}

// run tells every step from first on. The files before the first step that is not
// yet told are read as they stood then; from there on every file that a step
// touched is read once.
func (t *teller) run(ctx context.Context, r *repo.Repo, steps []repo.Step, first int) error {
	for first < len(steps) {
		known, ok := t.told[steps[first].Commit]
		if !ok {
			break
		}
		t.commits = append(t.commits, &known)
		first++
	}
	if first == len(steps) {
		return nil
	}
	start := standing(steps[:first])
	jobs := []job{{step: -1, files: start}}
	for i := first; i < len(steps); i++ {
		jobs = append(jobs, job{step: i, files: steps[i].Files})
	}
	return t.work(ctx, r, steps, jobs)
}

// job is the files to read before a step is told; step is -1 for those that stood
// before.
type job struct {
	step  int
	files []repo.Touch
}

// standing are the files that are there after the steps, by path.
func standing(steps []repo.Step) []repo.Touch {
	blobs := map[string]string{}
	for _, s := range steps {
		for _, f := range s.Files {
			blobs[f.Path] = f.Blob
		}
	}
	var out []repo.Touch
	for _, name := range slices.Sorted(maps.Keys(blobs)) {
		if blobs[name] != "" {
			out = append(out, repo.Touch{Path: name, Blob: blobs[name]})
		}
	}
	return out
}

// work reads the files of the jobs in one go and tells each step when its own
// have come.
func (t *teller) work(ctx context.Context, r *repo.Repo, steps []repo.Step, jobs []job) error {
	t.state = map[string]*load.File{}
	var hashes []string
	for _, j := range jobs {
		for _, f := range j.files {
			if f.Blob != "" {
				hashes = append(hashes, f.Blob)
			}
		}
	}
	next := 0 // job
	var now *change
	begin := func() { // tells every job that waits for no more files
		for now != nil && now.missing == 0 || now == nil {
			if now != nil {
				t.finish(steps, now)
			}
			if next == len(jobs) {
				now = nil
				return
			}
			now = newChange(jobs[next])
			next++
		}
	}
	t.telling.SetLimit(runtime.GOMAXPROCS(0))
	begin()
	err := r.Blobs(ctx, hashes, func(_ int, body []byte) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		now.take(body)
		begin()
		return nil
	})
	return errors.Join(err, t.telling.Wait())
}

// change is a job under way.
type change struct {
	job
	at      int                   // the file whose body comes next
	missing int                   // bodies to come
	read    map[string]*load.File // nil where a file is gone
	broken  bool                  // a file could not be read
}

func newChange(j job) *change {
	c := &change{job: j, read: map[string]*load.File{}}
	for _, f := range j.files {
		if f.Blob == "" {
			c.read[f.Path] = nil
		} else {
			c.missing++
		}
	}
	return c
}

// take reads the next file. One that the checks refuse, be it for personal data,
// is not used: its words would reach the public by another way.
func (c *change) take(body []byte) {
	for c.files[c.at].Blob == "" {
		c.at++
	}
	name := c.files[c.at].Path
	file, problems := load.ReadFile(name, body)
	switch {
	case file != nil:
		c.read[name] = file
	case len(problems) > 0:
		c.broken = true
	}
	c.at++
	c.missing--
}

// finish takes the files of a job into the state and tells what they changed.
func (t *teller) finish(steps []repo.Step, c *change) {
	before, after := t.state, maps.Clone(t.state)
	touched := slices.Sorted(maps.Keys(c.read))
	for name, file := range c.read {
		if file == nil {
			delete(after, name)
		} else {
			after[name] = file
		}
	}
	t.state = after
	if c.step < 0 {
		return
	}
	day := dayOf(steps[c.step])
	if c.broken {
		t.unread = append(t.unread, day.String())
	}
	told := &Commit{Hash: steps[c.step].Commit, Day: day.String()}
	t.commits = append(t.commits, told)
	t.telling.Go(func() error {
		told.Entries = entries(before, after, touched, day)
		return nil
	})
}

// around lists the files that say what the touched ones mean: those of the site,
// their plans, and the tasks and indicators that decide one another. A touched
// plan brings all of its files.
func around(state map[string]*load.File, touched []string) []string {
	r := ring{plans: map[string]bool{}, whole: map[string]bool{}, tasks: map[[2]string]bool{}}
	for _, name := range touched {
		if f := state[name]; f != nil {
			r.enter(f)
		}
	}
	var out []string
	for name, f := range state {
		if r.holds(f) || slices.Contains(touched, name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// ring is what the touched files reach.
type ring struct {
	plans map[string]bool    // touched in any file
	whole map[string]bool    // touched in the plan's own file
	tasks map[[2]string]bool // by plan and id: touched, or decided by a touched indicator
}

func (r ring) enter(f *load.File) {
	r.plans[f.Plan()] = true
	switch f.Kind() {
	case "plan":
		r.whole[f.Plan()] = true
	case "task":
		r.tasks[[2]string{f.Plan(), f.ID()}] = true
	case "indicator":
		r.tasks[[2]string{f.Plan(), f.Task()}] = true
	}
}

func (r ring) holds(f *load.File) bool {
	switch {
	case f.Plan() == "":
		return true
	case f.Kind() == "plan":
		return r.plans[f.Plan()]
	case !r.plans[f.Plan()]:
		return false
	case r.whole[f.Plan()]:
		return true
	case f.Kind() == "task":
		return r.tasks[[2]string{f.Plan(), f.ID()}]
	}
	task := f.Task()
	return task != "" && r.tasks[[2]string{f.Plan(), task}]
}
