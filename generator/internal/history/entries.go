package history

import (
	"slices"
	"strings"

	"jindu/generator/internal/compare"
	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/load"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// entries tells what a step changed, both sides judged as of its day.
func entries(before, after map[string]*load.File, touched []string, day plan.Date) []Entry {
	names := around(before, touched)
	for _, name := range around(after, touched) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	old, own := side(before, names, day), side(after, names, day)
	var out []Entry
	for _, c := range compare.Plans(old, own) {
		out = append(out, entry(c, old, own))
	}
	out = append(out, appeared(old, own)...)
	for i := range out {
		if slices.Contains([]string{"", "C803", "C804", "C805"}, out[i].Code) { // the record is new
			out[i].Notes = correcting(own, out[i])
		}
	}
	return out
}

// correcting are the correcting notes of the record of an entry.
func correcting(s compare.Side, e Entry) []string {
	var list []plan.String
	for _, p := range s.Site.Plans {
		if p.ID.V != e.Plan {
			continue
		}
		if t, ok := p.Task(e.ID); ok && e.Kind == compare.AboutTask {
			list = t.Notes
		}
		if i, ok := p.Indicator(e.ID); ok && e.Kind == compare.AboutIndicator {
			list = i.Notes
		}
		if e.Kind == compare.AboutPlan {
			list = p.Notes
		}
	}
	var out []string
	for _, n := range list {
		if progress.Correcting(n.V) {
			out = append(out, n.V)
		}
	}
	return out
}

// side judges the files of one state. Without a plan among them there is no site
// to compare: the zero Side.
func side(state map[string]*load.File, names []string, day plan.Date) compare.Side {
	var files []*load.File
	for _, name := range names {
		if f := state[name]; f != nil {
			files = append(files, f)
		}
	}
	if len(files) == 0 {
		return compare.Side{}
	}
	return compare.NewSide(load.Assemble(files), day)
}

func entry(c compare.Change, before, after compare.Side) Entry {
	e := Entry{
		Code: c.Code, Kind: c.About.Kind, Plan: c.About.Plan, ID: c.About.ID,
		Title: titled(c.About.Number, c.About.Title), Words: c.Words, Reason: c.Reason,
	}
	if c.Before != nil && c.Reason != "" {
		e.Before = *c.Before
	}
	if c.After != nil && (c.Reason != "" || strings.Contains(c.After.ZH, "更正")) {
		e.After = *c.After
	}
	e.Unit, e.Reported = by(c, before, after)
	return e
}

func titled(number string, title lang.Text) lang.Text {
	if number == "" {
		return title
	}
	return lang.T("%s %s", "%s %s").Sprintf(number, title)
}

// by finds who handed a change in, else who is responsible for its task.
func by(c compare.Change, before, after compare.Side) (unit string, reported bool) {
	for _, s := range []struct {
		side compare.Side
		at   diag.Range
	}{{after, c.At}, {before, c.Was}} {
		if u := reporter(s.side, s.at); u != "" {
			return u, true
		}
	}
	for _, s := range []compare.Side{after, before} {
		if u := leader(s, c.About); u != "" {
			return u, false
		}
	}
	return "", false
}

// reporter is the unit of the update or value that stands at the place.
func reporter(s compare.Side, at diag.Range) string {
	if s.Site == nil || at.IsZero() {
		return ""
	}
	for _, p := range s.Site.Plans {
		for _, t := range p.Tasks {
			for _, u := range t.Updates {
				if holds(u.At, at) {
					return u.Unit.V
				}
			}
		}
		for _, i := range p.Indicators {
			for _, o := range i.Observations {
				if holds(o.At, at) {
					return o.Unit.V
				}
			}
		}
	}
	return ""
}

func holds(outer, inner diag.Range) bool {
	return outer.File == inner.File && outer.Start.Line <= inner.Start.Line && inner.Start.Line <= outer.End.Line
}

// leader is the unit that leads the task of a change, or that its indicator
// decides.
func leader(s compare.Side, about compare.About) string {
	for _, r := range s.Reports {
		if r.Plan.ID.V != about.Plan {
			continue
		}
		id := about.ID
		if about.Kind == compare.AboutIndicator {
			id = ""
			for _, i := range r.Plan.Indicators {
				if i.ID.V == about.ID {
					id = i.Task.V
				}
			}
		}
		for _, t := range r.Plan.Tasks {
			if t.ID.V == id && len(t.Lead) > 0 && about.Kind != compare.AboutPlan {
				return t.Lead[0].V
			}
		}
	}
	return ""
}

// appeared lists the tasks and indicators that came with their plan, of which
// compare tells in one sentence.
func appeared(before, after compare.Side) []Entry {
	var out []Entry
	words := lang.T("首次录入", "first entered")
	for _, r := range after.Reports {
		if slices.ContainsFunc(before.Reports, func(old *progress.Report) bool { return old.Plan.ID.V == r.Plan.ID.V }) {
			continue
		}
		for _, t := range r.Tasks {
			e := Entry{Kind: compare.AboutTask, Plan: r.Plan.ID.V, ID: t.Task.ID.V, Title: titled(t.Number, lang.T(t.Task.Title.V, t.Task.TitleEN.V)), Words: words}
			if len(t.Task.Lead) > 0 {
				e.Unit = t.Task.Lead[0].V
			}
			out = append(out, e)
		}
		for _, i := range r.Indicators {
			x := i.Indicator
			e := Entry{Kind: compare.AboutIndicator, Plan: r.Plan.ID.V, ID: x.ID.V, Title: lang.T(x.Name.V, x.NameEN.V), Words: words}
			e.Unit = leader(after, compare.About{Kind: e.Kind, Plan: e.Plan, ID: e.ID})
			out = append(out, e)
		}
	}
	return out
}
