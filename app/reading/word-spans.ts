/** Says which words of two texts differ, where they stand: for showing both side by side. */
import { align, type Token, tokens } from './quote-parts/differences.ts'

/** UTF-16 positions. */
export type WordSpan = { start: number; end: number }

/** Words that only one of the texts has, in order; neighbours are joined. White space between words never differs. */
export function differingWords(before: string, after: string): { before: WordSpan[]; after: WordSpan[] } {
  const spans = { before: [] as WordSpan[], after: [] as WordSpan[] }
  let isRun = { before: false, after: false }
  for (const { op, token } of align(tokens(before), tokens(after))) {
    if (op === 'same') {
      isRun = { before: false, after: false }
      continue
    }
    const side = op === 'quote' ? 'before' : 'after'
    add(spans[side], token, isRun[side])
    isRun[side] = true
  }
  return spans
}

function add(spans: WordSpan[], { at, text }: Token, isRun: boolean): void {
  const last = spans.at(-1)
  if (isRun && last) last.end = at + text.length
  else spans.push({ start: at, end: at + text.length })
}
