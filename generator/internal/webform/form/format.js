// What the form reads and writes: the data files, in the canonical style of
// `jindu fmt` (generator/internal/yamledit), so that a save changes the lines of
// what was edited and no others. It replaces Decap's own YAML writer, which folds
// lines at 80 characters, turns 2.50 into 2.5 and drops comments.
//
// It uses the library in yaml.js, and knows the fields of the records from
// config.json. Every value is text here, as it stands in the file.
"use strict";

(function (global) {
  // The text that an entry was read from stands beside its fields: comments are
  // taken from it, and an entry that was not edited is written back as it was.
  const SOURCE = "$source";

  const notPlain = /^[\n\t ,\[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/;
  const core = /^(?:~|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE|0o[0-7]+|[-+]?[0-9]+|0x[0-9a-fA-F]+|[-+]?\.[iI][nN][fF]|\.[nN][aA][nN]|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+|[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*))$/;
  // What YAML 1.1 reads as a number, once the underscores are out.
  const older = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|[0-9]+|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;
  // What the loader takes for a badly quoted text.
  const marked = /^[＂＇＃－\u3000-]|^[–—−•·][ \u3000]|^“[^“”]+”$/;
  const onlySpaceAtEnd = /\n[\t ]+$|^\s*$/;
  const number = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;
  const year = /^[1-9][0-9]{3}$/;

  const time = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?: |[Tt](?=.*(?:Z|[-+][0-9]{2}:[0-9]{2})$))([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.[0-9]+)?(?:(?<=[Tt].*)(?:Z|[-+][0-9]{2}:[0-9]{2}))?)?$/;
  const day = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

  // isTime reports whether YAML 1.1 reads the text as a time that exists. A day is
  // read alike by all; other times are text to some readers.
  function isTime(text) {
    const m = time.exec(text);
    if (!m || day.test(text)) return false;
    const [, year, month, date, hour, minute, second] = m.map(Number);
    const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
    return month >= 1 && month <= 12 && date >= 1 && date <= last && !(hour > 23) && !(minute > 59) && !(second > 59);
  }

  function isPlain(text) {
    return !(
      text === "" || text === "<<" || text.includes("\n") || notPlain.test(text) || core.test(text) ||
      (/^[-+.0-9]/.test(text) && older.test(text.replace(/_/g, ""))) ||
      /[\u0085\u2028\u2029]/.test(text) || marked.test(text) || isTime(text) || (text.split('"').length - 1) % 2 === 1
    );
  }

  // style says how a value is written: the twin of scalar in yamledit/scalar.go.
  function style(kind, text, wasQuoted) {
    const bare =
      ((kind === "number" || kind === "int") && number.test(text)) ||
      (kind === "bool" && (text === "true" || text === "false")) ||
      (kind === "period" && year.test(text) && !wasQuoted);
    if (bare) return "PLAIN";
    if (text.includes("\n") && !onlySpaceAtEnd.test(text)) return "BLOCK_LITERAL";
    if (isPlain(text)) return "PLAIN";
    const single = text.includes('"') && !text.includes("'") && !text.includes("\n");
    return single ? "QUOTE_SINGLE" : "QUOTE_DOUBLE";
  }

  function parse(text) {
    const doc = YAML.parseDocument(text, { schema: "failsafe" });
    if (doc.errors.length > 0) throw new Error(doc.errors.map((e) => e.message).join("\n"));
    return doc;
  }

  // shown turns a record of a file into what the form shows: a record that may be
  // absent is a list of at most one there, so that it can be added and removed.
  function shown(records, name, data) {
    const out = {};
    for (const key of Object.keys(data)) {
      const field = records[name].find((f) => f.key === key);
      const one = (v) => (field && field.record && isMap(v) ? shown(records, field.record, v) : v);
      const value = data[key];
      out[key] = Array.isArray(value) ? value.map(one) : field && field.maybe ? [one(value)] : one(value);
    }
    return out;
  }

  const isMap = (v) => typeof v === "object" && v !== null && !Array.isArray(v);

  // kept is a value without what was left empty, or undefined where nothing is left.
  function kept(value) {
    if (Array.isArray(value)) {
      const list = value.map(kept).filter((v) => v !== undefined);
      return list.length > 0 ? list : undefined;
    }
    if (isMap(value)) {
      const out = {};
      for (const key of Object.keys(value)) {
        const v = key === SOURCE ? undefined : kept(value[key]);
        if (v !== undefined) out[key] = v;
      }
      return Object.keys(out).length > 0 ? out : undefined;
    }
    return value === null || value === undefined || value === "" ? undefined : String(value);
  }

  function same(a, b) {
    if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((v, i) => same(v, b[i]));
    if (!isMap(a)) return a === b;
    const keys = isMap(b) ? Object.keys(a) : [];
    return isMap(b) && keys.length === Object.keys(b).length && keys.every((k) => same(a[k], b[k]));
  }

  // dress gives a new node the comments of the one it stands for.
  function dress(node, old) {
    if (old && old.commentBefore) node.commentBefore = old.commentBefore;
    if (old && old.comment) node.comment = old.comment;
    return node;
  }

  function scalar(kind, text, old) {
    const node = new YAML.Scalar(text);
    const was = YAML.isScalar(old) && old.value === text && /^QUOTE/.test(old.type);
    node.type = style(kind, text, was);
    return dress(node, old);
  }

  function mapping(records, name, data, old) {
    const node = new YAML.YAMLMap();
    const pairs = YAML.isMap(old) ? old.items : [];
    const fields = records[name];
    for (const key of Object.keys(data)) {
      if (!fields.some((f) => f.key === key)) throw new Error(name + ": " + key);
    }
    for (const field of fields) {
      const value = data[field.key];
      if (value === undefined) continue;
      const pair = pairs.find((p) => p.key.value === field.key);
      const was = pair ? pair.value : null;
      const key = dress(new YAML.Scalar(field.key), pair && pair.key);
      node.items.push(new YAML.Pair(key, field.list ? sequence(records, field, value, was) : single(records, field, value, was)));
    }
    return dress(node, old);
  }

  function single(records, field, value, old) {
    if (!field.record) return scalar(field.kind, value, old);
    return mapping(records, field.record, Array.isArray(value) ? value[0] : value, old);
  }

  // sequence pairs each entry with the one it was, by equality first and by place
  // where it was edited, so that comments stay with what they speak of.
  function sequence(records, field, list, old) {
    const node = new YAML.YAMLSeq();
    const items = YAML.isSeq(old) ? old.items : [];
    const before = items.map((n) => {
      const value = n.toJSON();
      return kept(field.record && isMap(value) ? shown(records, field.record, value) : value);
    });
    const taken = new Set();
    const was = list.map((v) => {
      const i = before.findIndex((b, i) => !taken.has(i) && same(v, b));
      if (i >= 0) taken.add(i);
      return i;
    });
    list.forEach((v, place) => {
      let i = was[place];
      if (i < 0 && place < items.length && !taken.has(place)) taken.add((i = place));
      node.items.push(single(records, field, v, i < 0 ? null : items[i]));
    });
    return dress(node, old);
  }

  // read gives what the form shows of a file.
  function read(records, name, text) {
    const data = parse(text).toJS();
    const out = isMap(data) ? shown(records, name, data) : {};
    out[SOURCE] = text;
    return out;
  }

  // write gives the file of what the form holds.
  function write(records, name, data) {
    const source = data[SOURCE];
    const now = kept(data) || {};
    const old = typeof source === "string" ? parse(source) : null;
    if (old && same(now, kept(shown(records, name, old.toJS())))) return source;
    const doc = new YAML.Document(null, { schema: "failsafe" }); // no value is anything but text
    doc.contents = mapping(records, name, now, old && old.contents);
    if (old && old.commentBefore) doc.commentBefore = old.commentBefore;
    let text = doc
      .toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity })
      .replace(/^([ a-z_-]*:? ?\|[-+0-9]*)\n +$/gm, "$1\n"); // spaces before a text that begins with an empty line
    if (old && old.comment) text += old.comment.replace(/^/gm, "#") + "\n"; // the library would put an empty line before it
    if (!same(now, kept(shown(records, name, parse(text).toJS())))) {
      throw new Error("无法原样写成 YAML，没有保存"); // as yamledit does: nothing but what was meant is ever saved
    }
    return text;
  }

  global.JinduFormat = { read, write };
})(globalThis);
