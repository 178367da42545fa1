// Package history tells what changed in the data when, from the commits of the
// repository that the data stand in, and which unit reported it, from the data.
// Persons and their addresses are never read out of git. What a commit did is
// told by package compare, so that a change means here what it means in `diff`.
//
// A clone without all of the history, or a folder without any, gives a Log with
// its Gap: what is missing is said, and no day is guessed.
package history

import (
	"slices"
	"strings"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// Log is the history of the data, newest first.
type Log struct {
	Commits []Commit `json:"commits"`
	Gap     Gap      `json:"gap"`
	Since   string   `json:"since,omitempty"`  // of GapShallow and GapLong: the last day that is not told, YYYY-MM-DD
	Unread  []string `json:"unread,omitempty"` // days of the commits with a file that this program cannot read, newest first
}

// Gap says why a log is not the whole history.
type Gap string

// The gaps of a log.
const (
	GapNone       Gap = ""
	GapNoGit      Gap = "no_git"     // the git command is not installed
	GapNoHistory  Gap = "no_history" // the folder is in no repository, or no commit holds its data
	GapShallow    Gap = "shallow"    // the clone holds only the newest commits
	GapUnreadable Gap = "unreadable" // git could not read the repository
	GapLong       Gap = "long"       // older commits than the program reads
)

// Commit is one step of the data that changed what they mean.
type Commit struct {
	Hash    string  `json:"hash"`
	Day     string  `json:"day"` // of the commit at +08:00, YYYY-MM-DD
	Entries []Entry `json:"entries"`
}

// Entry is one change of one record.
type Entry struct {
	Code     string    `json:"code,omitempty"` // of package compare; "" for a record's first appearance
	Kind     string    `json:"kind"`           // one of compare.About…
	Plan     string    `json:"plan,omitempty"`
	ID       string    `json:"id,omitempty"`
	Title    lang.Text `json:"title"` // as it was then, with the number of a task
	Words    lang.Text `json:"words"`
	Unit     string    `json:"unit,omitempty"`     // id: who reported it or, if not Reported, who is responsible
	Reported bool      `json:"reported,omitempty"` // the data say that Unit handed it in
	Reason   string    `json:"reason,omitempty"`   // the words of the data that give the reason
	Before   lang.Text `json:"before,omitzero"`    // of a correction: what stood there
	After    lang.Text `json:"after,omitzero"`
	Notes    []string  `json:"notes,omitempty"` // of a record that is new: its correcting notes
}

// Until is the log as it was at the end of the day.
func (l Log) Until(day plan.Date) Log {
	later := day.String()
	out := l
	out.Commits = slices.DeleteFunc(slices.Clone(l.Commits), func(c Commit) bool { return c.Day > later })
	out.Unread = slices.DeleteFunc(slices.Clone(l.Unread), func(d string) bool { return d > later })
	return out
}

// Of is the part of the log about one record.
func (l Log) Of(kind, plan, id string) []Commit {
	return l.filter(func(e Entry) bool { return e.Kind == kind && e.Plan == plan && e.ID == id })
}

// OfPlan is the part about a plan, its tasks and its indicators.
func (l Log) OfPlan(plan string) []Commit {
	return l.filter(func(e Entry) bool { return e.Plan == plan })
}

func (l Log) filter(keep func(Entry) bool) []Commit {
	var out []Commit
	for _, c := range l.Commits {
		one := Commit{Hash: c.Hash, Day: c.Day}
		for _, e := range c.Entries {
			if keep(e) {
				one.Entries = append(one.Entries, e)
			}
		}
		if len(one.Entries) > 0 {
			out = append(out, one)
		}
	}
	return out
}

// Noted is the first day on which a correcting note stood in the data of a record.
func (l Log) Noted(kind, plan, id, note string) (plan.Date, bool) {
	commits := l.Of(kind, plan, id)
	for i := len(commits) - 1; i >= 0; i-- {
		for _, e := range commits[i].Entries {
			if e.After.ZH == note || e.Reason == note || slices.Contains(e.Notes, note) {
				return parseDay(commits[i].Day), true
			}
		}
	}
	return parseDay(""), false
}

func parseDay(s string) plan.Date {
	d, _ := plan.ParseDate(s) // written by String
	return d
}

// Line says in one sentence what the log lacks; it is empty for a whole one.
func (l Log) Line() lang.Text {
	var parts []lang.Text
	switch l.Gap {
	case GapNoGit:
		parts = append(parts, lang.T("历史不完整：生成这个网站的机器上没有git，读不到数据的修改记录。", "History incomplete: git was not installed where this site was built; changes of the data could not be read."))
	case GapNoHistory:
		parts = append(parts, lang.T("历史不完整：生成这个网站的文件夹不在版本库里，没有数据的修改记录。", "History incomplete: this site was built from a folder outside any repository, without a record of changes."))
	case GapShallow:
		parts = append(parts, lang.T("历史不完整：生成时只有版本库最近的一部分，%s及以前的修改没有列出。", "History incomplete: only the newest part of the repository was there; changes on %s and before are not listed.").Sprintf(dayWords(l.Since)))
	case GapUnreadable:
		parts = append(parts, lang.T("历史不完整：版本库读不出来，没有列出数据的修改记录。", "History incomplete: the repository could not be read; changes are not listed."))
	case GapLong:
		parts = append(parts, lang.T("历史不完整：修改次数太多，%s及以前的没有列出。", "History incomplete: there are too many changes; those on %s and before are not listed.").Sprintf(dayWords(l.Since)))
	}
	if n := len(l.Unread); n > 0 {
		parts = append(parts, lang.T("有%d次修改里的文件现在的程序读不了，其中的变化记在之后读得了的一次里。", "In %d changes there was a file that the program cannot read now; what changed there is told with the next one that it can.").Sprintf(n))
	}
	zh, en := make([]string, len(parts)), make([]string, len(parts))
	for i, p := range parts {
		zh[i], en[i] = p.ZH, p.EN
	}
	return lang.T(strings.Join(zh, ""), strings.Join(en, " "))
}

func dayWords(s string) lang.Text {
	d := parseDay(s)
	return lang.T(d.Chinese(), d.English())
}
