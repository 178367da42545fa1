// Package validate holds the rules over a whole site: what no single file can
// show to be wrong. Each rule has a stable code and is one small function;
// the tables in this package list them:
//
//	V1xx references.go, units.go   every name leads to the record it means
//	V2xx dates.go                  days stand in an order that can be true
//	V3xx status.go                 what is claimed has what it needs
//	V4xx figures.go, amounts.go    targets, baselines and values make sense
//	V5xx quotes.go                 what is quoted stands in the document
//	V6xx edition.go, spacing.go    the publisher and the site's own words
//
// The loader has already checked each record by itself: keys, kinds, patterns
// and required fields.
package validate

import (
	"slices"

	"jindu/generator/internal/diag"
	"jindu/generator/internal/document"
	"jindu/generator/internal/plan"
)

// Options are what the rules know besides the site.
type Options struct {
	// Today is the real day at +08:00, not the day the site is built for: a build
	// as of an earlier day hides what came later and is no reason to refuse it.
	Today plan.Date
	// Documents holds the issued documents by the id of their plan. A plan without
	// one is not compared with its text: reading it has failed and been reported.
	Documents map[string]*document.Document
}

// Site returns everything the rules find wrong with the site, sorted.
func Site(s *plan.Site, opts Options) diag.List {
	where := &scope{site: s, opts: opts}
	var out diag.List
	for _, c := range checks() {
		c.find(&ask{rule: c.rule, scope: where, found: &out})
	}
	return out.Sorted()
}

// Rules lists every rule, by code.
func Rules() []diag.Rule {
	var out []diag.Rule
	for _, c := range checks() {
		out = append(out, c.rule)
	}
	return out
}

// check is a rule and the function that finds where it is broken.
type check struct {
	rule diag.Rule
	find func(*ask)
}

func checks() []check {
	return slices.Concat(
		references(), units(), dates(), order(), status(), figures(), values(), quotes(), edition(), words(),
	)
}
