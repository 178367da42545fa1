package feed

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// since is since.json: by it a browser that kept the marks of an earlier visit
// tells what changed. Nobody is told who asks.
type since struct {
	AsOf    string   `json:"as_of"`
	Records []record `json:"records"`
}

// record is a task or an indicator. Mark is another one whenever anything that
// readers are told of the record changes.
type record struct {
	Page  string    `json:"page"` // below the edition's root
	Title lang.Text `json:"title"`
	State lang.Text `json:"state"`
	Mark  string    `json:"mark"`
}

func writeSince(w io.Writer, asOf plan.Date, plans []*planEntries) error {
	s := since{AsOf: asOf.String(), Records: []record{}}
	for _, p := range plans {
		for _, t := range p.source.Report.Tasks {
			s.Records = append(s.Records, p.taskRecord(t))
		}
		for _, i := range p.source.Report.Indicators {
			s.Records = append(s.Records, p.indicatorRecord(i))
		}
	}
	return encodeJSON(w, s)
}

func (p *planEntries) taskRecord(t *progress.Task) record {
	told := append(words(p.tasks[t.Task.ID.V]), string(t.Status), string(t.Timing), t.Why.Rule, t.Task.Due.V.String(), t.Task.IssuedLead.V)
	return record{
		Page: taskPage(p.source.Report, t), Title: lang.T("%s %s", "%s %s").Sprintf(t.Number, lang.T(t.Task.Title.V, t.Task.TitleEN.V)),
		State: t.Status.Info().Label, Mark: markOf(told),
	}
}

func (p *planEntries) indicatorRecord(i *progress.Indicator) record {
	told := words(p.indicators[i.Indicator.ID.V])
	for _, t := range i.Targets {
		told = append(told, t.Target.Period.V.Raw, t.Target.Comparator.V, t.Target.Value.V.Raw, string(t.Verdict))
	}
	return record{
		Page: indicatorPage(p.source.Report, i), Title: lang.T(i.Indicator.Name.V, i.Indicator.NameEN.V),
		State: i.Targets[i.Current].Verdict.Info().Label, Mark: markOf(told),
	}
}

// words is everything that entries say.
func words(list []*entry) []string {
	var out []string
	for _, e := range list {
		out = append(out, e.day.String(), e.title, e.body)
	}
	return out
}

// markOf is a short hash: it tells apart two states of one record, not records.
func markOf(told []string) string {
	sum := sha256.New()
	for _, s := range told {
		io.WriteString(sum, s)
		sum.Write([]byte{0})
	}
	return hex.EncodeToString(sum.Sum(nil)[:4])
}
