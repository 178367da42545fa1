package validate

import (
	"fmt"
	"slices"
	"strings"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

func units() []check {
	return []check{
		{diag.Rule{Code: "V111", Severity: diag.Error,
			Message: lang.T("原文这一栏的单位与编号对不上：%[1]s", "the issued cell and the unit ids disagree: %[1]s"),
			Hint:    lang.T("编号的个数和先后要与原文这一栏一致；原文用的是别名时，把别名写进 units.yaml 的 aliases。", "Give as many ids as the cell has names, in the same order; where the document uses another name, add it to the unit's aliases in units.yaml.")},
			perTask(issuedUnits)},
		{diag.Rule{Code: "V112", Severity: diag.Error,
			Message: lang.T("统称“%[1]s”缺少%[2]s", "the collective %[1]q has no %[2]s"),
			Hint:    lang.T("在 members 里列出它所代表的单位编号，在 basis 里写明依据。", "List the units it stands for under members and say under basis why these.")},
			collectives},
		{diag.Rule{Code: "V113", Severity: diag.Error,
			Message: lang.T("“%[1]s”不是统称，却写了%[2]s", "%[1]q is not a collective but has %[2]s"),
			Hint:    lang.T("统称写 kind: collective；不是统称的，删去 members 和 basis。", "Write kind: collective for a collective; otherwise delete members and basis.")},
			membersOfNone},
		{diag.Rule{Code: "V114", Severity: diag.Error,
			Message: lang.T("统称“%[1]s”经由自己的成员又包含了自己", "the collective %[1]q contains itself through its members"),
			Hint:    lang.T("从 members 里删去绕回自己的那一个。", "Delete the member that leads back to it.")},
			cycles},
		{diag.Rule{Code: "V115", Severity: diag.Error,
			Message: lang.T("“%[1]s”已经是另一个单位的名称或别名", "%[1]q is already the name or an alias of another unit"),
			Hint:    lang.T("一个名称只能指一个单位：删去其中一处，或者合并两个单位。", "A name can mean one unit only: delete one of the two, or merge the units.")},
			sharedNames},
		{diag.Rule{Code: "V116", Severity: diag.Error,
			Message: lang.T("%[1]s 在同一栏里写了两次", "%[1]s stands twice in one list"),
			Hint:    lang.T("删去重复的一个。", "Delete one of the two.")},
			perTask(unitTwice)},
		{diag.Rule{Code: "V117", Severity: diag.Error,
			Message: lang.T("项目序号应从 1 起连续、不重复：这里应写 %[1]d，写的是 %[2]d", "project numbers run from 1 without gaps: here %[1]d is due, not %[2]d"),
			Hint:    lang.T("照附件的“序号”一栏改 number，并按序号排列项目。", "Correct number by the annex and list the projects in that order.")},
			perPlan(projectNumbers)},
		{diag.Rule{Code: "V118", Severity: diag.Error,
			Message: lang.T("项目“%[1]s”里任务的 order 应从 1 起连续、不重复：这里应写 %[2]d，写的是 %[3]d", "orders of the tasks of %[1]q run from 1 without gaps: here %[2]d is due, not %[3]d"),
			Hint:    lang.T("照附件里的先后改 order；也可能是少了一个任务文件。", "Correct order by the annex; or a task file is missing.")},
			perPlan(taskOrders)},
		{diag.Rule{Code: "V119", Severity: diag.Error,
			Message: lang.T("顺序 %[1]d 已经用过", "place %[1]d is taken"),
			Hint:    lang.T("每个指标写一个不同的 order。", "Give each indicator an order of its own.")},
			perPlan(indicatorOrders)},
	}
}

// issuedUnits compares the names in the two cells with the names of the ids.
func issuedUnits(a *ask, t *plan.Task) {
	a.cell(t.IssuedLead, "issued.lead", t.Lead, "lead")
	a.cell(t.IssuedHelp, "issued.support", t.Support, "support")
}

func (a *ask) cell(cell plan.String, path string, ids []plan.String, key string) {
	names := splitNames(cell.V)
	if len(names) != len(ids) {
		words := lang.T("原文有 %[1]d 个单位，%[3]s 写了 %[2]d 个", "the cell names %[1]d units, %[3]s has %[2]d")
		a.say(cell.At, path, words.Sprintf(len(names), len(ids), key))
		return
	}
	for i, id := range ids {
		u, ok := a.scope.site.Unit(id.V)
		if !ok || slices.Contains(namesOf(u), names[i]) {
			continue // an unknown id is another rule's
		}
		words := lang.T("原文第 %[1]d 个是“%[2]s”，%[3]s 第 %[1]d 个是 %[4]s（%[5]s）", "name %[1]d is %[2]q, but %[3]s has %[4]s (%[5]s) there")
		a.compare(cell.At, path, id.At, lang.T("这里写的编号", "the id given here"), words.Sprintf(i+1, names[i], key, id.V, u.Name.V))
	}
}

// splitNames parts a cell at 、 but not inside brackets, which belong to a name.
func splitNames(cell string) []string {
	var out []string
	depth, start := 0, 0
	for i, r := range cell {
		switch r {
		case '（', '(':
			depth++
		case '）', ')':
			depth--
		case '、':
			if depth == 0 {
				out = append(out, cell[start:i])
				start = i + len("、")
			}
		}
	}
	if rest := cell[start:]; rest != "" || len(out) > 0 {
		out = append(out, rest)
	}
	return out
}

func namesOf(u *plan.Unit) []string {
	out := []string{u.Name.V}
	for _, alias := range u.Aliases {
		out = append(out, alias.V)
	}
	return out
}

func collectives(a *ask) {
	for i, u := range a.scope.site.Units {
		if !u.IsCollective() {
			continue
		}
		if len(u.Members) == 0 {
			a.say(u.At, fmt.Sprintf("units[%d].members", i), u.Name.V, lang.T("成员", "members"))
		}
		if strings.TrimSpace(u.Basis.V) == "" {
			a.say(or(u.Basis.At, u.At), fmt.Sprintf("units[%d].basis", i), u.Name.V, lang.T("成员依据", "basis for its members"))
		}
	}
}

func membersOfNone(a *ask) {
	for i, u := range a.scope.site.Units {
		if u.IsCollective() {
			continue
		}
		if len(u.Members) > 0 {
			a.say(u.Members[0].At, fmt.Sprintf("units[%d].members", i), u.Name.V, lang.T("成员", "members"))
		}
		if u.Basis.Given() {
			a.say(u.Basis.At, fmt.Sprintf("units[%d].basis", i), u.Name.V, lang.T("成员依据", "a basis for members"))
		}
	}
}

func cycles(a *ask) {
	for i, u := range a.scope.site.Units {
		for j, m := range u.Members {
			if a.scope.reaches(m.V, u.ID.V, map[string]bool{}) {
				a.say(m.At, fmt.Sprintf("units[%d].members[%d]", i, j), u.Name.V)
			}
		}
	}
}

// reaches reports whether following members from one unit leads to another.
func (s *scope) reaches(from, to string, seen map[string]bool) bool {
	if from == to {
		return true
	}
	u, ok := s.site.Unit(from)
	if !ok || seen[from] {
		return false
	}
	seen[from] = true
	for _, m := range u.Members {
		if s.reaches(m.V, to, seen) {
			return true
		}
	}
	return false
}

func sharedNames(a *ask) {
	first := map[string]plan.String{}
	for i, u := range a.scope.site.Units {
		paths := []string{"name"}
		all := append([]plan.String{u.Name}, u.Aliases...)
		for j := range u.Aliases {
			paths = append(paths, fmt.Sprintf("aliases[%d]", j))
		}
		for j, name := range all {
			if before, taken := first[name.V]; taken {
				a.compare(name.At, fmt.Sprintf("units[%d].%s", i, paths[j]), before.At, lang.T("先用在这里", "first used here"), name.V)
				continue
			}
			first[name.V] = name
		}
	}
}

func unitTwice(a *ask, t *plan.Task) {
	for _, l := range []struct {
		path string
		ids  []plan.String
	}{{"lead", t.Lead}, {"support", t.Support}} {
		for i, id := range l.ids {
			before := slices.IndexFunc(l.ids[:i], func(x plan.String) bool { return x.V == id.V })
			if before >= 0 {
				a.compare(id.At, fmt.Sprintf("%s[%d]", l.path, i), l.ids[before].At, lang.T("先写在这里", "first written here"), id.V)
			}
		}
	}
}

func projectNumbers(a *ask, p *plan.Plan) {
	for i, x := range p.Projects {
		if x.Number.V != i+1 {
			a.say(or(x.Number.At, x.At), fmt.Sprintf("projects[%d].number", i), i+1, x.Number.V)
		}
	}
}

func taskOrders(a *ask, p *plan.Plan) {
	for _, x := range p.Projects {
		var own []*plan.Task
		for _, t := range p.Tasks {
			if t.Project.V == x.ID.V {
				own = append(own, t)
			}
		}
		slices.SortStableFunc(own, func(a, b *plan.Task) int { return a.Order.V - b.Order.V })
		for i, t := range own {
			if t.Order.V != i+1 {
				a.say(or(t.Order.At, t.At), "order", x.Title.V, i+1, t.Order.V)
				break // the tasks behind it are shifted by the same mistake
			}
		}
	}
}

func indicatorOrders(a *ask, p *plan.Plan) {
	first := map[int]*plan.Indicator{}
	for _, x := range p.Indicators {
		if before, taken := first[x.Order.V]; taken {
			a.compare(or(x.Order.At, x.At), "order", before.Order.At, lang.T("先用在这里", "first used here"), x.Order.V)
			continue
		}
		first[x.Order.V] = x
	}
}
