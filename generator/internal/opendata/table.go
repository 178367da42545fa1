package opendata

import (
	"jindu/generator/internal/lang"
)

// Type is what the cells of a column hold.
type Type string

// The types of column. Texts, periods and addresses are strings in every format.
const (
	Text    Type = "text"
	Period  Type = "period" // as package plan writes periods: 2017, 2020-H1, 2018-01..2018-08
	URL     Type = "url"
	Date    Type = "date"
	Integer Type = "integer"
	Decimal Type = "number"
	Bool    Type = "boolean"
)

// Column is one field of a table. Header, Data Package, CSVW, JSON Schema, the
// explanation sheet and the data page all speak of it in these words.
type Column struct {
	Name     string // header of the machines' files
	Type     Type
	Required bool // never empty
	Title    lang.Text
	Help     lang.Text
	Choices  []Choice // every value the column can have, where they are listed
}

// Choice is a value of a column with its word.
type Choice struct {
	Value string
	Title lang.Text
}

// Reference says that the columns hold keys of another table.
type Reference struct {
	Columns []string
	Table   string
	Keys    []string
}

// Table is a table with its rows. Each row has a cell for each column, in order.
type Table struct {
	Name       string
	Title      lang.Text
	Help       lang.Text
	Key        []string // columns that together name a row
	References []Reference
	Columns    []Column
	Rows       [][]string
}

// Column returns the place of the column, or −1.
func (t *Table) Column(name string) int {
	for i, c := range t.Columns {
		if c.Name == name {
			return i
		}
	}
	return -1
}

// where returns the table with only the rows whose column has the value.
func (t *Table) where(column, value string) *Table {
	at := t.Column(column)
	return t.filter(func(row []string) bool { return row[at] == value })
}

func (t *Table) filter(keep func(row []string) bool) *Table {
	part := *t
	part.Rows = nil
	for _, row := range t.Rows {
		if keep(row) {
			part.Rows = append(part.Rows, row)
		}
	}
	return &part
}

// field is a column together with how its cell comes from a record, so that the
// two cannot drift apart.
type field[T any] struct {
	Column
	cell func(T) string
}

// table fills a table from records.
func table[T any](name string, title, help lang.Text, key []string, fields []field[T], records []T, references ...Reference) *Table {
	t := &Table{Name: name, Title: title, Help: help, Key: key, References: references, Rows: make([][]string, len(records))}
	for _, f := range fields {
		t.Columns = append(t.Columns, f.Column)
	}
	for i, x := range records {
		row := make([]string, len(fields))
		for k, f := range fields {
			row[k] = f.cell(x)
		}
		t.Rows[i] = row
	}
	return t
}

func to(table string, column ...string) Reference {
	return Reference{Columns: column, Table: table, Keys: []string{"id"}}
}

// col is a column that may be empty; need one that never is.
func col[T any](name string, typ Type, zh, en, helpZH, helpEN string, cell func(T) string) field[T] {
	return field[T]{Column{Name: name, Type: typ, Title: lang.T(zh, en), Help: lang.T(helpZH, helpEN)}, cell}
}

func need[T any](f field[T]) field[T] {
	f.Required = true
	return f
}

// of lists the values that the column can have.
func of[T any](f field[T], choices []Choice) field[T] {
	f.Choices = choices
	return f
}
