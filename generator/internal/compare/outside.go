package compare

import (
	"slices"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/progress"
)

// Outside marks what is not the unit's to change: tasks it neither leads nor
// supports, by itself or through a collective, their indicators, other units, the
// plan and the site. Who answers for a task is read before the change, so that no
// change can hand itself the right; for a new task it is read after. The marks
// stand behind the other changes, one for each record. ok is false where neither
// side knows the unit.
func Outside(before, after Side, unit string, changes []Change) (marks []Change, ok bool) {
	name, ok := unitName(before, after, unit)
	if !ok {
		return nil, false
	}
	own := owned(after, unit, nil)
	own = owned(before, unit, own)
	seen := map[About]bool{}
	l := &list{}
	for _, c := range changes {
		if seen[c.About] {
			continue
		}
		seen[c.About] = true
		if c.About.Kind == AboutUnit && c.About.ID == unit || own[record{c.About.Kind, c.About.Plan, c.About.ID}] {
			continue
		}
		l.subject(c.About)
		l.add(outsideUnit, says(name), places(c.Was, c.At))
	}
	return l.changes, true
}

func unitName(before, after Side, id string) (lang.Text, bool) {
	for _, u := range slices.Concat(after.units(), before.units()) {
		if u.ID.V == id {
			return lang.T(u.Name.V, u.NameEN.V), true
		}
	}
	return lang.Text{}, false
}

type record struct{ kind, plan, id string }

// owned enters for each task and indicator of the side whether the unit answers
// for it.
func owned(s Side, unit string, into map[record]bool) map[record]bool {
	if into == nil {
		into = map[record]bool{}
	}
	for _, r := range s.Reports {
		mine := map[*progress.Task]bool{}
		for _, u := range r.Units {
			if u.Unit.ID.V == unit {
				for _, t := range slices.Concat(u.Lead, u.Support) {
					mine[t.Task] = true
				}
			}
		}
		id := r.Plan.ID.V
		for _, t := range r.Tasks {
			into[record{AboutTask, id, t.Task.ID.V}] = mine[t]
			for _, g := range t.Goals {
				into[record{AboutIndicator, id, g.Indicator.ID.V}] = mine[t]
			}
		}
	}
	return into
}
