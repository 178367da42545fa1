package load

import "jindu/generator/internal/diag"

// The rule about text that is no YAML at all, where the raw-text checks found no
// better words for it.
var badSyntax = problem("L301",
	"格式读不懂：%[1]s", "the format cannot be read: %[1]s",
	"请检查这一行和它上面几行：冒号后有没有空格，缩进齐不齐，引号和括号是否成对。", "Look at this line and those above it: spaces after colons, indentation, pairs of quotes and brackets.")

var syntaxRules = []diag.Rule{badSyntax}

// Rules about keys and about what hangs below them.
var (
	unknownKey = problem("L401",
		"“%[1]s”不是这里可以写的键", "unknown key %[1]q",
		"%[2]s这里可以写：%[3]s。", "%[2]sAllowed here: %[3]s.")
	duplicateKey = problem("L402",
		"键“%[1]s”写了两次", "key %[1]q is used twice",
		"请只留一个。同一个键要写几条内容时，用列表（每条以“- ”开头）。", "Keep one. For several entries under one key use a list (each beginning with \"- \").")
	missingKey = problem("L403",
		"缺少必填的键“%[1]s”（%[2]s）", "the required key %[1]q (%[2]s) is missing",
		"请加上一行：%[1]s: ……%[3]s", "Add a line: %[1]s: …%[3]s")
	nullValue = problem("L404",
		"“%[1]s”后面没有内容", "%[1]q has no value",
		"请写上内容；如果不知道，就把这一行整行删掉（不要写 0、无或空着）。", "Write its value; where it is unknown, delete the whole line (do not write 0 or leave it empty).")
	wantRecord = problem("L405",
		"%[1]s下面应该是几行“键: 值”", "%[1]s takes lines of \"key: value\"",
		"请%[3]s，一行一个“键: 值”。可以写：%[2]s。", "Write one \"key: value\" a line, %[3]s. Allowed here: %[2]s.")
	wantList = problem("L406",
		"“%[1]s”应该是列表", "%[1]q takes a list",
		"请在它下面另起行，每一条以“- ”开头。", "Start new lines below it, each beginning with \"- \".")
	wantScalar = problem("L407",
		"“%[1]s”只能写一个值，不能分层或写成列表", "%[1]q takes one value, not a list or further keys",
		"请把值直接写在冒号后面：%[1]s: ……；文字有几段时，在冒号后面写“|”，再另起行缩进两个空格。", "Write the value after the colon: %[1]s: …; for text of several paragraphs type \"|\" after the colon and indent the lines below.")
	emptyList = problem("L408",
		"“%[1]s”至少要有一条", "%[1]q needs at least one entry",
		"请在它下面另起行，写“- ”和内容。", "Start a new line below it with \"- \" and the entry.")
	badKey = problem("L409",
		"键只能是一个简单的词", "a key is one plain word",
		"请写成“键: 值”。这里可以写：%[1]s。", "Type \"key: value\". Allowed here: %[1]s.")
	anchor = problem("L410",
		"不能使用锚点“%[1]s”", "anchors such as %[1]q are not allowed",
		"请把内容完整写出来；如果这是正文，请加英文双引号：\"%[2]s\"", "Write the content out; if it is text, put it in ASCII double quotes: \"%[2]s\"")
	alias = problem("L411",
		"不能使用引用“%[1]s”", "aliases such as %[1]q are not allowed",
		"请把内容完整写出来；如果这是正文，请加英文双引号：\"%[2]s\"", "Write the content out; if it is text, put it in ASCII double quotes: \"%[2]s\"")
	tag = problem("L412",
		"不能使用类型标记“%[1]s”", "tags such as %[1]q are not allowed",
		"请删掉它；如果这是正文，请加英文双引号：\"%[2]s\"", "Delete it; if it is text, put it in ASCII double quotes: \"%[2]s\"")
	mergeKey = problem("L413",
		"不能使用合并键“<<”", "merge keys (<<) are not allowed",
		"请把要合并的内容完整写出来。", "Write the merged content out.")
	idNotPath = problem("L414",
		"编号“%[1]s”与%[3]s名“%[2]s”不一样", "the id %[1]q differs from the name of its %[3]s, %[2]q",
		"请让两处一样：把编号写成 %[2]s，或者给%[3]s改名。", "Make them the same: write the id as %[2]s, or rename the %[3]s.")
	misfiledKeys = problem("L416",
		"%[1]s 属于“%[2]s”，不属于“%[3]s”", "%[1]s belong to a record of %[2]q, not of %[3]q",
		"请把这几行移到 %[4]s。", "Move these lines to %[4]s.")
	dashLost = problem("L417",
		"从“%[1]s”起像是新的一条，却没有以“- ”开头", "%[1]q seems to begin a new entry but has no \"- \" before it",
		"请在新一条的第一行前面加“- ”，和上一条的“- ”对齐；如果是误删了那一行，请补回来。", "Put \"- \" before the first line of the new entry, below that of the entry above; if that line was deleted by mistake, put it back.")
	notIndented = problem("L418",
		"“%[1]s”下面的几行没有缩进", "the lines below %[1]q are not indented",
		"请把 %[2]s 各往里缩进两个空格。", "Indent %[2]s by two spaces.")
	idTwice = problem("L415",
		"编号“%[1]s”已经用过", "the id %[1]q is in use already",
		"请换一个编号（大小写不同也算相同）。", "Choose another id (upper and lower case count as the same).")
)

var structureRules = []diag.Rule{
	unknownKey, duplicateKey, missingKey, nullValue, wantRecord, wantList, wantScalar, emptyList, badKey,
	anchor, alias, tag, mergeKey, idNotPath, idTwice, misfiledKeys, dashLost, notIndented,
}
