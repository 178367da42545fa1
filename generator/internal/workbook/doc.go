// Package workbook makes the Excel file in which a unit reports, and reads what
// came back.
//
// A Book is what one unit is asked for one period: a row for each task it
// answers for, in the columns of the issued annex, and one for each indicator.
// What is given is locked; the open cells hold what the unit has already reported
// for the period, or nothing. (*Book).Write makes the file, the same bytes for
// the same data; Open reads one that came back and refuses whatever no unit has a
// reason to send (open.go); (*Book).Compare holds it against the Book of today's
// data and returns the changes, each an edit of one data file, or the problems,
// each with the cell it stands in.
//
// A hidden sheet carries the unit, the period, the version of the template, the
// commit and a digest of each row as it was given out. A row whose data have
// changed since is not imported; nor is one that the unit filled in twice. The
// digests, not the commit, decide: data that were exported before they were
// committed are compared as they were.
//
// An update is known by its as-of date, an observation by its period: another one
// in the same row is a new record and leaves the old one alone. Of several in the
// period the last one is shown.
//
// A formula counts by the result that the spreadsheet program saved with it; one
// without a result, or with an error for a result, is refused.
package workbook
