package site

import (
	"net/url"
	"strconv"
	"strings"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/lang"
	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
	"jindu/generator/internal/schema"
)

// day puts a date into words; the zero date says that it is not known.
func (b *builder) day(d plan.Date) Day {
	if d.IsZero() {
		return Day{Text: b.t("来源未注明日期", "date not shown by the source")}
	}
	return Day{ISO: d.String(), Text: b.t(d.Chinese(), d.English())}
}

func (b *builder) dayOf(v plan.DateValue) *Day {
	if !v.Given() {
		return nil
	}
	day := b.day(v.V)
	return &day
}

func (b *builder) period(p plan.Period) string { return b.t(p.Chinese(), p.English()) }

func number(id string, n int) Num { return Num{ID: id, Text: strconv.Itoa(n)} }

// tag puts a status into words, with its timing where the task is done.
func (b *builder) tag(t *progress.Task) Tag {
	tag := b.statusTag(t.Status)
	switch t.Timing {
	case progress.OnTime:
		tag.Note = b.t("按期", "on time")
	case progress.Late:
		tag.Note = b.t("逾期", "late")
	}
	return tag
}

func (b *builder) statusTag(s progress.Status) Tag {
	info := s.Info()
	return Tag{Key: string(s), Label: b.say(info.Label), Shape: info.Shape}
}

// verdictTag puts a verdict into words; it borrows colour and shape from the
// status named as its tone.
func (b *builder) verdictTag(v progress.Verdict) Tag {
	info := v.Info()
	tone := progress.Status(info.Tone)
	return Tag{Key: info.Tone, Label: b.say(info.Label), Shape: tone.Info().Shape}
}

// choice is the word for an enum's value, from the schema that defines it.
func (b *builder) choice(r *schema.Record, key, value string) string {
	f, _ := r.Field(key)
	for _, c := range f.Choices {
		if c.Value == value {
			return b.say(c.Title)
		}
	}
	return value
}

func (b *builder) explain(e progress.Explanation) Explain {
	out := Explain{Rule: e.Rule, Words: b.say(e.Words)}
	for _, s := range e.Steps {
		step := Step{Words: b.say(s.Words)}
		if !s.At.IsZero() {
			step.Place = place(s.At)
			step.Edit = b.editLink(s.At)
		}
		out.Steps = append(out.Steps, step)
	}
	return out
}

func place(at diag.Range) string { return at.File + ":" + strconv.Itoa(at.Start.Line) }

// editLink is the address of a place in the data's repository, "" where the
// site does not say where that is.
func (b *builder) editLink(at diag.Range) string {
	if !b.Site.Repository.Given() || at.IsZero() {
		return ""
	}
	return strings.TrimSuffix(b.Site.Repository.V, "/") + "/blob/HEAD/" + at.File + "#L" + strconv.Itoa(at.Start.Line)
}

// reportLink is the address for reporting an error on a page about a file.
func (b *builder) reportLink(at diag.Range, title string) string {
	if !b.Site.Repository.Given() {
		return ""
	}
	subject := b.t("页面有误：%s", "Error on page: %s", title)
	return strings.TrimSuffix(b.Site.Repository.V, "/") + "/issues/new?" +
		url.Values{"title": {subject}, "body": {at.File}}.Encode()
}

func (b *builder) evidence(list []plan.Evidence) []Evidence {
	out := []Evidence{}
	for _, e := range list {
		out = append(out, b.oneEvidence(e))
	}
	return out
}

func (b *builder) oneEvidence(e plan.Evidence) Evidence {
	host := hostOf(e.URL.V)
	language := e.Language.V
	if language == "" {
		language = "zh-CN"
	}
	return Evidence{
		Anchor: sourceAnchor(e.URL.V), Title: e.Title.V, URL: e.URL.V, Host: host,
		Foreign: !strings.HasSuffix(host, ".gov.cn"), Publisher: e.Publisher.V,
		Published: b.day(e.Published.V), PublishedNote: e.PublishedNote.V, Quote: e.Quote.V,
		Lang: language, Kind: b.choice(schema.Evidence(), "kind", e.Kind.V),
		Link: b.linkState(e), Archive: e.Archive.V, SHA256: e.SHA256.V,
	}
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// related lists the figures known on the day; each keeps the number it has in the
// data, so that its id is the same in every edition.
func (p *planBuilder) related(list []plan.Related, id string) []Related {
	out := []Related{}
	for i := range list {
		known := p.Report.Related(list[i : i+1])
		if len(known) == 0 {
			continue
		}
		r := known[0]
		out = append(out, Related{
			ID: id + "/related/" + strconv.Itoa(i+1), Name: r.Name.V, Value: r.Value.V, Unit: r.Unit.V, Period: r.Period.V,
			Scope: r.Scope.V, Derived: r.Derived.V, Note: r.Note.V, Evidence: p.evidence(r.Evidence),
		})
	}
	return out
}

func texts(list []plan.String) []string {
	out := []string{}
	for _, s := range list {
		out = append(out, s.V)
	}
	return out
}

// comparator puts a comparator into words: 超过, 不低于.
func (b *builder) comparator(c string) string {
	f, _ := schema.Indicator().Field("targets")
	return b.choice(f.Record, "comparator", c)
}

// first returns the first n characters of s, for descriptions.
func first(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}

// join puts words in a row the way the language does.
func (b *builder) join(words []string) string {
	if b.Lang == lang.EN {
		return strings.Join(words, ", ")
	}
	return strings.Join(words, "、")
}
