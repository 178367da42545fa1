package publish

import (
	"bytes"
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// finisher makes pages ready and then looks at them.
type finisher struct {
	baseURL    string
	translated []string
}

func (p finisher) read(dir, name string) (*file, error) {
	if path.Ext(name) != ".html" {
		return checker{p.baseURL}.read(dir, name)
	}
	full := filepath.Join(dir, filepath.FromSlash(name))
	before, err := os.ReadFile(full)
	if err != nil {
		return nil, err
	}
	page := p.finish(name, before)
	if !bytes.Equal(page, before) {
		if err := overwrite(full, page); err != nil {
			return nil, err
		}
	}
	f := &file{name: name, baseURL: p.baseURL}
	return f, f.examine(page)
}

// finish is the page as readers get it.
func (p finisher) finish(name string, page []byte) []byte {
	page = relative(page, name, p.baseURL)
	for _, folder := range p.translated {
		if strings.HasPrefix(name, folder+"/") {
			page = markChinese(page)
		}
	}
	return page
}

// overwrite puts body into a file that exists. Emptying the file first would make
// ext4 write it to the disk at once, and a site is many small files.
func overwrite(name string, body []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(body)
	return errors.Join(err, f.Truncate(int64(len(body))), f.Close())
}
