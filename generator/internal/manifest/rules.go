package manifest

import (
	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
)

// What verify finds. The codes are stable.
var (
	// Files.
	ruleChanged = rule("M101", "内容变了：大小相同，校验值不同", "content changed: same size, another sum", hintChanged)
	ruleEmptied = rule("M102", "文件被清空：应有%d字节", "file was emptied: should have %d bytes", hintChanged)
	ruleShorter = rule("M103", "文件被截短：应有%d字节，只有%d字节", "file is cut short: should have %d bytes, has %d", hintChanged)
	ruleLonger  = rule("M104", "文件变长，内容不同：应有%d字节", "file is longer and differs: should have %d bytes", hintChanged)
	ruleTail    = rule("M105", "文件末尾多出内容：前%d字节没有变", "bytes were added at the end: the first %d are unchanged", hintChanged)
	ruleMissing = rule("M106", "文件不见了", "file is missing", hintChanged)
	ruleAdded   = rule("M107", "清单里没有这个文件", "file is not in the manifest",
		lang.T("它不是生成网站时写下的。放在网站里的其他文件请另找地方。", "The build did not write it. Put files of your own elsewhere."))
	ruleRenamed = rule("M108", "文件改了名：现在叫 %s", "file was renamed: it is now %s", hintChanged)
	ruleCase    = rule("M109", "文件名的大小写变了：现在是 %s", "letters of the name changed case: it is now %s",
		lang.T("拷贝文件的系统可能不分大小写；用ZIP传整个网站。", "A file system that ignores case may have done it; move the site as a ZIP file."))
	ruleSwapped  = rule("M110", "与 %s 对调了内容", "content was swapped with that of %s", hintChanged)
	ruleCopied   = rule("M111", "内容换成了 %s 的内容", "content was replaced by that of %s", hintChanged)
	ruleArchived = rule("M112", "存档版本被改动：%s", "an archived edition was altered: %s",
		lang.T("asof/ 下的存档版本一经发布就不再变。", "Editions under asof/ never change once published."))
	ruleUnreadable = rule("M113", "读不出来：%s", "cannot be read: %s", hintChanged)
	ruleNotRegular = rule("M114", "是链接或特殊文件，不是普通文件", "a link or special file, not a plain one",
		lang.T("网站里只有普通文件；链接会把读者带到别处。", "A site holds plain files alone; a link can lead anywhere."))
	ruleTwice = rule("M115", "压缩包里有两个同名文件", "the archive holds two files of this name",
		lang.T("不同的程序会解出不同的一个。", "Programs differ in which of them they unpack."))
	ruleUnsafeName = rule("M116", "文件名会解到文件夹外面", "the name leads out of the folder it is unpacked into",
		lang.T("不要解压这个压缩包。", "Do not unpack this archive."))

	// The manifest itself.
	ruleNoManifest = rule("M201", "没有清单 "+Name, "there is no "+Name,
		lang.T("没有清单就无从核对；这可能不是本程序生成的网站，或者清单被删了。", "Without it nothing can be checked: the site is not one of this program's, or the manifest was removed."))
	ruleBadManifest = rule("M202", "清单不是生成时的写法：%s", "the manifest is not as a build writes it: %s", hintManifest)
	ruleEdited      = rule("M203", "清单被改过：与 "+SumsName+" 里的校验值不同", "the manifest was edited: its sum is not the one in "+SumsName, hintManifest)
	ruleNoSums      = rule("M204", "没有 "+SumsName, "there is no "+SumsName, hintManifest)
	ruleSums        = rule("M205", SumsName+" 与清单不一致：%s", SumsName+" disagrees with the manifest: %s", hintManifest)
	ruleAsOf        = rule("M206", "数据截至日期不一致：清单写%s，build.json写%s", "as-of dates disagree: the manifest says %s, build.json %s", hintManifest)
	ruleCommit      = rule("M207", "提交编号不一致：清单写%s，build.json写%s", "commits disagree: the manifest says %s, build.json %s", hintManifest)
	ruleVersion     = rule("M208", "程序版本不一致：清单写%s，build.json写%s", "versions disagree: the manifest says %s, build.json %s", hintManifest)

	// The chain.
	ruleNoChain  = rule("M301", "清单说之前发布过，但没有 "+ChainName, "the manifest names one before it, but there is no "+ChainName, hintChain)
	ruleChainCut = rule("M302", "链条断了：%s", "the chain is cut: %s", hintChain)
	ruleLink     = rule("M303", "清单所说的上一份与链条的最后一行不同", "the manifest names another one before it than the chain's last line", hintChain)
	ruleUnlinked = rule("M304", "有 "+ChainName+"，清单却说这是第一次发布", "there is a "+ChainName+", yet the manifest says it is the first", hintChain)
	ruleForgot   = rule("M305", "您保存的清单（%s，第%d份）不在链条里", "the manifest you kept (%s, number %d) is not in the chain",
		lang.T("当时发布的内容已经不被承认。请保存好您的清单，向网站询问原因。", "What was published then is no longer acknowledged. Keep your copy and ask the site why."))
	ruleOlder = rule("M306", "这个网站比您保存的清单旧：第%d份，您的是第%d份", "the site is older than the manifest you kept: number %d, yours is %d",
		lang.T("网站可能被换回了旧版本。", "The site may have been put back to an old edition."))
	ruleRewritten = rule("M307", "您保存的清单之前的链条被改写", "the chain before the manifest you kept was rewritten", hintChain)

	// The signature.
	ruleUnsigned = rule("M401", "没有签名 "+Signature, "there is no signature, "+Signature,
		lang.T("您给了公钥，说明网站应当有签名：签名可能被删了。", "You gave a key, so there should be one: it may have been removed."))
	ruleOtherKey = rule("M402", "签名用的是另一把钥匙：%s", "signed with another key: %s",
		lang.T("只相信运行单位在别处公布的公钥。", "Trust only the key that the operator publishes elsewhere."))
	ruleForged = rule("M403", "签名与 "+SumsName+" 不符", "the signature is not one of this "+SumsName,
		lang.T("签名之后内容被改过，或者签名是从别处拿来的。", "The content was changed after it was signed, or the signature was taken from elsewhere."))
	ruleBadSignature = rule("M404", "签名文件的写法不对", "the signature file is malformed",
		lang.T("它应是 minisign 写出的四行文字。", "It should be four lines as minisign writes them."))

	// A rebuild.
	ruleRebuilt = rule("M501", "从提交重新生成的内容不同：应为%s", "a rebuild from the commit gives other content: %s", hintRebuilt)
	ruleNotMade = rule("M502", "从提交重新生成时没有这个文件", "a rebuild from the commit does not make this file", hintRebuilt)
	ruleUnmade  = rule("M503", "从提交重新生成时多出这个文件", "a rebuild from the commit makes this file, the site has none", hintRebuilt)

	// What could not be looked at.
	ruleUnlisted = warn("M901", "网址不能列出全部文件：多出来的文件这样查不到", "an address cannot list its files: files added to it are not seen this way",
		lang.T("要查有没有多出文件，请核对文件夹或ZIP。", "To find added files verify the folder or a ZIP file."))
	ruleUncheckedKey = warn("M902", "有签名，但没有给公钥，没有核对签名", "there is a signature; it was not checked, for no key was given",
		lang.T("用 --key 给出运行单位公布的公钥。", "Give the key that the operator publishes with --key."))
)

