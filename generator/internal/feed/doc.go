// Package feed writes what lets a reader follow a plan without coming back to
// look: feeds, calendars, cards and badges for other sites, and the list by which
// a browser tells what changed since its last visit. It judges nothing: every
// word is taken from the report, as of the report's day.
//
// # Addresses
//
// All files stand below follow/ at the site's root, once for all languages, each
// at the address of the page it follows, which is never changed once published:
//
//	site.atom, site.json                  everything, in Atom 1.0 and JSON Feed 1.1
//	<plan>/plan.{atom,json,ics}           everything of a plan; its deadlines
//	<plan>/corrections.{atom,json}        the register of corrections
//	<plan>/tasks/<id>.{atom,json}         a task and its goals
//	<plan>/indicators/<id>.{atom,json}
//	units/<id>.{atom,json,ics}            the tasks of a unit; no .ics without a deadline
//	<plan>/tasks/<id>.{html,svg}          card and badge; the same for indicators
//	since.json                            state of every record, for the reader's browser
//
// # Days
//
// An entry has the day from which the public could know it, at midnight +08:00;
// what nothing dates is in the register and in no feed. A feed is as new as its
// newest entry, one without entries as old as the plan. No file asks the clock.
// A feed lists the newest entries (most); a page lists all.
//
// # Ids
//
// Ids of feeds, entries and events are UUIDs (version 5) of what they are about,
// never of where they stand or how they are worded: moving the site or putting a
// summary right makes no entry new.
//
// # Cards
//
// A card is a page of its own that loads nothing, and its content policy allows
// nothing but its own style. It cannot say who may frame it: frame-ancestors has
// no effect in a meta element, and cards are there to be framed. A host that sends
// X-Frame-Options for the whole site has to leave out follow/.
package feed
