package load

import "jindu/generator/internal/diag"

// Rules about which files stand where.
var (
	missingFile = problem("L101",
		"缺少 %[1]s", "%[1]s is missing",
		"请建立 %[1]s。写法可以参照已有的数据或填报指南。", "Create %[1]s. Follow existing data or the guide for editors.")
	misplaced = problem("L102",
		"这里不该有 %[1]s", "%[1]s does not belong here",
		"数据文件只能放在：%[2]s（* 是编号）。请移到对应的位置，或者删除。", "Data files stand only at: %[2]s (* is an id). Move it to its place or delete it.")
	wrongExtension = problem("L103",
		"文件名的结尾不是 .yaml", "the file's name does not end in .yaml",
		"请把文件改名为 %[1]s（在 Windows 里先打开“显示文件扩展名”）。", "Rename the file to %[1]s (on Windows, show file extensions first).")
	systemLeftover = problem("L104",
		"这是系统或编辑软件留下的文件，不是数据", "this was left by a system or an editor and is no data",
		"请删除它。", "Delete it.")
	symlink = problem("L105",
		"这是指向别处的链接（符号链接）", "this is a symbolic link",
		"请换成文件本身：数据只能是 data 文件夹里的普通文件。", "Put the file itself here: data are plain files in the data folder.")
	notRegular = problem("L106",
		"这不是普通文件", "this is not a regular file",
		"请删除它：数据只能是普通文件。", "Delete it: data are plain files.")
	tooLarge = problem("L107",
		"文件有 %.1[1]f MiB，超过 1 MiB", "the file has %.1[1]f MiB, more than 1 MiB",
		"数据文件只写文字。请检查是不是误放了别的内容，或者拆成几个文件。", "Data files hold text only. Look for something put here by mistake, or split the file.")
	tooManyFiles = problem("L108",
		"data 文件夹里的文件超过 %[1]d 个", "the data folder holds more than %[1]d files",
		"请检查是不是误放了别的文件夹。", "Look for a folder put here by mistake.")
	copiedFile = problem("L110",
		"这像是 %[1]s 的副本", "this looks like a copy of %[1]s",
		"请比较两份，留一份，删掉另一份；要当模板新建，请改成新的文件名，并把里面的 id 改成一样的。", "Compare the two, keep one and delete the other; for a new record give the file a new name and its id the same.")
	badFileName = problem("L111",
		"文件名“%[1]s”不能用作编号", "the file name %[1]q cannot be an id",
		"数据文件的名字就是编号：只用小写英文字母、数字和连字符“-”，以 .yaml 结尾，如 t3-4.yaml；中文名称写在文件里。", "The name of a data file is its id: lower-case letters, digits and hyphens with .yaml at the end, such as t3-4.yaml.")
	emptyFile = problem("L109",
		"文件是空的", "the file is empty",
		"请写上内容，或者删除这个文件。", "Write its content or delete the file.")
)

var fileRules = []diag.Rule{
	missingFile, misplaced, wrongExtension, systemLeftover, symlink, notRegular, tooLarge, tooManyFiles, emptyFile, copiedFile, badFileName,
}
