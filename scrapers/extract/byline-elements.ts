/** Chooses among the elements of a page that say who wrote it. */
import { signatureAfterLabel } from './chinese-byline.ts'
import { type SignatureElement, shortText } from './signature-elements.ts'
import { readSignedLine } from './signed-line.ts'
import type { PageNode } from './visible-text.ts'

export type ElementClues = {
  /** elements that by name or kind give an author */
  elements: SignatureElement[]
  /** the smallest ones with a text such as "By …" */
  signed: SignatureElement[]
  /** text right under the headline, beside a date, that is nothing but a name */
  bare: SignatureElement[]
}

type Candidate = { called: string; score: number; names: string[]; isLine: boolean }

/** A whole column can carry a class that says "author"; its start tells as much. */
const MOST_RAW_CHARS = 300
const MOST_ELEMENT_CHARS = 1500
const LEAST_SCORE = 2

/** The names in what is marked most clearly and stands nearest to the headline. `clean` reads raw signatures. */
export function bylineOfElements(
  { elements, signed }: ElementClues,
  clean: (raw: string[]) => string | null,
): string | null {
  const candidates = [
    ...elements
      .map((element) => ({ element, score: scoreOf(element) }))
      .filter(({ score }) => score >= LEAST_SCORE)
      .map(({ element, score }) => ({
        called: element.called,
        score,
        names: namesIn(element.node),
        isLine: false,
      })),
    ...signed.flatMap((element) => candidateOfLine(element) ?? []),
  ].sort((one, other) => other.score - one.score)
  for (const { called, score, names, isLine } of candidates) {
    if (!clean(names)) continue
    // Two authors have an element each; those that are marked as clearly and as near are the others.
    const alike = isLine
      ? []
      : candidates.filter((one) => one.score === score && one.called === called && !one.isLine)
    return clean(isLine ? names : alike.flatMap((one) => one.names))
  }
  return null
}

const MOST_LINE_CHARS = 240
const LONGEST_NAMES_CHARS = 100
const WORD_ALONE = /(?:^|\s)\p{L}{2,3}\s*:?$/u

/** "Posted by …" counts anywhere, a bare "By …" near the headline only. */
function candidateOfLine({ node, called, distance }: SignatureElement): Candidate | null {
  let text = shortText(node, MOST_LINE_CHARS)
  // <span>By</span> <a>Dora Example</a>: the name stands next to the element of the word.
  if (WORD_ALONE.test(text) && node.parent) text = shortText(node.parent, MOST_LINE_CHARS)
  for (const line of text.replace(/(\s\p{L}{2,3}:?)\n/gu, '$1 ').split('\n')) {
    const read = readSignedLine(line)
    if (!read) continue
    const isNear = distance !== null && distance >= -15 && distance <= 80
    if (!read.isStated && !isNear) continue
    return { called, score: (read.isStated ? 4 : 2) + (isNear ? 3 : 0), names: [read.names], isLine: true }
  }
  return null
}

function scoreOf({ node, called, distance }: SignatureElement): number {
  const { attribs = {} } = node
  let score = 0
  if (/\b(?:author|creator)\b/.test(attribs.itemprop ?? '')) score += 4
  if (/(?:^|\s)author(?:\s|$)/i.test(attribs.rel ?? '')) score += 4
  if (/author[_-]?name|name[_-]?author|byline[_-]?name|p-author/i.test(called)) score += 4
  else if (/byline|by-line|(?:^|[\s_-])(?:author|writer|reporter)s?(?:$|[\s_-])|zuozhe/i.test(called))
    score += 3
  else if (/author|aut(?:o|eu)r|firma|user-?name|poster|posted/i.test(called)) score += 2
  if (
    /avatar|image|img|photo|follow|social|twitter|desc|comment|link-?list|count|title|role|job/i.test(called)
  )
    score -= 3
  if (/date|time/i.test(called)) score -= 2
  if (distance === null) return score
  if (distance >= -15 && distance <= 80) return score + 3
  if (distance < -60) return score - 2
  return score
}

/** Names inside: as marked, as linked, or the whole text. */
function namesIn(node: PageNode): string[] {
  const content = node.attribs?.content
  if (content) return [content]
  const marked = below(node, (one) => /\bname\b/.test(one.attribs?.itemprop ?? ''))
  if (marked.length > 0) return marked.map((one) => one.attribs?.content ?? shortText(one, MOST_RAW_CHARS))
  const links = below(
    node,
    (one) => one.name === 'a' && !/mailto:|twitter|facebook|share/i.test(one.attribs?.href ?? ''),
  )
    .map((one) => shortText(one, MOST_RAW_CHARS).trim())
    .filter((text) => text.length > 1 && text.length < 60)
  const whole = shortText(node, MOST_ELEMENT_CHARS)
  if (whole === '') return []
  // "About Dora Example": what stands out in a portrait is the name.
  if (whole.length > LONGEST_NAMES_CHARS) {
    const loud = below(node, (one) => /^(?:h[2-6]|b|strong)$/.test(one.name ?? ''))
      .map((one) => shortText(one, MOST_RAW_CHARS).replace(/^(?:about|über|à propos de)\s+/i, ''))
      .find((text) => /^\p{Lu}\S+(?: \S+){1,3}$/u.test(text))
    if (loud) return [loud]
  }
  if (links.length > 0 && links.length <= 6 && links.join('').length * 3 >= whole.length) return links
  const first = whole
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const signed =
    first[0]?.length && /^(?:by|作者|文)[:：]?$/i.test(first[0]) ? `${first[0]} ${first[1] ?? ''}` : first[0]
  const named = signatureAfterLabel(whole) || readSignedLine(signed ?? '')?.names
  return [named || (signed ?? '').slice(0, MOST_RAW_CHARS)]
}

function below(root: PageNode, wanted: (node: PageNode) => boolean): PageNode[] {
  const found: PageNode[] = []
  const open = [...(root.children ?? [])].reverse()
  for (let node = open.pop(); node && found.length < 20; node = open.pop()) {
    if (wanted(node)) found.push(node)
    else for (const child of [...(node.children ?? [])].reverse()) open.push(child)
  }
  return found
}
