package publish

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// pack makes a ZIP of files.
func pack(t *testing.T, files map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, body := range files {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(body))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The numbers are made up: the first is the usual example of GB 11643.
func TestCheckRefusesPersonalData(t *testing.T) {
	const home = `<h1>a</h1>`
	cases := map[string]struct {
		file, body string
		want       string // the masked number, "" for none
	}{
		"page":              {"x/index.html", `<h1>x</h1><p>身份证11010519491231002X</p>`, "110*************2X"},
		"attribute":         {"x/index.html", `<h1>x</h1><a href="tel:13812345678">电话</a>`, "138******78"},
		"mail link":         {"x/index.html", `<h1>x</h1><a href="mailto:someone@qq.com">信</a>`, "s******@qq.com"},
		"full-width":        {"x/index.html", `<h1>x</h1>１３８　１２３４　５６７８`, "１３８　****　**７８"},
		"comment":           {"x/index.html", `<h1>x</h1><!-- 13812345678 -->`, "138******78"},
		"search index":      {"search.json", `{"text":"王某 138-1234-5678"}`, "138-****-**78"},
		"table":             {"data/tasks.csv", "单位,电话\r\n某局,13812345678\r\n", "138******78"},
		"calendar":          {"due.ics", "DESCRIPTION:13812345678\r\n", "138******78"},
		"chart":             {"c.svg", `<svg><text>13812345678</text></svg>`, "138******78"},
		"workbook":          {"data/t.xlsx", pack(t, map[string]string{"xl/sharedStrings.xml": "<t>13812345678</t>"}), "138******78"},
		"workbook in a ZIP": {"all.zip", pack(t, map[string]string{"t.xlsx": pack(t, map[string]string{"a.xml": "13812345678"})}), "138******78"},
		"script":            {"js/main.js", `// someone@gmail.com`, ""},
		"address":           {"x/index.html", `<h1>x</h1><a href="https://www.example.gov.cn/art/art_1_13812345678.html">文</a>`, ""},
		"office":            {"x/index.html", `<h1>x</h1><p>0580-2280000，swj@example.gov.cn</p>`, ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			list, err := Check(write(t, map[string]string{"index.html": home, c.file: c.body}), "")
			if err != nil {
				t.Fatal(err)
			}
			if c.want == "" {
				if len(list) > 0 {
					t.Errorf("found %v", list)
				}
				return
			}
			if len(list) != 1 || list[0].Code != "P111" || list[0].Range.File != c.file || !strings.Contains(list[0].Message.ZH, c.want) {
				t.Errorf("found %v, want P111 in %s with %s", list, c.file, c.want)
			}
		})
	}
}

func TestCheckRefusesADownloadItCannotRead(t *testing.T) {
	for name, body := range map[string]string{
		"no ZIP":       "not a ZIP",
		"broken":       corrupt(pack(t, map[string]string{"a.xml": strings.Repeat("x", 99)})),
		"broken inner": pack(t, map[string]string{"b.xlsx": "not a ZIP"}),
	} {
		if list, err := Check(write(t, map[string]string{"index.html": "<h1>a</h1>", "all.zip": body}), ""); err == nil {
			t.Errorf("%s: passed with %v", name, list)
		} else if !strings.Contains(err.Error(), "all.zip") {
			t.Errorf("%s: %v names no file", name, err)
		}
	}
}

// corrupt changes a byte of the first packed file.
func corrupt(zipped string) string {
	b := []byte(zipped)
	b[30+len("a.xml")+3] ^= 0xff // past the local header and the name
	return string(b)
}
