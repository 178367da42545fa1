package progress

// count tells how many of the tasks stand where.
func count(tasks []*Task) Counts {
	all, withDue, open := map[Status]int{}, map[Status]int{}, map[Status]int{}
	c := Counts{Total: len(tasks)}
	for _, t := range tasks {
		all[t.Status]++
		if dated(t.Task) {
			c.Deadline++
			withDue[t.Status]++
		} else {
			c.Ongoing++
			open[t.Status]++
		}
		if t.Evidenced() {
			c.Evidenced++
		}
	}
	c.Statuses, c.Dated, c.Open = inOrder(all), inOrder(withDue), inOrder(open)
	return c
}

// inOrder lists the counts above zero in the order of Statuses.
func inOrder(n map[Status]int) []StatusCount {
	var out []StatusCount
	for _, info := range statuses {
		if n[info.Status] > 0 {
			out = append(out, StatusCount{Status: info.Status, N: n[info.Status]})
		}
	}
	return out
}
