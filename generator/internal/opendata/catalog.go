package opendata

import "jindu/generator/internal/progress"

// Folder is where the data stand below the site's root, with a final slash.
const Folder = "data/"

// Format is one form that files come in.
type Format struct {
	Ending string // of the file name
	Name   string // for people
	Media  string
}

// formats by ending; the longest that fits is meant.
var formats = []Format{
	{".sdmx.csv", "SDMX-CSV", "application/vnd.sdmx.data+csv;version=2.0.0"},
	{".csv", "CSV", "text/csv"}, {".json", "JSON", "application/json"}, {".jsonld", "JSON-LD", "application/ld+json"},
	{".xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}, {".zip", "ZIP", "application/zip"},
}

// catalog is the DCAT catalogue of all plans. Addresses are relative to the
// catalogue where the site's own is not known.
func catalog(packages []*Package, m Meta) object {
	base := ""
	if m.BaseURL != "" {
		base = m.BaseURL + Folder
	}
	sets := []object{}
	for _, p := range packages {
		sets = append(sets, dcatDataset(p, base))
	}
	out := object{
		"@context": object{
			"dcat": "http://www.w3.org/ns/dcat#", "dcterms": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
			"spdx": "http://spdx.org/rdf/terms#", "xsd": "http://www.w3.org/2001/XMLSchema#",
		},
		"@id": base + "catalog.jsonld", "@type": "dcat:Catalog", "dcat:dataset": sets,
		"dcterms:language": object{"@id": "http://publications.europa.eu/resource/authority/language/ZHO"},
	}
	if len(packages) > 0 {
		s := packages[0].Report.Site
		out["dcterms:title"] = tagged(text(s.Title, s.TitleEN))
		if s.Publisher.Name.Given() {
			out["dcterms:publisher"] = agent(packages[0].Report)
		}
	}
	return out
}

func agent(r *progress.Report) object {
	return object{"@type": "foaf:Agent", "foaf:name": object{"@value": r.Site.Publisher.Name.V, "@language": "zh"}}
}

func dcatDataset(p *Package, base string) object {
	r := p.Report
	root := base + r.Plan.ID.V + "/"
	var files []object
	for _, f := range p.whole() {
		files = append(files, object{
			"@id": root + f.Path + "#distribution", "@type": "dcat:Distribution", "dcterms:title": f.Path,
			"dcat:downloadURL": object{"@id": root + f.Path}, "dcat:mediaType": object{"@id": "https://www.iana.org/assignments/media-types/" + f.Format().plainMedia()},
			"dcat:byteSize": object{"@value": count(int(f.Size)), "@type": "xsd:nonNegativeInteger"},
			"spdx:checksum": object{
				"@type": "spdx:Checksum", "spdx:algorithm": object{"@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"},
				"spdx:checksumValue": object{"@value": f.SHA256, "@type": "xsd:hexBinary"},
			},
		})
	}
	out := object{
		"@id": root, "@type": "dcat:Dataset", "dcterms:identifier": r.Plan.ID.V, "dcterms:title": tagged(title(r)), "dcterms:description": tagged(summary(r)),
		"dcterms:issued": date(given(r.Plan.Signed)), "dcterms:modified": date(day(updated(r))),
		"dcterms:temporal":  object{"@type": "dcterms:PeriodOfTime", "dcat:startDate": date(given(r.Plan.Start)), "dcat:endDate": date(given(r.Plan.End))},
		"dcat:distribution": files,
	}
	if r.Site.Publisher.Name.Given() {
		out["dcterms:publisher"] = agent(r)
	}
	return out
}

func date(s string) object { return object{"@value": s, "@type": "xsd:date"} }

// Dataset describes the package in the words of schema.org, for the page about
// it. The root is the way from that page to the plan's data, or its address.
func (p *Package) Dataset(root string) map[string]any {
	r := p.Report
	var files []object
	for _, f := range p.whole() {
		files = append(files, object{"@type": "DataDownload", "name": f.Path, "contentUrl": root + f.Path, "encodingFormat": f.Format().plainMedia(), "contentSize": count(int(f.Size)) + " B"})
	}
	out := object{
		"@context": "https://schema.org", "@type": "Dataset", "name": title(r).ZH, "alternateName": title(r).EN, "description": summary(r).ZH,
		"identifier": r.Plan.ID.V, "inLanguage": "zh-CN", "isAccessibleForFree": true, "dateModified": day(updated(r)),
		"temporalCoverage": given(r.Plan.Start) + "/" + given(r.Plan.End), "distribution": files,
		"includedInDataCatalog": object{"@type": "DataCatalog", "name": r.Site.Title.V},
	}
	if s := r.Site; s.Publisher.Name.Given() {
		out["creator"] = object{"@type": "GovernmentOrganization", "name": s.Publisher.Name.V}
		out["publisher"] = out["creator"]
	}
	return out
}
