package repo

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

// entry is one line of git ls-tree.
type entry struct {
	name string
	hash string
	mode fs.FileMode
	blob bool // a file or a link; the other entries are submodules
}

// parseTree reads the listing: "mode type hash TAB path NUL".
func parseTree(listing string) ([]entry, error) {
	var out []entry
	for line := range strings.SplitSeq(strings.TrimSuffix(listing, "\x00"), "\x00") {
		if line == "" {
			continue
		}
		head, name, ok := strings.Cut(line, "\t")
		parts := strings.Fields(head)
		if !ok || len(parts) != 3 || !fs.ValidPath(name) {
			return nil, fmt.Errorf("git ls-tree: unexpected line %q", line)
		}
		out = append(out, entry{name: name, hash: parts[2], mode: modeOf(parts[0]), blob: parts[1] == "blob"})
	}
	return out, nil
}

// modeOf keeps of git's modes what the loader asks for: is it a plain file?
func modeOf(mode string) fs.FileMode {
	switch mode {
	case "120000":
		return fs.ModeSymlink | 0o777
	case "160000":
		return fs.ModeIrregular // a submodule: a commit of another repository
	}
	return 0o644
}

// grow makes the file system of a listing and the bodies that cat-file printed
// for it: "hash type size LF body LF" each.
func grow(entries []entry, bodies []byte) (*tree, error) {
	t := newTree()
	for _, e := range entries {
		var body []byte
		if e.blob {
			head, rest, _ := bytes.Cut(bodies, []byte("\n"))
			parts := strings.Fields(string(head))
			if len(parts) != 3 {
				return nil, fmt.Errorf("git cat-file: %s of %s is not in this clone", e.hash, e.name)
			}
			size, err := strconv.Atoi(parts[2])
			if err != nil || size < 0 || size >= len(rest) {
				return nil, fmt.Errorf("git cat-file: unexpected answer for %s", e.name)
			}
			body, bodies = rest[:size:size], rest[size+1:]
		}
		t.add(e.name, e.mode, body)
	}
	return t, nil
}

// tree is a file system in memory. It implements fs.ReadLinkFS, because the
// loader refuses links and must see them.
type tree struct {
	nodes map[string]*node
}

type node struct {
	name     string // the last part of its path
	mode     fs.FileMode
	body     []byte
	children []fs.DirEntry // by name, of a folder
}

func newTree() *tree {
	return &tree{nodes: map[string]*node{".": {name: ".", mode: fs.ModeDir | 0o755}}}
}

// add puts a file in the tree, with the folders above it.
func (t *tree) add(name string, mode fs.FileMode, body []byte) {
	n := &node{name: path.Base(name), mode: mode, body: body}
	for at := name; ; at = path.Dir(at) {
		t.nodes[at] = n
		above, known := t.nodes[path.Dir(at)]
		if !known {
			above = &node{name: path.Base(path.Dir(at)), mode: fs.ModeDir | 0o755}
		}
		i, _ := slices.BinarySearchFunc(above.children, n.name, func(e fs.DirEntry, s string) int { return strings.Compare(e.Name(), s) })
		above.children = slices.Insert(above.children, i, fs.DirEntry(fs.FileInfoToDirEntry(n)))
		if known {
			return
		}
		n = above
	}
}

func (t *tree) find(op, name string) (*node, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	n, ok := t.nodes[name]
	if !ok {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	}
	return n, nil
}

// Open opens a file or folder. A link is not followed: it has no body to read.
func (t *tree) Open(name string) (fs.File, error) {
	n, err := t.find("open", name)
	if err != nil {
		return nil, err
	}
	if !n.mode.IsRegular() && !n.mode.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	return &handle{node: n, Reader: bytes.NewReader(n.body)}, nil
}

// Lstat describes a file, folder or link.
func (t *tree) Lstat(name string) (fs.FileInfo, error) {
	n, err := t.find("lstat", name)
	if err != nil {
		return nil, err
	}
	return n, nil
}

// ReadLink returns where a link points.
func (t *tree) ReadLink(name string) (string, error) {
	n, err := t.find("readlink", name)
	if err != nil {
		return "", err
	}
	if n.mode&fs.ModeSymlink == 0 {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
	}
	return string(n.body), nil
}

// The methods of fs.FileInfo. A file of a commit has no time of its own.

func (n *node) Name() string       { return n.name }
func (n *node) Size() int64        { return int64(len(n.body)) }
func (n *node) Mode() fs.FileMode  { return n.mode }
func (n *node) ModTime() time.Time { return time.Time{} }
func (n *node) IsDir() bool        { return n.mode.IsDir() }
func (n *node) Sys() any           { return nil }

// handle is an open file or folder.
type handle struct {
	*bytes.Reader
	node *node
	read int // children already listed
}

func (h *handle) Stat() (fs.FileInfo, error) { return h.node, nil }
func (h *handle) Close() error               { return nil }

// ReadDir lists a folder, n entries at a time or all of the rest.
func (h *handle) ReadDir(n int) ([]fs.DirEntry, error) {
	rest := h.node.children[h.read:]
	if n > 0 && len(rest) == 0 {
		return nil, io.EOF
	}
	if n > 0 && n < len(rest) {
		rest = rest[:n]
	}
	h.read += len(rest)
	return slices.Clone(rest), nil
}

// Read refuses folders.
func (h *handle) Read(p []byte) (int, error) {
	if h.node.IsDir() {
		return 0, &fs.PathError{Op: "read", Path: h.node.name, Err: fs.ErrInvalid}
	}
	return h.Reader.Read(p)
}
