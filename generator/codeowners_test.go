package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/load"
)

func TestCommittedCodeownersAreCurrent(t *testing.T) {
	s, _, problems, err := load.Dir("..")
	if err != nil || s == nil {
		t.Fatal(err, problems)
	}
	p := &project{root: "..", lang: lang.EN}
	var out bytes.Buffer
	if err := p.generated(&out, ownerFiles(s), false, "go run ./generator codeowners --write"); err != nil {
		t.Error(out.String())
	}
}

// A file that is found before the generated one would silence it.
func TestNoOtherCodeownersStandInTheWay(t *testing.T) {
	for _, name := range []string{"../CODEOWNERS", "../docs/CODEOWNERS"} {
		if _, err := os.Stat(filepath.FromSlash(name)); err == nil {
			t.Errorf("%s is read before the generated file", name)
		}
	}
}
