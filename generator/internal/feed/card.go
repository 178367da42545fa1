package feed

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"
	texttemplate "text/template"

	"jindu/generator/internal/plan"
	"jindu/generator/internal/progress"
)

// card is what a card and a badge say of one record.
type card struct {
	Kind  string // 任务 or 指标
	Title string
	Plan  string
	Mark  mark
	Facts []fact
	AsOf  plan.Date
	Demo  bool // the demonstration must not pass for a publisher's word
	page  string
}

// fact is a labelled line. ID, where it is a number, is its id in the downloads;
// Day, where it is a date.
type fact struct{ Label, ID, Text, Unit, Day string }

func taskCard(r *progress.Report, t *progress.Task) card {
	c := newCard(r, "任务", heading(t), taskPage(r, t), taskMark(t))
	c.Facts = append(c.Facts, fact{Label: "责任单位", Text: t.Task.IssuedLead.V})
	if t.Task.Due.Given() {
		c.Facts = append(c.Facts, fact{Label: "期限", ID: "task/" + t.Task.ID.V + "/due", Text: t.Task.Due.V.Chinese(), Day: t.Task.Due.V.String()})
	}
	return c
}

func indicatorCard(r *progress.Report, i *progress.Indicator) card {
	x := i.Indicator
	c := newCard(r, "指标", x.Name.V, indicatorPage(r, i), indicatorMark(i))
	id := "indicator/" + x.ID.V
	now := i.Targets[i.Current].Target
	c.Facts = append(c.Facts, fact{Label: now.Period.V.Chinese() + "目标" + comparators[now.Comparator.V], ID: id + "/target/" + now.Period.V.Raw, Text: now.Value.V.Raw, Unit: x.Unit.V})
	if o := i.Latest; o != nil {
		c.Facts = append(c.Facts, fact{Label: o.Period.V.Chinese() + "实际值", ID: id + "/observation/" + o.Period.V.Raw, Text: o.Value.V.Raw, Unit: x.Unit.V})
	} else {
		c.Facts = append(c.Facts, fact{Label: "实际值", Text: "未披露"})
	}
	return c
}

func newCard(r *progress.Report, kind, title, page string, m mark) card {
	return card{Kind: kind, Title: title, Plan: r.Plan.ShortTitle.V, Mark: m, AsOf: r.AsOf, Demo: r.Site.Edition.V == plan.Demonstration, page: page}
}

var (
	//go:embed card.css
	cardStyle string
	//go:embed card.html
	cardSource   string
	cardTemplate = template.Must(template.New("card").Parse(cardSource))
	cardPolicy   = policyOf(cardStyle)
)

// policyOf allows the style and nothing else. Who may frame the card cannot be
// said in a page, only by a server.
func policyOf(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
}

func (c card) write(w io.Writer, at places) error {
	return cardTemplate.Execute(w, struct {
		card
		Href, Policy string
		Style        template.CSS
	}{card: c, Href: at.from(file(c.page, ".html"), c.page), Policy: cardPolicy, Style: template.CSS(cardStyle)})
}

// badge is a drawing of one line: what it is, and how it stands.
type badge struct {
	Title             string
	Label, Word       string
	LabelWide         int
	WordWide          int
	Mark              mark
	Left, Right, Wide int
	WordAt            int
}

const badgePad = 8

var badgeTemplate = texttemplate.Must(texttemplate.New("badge").Parse(
	`<svg xmlns="http://www.w3.org/2000/svg" width="{{.Wide}}" height="22" viewBox="0 0 {{.Wide}} 22" role="img" aria-label="{{.Title | html}}"><title>{{.Title | html}}</title>` +
		`<rect width="{{.Left}}" height="22" fill="#16202b"/><rect x="{{.Left}}" width="{{.Right}}" height="22" fill="{{.Mark.Tone.Light}}"/>` +
		`<g font-family="system-ui,'PingFang SC','Microsoft YaHei',sans-serif" font-size="12" aria-hidden="true"><text x="8" y="15.5" fill="#ffffff" textLength="{{.LabelWide}}">{{.Label | html}}</text>` +
		`<path transform="translate({{.WordAt}} 5) scale(.75)" fill="{{.Mark.Tone.LightText}}" fill-rule="evenodd" d="{{.Mark.Shape}}"/>` +
		`<text x="{{.WordAt}}" dx="17" y="15.5" fill="{{.Mark.Tone.LightText}}" textLength="{{.WordWide}}">{{.Word | html}}</text></g></svg>` + "\n"))

func (c card) writeBadge(w io.Writer) error {
	label, _, numbered := strings.Cut(c.Title, " ")
	if c.Kind != "任务" || !numbered {
		label = c.Title
	} else {
		label = c.Kind + label
	}
	b := badge{
		Label: label, Word: c.Mark.Word + " " + c.AsOf.String(), Mark: c.Mark,
		Title: c.Kind + "“" + c.Title + "”：" + c.Mark.Word + "，数据截至" + c.AsOf.Chinese(),
	}
	if c.Demo {
		b.Title += "（演示版，非政府网站）"
		b.Label = "演示 " + b.Label
	}
	b.LabelWide, b.WordWide = textWidth(b.Label), textWidth(b.Word)
	b.Left = b.LabelWide + 2*badgePad
	b.WordAt = b.Left + badgePad
	b.Right = 17 + b.WordWide + 2*badgePad
	b.Wide = b.Left + b.Right
	return badgeTemplate.Execute(w, b)
}