var (
	hintChanged  = lang.T("把它与可信的副本比较；运行单位可以重新发布。", "Compare it with a copy you trust; the operator can publish again.")
	hintManifest = lang.T("清单和校验值只由程序写，一起写成；不一致就是有人改过其中一个。", "Manifest and sums are written together, by the program alone: where they disagree one of them was edited.")
	hintChain    = lang.T("链条只在末尾增加一行；少行、改行都说明有人改写了发布的历史。", "The chain only grows by a line at its end; a line less or another tells that the record of publications was rewritten.")
	hintRebuilt  = lang.T("网站不是由清单所说的提交、日期和程序生成的，或者生成程序的版本不同。", "The site was not made from the commit, day and programs that the manifest names, or the program differs.")
)

func rule(code, zh, en string, hint lang.Text) diag.Rule {
	return diag.Rule{Code: code, Severity: diag.Error, Message: lang.T(zh, en), Hint: hint}
}

func warn(code, zh, en string, hint lang.Text) diag.Rule {
	return diag.Rule{Code: code, Severity: diag.Warning, Message: lang.T(zh, en), Hint: hint}
}

// Rules lists every rule of the package.
func Rules() []diag.Rule {
	return []diag.Rule{
		ruleChanged, ruleEmptied, ruleShorter, ruleLonger, ruleTail, ruleMissing, ruleAdded, ruleRenamed, ruleCase, ruleSwapped, ruleCopied,
		ruleArchived, ruleUnreadable, ruleNotRegular, ruleTwice, ruleUnsafeName,
		ruleNoManifest, ruleBadManifest, ruleEdited, ruleNoSums, ruleSums, ruleAsOf, ruleCommit, ruleVersion,
		ruleNoChain, ruleChainCut, ruleLink, ruleUnlinked, ruleForgot, ruleOlder, ruleRewritten,
		ruleUnsigned, ruleOtherKey, ruleForged, ruleBadSignature,
		ruleRebuilt, ruleNotMade, ruleUnmade, ruleUnlisted, ruleUncheckedKey,
	}
}
