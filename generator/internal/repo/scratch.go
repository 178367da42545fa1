package repo

import (
	"os"
	"path/filepath"
)

// scratch names an index file that no one else uses, as git takes it from the
// environment. done removes it.
func scratch() (variable string, done func(), err error) {
	dir, err := os.MkdirTemp("", "jindu-index-")
	if err != nil {
		return "", nil, err
	}
	return "GIT_INDEX_FILE=" + filepath.Join(dir, "index"), func() { os.RemoveAll(dir) }, nil
}
