package main

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"
)

// fillSheet types into the row of a task as a person would, by the heads of the
// columns, and saves the workbook.
func fillSheet(name, task string, values map[string]string) error {
	book, err := excelize.OpenFile(name)
	if err != nil {
		return err
	}
	defer book.Close()
	const sheet = "填报"
	rows, err := book.GetRows(sheet)
	if err != nil {
		return err
	}
	head := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 0 && r[0] == "序号" })
	row := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 0 && r[0] == task })
	if head < 0 || row < 0 {
		return fmt.Errorf("%s has no row %s", name, task)
	}
	for title, value := range values {
		column := slices.Index(rows[head], title)
		if column < 0 {
			return fmt.Errorf("%s has no column %s, only %q", name, title, rows[head])
		}
		cell, err := excelize.CoordinatesToCellName(column+1, row+1)
		if err != nil {
			return err
		}
		if err := book.SetCellValue(sheet, cell, value); err != nil {
			return err
		}
	}
	return book.Save()
}
