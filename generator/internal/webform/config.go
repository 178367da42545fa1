package webform

import (
	"path"

	"jindu/generator/internal/schema"
)

// Plan is a plan whose records the form offers.
type Plan struct {
	ID, Title string
}

// Config is what the form is started with: Decap's own configuration, and the
// fields of every record for format.js.
type Config struct {
	Decap   Decap                `json:"decap"`
	Records map[string][]onField `json:"records"`
}

// Decap is the configuration of Decap CMS, as its documentation has it.
type Decap struct {
	LoadConfigFile bool         `json:"load_config_file"`
	Locale         string       `json:"locale"`
	Backend        Backend      `json:"backend"`
	PublishMode    string       `json:"publish_mode"`
	PreviewLinks   bool         `json:"show_preview_links"`
	MediaLibrary   mediaLibrary `json:"media_library"`
	Editor         editor       `json:"editor"`
	Slug           slug         `json:"slug"`
	Collections    []Collection `json:"collections"`
}

type mediaLibrary struct {
	Name string `json:"name"`
}

type editor struct {
	Preview bool `json:"preview"`
}

type slug struct {
	Encoding string `json:"encoding"`
}

// Collection is a folder of files of one kind, or one file by itself.
type Collection struct {
	Name          string      `json:"name"`
	Label         string      `json:"label"`
	LabelSingular string      `json:"label_singular,omitempty"`
	Description   string      `json:"description,omitempty"`
	Folder        string      `json:"folder,omitempty"`
	Files         []file      `json:"files,omitempty"`
	Create        bool        `json:"create"`
	Delete        bool        `json:"delete"`
	Publish       bool        `json:"publish"`
	Extension     string      `json:"extension"`
	Format        string      `json:"format"`
	Identifier    string      `json:"identifier_field,omitempty"`
	Slug          string      `json:"slug,omitempty"`
	Summary       string      `json:"summary,omitempty"`
	Sortable      []sortField `json:"sortable_fields,omitempty"`
	Fields        []Widget    `json:"fields,omitempty"`
	Editor        editor      `json:"editor"`
}

type file struct {
	Name   string   `json:"name"`
	Label  string   `json:"label"`
	File   string   `json:"file"`
	Fields []Widget `json:"fields"`
}

type sortField struct {
	Field string `json:"field"`
	Label string `json:"label"`
}

// Configure makes the configuration. data is the data folder's path from the top
// of the repository, with slashes.
func Configure(backend Backend, data string, plans []Plan) Config {
	c := Config{Records: map[string][]onField{}, Decap: Decap{
		Locale: "zh_Hans", Backend: backend, PublishMode: "editorial_workflow",
		MediaLibrary: mediaLibrary{Name: "none"}, Slug: slug{Encoding: "ascii"},
	}}
	for _, f := range schema.Files() {
		describe(c.Records, f.Record)
	}
	for _, p := range plans {
		c.Decap.Collections = append(c.Decap.Collections, ofPlan(p, data, len(plans) > 1)...)
	}
	c.Decap.Collections = append(c.Decap.Collections,
		single("units", "单位名录", "units.yaml", data, schema.Units(), refs{}),
		single("site", "网站设置", "site.yaml", data, schema.Site(), refs{}))
	return c
}

// after is what every collection says of a saved change.
const after = "保存后成为一个待审核的改动，合并以后才会发布。"

func ofPlan(p Plan, data string, several bool) []Collection {
	to := refs{plan: p.ID}
	out := []Collection{
		folder("tasks-"+p.ID, "每项工作任务一个文件：进展、佐证都写在这里。", path.Join(data, p.ID, "tasks"), "title", schema.Task(), to),
		folder("indicators-"+p.ID, "每个指标一个文件：目标值、实际值都写在这里。", path.Join(data, p.ID, "indicators"), "name", schema.Indicator(), to),
		single("plan-"+p.ID, "方案与项目", path.Join(p.ID, "plan.yaml"), data, schema.Plan(), to),
	}
	for i := range out {
		if several {
			out[i].Label += "（" + p.Title + "）"
		}
	}
	return out
}

// folder is a collection of files of one kind, each named by its id.
func folder(name, what, dir, title string, r *schema.Record, to refs) Collection {
	return Collection{
		Name: name, Label: r.Title.ZH, LabelSingular: r.Title.ZH, Description: what + after,
		Folder: dir, Create: true, Extension: "yaml", Format: "jindu-" + r.Name,
		Identifier: title, Slug: "{{fields.id}}", Summary: "{{id}}　{{" + title + "}}",
		Sortable: []sortField{{"id", "编号"}, {"order", "顺序"}}, Fields: to.widgets(r),
	}
}

// single is a collection of one file.
func single(name, label, rel, data string, r *schema.Record, to refs) Collection {
	return Collection{
		Name: name, Label: label, LabelSingular: label, Description: after, Extension: "yaml", Format: "jindu-" + r.Name,
		Files: []file{{Name: r.Name, Label: label, File: path.Join(data, rel), Fields: to.widgets(r)}},
	}
}

// onField is what format.js has to know of a field: how its value is written, and
// whether the form shows a record that may be absent as a list of at most one.
type onField struct {
	Key    string      `json:"key"`
	Kind   schema.Kind `json:"kind"`
	List   bool        `json:"list,omitempty"`
	Record string      `json:"record,omitempty"`
	Maybe  bool        `json:"maybe,omitempty"`
}

// describe notes the fields of a record and of those below it, by the records'
// names.
func describe(into map[string][]onField, r *schema.Record) {
	if _, done := into[r.Name]; done {
		return
	}
	into[r.Name] = []onField{}
	for _, f := range r.Fields {
		d := onField{Key: f.Key, Kind: f.Kind, List: f.List}
		if f.Record != nil {
			d.Record, d.Maybe = f.Record.Name, maybe(f)
			describe(into, f.Record)
		}
		into[r.Name] = append(into[r.Name], d)
	}
}

// maybe reports whether a field is a record that may be absent. Decap has no such
// thing: it would ask for the record's required fields all the same.
func maybe(f schema.Field) bool { return f.Record != nil && !f.List && !f.Required }
