package document

import (
	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
)

var (
	ruleMissing = diag.Rule{Code: "D101", Severity: diag.Error,
		Message: lang.T("读不到原文文件 %[1]s", "the document %[1]s cannot be read"),
		Hint:    lang.T("把原文放在 %[1]s，或者改正 document.file。", "Put the document at %[1]s, or correct document.file.")}
	ruleNotUTF8 = diag.Rule{Code: "D102", Severity: diag.Error,
		Message: lang.T("原文文件 %[1]s 不是 UTF-8 编码", "the document %[1]s is not UTF-8"),
		Hint:    lang.T("另存为 UTF-8 编码，并更新 document.sha256。", "Save it as UTF-8 and update document.sha256.")}
	ruleLines = diag.Rule{Code: "D103", Severity: diag.Error,
		Message: lang.T("整理所列的行号不成立：%[1]s", "the repair's line numbers do not hold: %[1]s"),
		Hint:    lang.T("按原文文件从小到大写行号：join 和 join-row 至少两行，move-label 正好两行。", "Write line numbers of the document in ascending order: at least two for join and join-row, exactly two for move-label.")}
	ruleJoin = diag.Rule{Code: "D104", Severity: diag.Error,
		Message: lang.T("第 %[1]d 行和第 %[2]d 行不是前后相接的两段，接不起来", "lines %[1]d and %[2]d are not two paragraphs in a row and cannot be joined"),
		Hint:    lang.T("写断开处前一段的最后一行和后一段的第一行。", "Give the last line of the paragraph before the break and the first line of the one after it.")}
	ruleJoinRow = diag.Rule{Code: "D105", Severity: diag.Error,
		Message: lang.T("第 %[1]d 行和第 %[2]d 行不能接成一行：%[3]s", "lines %[1]d and %[2]d cannot be joined to one row: %[3]s"),
		Hint:    lang.T("join-row 只用于工作任务一栏断成两行、第二行其余各栏为空或与下一行相同的情形；请核对原文和行号。", "join-row is for a task broken in two whose second line's other cells are empty or repeat the row below; check the document and the line numbers.")}
	ruleMoveLabel = diag.Rule{Code: "D106", Severity: diag.Error,
		Message: lang.T("不能把项目名从第 %[1]d 行移到第 %[2]d 行", "the project label cannot move from line %[1]d to line %[2]d"),
		Hint:    lang.T("两行应在同一张表里前后相接，前一行有项目名，后一行没有。", "The two lines must be neighbours in one table, the first with a label and the second without.")}
	ruleKind = diag.Rule{Code: "D107", Severity: diag.Error,
		Message: lang.T("没有“%[1]s”这种整理方式", "there is no repair of kind %[1]q"),
		Hint:    lang.T("写 join、join-row 或 move-label。", "Write join, join-row or move-label.")}
	ruleBroken = diag.Rule{Code: "D108", Severity: diag.Warning,
		Message: lang.T("这一段没有以句末标点结束，可能在分页处断开", "the paragraph does not end a sentence and may be broken over a page"),
		Hint:    lang.T("如果是断开的，在方案的 document.repairs 里加：kind: join，lines: [%[1]d, %[2]d]。", "If it is broken, add to the plan's document.repairs: kind: join, lines: [%[1]d, %[2]d].")}
	ruleBrokenRow = diag.Rule{Code: "D109", Severity: diag.Warning,
		Message: lang.T("这一行的工作任务没有以句末标点结束，可能断成了两行", "the row's task does not end a sentence and may be broken in two"),
		Hint:    lang.T("如果是断开的，在方案的 document.repairs 里加：kind: join-row，lines: [%[1]d, %[2]d]。", "If it is broken, add to the plan's document.repairs: kind: join-row, lines: [%[1]d, %[2]d].")}
	ruleCells = diag.Rule{Code: "D110", Severity: diag.Warning,
		Message: lang.T("这一行有 %[1]d 栏，表头有 %[2]d 栏", "the row has %[1]d cells, the table's head %[2]d"),
		Hint:    lang.T("对照原件核对这一行的制表符。", "Check the row's tabs against the original.")}
)

// Rules lists every problem this package can report.
func Rules() []diag.Rule {
	return []diag.Rule{
		ruleMissing, ruleNotUTF8, ruleLines, ruleJoin, ruleJoinRow,
		ruleMoveLabel, ruleKind, ruleBroken, ruleBrokenRow, ruleCells,
	}
}
