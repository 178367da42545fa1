package webform

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
)

// decapGzip is Decap CMS as published, compressed by bundle/refresh.sh.
//
//go:embed bundle/decap-cms.js.gz
var decapGzip []byte

//go:embed bundle/yaml.js bundle/VERSION bundle/LICENSE-* form
var assets embed.FS

// decapName is the form's own script, on disk only compressed.
const decapName = "decap-cms.js"

// parts are the other files of the form, and where each stands here.
var parts = map[string]string{
	"index.html": "form/index.html", "start.js": "form/start.js", "format.js": "form/format.js",
	"yaml.js": "bundle/yaml.js", "VERSION": "bundle/VERSION",
	"LICENSE-decap-cms": "bundle/LICENSE-decap-cms", "LICENSE-decap-parts": "bundle/LICENSE-decap-parts",
	"LICENSE-yaml": "bundle/LICENSE-yaml",
}

func decap() ([]byte, error) {
	zr, err := gzip.NewReader(bytes.NewReader(decapGzip))
	if err != nil {
		return nil, fmt.Errorf("embedded form: %w", err)
	}
	out, err := io.ReadAll(zr)
	if err != nil {
		return nil, fmt.Errorf("embedded form: %w", err)
	}
	return out, nil
}
