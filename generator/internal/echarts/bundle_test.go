package echarts

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// readPairs reads a file of two words a line.
func readPairs(t *testing.T, path string) [][2]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out [][2]string
	for scan := bufio.NewScanner(f); scan.Scan(); {
		words := strings.Fields(scan.Text())
		if len(words) != 2 {
			t.Fatalf("%s: %q", path, scan.Text())
		}
		out = append(out, [2]string{words[0], words[1]})
	}
	return out
}

func TestBundleIsTheRecordedOne(t *testing.T) {
	src, err := bundleSource()
	if err != nil {
		t.Fatal(err)
	}
	embedded := map[string]string{
		"echarts.ssr.js.gz": hashOf(bundleGzip),
		"echarts.ssr.js":    hashOf([]byte(src)),
	}
	recorded := readPairs(t, "bundle/SHA256SUMS")
	if len(recorded) != len(embedded) {
		t.Fatalf("%d hashes recorded", len(recorded))
	}
	for _, pair := range recorded {
		if sum, name := pair[0], pair[1]; embedded[name] != sum {
			t.Errorf("%s is not the recorded one; run bundle/refresh.sh", name)
		}
	}
}

// vendor holds the bundle that the theme gives to browsers.
const vendor = "../../../themes/jindu/assets/js/vendor/"

func TestExploreBundleIsTheRecordedOne(t *testing.T) {
	src, err := os.ReadFile(vendor + "echarts.explore.js")
	if err != nil {
		t.Fatal(err)
	}
	recorded := readPairs(t, vendor+"SHA256SUMS")
	if len(recorded) != 1 || recorded[0] != [2]string{hashOf(src), "echarts.explore.js"} {
		t.Errorf("echarts.explore.js is not the recorded one, %v; run bundle/refresh.sh", recorded)
	}
	versions, embedded := readPairs(t, vendor+"VERSION"), readPairs(t, "bundle/VERSION")
	if !slices.Equal(versions, embedded) {
		t.Errorf("the bundles are of different versions: %v and %v", versions, embedded)
	}
	for _, name := range []string{"LICENSE", "NOTICE", "LICENSE-d3", "LICENSE-zrender", "LICENSE-tslib"} {
		if text, err := os.ReadFile(vendor + name); err != nil || len(text) == 0 {
			t.Errorf("%s is missing beside the bundle: %v", name, err)
		}
	}
	// The bundle holds two scripts that the build runs too.
	var scripts []byte
	for _, name := range []string{"js/functions.js", "js/option.js"} {
		text, err := glueFiles.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		scripts = append(scripts, text...)
	}
	head, _, _ := strings.Cut(string(src), "\n")
	if !strings.Contains(head, "scripts "+hashOf(scripts)+".") {
		t.Errorf("js/functions.js or js/option.js changed since echarts.explore.js was made; run bundle/refresh.sh")
	}
}

func TestBundleIsOfTheRecordedVersions(t *testing.T) {
	skipUnderRaceDetector(t)
	e, err := startEngine(256<<20, 20*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer e.close()
	lock, err := os.ReadFile("bundle/package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	scripts := map[string]string{"echarts": "echarts.version", "zrender": "echarts.zrenderVersion"}
	for _, pair := range readPairs(t, "bundle/VERSION") {
		name, version := pair[0], pair[1]
		if name == "echarts" && Version() != version {
			t.Errorf("Version() is %q, not %s", Version(), version)
		}
		if script := scripts[name]; script != "" {
			if got, err := e.vm.Eval(script, 0); err != nil || got != version {
				t.Errorf("%s says %v, %v; VERSION says %s", name, got, err, version)
			}
		}
		if !strings.Contains(string(lock), `"node_modules/`+name+"\": {\n      \"version\": \""+version+`"`) {
			t.Errorf("%s %s is not in package-lock.json", name, version)
		}
	}
	if strings.Contains(string(lock), "resolved") || strings.Contains(string(lock), "://registry") {
		t.Error("package-lock.json names a registry host")
	}
}
