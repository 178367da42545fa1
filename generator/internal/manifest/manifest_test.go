package manifest

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The same inputs give the same bytes, and the manifest before is an input.
func TestChainedAndUnchainedBuildsRepeat(t *testing.T) {
	first := write(t, pages, nil)
	sameFolder(t, first, write(t, pages, nil))
	later := pagesWith("index.html", "<h1>合成首页，第二次</h1>\n")
	second := write(t, later, standing(t, first))
	sameFolder(t, second, write(t, later, standing(t, first)))
	if m := standing(t, second).Manifest; m.Chain.Number != 2 || m.Chain.Previous != Sum([]byte(get(t, first, Name))) {
		t.Errorf("chain is %+v", m.Chain)
	}
	if _, err := os.Stat(filepath.Join(first, ChainName)); err == nil {
		t.Error("a build on its own carries a chain")
	}
}

// A build that changes nothing is the same publication: the chain does not grow.
func TestRepeatedPublicationsAddNoLink(t *testing.T) {
	first := write(t, pages, nil)
	sameFolder(t, first, write(t, pages, standing(t, first)))
	later := pagesWith("index.html", "<h1>合成首页，第二次</h1>\n")
	second := write(t, later, standing(t, first))
	sameFolder(t, second, write(t, later, standing(t, second)))
	third := standing(t, write(t, pages, standing(t, second)))
	if third.Manifest.Chain.Number != 3 || bytes.Count(third.Chain, []byte("\n")) != 2 {
		t.Errorf("third publication: %+v\n%s", third.Manifest.Chain, third.Chain)
	}
}

func sameFolder(t *testing.T, a, b string) {
	t.Helper()
	for _, name := range []string{Name, SumsName} {
		if get(t, a, name) != get(t, b, name) {
			t.Errorf("%s differs:\n%s\n%s", name, get(t, a, name), get(t, b, name))
		}
	}
}

func TestAKeptManifestIsFoundInTheChain(t *testing.T) {
	key, public := newKey(t)
	dir := third(t, key)
	first := standing(t, write(t, pagesWith("index.html", "<h1>合成首页，第一次</h1>\n"), nil))
	second := standing(t, write(t, pagesWith("index.html", "<h1>合成首页，第二次</h1>\n"), first))
	for _, kept := range []*Published{first, second, standing(t, dir)} {
		if got := codes(t, dir, Options{Key: public, Since: kept.Manifest, Kept: kept.Body}); len(got) > 0 {
			t.Errorf("number %d: %v", kept.Manifest.number(), got)
		}
	}
}

func TestACutChainIsNotContinued(t *testing.T) {
	key, _ := newKey(t)
	for name, forge := range map[string]func(dir string){
		"removed": func(dir string) { _ = os.Remove(filepath.Join(dir, ChainName)) },
		"cut":     func(dir string) { put(t, dir, ChainName, get(t, dir, ChainName)[1:]) },
	} {
		dir := third(t, key)
		forge(dir)
		p, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ReadPublished(t.Context(), p); err == nil {
			t.Errorf("%s: no error", name)
		}
		p.Close()
	}
}

func TestSha256sumReadsTheSums(t *testing.T) {
	tool, err := exec.LookPath("sha256sum")
	if err != nil {
		t.Skip("sha256sum is not installed")
	}
	dir := write(t, pages, nil)
	run := func() error {
		cmd := exec.Command(tool, "--strict", "--quiet", "-c", SumsName)
		cmd.Dir = dir
		return cmd.Run()
	}
	if err := run(); err != nil {
		t.Errorf("a whole site: %v", err)
	}
	put(t, dir, "index.html", "x")
	if run() == nil {
		t.Error("a changed site passes")
	}
}

// Debian's minisign reads our signatures and keys, and we read its.
func TestSignaturesAreThoseOfMinisign(t *testing.T) {
	tool, err := exec.LookPath("minisign")
	if err != nil {
		t.Skip("minisign is not installed: apt-get install minisign")
	}
	keys, dir := t.TempDir(), write(t, pages, nil)
	public, secret := filepath.Join(keys, "minisign.pub"), filepath.Join(keys, "minisign.key")
	run := func(args ...string) {
		t.Helper()
		cmd := exec.Command(tool, args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("minisign %v: %v\n%s", args, err, out)
		}
	}
	run("-G", "-W", "-p", public, "-s", secret)
	key, err := ReadKey(secret, "")
	if err != nil {
		t.Fatal(err)
	}
	if err := Sign(dir, key); err != nil {
		t.Fatal(err)
	}
	run("-V", "-m", SumsName, "-p", public)
	read, err := ReadPublicKey(public)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ReadPublicKey(read.String()); err != nil {
		t.Errorf("the key as one line: %v", err)
	}
	run("-S", "-s", secret, "-m", SumsName, "-t", "by minisign itself")
	if got := codes(t, dir, Options{Key: read}); len(got) > 0 {
		t.Errorf("a signature of minisign: %v", got)
	}
}

