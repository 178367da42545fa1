package load

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/gohugoio/hugo/parser/metadecoders"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"gopkg.in/yaml.v3"
	"modernc.org/quickjs"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/schema"
)

// The data are read by other programs too: web forms in JavaScript, Hugo, scripts
// of other people. What the loader accepts means the same to all of them: yaml.v3,
// the YAML reader of Hugo (goccy/go-yaml) and the npm library yaml, which runs in
// the engine that draws the charts (testdata/yaml-js).

// jsReader starts the JavaScript reader.
func jsReader(t testing.TB) *quickjs.VM {
	t.Helper()
	packed, err := os.ReadFile("testdata/yaml-js/yaml.js.gz")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(packed)
	recorded, err := os.ReadFile("testdata/yaml-js/SHA256SUMS")
	if err != nil || string(recorded) != hex.EncodeToString(sum[:])+"  yaml.js.gz\n" {
		t.Fatalf("yaml.js.gz is not the recorded one (%v); run testdata/yaml-js/refresh.sh", err)
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	src, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	vm, err := quickjs.NewVM()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { vm.Close() })
	if _, err := vm.Eval(string(src), quickjs.EvalGlobal); err != nil {
		t.Fatal(err)
	}
	return vm
}

// answer is what a reader makes of a text.
type answer struct {
	Value any    `json:"value"`
	Error string `json:"error"`
}

func readJS(t testing.TB, vm *quickjs.VM, texts []string) []answer {
	t.Helper()
	asked, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	said, err := vm.Call("__parse", string(asked))
	if err != nil {
		t.Fatal(err)
	}
	var out []answer
	if err := json.Unmarshal([]byte(said.(string)), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func readV3(text string) (a answer) {
	if err := yaml.Unmarshal([]byte(text), &a.Value); err != nil {
		a.Error = err.Error()
	}
	return a
}

func readHugo(text string) answer {
	v, err := metadecoders.Default.Unmarshal([]byte(text), metadecoders.YAML)
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{Value: v}
}

// common puts what the readers return into the same Go types: numbers as float64,
// days as they are written, whatever the size or type a reader chose.
func common(v any) any {
	switch v := v.(type) {
	case map[string]any:
		if special, ok := v["special"].(string); ok && len(v) == 1 {
			return special
		}
		out := map[string]any{}
		for k, x := range v {
			out[k] = common(x)
		}
		return out
	case map[any]any:
		out := map[string]any{}
		for k, x := range v {
			out[fmt.Sprint(k)] = common(x)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, x := range v {
			out[i] = common(x)
		}
		return out
	case time.Time:
		if v.Equal(v.Truncate(24 * time.Hour)) {
			return v.Format(time.DateOnly)
		}
		return v.Format(time.RFC3339Nano)
	case int:
		return float64(v)
	case int64:
		return float64(v)
	case uint64:
		return float64(v)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) || v == 0 && math.Signbit(v) {
			return strconv.FormatFloat(v, 'g', -1, 64)
		}
	}
	return v
}

// disagreements compares the readers on texts and returns how many differ.
func disagreements(t *testing.T, vm *quickjs.VM, texts map[string]string, names []string) (count int) {
	t.Helper()
	for len(names) > 0 {
		batch := names[:min(len(names), 1000)]
		names = names[len(batch):]
		var asked []string
		for _, name := range batch {
			asked = append(asked, texts[name])
		}
		for i, js := range readJS(t, vm, asked) {
			v3, hugo := readV3(asked[i]), readHugo(asked[i])
			v3.Value, hugo.Value, js.Value = common(v3.Value), common(hugo.Value), common(js.Value)
			if v3.Error != "" || hugo.Error != "" || js.Error != "" || !cmp.Equal(v3.Value, hugo.Value) || !cmp.Equal(v3.Value, js.Value) {
				if count++; count <= 40 {
					t.Errorf("%.40q:\n%q\nyaml.v3 %#v %s\nHugo    %#v %s\nyaml.js %#v %s",
						batch[i], asked[i], v3.Value, v3.Error, hugo.Value, hugo.Error, js.Value, js.Error)
				}
			}
		}
	}
	return count
}

func TestOtherReadersAgreeOnEveryFile(t *testing.T) {
	texts, names := map[string]string{}, []string{}
	add := func(name string, raw []byte) {
		texts[name] = string(raw)
		names = append(names, name)
	}
	for _, root := range []string{projectRoot + "/data", projectRoot + "/examples/synthetic/data"} {
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(name) != ".yaml" {
				return err
			}
			raw, err := os.ReadFile(name)
			add(name, raw)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"testdata/good/full.txtar", "testdata/base.txtar"} {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			add(name+" "+f.Name, f.Data)
		}
	}
	values := 0
	for _, text := range texts {
		var doc yaml.Node
		if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
			t.Fatal(err)
		}
		for range scalars(&doc) {
			values++
		}
	}
	if n := disagreements(t, jsReader(t), texts, names); n > 0 {
		t.Errorf("the readers differ on %d of %d files", n, len(names))
	}
	t.Logf("%d files with %d scalars", len(names), values)
	if len(names) < 100 || values < 5000 {
		t.Errorf("only %d files with %d scalars", len(names), values)
	}
}

