package opendata

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// needs finds a program that a test reads the files with. Where CI runs it has
// to be there.
func needs(t *testing.T, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is not installed", names[0])
	}
	t.Skipf("%s is not installed", names[0])
	return ""
}

// validators installs the npm packages named in testdata/validators, at the
// versions of its lock file, into a folder of their own.
func validators(t *testing.T) (node, dir string) {
	t.Helper()
	node, npm := needs(t, "node"), needs(t, "npm")
	dir = t.TempDir()
	must(t, os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "validators"))))
	cmd := exec.CommandContext(t.Context(), npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("npm ci: %v\n%s", err, out)
	}
	return node, dir
}

// found is what testdata/validators/check.mjs prints.
type found struct {
	Datapackage struct {
		Valid  bool
		Errors []string
		Rows   map[string]int
	}
	CSVW   map[string]struct{ Rows, Cells int }
	DCAT   struct{ Catalogues, Datasets, Distributions int }
	Linked []string
}

// Frictionless Data's datapackage reads descriptor, types, keys and foreign keys;
// rdf-parser-csvw reads the CSV files by their CSVW metadata; jsonld reads the
// catalogue and what the data page says of itself.
func TestIndependentReadersAcceptTheMetadata(t *testing.T) {
	node, dir := validators(t)
	samples(t, func(t *testing.T, w written) {
		linked, err := json.Marshal([]any{w.Dataset("../"), w.Dataset("https://www.example.gov.cn/data/x/")})
		must(t, err)
		page := filepath.Join(t.TempDir(), "linked.json")
		must(t, os.WriteFile(page, linked, 0o644))
		cmd := exec.CommandContext(t.Context(), node, "check.mjs", w.dir, page)
		cmd.Dir = dir
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("check.mjs: %v\n%s", err, err.(*exec.ExitError).Stderr)
		}
		var f found
		must(t, json.Unmarshal(out, &f))
		if !f.Datapackage.Valid || len(f.Datapackage.Errors) > 0 {
			t.Errorf("datapackage: %q", f.Datapackage.Errors)
		}
		for _, table := range w.Tables {
			if got := f.Datapackage.Rows[table.Name]; got != len(table.Rows) {
				t.Errorf("datapackage reads %d rows of %s, want %d", got, table.Name, len(table.Rows))
			}
			if got := f.CSVW[table.Name+".csv"]; got.Rows != len(table.Rows) || got.Cells != filled(table) {
				t.Errorf("CSVW: %s has %d rows and %d cells, want %d and %d", table.Name, got.Rows, got.Cells, len(table.Rows), filled(table))
			}
		}
		if f.DCAT.Catalogues != 1 || f.DCAT.Datasets != 1 || f.DCAT.Distributions != len(w.whole()) {
			t.Errorf("DCAT: %+v, want 1, 1 and %d", f.DCAT, len(w.whole()))
		}
		if strings.Join(f.Linked, " ") != "https://schema.org/Dataset https://schema.org/Dataset" {
			t.Errorf("schema.org: %q", f.Linked)
		}
	})
}

// filled counts the cells with a value. One row that repeats a value under the
// same name still counts once for each cell.
func filled(t *Table) int {
	n := 0
	for _, row := range t.Rows {
		for _, cell := range row {
			if cell != "" {
				n++
			}
		}
	}
	return n
}

// LibreOffice opens the workbook, both forms of CSV, and shows what they say:
// Chinese whole, dates as dates, numbers as numbers.
func TestLibreOfficeReadsWhatTheFilesSay(t *testing.T) {
	office := needs(t, "soffice", "libreoffice")
	samples(t, func(t *testing.T, w written) {
		table := tableNamed(w.Tables, "tasks")
		for _, file := range []string{"tasks.csv", "excel/tasks.csv", "tasks.xlsx"} {
			same(t, "LibreOffice, "+file, table, table.Rows, throughOffice(t, office, filepath.Join(w.dir, file), table), asOffice)
		}
	})
}

// throughOffice has LibreOffice open a file and write it as CSV again, and reads
// that. The input filter says UTF-8, comma, and what each column holds, as a
// person says in the import dialogue; a BOM says the first by itself.
func throughOffice(t *testing.T, office, file string, table *Table) [][]string {
	t.Helper()
	out, profile := t.TempDir(), t.TempDir()
	form := "csv:Text - txt - csv (StarCalc):44,34,76,1"
	args := []string{"-env:UserInstallation=file://" + profile, "--headless"}
	if filepath.Ext(file) == ".csv" {
		kinds := make([]string, len(table.Columns))
		for i, c := range table.Columns {
			kinds[i] = strconv.Itoa(i+1) + "/" + map[bool]string{true: "2", false: "1"}[isText(c.Type)] // 2 is text
		}
		args = append(args, "--infilter=CSV:44,34,76,1,"+strings.Join(kinds, "/"))
	} else {
		form += ",,0,false,false,false,false,false,3" // the first sheet after the explanations
	}
	args = append(args, "--convert-to", form, "--outdir", out)
	if said, err := exec.CommandContext(t.Context(), office, append(args, file)...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	found, err := filepath.Glob(filepath.Join(out, name+"*.csv"))
	must(t, err)
	if len(found) == 0 {
		t.Fatalf("LibreOffice wrote nothing for %s", file)
	}
	body, err := os.ReadFile(found[0])
	must(t, err)
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(body), bom)))
	r.FieldsPerRecord = -1
	records, err := r.ReadAll()
	must(t, err)
	return records[1:]
}

// asOffice undoes how LibreOffice words a cell.
func asOffice(c Column, s string) string {
	s = strings.TrimPrefix(s, "'")
	switch c.Type {
	case Bool:
		return strings.ToLower(s)
	case Date:
		for _, layout := range []string{time.DateOnly, "01/02/2006", "2006/1/2"} {
			if day, err := time.Parse(layout, s); err == nil {
				return day.Format(time.DateOnly)
			}
		}
	}
	return s
}
