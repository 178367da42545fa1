package webform

import (
	"encoding/json"
)

// Static gives the form as files for an address of one's own, where Decap itself
// reads from the host, commits to it and opens the pull request. data is the data
// folder's path from the top of the repository. policy is the content policy that
// the address has to send as a header too, since a page cannot forbid frames.
func Static(h Host, data string, plans []Plan) (files map[string][]byte, policyHeader string, err error) {
	backend, connect, err := h.backend()
	if err != nil {
		return nil, "", err
	}
	files = map[string][]byte{}
	for name, at := range parts {
		if files[name], err = assets.ReadFile(at); err != nil {
			return nil, "", err
		}
	}
	files["index.html"] = page(files["index.html"], policy(connect...))
	if files[decapName], err = decap(); err != nil {
		return nil, "", err
	}
	if files[ConfigName], err = json.MarshalIndent(Configure(backend, data, plans), "", "  "); err != nil {
		return nil, "", err
	}
	return files, policy(connect...) + "; frame-ancestors 'none'", nil
}

// ConfigName is the file with the configuration, by which a folder of Static is
// known.
const ConfigName = "config.json"
