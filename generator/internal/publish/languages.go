package publish

import (
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// chineseRun is Chinese from its first character to its last, with the digits,
// signs and letters between that no space divides.
var chineseRun = regexp.MustCompile(`[“‘〔《「（【0-9.]*\p{Han}(?:\S*[\p{Han}。，、；：？！…）〕》」】”’])?`)

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
	m.out.Grow(len(page) + len(page)/4)
	z := html.NewTokenizer(bytes.NewReader(page))
	held := false // the last tag waits for its text
	for {
		kind := z.Next()
		raw := z.Raw()
		if held && kind == html.TextToken {
			m.tag(raw)
		}
		held = false
		switch kind {
		case html.ErrorToken:
			if z.Err() == io.EOF {
				return m.out.Bytes()
			}
			return page
		case html.StartTagToken:
			m.out.Write(raw) // before the tokenizer changes its case
			held = slices.Contains(plainElements, m.start(z))
		case html.EndTagToken:
			m.out.Write(raw)
			name, _ := z.TagName()
			m.end(string(name))
		case html.TextToken:
			m.out.Write(m.text(raw))
		default:
			m.out.Write(raw)
		}
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
	if at.chinese || at.silent || slices.Contains(plainElements, at.name) || !hasHan(raw) {
		return raw
	}
	element := "span"
	if at.drawing {
		element = "tspan"
	}
	return chineseRun.ReplaceAll(raw, []byte("<"+element+` lang="zh-CN">$0</`+element+">"))
}

// tag gives the start tag of a plain element, written last, the language where
// the text in it is Chinese alone. It leaves mixed text as it is: one element has
// one language.
func (m *languageMarker) tag(text []byte) {
	if m.top().chinese || !hasHan(text) || bytes.ContainsFunc(text, latin) {
		return
	}
	m.out.Truncate(m.out.Len() - len(">"))
	m.out.WriteString(` lang="zh-CN">`)
}

func hasHan(text []byte) bool {
	return bytes.ContainsFunc(text, func(r rune) bool { return r > unicode.MaxLatin1 && unicode.Is(unicode.Han, r) })
}

func latin(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }
