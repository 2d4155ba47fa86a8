/** Says whether two texts are copies of one story, across scripts and typography, and shows the passages they share. */
import { type NormalText, normalText } from './quote-parts/normal-text.ts'

export type TextComparison = {
  /** One was copied from the other, or both from a third: they count as one origin. */
  same: boolean
  /** The share of the shorter text's wording that stands in the longer one, 0 to 1. */
  containment: number
  /** The longest shared passages, as printed in the first text. */
  shared: string[]
}

export type TextGroup = { ids: string[]; shared: string[] }

/** Tokens of one text (a Chinese or Japanese sign, a word or a number) with where each stands in its levelled form. */
type Tokens = { text: string; normal: NormalText; ids: Int32Array; starts: Int32Array; ends: Int32Array }

/** Names of offices and events are shared by every report of an event; this many tokens in a row are wording. */
const SHINGLE_TOKENS = 6
/** Independent reports of one event share its quotations and names, far less than half of their wording. */
const MIN_CONTAINMENT = 0.5
/** Below this length a text is a headline or an excerpt: a copy only of a text about as long. */
const MIN_EXCERPT_TOKENS = 40
const MIN_TOKENS_FOR_SHARE = 12
const MAX_SHARED = 5
const MIN_SHARED_TOKENS = 10
/** More would not tell the share of a book's wording better. */
const MAX_SHINGLES = 32_768
const MIN_SAMPLE = 64
/** Longest runs looked at for passages that differ. */
const MAX_RUNS = 64
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
  const one = { size, every: sampleOf(shorter) }
  const sampled = [shinglesOf(a, one), shinglesOf(b, one)] as const
  // Where a text repeats itself, the sample may hold none of its few shingles.
  const sparse = one.every > 1 && Math.min(sampled[0].size, sampled[1].size) < MIN_SAMPLE
  const sample = sparse ? { size, every: 1 } : one
  const [inA, inB] = sparse ? [shinglesOf(a, sample), shinglesOf(b, sample)] : sampled
  const [small, large] = inA.size <= inB.size ? [inA, inB] : [inB, inA]
  let common = 0
  for (const shingle of small.keys()) if (large.has(shingle)) common += 1
  const containment = common / small.size
  const excerpt = shorter < MIN_EXCERPT_TOKENS && shorter * 2 < longer
  const enough = shorter < MIN_TOKENS_FOR_SHARE ? containment === 1 : containment >= MIN_CONTAINMENT
  return { same: enough && !excerpt, containment, shared: sharedPassages(a, b, inB, sample) }
}

/** Which shingles are looked at: those of `size` tokens whose hash is a multiple of `every`, a power of two. */
type Sample = { size: number; every: number }

/** All shingles of a story; of a book as many as tell the share to a percent. */
function sampleOf(tokens: number): number {
  let every = 1
  while (tokens / every > MAX_SHINGLES) every *= 2
  return every
}

/** Every shingle of the sample with where it first stands. */
function shinglesOf({ ids }: Tokens, { size, every }: Sample): Map<number, number> {
  const found = new Map<number, number>()
  for (let at = 0; at + size <= ids.length; at += 1) {
    const key = shingleAt(ids, at, size)
    if (key % every === 0 && !found.has(key)) found.set(key, at)
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

/** Walks `a` once: where a shingle stands in `b` too, the passage reaches as far both ways as both texts agree. */
function sharedPassages(a: Tokens, b: Tokens, inB: Map<number, number>, { size, every }: Sample): string[] {
  const runs: { from: number; length: number }[] = []
  let edge = 0
  for (let at = 0; at + size <= a.ids.length; at = Math.max(at + 1, edge)) {
    const key = shingleAt(a.ids, at, size)
    const there = key % every === 0 ? inB.get(key) : undefined
    if (there === undefined) continue
    let before = 0
    while (at - before > edge && there > before && a.ids[at - before - 1] === b.ids[there - before - 1])
      before += 1
    let length = 0
    while (
      at + length < a.ids.length &&
      there + length < b.ids.length &&
      a.ids[at + length] === b.ids[there + length]
    )
      length += 1
    edge = at + length
    if (before + length >= Math.min(MIN_SHARED_TOKENS, a.ids.length, b.ids.length))
      runs.push({ from: at - before, length: before + length })
  }
  const passages = runs
    .sort((one, other) => other.length - one.length || one.from - other.from)
    .slice(0, MAX_RUNS)
    .map(({ from, length }) => printed(a, from, length))
  return [...new Set(passages)].slice(0, MAX_SHARED)
}

function printed({ text, normal, starts, ends }: Tokens, from: number, length: number): string {
  return text.slice(normal.startOf(starts[from] ?? 0), normal.endOf((ends[from + length - 1] ?? 1) - 1))
}

const NO_TOKEN = 1
const IDEOGRAPH = 2
const IN_WORD = 3
/** What each UTF-16 unit is to a token; 0 is "not looked at yet". Half a surrogate pair counts as part of a word. */
const kinds = new Uint8Array(0x10000)

function kindOf(unit: number): number {
  const sign = String.fromCharCode(unit)
  if (/[\u3040-\u30ff\u3400-\u9fff]/.test(sign)) return IDEOGRAPH
  return /[\p{L}\p{M}\p{N}\ud800-\udfff]/u.test(sign) ? IN_WORD : NO_TOKEN
}

/** Words are numbered from the end of the basic plane on, signs by their own unit. */
function tokensOf(source: string, names: Map<string, number>): Tokens {
  const normal = normalText(source)
  const { text } = normal
  const ids = new Int32Array(text.length)
  const starts = new Int32Array(text.length)
  const ends = new Int32Array(text.length)
  let count = 0
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at)
    const kind = kindAt(text, at)
    let end = at + 1
    if (kind !== NO_TOKEN) {
      if (kind === IN_WORD) while (end < text.length && kindAt(text, end) === IN_WORD) end += 1
      ids[count] = kind === IDEOGRAPH ? unit : numberOf(text.slice(at, end).toLowerCase(), names)
      starts[count] = at
      ends[count] = end
      count += 1
    }
    at = end
  }
  return { text: source, normal, ids: ids.subarray(0, count), starts, ends }
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return kinds[unit] || learn(unit)
}

function learn(unit: number): number {
  const kind = kindOf(unit)
  kinds[unit] = kind
  return kind
}

function numberOf(word: string, names: Map<string, number>): number {
  const known = names.get(word)
  if (known !== undefined) return known
  const number = 0x10000 + names.size
  names.set(word, number)
  return number
}
