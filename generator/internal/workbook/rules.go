package workbook

import (
	"slices"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
)

// Rules lists every kind of problem this package reports, in the order of their
// codes: W1 the file, W2 sheets and rows, W3 given cells, W4 what was typed.
func Rules() []diag.Rule { return slices.Concat(fileRules, sheetRules, givenRules, typedRules) }

func problem(code, zh, en, hintZH, hintEN string) diag.Rule {
	return diag.Rule{Code: code, Severity: diag.Error, Message: lang.T(zh, en), Hint: lang.T(hintZH, hintEN)}
}

// Rules about the file as a whole.
var (
	notWorkbook = problem("W101",
		"不是可以读的 .xlsx 文件：%[1]s", "no .xlsx file that can be read: %[1]s",
		"在 Excel 或 WPS 里打开，去掉密码，另存为“Excel 工作簿（*.xlsx）”再交。", "Open it, remove any password, and save it as an Excel workbook (*.xlsx).")
	tooBig = problem("W102",
		"文件太大：%[1]s", "the file is too large: %[1]s",
		"填报表只有文字。删去粘进来的图片和别的内容，或者用新导出的表重填。", "The sheet holds text only. Remove pasted pictures and the like, or start from a fresh export.")
	activeContent = problem("W103",
		"文件里有宏或嵌入的程序（%[1]s），不能导入", "the file holds macros or embedded programs (%[1]s)",
		"用新导出的表重填，另存为 .xlsx；不要从别的表整张复制。", "Start from a fresh export and save it as .xlsx; do not copy whole sheets from elsewhere.")
	externalLink = problem("W104",
		"文件引用了别的文件或数据源（%[1]s），不能导入", "the file refers to another file or data source (%[1]s)",
		"把引用的结果复制，选“粘贴为数值”，再断开链接。", "Paste the results as values and break the links.")
	notOurs = problem("W105",
		"这不是本程序导出的填报表", "this is no sheet exported by this program",
		"用 export-xlsx 导出，在导出的表里填。", "Export one with export-xlsx and fill that in.")
	oldTemplate = problem("W106",
		"填报表的版本旧了（%[1]s），栏目已经变了", "the sheet's version is out of date (%[1]s)",
		"重新导出，把要报的内容抄过去。", "Export it again and copy over what is to be reported.")
	unknownBook = problem("W107",
		"数据里没有填报表所说的%[1]s“%[2]s”", "the data have no %[1]s %[2]q, which the sheet names",
		"核对是不是这个网站的填报表；改过编号的，重新导出。", "See whether the sheet belongs to this site; export it again if ids have changed.")

	fileRules = []diag.Rule{notWorkbook, tooBig, activeContent, externalLink, notOurs, oldTemplate, unknownBook}
)

// Rules about sheets, heads and rows.
var (
	sheetMissing = problem("W201",
		"少了工作表“%[1]s”", "the sheet %[1]q is missing",
		"用导出的原表填，不要删工作表，也不要改名。", "Fill in the exported file; do not delete or rename its sheets.")
	sheetExtra = problem("W202",
		"多了工作表“%[1]s”，里面的内容不会导入", "there is an extra sheet %[1]q, which would not be imported",
		"把要报的内容填到“填报”里，删去这张表。", "Put what is to be reported into the sheet 填报 and delete this one.")
	headChanged = problem("W203",
		"表头被改过：应为“%[1]s”", "the column head was changed: it was %[1]q",
		"改回“%[1]s”；插入过列的，删去那一列。", "Type %[1]q again; delete any column you inserted.")
	rowExtra = problem("W204",
		"多出来的行：模板里没有序号“%[1]s”", "an extra row: the sheet was given out without number %[1]q",
		"删去这一行。别的单位的任务，由那个单位在自己的表里报。", "Delete the row. Tasks of other units are reported in their own sheets.")
	rowMissing = problem("W205",
		"少了序号“%[1]s”这一行", "the row of number %[1]q is missing",
		"用新导出的表，把要报的内容抄过去；没有要报的行，空着就行。", "Copy what is to be reported into a fresh export; rows without news stay empty.")
	rowTwice = problem("W206",
		"序号“%[1]s”写了两行，不知道以哪一行为准", "number %[1]q has two rows: it cannot be known which one counts",
		"只留一行。", "Keep one of them.")
	notTheirs = problem("W207",
		"“%[1]s”不是%[2]s负责的（表里混进了别的单位的行，或导出以后改了责任单位）", "%[1]q is not for %[2]s to report (rows of another unit, or the units have changed since the export)",
		"重新导出本单位的表，把要报的内容抄过去。", "Export the unit's sheet again and copy over what is to be reported.")
	outsideTable = problem("W208",
		"表格以外写了内容“%[1]s”，不会导入", "there is content outside the table, which would not be imported: %[1]q",
		"移到本行的“完成情况”里，或者删去。", "Move it to 完成情况 of its row, or delete it.")

	sheetRules = []diag.Rule{sheetMissing, sheetExtra, headChanged, rowExtra, rowMissing, rowTwice, notTheirs, outsideTable}
)

