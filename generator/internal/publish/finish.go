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
	seen       func(name string, body []byte)
	translated []string
}

// FinishPage is the page name as Finish leaves it, for a preview that writes no
// files.
func FinishPage(name string, page []byte, baseURL string, translated ...string) []byte {
	return finisher{baseURL: baseURL, translated: translated}.finish(name, page)
}

func (p finisher) read(dir, name string) (*file, error) {
	full := filepath.Join(dir, filepath.FromSlash(name))
	body, err := os.ReadFile(full)
	if err != nil {
		return nil, err
	}
	if path.Ext(name) == ".html" && !kept(name) {
		page := p.finish(name, body)
		if !bytes.Equal(page, body) {
			if err := overwrite(full, page); err != nil {
				return nil, err
			}
		}
		body = page
	}
	if p.seen != nil {
		p.seen(name, body)
	}
	f := &file{name: name, baseURL: p.baseURL}
	if !f.matters() || packed[path.Ext(name)] && hasTwin(full) {
		return f, nil
	}
	return f, f.examine(body)
}

// hasTwin reports whether the tables of a workbook or an archive stand beside it
// as JSON, which is read in its place: to unpack them all takes longer than to
// read the rest of the site.
func hasTwin(name string) bool {
	_, err := os.Stat(strings.TrimSuffix(name, filepath.Ext(name)) + ".json")
	return err == nil
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
