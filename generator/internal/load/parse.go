package load

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
)

// parse reads the YAML of a file. It returns nil, and reports why, when the text
// is not YAML. When the layout already has errors, the
// parser's own is their echo, mostly on a wrong line, and is left out.
func parse(src *source, raw []byte, layout *diag.List) *yaml.Node {
	var doc yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(raw, bom)))
	err := decode(decoder, &doc)
	switch {
	case errors.Is(err, io.EOF):
		layout.Add(emptyFile.At(whole(src.name), ""))
		return nil
	case err != nil:
		if !layout.HasErrors() {
			layout.Add(syntaxError(src, err))
		}
		return nil
	}
	var second yaml.Node
	if err := decode(decoder, &second); !errors.Is(err, io.EOF) && !layout.HasErrors() {
		layout.Add(secondDocument.At(whole(src.name), "", "---"))
	}
	return doc.Content[0]
}

// decode keeps a defect of the parser from ending the run.
func decode(d *yaml.Decoder, into *yaml.Node) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("yaml: %v", p)
		}
	}()
	return d.Decode(into)
}

var yamlError = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// syntaxError puts the parser's words into the reader's. The parser names the
// line where it gave up, and none for the first line.
func syntaxError(src *source, err error) diag.Diagnostic {
	m := yamlError.FindStringSubmatch(firstLine(err.Error()))
	line := 1
	reason := err.Error()
	if m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil {
			line = n
		}
		reason = m[2]
	}
	words, early := explain(reason)
	if early {
		line++
	}
	line = min(line, len(src.lines))
	for line > 1 && len(trimRight(src.line(line))) == 0 {
		line-- // the parser often stops on the empty line below
	}
	at := src.rest(line, skipBlank(src.line(line), 0)+1)
	return badSyntax.At(at, "", words)
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}

// explanations of what the parser says, by a part of its words. early marks what
// it reports one line too early.
var explanations = []struct {
	words string
	early bool
	text  lang.Text
}{
	{"mapping values are not allowed", false, lang.T("这里多了一个“: ”，或者缩进不对", "a \": \" too many, or wrong indentation")},
	{"did not find expected key", true, lang.T("这附近缩进不齐，或者少了“键: 值”里的冒号", "uneven indentation nearby, or a key without its colon")},
	{"could not find expected ':'", false, lang.T("这附近有一行没有冒号", "a line nearby has no colon")},
	{"did not find expected '-' indicator", true, lang.T("列表里有一行没有用“- ”开头，或者缩进不齐", "a line of the list does not begin with \"- \", or is not aligned")},
	{"block sequence entries are not allowed", false, lang.T("“- ”不能写在冒号后面的同一行", "\"- \" cannot follow a colon on the same line")},
	{"unexpected end of stream", false, lang.T("引号没有配对", "a quotation is not closed")},
	{"did not find expected ',' or", true, lang.T("方括号或花括号里少了逗号，或者没有配对", "a comma is missing in brackets, or the brackets are not closed")},
	{"unknown anchor", false, lang.T("“*”开头的文字要加引号", "text that begins with \"*\" needs quotes")},
	{"unknown escape character", false, lang.T("双引号里的“\\”有特殊含义", "\"\\\" has a meaning inside double quotes")},
	{"exceeded max depth", false, lang.T("嵌套太深", "nested too deep")},
}

func explain(reason string) (words lang.Text, early bool) {
	for _, e := range explanations {
		if strings.Contains(reason, e.words) {
			return e.text, e.early
		}
	}
	return lang.T("看不懂这里的写法（"+reason+"）", reason), false
}
