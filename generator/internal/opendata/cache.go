package opendata

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"sync"
)

// layout is part of every cache key: it grows when the same rows come to be
// written in another way.
const layout = "opendata 1\n"

// cache keeps workbooks and archives, which cost more to write than to find, by
// the hash of all they are made from. Its index says what each file is.
type cache struct {
	dir   string
	known map[string]File // as read
	mu    sync.Mutex
	used  map[string]File // by this run
}

const indexName = "index.json"

// newCache opens a cache; without a readable index it is empty.
func newCache(dir string) *cache {
	c := &cache{dir: dir, known: map[string]File{}, used: map[string]File{}}
	body, err := os.ReadFile(filepath.Join(dir, indexName))
	if err != nil || json.Unmarshal(body, &c.known) != nil {
		c.known = map[string]File{}
	}
	return c
}

// key hashes tables, and all else that a file is made from as JSON: the same
// values, the same key.
func key(tables []*Table, values ...any) (string, error) {
	sum := sha256.New()
	io.WriteString(sum, layout)
	enc := json.NewEncoder(sum)
	for _, v := range values {
		if err := enc.Encode(v); err != nil {
			return "", err
		}
	}
	for _, t := range tables {
		if err := enc.Encode([]any{t.Title, t.Columns, len(t.Rows)}); err != nil {
			return "", err
		}
		var line []byte
		for _, row := range t.Rows {
			line = line[:0]
			for _, cell := range row {
				line = append(strconv.AppendInt(line, int64(len(cell)), 10), ':')
				line = append(line, cell...)
			}
			sum.Write(line)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// file puts the file with the key below dir, written anew where the cache has
// none or a damaged one.
func (c *cache) file(dir, path, key string, write func(io.Writer) error) (File, error) {
	stored := filepath.Join(c.dir, key)
	f, ok := c.known[key]
	if info, err := os.Stat(stored); ok && err == nil && info.Size() == f.Size {
		f.Path = path
		c.keep(key, f)
		return f, link(stored, dir, path)
	}
	f, err := create(dir, path, write)
	if err != nil {
		return f, err
	}
	c.keep(key, f)
	return f, link(filepath.Join(dir, filepath.FromSlash(path)), c.dir, key)
}

func (c *cache) keep(key string, f File) {
	c.mu.Lock()
	c.used[key] = f
	c.mu.Unlock()
}

// close writes the index and removes what this run did not use.
func (c *cache) close() error {
	_, err := create(c.dir, indexName, func(w io.Writer) error { return json.NewEncoder(w).Encode(c.used) })
	keep := map[string]bool{indexName: true}
	for key := range c.used {
		keep[key] = true
	}
	return errors.Join(err, removeOthers(c.dir, keep))
}
