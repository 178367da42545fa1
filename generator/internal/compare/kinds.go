package compare

import "jindu/generator/internal/lang"

// kind is one sort of change with its stable code and its words, a fmt format.
type kind struct {
	code     string
	severity Severity
	words    lang.Text
}

// What is gone.
var (
	taskRemoved      = kind{"C101", Block, lang.T("删去了这项任务（进展%[1]d条）", "the task is deleted (updates: %[1]d)")}
	indicatorRemoved = kind{"C102", Block, lang.T("删去了这个指标（目标值%[1]d个，实际值%[2]d个）", "the indicator is deleted (targets: %[1]d, values: %[2]d)")}
	updateRemoved    = kind{"C103", Block, lang.T("删去了截至%[1]s的进展（%[2]s）", "the update as of %[1]s is deleted (%[2]s)")}
	valueRemoved     = kind{"C104", Block, lang.T("删去了实际值：%[1]s %[2]s", "a value is deleted: %[1]s, %[2]s")}
	proofRemoved     = kind{"C105", Block, lang.T("删去了已完成的佐证：%[1]s“%[2]s”", "evidence of completion is deleted: %[1]s “%[2]s”")}
	evidenceRemoved  = kind{"C106", Notice, lang.T("删去了佐证：%[1]s“%[2]s”", "evidence is deleted: %[1]s “%[2]s”")}
	relatedRemoved   = kind{"C107", Block, lang.T("删去了相关数据：%[1]s", "a related figure is deleted: %[1]s")}
	planRemoved      = kind{"C108", Block, lang.T("删去了整个方案（任务%[1]d项，指标%[2]d个）", "the whole plan is deleted (tasks: %[1]d, indicators: %[2]d)")}
	idChanged        = kind{"C109", Block, lang.T("编号改了：%[1]s → %[2]s，原来的网页地址会失效", "the id changed: %[1]s → %[2]s; its old address will break")}
	unitRemoved      = kind{"C110", Notice, lang.T("从名录删去了这个单位", "the unit is deleted from the registry")}
	projectRemoved   = kind{"C111", Notice, lang.T("删去了项目：%[1]s", "a project is deleted: %[1]s")}
)

// Statuses and verdicts.
var (
	statusMoved   = kind{"C201", Notice, lang.T("状态：%[1]s → %[2]s", "status: %[1]s → %[2]s")}
	ruleMoved     = kind{"C202", Info, lang.T("状态仍是%[1]s，依据的规则变了", "the status is still %[1]s, by another rule")}
	verdictMoved  = kind{"C203", Notice, lang.T("%[1]s目标的评价：%[2]s → %[3]s", "verdict on the target for %[1]s: %[2]s → %[3]s")}
	completedBack = kind{"C204", Block, lang.T("已完成退回：%[1]s → %[2]s", "completed is taken back: %[1]s → %[2]s")}
	claimBack     = kind{"C205", Block, lang.T("截至%[1]s的进展不再说已完成，改为%[2]s", "the update as of %[1]s no longer says completed but %[2]s")}
)

// Values of indicators.
var (
	valueAdded   = kind{"C301", Info, lang.T("新增实际值：%[1]s %[2]s%[3]s", "new value: %[1]s, %[2]s%[3]s")}
	valueChanged = kind{"C302", Notice, lang.T("改了实际值：%[1]s %[2]s → %[3]s%[4]s", "a value changed: %[1]s, %[2]s → %[3]s%[4]s")}
	valueFell    = kind{"C303", Notice, lang.T("%[1]s下降了：%[2]s %[3]s，%[4]s %[5]s", "a %[1]s fell: %[2]s %[3]s, %[4]s %[5]s")}
	valueJumped  = kind{"C304", Notice, lang.T("相差100倍以上：%[1]s与%[2]s，请核对单位", "apart by a factor of 100 or more: %[1]s and %[2]s; check the unit")}
	periodMoved  = kind{"C305", Notice, lang.T("实际值%[1]s的时期改了：%[2]s → %[3]s", "the period of the value %[1]s changed: %[2]s → %[3]s")}
	valueField   = kind{"C306", Notice, lang.T("%[1]s实际值的%[2]s：%[3]s → %[4]s", "value for %[1]s, %[2]s: %[3]s → %[4]s")}
)

