// Reads the data of one plan with libraries that were not written here, and
// prints what they found as JSON. Usage: node check.mjs <folder of the plan>
//
// datapackage (Frictionless Data): the descriptor, types, required values, keys
// and foreign keys. rdf-parser-csvw: the CSV files by csv-metadata.json. jsonld:
// the DCAT catalogue and the metadata of CSVW as linked data.
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import datapackage from 'datapackage'
import jsonld from 'jsonld'
import rdf from 'rdf-ext'
import CsvwParser from 'rdf-parser-csvw'

const dir = process.argv[2]
const read = name => JSON.parse(readFileSync(join(dir, name), 'utf8'))

// The terms of the published contexts that these files use; nothing is fetched.
const csvw = 'http://www.w3.org/ns/csvw#'
const xsd = 'http://www.w3.org/2001/XMLSchema#'
const contexts = {
  'http://www.w3.org/ns/csvw': {
    dc: 'http://purl.org/dc/terms/', xsd,
    string: xsd + 'string', date: xsd + 'date', integer: xsd + 'integer', decimal: xsd + 'decimal', anyURI: xsd + 'anyURI',
    url: { '@id': csvw + 'url', '@type': xsd + 'anyURI' },
    tables: { '@id': csvw + 'table', '@type': '@id', '@container': '@set' },
    tableSchema: { '@id': csvw + 'tableSchema', '@type': '@id' },
    columns: { '@id': csvw + 'column', '@type': '@id', '@container': '@list' },
    name: { '@id': csvw + 'name', '@language': null },
    titles: { '@id': csvw + 'title', '@container': '@language' },
    datatype: { '@id': csvw + 'datatype', '@type': '@vocab' },
    base: { '@id': csvw + 'base', '@language': null },
    format: { '@id': csvw + 'format', '@language': null },
    required: { '@id': csvw + 'required', '@type': xsd + 'boolean' },
    primaryKey: { '@id': csvw + 'primaryKey', '@language': null },
    foreignKeys: { '@id': csvw + 'foreignKey', '@type': '@id' },
    columnReference: { '@id': csvw + 'columnReference', '@language': null, '@container': '@list' },
    reference: { '@id': csvw + 'reference', '@type': '@id' },
    resource: { '@id': csvw + 'resource', '@type': xsd + 'anyURI' },
    dialect: { '@id': csvw + 'dialect', '@type': '@id' },
    encoding: { '@id': csvw + 'encoding', '@language': null },
    header: { '@id': csvw + 'header', '@type': xsd + 'boolean' },
    lineTerminators: { '@id': csvw + 'lineTerminators', '@language': null },
    quoteChar: { '@id': csvw + 'quoteChar', '@language': null },
    doubleQuote: { '@id': csvw + 'doubleQuote', '@type': xsd + 'boolean' }
  },
  'https://schema.org': { '@vocab': 'https://schema.org/', contentUrl: { '@type': '@id' } }
}
const documentLoader = url => {
  if (!contexts[url]) throw new Error('asks for ' + url)
  return { document: { '@context': contexts[url] }, documentUrl: url }
}
const term = t => ({
  NamedNode: () => rdf.namedNode(t.value),
  BlankNode: () => rdf.blankNode(t.value.replace('_:', '')),
  Literal: () => rdf.literal(t.value, t.language || rdf.namedNode(t.datatype.value))
}[t.termType]())
const quads = async (document, base) => rdf.dataset(
  (await jsonld.toRDF(document, { base, documentLoader, safe: true })).map(q => rdf.quad(term(q.subject), term(q.predicate), term(q.object))))
const at = 'http://example.org/'

async function frictionless () {
  const pkg = await datapackage.Package.load(join(dir, 'datapackage.json'))
  const found = { valid: pkg.valid, errors: pkg.errors.map(String), rows: {} }
  for (const resource of pkg.resources) {
    try {
      found.rows[resource.name] = (await resource.read({ keyed: true, relations: true })).length
    } catch (error) {
      found.errors.push(resource.name + ': ' + [error, ...(error.errors || [])].slice(0, 4).join('; '))
    }
  }
  return found
}

async function tables () {
  const metadata = read('csv-metadata.json')
  await quads(metadata, at)
  const found = {}
  for (const table of metadata.tables) {
    const dataset = await quads({ '@context': metadata['@context'], dialect: metadata.dialect, ...table }, at)
    const parser = new CsvwParser({ metadata: dataset, baseIRI: at, factory: rdf, timezone: 'utc' })
    const rows = new Set()
    let cells = 0
    for await (const quad of parser.import(createReadStream(join(dir, table.url)))) {
      if (!quad.predicate.value.startsWith(at)) continue // says which row it is
      rows.add(quad.subject.value)
      cells++
    }
    found[table.url] = { rows: rows.size, cells }
  }
  return found
}

async function catalogue () {
  const dataset = await quads(JSON.parse(readFileSync(join(dir, '..', 'catalog.jsonld'), 'utf8')), at)
  const type = rdf.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')
  const of = name => dataset.match(null, type, rdf.namedNode('http://www.w3.org/ns/dcat#' + name)).size
  return { catalogues: of('Catalog'), datasets: of('Dataset'), distributions: of('Distribution') }
}

async function linked () {
  const text = process.argv[3] ? readFileSync(process.argv[3], 'utf8') : '[]'
  const types = []
  for (const document of JSON.parse(text)) {
    const [node] = await jsonld.expand(document, { base: at, documentLoader, safe: true })
    types.push(...node['@type'])
  }
  return types
}

console.log(JSON.stringify({ datapackage: await frictionless(), csvw: await tables(), dcat: await catalogue(), linked: await linked() }))
