/** Cuts a draft in Markdown into its sentences: a stop inside a quotation, an abbreviation or an address ends none. */

type Range = { start: number; end: number }

/** Headings, rules, quoted blocks and tables are no sentences of the article. */
const NOT_PROSE = /^\s*(?:#|>|\||(?:[-*_] ?){3,}\s*$|```)/
const LIST_MARK = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+/
const LISTED_LINK = /\]\(https?:\/\/|^\S*https?:\/\//
/** “It works.” The firm grew: the quotation ends a sentence where a new one begins behind it. */
const AFTER_QUOTE = /[.!?。！？]["”」』»](?=\s+["“「『«]?\p{Lu}|\s*["“「『«\u3400-\u9fff])/gu

/** `starts` are the writer's own sentence beginnings; `kept` the stretches no sentence may end inside of. Sorted, trimmed. */
export function sentencesOf(draft: string, starts: readonly number[], kept: Range[]): Range[] {
  const soft = Array.from(draft.matchAll(AFTER_QUOTE), (match) => match.index + match[0].length)
  const edges = [...starts, ...soft, draft.length].sort((a, b) => a - b)
  const sentences: Range[] = []
  let next = 0
  let lineStart = 0
  let from = 0
  for (const edge of edges) {
    if (edge === from) continue
    while (next < kept.length && (kept[next]?.end ?? 0) <= edge) next += 1
    const whole = kept[next]
    const breaksLine = draft[edge - 1] === '\n' || edge === draft.length
    if (!breaksLine && whole && whole.start < edge && edge < whole.end) continue
    const sentence = trimmed(draft, from, edge)
    if (sentence && isProse(draft, lineStart, from, sentence))
      sentences.push(withoutListMark(draft, lineStart, sentence))
    from = edge
    if (breaksLine) lineStart = edge
  }
  return sentences
}

/** Lines that only list links name sources; they state nothing. */
function isProse(draft: string, lineStart: number, from: number, sentence: Range): boolean {
  const head = draft.slice(lineStart, Math.max(from, Math.min(sentence.end, lineStart + 80)))
  if (NOT_PROSE.test(head)) return false
  return !(LIST_MARK.test(head) && LISTED_LINK.test(draft.slice(sentence.start, sentence.end)))
}

function withoutListMark(draft: string, lineStart: number, sentence: Range): Range {
  if (draft.slice(lineStart, sentence.start).trim() !== '') return sentence
  const mark = LIST_MARK.exec(draft.slice(sentence.start, Math.min(sentence.end, sentence.start + 12)))
  return mark ? { start: sentence.start + mark[0].length, end: sentence.end } : sentence
}

function trimmed(draft: string, start: number, end: number): Range | null {
  let from = start
  let to = end
  while (from < to && isBlank(draft.charCodeAt(from))) from += 1
  while (to > from && isBlank(draft.charCodeAt(to - 1))) to -= 1
  return from < to ? { start: from, end: to } : null
}

function isBlank(code: number): boolean {
  return (
    code === 0x20 || code === 0x0a || ((code < 0x20 || code > 0x7f) && /\s/.test(String.fromCharCode(code)))
  )
}