// pieces are what generated scalars are made of: every sign that means something
// to YAML, and every word that some version of it has read as something else.
var pieces = strings.Split(`甲 乙 网络零售额 GDP a b x1 𬱟 🎯 é ： ， 、 “ ” （ ） · — : : : # # " ' \ \n \t , . - -- --- ... ? ! & * | > % @ { } [ ] ~ = << `+
	`true false null yes no on off y n Y N True NO Null .inf -.inf .NaN .nan 0 1 -0 -0.0 +1 012 0o17 0x1f 0b1 1e3 1E5 1_000 .5 5. 0.1 `+
	`2017 2017-01-01 2017-1-1 2017-01 12:30 12:30:45 1:30 20:00 2001-12-14t21:59:43Z 2001-12-14 21:59:43 123456789012345 `+
	`1234567890123456789 0.30000000000000004 106.50 -3.5 1,000 85% 1..2 2017-Q4 infinity NaN 0x 1e _1 a:b http://a.b/c#d mailto:a@b.c`, " ")

// around are the places a generated scalar is put in; %s is the scalar.
var around = []struct {
	file, before, after string
	flow, number        bool
}{
	{file: "task", before: "title: ", after: "\nstart: 2017-01-01\n"},
	{file: "task", before: "notes:\n  - ", after: "\n  - 乙\n"},
	{file: "task", before: "notes:\n  - 甲\n  - ", after: ""},
	{file: "task", before: "updates:\n  - as_of: 2017-01-01\n    basis: media\n    summary: ", after: "\n    next: 乙\n"},
	{file: "task", before: "notes: [甲, ", after: ", 乙]\n", flow: true},
	{file: "task", before: "en: {title: ", after: ", quote: b}\n", flow: true},
	{file: "task", before: "start: ", after: "\n"},
	{file: "task", before: "order: ", after: "\n", number: true},
	{file: "indicator", before: "baseline:\n  period: ", after: "\n  value: 1\n  source: 甲\n"},
	{file: "indicator", before: "baseline:\n  value: ", after: "\n  period: 2015\n  source: 甲\n", number: true},
}

// typed makes a scalar in one of the ways to write one.
func typed(r *rand.Rand, flow bool) string {
	var b strings.Builder
	for range 1 + r.IntN(5) {
		b.WriteString(pieces[r.IntN(len(pieces))])
		if r.IntN(3) == 0 {
			b.WriteString(strings.Repeat(" ", 1+r.IntN(2)))
		}
	}
	text := b.String()
	switch style := r.IntN(12); {
	case style < 6:
		return strings.TrimSpace(text)
	case style < 7:
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	case style < 9:
		return `"` + text + `"`
	case style < 10:
		return strconv.Quote(text)
	case flow:
		return text
	}
	sign := []string{"|", ">", "|-", ">-", "|+", ">+", "|2"}[r.IntN(7)]
	pad := "\n        "
	if sign == "|2" {
		pad = "\n      " // more than any place needs: the rest belongs to the text
	}
	return sign + pad + strings.TrimSpace(text) + []string{"", pad + "乙: #丙", "\n" + pad + "丁", pad + "  戊"}[r.IntN(4)]
}

// accepts reports whether the loader finds no error in a file with the snippet,
// required keys that it lacks aside.
func accepts(file, snippet string) bool {
	record := schema.Task()
	if file == "indicator" {
		record = schema.Indicator()
	}
	var problems diag.List
	read(found{name: "x.yaml", kind: file, record: record}, []byte(snippet), &problems)
	for _, d := range problems {
		if d.Severity == diag.Error && d.Code != missingKey.Code {
			return false
		}
	}
	return true
}

func TestOtherReadersAgreeOnGeneratedScalars(t *testing.T) {
	const tries = 12_000
	r := rand.New(rand.NewPCG(3, 4))
	texts, names := map[string]string{}, []string{}
	for i := range tries {
		place := around[i%len(around)]
		scalar := typed(r, place.flow)
		if place.number || r.IntN(8) == 0 {
			scalar = pieces[r.IntN(len(pieces))]
		}
		text := place.before + scalar + place.after
		if _, seen := texts[text]; !seen && accepts(place.file, text) {
			texts[text] = text
			names = append(names, text)
		}
	}
	if n := disagreements(t, jsReader(t), texts, names); n > 0 {
		t.Errorf("the readers differ on %d of %d scalars", n, len(names))
	}
	t.Logf("%d scalars accepted of %d", len(names), tries)
	if len(names) < 3000 {
		t.Errorf("only %d scalars were accepted", len(names))
	}
}
