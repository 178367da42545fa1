import { parseDocument } from 'yaml'

// __parse takes a JSON list of YAML texts and answers with a JSON list of what
// they hold: {value} or {error}. Values that JSON has no word for are tagged.
globalThis.__parse = (texts) =>
  JSON.stringify(JSON.parse(texts).map((text) => {
    const doc = parseDocument(text, { prettyErrors: false })
    if (doc.errors.length > 0) return { error: doc.errors[0].message }
    return { value: doc.toJS() }
  }), (_, value) => {
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))) return { special: Object.is(value, -0) ? '-0' : String(value) }
    return value
  })
