package echarts

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// cachePath names the file of a chart after everything the chart depends on,
// so that a cached file never goes stale.
func (r *Renderer) cachePath(req Request) (string, error) {
	base, err := r.fingerprint()
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "%s\n%q %d %d %q %q %t %d\n", base, req.ID, req.Width, req.Height, req.Title, req.Desc, r.opts.KeepMeta, r.opts.MaxBytes)
	sum.Write(req.Option)
	return filepath.Join(r.opts.CacheDir, hex.EncodeToString(sum.Sum(nil))+".chart"), nil
}

// A cache file is the SHA-256 of the rest in hexadecimal, a newline, and the
// cachedChart as JSON. The hash tells a file cut short from a whole one.
type cachedChart struct {
	SVG      string          `json:"svg"`
	Geometry json.RawMessage `json:"geometry,omitempty"`
}

// readCache reports false for a file that is missing or damaged: the chart is
// then drawn again and the file replaced.
func readCache(path string) (Result, bool) {
	data, err := os.ReadFile(path)
	if err != nil {
		return Result{}, false
	}
	sum, body, found := bytes.Cut(data, []byte("\n"))
	if !found || string(sum) != hashOf(body) {
		return Result{}, false
	}
	var c cachedChart
	if err := json.Unmarshal(body, &c); err != nil {
		return Result{}, false
	}
	return Result{SVG: []byte(c.SVG), Geometry: c.Geometry}, true
}

// writeCache replaces the file in one step: another process that builds the
// same site sees the old file or the new one, never half of it.
func writeCache(path string, res Result) error {
	body, err := json.Marshal(cachedChart{SVG: string(res.SVG), Geometry: res.Geometry})
	if err != nil {
		return fmt.Errorf("encode for the chart cache: %w", err)
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("write the chart cache: %w", err)
	}
	tmp, err := os.CreateTemp(dir, "new-*")
	if err != nil {
		return fmt.Errorf("write the chart cache: %w", err)
	}
	defer os.Remove(tmp.Name()) // does nothing once renamed
	_, err = tmp.WriteString(hashOf(body) + "\n" + string(body))
	if closeErr := tmp.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("write the chart cache: %w", err)
	}
	return nil
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
