//go:build unix

package load

import (
	"path/filepath"
	"syscall"
	"testing"
)

// A pipe must be refused before it is opened: opening it would wait for ever.
func TestDirRefusesPipes(t *testing.T) {
	root := writeBase(t)
	if err := syscall.Mkfifo(filepath.Join(root, "data", "sample", "tasks", "t2.yaml"), 0o666); err != nil {
		t.Skip("this file system has no pipes:", err)
	}
	_, _, problems, err := Dir(root)
	if err != nil || len(problems) != 1 || problems[0].Code != notRegular.Code {
		t.Errorf("error %v, problems %v", err, problems)
	}
}
