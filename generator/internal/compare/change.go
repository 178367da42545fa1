package compare

import (
	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
)

// Severity says what a reviewer has to do about a change.
type Severity string

// An Info is what reporting is for; a Notice asks a person to look; a Block takes
// back what the public was told and needs words in the data.
const (
	Info   Severity = "info"
	Notice Severity = "notice"
	Block  Severity = "block"
)

// The kinds of records a change can be about.
const (
	AboutSite      = "site"
	AboutPlan      = "plan"
	AboutTask      = "task"
	AboutIndicator = "indicator"
	AboutUnit      = "unit"
)

// About is the record that changed.
type About struct {
	Kind   string    `json:"kind"`
	Plan   string    `json:"plan,omitempty"` // id of its plan
	ID     string    `json:"id,omitempty"`
	Number string    `json:"number,omitempty"` // of a task: "3.4"
	Title  lang.Text `json:"title"`
}

// Change is one thing that now means something else.
type Change struct {
	Code     string     `json:"code"` // stable, such as "C103"; never reused for another meaning
	Severity Severity   `json:"severity"`
	About    About      `json:"about"`
	Words    lang.Text  `json:"words"`            // what changed: a sentence without its period
	Before   *lang.Text `json:"before,omitempty"` // what stood there in full, where it did
	After    *lang.Text `json:"after,omitempty"`
	Rule     string     `json:"rule,omitempty"`   // of a status or verdict: the rule that now holds
	Why      *lang.Text `json:"why,omitempty"`    // and its explanation
	Reason   string     `json:"reason,omitempty"` // the words of the data that allow what would block
	Fix      *lang.Text `json:"fix,omitempty"`    // what to write: a sentence
	Link     string     `json:"link,omitempty"`   // address of the evidence it is about
	At       diag.Range `json:"at,omitzero"`      // in the files after
	Was      diag.Range `json:"was,omitzero"`     // in the files before
}

// Blocks returns how many changes block.
func Blocks(changes []Change) int { return count(changes, Block) }

func count(changes []Change, s Severity) int {
	n := 0
	for _, c := range changes {
		if c.Severity == s {
			n++
		}
	}
	return n
}

// with fills in what only some changes have.
type with func(*Change)

func at(r diag.Range) with       { return func(c *Change) { c.At = r } }
func was(r diag.Range) with      { return func(c *Change) { c.Was = r } }
func link(url string) with       { return func(c *Change) { c.Link = url } }
func fix(words lang.Text) with   { return func(c *Change) { c.Fix = &words } }
func severity(s Severity) with   { return func(c *Change) { c.Severity = s } }
func values(b, a lang.Text) with { return func(c *Change) { c.Before, c.After = said(b), said(a) } }
func places(old, own diag.Range) with {
	return func(c *Change) { c.Was, c.At = old, own }
}

// allowed turns a block into a notice where the data give the reason.
func allowed(reason string) with {
	return func(c *Change) {
		if reason != "" {
			c.Severity, c.Reason, c.Fix = Notice, reason, nil
		}
	}
}

func ruled(rule string, why lang.Text) with {
	return func(c *Change) { c.Rule, c.Why = rule, &why }
}

func said(t lang.Text) *lang.Text {
	if t.ZH == "" {
		return nil
	}
	return &t
}

// list collects changes about one record after the other.
type list struct {
	changes []Change
	about   About
	names   func(id string) lang.Text // of units
}

// add appends a change of the kind. args fill the kind's words.
func (l *list) add(k kind, args []any, more ...with) {
	c := Change{Code: k.code, Severity: k.severity, About: l.about, Words: k.words.Sprintf(args...)}
	for _, m := range more {
		m(&c)
	}
	l.changes = append(l.changes, c)
}

func (l *list) subject(a About) { l.about = a }

// says puts the arguments of a kind's words in a list.
func says(args ...any) []any { return args }
