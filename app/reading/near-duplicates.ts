/** Says whether two texts are copies of one story, across scripts and typography, and shows the passages they share. */
import { normalText } from './quote-parts/normal-text.ts'

export type TextComparison = {
  /** One was copied from the other, or both from a third: they count as one origin. */
  same: boolean
  /** The share of the shorter text's wording that stands in the longer one, 0 to 1. */
  containment: number
  /** The longest shared passages, as printed in the first text. */
  shared: string[]
}

export type TextGroup = { ids: string[]; shared: string[] }

/** Tokens of one text (a Chinese or Japanese sign, a word or a number) with where each stands in it. */
type Tokens = { text: string; ids: Int32Array; starts: Int32Array; ends: Int32Array }

/** Names of offices and events are shared by every report of an event; this many tokens in a row are wording. */
const SHINGLE_TOKENS = 6
/** Independent reports of one event share its quotations and names, far less than half of their wording. */
const MIN_CONTAINMENT = 0.5
/** Below this length a text is a headline or an excerpt: a copy only of a text about as long. */
const MIN_EXCERPT_TOKENS = 40
const MIN_TOKENS_FOR_SHARE = 12
const MAX_SHARED = 5
const MIN_SHARED_TOKENS = 10
const TOKEN = /[\u3040-\u30ff\u3400-\u9fff]|[\p{L}\p{M}\p{N}]+/gu
const MULTIPLIER = 0x01000193

/**
 * Compared are shingles of six tokens after levelling script, width, case and punctuation. A changed figure or a new first
 * sentence leaves a copy a copy; the same facts in other words are none. Two empty texts are not the same. Linear time.
 */
export function compareTexts(a: string, b: string): TextComparison {
  const names = new Map<string, number>()
  return compareTokens(tokensOf(a, names), tokensOf(b, names))
}

/**
 * Collapses copies: texts that are the same as one member of a group belong to it. Groups and members in the order given;
 * `shared` is what tied the members together. Time grows with the square of the number of texts, not of their length.
 */
export function groupTexts(texts: { id: string; text: string }[]): TextGroup[] {
  const names = new Map<string, number>()
  const read = texts.map(({ text }) => tokensOf(text, names))
  const parent = texts.map((_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parent[at] !== at) at = parent[at] ?? at
    return at
  }
  const evidence = new Map<number, string[]>()
  read.forEach((tokens, index) => {
    for (let earlier = 0; earlier < index; earlier += 1) {
      const [mine, other] = [root(index), root(earlier)]
      const before = read[earlier]
      if (mine === other || !before) continue
      const { same, shared } = compareTokens(before, tokens)
      if (!same) continue
      const [kept, joined] = [Math.min(mine, other), Math.max(mine, other)]
      parent[joined] = kept
      evidence.set(kept, [
        ...(evidence.get(kept) ?? []),
        ...(evidence.get(joined) ?? []),
        ...shared.slice(0, 1),
      ])
    }
  })
  const groups = new Map<number, TextGroup>()
  texts.forEach(({ id }, index) => {
    const group = groups.get(root(index))
    if (group) group.ids.push(id)
    else groups.set(root(index), { ids: [id], shared: [...new Set(evidence.get(root(index)) ?? [])] })
  })
  return [...groups.values()]
}

function compareTokens(a: Tokens, b: Tokens): TextComparison {
  const shorter = Math.min(a.ids.length, b.ids.length)
  const longer = Math.max(a.ids.length, b.ids.length)
  if (shorter === 0) return { same: false, containment: 0, shared: [] }
  const size = Math.min(SHINGLE_TOKENS, shorter)
  const inA = shinglesOf(a, size)
  const inB = shinglesOf(b, size)
  const [small, large] = inA.size <= inB.size ? [inA, inB] : [inB, inA]
  let common = 0
  for (const shingle of small.keys()) if (large.has(shingle)) common += 1
  const containment = common / small.size
  const excerpt = shorter < MIN_EXCERPT_TOKENS && shorter * 2 < longer
  const enough = shorter < MIN_TOKENS_FOR_SHARE ? containment === 1 : containment >= MIN_CONTAINMENT
  return { same: enough && !excerpt, containment, shared: sharedPassages(a, b, inB, size) }
}

/** Every shingle with where it first stands. */
function shinglesOf({ ids }: Tokens, size: number): Map<number, number> {
  const found = new Map<number, number>()
  for (let at = 0; at + size <= ids.length; at += 1) {
    const key = shingleAt(ids, at, size)
    if (!found.has(key)) found.set(key, at)
  }
  return found
}

/** 52 bits from two hashes: no two shingles of a newsroom's texts meet by chance. */
function shingleAt(ids: Int32Array, at: number, size: number): number {
  let one = 0x811c9dc5
  let other = 0x9e3779b9
  for (let index = at; index < at + size; index += 1) {
    const id = ids[index] ?? 0
    one = Math.imul(one ^ id, MULTIPLIER) ^ (one >>> 13)
    other = Math.imul(other ^ (id + 0x7f4a7c15), 0x85ebca6b) ^ (other >>> 15)
  }
  return (one >>> 6) * 0x4000000 + (other >>> 6)
}

/** Walks `a` once: where a shingle stands in `b` too, the passage goes on for as long as both do. */
function sharedPassages(a: Tokens, b: Tokens, inB: Map<number, number>, size: number): string[] {
  const runs: { from: number; length: number }[] = []
  for (let at = 0; at + size <= a.ids.length; ) {
    const there = inB.get(shingleAt(a.ids, at, size))
    let length = 0
    if (there !== undefined)
      while (
        at + length < a.ids.length &&
        there + length < b.ids.length &&
        a.ids[at + length] === b.ids[there + length]
      )
        length += 1
    if (length >= Math.min(MIN_SHARED_TOKENS, a.ids.length, b.ids.length)) runs.push({ from: at, length })
    at += Math.max(1, length)
  }
  const passages = runs
    .sort((one, other) => other.length - one.length || one.from - other.from)
    .map(({ from, length }) => a.text.slice(a.starts[from], a.ends[from + length - 1]))
  return [...new Set(passages)].slice(0, MAX_SHARED)
}

function tokensOf(text: string, names: Map<string, number>): Tokens {
  const normal = normalText(text)
  const ids: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const match of normal.text.matchAll(TOKEN)) {
    const word = match[0].toLowerCase()
    const id = names.get(word) ?? names.size
    if (id === names.size) names.set(word, id)
    ids.push(id)
    starts.push(normal.starts[match.index] ?? 0)
    ends.push(normal.ends[match.index + match[0].length - 1] ?? text.length)
  }
  return { text, ids: Int32Array.from(ids), starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}
