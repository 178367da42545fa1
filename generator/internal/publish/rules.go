package publish

import (
	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
)

// The faults a built page can have. They are faults of theme or program more
// often than of the data, so that the hints speak to a developer.
var (
	ruleBroken = rule("P101", "链接指向不存在的页面：%s", "link to a page that does not exist: %s",
		"改正链接，或补上页面。", "Correct the link, or add the page.")
	ruleAnchor = rule("P102", "链接指向页面内不存在的位置：%s", "link to an anchor that does not exist: %s",
		"改正 # 后面的编号。", "Correct the id after the #.")
	ruleNoHome = rule("P110", "没有首页", "there is no first page",
		"检查 hugo.toml 和 content/、build/ 的挂载。", "Check hugo.toml and the mounts of content/ and build/.")
	ruleBadLink = rule("P103", "链接写法有误：%s", "malformed link: %s",
		"改正网址。", "Correct the address.")
	ruleForeign = rule("P104", "页面会从别的网站加载内容：%s", "page would load from another host: %s",
		"把文件放进本站。", "Put the file into the site.")
	ruleRooted = rule("P109", "链接以“/”开头，网站放到子路径下就会失效：%s", "link begins with \"/\" and breaks when the site stands in a folder: %s",
		"写成相对于本页的链接。", "Write it relative to the page.")
	ruleRepeatedID = rule("P105", "同一页面里编号重复：%s", "id used twice on a page: %s",
		"每个 id 在一页里只能用一次。", "An id may stand once on a page.")
	ruleHeading = rule("P106", "页面的一级标题应当只有一个，现有%d个", "page must have exactly one h1, has %d",
		"检查页面模板。", "Check the page's template.")
	ruleInlineStyle = rule("P107", "元素 %s 带有 style 属性，会被安全策略拦下", "element %s has a style attribute, which the content policy blocks",
		"把样式写进样式表。", "Put the style into the style sheet.")
	rulePersonal = rule("P111", "网页或下载文件里有%[1]s：%[2]s", "a %[1]s on a page or in a download: %[2]s",
		"在 data/、content/ 和 seeds/ 里找到它，删掉；需要联系方式时写单位的办公电话或政府域名的邮箱。",
		"Find it in data/, content/ or seeds/ and delete it; where readers need a contact give the unit's office phone or a mailbox on a government domain.")
	ruleHandler = rule("P108", "页面含有内联脚本属性 %s", "page has the inline handler %s",
		"去掉这个属性。", "Remove the attribute.")
)

func rule(code, zh, en, hintZH, hintEN string) diag.Rule {
	return diag.Rule{Code: code, Severity: diag.Error, Message: lang.T(zh, en), Hint: lang.T(hintZH, hintEN)}
}

// Rules lists every rule of the package.
func Rules() []diag.Rule {
	return []diag.Rule{ruleNoHome, ruleBroken, ruleAnchor, ruleBadLink, ruleForeign, ruleRooted, ruleRepeatedID, ruleHeading, ruleInlineStyle, ruleHandler, rulePersonal}
}
