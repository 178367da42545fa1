package compare

import "jindu/generator/internal/lang"

// Blocked is a sort of change that may not be merged as it is: its code, its words
// as a fmt format, and what lifts the block.
type Blocked struct {
	Code  string
	Words lang.Text
	Fix   lang.Text
}

// Blocking lists every sort of change that blocks, for the guides. gap stands in
// the fixes for what only a real change can name.
func Blocking(gap string) []Blocked {
	note, record := noteFix(lang.Same(gap)), recordFix(gap)
	var out []Blocked
	for _, b := range []struct {
		kind kind
		fix  lang.Text
	}{
		{taskRemoved, record}, {indicatorRemoved, record}, {updateRemoved, note}, {valueRemoved, note}, {proofRemoved, note},
		{relatedRemoved, note}, {planRemoved, planFix()}, {idChanged, idFix(gap)}, {completedBack, correctionFix()},
		{claimBack, correctionFix()}, {targetLowered, authorityFix()}, {targetLoosened, authorityFix()},
		{targetPostponed, authorityFix()}, {targetRemoved, note}, {deadlineLoosened, deadlineFix()},
	} {
		out = append(out, Blocked{b.kind.code, b.kind.words, b.fix})
	}
	return out
}

func planFix() lang.Text {
	return lang.T("请恢复方案的文件夹：结束了的方案也留在网站上。", "Restore the plan's folder: a plan that has ended stays on the site.")
}

func idFix(id string) lang.Text {
	return lang.T("编号定了就不改，请改回 %[1]s。确要改，在 plan.yaml 的 notes 下加一条：- 更正编号%[1]s……（写明原因）", "Ids stay as they are: restore %[1]s. Otherwise add to the notes of plan.yaml a line with 更正 that names %[1]s and says why.").Sprintf(id)
}

func deadlineFix() lang.Text {
	return lang.T("due 照印发的写，误改的请恢复。后来有文件调整期限的，due 不动，加一条 status: adjusted 的进展，authority 写文件名称和文号。以前抄错的，在 notes 下加一条：- 更正完成期限……（写明原因）",
		"due is as issued: restore it if this was a mistake. Where a later document moved it, leave due and add an update with status: adjusted and authority. Where it was copied wrongly, add to notes a line with 更正 that says so.")
}
