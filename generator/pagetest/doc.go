// Package pagetest holds the tests of the published pages: as files, and as a
// real browser shows them. They run the program as its users do.
package pagetest
