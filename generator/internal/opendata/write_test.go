package opendata

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// tree reads every file below a folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	root := os.DirFS(dir)
	must(t, fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(root, name)
		out[name] = string(body)
		return err
	}))
	return out
}

func TestTheSameReportGivesTheSameBytes(t *testing.T) {
	samples(t, func(t *testing.T, w written) {
		source := Source{Report: w.Report}
		a, b := t.TempDir(), t.TempDir()
		first, second := writeSource(t, a, source), writeSource(t, b, source)
		again := writeSource(t, a, source) // from the cache
		want := tree(t, first.dir)
		for _, other := range []written{second, again} {
			got := tree(t, other.dir)
			for name, body := range want {
				if got[name] != body {
					t.Errorf("%s differs", name)
				}
			}
			if len(got) != len(want) {
				t.Errorf("%d files, then %d", len(want), len(got))
			}
		}
	})
}

// The cache is trusted only as far as it goes: a file cut short is written anew,
// and files that no plan needs any more go.
func TestDamagedCacheAndOldFilesAreReplaced(t *testing.T) {
	dir := t.TempDir()
	w := writeProject(t, "../../../examples/synthetic", "2025-09-30")
	source := Source{Report: w.Report}
	want := tree(t, writeSource(t, dir, source).dir)
	must(t, filepath.WalkDir(filepath.Join(dir, "cache"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return os.WriteFile(name, []byte("x"), 0o644)
	}))
	old := filepath.Join(dir, "data", "gone", "tasks.csv")
	must(t, os.MkdirAll(filepath.Dir(old), 0o755))
	must(t, os.WriteFile(old, nil, 0o644))
	got := tree(t, writeSource(t, dir, source).dir)
	for name, body := range want {
		if got[name] != body {
			t.Errorf("%s differs", name)
		}
	}
	if _, err := os.Stat(filepath.Dir(old)); err == nil {
		t.Error("the folder of a plan that is gone still stands")
	}
}

func TestSumsListEveryFile(t *testing.T) {
	samples(t, func(t *testing.T, w written) {
		files := tree(t, w.dir)
		checkSums(t, files)
		z, err := zip.NewReader(bytes.NewReader([]byte(files["all.zip"])), int64(len(files["all.zip"])))
		must(t, err)
		packed := map[string]string{}
		for _, f := range z.File {
			if f.Modified.UTC().Format("2006-01-02") != w.Report.AsOf.String() {
				t.Errorf("%s in the archive is of %v", f.Name, f.Modified)
			}
			body, err := fs.ReadFile(z, f.Name)
			must(t, err)
			packed[f.Name] = string(body)
		}
		checkSums(t, packed)
		for _, table := range w.Tables {
			for _, name := range []string{table.Name + ".csv", "excel/" + table.Name + ".csv"} {
				if packed[name] == "" || packed[name] != files[name] {
					t.Errorf("the archive lacks %s", name)
				}
			}
		}
	})
}

// checkSums does what sha256sum -c does, and wants no file left out.
func checkSums(t *testing.T, files map[string]string) {
	t.Helper()
	listed := 0
	for line := range strings.Lines(files[sumsName]) {
		sum, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		body := sha256.Sum256([]byte(files[name]))
		if _, there := files[name]; !ok || !there || sum != hex.EncodeToString(body[:]) {
			t.Errorf("%s: wrong line %q", sumsName, line)
		}
		listed++
	}
	if listed != len(files)-1 || listed == 0 {
		t.Errorf("%s lists %d of %d files", sumsName, listed, len(files)-1)
	}
}

func TestEveryJSONFileFollowsTheSchema(t *testing.T) {
	samples(t, func(t *testing.T, w written) {
		var document any
		must(t, json.Unmarshal(w.read(t, "schema.json"), &document))
		compiler := jsonschema.NewCompiler()
		compiler.AssertFormat()
		must(t, compiler.AddResource("schema.json", document))
		schema, err := compiler.Compile("schema.json")
		must(t, err)
		meta := map[string]bool{"schema.json": true, "datapackage.json": true, "csv-metadata.json": true}
		checked := 0
		for _, f := range w.Files {
			if filepath.Ext(f.Path) != ".json" || meta[f.Path] {
				continue
			}
			body := w.read(t, f.Path)
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
			must(t, err)
			if err := schema.Validate(value); err != nil {
				t.Errorf("%s: %v", f.Path, err)
			}
			at := value.(map[string]any)["$schema"].(string)
			if filepath.Join(filepath.Dir(f.Path), at) != "schema.json" {
				t.Errorf("%s says that its schema is %s", f.Path, at)
			}
			checked++
		}
		if checked < 20 {
			t.Errorf("only %d files checked", checked)
		}
	})
}

// What nobody published has no value and says so; a zero is never made up.
func TestUnknownIsEmptyAndSaysSo(t *testing.T) {
	samples(t, func(t *testing.T, w written) {
		series := tableNamed(w.Tables, "series")
		value, status := series.Column("value"), series.Column("status")
		unknown := 0
		for _, row := range series.Rows {
			if (row[value] == "") != (row[status] == undisclosed) {
				t.Errorf("value %q with status %s: %q", row[value], row[status], row)
			}
			if row[status] == undisclosed {
				unknown++
			}
		}
		if unknown == 0 {
			t.Error("the sample knows everything")
		}
		for _, table := range w.Tables {
			for i, c := range table.Columns {
				for _, row := range table.Rows {
					if c.Required && row[i] == "" {
						t.Errorf("%s: %s is required and empty: %q", table.Name, c.Name, row)
					}
				}
			}
		}
	})
}

func TestFormulasAreHarmless(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "舟山": "舟山", "=1+1": "'=1+1", "+86": "'+86", "-5": "'-5", "@a": "'@a", "\tx": "'\tx", "＝A1": "'＝A1", "－1": "'－1", "a=b": "a=b",
	} {
		if got := harmless(in); got != want {
			t.Errorf("harmless(%q) = %q, want %q", in, got, want)
		}
	}
	table := &Table{Name: "t", Columns: []Column{{Name: "a", Type: Text}, {Name: "b", Type: Decimal}}, Rows: [][]string{{"=1+1", "-5"}}}
	var excel, plain bytes.Buffer
	must(t, writeExcelCSV(&excel, table))
	must(t, writeCSV(&plain, table))
	if !strings.HasSuffix(excel.String(), "\r\n'=1+1,-5\r\n") {
		t.Errorf("for spreadsheets: %q", excel.String())
	}
	if plain.String() != "a,b\r\n=1+1,-5\r\n" {
		t.Errorf("canonical: %q", plain.String())
	}
}
