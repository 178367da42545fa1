package schema

import (
	"strings"

	"jindu/generator/internal/lang"
)

// Site describes site.yaml: the publisher and the edition.
func Site() *Record {
	return &Record{Name: "site", Title: lang.T("网站", "Site"), Fields: []Field{
		need(enum("edition", "版本", "Edition", "演示版不显示备案信息，并提示不是正式发布。", "A demonstration shows no filing numbers and says that it is not an official publication.",
			choice("demonstration", "演示版", "demonstration", "试用、培训、软件演示。", "Trials, training, showing the software."),
			choice("official", "正式版", "official", "由主办单位正式发布。", "Published by the responsible unit."))),
		need(text("title", "网站名称", "Site name", "页眉和每页标题里的名称。", "The name in the header and in every page title.")),
		scalar(KindURL, "base_url", "网站地址", "Address of the site", "发布后的完整网址，以 / 结尾；还不知道就不写。", "Full address of the published site, ending in /; leave out while unknown.", "https://www.example.gov.cn/ztzl/jindu/"),
		scalar(KindURL, "repository", "数据仓库地址", "Address of the data repository", "用来生成“修改此页”“报告错误”链接；没有就不写。", "Makes the links to edit a page and report an error; leave out where there is none.", "https://git.example.gov.cn/jindu"),
		scalar(KindInt, "update_days", "承诺多少天内更新", "Promised update interval in days", "主办单位公开承诺的更新间隔，按天数写；超过以后，页面会提示读者。没有承诺就不写。", "The interval at which the publisher promises to update, in days; pages older than that say so. Leave out where nothing was promised.", "90"),
		record("publisher", "主办单位", "Publisher", "正式版必填。", "Required in the official edition.", publisher()),
		record("filing", "备案与标识", "Filing numbers", "没有取得的号码一律不写。", "Leave out every number that has not been issued.", filing()),
		translation("site", need(text("title", "网站名称（英文）", "Site name in English", "", ""))),
	}}
}

func publisher() *Record {
	return &Record{Name: "publisher", Title: lang.T("主办单位", "Publisher"), Fields: []Field{
		need(text("name", "单位名称", "Name", "主办单位全称。", "Full name of the responsible unit.")),
		need(text("contact", "联系方式", "Contact", "单位的办公电话或通信地址，不写个人的。", "Work phone or postal address of the unit, never of a person.")),
		need(text("source", "信息来源", "Source of information", "页面“来源”一栏写的单位。", "The unit named as the source of the pages.")),
	}}
}

func filing() *Record {
	return &Record{Name: "filing", Title: lang.T("备案与标识", "Filing numbers"), Fields: []Field{
		like(`^([0-9]{10}|bm[0-9]{8})$`, "bm00000000", text("site_id_code", "网站标识码", "Site identification code", "10位数字，或 bm 加8位数字。", "Ten digits, or bm and eight digits.")),
		text("icp", "ICP备案号", "ICP filing number", "照备案系统写。", "As the filing system prints it."),
		text("police", "公安机关备案号", "Public security filing number", "照备案系统写。", "As the filing system prints it."),
		like(`^[0-9]+$`, "33010000000000", text("police_code", "公安备案链接编号", "Record code of the public security filing", "备案链接 recordcode= 后的数字。", "The digits after recordcode= in the filing link.")),
		scalar(KindURL, "mark", "党政机关网站标识", "Mark of Party and government sites", "标识所链接的页面。", "The page the mark links to.", "https://bszs.conac.cn/"),
		scalar(KindURL, "find_error", "我为政府网站找错", "Report an error on a government site", "找错入口的网址。", "Address of the error-report service.", "https://zfwzzc.www.gov.cn/"),
	}}
}

// Units describes units.yaml: the registry of responsible units.
func Units() *Record {
	return &Record{Name: "units", Title: lang.T("单位名录", "Units"), Fields: []Field{
		need(list(record("units", "单位", "Units", "方案里出现的每个单位一条。", "One entry for each unit the plan names.", Unit()))),
	}}
}

// accountPattern is an account, or an organisation and its team.
const accountPattern = `^[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)*$`

