/** How long reading figures takes: a sentence at a time beside the peer, and on whole megabytes, friendly and hostile. */

import { readFigures } from '#reading/figures.ts'
import { cpuMs } from '../cpu-time.ts'
import { CULTURE } from './accuracy.ts'
import { readCorpus } from './corpus.ts'
import type { Peer } from './peer.ts'

export type CallSpeed = {
  language: 'english' | 'chinese'
  sentences: number
  oursUs: number
  /** The peer's number model alone, which knows no units; and all its models that together know what ours knows. */
  peerNumbersUs: number | null
  peerAllUs: number | null
}
export type BulkSpeed = { text: string; msPerMb: number; estimated: boolean }

const SENTENCES = 120
const PASSES = 5
/** One pass of ours over the sentences is too short to time. */
const OUR_ROUNDS = 20
/** The same for all readers: until the engine has compiled what it will. */
const WARM_UP_MS = 1500
const MB = 1024 * 1024
/** Texts that would take longer than this whole are measured on an eighth. */
const MAX_BULK_MS = 4000

/** Microseconds a call, median of some passes over the same sentences, after warming up. */
export function measureCalls(language: 'english' | 'chinese', peer: Peer | null): CallSpeed {
  const corpus = readCorpus(language)
  // Every n-th case, so that each family of the corpus has its share.
  const step = corpus.length / SENTENCES
  const texts = Array.from({ length: SENTENCES }, (_, index) => corpus[Math.floor(index * step)]!.text)
  const culture = CULTURE[language]
  const [oursUs, peerNumbersUs, peerAllUs] = mediansUs(texts, [
    { read: (text) => readFigures(text), rounds: OUR_ROUNDS },
    ...(peer
      ? [
          { read: (text: string) => peer.readNumbers(text, culture), rounds: 1 },
          { read: (text: string) => peer.readAll(text, culture), rounds: 1 },
        ]
      : []),
  ])
  return {
    language,
    sentences: texts.length,
    oursUs: oursUs!,
    peerNumbersUs: peerNumbersUs ?? null,
    peerAllUs: peerAllUs ?? null,
  }
}

type Reader = { read: (text: string) => unknown; rounds: number }

/** The readers take turns, so that a machine that is busy for a moment is busy for all of them. */
function mediansUs(texts: string[], readers: Reader[]): number[] {
  const pass = ({ read, rounds }: Reader) => {
    const started = cpuMs()
    for (let round = 0; round < rounds; round += 1) for (const text of texts) read(text)
    return ((cpuMs() - started) * 1000) / (texts.length * rounds)
  }
  for (const reader of readers) {
    const started = cpuMs()
    while (cpuMs() - started < WARM_UP_MS) pass(reader)
  }
  const passes = Array.from({ length: PASSES }, () => readers.map(pass))
  return readers.map((_, index) => passes.map((one) => one[index]!).sort((a, b) => a - b)[PASSES >> 1]!)
}

/** Milliseconds per megabyte (2^20 UTF-16 units): dense news in both languages, then what a hostile page may contain. */
export function measureBulk(): BulkSpeed[] {
  const news = (language: 'english' | 'chinese') =>
    `${readCorpus(language)
      .filter(({ id }) => id.includes('-news-'))
      .map(({ text }) => text)
      .join(language === 'english' ? ' ' : '')}\n`
  const texts: [string, string][] = [
    ['dense news, English', news('english')],
    ['dense news, Chinese', news('chinese')],
    ['one digit', '1'],
    ['digits and commas', '1,'],
    ['digits and points', '1.'],
    ['digits and spaces', '1 '],
    ['digits and hyphens', '1-'],
    ['letters and digits', 'a1'],
    ['telephone numbers', '+86 10 '],
    ['powers', '10^'],
    ['one bracket', '('],
    ['square brackets and digits', '[1'],
    ['one space', ' '],
    ['one letter', 'a'],
    ['one hundred', 'hundred '],
    ['one and', 'one and '],
    ['half', 'half a '],
    ['bound words', 'more than '],
    ['currency signs', '$'],
    ['dates', 'march 1 '],
    ['one numeral', '一'],
    ['one scale word', '亿'],
    ['numerals and scale words', '一万'],
    ['parts', '百分之'],
    ['fractions', '三分之'],
    ['ordinals', '第'],
    ['ranges', '三至'],
    ['as-of words', '截至3月'],
  ]
  return texts.map(([text, part]) => ({ text, ...bulk(part) }))
}

function bulk(part: string): { msPerMb: number; estimated: boolean } {
  const eighth = timed(filled(part, MB / 8)) * 8
  if (eighth > MAX_BULK_MS) return { msPerMb: eighth, estimated: true }
  return { msPerMb: timed(filled(part, MB)), estimated: false }
}

function filled(part: string, chars: number): string {
  return part.repeat(Math.ceil(chars / part.length)).slice(0, chars)
}

function timed(text: string): number {
  const started = cpuMs()
  readFigures(text)
  return cpuMs() - started
}
