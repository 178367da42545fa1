package validate

import (
	"fmt"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/document"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
)

func words() []check {
	return []check{
		{diag.Rule{Code: "V611", Severity: diag.Warning,
			Message: lang.T("汉字与数字或字母之间有空格", "there is a space between Chinese and a digit or letter"),
			Hint:    lang.T("删去空格，写成：%[1]s", "Delete the space: %[1]s")},
			spaces},
	}
}

// spaces looks at the words that were written for this site; quotes are as their
// source has them.
func spaces(a *ask) {
	check := func(v plan.String, path string) {
		if tight := document.Normalize(v.V); tight != v.V {
			a.say(v.At, path, tight)
		}
	}
	s := a.scope.site
	check(s.Title, "title")
	for i, u := range s.Units {
		path := fmt.Sprintf("units[%d]", i)
		check(u.Basis, path+".basis")
		all(check, u.Notes, path+".notes")
		for j, l := range u.Later {
			check(l.Statement, path+index(".later", j, "statement"))
		}
	}
	for _, p := range s.Plans {
		planSpaces(check, p)
	}
}

type checker func(v plan.String, path string)

func all(check checker, list []plan.String, path string) {
	for i, v := range list {
		check(v, fmt.Sprintf("%s[%d]", path, i))
	}
}

func planSpaces(check checker, p *plan.Plan) {
	check(p.ShortTitle, "short_title")
	check(p.Document.Origin, "document.origin")
	for i, r := range p.Document.Repairs {
		check(r.Reason, index("document.repairs", i, "reason"))
	}
	for i, n := range p.NotFound {
		check(n.Item, index("not_found", i, "item"))
		check(n.Result, index("not_found", i, "result"))
	}
	all(check, p.Notes, "notes")
	relatedSpaces(check, p.Related)
	for _, t := range p.Tasks {
		check(t.Title, "title")
		all(check, t.Notes, "notes")
		relatedSpaces(check, t.Related)
		for i, u := range t.Updates {
			updateSpaces(check, u, fmt.Sprintf("updates[%d].", i))
		}
	}
	for _, x := range p.Indicators {
		indicatorSpaces(check, x)
	}
}

func updateSpaces(check checker, u *plan.Update, path string) {
	check(u.Summary, path+"summary")
	check(u.Problems, path+"problems")
	check(u.Next, path+"next")
	check(u.Correction, path+"correction")
	check(u.Authority, path+"authority")
}

func indicatorSpaces(check checker, x *plan.Indicator) {
	check(x.Name, "name")
	check(x.Scope, "scope")
	check(x.MethodNote, "method_note")
	all(check, x.Notes, "notes")
	relatedSpaces(check, x.Related)
	for i, o := range x.Observations {
		check(o.Note, index("observations", i, "note"))
	}
}

func relatedSpaces(check checker, related []plan.Related) {
	for i, r := range related {
		check(r.Name, index("related", i, "name"))
		check(r.Period, index("related", i, "period"))
		check(r.Scope, index("related", i, "scope"))
		check(r.Note, index("related", i, "note"))
	}
}
