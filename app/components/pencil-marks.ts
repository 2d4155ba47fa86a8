/** Finds the passages of claims in a draft and cuts the draft into paragraphs and marked pieces. */
import type { ClaimStatus } from '#domain/claim.ts'

/** A claim as far as the pencil goes. Its `passage` are words of the draft; without one its text is looked for. */
export type PencilClaim = {
  id: string
  number: number
  text: string
  passage: string | null
  status: ClaimStatus
}

/** A piece of a paragraph. `claims` are those whose passage covers it, narrowest first; `ends` those that end with it. */
export type PencilPiece = { start: number; text: string; claims: PencilClaim[]; ends: PencilClaim[] }
export type PencilDraft = {
  paragraphs: { start: number; pieces: PencilPiece[] }[]
  /** claims whose words are not in the draft as it stands */
  lost: PencilClaim[]
}

type Range = { claim: PencilClaim; start: number; end: number }

/** Positions are UTF-16 units of `draft`; blank lines fall away. Withdrawn claims are not marked. */
export function pencilMarks(draft: string, claims: readonly PencilClaim[]): PencilDraft {
  const ranges: Range[] = []
  const lost: PencilClaim[] = []
  for (const claim of claims.filter(({ status }) => status !== 'withdrawn')) {
    const found = findPassage(draft, claim.passage ?? claim.text)
    if (found) ranges.push({ claim, ...found })
    else lost.push(claim)
  }
  const paragraphs = [...draft.matchAll(/[^\n]*\S[^\n]*/g)].map((line) => ({
    start: line.index,
    pieces: cut(draft, line.index, line.index + line[0].length, ranges),
  }))
  return { paragraphs, lost }
}

function cut(draft: string, from: number, to: number, ranges: Range[]): PencilPiece[] {
  const touching = ranges.filter((range) => range.start < to && range.end > from)
  const edges = new Set([from, to])
  for (const range of touching) {
    edges.add(Math.max(from, range.start))
    edges.add(Math.min(to, range.end))
  }
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1]!
    const covering = touching
      .filter((range) => range.start <= start && range.end >= end)
      .sort((a, b) => a.end - a.start - (b.end - b.start))
    return {
      start,
      text: draft.slice(start, end),
      claims: covering.map((range) => range.claim),
      ends: covering.filter((range) => range.end === end).map((range) => range.claim),
    }
  })
}

/** The first place of the words in the draft. Quotation marks and spacing may have been changed by an editor since. */
function findPassage(draft: string, words: string): { start: number; end: number } | null {
  const wanted = words.trim()
  if (!wanted) return null
  const exact = draft.indexOf(wanted)
  if (exact >= 0) return { start: exact, end: exact + wanted.length }
  const pattern = wanted
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['‘’]/g, "['‘’]")
    .replace(/["“”]/g, '["“”]')
    .replace(/\s+/g, '\\s+')
  const loose = new RegExp(pattern).exec(draft)
  return loose ? { start: loose.index, end: loose.index + loose[0].length } : null
}
