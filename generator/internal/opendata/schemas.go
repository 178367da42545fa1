package opendata

import (
	"jindu/generator/internal/lang"
	"jindu/generator/internal/progress"
)

// object is a JSON object whose keys encoding/json sorts.
type object = map[string]any

// both joins what is said in the two languages, for formats that hold one text.
func both(t lang.Text) string {
	if t.EN == "" || t.EN == t.ZH {
		return t.ZH
	}
	if t.ZH == "" {
		return t.EN
	}
	return t.ZH + " / " + t.EN
}

// jsonSchema describes every JSON file of a plan.
func jsonSchema(tables []*Table) object {
	defs, properties := object{}, object{}
	for _, t := range tables {
		row, required := object{}, []string{}
		for _, c := range t.Columns {
			row[c.Name] = cellSchema(c)
			required = append(required, c.Name)
		}
		defs[t.Name] = object{"type": "object", "title": both(t.Title), "description": both(t.Help), "properties": row, "required": required, "additionalProperties": false}
		properties[t.Name] = object{"type": "array", "items": object{"$ref": "#/$defs/" + t.Name}}
	}
	word := object{"type": "string", "minLength": 1}
	return object{
		"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Jindu open data", "type": "object",
		"required": []string{"$schema", "dataset", "as_of", "title", "tables"}, "additionalProperties": false,
		"properties": object{
			"$schema": word, "dataset": word, "title": word, "as_of": object{"type": "string", "format": "date"},
			"tables": object{"type": "object", "properties": properties, "additionalProperties": false, "minProperties": 1},
		},
		"$defs": defs,
	}
}

func cellSchema(c Column) object {
	kind := map[Type]string{Integer: "integer", Decimal: "number", Bool: "boolean"}[c.Type]
	if kind == "" {
		kind = "string"
	}
	out := object{"type": kind, "title": both(c.Title)}
	if help := both(c.Help); help != "" {
		out["description"] = help
	}
	switch c.Type {
	case Date:
		out["format"] = "date"
	case URL:
		out["format"] = "uri"
	}
	var values []any
	for _, x := range c.Choices {
		values = append(values, x.Value)
	}
	if !c.Required {
		out["type"] = []string{kind, "null"}
		if values != nil {
			values = append(values, nil)
		}
	} else if kind == "string" {
		out["minLength"] = 1
	}
	if values != nil {
		out["enum"] = values
	}
	return out
}

// tableSchema describes a table by the Table Schema of Data Package v2.
func tableSchema(t *Table) object {
	var fields []object
	for _, c := range t.Columns {
		fields = append(fields, packageField(c))
	}
	out := object{
		"$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
		"fields":  fields, "missingValues": []string{""}, "primaryKey": t.Key,
	}
	var keys []object
	for _, r := range t.References {
		keys = append(keys, object{"fields": r.Columns, "reference": object{"resource": r.Table, "fields": r.Keys}})
	}
	if keys != nil {
		out["foreignKeys"] = keys
	}
	return out
}

func packageField(c Column) object {
	kind := map[Type]string{Date: "date", Integer: "integer", Decimal: "number", Bool: "boolean"}[c.Type]
	if kind == "" {
		kind = "string"
	}
	f := object{"name": c.Name, "type": kind, "title": both(c.Title)}
	if help := both(c.Help); help != "" {
		f["description"] = help
	}
	if c.Type == URL {
		f["format"] = "uri"
	}
	constraints := object{}
	if c.Required {
		constraints["required"] = true
	}
	var values []string
	var labels []object
	for _, x := range c.Choices {
		values, labels = append(values, x.Value), append(labels, object{"value": x.Value, "label": both(x.Title)})
	}
	if values != nil {
		constraints["enum"], f["categories"] = values, labels
	}
	if len(constraints) > 0 {
		f["constraints"] = constraints
	}
	return f
}

// dataPackage is datapackage.json: every table with its schema, size and hash.
func dataPackage(r *progress.Report, m Meta, tables []*Table, files map[string]File) object {
	var resources []object
	for _, t := range tables {
		f := files[t.Name+".csv"]
		resources = append(resources, object{
			"$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
			"name":    t.Name, "path": t.Name + ".csv", "type": "table", "title": both(t.Title), "description": both(t.Help),
			"format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "bytes": f.Size, "hash": "sha256:" + f.SHA256,
			"dialect": object{"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": `"`, "doubleQuote": true, "header": true},
			"schema":  tableSchema(t),
		})
	}
	out := object{
		"$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
		"name":    r.Plan.ID.V, "title": title(r).ZH, "description": both(summary(r)), "languages": []string{"zh"},
		"version": versionOf(r), "created": day(r.AsOf) + "T00:00:00+08:00", "resources": resources,
		"sources": []object{{"title": r.Plan.Title.V + "（" + r.Plan.Number.V + "）"}},
	}
	if m.BaseURL != "" {
		out["homepage"] = m.BaseURL + r.Plan.ID.V + "/"
		out["id"] = m.BaseURL + Folder + r.Plan.ID.V + "/datapackage.json"
	}
	if p := r.Site.Publisher.Name; p.Given() {
		out["contributors"] = []object{{"title": p.V, "roles": []string{"publisher"}}}
	}
	return out
}

// versionOf numbers a package by its day: semantic versions allow no leading zeros.
func versionOf(r *progress.Report) string {
	d := r.AsOf
	return count(d.Year) + "." + count(int(d.Month)) + "." + count(d.Day)
}

// csvw is csv-metadata.json, where CSV on the Web looks for it beside the files.
func csvw(r *progress.Report, tables []*Table) object {
	var list []object
	for _, t := range tables {
		list = append(list, csvwTable(t))
	}
	return object{
		"@context": []any{"http://www.w3.org/ns/csvw", object{"@language": "zh"}},
		"dc:title": title(r).ZH, "dc:description": summary(r).ZH, "dc:modified": object{"@value": day(updated(r)), "@type": "xsd:date"},
		"dialect": object{"encoding": "utf-8", "header": true, "lineTerminators": []string{"\r\n"}, "quoteChar": `"`, "doubleQuote": true},
		"tables":  list,
	}
}

func csvwTable(t *Table) object {
	var columns []object
	for _, c := range t.Columns {
		x := object{"name": c.Name, "titles": c.Name, "dc:title": tagged(c.Title), "datatype": csvwType(c.Type), "required": c.Required}
		if c.Help.ZH != "" {
			x["dc:description"] = tagged(c.Help)
		}
		columns = append(columns, x)
	}
	schema := object{"columns": columns, "primaryKey": t.Key}
	var keys []object
	for _, r := range t.References {
		keys = append(keys, object{"columnReference": r.Columns, "reference": object{"resource": r.Table + ".csv", "columnReference": r.Keys}})
	}
	if keys != nil {
		schema["foreignKeys"] = keys
	}
	return object{"url": t.Name + ".csv", "dc:title": tagged(t.Title), "dc:description": tagged(t.Help), "tableSchema": schema}
}

func csvwType(t Type) any {
	switch t {
	case Date:
		return "date"
	case Integer:
		return "integer"
	case Decimal:
		return "decimal"
	case URL:
		return "anyURI"
	case Bool:
		return object{"base": "boolean", "format": "true|false"}
	}
	return "string"
}

// tagged is a text with its language, for linked data.
func tagged(t lang.Text) []object {
	out := []object{{"@value": t.ZH, "@language": "zh"}}
	if t.EN != "" && t.EN != t.ZH {
		out = append(out, object{"@value": t.EN, "@language": "en"})
	}
	return out
}
