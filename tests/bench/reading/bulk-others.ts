/** Times the readers of periods, attributions, statements, copies, claims and versions on a megabyte: news, then what a hostile page may contain. */

import { readAttributions } from '#reading/attributions.ts'
import { figureChanges } from '#reading/changed-figures.ts'
import { checkClaim } from '#reading/check-claim.ts'
import { readStatements } from '#reading/draft-statements.ts'
import { compareTexts } from '#reading/near-duplicates.ts'
import { readPeriods } from '#reading/periods.ts'
import { cpuMs } from '../cpu-time.ts'
import { readCorpus } from './corpus.ts'

/** The first two rows are news, the others hostile. */
export type OtherBulkSpeed = { reader: string; rows: { text: string; msPerMb: number }[] }

const MB = 1024 * 1024
/** Texts that would take longer than this whole are measured on an eighth. */
const MAX_BULK_MS = 4000

const READERS: [string, (text: string) => unknown][] = [
  ['periods', (text) => readPeriods(text, { referenceDate: '2026-03-24' })],
  ['attributions', (text) => readAttributions(text)],
  ['statements', (text) => readStatements(text)],
  ['copies', (text) => compareTexts(text, `${text} end`)],
  ['claims', (text) => checkClaim('It grew by 3.5% to “about 140 million” tokens.', text)],
  ['versions', (text) => figureChanges({ text }, { text: `${text} 7` })],
]
const HOSTILE = [
  '1',
  '1 ',
  '2024-',
  'a',
  ' ',
  '(',
  '[',
  '“',
  '"',
  '。',
  '. ',
  '\n',
  'said ',
  'Liu said ',
  'according to ',
  'first reported by ',
  'the ',
  'March ',
  'ago ',
  '一',
  '3月',
  '去年',
  '周一',
  '表示',
  '据',
  '据报道',
  '在上说',
  '最',
  '来源：',
  '[a](https://x.org/1) ',
]

/** Milliseconds of processor time per megabyte (2^20 UTF-16 units), by reader. */
export function measureOtherBulk(): OtherBulkSpeed[] {
  const news = (language: 'english' | 'chinese') =>
    `${readCorpus(language)
      .filter(({ id }) => id.includes('-news-'))
      .map(({ text }) => text)
      .join(language === 'english' ? ' ' : '')}\n`
  const texts: [string, string][] = [
    ['dense news, English', news('english')],
    ['dense news, Chinese', news('chinese')],
    ...HOSTILE.map((part): [string, string] => [JSON.stringify(part), part]),
  ]
  return READERS.map(([reader, read]) => ({
    reader,
    rows: texts.map(([text, part]) => ({ text, msPerMb: bulk(read, part) })),
  }))
}

function bulk(read: (text: string) => unknown, part: string): number {
  const eighth = timed(read, filled(part, MB / 8)) * 8
  return eighth > MAX_BULK_MS ? eighth : timed(read, filled(part, MB))
}

function filled(part: string, chars: number): string {
  return part.repeat(Math.ceil(chars / part.length)).slice(0, chars)
}

function timed(read: (text: string) => unknown, text: string): number {
  const started = cpuMs()
  read(text)
  return cpuMs() - started
}
