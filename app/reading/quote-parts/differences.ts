/** Lists how a quotation differs from the passage it was matched with, word by word. */
import { isHard } from './hard-words.ts'

export type QuoteDifference = {
  kind: 'changed' | 'missing' | 'added'
  inQuote: string
  inText: string
  hard: boolean
}

/** Numbers with their grouping, runs of Chinese cut into words, words with apostrophes and hyphens, single signs. */
const RUNS = /\d+(?:[.,]\d+)*|\p{Script=Han}+|[\p{L}\p{M}]+(?:["'’-][\p{L}\p{M}]+)*|[^\s]/gu
const HAN = /^\p{Script=Han}/u
const HYPHENATED = /^(?!-)[\p{L}\p{M}-]+(?<!-)$/u
const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** Beyond this many cells the comparison of the unequal middle is not worth its time. */
const MAX_CELLS = 4_000_000

/** `at` is its UTF-16 position. */
export type Token = { text: string; at: number; glued: boolean }
type Step = { op: 'same' | 'quote' | 'text'; token: Token }

/** `missing`: the page has it and the quotation leaves it out; `added`: the quotation has it and the page does not. */
export function differences(quote: string, passage: string): QuoteDifference[] {
  const steps = align(tokens(quote), tokens(passage))
  const found: QuoteDifference[] = []
  let inQuote: Token[] = []
  let inText: Token[] = []
  const flush = () => {
    if (!isSame(join(inQuote), join(inText))) found.push(difference(inQuote, inText))
    inQuote = []
    inText = []
  }
  for (const step of steps) {
    if (step.op === 'same') flush()
    else (step.op === 'quote' ? inQuote : inText).push(step.token)
  }
  flush()
  return found
}

function difference(inQuote: Token[], inText: Token[]): QuoteDifference {
  const kind = inQuote.length && inText.length ? 'changed' : inQuote.length ? 'added' : 'missing'
  return {
    kind,
    inQuote: join(inQuote),
    inText: join(inText),
    hard: isHard(
      inQuote.map((token) => token.text),
      inText.map((token) => token.text),
    ),
  }
}

/**
 * The same signs cut into words differently are no difference, nor is a hyphen inside a word: a line may have ended there
 * ("com-mittee"), and houses differ ("cooperate", "co-operate").
 */
function isSame(inQuote: string, inText: string): boolean {
  if (inQuote === inText) return true
  return (
    HYPHENATED.test(inQuote) &&
    HYPHENATED.test(inText) &&
    inQuote.replaceAll('-', '') === inText.replaceAll('-', '')
  )
}

function join(parts: Token[]): string {
  return parts.map((token, index) => (index > 0 && !token.glued ? ` ${token.text}` : token.text)).join('')
}

/** A text cut into what is compared: words, numbers, signs. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  for (const run of text.matchAll(RUNS)) {
    const glued = run.index > 0 && text[run.index - 1] !== ' '
    if (!HAN.test(run[0])) {
      found.push({ text: run[0], at: run.index, glued })
      continue
    }
    let first = glued
    for (const piece of words.segment(run[0])) {
      found.push({ text: piece.segment, at: run.index + piece.index, glued: first })
      first = true
    }
  }
  return found
}

/** Longest common subsequence between the unequal middles. */
export function align(quote: Token[], passage: Token[]): Step[] {
  let head = 0
  while (head < quote.length && head < passage.length && quote[head]?.text === passage[head]?.text) head += 1
  let tail = 0
  while (
    tail < quote.length - head &&
    tail < passage.length - head &&
    quote[quote.length - 1 - tail]?.text === passage[passage.length - 1 - tail]?.text
  )
    tail += 1
  const left = quote.slice(head, quote.length - tail)
  const right = passage.slice(head, passage.length - tail)
  const same = (token: Token): Step => ({ op: 'same', token })
  return [
    ...quote.slice(0, head).map(same),
    ...middle(left, right),
    ...quote.slice(quote.length - tail).map(same),
  ]
}

function middle(left: Token[], right: Token[]): Step[] {
  const all: Step[] = []
  const width = right.length + 1
  if ((left.length + 1) * width > MAX_CELLS) {
    for (const token of left) all.push({ op: 'quote', token })
    for (const token of right) all.push({ op: 'text', token })
    return all
  }
  const lengths = new Uint16Array((left.length + 1) * width)
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        left[i]?.text === right[j]?.text
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
  let i = 0
  let j = 0
  while (i < left.length || j < right.length) {
    const mine = left[i]
    const other = right[j]
    if (mine && other && mine.text === other.text) {
      all.push({ op: 'same', token: mine })
      i += 1
      j += 1
    } else if (mine && (!other || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))) {
      all.push({ op: 'quote', token: mine })
      i += 1
    } else if (other) {
      all.push({ op: 'text', token: other })
      j += 1
    }
  }
  return all
}
