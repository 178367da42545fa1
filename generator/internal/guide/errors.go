package guide

import (
	"fmt"
	"strings"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
)

// Group is the messages of one step of the work.
type Group struct {
	ID    string
	Title lang.Text
	Intro lang.Text // when they appear; Markdown
	Rules []diag.Rule
}

// messages is the page headed by the messages themselves.
func messages(groups []Group, l lang.Lang) []byte {
	p := &page{lang: l}
	p.head(lang.T("出错了怎么办", "When something goes wrong"),
		lang.T("每一种提示是什么意思，该输入什么。按提示里的编号查。", "What each message means and what to type. Look it up by its code."))
	p.say(lang.T("每条提示都写明文件、行、列、问题和改法，一次列出全部问题，不用改一处查一次。编号（如L505）不会变，用浏览器的“在页面中查找”输入编号就能找到。标题里的“……”代表您文件里的内容。",
		"Every message names the file, line and column, what is wrong and what to type; all are listed at once. Codes such as L505 never change: find them with your browser’s search in the page. “…” stands for what is in your file."))
	for _, g := range groups {
		p.h2(g.ID, g.Title)
		p.say(g.Intro)
		for _, r := range g.Rules {
			p.rule(r)
		}
	}
	return p.Bytes()
}

func (p *page) rule(r diag.Rule) {
	gap := lang.T(Gap, gapEN).In(p.lang)
	message := blanks(r.Message.In(p.lang), gap)
	p.h3(strings.ToLower(r.Code), lang.Same(r.Code+colon.In(p.lang)+message))
	if r.Severity == diag.Warning {
		p.say(lang.T("这是警告，不妨碍发布；请看一眼是不是写错了。", "A warning: it stops nothing. Please see whether it is a slip."))
	}
	if hint := r.Hint.In(p.lang); hint != "" {
		fmt.Fprintf(p, "\n%s%s\n", lang.T("改法：", "What to type: ").In(p.lang), plain(blanks(hint, gap)))
	}
}
