/** Judges a read-back: does the archive, opened again offline, still show the words and figures that it is kept for? */
import { normalText } from '#reading/quote-parts/normal-text.ts'
import type { ReadBack } from './capture.ts'
import { type CheckedCitation, findInCapture, type NewFinding } from './finding.ts'

export type ReadBackJudgement = {
  readBack: ReadBack
  /** cited passages that were looked for again; where there are none, the paragraphs of the article */
  lookedFor: { passages: number; paragraphs: number }
  /** what differs, in words */
  differs: string[]
}

const FOUND: readonly string[] = ['verbatim', 'normalised']
/** Bylines, captions and share buttons are no paragraphs. */
const MIN_PARAGRAPH_CHARACTERS = 20
/** A page that lost a teaser still reads back; one that lost a paragraph in twenty does not. */
const MIN_PARAGRAPHS_FOUND = 0.95
const MAX_NAMED = 5
const SHOWN_CHARACTERS = 80

/**
 * `captured` and `replayed` are all visible text then and now, `article` the body as captured. Only what the capture itself
 * showed is asked of it again. Without any cited passage in it, the paragraphs of the article speak for it.
 */
export function judgeReadBack(
  captured: string,
  replayed: string,
  citations: CheckedCitation[],
  article: string,
): ReadBackJudgement {
  const differs: string[] = []
  let passages = 0
  for (const citation of citations) {
    if (!citation.quote) continue
    const then = findInCapture(citation, captured)
    if (then[0]?.start == null) continue
    passages += 1
    const now = findInCapture(citation, replayed)
    differs.push(...then.flatMap((finding, index) => difference(finding, now[index], citation)))
  }
  if (passages > 0) return judged({ passages, paragraphs: 0 }, differs)
  const paragraphs = paragraphsOf(article)
  if (paragraphs.length === 0)
    return {
      readBack: 'could_not_look',
      lookedFor: { passages: 0, paragraphs: 0 },
      differs: ['It holds no text.'],
    }
  const text = bare(replayed)
  const lost = paragraphs.filter((paragraph) => !text.includes(bare(paragraph)))
  const isFound = 1 - lost.length / paragraphs.length >= MIN_PARAGRAPHS_FOUND
  const named = isFound
    ? []
    : lost.slice(0, MAX_NAMED).map((paragraph) => `“${short(paragraph)}” is not there.`)
  return judged({ passages: 0, paragraphs: paragraphs.length }, named)
}

function judged(lookedFor: ReadBackJudgement['lookedFor'], differs: string[]): ReadBackJudgement {
  return { readBack: differs.length > 0 ? 'differs' : 'reads_back', lookedFor, differs }
}

function difference(then: NewFinding, now: NewFinding | undefined, citation: CheckedCitation): string[] {
  if (then.kind === 'quote') {
    const was = FOUND.includes(then.verdict) ? 'found' : then.verdict
    const is = now && FOUND.includes(now.verdict) ? 'found' : (now?.verdict ?? 'absent')
    if (was === is) return []
    return [`“${short(citation.quote ?? '')}” was ${was} in the capture and is ${is} when played back.`]
  }
  const found = (finding: NewFinding | undefined) =>
    (finding?.detail.found as string | null | undefined) ?? null
  if (then.verdict === now?.verdict && found(then) === found(now)) return []
  const said = (finding: NewFinding | undefined) => found(finding) ?? 'not there'
  return [`The figure was ${said(then)} in the capture and is ${said(now)} when played back.`]
}

function paragraphsOf(article: string): string[] {
  return article
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => bare(line).length >= MIN_PARAGRAPH_CHARACTERS)
}

function bare(text: string): string {
  return normalText(text).text.replace(/\s+/g, '')
}

function short(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length > SHOWN_CHARACTERS ? `${plain.slice(0, SHOWN_CHARACTERS)}…` : plain
}
