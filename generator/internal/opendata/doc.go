// Package opendata writes a judged plan as open data: the same rows as CSV,
// XLSX and JSON, with the metadata that lets machines read them. It computes
// nothing: every value is taken from the report, as of the report's day.
//
// # Addresses
//
// All files of a plan stand below data/<plan>/ at the site's root, once for all
// languages, at addresses that are never changed once published:
//
//	<table>.csv                     UTF-8 without BOM, CRLF, header of field names
//	<table>.json                    the same rows, described by schema.json
//	csv-metadata.json               CSVW, of all tables
//	excel/<table>.csv               with BOM and Chinese header, for spreadsheets
//	all.json, all.xlsx, all.zip     every table
//	tasks.xlsx, indicators.xlsx     what concerns the tasks, or the indicators
//	indicators.sdmx.csv             SDMX-CSV 2.0
//	projects/<id>.{csv,json,xlsx}   the tasks of a project
//	units/<id>.{csv,json,xlsx}      the tasks of a unit
//	indicators/<id>.{csv,json,xlsx,sdmx.csv}
//	excel/projects/<id>.csv …       each of them for spreadsheets
//	schema.json                     JSON Schema of every JSON file of the plan
//	datapackage.json                Frictionless Data Package v2
//	SHA256SUMS                      of all of these
//
// data/catalog.jsonld is the DCAT catalogue of all plans.
//
// # Cells
//
// A cell is text in one canonical form: dates YYYY-MM-DD, numbers as plain
// decimals as their source printed them, true and false. An empty cell (null in
// JSON) means not known or not applicable, never zero; each table has a column
// that says which. Lines within a cell are parted by CRLF in CSV, by LF elsewhere.
package opendata
