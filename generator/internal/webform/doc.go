// Package webform is the form with which people edit the data in a browser:
// Decap CMS, configured from the schema, with a writer of our own, and the server
// that stands for a git host on a person's own machine.
//
// # Files
//
// bundle/ holds what comes from npm, unchanged, with versions, licences and sums;
// bundle/refresh.sh makes it anew. form/ holds our own scripts: format.js reads
// and writes the data files in the style of package yamledit, start.js hands both
// to Decap.
//
// # One form, two hosts
//
// Handler serves the form to this machine alone and answers the JSON API that
// Decap's "proxy" backend speaks (the one of the npm package decap-server). Each
// saved record becomes a commit on a branch cms/COLLECTION/ID of its own; neither
// the working tree nor the index nor any other branch is touched. Static gives the
// same form as files for one's own address, where Decap itself speaks to GitHub or
// GitLab and opens the pull request.
//
// # What it may do
//
// Decap compiles the check of its configuration with eval and writes style
// elements, so that its address needs 'unsafe-eval' for scripts and
// 'unsafe-inline' for styles: this is why it is never part of the public site.
package webform
