// Matching, ranking and marking for search, without the page: tests run this file
// outside a browser. Texts are compared in one normal form, which the generator's
// package search makes in the same way (normal.go).

const folds = new Map();
for (const [from, to] of [
  ["[〔【〖", "("], ["]〕】〗", ")"], ["“”「」『』", '"'], ["‘’", "'"], ["–—―−‐", "-"], ["～〜", "~"],
]) {
  for (const mark of from) folds.set(mark, to);
}

const format = /\p{Cf}/u;
const mark = /\p{M}/u;
const blank = /[\s\p{Cc}]/u;
const script = /[\p{Script=Han}\u3000-\u303f]/u;

// Most of a text is plain characters, which need no regular expression.
const plainHan = (c) => c.length === 1 && c >= "\u4e00" && c <= "\u9fff";
const plainLatin = (c) => c.length === 1 && c > " " && c <= "~";
const isMark = (c) => c >= "\u0300" && !plainHan(c) && mark.test(c);
const isBlank = (c) => !plainHan(c) && !plainLatin(c) && blank.test(c);
const isChinese = (c) => plainHan(c) || (!plainLatin(c) && script.test(c));

// small is NFKC, lower case and folded, for a character with its marks.
function small(text) {
  if (plainHan(text)) return text;
  for (let next = text.normalize("NFKC"); ; ) {
    text = next;
    next = Array.from(text, (c) => (plainLatin(c) || !format.test(c) ? lower(c) : "")).join("").normalize("NFKC");
    if (next === text) return Array.from(text, (c) => folds.get(c) || c).join("");
  }
}

const lower = (c) => (c === "\u0130" ? "i" : c.toLowerCase()); // as the generator does: İ is the one that would grow

// spans is the normal form of a text, with the stretch of the text that each of
// its code units came from.
export function spans(text) {
  const out = { text: "", from: [], to: [] };
  let last = "";
  let waiting = false;
  for (const { cluster, at } of clusters(text)) {
    for (const c of small(cluster)) {
      if (isBlank(c)) {
        waiting = true;
        continue;
      }
      const piece = waiting && last && !isChinese(last) && !isChinese(c) ? " " + c : c;
      for (let k = 0; k < piece.length; k++) {
        out.from.push(at);
        out.to.push(at + cluster.length);
      }
      out.text += piece;
      last = c;
      waiting = false;
    }
  }
  return out;
}

// clusters are the characters of a text with the marks that follow each.
function clusters(text) {
  const out = [];
  let at = 0;
  for (const c of text) {
    if (out.length && isMark(c)) out[out.length - 1].cluster += c;
    else out.push({ cluster: c, at });
    at += c.length;
  }
  return out;
}

export const normal = (text) => spans(text).text;

// terms are the words of a query; all of them must be found.
export function terms(query) {
  return Array.from(new Set(query.split(/\s+/).map(normal).filter(Boolean)));
}

// prepare normalises an index once, for many queries.
export function prepare(index) {
  const policy = index.kinds.findIndex((kind) => kind.key === "policy");
  return index.entries.map((entry, order) => ({
    entry,
    order,
    number: entry.n || "",
    own: (entry.h ? [] : [entry.t]).concat(entry.a || []).map(normal),
    about: (entry.u || []).map(normal),
    texts: (entry.x || []).map(normal),
    weight: entry.k === policy ? 4 : 3,
  }));
}

// tier says how well a term fits, 0 best, or -1 where it does not stand in the
// entry at all.
function tier(item, term) {
  const within = (words) => words.includes(term);
  if (item.number === term || item.own.includes(term)) return 0;
  if (item.own.some(within) || (item.number && item.number.startsWith(term.replace(/\.?$/, ".")))) return 1;
  if (item.about.some(within)) return 2;
  return item.texts.some(within) ? item.weight : -1;
}

// find returns the entries that hold every term, best first: by the term that
// fits worst, then by all of them, then by kind and place in the index.
export function find(prepared, query) {
  const wanted = terms(query);
  const whole = normal(query);
  const hits = [];
  if (!wanted.length) return hits;
  for (const item of prepared) {
    const tiers = wanted.map((term) => tier(item, term));
    if (tiers.includes(-1)) continue;
    const exact = item.own.includes(whole);
    hits.push({ entry: item.entry, order: item.order, worst: exact ? 0 : Math.max(...tiers), sum: exact ? 0 : tiers.reduce((a, b) => a + b) });
  }
  return hits.sort((a, b) => a.worst - b.worst || a.sum - b.sum || a.entry.k - b.entry.k || a.order - b.order);
}

// marks cuts a text into stretches that are a term and stretches that are not.
export function marks(text, wanted) {
  const span = spans(text);
  const hit = new Array(text.length).fill(false);
  for (const term of wanted) {
    for (let at = span.text.indexOf(term); at >= 0; at = span.text.indexOf(term, at + 1)) {
      hit.fill(true, span.from[at], span.to[at + term.length - 1]);
    }
  }
  const out = [];
  for (let start = 0, end = 1; end <= text.length; end++) {
    if (end < text.length && hit[end] === hit[start]) continue;
    out.push({ text: text.slice(start, end), hit: hit[start] });
    start = end;
  }
  return out;
}

// excerpt is the part of a text around the first term in it, "" where it holds
// none.
export function excerpt(text, wanted, before = 24, length = 110) {
  const stretches = marks(text, wanted);
  const first = stretches.findIndex((s) => s.hit);
  if (first < 0) return "";
  const at = stretches.slice(0, first).reduce((n, s) => n + s.text.length, 0);
  const start = whole(text, at > before + 8 ? at - before : 0);
  const end = whole(text, start + length >= text.length - 8 ? text.length : start + length);
  return (start ? "…" : "") + text.slice(start, end) + (end < text.length ? "…" : "");
}

// whole moves a place in a text off the middle of a character.
function whole(text, at) {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
