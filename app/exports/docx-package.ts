/** Packs paragraphs as a DOCX: the document with its links, its styles and lists, and its properties, zipped. */
import { ZipFile } from 'yazl'
import { INDENT_TWIPS, LISTS, NUMBERING_XML, STYLES_XML } from './docx-style.ts'
import { escapeSigns } from './escape-html.ts'

/** Words in one look; `href` makes them a link. The text is one that XML can hold. */
export type DocxRun = { text: string; isStrong?: boolean; isRaised?: boolean; href?: string }

/** `isUnder` sets a line under the words of a numbered source. */
export type DocxParagraph = {
  runs: DocxRun[]
  style?: 'Title' | 'Heading1' | 'Heading2'
  list?: keyof typeof LISTS
  isUnder?: boolean
  keepNext?: boolean
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
/** A4 with margins of an inch. */
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'

const CONTENT_TYPES = [
  `${HEAD}<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>`,
  `<Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/>`,
  `<Override PartName="/word/numbering.xml" ContentType="${WORD}.numbering+xml"/>`,
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  '</Types>',
].join('')

const relation = (id: string, type: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="${type}" Target="${escapeSigns(target)}"${mode}/>`

const relations = (all: string[]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`

const PACKAGE_RELATIONS = relations([
  relation('rId1', `${OFFICE}/relationships/officeDocument`, 'word/document.xml'),
  relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
])

/** The file's bytes. `properties` is docProps/core.xml; `at` dates the parts within the zip: the same input gives the same bytes. */
export async function packDocx(
  paragraphs: DocxParagraph[],
  properties: string,
  at: Date,
): Promise<Uint8Array> {
  const links = new Map<string, string>()
  const idOf = (href: string) => {
    const id = links.get(href) ?? `rLink${links.size + 1}`
    links.set(href, id)
    return id
  }
  const body = paragraphs.map((paragraph) => paragraphXml(paragraph, idOf)).join('')
  const document = `${HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}/relationships"><w:body>${body}${PAGE}</w:body></w:document>`
  const outside = [...links].map(([href, id]) =>
    relation(id, `${OFFICE}/relationships/hyperlink`, href, ' TargetMode="External"'),
  )
  return zip(at, {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': PACKAGE_RELATIONS,
    'docProps/core.xml': properties,
    'word/document.xml': document,
    'word/_rels/document.xml.rels': relations([
      relation('rId1', `${OFFICE}/relationships/styles`, 'styles.xml'),
      relation('rId2', `${OFFICE}/relationships/numbering`, 'numbering.xml'),
      ...outside,
    ]),
    'word/styles.xml': STYLES_XML,
    'word/numbering.xml': NUMBERING_XML,
  })
}

/** The order of properties is the schema's (CT_PPr): Word refuses another. */
function paragraphXml(
  { runs, style, list, isUnder, keepNext }: DocxParagraph,
  idOf: (href: string) => string,
) {
  const name = style ?? (list ? 'ListParagraph' : undefined)
  const looks = [
    name ? `<w:pStyle w:val="${name}"/>` : '',
    keepNext ? '<w:keepNext/>' : '',
    list ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${LISTS[list]}"/></w:numPr>` : '',
    isUnder ? `<w:ind w:left="${INDENT_TWIPS}"/>` : '',
  ].join('')
  const words = runs.map((run) =>
    run.href === undefined
      ? runXml(run)
      : `<w:hyperlink w:history="1" r:id="${idOf(run.href)}">${runXml(run)}</w:hyperlink>`,
  )
  return `<w:p>${looks === '' ? '' : `<w:pPr>${looks}</w:pPr>`}${words.join('')}</w:p>`
}

function runXml({ text, isStrong, isRaised, href }: DocxRun): string {
  const looks = [
    href === undefined ? '' : '<w:rStyle w:val="Hyperlink"/>',
    isStrong ? '<w:b/><w:bCs/>' : '',
    isRaised ? '<w:vertAlign w:val="superscript"/>' : '',
  ].join('')
  return `<w:r>${looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${escapeSigns(text)}</w:t></w:r>`
}

async function zip(at: Date, parts: Record<string, string>): Promise<Uint8Array> {
  const file = new ZipFile()
  for (const [path, xml] of Object.entries(parts))
    file.addBuffer(Buffer.from(xml, 'utf8'), path, { mtime: at, forceDosTimestamp: true })
  file.end()
  const chunks: Uint8Array[] = []
  for await (const chunk of file.outputStream) chunks.push(chunk as Buffer)
  return new Uint8Array(Buffer.concat(chunks))
}
