package echarts

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io"

	"modernc.org/quickjs"
)

// bundleGzip is ECharts, tree-shaken and compressed by bundle/refresh.sh.
//
//go:embed bundle/echarts.ssr.js.gz
var bundleGzip []byte

//go:embed js/*.js
var glueFiles embed.FS

// outputFormat is part of every cache key. Raise it when Go code in this
// package changes what a chart looks like; the bundle, the engine and the
// scripts in js/ are part of the key by themselves.
const outputFormat = 1

const preludeFile = "js/prelude.js"

// glueAfterBundle lists the scripts in the order they are run.
func glueAfterBundle() []string {
	return []string{"js/measure.js", "js/functions.js", "js/option.js", "js/geometry.js", "js/render.js"}
}

func bundleSource() (string, error) {
	zr, err := gzip.NewReader(bytes.NewReader(bundleGzip))
	if err != nil {
		return "", fmt.Errorf("embedded echarts bundle: %w", err)
	}
	src, err := io.ReadAll(zr)
	if err != nil {
		return "", fmt.Errorf("embedded echarts bundle: %w", err)
	}
	return string(src), nil
}

// fingerprint is a hash of everything, besides the request, that a chart
// depends on.
func fingerprint() (string, error) {
	sum := sha256.New()
	fmt.Fprintf(sum, "format %d, quickjs %s\n", outputFormat, quickjs.Version())
	sum.Write(bundleGzip)
	for _, name := range append([]string{preludeFile}, glueAfterBundle()...) {
		src, err := glueFiles.ReadFile(name)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(sum, "\n%s %d\n", name, len(src))
		sum.Write(src)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
