/** `stet read`: the reading on its own — figures, quotes and pages, JSON lines in and out. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { readFigures } from '#reading/figures.ts'
import { readQuote } from '#reading/quote.ts'
import { readPage } from '#scrapers/extract/read-page.ts'
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

export const read: Command = async ([what]) => {
  if (what === 'figures')
    return eachLine((line) => {
      const { text, lang } = figuresLine.parse(line)
      return { figures: readFigures(text, { language: lang }) }
    })
  if (what === 'quote')
    return eachLine((line) => {
      const { text, quote, prefix, suffix } = quoteLine.parse(line)
      return readQuote(text, quote, { prefix, suffix })
    })
  if (what === 'page') return eachLine(async (line) => readOnePage(pageLine.parse(line)))
  return misused('read figures|quote|page')
}

async function readOnePage(line: z.infer<typeof pageLine>) {
  const body = line.file === undefined ? new TextEncoder().encode(line.html) : await readFile(line.file)
  const type = line.contentType ?? 'text/html'
  // A string has been decoded already: what its markup says of its bytes no longer holds.
  const httpCharset = line.file === undefined ? 'utf-8' : (/charset=["']?([\w-]+)/i.exec(type)?.[1] ?? null)
  const page = await readPage({
    body,
    mediaType: type.split(';')[0]!.trim(),
    httpCharset,
    status: 200,
    responseHeaders: [],
    url: line.url ?? null,
    renderedText: null,
  })
  const { text, article, title, byline, publisher, published, language, charset, contentClass } = page
  return { text, article, title, byline, publisher, published, language, charset, class: contentClass }
}
