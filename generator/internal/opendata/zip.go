package opendata

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

// compressors are kept for reuse: one takes a megabyte, and a plan can have
// thousands of entries. They compress for speed, since the files are written
// over and over while a plan grows.
var compressors = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, flate.BestSpeed)
	if err != nil {
		panic(err) // only for a level that does not exist
	}
	return w
}}

// compressor goes back among the others when it is closed.
type compressor struct{ *flate.Writer }

func compress(w io.Writer) *compressor {
	z := compressors.Get().(*flate.Writer)
	z.Reset(w)
	return &compressor{z}
}

// Close ends the stream.
func (c *compressor) Close() error {
	err := c.Writer.Close()
	compressors.Put(c.Writer)
	return err
}

// newZip is a ZIP writer that compresses with them.
func newZip(w io.Writer) *zip.Writer {
	out := zip.NewWriter(w)
	out.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return compress(w), nil })
	return out
}

// sortedZip is a ZIP file whose bytes depend on its entries alone: they stand by
// name, without times. It is what excelize writes through, which makes
// its entries in no fixed order.
type sortedZip struct {
	out     *zip.Writer
	entries []*zipEntry
}

// zipEntry is compressed as it is written.
type zipEntry struct {
	head zip.FileHeader
	body bytes.Buffer
	z    *compressor
}

func newSortedZip(w io.Writer) *sortedZip { return &sortedZip{out: zip.NewWriter(w)} }

// Create begins an entry and ends the one before.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	if err := z.end(); err != nil {
		return nil, err
	}
	e := &zipEntry{head: zip.FileHeader{Name: name, Method: zip.Deflate}}
	e.z = compress(&e.body)
	z.entries = append(z.entries, e)
	return e, nil
}

// Write compresses.
func (e *zipEntry) Write(p []byte) (int, error) {
	e.head.CRC32 = crc32.Update(e.head.CRC32, crc32.IEEETable, p)
	e.head.UncompressedSize64 += uint64(len(p))
	return e.z.Write(p)
}

// end closes the last entry, if it is open.
func (z *sortedZip) end() error {
	if len(z.entries) == 0 {
		return nil
	}
	e := z.entries[len(z.entries)-1]
	if e.z == nil {
		return nil
	}
	err := e.z.Close()
	e.z = nil
	e.head.CompressedSize64 = uint64(e.body.Len())
	return err
}

// AddFS is part of what excelize asks for and has no meaning here.
func (z *sortedZip) AddFS(fs.FS) error { return fs.ErrInvalid }

// Close writes the entries.
func (z *sortedZip) Close() error {
	if err := z.end(); err != nil {
		return err
	}
	slices.SortFunc(z.entries, func(a, b *zipEntry) int { return strings.Compare(a.head.Name, b.head.Name) })
	for _, e := range z.entries {
		entry, err := z.out.CreateRaw(&e.head)
		if err != nil {
			return err
		}
		if _, err := entry.Write(e.body.Bytes()); err != nil {
			return err
		}
	}
	return z.out.Close()
}
