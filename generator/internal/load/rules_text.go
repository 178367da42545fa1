package load

import "jindu/generator/internal/diag"

// Rules about the raw text of a file, checked before it is read as YAML.
var (
	hasBOM = problem("L201",
		"文件开头有 BOM 标记", "the file begins with a byte order mark",
		"请用“UTF-8”（不要选“带 BOM 的 UTF-8”）重新保存。", "Save it again as UTF-8 without BOM.")
	notUTF8 = problem("L202",
		"文件不是 UTF-8 编码（可能是 %[1]s）", "the file is not UTF-8 (perhaps %[1]s)",
		"请在编辑软件里选“另存为”，编码选“UTF-8”。", "Use \"save as\" in the editor and choose UTF-8.")
	invisible = problem("L203",
		"这里有看不见的字符 %[1]s", "an invisible character %[1]s",
		"多半是从网页或 PDF 复制带来的。请删掉这一处，重新手工输入前后几个字。", "It mostly comes with text copied from a web page or PDF. Delete it here and type the nearby characters again.")
	privateUse = problem("L204",
		"这里有私用区字符 %[1]s，别人的电脑上显示不出来", "a private-use character %[1]s, which other computers cannot show",
		"请换成标准汉字，或者用文字说明这个字。", "Use the standard character, or describe it in words.")
	garbled = problem("L205",
		"这里有乱码 %[1]s", "a garbled character %[1]s",
		"原来的字在转换编码时丢了。请对照来源重新输入。", "The original was lost in a conversion. Type it again from the source.")
	specialSpace = problem("L206",
		"这里有特殊空格 %[1]s", "a special space %[1]s",
		"请删掉它；需要空格时按一下空格键。", "Delete it; where a space is needed, press the space bar.")
	tabIndent = problem("L207",
		"行首用了制表符（Tab）", "a tab before the text of the line",
		"请删掉行首的 Tab，改用空格，和同一层的其他行对齐。", "Replace the tab by spaces, aligned with the other lines of the same level.")
	wideIndent = problem("L208",
		"行首用了全角空格或特殊空格", "a full-width or special space before the text of the line",
		"请切换到英文输入法，删掉行首的空格，重新用半角空格和同一层的其他行对齐。", "Replace it by ordinary spaces, aligned with the other lines of the same level.")
	wideColon = problem("L209",
		"“%[1]s”后面用了全角冒号“：”", "a full-width colon after %[1]q",
		"请改成英文冒号，后面加一个空格：%[2]s", "Type an ASCII colon and a space: %[2]s")
	noSpaceAfterColon = problem("L210",
		"“%[1]s:”后面少了一个空格", "no space after %[1]q and its colon",
		"请写成：%[2]s", "Type: %[2]s")
	wideSpaceAfterColon = problem("L211",
		"“%[1]s:”后面用了全角空格或特殊空格", "a full-width or special space after %[1]q and its colon",
		"请删掉它，换成一个半角空格。", "Replace it by one ordinary space.")
	noSpaceAfterDash = problem("L212",
		"短横线“-”后面少了一个空格", "no space after the dash",
		"请写成：- %[2]s", "Type: - %[2]s")
	wideDash = problem("L213",
		"列表开头的“%[1]s”不是英文短横线", "the %[1]q that begins the item is not an ASCII dash",
		"请改成英文短横线，后面加一个空格：- ……", "Type an ASCII dash and a space: - …")
	wideHash = problem("L214",
		"用了全角井号“＃”，后面的话不会被当作注释", "a full-width hash does not begin a comment",
		"要写注释，请改成英文井号加空格：# ……；如果是正文，请给整段文字加英文双引号。", "For a comment type an ASCII hash and a space: # …; if it is text, put it in ASCII double quotes.")
	wideComma = problem("L215",
		"方括号或花括号里用了“%[1]s”来分隔", "%[1]q separates items in brackets",
		"请改成英文逗号加空格：, 。如果“%[1]s”本来就是文字的一部分，请给这段文字加英文双引号。", "Type an ASCII comma and a space. If %[1]q is part of the text, put that text in ASCII double quotes.")
	wideQuote = problem("L216",
		"用了中文引号 %[1]s 来括住内容", "a Chinese quotation mark %[1]q is used as YAML quoting",
		"请在最外面用英文双引号 \"……\"，中文引号可以留在里面；键名不用加引号。", "Use ASCII double quotes around the whole; Chinese ones may stay inside. Keys need no quotes.")
	wideQuoteWhole = question("L217",
		"整段文字都在中文引号里，引号会照样显示出来", "the whole text stands in Chinese quotation marks, which will show",
		"如果只是想括住内容，请去掉引号；如果原文就有引号，请在外面再加英文单引号：'%[1]s'", "If they only mark the text, remove them; if they belong to it, add ASCII single quotes: '%[1]s'")
	unclosedQuote = problem("L218",
		"这个引号 %[1]s 没有配对", "this %[1]s is not closed",
		"请在这段文字的末尾补上 %[1]s；如果引号本来就是文字的一部分，请改用中文引号“”。", "Add %[1]s at the end of the text.")
	afterQuote = problem("L219",
		"引号或括号已经结束，后面却还有“%[1]s”", "%[1]q follows a closed quotation or bracket",
		"请用英文双引号把整段文字括起来；里面原有的引号改用中文引号“”。列表的括号后面不能再写别的。", "Put the whole text in quotes, and use “” or \\\" for the quotes inside. Nothing may follow a closed bracket.")
	oddQuote = problem("L220",
		"这里有单个英文双引号，前后不配对", "a single ASCII double quote without its partner",
		"请补上另一半，或者改用中文引号“”。", "Add its partner, or remove it.")
	unclosedBracket = problem("L221",
		"这个括号 %[1]s 没有配对", "this %[1]s is not closed",
		"请在末尾补上 %[2]s。", "Add %[2]s at the end.")
	colonInValue = problem("L222",
		"内容里有英文冒号加空格“: ”，会被当成又一个键", "a \": \" inside the text reads as another key",
		"请把它改成中文冒号“：”，或者给整段内容加英文双引号。", "Put the whole text in ASCII double quotes.")
	needsQuotes = problem("L223",
		"内容不能直接用“%[1]s”开头", "unquoted text cannot begin with %[1]q",
		"请给内容加英文双引号：\"%[2]s\"", "Put it in ASCII double quotes: \"%[2]s\"")
	strayLine = problem("L224",
		"这一行不是“键: 值”，也没有接在上一行的文字后面", "this line is no \"key: value\" and does not continue the text above",
		"如果是新的一项，请写成“键: 值”（冒号用英文，后面加空格）；如果是上一行的文字，请让它比上一行的键多缩进两个空格。", "For a new entry type \"key: value\"; to continue the text above, indent it two spaces deeper than its key.")
	indentDeeper = problem("L225",
		"这一行缩进太深：上一行已经有内容，下面不能再分层", "this line is indented too deep: the line above has its value already",
		"请让它和同一层的其他键对齐；如果是上一层的键（如“issued:”）被误删，请补回来。", "Align it with the other keys of its level; if the key above it (such as \"issued:\") was deleted by mistake, put it back.")
	indentMismatch = problem("L226",
		"这一行的缩进和上面任何一层都对不齐", "the indentation of this line matches no level above",
		"请数一数空格，让它和同一层的其他行对齐（每层两个空格）。", "Align it with the other lines of its level (two spaces a level).")
	conflictMarker = problem("L227",
		"两个人改了同一处，合并时还没有选定（第 %[1]d 行到第 %[2]d 行）", "two people changed the same place and the merge is undecided (lines %[1]d to %[2]d)",
		"“=======”上面是一方的写法，下面是另一方的。请留下要用的一种（两条进展都要，就都留下），再删掉 <<<<<<<、=======、>>>>>>> 开头的行（有 ||||||| 时，连同它下面的旧稿）。",
		"Above \"=======\" stands one version, below it the other. Keep the one to use (or both updates, if both are meant), then delete the lines that begin with <<<<<<<, ======= and >>>>>>> (and, below |||||||, the old version).")
	secondDocument = problem("L228",
		"“%[1]s”在这里开始或结束一份文件，它后面的内容会被忽略", "%[1]q starts or ends a document here; what follows would be ignored",
		"请删掉这一行；一个文件只写一份内容。", "Delete this line: one file holds one document.")
	directive = problem("L229",
		"不能使用 %% 开头的指令", "directives (lines beginning with %%) are not allowed",
		"请删掉这一行。", "Delete this line.")
	dashInValue = problem("L231",
		"列表不能写在冒号的同一行", "a list cannot start on the line of its key",
		"请在下面另起一行，缩进两个空格，写：%[2]s；如果这是正文，请加英文双引号：\"%[2]s\"", "Start a new line below, two spaces deeper, with: %[2]s; if it is text, put it in ASCII double quotes: \"%[2]s\"")
	hashGlued = problem("L233",
		"“%[1]s”会被当成注释，不会显示", "%[1]q reads as a comment and is not shown",
		"如果是正文，请给整段内容加英文双引号；如果是注释，请在“#”后面加一个空格。", "If it is text, put the whole value in ASCII double quotes; if it is a comment, put a space after the \"#\".")
	noColon = problem("L234",
		"“%[1]s”后面没有冒号", "no colon after %[1]q",
		"请写成：%[2]s", "Type: %[2]s")
	loneDash = problem("L235",
		"横线“-”不是内容", "a dash is no value",
		"没有数据或不知道，就把这一行整行删掉；要写列表，请另起行。", "Where there is nothing to say or it is unknown, delete the whole line; a list starts on a new line.")
	tabAfterColon = problem("L236",
		"“%[1]s:”后面用了制表符（Tab）", "a tab after %[1]q and its colon",
		"请删掉它，换成一个半角空格。", "Replace it by one ordinary space.")
	noLastLineEnd = problem("L237",
		"文件在一段文字（|）里就结束了，最后一行没有换行", "the file ends within a block of text (|), without a line end",
		"请把光标移到文件末尾，按一下回车键：没有它，不同的软件会读成不同的文字。", "Press Enter at the end of the file: without it, programs read the text differently.")
	personalData = problem("L232",
		"这里有%[1]s %[2]s", "a %[1]s, %[2]s",
		"公开的数据里不能有个人信息（注释里也不行）。%[3]s", "Published data hold nothing of persons, comments included. %[3]s")
	badEscape = problem("L230",
		"双引号里的“%[1]s”没有意义", "%[1]q means nothing inside double quotes",
		"英文双引号里的“\\”有特殊作用。请写成“\\\\”，或者改用英文单引号。", "A \"\\\" is special inside double quotes. Type \"\\\\\", or use single quotes.")
)

var textRules = []diag.Rule{
	hasBOM, notUTF8, invisible, privateUse, garbled, specialSpace, tabIndent, wideIndent, wideColon,
	noSpaceAfterColon, wideSpaceAfterColon, noSpaceAfterDash, wideDash, wideHash, wideComma, wideQuote,
	wideQuoteWhole, unclosedQuote, afterQuote, oddQuote, unclosedBracket, colonInValue, needsQuotes,
	strayLine, indentDeeper, indentMismatch, conflictMarker, secondDocument, directive, badEscape, dashInValue,
	personalData, hashGlued, noColon, loneDash, tabAfterColon, noLastLineEnd,
}
