package publish

import (
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// chineseRun is Chinese from its first character to its last, with the digits,
// signs and letters between that no space divides.
var chineseRun = regexp.MustCompile(`[“‘〔《「（【0-9.]*\p{Han}(?:\S*[\p{Han}。，、；：？！…）〕》」】”’])?`)

var (
	hasHan   = regexp.MustCompile(`\p{Han}`)
	hasLatin = regexp.MustCompile(`[A-Za-z]`)
)

// voidElements have no end tag.
var voidElements = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

// plainElements hold text alone, so that a language goes on the element itself.
var plainElements = []string{"title", "desc", "option"}

// open is an element whose end has not come.
type open struct {
	name    string
	chinese bool // its words are marked as Chinese, here or further up
	drawing bool // it stands in an SVG
	silent  bool // its text is not words: script, style
}

// languageMarker copies a page and marks its Chinese on the way.
type languageMarker struct {
	out   bytes.Buffer
	stack []open
}

// markChinese marks every Chinese word of a page in another language, so that
// screen readers pronounce it and browsers choose its font. Words without a
// translation stand there in Chinese, anywhere, and a script of its own tells
// them apart more surely than templates that would each have to remember.
// Nothing else of a page changes.
func markChinese(page []byte) []byte {
	m := &languageMarker{}
	z := html.NewTokenizer(bytes.NewReader(page))
	var held []byte // a start tag that waits for its text
	for {
		kind := z.Next()
		raw := slices.Clone(z.Raw())
		if held != nil {
			m.out.Write(m.tagged(held, kind, raw))
			held = nil
		}
		switch kind {
		case html.ErrorToken:
			if z.Err() == io.EOF {
				return m.out.Bytes()
			}
			return page
		case html.StartTagToken:
			name := m.start(z)
			if slices.Contains(plainElements, name) {
				held = raw
				continue
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			m.end(string(name))
		case html.TextToken:
			raw = m.text(raw)
		}
		m.out.Write(raw)
	}
}

func (m *languageMarker) top() open {
	if len(m.stack) == 0 {
		return open{}
	}
	return m.stack[len(m.stack)-1]
}

// start notes an element and returns its name.
func (m *languageMarker) start(z *html.Tokenizer) string {
	tag, more := z.TagName()
	name := string(tag)
	next := open{name: name, chinese: m.top().chinese, drawing: m.top().drawing || name == "svg", silent: name == "script" || name == "style"}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if string(key) == "lang" {
			next.chinese = strings.HasPrefix(string(value), "zh")
		}
	}
	if !slices.Contains(voidElements, name) {
		m.stack = append(m.stack, next)
	}
	return name
}

func (m *languageMarker) end(name string) {
	for i, e := range slices.Backward(m.stack) {
		if e.name == name {
			m.stack = m.stack[:i]
			return
		}
	}
}

// text marks the runs of Chinese in a text.
func (m *languageMarker) text(raw []byte) []byte {
	at := m.top()
	if at.chinese || at.silent || slices.Contains(plainElements, at.name) {
		return raw
	}
	element := "span"
	if at.drawing {
		element = "tspan"
	}
	return chineseRun.ReplaceAll(raw, []byte("<"+element+` lang="zh-CN">$0</`+element+">"))
}

// tagged is the start tag of a plain element, with the language where its text is
// Chinese alone. It leaves mixed text as it is: one element has one language.
func (m *languageMarker) tagged(tag []byte, kind html.TokenType, text []byte) []byte {
	if kind != html.TextToken || m.top().chinese || !hasHan.Match(text) || hasLatin.Match(text) {
		return tag
	}
	return append(tag[:len(tag)-1:len(tag)-1], ` lang="zh-CN">`...)
}
