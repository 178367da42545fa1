package compare

import (
	"cmp"
	"slices"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// pair is one record on both sides, or on one of them.
type pair[T any] struct {
	before, after T
	was, is       bool
}

// match finds for each record of before the one it became. The keys are tried in
// order, the surest first; among equal keys the first meets the first, and an
// empty key meets nothing. What is gone comes first, then after's own order.
func match[T any](before, after []T, keys ...func(T) string) []pair[T] {
	old := make([]int, len(after)) // index in before + 1
	gone := make([]bool, len(before))
	for i := range gone {
		gone[i] = true
	}
	for _, key := range keys {
		free := map[string][]int{}
		for i, x := range before {
			if k := key(x); gone[i] && k != "" {
				free[k] = append(free[k], i)
			}
		}
		for j, x := range after {
			if k := key(x); old[j] == 0 && k != "" && len(free[k]) > 0 {
				i := free[k][0]
				free[k], old[j], gone[i] = free[k][1:], i+1, false
			}
		}
	}
	var out []pair[T]
	for i, x := range before {
		if gone[i] {
			out = append(out, pair[T]{before: x, was: true})
		}
	}
	for j, x := range after {
		p := pair[T]{after: x, is: true}
		if old[j] > 0 {
			p.before, p.was = before[old[j]-1], true
		}
		out = append(out, p)
	}
	return out
}

// shown is the record as it is now, or as it last was.
func (p pair[T]) shown() T {
	if p.is {
		return p.after
	}
	return p.before
}

func planPairs(before, after Side) []pair[*progress.Report] {
	pairs := match(before.Reports, after.Reports,
		func(r *progress.Report) string { return r.Plan.ID.V },
		func(r *progress.Report) string { return r.Plan.Number.V },
	)
	slices.SortStableFunc(pairs, func(a, b pair[*progress.Report]) int { return cmp.Compare(order(a.is), order(b.is)) })
	return pairs
}

// order puts what is there before what is gone.
func order(is bool) int {
	if is {
		return 0
	}
	return 1
}

// taskPairs come in annex order, what is gone at its old place.
func taskPairs(before, after []*progress.Task) []pair[*progress.Task] {
	pairs := match(before, after,
		func(t *progress.Task) string { return t.Task.ID.V },
		func(t *progress.Task) string { return t.Task.Quote.V },
	)
	slices.SortStableFunc(pairs, func(a, b pair[*progress.Task]) int { return byNumber(a.shown(), b.shown()) })
	return pairs
}

func byNumber(a, b *progress.Task) int {
	project := func(t *progress.Task) int {
		if t.Project == nil {
			return 0
		}
		return t.Project.Number.V
	}
	return cmp.Or(cmp.Compare(project(a), project(b)), cmp.Compare(a.Task.Order.V, b.Task.Order.V))
}

func indicatorPairs(before, after []*progress.Indicator) []pair[*progress.Indicator] {
	pairs := match(before, after,
		func(i *progress.Indicator) string { return i.Indicator.ID.V },
		func(i *progress.Indicator) string { return i.Indicator.Name.V + "\n" + i.Indicator.Unit.V },
	)
	slices.SortStableFunc(pairs, func(a, b pair[*progress.Indicator]) int {
		return cmp.Compare(a.shown().Indicator.Order.V, b.shown().Indicator.Order.V)
	})
	return pairs
}

// updatePairs takes an update for the same while its words are, or while its day
// and its source or its unit are. A new text with a new day is another update, so
// that a report written over the one before shows as a deletion.
func updatePairs(before, after []*plan.Update) []pair[*plan.Update] {
	day := func(u *plan.Update) string { return u.AsOf.V.String() }
	return match(before, after,
		func(u *plan.Update) string { return day(u) + "\n" + u.Summary.V },
		func(u *plan.Update) string { return u.Summary.V },
		func(u *plan.Update) string { return known(day(u), firstAddress(u.Evidence)) },
		func(u *plan.Update) string { return known(day(u), u.Unit.V) },
	)
}

// known is a key of two parts, or none where the second is not known.
func known(a, b string) string {
	if b == "" {
		return ""
	}
	return a + "\n" + b
}

func firstAddress(list []plan.Evidence) string {
	if len(list) == 0 {
		return ""
	}
	return list[0].URL.V
}

func valuePairs(before, after []plan.Observation) []pair[plan.Observation] {
	return match(before, after,
		func(o plan.Observation) string { return o.Period.V.From.String() + o.Period.V.To.String() },
		func(o plan.Observation) string { return known(o.Value.V.Raw, firstAddress(o.Evidence)) },
	)
}

func targetPairs(before, after []plan.Target) []pair[plan.Target] {
	return match(before, after,
		func(t plan.Target) string { return t.Period.V.Raw },
		func(t plan.Target) string { return t.Comparator.V + t.Value.V.Raw },
	)
}

func evidencePairs(before, after []plan.Evidence) []pair[plan.Evidence] {
	return match(before, after,
		func(e plan.Evidence) string { return e.URL.V + "\n" + e.Quote.V },
		func(e plan.Evidence) string { return e.URL.V },
		func(e plan.Evidence) string { return e.Quote.V },
		func(e plan.Evidence) string { return e.Publisher.V + "\n" + e.Title.V },
	)
}

func relatedPairs(before, after []plan.Related) []pair[plan.Related] {
	return match(before, after,
		func(r plan.Related) string { return r.Name.V + "\n" + r.Period.V + "\n" + r.Value.V },
		func(r plan.Related) string { return r.Name.V + "\n" + r.Period.V },
		func(r plan.Related) string { return known(r.Value.V, firstAddress(r.Evidence)) },
	)
}
