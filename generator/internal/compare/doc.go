// Package compare says what a change of the data means. It takes two sides, each
// a site judged as of the same day, and lists what became different for readers:
// statuses and the rule that moved them, values, targets, evidence, units. Bytes,
// order and layout of the files do not matter to it. It reads no files and asks
// no clock; the same two sides always give the same list.
//
// A change is Info (what reporting is for), Notice (a person should look) or
// Block (it takes back something the public was told). A block is lifted by
// words in the data, which stay in the data: each one says which in Fix.
//
//   - a deleted update, value, related figure, or piece of evidence of a completed
//     claim: a new note or correction that says 更正 and names its day or period;
//   - a completed task or update that is completed no more: a new correction;
//   - a target that asks for less: a new authority;
//   - a deadline that is put off or dropped: a new note with 更正, for it was copied
//     wrongly (one that a document moved stays as issued and gets an update);
//   - a deleted or renumbered task or indicator: a note of the plan with 更正 and
//     the id.
//
// # JSON
//
// Print with FormatJSON writes one object. Keys are only ever added:
//
//	as_of      the day both sides are judged as of
//	base, head {revision, commit}: as typed, and its hash; head is {"revision": ""}
//	           for the working tree
//	blocks     the number of blocks
//	headlines  [{plan, title, rows: [{key, label, before, after}]}]: "total", each
//	           status, "evidenced"
//	changes    [{code, severity, about: {kind, plan, id, number, title}, words,
//	           before, after, rule, why, reason, fix, link, at, was}]
//
// title, label, words, before, after, why and fix are {zh, en}; at and was are
// places in the files of the head and of the base; absent keys have nothing to say.
package compare
