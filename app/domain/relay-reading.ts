/** Reads one archived page for what it says of where it has its information: speakers, other houses, uncommon figures. */
import type { ReadAttribution } from '#reading/attribution.ts'
import { readAttributions } from '#reading/attributions.ts'
import type { ReadFigure } from '#reading/figure.ts'
import { readFigures } from '#reading/figures.ts'
import { foldScript } from '#reading/fold-script.ts'
import { type ReadPeriod, readPeriods } from '#reading/periods.ts'
import type { RelayBasis } from './relay.ts'
import { isKnownOutlet, isSameOutlet, outletAt, outletNamed } from './relay-outlets.ts'
import type { SourceKind } from './source.ts'

/** A source with its newest usable capture. Positions are UTF-16 units of `text`. */
export type RelayPage = {
  sourceId: string
  captureId: string
  address: string
  publisher: string | null
  byline: string | null
  language: string | null
  /** ISO 8601 date or date-time, as the page prints it */
  published: string | null
  kind: SourceKind
  /** all visible text */
  text: string
  /** the body of the article alone */
  article: string
  /** the address that the page names as its own, when it names another one */
  namedAddress: string | null
}

export type Words = { text: string; start: number; end: number }

/** Everything one speaker is said to have said in a page. */
export type ReadUtterance = {
  speaker: string
  role: string | null
  /** occasions as printed, most often one */
  events: { name: string; words: Words }[]
  /** days on which the page says it was said, ISO */
  days: { date: string; words: Words }[]
  /** how often the page attributes something to the speaker */
  count: number
  /** first attribution, the one that names the occasion before others */
  words: Words
  said: { start: number; end: number }[]
}

/** Another house named as where the page, or a part of it, is from. */
export type HouseMention = { house: string; basis: RelayBasis; words: string; at: Words | null }

export type RelayReading = {
  page: RelayPage
  utterances: ReadUtterance[]
  houses: HouseMention[]
  figures: ReadFigure[]
  /** those that two reports do not share by chance */
  uncommon: ReadFigure[]
}

/** Reads in linear time. A page without a date of its own has its relative days left out. */
export function readForRelays(page: RelayPage): RelayReading {
  const { text } = page
  const language = page.language ?? undefined
  const periods = readPeriods(text, { referenceDate: page.published?.slice(0, 10), language })
  const attributions = readAttributions(text, { periods })
  const figures = readFigures(text, { language })
  return {
    page,
    utterances: utterancesIn(attributions, periods),
    houses: housesIn(page, attributions),
    figures,
    uncommon: figures.filter(isUncommon),
  }
}

/** Names compare without script, case and spaces; a surname alone is the person named in full elsewhere. */
export function isSameName(a: string, b: string): boolean {
  const [one, other] = [foldedName(a), foldedName(b)]
  if (one.joined === other.joined) return true
  const [short, long] = one.words.length < other.words.length ? [one, other] : [other, one]
  return short.words.length === 1 && long.words.length > 1 && long.words.includes(short.words[0] ?? '')
}

function foldedName(name: string): { joined: string; words: string[] } {
  const words = foldScript(name)
    .toLowerCase()
    .split(/[\s·.]+/)
    .filter(Boolean)
  return { joined: words.join(''), words }
}

function utterancesIn(attributions: ReadAttribution[], periods: ReadPeriod[]): ReadUtterance[] {
  const found: ReadUtterance[] = []
  let last: ReadUtterance | null = null
  for (const one of attributions) {
    if (one.kind === 'wire_tag' || one.kind === 'citing' || one.relayOf) continue
    if (one.speaker && isKnownOutlet(one.speaker)) continue
    // A pronoun goes on with whoever spoke before.
    const known: ReadUtterance | null | undefined = one.speaker
      ? found.find(({ speaker }) => isSameName(speaker, one.speaker ?? ''))
      : last
    if (!one.speaker && !known) continue
    const utterance: ReadUtterance = known ?? newUtterance(one)
    if (!known) found.push(utterance)
    last = utterance
    add(utterance, one, periods)
  }
  return found.sort((a, b) => b.count - a.count)
}

function newUtterance({ speaker, role, words }: ReadAttribution): ReadUtterance {
  return { speaker: speaker ?? '', role, events: [], days: [], count: 0, words, said: [] }
}

function add(utterance: ReadUtterance, one: ReadAttribution, periods: ReadPeriod[]): void {
  const { speaker, role, words, event, said } = one
  utterance.count += 1
  if (speaker && speaker.length > utterance.speaker.length) utterance.speaker = speaker
  utterance.role ??= role
  if (said) utterance.said.push(said)
  if (event && !utterance.events.some(({ name }) => name === event)) {
    if (utterance.events.length === 0) utterance.words = words
    utterance.events.push({ name: event, words })
  }
  if (!one.when) return
  const day = periods.find(
    ({ start, end, from, to }) => start >= words.start && end <= words.end && from === to,
  )
  if (day && !utterance.days.some(({ date }) => date === day.from))
    utterance.days.push({ date: day.from, words: { text: day.text, start: day.start, end: day.end } })
}

/** 第三篇报道, 上述报道: a report, and no house. */
const NO_HOUSE = /^(?:第.{0,4}[篇条则]|这|该|此|上述|相关|另|有关)/u

/** The houses a page names, its own left out, each once by the strongest sign. */
function housesIn(page: RelayPage, attributions: ReadAttribution[]): HouseMention[] {
  const [own, ...others] = (page.publisher ?? '').split(/\s*[/／|]\s*/).filter(Boolean)
  const mentions: HouseMention[] = []
  const add = (house: string, basis: RelayBasis, words: string, at: Words | null) => {
    if (NO_HOUSE.test(house)) return
    const named = outletNamed(house)
    if (isOwn(named, page.address, own)) return
    if (mentions.some((known) => isSameOutlet(known.house, named))) return
    mentions.push({ house: named, basis, words, at })
  }
  const sourceLine = /(?:来源|來源|稿源|转自|轉自)/
  for (const { kind, relayOf, words } of attributions)
    if (kind === 'wire_tag' && relayOf)
      add(relayOf, sourceLine.test(words.text) ? 'byline' : 'wire_tag', words.text, words)
  if (page.byline && isKnownOutlet(page.byline)) add(page.byline, 'byline', page.byline, null)
  for (const other of others) if (isKnownOutlet(other)) add(other, 'byline', page.publisher ?? other, null)
  for (const { kind, relayOf, words } of attributions)
    if (kind !== 'wire_tag' && relayOf) add(relayOf, 'citing', words.text, words)
  return mentions
}

function isOwn(house: string, address: string, publisher: string | undefined): boolean {
  const at = outletAt(address)
  return (
    (at !== null && isSameOutlet(at, house)) || (publisher !== undefined && isSameOutlet(publisher, house))
  )
}

const LARGE = 1_000_000
const SMALL = 12

/**
 * Figures that two reports do not share by chance: at least two significant digits, or a large round one. Ranks, small
 * counts, shares in full tens and "twice" are common.
 */
function isUncommon({ value, kind, unit }: ReadFigure): boolean {
  if (kind === 'ordinal' || kind === 'multiple' || kind === 'duration') return false
  const size = Math.abs(Number(value))
  if (!(size > SMALL)) return false
  const digits = value
    .replace(/^-/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '')
  if (kind === 'percent') return digits.length >= 2
  return digits.length >= 2 || (size >= LARGE && unit !== null)
}
