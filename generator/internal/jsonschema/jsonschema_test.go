package jsonschema

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const root = "../../.."

func TestCommittedSchemasAreCurrent(t *testing.T) {
	var want []string
	for _, f := range Files() {
		want = append(want, path.Base(f.Name))
		got, err := os.ReadFile(filepath.Join(root, f.Name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(f.Text), string(got)); diff != "" {
			t.Errorf("%s is old: run \"go run ./generator schema --write\"\n%s", f.Name, diff)
		}
	}
	found, err := os.ReadDir(filepath.Join(root, Folder))
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != len(want) {
		t.Errorf("%d files in %s, want %v", len(found), Folder, want)
	}
}

// The editor's settings name each schema with the files it describes.
func TestEditorSettingsNameEverySchema(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(root, ".vscode/settings.json"))
	if err != nil {
		t.Fatal(err)
	}
	var settings struct {
		Schemas map[string][]string `json:"yaml.schemas"`
	}
	if err := json.Unmarshal(raw, &settings); err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{}
	for _, f := range Files() {
		want[f.Name] = []string{"data/" + f.Data, "examples/*/data/" + f.Data}
	}
	if diff := cmp.Diff(want, settings.Schemas); diff != "" {
		t.Error(diff)
	}
}

func TestDescriptionsAreChinese(t *testing.T) {
	for _, f := range Files() {
		var top struct {
			Title      string
			ID         string `json:"$id"`
			Properties map[string]struct{ Title string }
			Extra      bool `json:"additionalProperties"`
		}
		if err := json.Unmarshal(f.Text, &top); err != nil {
			t.Fatal(err)
		}
		if top.Title == "" || top.ID != path.Base(f.Name) || top.Extra || len(top.Properties) == 0 {
			t.Errorf("%s: %+v", f.Name, top)
		}
		for key, p := range top.Properties {
			if p.Title == "" || p.Title == key {
				t.Errorf("%s: %s has no Chinese title", f.Name, key)
			}
		}
	}
}
