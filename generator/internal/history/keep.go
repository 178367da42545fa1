package history

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
)

// errCache says that the folder of what was told cannot be written.
var errCache = errors.New("cannot keep the history")

// keeping is what the cache holds: the log up to a commit. A log with unread
// files is not continued, for what they hide is told with later ones.
type keeping struct {
	Build string
	Head  string
	Log   Log
}

func (o Options) file() string { return filepath.Join(o.Cache, "log.json") }

// kept is what another run of the same program kept, or nothing.
func (o Options) kept() keeping {
	var k keeping
	body, err := os.ReadFile(o.file())
	if err != nil || o.Cache == "" || json.Unmarshal(body, &k) != nil || k.Build != o.Build {
		return keeping{}
	}
	return k
}

// keep replaces the file in one step, so that two builds at once do no harm.
func (o Options) keep(k keeping) error {
	if o.Cache == "" {
		return nil
	}
	k.Build = o.Build
	body, err := json.Marshal(k)
	if err != nil {
		return err
	}
	if err := o.replace(body); err != nil {
		return errors.Join(errCache, err)
	}
	return nil
}

func (o Options) replace(body []byte) error {
	if err := os.MkdirAll(o.Cache, 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(o.Cache, "log-*.tmp")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone where the renaming succeeds
	_, err = f.Write(body)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), o.file())
}

// told is the commits of a log by hash. Every commit it names was told, also one
// that changed nothing in meaning.
func (k keeping) told() map[string]Commit {
	if len(k.Log.Unread) > 0 {
		return nil
	}
	out := map[string]Commit{}
	for _, c := range k.Log.Commits {
		out[c.Hash] = c
	}
	return out
}
