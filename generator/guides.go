package main

import (
	"jindu/generator/internal/compare"
	"jindu/generator/internal/diag"
	"jindu/generator/internal/document"
	"jindu/generator/internal/guide"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/load"
	"jindu/generator/internal/manifest"
	"jindu/generator/internal/publish"
	"jindu/generator/internal/validate"
	"jindu/generator/internal/workbook"
)

// guideFiles are the generated guides: what every message asks for, and what every
// field and status means.
func guideFiles() []generatedFile {
	var out []generatedFile
	for _, f := range guide.Files(guideGroups()) {
		out = append(out, generatedFile{f.Name, f.Text})
	}
	return out
}

// guideGroups are the messages that a person who reports can meet, in the order of
// the work.
func guideGroups() []guide.Group {
	return []guide.Group{
		{ID: "workbook", Title: lang.T("导入填报表时", "Importing a workbook"), Rules: workbook.Rules(),
			Intro: lang.T("`import-xlsx`读填报表。有一处不对，就什么也不写入；改好表格再导入一次。", "`import-xlsx` reads the workbook. One fault, and nothing is written: correct the sheet and import it again.")},
		{ID: "data", Title: lang.T("检查数据文件时：写法", "Checking data files: form"), Rules: load.Rules(),
			Intro: lang.T("`check`和`build`先看每个文件的写法。", "`check` and `build` look at the form of each file first.")},
		{ID: "site", Title: lang.T("检查数据文件时：内容", "Checking data files: content"), Rules: validate.Rules(),
			Intro: lang.T("写法都对了，再看内容：编号对不对得上，日期合不合理，佐证够不够。", "Then at what they say: ids that lead somewhere, dates that make sense, evidence that suffices.")},
		{ID: "document", Title: lang.T("对照文件原文时", "Comparing with the issued text"), Rules: document.Rules(),
			Intro: lang.T("引用的句子要在印发的原文里找得到。", "What is quoted must stand in the issued text.")},
		{ID: "fmt", Title: lang.T("整理写法时", "Canonical style"), Rules: []diag.Rule{notCanonical},
			Intro: lang.T("`fmt --check`看文件是不是统一的写法。", "`fmt --check` wants files in the one canonical style.")},
		{ID: "diff", Title: lang.T("不能合并的变化", "Changes that may not be merged"), Rules: blocking(),
			Intro: lang.T("`diff`在这些变化前面写“不能合并”。恢复原样，或者在数据里写明原因，就能合并；原因会公开。", "`diff` stops these. Restore what was there, or say in the data why it is taken back; the reason is public.")},
		{ID: "build", Title: lang.T("生成网站时", "Building the site"), Rules: publish.Rules(),
			Intro: lang.T("网页生成以后还要查一遍，有错就不发布。这些多半是页面模板的问题，请告诉维护程序的人。", "Built pages are checked once more and not published with a fault. Most of these concern the templates: tell whoever keeps the program.")},
		{ID: "verify", Title: lang.T("核对网站时", "Checking a site"), Rules: manifest.Rules(),
			Intro: lang.T("`verify`把网站与它的清单、签名和发布历史对照；怎样核对，见[核对本站](/verify/)。", "`verify` holds a site against its manifest, signature and publications; see [Check us](/verify/).")},
	}
}

// blocking is what diff stops, as rules with the words that lift the block.
func blocking() []diag.Rule {
	var out []diag.Rule
	for _, b := range compare.Blocking(guide.Gap) {
		out = append(out, diag.Rule{Code: b.Code, Severity: diag.Error, Message: b.Words, Hint: b.Fix})
	}
	return out
}
