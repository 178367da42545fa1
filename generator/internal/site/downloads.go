package site

import (
	"encoding/json"
	"fmt"
	"strings"

	"jindu/generator/internal/lang"
	"jindu/generator/internal/opendata"
	"jindu/generator/internal/progress"
)

// Download is a file that a reader can take away.
type Download struct {
	Text string `json:"text"`
	Path string `json:"path"` // below the site's root, the same for all editions
	Size string `json:"size"`
}

// DataPage is 数据下载: what can be had in which form, and what its fields mean.
type DataPage struct {
	AsOf Day       `json:"as_of"`
	Lead string    `json:"lead"`
	Sets []DataSet `json:"sets"`
}

// DataSet is the data of one plan with its entry in the catalogue. Linked is the
// same for machines.
type DataSet struct {
	Anchor string      `json:"anchor"`
	Title  string      `json:"title"`
	Record []Field     `json:"record"`
	Files  []Download  `json:"files"`
	Tables []DataTable `json:"tables"`
	Linked string      `json:"linked"`
}

// DataTable is one table with its forms and fields.
type DataTable struct {
	Name      string      `json:"name"`
	Anchor    string      `json:"anchor"`
	Title     string      `json:"title"`
	Help      string      `json:"help"`
	Rows      string      `json:"rows"`
	Downloads []Download  `json:"downloads"`
	Fields    []DataField `json:"fields"`
}

// DataField is one column of a table.
type DataField struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Type  string `json:"type"`
	Help  string `json:"help,omitempty"`
}

// packageOf is the data of a plan; nil where none were written.
func (b *builder) packageOf(r *progress.Report) *opendata.Package {
	for _, p := range b.Packages {
		if p.Report == r {
			return p
		}
	}
	return nil
}

// form is one way to take a bundle of rows away.
type form struct{ before, after, zh, en string }

// forms lists spreadsheets first: most readers want those.
var forms = []form{
	{"", ".xlsx", "Excel表格", "Excel"}, {"", ".csv", "CSV", "CSV"}, {"excel/", ".csv", "CSV（供Excel打开）", "CSV for Excel"},
	{"", ".json", "JSON", "JSON"}, {"", ".sdmx.csv", "SDMX-CSV", "SDMX-CSV"},
}

// downloads are the forms of the bundle with the name that were written.
func (p *planBuilder) downloads(name string) []Download {
	out := []Download{}
	data := p.packageOf(p.Report)
	if data == nil {
		return out
	}
	for _, f := range forms {
		if file, ok := data.File(f.before + name + f.after); ok {
			out = append(out, p.download(p.t(f.zh, f.en), file))
		}
	}
	return out
}

func (p *planBuilder) download(text string, f opendata.File) Download {
	return Download{Text: text, Path: opendata.Folder + p.root + f.Path, Size: size(f.Size)}
}

// size puts bytes into words, in units of 1024.
func size(n int64) string {
	switch {
	case n < 1024:
		return fmt.Sprintf("%d B", n)
	case n < 1024*1024:
		return lang.Decimal(float64(n)/1024, 1) + " KB"
	}
	return lang.Decimal(float64(n)/1024/1024, 1) + " MB"
}

// setDownloads are the forms of a filtered list: those of the project or unit it
// is limited to, else of all tasks.
func (p *planBuilder) setDownloads(set *taskSet) []Download {
	if id, ok := strings.CutPrefix(set.path, byProjectPath); ok {
		return p.downloads("projects/" + strings.TrimSuffix(id, "/"))
	}
	if id, ok := strings.CutPrefix(set.path, byUnitPath); ok {
		return p.downloads("units/" + strings.TrimSuffix(id, "/"))
	}
	return p.downloads("tasks")
}

// planDownloads are the whole of a plan's data.
func (p *planBuilder) planDownloads() []Download {
	out := []Download{}
	data := p.packageOf(p.Report)
	if data == nil {
		return out
	}
	for _, x := range []struct{ file, zh, en string }{
		{"all.xlsx", "Excel表格（全部数据）", "Excel, all data"}, {"all.zip", "ZIP（各种格式）", "ZIP, all formats"}, {"all.json", "JSON（全部数据）", "JSON, all data"},
	} {
		if f, ok := data.File(x.file); ok {
			out = append(out, p.download(p.t(x.zh, x.en), f))
		}
	}
	return out
}

