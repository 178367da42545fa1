package compare

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

// correcting is the word by which a note counts as a correction. Notes stand on
// the page of their record, so that the reason is public.
const correcting = "更正"

// reasons are the words that a change adds to the data to say why it takes
// something back.
type reasons struct {
	corrections []string // of updates
	authorities []string // of updates that end or change the task
	notes       []string // with 更正
}

// taskReasons collects what is new in after.
func taskReasons(before, after *plan.Task) reasons {
	var old, own reasons
	old.collect(before.Updates)
	own.collect(after.Updates)
	return reasons{
		corrections: fresh(old.corrections, own.corrections),
		authorities: fresh(old.authorities, own.authorities),
		notes:       newNotes(before.Notes, after.Notes),
	}
}

func (r *reasons) collect(updates []*plan.Update) {
	for _, u := range updates {
		if u.Correction.Given() {
			r.corrections = append(r.corrections, u.Correction.V)
		}
		if u.Authority.Given() {
			r.authorities = append(r.authorities, u.Authority.V)
		}
	}
}

func newNotes(before, after []plan.String) []string {
	var out []string
	for _, note := range fresh(plain(before), plain(after)) {
		if strings.Contains(note, correcting) {
			out = append(out, note)
		}
	}
	return out
}

func plain(list []plan.String) []string {
	var out []string
	for _, s := range list {
		out = append(out, s.V)
	}
	return out
}

// fresh returns what is in after and not in before.
func fresh(before, after []string) []string {
	old := map[string]bool{}
	for _, s := range before {
		old[s] = true
	}
	var out []string
	for _, s := range after {
		if !old[s] {
			out = append(out, s)
		}
	}
	return out
}

// naming returns the first reason that names one of the marks: a reason given for
// one record does not cover the loss of another.
func (r reasons) naming(marks ...string) string {
	for _, list := range [][]string{r.corrections, r.notes} {
		for _, words := range list {
			for _, m := range marks {
				if names(words, m) {
					return words
				}
			}
		}
	}
	return ""
}

// names reports whether the words hold the mark by itself: t1-1 is not named by
// t1-10, nor 2017年 by 2017年10月31日.
func names(words, mark string) bool {
	for rest := words; mark != ""; {
		before, after, ok := strings.Cut(rest, mark)
		if !ok {
			return false
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		next, _ := utf8.DecodeRuneInString(after)
		if !inName(last) && !inName(next) {
			return true
		}
		rest = after
	}
	return false
}

// inName reports whether r goes on an id, a number or a date.
func inName(r rune) bool {
	return r == '-' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// first returns the first reason of the lists.
func first(lists ...[]string) string {
	for _, list := range lists {
		if len(list) > 0 {
			return list[0]
		}
	}
	return ""
}

// dayMarks are the ways a reason can name a day.
func dayMarks(d plan.Date) []string { return []string{d.String(), d.Chinese()} }

// periodMarks are the ways a reason can name a period.
func periodMarks(p plan.Period) []string { return []string{p.Raw, p.Chinese()} }

// noteFix tells which note lifts a block.
func noteFix(name lang.Text) lang.Text {
	return lang.T("误删的请恢复。确要删除，在 notes 下加一条：- 更正%[1]s……（写明原因）", "Restore it if this was a mistake. Otherwise add to notes a line with 更正 that names it (%[1]s) and says why.").Sprintf(name)
}

// and puts two sets of reasons together.
func (r reasons) and(s reasons) reasons {
	return reasons{
		corrections: append(slices.Clip(r.corrections), s.corrections...),
		authorities: append(slices.Clip(r.authorities), s.authorities...),
		notes:       append(slices.Clip(r.notes), s.notes...),
	}
}

// indicatorReasons collects what is new in an indicator: notes, the notes of
// revised values, and the documents behind changed targets.
func indicatorReasons(before, after *plan.Indicator) reasons {
	return reasons{
		corrections: fresh(revisions(before), revisions(after)),
		authorities: fresh(authorities(before), authorities(after)),
		notes:       newNotes(before.Notes, after.Notes),
	}
}

func revisions(ind *plan.Indicator) []string {
	var out []string
	for _, o := range ind.Observations {
		if o.Flag.V == "revised" && o.Note.Given() {
			out = append(out, o.Note.V)
		}
	}
	return out
}

func authorities(ind *plan.Indicator) []string {
	var out []string
	for _, t := range ind.Targets {
		if t.Authority.Given() {
			out = append(out, t.Authority.V)
		}
	}
	return out
}