// Unit describes one responsible unit.
func Unit() *Record {
	return &Record{Name: "unit", Title: lang.T("单位", "Unit"), Fields: []Field{
		need(scalar(KindID, "id", "编号", "Id", "小写英文、数字和连字符，定了就不改。", "Lower-case letters, digits and hyphens; never changed once set.", "commerce-bureau")),
		need(text("name", "名称", "Name", "照文件原文写。", "As the document writes it.")),
		need(enum("kind", "类别", "Kind", "", "",
			choice("department", "市级部门", "municipal department", "", ""),
			choice("county", "县（区）政府", "county or district government", "", ""),
			choice("zone", "功能区管委会", "functional-zone committee", "", ""),
			choice("central", "中央和省属驻舟单位", "unit of the central or provincial government", "", ""),
			choice("party", "党委部门", "Party department", "", ""),
			choice("mass", "群团和合作组织", "mass or cooperative organisation", "", ""),
			choice("enterprise", "企业和交易场所", "enterprise or exchange", "", ""),
			choice("collective", "统称", "collective", "代表几个单位的统称，要写成员和依据。", "Stands for several units; needs members and their basis."))),
		list(text("aliases", "别名", "Aliases", "同一文件里的其他写法。", "Other spellings in the same document.")),
		list(ref("unit", "members", "成员", "Members", "统称所代表的单位编号。", "Ids of the units that a collective stands for.")),
		text("basis", "成员依据", "Basis of the members", "为什么是这些成员。", "Why these are the members."),
		list(record("basis_evidence", "成员依据的来源", "Sources of the basis", "", "", Evidence())),
		list(record("later", "后来的变化", "What became of it", "机构改革后的名称，只写有来源的。", "Names after reforms, only where a source says so.", later())),
		list(like(accountPattern, "zhoushan/commerce", text("accounts", "托管网站账号", "Accounts on the host", "这个单位在代码托管网站上的账号或小组，不写 @；改到它的文件时，托管网站请它审核。不写个人邮箱。没有就不写。", "Accounts or teams of the unit on the host of the repository, without @; the host asks them to review changes of its files. No private addresses. Leave out where there are none."))),
		notes(),
		translation("unit", need(text("name", "英文名称", "Name in English", "", ""))),
	}}
}

func later() *Record {
	return &Record{Name: "later", Title: lang.T("后来的变化", "What became of it"), Fields: []Field{
		need(text("name", "后来的名称", "Later name", "", "")),
		need(text("statement", "来源怎么说", "What the source says", "连同限定一起写：来源确认了什么、没有确认什么。", "With its limits: what the source confirms and what not.")),
		need(list(record("evidence", "来源", "Sources", "", "", Evidence()))),
	}}
}

// Evidence describes a public source with the sentence read in it.
func Evidence() *Record {
	return &Record{Name: "evidence", Title: lang.T("佐证", "Evidence"), Fields: []Field{
		need(text("title", "标题", "Title", "来源的标题；来源没有标题时，用括号写明是什么。", "Title of the source; where it shows none, say in brackets what it is.")),
		need(scalar(KindURL, "url", "网址", "Address", "http:// 或 https:// 开头的完整网址。", "Full address beginning with http:// or https://.", "https://www.example.gov.cn/art/1.html")),
		need(text("publisher", "发布单位", "Publisher", "谁发布的。", "Who published it.")),
		scalar(KindDate, "published", "发布日期", "Date of publication", "来源没有写日期就不填。", "Leave out where the source shows no date.", "2020-04-01"),
		text("published_note", "日期说明", "How the date is known", "日期不是来源印出的，写明怎么得来。", "Where the source does not print the date: how it is known."),
		need(text("quote", "原句", "Quoted sentence", "照抄来源里的那句话，一字不改。", "The sentence as printed, unchanged.")),
		text("language", "原句语言", "Language of the quote", "不是简体中文才写，如 en、ja、zh-TW。", "Only where it is not simplified Chinese, such as en, ja, zh-TW."),
		need(enum("kind", "来源类别", "Kind of source", "", "",
			choice("official", "官方发布", "official", "政府或部门网站发布的。", "Published by a government or department."),
			choice("media", "媒体报道", "media", "报纸、新闻网站。", "Newspapers and news sites."),
			choice("document", "文件", "document", "有文号的文件、公报、证书。", "A numbered document, bulletin or certificate."))),
		unasked(enum("link", "链接状态", "State of the link", "检查链接时的情况，由 evidence check 写入。没有检查过就不写。", "What a check of the link found; evidence check writes it. Leave out while unchecked.",
			choice("open", "能打开", "opens", "打开了网址；没有核对内容。", "The address answers; its content was not compared."),
			choice("moved", "转到了别的网址", "leads elsewhere", "网址永久转到了别处。", "The address leads to another one for good."),
			choice("dead", "打不开", "does not open", "页面没有了，或者网站没有了。", "The page is gone, or the whole site."),
			choice("unclear", "没有查明", "not clear", "超时、拒绝访问、证书有误：网页可能还在。", "Time ran out, access refused, a bad certificate: the page may still be there."))),
		unasked(scalar(KindDate, "checked", "检查日期", "Checked on", "查到上述链接状态的日期。", "The day on which the link was found in that state.", "2020-06-30")),
		unasked(scalar(KindURL, "archive", "存档网址", "Address of an archived copy", "亲自打开过、内容一致的存档网址；没有就不写。", "Of a copy that was opened and holds the same; leave out where there is none.", "https://archive.example.org/2020/art/1.html")),
		unasked(like(`^[0-9a-f]{64}$`, strings.Repeat("0", 64), text("sha256", "存档文件的SHA-256", "SHA-256 of the stored copy", "自己保存了网页或文件的，写那个文件的校验值。", "Where a copy of the page or file was kept: the checksum of that file."))),
	}}
}
