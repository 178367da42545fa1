// Package manifest writes down what a published site consists of, and finds what
// has changed in it since. It is a stage of its own at the end: it knows files and
// bytes, nothing of plans.
//
// Every build leaves three files at the root of the site:
//
//	manifest.json        every other file with its size and SHA-256, the commit,
//	                     the as-of date and the versions it was built with
//	SHA256SUMS           the same sums and that of manifest.json itself, as
//	                     `sha256sum -c` reads them
//	SHA256SUMS.minisig   only where the operator has a key: the signature of
//	                     SHA256SUMS in minisign's format. It covers everything,
//	                     because SHA256SUMS does
//
// manifest.json holds
//
//	format     "jindu-manifest/1"
//	as_of      the day the site speaks of
//	source     state: "committed" where the files are exactly those of commit,
//	           "changed" where they differ from it, "unknown" where there is no
//	           git or no repository; commit: its hash, absent where unknown
//	base_url   the address it was built for, absent where none was given
//	versions   generator, hugo, echarts
//	chain      only in a chained build: number, counted from 1, and previous, the
//	           SHA-256 of the manifest.json published before
//	files      path, bytes and sha256 of every file, sorted by path. The three
//	           files above are not listed
//
// # The chain
//
// The same commit and day must give the same bytes, and each published manifest
// must name the one before it. Both hold because the manifest before is an input
// like any other: the link is there only when the operator names the site that
// stands (build --previous), and the same inputs give the same bytes. A chained
// build also carries manifest-chain.txt, one line for each manifest published
// before: number, SHA-256, as-of date, commit or "-". A build whose files are
// those of the site before adds no link: it is the same publication.
//
// A reader who keeps a manifest.json can later see that it is still in the chain
// (verify --since): nobody can exchange what was published then without every
// kept copy telling.
package manifest
