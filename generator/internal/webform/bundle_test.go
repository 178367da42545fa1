package webform

import (
	"os"
	"strings"
	"testing"
)

func read(t *testing.T, name string) string {
	t.Helper()
	body, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func TestBundleIsTheRecordedOne(t *testing.T) {
	plain, err := decap()
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]string{
		"decap-cms.js.gz": hash(decapGzip), "decap-cms.js": hash(plain), "yaml.js": hash([]byte(read(t, "bundle/yaml.js"))),
	}
	recorded := strings.Fields(read(t, "bundle/SHA256SUMS"))
	if len(recorded) != 2*len(have) {
		t.Fatalf("%d words in SHA256SUMS", len(recorded))
	}
	for i := 0; i < len(recorded); i += 2 {
		if have[recorded[i+1]] != recorded[i] {
			t.Errorf("%s is not the recorded one; run bundle/refresh.sh", recorded[i+1])
		}
	}
}

func TestBundleIsOfTheRecordedVersions(t *testing.T) {
	wanted := read(t, "bundle/package.json")
	lock := read(t, "bundle/package-lock.json")
	for line := range strings.Lines(read(t, "bundle/VERSION")) {
		name, version, _ := strings.Cut(strings.TrimSpace(line), " ")
		if !strings.Contains(wanted, `"`+name+`": "`+version+`"`) {
			t.Errorf("package.json wants another %s than %s; run bundle/refresh.sh", name, version)
		}
	}
	if strings.Contains(lock, `"resolved"`) {
		t.Error("package-lock.json names a registry")
	}
	for name, words := range map[string]string{"LICENSE-decap-cms": "MIT License", "LICENSE-decap-parts": "@license", "LICENSE-yaml": "Permission to use"} {
		if !strings.Contains(read(t, "bundle/"+name), words) {
			t.Errorf("%s does not say %q", name, words)
		}
	}
}
