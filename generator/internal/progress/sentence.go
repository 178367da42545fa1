package progress

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"jindu/generator/internal/lang"
)

// longest is how many characters the Chinese count sentence may have before the
// two kinds of task are told together.
const longest = 80

// Sentence is the count sentence of the home page: the day, and how many tasks
// stand where, dated tasks and ongoing ones apart where that is short enough to
// read. Every count above zero is in it.
func (r *Report) Sentence() lang.Text {
	c := r.Counts
	if c.Total == 0 {
		return lang.T("截至%s，还没有工作任务。", "As of %s there are no tasks.").Sprintf(day(r.AsOf))
	}
	apart := r.apart()
	if utf8.RuneCountInString(apart.ZH) <= longest {
		return apart
	}
	return lang.T(fmt.Sprintf("截至%s，%d项任务：%s。", r.AsOf.Chinese(), c.Total, together(c.Statuses)), apart.EN)
}

// together lists the counts of all tasks in the fewest characters.
func together(counts []StatusCount) string {
	var zh []string
	for _, x := range counts {
		word := phrase(x.Status).ZH
		if x.Status == InProgress {
			word = x.Status.Info().Label.ZH
		}
		zh = append(zh, fmt.Sprintf("%s%d", word, x.N))
	}
	return strings.Join(zh, "、")
}

// apart tells dated tasks and ongoing ones apart.
func (r *Report) apart() lang.Text {
	c := r.Counts
	start := lang.T(
		fmt.Sprintf("截至%s，%d项任务", r.AsOf.Chinese(), c.Total),
		fmt.Sprintf("As of %s, %d %s", r.AsOf.English(), c.Total, plural(c.Total, "task", "tasks")))
	withDue, open := listed(c.Dated), listed(c.Open)
	each := "均"
	if c.Total == 1 {
		each = ""
	}
	switch {
	case c.Ongoing == 0:
		return lang.T("%[1]s%[3]s有时限：%[2]s。", "%[1]s with a deadline: %[2]s.").Sprintf(start, withDue, each)
	case c.Deadline == 0:
		return lang.T("%[1]s%[3]s为持续推进：%[2]s。", "%[1]s without a deadline: %[2]s.").Sprintf(start, open, each)
	}
	return lang.T("%s中，%d项有时限：%s；%d项持续推进：%s。", "%s: %d with a deadline (%s) and %d ongoing (%s).").
		Sprintf(start, c.Deadline, withDue, c.Ongoing, open)
}

// listed joins the counts: 3项已完成、19项到期未披露; or 全部未披露.
func listed(counts []StatusCount) lang.Text {
	if len(counts) == 1 && counts[0].N > 1 {
		return lang.T("全部%s", "all %s").Sprintf(phrase(counts[0].Status))
	}
	var zh, en []string
	for _, x := range counts {
		p := phrase(x.Status)
		zh = append(zh, fmt.Sprintf("%d项%s", x.N, p.ZH))
		en = append(en, fmt.Sprintf("%d %s", x.N, p.EN))
	}
	return lang.T(strings.Join(zh, "、"), strings.Join(en, ", "))
}

// phrase is the status as part of the count sentence.
func phrase(s Status) lang.Text {
	switch s {
	case OnTrack:
		return lang.T("按序时推进", "on track")
	case Behind:
		return lang.T("进度滞后", "behind")
	case InProgress:
		return lang.T("有公开进展", "with public progress")
	case Lapsed:
		return lang.T("到期未披露", "past the deadline and not disclosed")
	}
	l := s.Info().Label
	return lang.T(l.ZH, strings.ToLower(l.EN))
}

// EvidenceSentence says how many tasks any public source supports.
func (r *Report) EvidenceSentence() lang.Text {
	with, total := r.Counts.Evidenced, r.Counts.Total
	switch {
	case total == 0:
		return lang.Text{}
	case with == 0:
		return lang.T("还没有一项任务查到公开来源。", "No public source was found for any task yet.")
	case with == total && total == 1:
		return lang.T("这1项任务有公开来源可查。", "The one task has a public source.")
	case with == total:
		return lang.T(fmt.Sprintf("%d项任务都有公开来源可查。", total), fmt.Sprintf("All %d tasks have a public source.", total))
	}
	return lang.T(
		fmt.Sprintf("%d项任务中，%d项有公开来源可查，%d项没有查到。", total, with, total-with),
		fmt.Sprintf("Of %d tasks, %d %s a public source and %d %s not.", total,
			with, plural(with, "has", "have"), total-with, plural(total-with, "does", "do")))
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
