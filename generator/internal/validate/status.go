package validate

import (
	"fmt"
	"strings"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

func status() []check {
	return []check{
		{diag.Rule{Code: "V301", Severity: diag.Error,
			Message: lang.T("说已完成，但没有佐证", "it says completed but has no evidence"),
			Hint:    lang.T("在 evidence 里加上可以打开的来源和原句；没有来源就不能写 completed。", "Add a source that can be opened, with its sentence, under evidence; without one completed cannot stand.")},
			perUpdate(completedWithoutEvidence)},
		{diag.Rule{Code: "V302", Severity: diag.Error,
			Message: lang.T("写了完成日期，但状态不是已完成", "there is a day of completion, but the status is not completed"),
			Hint:    lang.T("删去 completed_on，或者写 status: completed 并附佐证。", "Delete completed_on, or write status: completed with evidence.")},
			perUpdate(completedOnWithoutCompleted)},
		{diag.Rule{Code: "V303", Severity: diag.Error,
			Message: lang.T("任务已调整或终止，但没有写依据的文件", "the task is changed or ended, but no document is named"),
			Hint:    lang.T("加 authority，写明调整或终止任务的文件名称和文号。", "Add authority with the title and number of the document that changes or ends the task.")},
			perUpdate(changedWithoutAuthority)},
		{diag.Rule{Code: "V304", Severity: diag.Error,
			Message: lang.T("以前说已完成，这里又退了回去，没有更正说明", "it was said to be completed and now is not, without a correction"),
			Hint:    lang.T("加 correction，写明以前的说法错在哪里、为什么更正。", "Add correction and say what was wrong before and why it is taken back.")},
			perTask(goesBack)},
		{diag.Rule{Code: "V305", Severity: diag.Warning,
			Message: lang.T("同一条佐证写了两次", "the same evidence stands twice"),
			Hint:    lang.T("网址和原句都相同，删去一条。", "Address and sentence are the same; delete one.")},
			evidenceTwice},
		{diag.Rule{Code: "V306", Severity: diag.Error,
			Message: lang.T("依据是公开发布或媒体报道，但没有佐证", "the basis is a publication or a media report, but there is no evidence"),
			Hint:    lang.T("在 evidence 里写明来源；单位报送、还没有公开的，写 basis: unit_report。", "Name the source under evidence; for what a unit handed in and no one has published, write basis: unit_report.")},
			perUpdate(basisWithoutEvidence)},
		{diag.Rule{Code: "V307", Severity: diag.Warning,
			Message: lang.T("限期任务已完成，但没有写完成日期，看不出按期还是逾期", "a task with a deadline is completed without a day: on time or late cannot be told"),
			Hint:    lang.T("来源写了完成日期的，加 completed_on；没有写的保持原样。", "Add completed_on where the source gives the day; otherwise leave it as it is.")},
			perTask(completedWithoutDay)},
	}
}

func completedWithoutEvidence(a *ask, u *plan.Update, path string) {
	if u.Status.V == plan.SaysCompleted && len(u.Evidence) == 0 {
		a.say(u.Status.At, path+".evidence")
	}
}

func completedOnWithoutCompleted(a *ask, u *plan.Update, path string) {
	if u.CompletedOn.Given() && u.Status.V != plan.SaysCompleted {
		a.say(u.CompletedOn.At, path+".completed_on")
	}
}

func changedWithoutAuthority(a *ask, u *plan.Update, path string) {
	changed := u.Status.V == plan.SaysAdjusted || u.Status.V == plan.SaysTerminated
	if changed && strings.TrimSpace(u.Authority.V) == "" {
		a.say(or(u.Authority.At, u.Status.At), path+".authority")
	}
}

func goesBack(a *ask, t *plan.Task) {
	var completed *plan.Update
	for i, u := range t.Updates {
		switch u.Status.V {
		case plan.SaysCompleted:
			completed = u
		case plan.SaysNotStarted, plan.SaysInProgress, plan.SaysBehind:
			if completed != nil && strings.TrimSpace(u.Correction.V) == "" {
				a.compare(u.Status.At, index("updates", i, "correction"), completed.Status.At, lang.T("以前说已完成", "said to be completed here"))
			}
			completed = nil
		}
	}
}

func evidenceTwice(a *ask) {
	type key struct{ url, quote string }
	for _, s := range a.scope.evidence() {
		first := map[key]plan.Evidence{}
		for i, e := range s.list {
			k := key{e.URL.V, e.Quote.V}
			if before, taken := first[k]; taken {
				a.compare(e.At, fmt.Sprintf("%s[%d]", s.path, i), before.At, lang.T("先写在这里", "first written here"))
				continue
			}
			first[k] = e
		}
	}
}

func basisWithoutEvidence(a *ask, u *plan.Update, path string) {
	if (u.Basis.V == "official" || u.Basis.V == "media") && len(u.Evidence) == 0 {
		a.say(u.Basis.At, path+".evidence")
	}
}

func completedWithoutDay(a *ask, t *plan.Task) {
	for i, u := range t.Updates {
		if t.Schedule.V == plan.Deadline && u.Status.V == plan.SaysCompleted && !u.CompletedOn.Given() {
			a.say(u.Status.At, index("updates", i, "completed_on"))
		}
	}
}
