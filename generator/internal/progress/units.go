package progress

import (
	"slices"

	"jindu/generator/internal/plan"
)

// registry gathers the tasks of each unit.
type registry struct {
	site  *plan.Site
	byID  map[string]*plan.Unit
	units map[string]*Unit // those the plan names, and members of its collectives
}

func newRegistry(s *plan.Site) *registry {
	r := &registry{site: s, byID: map[string]*plan.Unit{}, units: map[string]*Unit{}}
	for _, u := range s.Units {
		r.byID[u.ID.V] = u
	}
	return r
}

// named returns the units with the ids, in the order given.
func (r *registry) named(ids []plan.String) []*plan.Unit {
	var out []*plan.Unit
	for _, id := range ids {
		if u := r.byID[id.V]; u != nil {
			out = append(out, u)
		}
	}
	return out
}

// enter writes the task down for each unit that it names, and for the members of
// each collective.
func (r *registry) enter(t *Task) {
	for _, e := range r.expand(t, t.Leads) {
		u := r.unit(e.unit)
		u.Lead = append(u.Lead, e.task)
	}
	for _, e := range r.expand(t, t.Supports) {
		u := r.unit(e.unit)
		u.Support = append(u.Support, e.task)
	}
}

func (r *registry) unit(u *plan.Unit) *Unit {
	out := r.units[u.ID.V]
	if out == nil {
		out = &Unit{Unit: u}
		r.units[u.ID.V] = out
	}
	return out
}

// entry is one line in the list of one unit.
type entry struct {
	unit *plan.Unit
	task UnitTask
}

// expand lists the units, then the members of collectives. A unit that stands
// for itself or came through an earlier collective is not listed again.
func (r *registry) expand(t *Task, named []*plan.Unit) []entry {
	var out []entry
	seen := map[*plan.Unit]bool{}
	add := func(u *plan.Unit, first bool, via *plan.Unit) bool {
		if seen[u] {
			return false
		}
		seen[u] = true
		out = append(out, entry{u, UnitTask{Task: t, First: first, Via: via}})
		return true
	}
	for i, u := range named {
		add(u, i == 0, nil)
	}
	for i, u := range named {
		r.members(u, func(m *plan.Unit) bool { return add(m, i == 0, u) })
	}
	return out
}

// members calls add for each member of a collective, and for the members of a
// member that add took in.
func (r *registry) members(u *plan.Unit, add func(*plan.Unit) bool) {
	if !u.IsCollective() {
		return
	}
	for _, m := range r.named(u.Members) {
		if add(m) {
			r.members(m, add)
		}
	}
}

// report returns the units in the registry's order.
func (r *registry) report() []*Unit {
	var out []*Unit
	for _, u := range r.site.Units {
		unit := r.units[u.ID.V]
		if unit == nil || unit.Unit != u {
			continue
		}
		unit.LeadCounts = count(tasksOf(unit.Lead))
		if u.IsCollective() {
			unit.Members = r.named(u.Members)
		}
		unit.MemberOf = r.collectives(u)
		out = append(out, unit)
	}
	return out
}

// collectives returns those that include the unit directly.
func (r *registry) collectives(u *plan.Unit) []*plan.Unit {
	var out []*plan.Unit
	for _, c := range r.site.Units {
		names := func(id plan.String) bool { return id.V == u.ID.V }
		if c.IsCollective() && slices.ContainsFunc(c.Members, names) {
			out = append(out, c)
		}
	}
	return out
}

func tasksOf(list []UnitTask) []*Task {
	out := make([]*Task, len(list))
	for i, t := range list {
		out[i] = t.Task
	}
	return out
}
