/** `stet read`: the reading on its own — figures, quotes, pages, dates, attributions, statements, copies — JSON lines in and out. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { readAttributions } from '#reading/attributions.ts'
import { readStatements } from '#reading/draft-statements.ts'
import { readFigures } from '#reading/figures.ts'
import { mayHoldMore } from '#reading/most-mentions.ts'
import { compareTexts } from '#reading/near-duplicates.ts'
import { readPeriods } from '#reading/periods.ts'
import { readQuote } from '#reading/quote.ts'
import { readAside } from '#scrapers/extract/read-aside.ts'
import { type Command, eachLine, misused } from './command.ts'

const figuresLine = z.object({ text: z.string(), lang: z.string().optional() })
const quoteLine = z.object({
  text: z.string(),
  quote: z.string(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})
const pageLine = z
  .object({
    html: z.string().optional(),
    file: z.string().optional(),
    url: z.string().optional(),
    contentType: z.string().optional(),
  })
  .refine((line) => line.html !== undefined || line.file !== undefined, 'A page needs "html" or "file".')

const periodsLine = figuresLine.extend({ referenceDate: z.iso.date().optional() })
const copiesLine = z.object({ text: z.string(), other: z.string() })

/** What can be read, by name: a checked line in, the reading of it out. */
const READINGS: Record<string, (line: Record<string, unknown>) => object | Promise<object>> = {
  figures: (line) => {
    const { text, lang } = figuresLine.parse(line)
    const figures = readFigures(text, { language: lang })
    return { figures, ...(mayHoldMore(figures) && { more: true }) }
  },
  quote: (line) => {
    const { text, quote, prefix, suffix } = quoteLine.parse(line)
    return readQuote(text, quote, { prefix, suffix })
  },
  page: (line) => readOnePage(pageLine.parse(line)),
  periods: (line) => {
    const { text, lang, referenceDate } = periodsLine.parse(line)
    const periods = readPeriods(text, { language: lang, referenceDate })
    return { periods, ...(mayHoldMore(periods) && { more: true }) }
  },
  attributions: (line) => {
    const { text, lang } = figuresLine.parse(line)
    return { attributions: readAttributions(text, { language: lang }) }
  },
  statements: (line) => {
    const { text, lang } = figuresLine.parse(line)
    return { statements: readStatements(text, { language: lang }) }
  },
  copies: (line) => {
    const { text, other } = copiesLine.parse(line)
    return compareTexts(text, other)
  },
}

export const read: Command = async ([what = '']) => {
  const reading = Object.hasOwn(READINGS, what) ? READINGS[what] : undefined
  return reading ? eachLine(reading) : misused(`read ${Object.keys(READINGS).join('|')}`)
}

async function readOnePage(line: z.infer<typeof pageLine>) {
  const body = line.file === undefined ? new TextEncoder().encode(line.html) : await readFile(line.file)
  const type = line.contentType ?? 'text/html'
  // A string has been decoded already: what its markup says of its bytes no longer holds.
  const httpCharset = line.file === undefined ? 'utf-8' : (/charset=["']?([\w-]+)/i.exec(type)?.[1] ?? null)
  // A page too large for this process is read in one of its own, as the worker does.
  const page = await readAside({
    body,
    mediaType: type.split(';')[0]!.trim(),
    httpCharset,
    status: 200,
    responseHeaders: [],
    url: line.url ?? null,
    renderedText: null,
  })
  const { text, article, title, byline, publisher, published, language, charset, contentClass } = page
  const reading = {
    text,
    article,
    title,
    byline,
    publisher,
    published,
    language,
    charset,
    class: contentClass,
  }
  return page.trouble ? { ...reading, trouble: page.trouble.message } : reading
}