func TestSigningRepeats(t *testing.T) {
	key, _ := newKey(t)
	a, b := third(t, key), third(t, key)
	if get(t, a, Signature) != get(t, b, Signature) {
		t.Error("the same site and key give two signatures")
	}
	put(t, a, Name, strings.Replace(get(t, a, Name), "2020-12-31", "2021-12-31", 1))
	if Sign(a, key) == nil {
		t.Error("sums that are not of the manifest were signed")
	}
}

// encryptedKey is a made-up key (its seed is all zeros) with the password 对的, under
// the least work that the format allows: minisign's own takes a second and 1 GB.
const encryptedKey = `untrusted comment: synthetic key, for tests alone
RWRTY0Iyc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3MAgAAAAAAAAAAAAAEAAAAA//P1xQ8kUYm/7xej0/y2f8YC18NcrmkxsxJMJdZxUR3iPIfeDaoW+RTyAdXp+B869YnZ8c3y0G7EgiYeIki1ghJGbW0FHWqCoKtA/N7Dh8dMkaJ6AqslvbcJs+AcHRiOQ1NqhZv+zc0=
`

func TestEncryptedKeysNeedTheirPassword(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "key")
	put(t, dir, "key", encryptedKey)
	k, err := ReadKey(name, "对的")
	if err != nil || k.private.ID() != 0x1122334455667788 {
		t.Errorf("the right password: %v", err)
	}
	if _, err := ReadKey(name, "错的"); !errors.Is(err, ErrPassword) {
		t.Errorf("a wrong password gives %v", err)
	}
	put(t, dir, "key", "not a key")
	if _, err := ReadKey(name, ""); err == nil {
		t.Error("a text is a key")
	}
}

func TestReadingSmallFilesStopsAtTheLimit(t *testing.T) {
	p, err := Open(write(t, pages, nil))
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if _, err := p.read(t.Context(), "index.html", 3); err == nil {
		t.Error("more than the limit was read")
	}
	if body, err := p.read(t.Context(), "index.html", 1000); err != nil || string(body) != pages["index.html"] {
		t.Errorf("%q, %v", body, err)
	}
}

func TestCompareNamesWhatARebuildMakesOtherwise(t *testing.T) {
	m := manifestOf(pages)
	if got := Compare(m, m.Files); len(got) > 0 {
		t.Errorf("the same files: %v", got)
	}
	again := maps.Clone(pages)
	again["index.html"] += "x"
	delete(again, "about/index.html")
	again["new.html"] = "x"
	var got []string
	for _, d := range Compare(m, manifestOf(again).Files) {
		got = append(got, d.Code+" "+d.Range.File)
	}
	if want := "M502 about/index.html,M501 index.html,M503 new.html"; strings.Join(got, ",") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestRulesHaveStableCodesAndBothLanguages(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.Code] {
			t.Errorf("%s twice", r.Code)
		}
		seen[r.Code] = true
		if r.Message.ZH == "" || r.Message.EN == "" || r.Hint.ZH == "" || r.Hint.EN == "" {
			t.Errorf("%s lacks words", r.Code)
		}
	}
}

func FuzzParse(f *testing.F) {
	body, err := manifestOf(pages).Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(body)
	f.Add([]byte(`{"files":[{"path":"../x"}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		m, err := Parse(body)
		if err != nil {
			return
		}
		if again, err := m.Encode(); err != nil || !bytes.Equal(again, body) {
			t.Errorf("accepted and written otherwise: %v", err)
		}
	})
}

func FuzzChain(f *testing.F) {
	f.Add([]byte("1 " + strings.Repeat("0", 64) + " 2020-12-31 -\n"))
	f.Fuzz(func(t *testing.T, body []byte) {
		links, err := parseChain(body)
		if err != nil {
			return
		}
		var again strings.Builder
		for _, l := range links {
			_, _ = io.WriteString(&again, l.line())
		}
		if again.String() != string(body) {
			t.Error("accepted and written otherwise")
		}
	})
}
