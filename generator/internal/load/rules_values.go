package load

import "jindu/generator/internal/diag"

// Rules about single values.
var (
	emptyText = problem("L501",
		"“%[1]s”是空的", "%[1]q is empty",
		"请写上内容；如果不知道，就把这一行整行删掉。", "Write its value; where it is unknown, delete the whole line.")
	badID = problem("L502",
		"编号“%[1]s”的写法不对", "%[1]q is no id",
		"编号只能用小写英文字母、数字和连字符“-”，如：commerce-bureau。", "An id is made of lower-case letters, digits and hyphens, such as commerce-bureau.")
	longID = problem("L503",
		"编号有 %[1]d 个字符，超过 %[2]d 个", "the id has %[1]d characters, more than %[2]d",
		"请换一个短一些的编号。", "Choose a shorter id.")
	reservedID = problem("L504",
		"编号“%[1]s”是 Windows 的保留名，不能用作文件名", "the id %[1]q is a reserved name on Windows",
		"请换一个编号，如：%[1]s-1。", "Choose another id, such as %[1]s-1.")
	badDate = problem("L505",
		"日期“%[1]s”的写法不对", "%[1]q is no date",
		"请写成 年-月-日，月和日各两位%[2]s。", "Type year-month-day with two digits for month and day%[2]s.")
	noSuchDay = problem("L506",
		"没有“%[1]s”这一天", "there is no day %[1]s",
		"请对照来源核对月份和日期。", "Check the month and the day against the source.")
	badPeriod = problem("L507",
		"时期“%[1]s”的写法不对", "%[1]q is no period",
		"请写成：2020、2020-H1（上半年）、2020-Q3（三季度）、2020-08、2020-01..2020-08 或 2020-08-31。", "Type one of: 2020, 2020-H1, 2020-Q3, 2020-08, 2020-01..2020-08 or 2020-08-31.")
	badNumber = problem("L508",
		"“%[1]s”不是一个数", "%[1]q is no number",
		"请只写数字和小数点，如 106.5；不写单位、百分号、千分位逗号和“约”。", "Type digits and a decimal point only, such as 106.5; no unit, per cent sign, separators or \"about\".")
	badInt = problem("L509",
		"“%[1]s”不是整数", "%[1]q is no whole number",
		"请只写数字，如 3。", "Type digits only, such as 3.")
	badBool = problem("L510",
		"“%[1]s”不是 true 或 false", "%[1]q is neither true nor false",
		"是就写 true，否就写 false（小写，不加引号）。", "Type true or false (lower case, no quotes).")
	badChoice = problem("L511",
		"“%[1]s”不是“%[2]s”可以选的值", "%[1]q is no choice of %[2]q",
		"%[3]s可以选：%[4]s。", "%[3]sChoose one of: %[4]s.")
	badPattern = problem("L512",
		"“%[1]s”不合“%[2]s”的写法", "%[1]q is not what %[2]q takes",
		"%[3]s如：%[4]s", "%[3]s Such as: %[4]s")
	wideForm = problem("L513",
		"“%[1]s”里有全角字符", "%[1]q has full-width characters",
		"请切换到英文（半角）输入法，写成：%[2]s", "Type ASCII characters: %[2]s")
	ambiguous = problem("L514",
		"“%[1]s”这种写法，不同的软件会读成不同的值", "programs read %[1]q as different values",
		"%[2]s", "%[2]s")
	quotedNumber = problem("L515",
		"这里要写数，却加了引号", "a number is put in quotes",
		"请去掉引号：%[1]s", "Remove the quotes: %[1]s")
	template = problem("L516",
		"文字里不能有“{{”", "text may not hold \"{{\"",
		"“{{”会被网站程序当成指令。请删掉，或者改用别的括号。", "The site generator reads \"{{\" as an instruction. Delete it or use other brackets.")
	badLink = problem("L517",
		"网址“%[1]s”不能用", "the address %[1]q cannot be used",
		"请写以 https:// 或 http:// 开头的完整网址（也可以是 mailto: 邮箱，或以一个 / 开头的本站路径）。", "Type a full address beginning with https:// or http:// (or mailto:, or a path of this site beginning with one /).")
	linkUser = problem("L518",
		"网址里带有用户名或密码", "the address holds a user name or password",
		"请删掉 @ 和它前面的用户名、密码。", "Delete the @ and the user name and password before it.")
	linkCharacter = problem("L519",
		"网址里有不该有的字符“%[1]s”", "the address holds the character %[1]q",
		"请从浏览器地址栏重新复制网址，检查有没有带上空格、中文标点或后面的文字。", "Copy the address again; look for spaces, Chinese punctuation or words after it.")
	lookalike = question("L520",
		"“%[1]s”（%[2]s）看起来像“%[3]s”，但不是同一个字符，搜索和比对会失败", "%[1]q (%[2]s) looks like %[3]q but is another character, so searching and comparing fail",
		"多半是从 PDF 复制或全角输入带来的。请改成“%[3]s”；如果原文确实如此，可以保留。", "It mostly comes from a PDF or a full-width input method. Type %[3]q; keep it if the source has it so.")
	radical = question("L521",
		"“%[1]s”（%[2]s）是部首符号，不是汉字", "%[1]q (%[2]s) is a radical sign, not a Han character",
		"多半是从 PDF 复制带来的。请重新输入这个字。", "It mostly comes from a PDF. Type the character again.")
	foldedText = question("L522",
		"文字分在几行写，换行处会多出一个空格", "text broken over lines gets a space at each break",
		"请把这段文字写在一行里；要分段就在键后面写“|”，再另起行缩进。", "Write it on one line; for paragraphs use \"|\" after the key and indented lines below.")
	outerSpace = problem("L523",
		"文字的开头或末尾有多余的空格", "a space at the beginning or end of the text",
		"请删掉首尾的空格（包括全角空格）。", "Delete it (full-width spaces too).")
	notText = problem("L524",
		"“%[1]s”会被读成真假值或特殊数值，不是文字", "%[1]q reads as a truth value or special number, not text",
		"如果就是这几个字，请加英文双引号：\"%[1]s\"", "If it is text, put it in ASCII double quotes: \"%[1]s\"")
	foldedBlock = problem("L527",
		"多行的文字不能用“>”开头", "text of several lines cannot begin with \">\"",
		"请把“>”改成“|”：“>”会把几行连成一行，空行在不同的软件里读法也不同。", "Type \"|\": \">\" joins lines, and programs read the empty lines in it differently.")
	nameNotID = problem("L526",
		"“%[1]s”不是编号", "%[1]q is not an id",
		"这里要写%[2]s的编号，一条只写一个。编号只有小写英文字母、数字和连字符，在%[2]s自己的数据里查（单位在 units.yaml）。", "Type the id of one %[2]s: lower-case letters, digits and hyphens. It stands with the record itself (units are in units.yaml).")
	controlText = problem("L525",
		"文字里有看不见的字符 %[1]s", "the text holds an invisible character %[1]s",
		"请删掉它。双引号里不要用“\\”写特殊字符；制表符（Tab）请换成空格。", "Delete it. Do not write special characters with \"\\\" in double quotes; replace a tab by a space.")
)

var valueRules = []diag.Rule{
	emptyText, badID, longID, reservedID, badDate, noSuchDay, badPeriod, badNumber, badInt, badBool, badChoice,
	badPattern, wideForm, ambiguous, quotedNumber, template, badLink, linkUser, linkCharacter, lookalike, radical,
	foldedText, outerSpace, notText, controlText, nameNotID, foldedBlock,
}
