package workbook

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"testing"
)

// repack writes the parts of a file again, with changes: a nil body takes a part
// away.
func repack(t testing.TB, raw []byte, parts map[string][]byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	put := func(name string, body []byte) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write(body)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range z.File {
		if _, replaced := parts[f.Name]; replaced {
			continue
		}
		put(f.Name, part(t, raw, f.Name))
	}
	for name, body := range parts {
		if body != nil {
			put(name, body)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// part is the body of one part of a file.
func part(t testing.TB, raw []byte, name string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// bomb adds a part of n zeros; lying says that it has but a few.
func bomb(t testing.TB, raw []byte, name string, n int, lying bool) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		if f.Name != name {
			if err := w.Copy(f); err != nil {
				t.Fatal(err)
			}
		}
	}
	var packed bytes.Buffer
	zeros := make([]byte, n)
	d, _ := flate.NewWriter(&packed, flate.BestSpeed)
	d.Write(zeros)
	d.Close()
	h := &zip.FileHeader{Name: name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(zeros), CompressedSize64: uint64(packed.Len()), UncompressedSize64: uint64(n)}
	if lying {
		h.UncompressedSize64 = 1000
	}
	f, err := w.CreateRaw(h)
	if err == nil {
		_, err = f.Write(packed.Bytes())
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
