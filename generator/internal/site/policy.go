package site

import (
	"strconv"
	"strings"

	"jindu/generator/internal/document"
	"jindu/generator/internal/progress"
)

// policyPage makes the reading edition of the issued document.
func (p *planBuilder) policyPage() {
	title := p.t("政策原文", "Policy text")
	doc := p.document()
	data := PolicyData{
		Record: p.record(), Origin: p.Plan.Document.Origin.V, SHA256: doc.SHA256, File: doc.File,
		Repairs: p.repairs(),
	}
	for _, block := range doc.Blocks {
		data.Blocks = append(data.Blocks, p.policyBlock(block))
		if block.Kind == document.Heading || block.Kind == document.AnnexTitle {
			data.Contents = append(data.Contents, Link{Text: block.Text, Path: p.root + policyPath + "#" + block.Anchor})
		}
	}
	p.add(Page{
		Path: p.root + "policy", Layout: "policy", Title: title, Date: p.issued().String(),
		Meta: p.article(p.planColumn(), title, p.issued(), p.t("%s（%s）全文和附件。", "Full text of %s (%s) with its annex.",
			p.Plan.Title.V, p.Plan.Number.V)),
		Crumbs: p.crumbs(p.planLink()), Data: data,
	})
}

func (p *planBuilder) document() *document.Document { return p.Documents[p.Plan.ID.V] }

func (p *planBuilder) repairs() []Field {
	fields := []Field{}
	for _, r := range p.Plan.Document.Repairs {
		lines := make([]string, len(r.Lines))
		for i, n := range r.Lines {
			lines[i] = strconv.Itoa(n.V)
		}
		fields = append(fields, Field{Label: p.t("第%s行", "Lines %s", p.join(lines)), Text: r.Reason.V})
	}
	return fields
}

func (p *planBuilder) policyBlock(b document.Block) PolicyBlock {
	out := PolicyBlock{Kind: string(b.Kind), Anchor: b.Anchor, Level: b.Level, Lead: b.Lead, Text: strings.TrimPrefix(b.Text, b.Lead)}
	for _, c := range b.Columns {
		out.Head = append(out.Head, c.Title)
	}
	for k, row := range b.Rows {
		out.Rows = append(out.Rows, p.policyRow(b.Rows, k, row))
	}
	return out
}

// policyRow is a row of the annex. The first row of a project carries its label
// for all of the project's rows.
func (p *planBuilder) policyRow(rows []document.Row, k int, row document.Row) PolicyRow {
	out := PolicyRow{Anchor: row.Anchor, Number: strconv.Itoa(row.Group), Project: row.Label}
	for _, c := range row.Cells {
		if c.Role != document.RoleNumber && c.Role != document.RoleProject {
			out.Cells = append(out.Cells, c.Text)
		}
	}
	if k == 0 || rows[k-1].Group != row.Group {
		for _, r := range rows[k:] {
			if r.Group == row.Group {
				out.Span++
			}
		}
	}
	if t, ok := p.rowTask(row); ok {
		out.Task, out.Status = new(p.taskLink(t)), new(p.tag(t))
	}
	return out
}

// rowTask is the task whose words a row of the annex holds.
func (p *planBuilder) rowTask(row document.Row) (*progress.Task, bool) {
	for _, t := range p.Report.Tasks {
		if anchor, ok := p.document().RowAnchor(t.Task.Quote.V); ok && anchor == row.Anchor {
			return t, true
		}
	}
	return nil, false
}

// rowLink leads to a task's row in the annex, or to the document where the
// annex has no such row.
func (p *planBuilder) rowLink(t *progress.Task) Link {
	link := Link{Text: p.t("附件%s", "annex %s", t.Number), Path: p.root + policyPath}
	if anchor, ok := p.document().RowAnchor(t.Task.Quote.V); ok {
		link.Path += "#" + anchor
	}
	return link
}

// quoteLink leads to the passage of the document that a quote stands in.
func (p *planBuilder) quoteLink(where, quote string) Link {
	link := Link{Text: where, Path: p.root + policyPath}
	if anchor, _, ok := p.document().Find(quote); ok {
		link.Path += "#" + anchor
	}
	return link
}
