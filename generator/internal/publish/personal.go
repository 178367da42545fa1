package publish

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"jindu/generator/internal/personal"
)

// readable are the files whose words readers see, or take away. Scripts and
// styles are the program's own: the mail addresses in them are those of authors.
var readable = map[string]bool{
	".html": true, ".json": true, ".jsonl": true, ".xml": true, ".atom": true, ".csv": true, ".tsv": true, ".txt": true, ".md": true,
	".svg": true, ".ics": true, ".yaml": true, ".ttl": true, ".jsonld": true, ".webmanifest": true, ".rels": true,
}

// packed are the downloads that hold files.
var packed = map[string]bool{".xlsx": true, ".zip": true, ".ods": true, ".docx": true}

// maxUnpacked is how many bytes of a download are read: far more than a plan's
// data have, and no more than fits into memory.
const maxUnpacked = 256 << 20

// personalIn returns the personal data in a file of the site.
func personalIn(name string, body []byte) ([]personal.Finding, error) {
	switch ext := strings.ToLower(path.Ext(name)); {
	case readable[ext]:
		return personal.Find(string(body)), nil
	case packed[ext]:
		return personalInside(body)
	}
	return nil, nil
}

// personalInside looks into the files of a download.
func personalInside(body []byte) ([]personal.Finding, error) {
	archive, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return nil, err
	}
	var found []personal.Finding
	left := int64(maxUnpacked)
	for _, f := range archive.File {
		inside, err := unpack(f, left)
		if err != nil {
			return nil, err
		}
		left -= int64(len(inside))
		more, err := personalIn(f.Name, inside)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		found = append(found, more...)
	}
	return found, nil
}

// unpack reads one file of a download, at most limit bytes.
func unpack(f *zip.File, limit int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	body, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(body)) > limit {
		err = fmt.Errorf("%s: more than %d MiB unpacked", f.Name, maxUnpacked>>20)
	}
	return body, err
}