// Rules about what was given out.
var (
	givenChanged = problem("W301",
		"这一格是给定的，不能改：应为“%[1]s”", "this cell is given and must not change: it was %[1]q",
		"照这样改回来。原文有错，请告诉维护数据的人员。", "Put it back. If the source is wrong, tell those who keep the data.")
	stale = problem("W302",
		"导出以后，“%[1]s”的数据又改过，不能覆盖", "the data of %[1]q have changed since the export and are not overwritten",
		"重新导出，看清现在的内容，再把要报的抄过去。", "Export again, read what stands there now, and copy over what is to be reported.")

	givenRules = []diag.Rule{givenChanged, stale}
)

// Rules about what was typed.
var (
	badDay = problem("W401",
		"“%[1]s”不是日期", "%[1]q is no date",
		"请输入年月日，如 2026-12-31 或 2026年12月31日。", "Type year, month and day, such as 2026-12-31.")
	badNumber = problem("W402",
		"“%[1]s”不是数字", "%[1]q is no number",
		"只写数字，如 106.5，计量单位是“%[2]s”；“约”“超过”写在说明里。", "Type digits only, such as 106.5, in %[2]s; put \"about\" or \"more than\" into the note.")
	badPercent = problem("W403",
		"写了百分比“%[1]s”，但计量单位是“%[2]s”", "%[1]q is a percentage, but the unit is %[2]s",
		"按“%[2]s”填数字，不写 %%。", "Give the figure in %[2]s without %%.")
	badChoice = problem("W404",
		"“%[1]s”不能选", "%[1]q is not among the choices",
		"从列表里选一个：%[2]s。", "Choose one of: %[2]s.")
	badPeriod = problem("W405",
		"“%[1]s”不是时期", "%[1]q is no period",
		"请输入如 2026、2026年四季度、2026年12月、2026年1—11月。", "Type one such as 2026, 2026-Q4 or 2026-12.")
	badFormula = problem("W406",
		"公式“=%[1]s”没有可用的结果（%[2]s）", "the formula =%[1]s has no result that can be used (%[2]s)",
		"复制这一格，选“粘贴为数值”，或者直接输入。", "Paste the cell as a value, or type it.")
	errorValue = problem("W407",
		"这一格是错误值 %[1]s", "the cell holds the error %[1]s",
		"直接输入要报的内容。", "Type what is to be reported.")
	needed = problem("W408",
		"填了这一行，就要填“%[1]s”", "the row is filled in but lacks %[1]q",
		"在这一格填上%[1]s；不打算报这一行，就把填了的格清空。", "Fill in %[1]q here, or empty the row if it is not to be reported.")
	neededEvidence = problem("W409",
		"写了佐证，就要写“%[1]s”", "the evidence lacks %[1]q",
		"在这一格填上；没有完整的佐证，就把这一条的各格清空。", "Fill it in here, or empty the cells of this piece of evidence.")
	notWithin = problem("W410",
		"%[1]s 不在报告期 %[2]s 以内", "%[1]s is not within %[2]s",
		"核对年月；要报别的时期，请导出那个时期的表。", "Check year and month; to report another period, export its sheet.")
	reported = problem("W411",
		"%[1]s 已经有本单位报的一条", "the unit has reported %[1]s already",
		"要改那一条，请导出它所在时期的表；要另报，换一个没有报过的日期。", "To change that one, export the sheet of its period; to add one, choose another date.")
	withdrawn = problem("W412",
		"整行清空了：报过的不能这样撤回", "the row was emptied: what was reported is not taken back this way",
		"改回原来的内容；说错了，就改正，并写更正说明。", "Put the content back; if it was wrong, correct it and say why.")
	personalData = problem("W413",
		"这一格有%[1]s（%[2]s），不能公开", "the cell holds personal data: %[1]s (%[2]s), which must not be published",
		"请删掉；需要联系方式时，写单位公开的办公电话或政府域名下的邮箱。", "Delete it; where readers need a contact, give the unit's office phone or public mailbox.")

	typedRules = []diag.Rule{badDay, badNumber, badPercent, badChoice, badPeriod, badFormula, errorValue, needed, neededEvidence, notWithin, reported, withdrawn, personalData}
)