// dataPage lists everything that can be taken away.
func (b *builder) dataPage() {
	if len(b.Packages) == 0 {
		return
	}
	data := DataPage{AsOf: b.day(b.AsOf), Lead: b.t("本站的数据都可以下载：CSV、Excel、JSON等格式内容相同，每张表都有字段说明。空白表示不知道，不是零。",
		"All data of this site can be downloaded. CSV, Excel and JSON hold the same; every table has its fields explained. Empty means not known, not zero.")}
	date := ""
	for _, r := range b.Reports {
		p := &planBuilder{builder: b, Report: r, root: r.Plan.ID.V + "/"}
		if set := p.packageOf(r); set != nil {
			data.Sets = append(data.Sets, p.dataSet(set))
			date = max(date, p.newest().String())
		}
	}
	title := b.t("数据下载", "Data")
	b.add(Page{
		Path: strings.TrimSuffix(dataPath, "/"), Layout: "data", Title: title, Date: date, Crumbs: b.crumbs(), Data: data,
		Meta: b.column(title, b.t("各方案任务、指标和单位数据的下载、字段说明和校验方法。", "Downloads of the data of each plan, what their fields mean, and how to check them.")),
	})
}

func (p *planBuilder) dataSet(set *opendata.Package) DataSet {
	out := DataSet{
		Anchor: p.Plan.ID.V, Title: p.or(p.Plan.ShortTitle, p.Plan.ShortEN), Files: p.planDownloads(),
		Linked: p.linked(set),
	}
	for _, f := range opendata.Catalogue(p.Report) {
		out.Record = append(out.Record, Field{Label: p.say(f.Label), Text: p.say(f.Text)})
	}
	out.Record = append(out.Record,
		Field{Label: p.t("格式", "Formats"), Text: p.join([]string{"CSV", "XLSX", "JSON", "SDMX-CSV", "Data Package", "CSVW", "DCAT"})},
		Field{Label: p.t("大小", "Size"), Text: p.totalSize(set)},
		Field{Label: p.t("字段说明", "Fields"), Text: p.t("见下面各表", "see the tables below")})
	for _, name := range []string{"datapackage.json", "csv-metadata.json", "schema.json", "indicators.sdmx.csv"} {
		if f, ok := set.File(name); ok {
			out.Files = append(out.Files, p.download(name, f))
		}
	}
	out.Files = append(out.Files,
		Download{Text: "SHA256SUMS", Path: opendata.Folder + p.root + "SHA256SUMS"},
		Download{Text: "catalog.jsonld", Path: opendata.Folder + "catalog.jsonld"})
	for _, t := range set.Tables {
		out.Tables = append(out.Tables, p.dataTable(t))
	}
	return out
}

func (p *planBuilder) totalSize(set *opendata.Package) string {
	whole := int64(0)
	for _, f := range set.Files {
		whole += f.Size
	}
	return p.t("%d个文件，共%s", "%d files, %s", len(set.Files), size(whole))
}

func (p *planBuilder) dataTable(t *opendata.Table) DataTable {
	out := DataTable{
		Name: t.Name, Anchor: p.Plan.ID.V + "-" + t.Name, Title: p.say(t.Title), Help: p.say(t.Help), Rows: p.t("%d行", "%d rows", len(t.Rows)), Downloads: p.downloads(t.Name),
	}
	for _, c := range t.Columns {
		f := DataField{Name: c.Name, Title: p.say(c.Title), Type: p.say(c.Type.Words()), Help: p.say(c.Help)}
		if len(c.Choices) > 0 {
			f.Help = strings.TrimSpace(f.Help + p.t("取值：%s。", " Values: %s.", opendata.ChoiceWords(c, p.Lang)))
		}
		out.Fields = append(out.Fields, f)
	}
	return out
}

// linked is the set in the words of schema.org. Addresses are relative to the
// page where the site's own is not known.
func (p *planBuilder) linked(set *opendata.Package) string {
	root := p.root
	switch {
	case p.BaseURL != "":
		root = p.BaseURL + opendata.Folder + p.root
	case p.Lang == lang.EN:
		root = "../../" + opendata.Folder + p.root
	}
	body, err := json.Marshal(set.Dataset(root)) // escapes what would end a script element
	if err != nil && p.err == nil {
		p.err = fmt.Errorf("linked data of %s: %w", p.Plan.ID.V, err)
	}
	return string(body)
}
