package feed

import (
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/schema"
)

// event is a deadline: a day by which something was promised.
type event struct {
	uid, summary, page string
	day, known         plan.Date // the deadline; the day from which what is said of it holds
	parts              []string
}

// deadlines are the deadlines of tasks and of the targets of their goals.
func (p *planEntries) deadlines(tasks []*progress.Task) []event {
	var out []event
	seen := map[string]bool{}
	for _, t := range tasks {
		if id := t.Task.ID.V; t.Task.Due.Given() && !seen[id] {
			seen[id] = true
			out = append(out, p.taskDeadline(t))
		}
	}
	for _, t := range tasks {
		for _, g := range t.Goals {
			if id := g.Indicator.ID.V; !seen["goal/"+id] {
				seen["goal/"+id] = true
				out = append(out, p.targetDeadlines(g)...)
			}
		}
	}
	return out
}

// allDeadlines are those of the whole plan, whose own goals belong to no task.
func (p *planEntries) allDeadlines() []event {
	r := p.source.Report
	out := p.deadlines(r.Tasks)
	for _, i := range r.Indicators {
		if !i.Indicator.Task.Given() {
			out = append(out, p.targetDeadlines(i)...)
		}
	}
	return out
}

func (p *planEntries) taskDeadline(t *progress.Task) event {
	r := p.source.Report
	known := p.newest(p.tasks[t.Task.ID.V])
	return event{
		uid: p.id("deadline/task/" + t.Task.ID.V), day: t.Task.Due.V, page: taskPage(r, t), known: known,
		summary: "期限：" + heading(t),
		parts: said("", t.Task.Quote.V, "责任单位：", t.Task.IssuedLead.V, "进度安排：", t.Task.IssuedWhen.V,
			"状态（"+known.Chinese()+"）：", statusWords(t)),
	}
}

func (p *planEntries) targetDeadlines(i *progress.Indicator) []event {
	r := p.source.Report
	known := p.newest(p.indicators[i.Indicator.ID.V])
	var out []event
	for _, t := range i.Targets {
		period := t.Target.Period.V
		out = append(out, event{
			uid: p.id("deadline/indicator/" + i.Indicator.ID.V + "/" + period.Raw), day: period.To, page: indicatorPage(r, i),
			known:   known,
			summary: "目标期限：" + i.Indicator.Name.V + period.Chinese() + targetWords(i, t),
			parts:   said("", t.Target.Quote.V),
		})
	}
	return out
}

// newest is the day of the last entry, else of the plan's document.
func (p *planEntries) newest(list []*entry) plan.Date {
	day := issued(p.source.Report)
	for _, e := range list {
		if e.day.After(day) {
			day = e.day
		}
	}
	return day
}

// targetWords is a target as a promise: 超过20亿元.
func targetWords(i *progress.Indicator, t progress.Target) string {
	return comparators[t.Target.Comparator.V] + t.Target.Value.V.Raw + i.Indicator.Unit.V
}

// comparators are the words for comparators, by the schema that defines them.
var comparators = comparatorWords()

func comparatorWords() map[string]string {
	targets, _ := schema.Indicator().Field("targets")
	f, _ := targets.Record.Field("comparator")
	out := map[string]string{}
	for _, c := range f.Choices {
		out[c.Value] = c.Title.ZH
	}
	return out
}

// writeCalendar writes deadlines as RFC 5545. A calendar without any would be
// malformed and is not to be written.
func writeCalendar(w io.Writer, name, title string, events []event, at places) error {
	var c calendar
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//Jindu//deadlines//ZH")
	c.line("CALSCALE", "GREGORIAN")
	c.text("X-WR-CALNAME", title)
	for _, e := range events {
		c.event(name, e, at)
	}
	c.line("END", "VCALENDAR")
	_, err := io.WriteString(w, c.String())
	return err
}

type calendar struct{ strings.Builder }

func (c *calendar) event(name string, e event, at places) {
	parts := e.parts
	c.line("BEGIN", "VEVENT")
	c.line("UID", e.uid)
	c.line("DTSTAMP", e.known.Time().Add(-8*time.Hour).Format("20060102T150405Z")) // midnight at +08:00
	c.line("DTSTART;VALUE=DATE", basicDate(e.day))
	c.line("DTEND;VALUE=DATE", basicDate(e.day.AddDays(1))) // the first day after
	c.text("SUMMARY", e.summary)
	if at.known() {
		address := at.from(name, e.page)
		parts = append(parts[:len(parts):len(parts)], address)
		c.line("URL", address)
	}
	c.text("DESCRIPTION", strings.Join(parts, "\n"))
	c.line("TRANSP", "TRANSPARENT") // nobody is busy on that day because of it
	c.line("END", "VEVENT")
}

func basicDate(d plan.Date) string { return d.Time().Format("20060102") }

var escapeText = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

func (c *calendar) text(name, value string) { c.line(name, escapeText.Replace(value)) }

// longestLine is how many octets a line may have before its line break.
const longestLine = 75

// line writes one property, folded between characters.
func (c *calendar) line(name, value string) {
	rest := name + ":" + value
	for limit := longestLine; len(rest) > limit; limit = longestLine - 1 {
		cut := limit
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		c.WriteString(rest[:cut])
		c.WriteString("\r\n ")
		rest = rest[cut:]
	}
	c.WriteString(rest)
	c.WriteString("\r\n")
}
