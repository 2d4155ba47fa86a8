/** The corpus of the classifier: interstitials and articles, written for this project after how such pages look and speak. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CONTENT_CLASSES, type ContentClass } from '#domain/capture.ts'
import { dress, FRAMES } from './frames.ts'

const FILE = z.strictObject({
  id: z.string(),
  class: z.enum(CONTENT_CLASSES).default('article'),
  lang: z.enum(['en', 'zh', 'de', 'fr', 'es', 'ja']),
  status: z.number().int().default(200),
  url: z.url().optional(),
  /** where the reader was redirected from */
  from: z.url().optional(),
  title: z.string(),
  head: z.string().default(''),
  body: z.string().default(''),
  /** paragraphs of its own, then so many from the common stock of its language */
  p: z.array(z.string()).default([]),
  fill: z.number().int().default(0),
  chrome: z.enum(FRAMES).default('none'),
  extras: z.array(z.string()).default([]),
})
export type CorpusPage = z.infer<typeof FILE>

/** One page as a server would send it. `isLong` says that it is an article of several paragraphs. */
export type WrittenPage = {
  id: string
  wanted: ContentClass
  status: number
  url: string
  from: string | null
  html: string
  isLong: boolean
}

/** Letters; a Han character says as much as two. */
const LONG_TEXT = 700
const PROSE = z
  .record(z.string(), z.array(z.string()))
  .parse(JSON.parse(readFileSync(new URL('./prose.json', import.meta.url), 'utf8')))

/** `interstitials` stand in for a page, `articles` are the page. In the order of the file. */
export function readPages(file: 'interstitials' | 'articles'): WrittenPage[] {
  return readFileSync(new URL(`./${file}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => write(FILE.parse(JSON.parse(line)), index))
}

function write(page: CorpusPage, index: number): WrittenPage {
  const stock = PROSE[page.lang]!
  const filling = Array.from({ length: page.fill }, (_, at) => stock[(index + at) % stock.length]!)
  const paragraphs = [...page.p, ...filling]
  return {
    id: page.id,
    wanted: page.class,
    status: page.status,
    url: page.url ?? `https://www.${page.id}.example/2031/03/24/story.html`,
    from: page.from ?? null,
    html: dress(page, paragraphs),
    isLong: page.class === 'article' && lettersOf(paragraphs.join('')) >= LONG_TEXT,
  }
}

function lettersOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\u9fff]/g)?.length ?? 0)
}