// What was promised.
var (
	targetLowered    = kind{"C401", Block, lang.T("%[1]s目标放低：%[2]s → %[3]s%[4]s", "the target for %[1]s asks for less: %[2]s → %[3]s%[4]s")}
	targetLoosened   = kind{"C402", Block, lang.T("%[1]s目标的比较放宽：%[2]s → %[3]s", "the comparator of the target for %[1]s is looser: %[2]s → %[3]s")}
	targetPostponed  = kind{"C403", Block, lang.T("目标（%[1]s）推迟：%[2]s → %[3]s", "a target (%[1]s) is put off: %[2]s → %[3]s")}
	targetRemoved    = kind{"C404", Block, lang.T("删去了%[1]s目标（%[2]s）", "the target for %[1]s (%[2]s) is deleted")}
	targetChanged    = kind{"C405", Notice, lang.T("%[1]s目标改了：%[2]s → %[3]s%[4]s", "the target for %[1]s changed: %[2]s → %[3]s%[4]s")}
	targetAdded      = kind{"C406", Notice, lang.T("新增%[1]s目标：%[2]s", "new target for %[1]s: %[2]s")}
	targetAdvanced   = kind{"C407", Notice, lang.T("目标（%[1]s）提前：%[2]s → %[3]s", "a target (%[1]s) is due earlier: %[2]s → %[3]s")}
	measureChanged   = kind{"C408", Notice, lang.T("%[1]s：%[2]s → %[3]s", "%[1]s: %[2]s → %[3]s")}
	deadlineLoosened = kind{"C501", Block, lang.T("完成期限放宽：%[1]s → %[2]s", "the deadline is put off: %[1]s → %[2]s")}
	scheduleChanged  = kind{"C502", Notice, lang.T("%[1]s：%[2]s → %[3]s", "%[1]s: %[2]s → %[3]s")}
	unitsChanged     = kind{"C503", Notice, lang.T("%[1]s：%[2]s → %[3]s", "%[1]s: %[2]s → %[3]s")}
	wordingChanged   = kind{"C504", Notice, lang.T("%[1]s的文字：%[2]s → %[3]s", "wording of %[1]s: %[2]s → %[3]s")}
	fieldChanged     = kind{"C505", Info, lang.T("%[1]s：%[2]s → %[3]s", "%[1]s: %[2]s → %[3]s")}
)

// What was said, and on what grounds.
var (
	updateAdded     = kind{"C601", Info, lang.T("新增截至%[1]s的进展（%[2]s，佐证%[3]d条）：%[4]s%[5]s", "new update as of %[1]s (%[2]s; evidence: %[3]d): %[4]s%[5]s")}
	updateField     = kind{"C602", Notice, lang.T("截至%[1]s的进展，%[2]s：%[3]s → %[4]s", "update as of %[1]s, %[2]s: %[3]s → %[4]s")}
	updateBackdated = kind{"C603", Notice, lang.T("补报：截至%[1]s，早于已有的截至%[2]s的进展", "reported late: as of %[1]s, before the update there already was, as of %[2]s")}
	evidenceAdded   = kind{"C604", Info, lang.T("新增佐证：%[1]s“%[2]s”（%[3]s）", "new evidence: %[1]s “%[2]s” (%[3]s)")}
	evidenceField   = kind{"C605", Notice, lang.T("佐证“%[1]s”，%[2]s：%[3]s → %[4]s", "evidence “%[1]s”, %[2]s: %[3]s → %[4]s")}
	relatedAdded    = kind{"C606", Info, lang.T("新增相关数据：%[1]s", "new related figure: %[1]s")}
	relatedField    = kind{"C607", Notice, lang.T("相关数据“%[1]s”，%[2]s：%[3]s → %[4]s", "related figure “%[1]s”, %[2]s: %[3]s → %[4]s")}
	entryAdded      = kind{"C608", Info, lang.T("%[1]s新增一条：%[2]s", "%[1]s, added: %[2]s")}
	entryRemoved    = kind{"C609", Notice, lang.T("%[1]s删去一条：%[2]s", "%[1]s, deleted: %[2]s")}
	entryChanged    = kind{"C610", Notice, lang.T("%[1]s改了一条：%[2]s → %[3]s", "%[1]s, changed: %[2]s → %[3]s")}
)

// Units, the site, the plan as a whole.
var (
	unitRenamed     = kind{"C701", Notice, lang.T("单位改名：%[1]s → %[2]s", "the unit is renamed: %[1]s → %[2]s")}
	unitAdded       = kind{"C702", Info, lang.T("名录新增这个单位", "the unit is new in the registry")}
	membersChanged  = kind{"C703", Notice, lang.T("%[1]s：%[2]s → %[3]s", "%[1]s: %[2]s → %[3]s")}
	siteChanged     = kind{"C801", Notice, lang.T("%[1]s：%[2]s → %[3]s", "%[1]s: %[2]s → %[3]s")}
	planChanged     = kind{"C802", Notice, lang.T("%[1]s：%[2]s → %[3]s", "%[1]s: %[2]s → %[3]s")}
	planAdded       = kind{"C803", Info, lang.T("新增方案：任务%[1]d项，指标%[2]d个，进展%[3]d条，实际值%[4]d个", "a new plan: tasks %[1]d, indicators %[2]d, updates %[3]d, values %[4]d")}
	taskAdded       = kind{"C804", Notice, lang.T("新增任务，状态：%[1]s", "a new task, status: %[1]s")}
	indicatorAdded  = kind{"C805", Notice, lang.T("新增指标（目标值%[1]d个，实际值%[2]d个）", "a new indicator (targets: %[1]d, values: %[2]d)")}
	projectAdded    = kind{"C806", Notice, lang.T("新增项目：%[1]s", "a new project: %[1]s")}
	documentChanged = kind{"C807", Notice, lang.T("文件原文换了，请对照印发的文件逐字核对", "the issued text was replaced: compare it with the document, word by word")}
	projectField    = kind{"C808", Notice, lang.T("项目%[1]s的%[2]s：%[3]s → %[4]s", "project %[1]s, %[2]s: %[3]s → %[4]s")}
	outsideUnit     = kind{"C901", Notice, lang.T("不属于%[1]s：它不是责任单位，也不是配合单位", "not of %[1]s, which neither leads nor supports it")}
)
