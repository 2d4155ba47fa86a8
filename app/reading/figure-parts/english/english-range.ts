/** Whether two English numbers with a dash or "to" between them are a range at all: no scores, votes, odds or changes. */
import type { Draft } from '#reading/figure-parts/shared/draft.ts'
import { isCjk } from '#reading/figure-parts/shared/plain-width.ts'

/** "Fell 3 to 12", "gained $1.21 to $41.54": by how much, then to what. */
const CHANGED_BEFORE =
  /(?<![a-z])(?:rose|fell|grew|gained|lost|shed|added|climbed|dropped|jumped|slid|slipped|eased|declined|shrank|surged|soared|tumbled|plunged|advanced|retreated|increased|decreased|rallied|dipped|edged (?:up|down)|up|down|cut|raised|reduced)(?: by)? (?:[$€£¥]|us\$)?$/
const BY_BEFORE =
  /(?:increase|rise|grow|fall|drop|decline|jump|climb|cut|raise|reduce|expand|shrink)[a-z]* by (?:[$€£¥]|us\$)?$/
const FROM_BEFORE = /(?<![a-z])from $/
const VOTE_BEFORE =
  /(?<![a-z])(?:vote|votes|voted|margin|ratio|score|scored|odds|won|win|lost|beat|victory|defeat|verdict)(?: of| by| was)? $/
/** Bare numbers joined by a hyphen are a range of ages, or of things counted after them; else a score or a code. */
const AGES_BEFORE = /(?<![a-z])(?:aged|ages?|grades?|years|between) $/
const COUNTED_AFTER =
  /^ (?!(?:points|games|goals|sets|frames|wins|losses|series|victories|defeats|is|was|has|as|this)(?![a-z]))(?:[a-z]+ )?(?:people|children|men|women|[a-z]{3,}(?<![aius])s)(?![a-z])|^-year|^ age/
const LEAST_CODE = 1000n
const MOST_ODDS = 100n

/** `before` are the words that lead up to `low`; 'apart' where they are two figures, 'neither' where they are none. */
export function englishPair(
  plain: string,
  before: string,
  connector: string,
  low: Draft,
  high: Draft,
): 'range' | 'apart' | 'neither' {
  const bare = !low.unit && !high.unit && !low.scaleWords && !high.scaleWords
  const ascending = low.value.below(high.value)
  if (connector === 'to' || connector === '-to-') {
    if (!(high.unit && !low.unit) && CHANGED_BEFORE.test(before)) return 'apart'
    // "To increase by $10 billion to $85bn": by how much, then to what; "to grow by 5% to 7%" is a span.
    if (BY_BEFORE.test(before) && (bare || low.kind === 'money') && !VOTE_BEFORE.test(before)) return 'apart'
    if (!bare) return 'range'
    if (VOTE_BEFORE.test(before)) return 'neither'
    // Odds: two to one, by 7 to 2. A fall from 12 to 9 is two figures.
    if (!ascending && low.value.isWhole() && !low.value.atLeast(MOST_ODDS))
      return FROM_BEFORE.test(before) ? 'apart' : 'neither'
    return 'range'
  }
  if (!bare || !isDash(connector) || low.value.atLeast(LEAST_CODE)) return 'range'
  if (connector !== '-') return ascending && !VOTE_BEFORE.test(before) ? 'range' : 'neither'
  // 6-8级大风: a measure word counts both.
  if (ascending && high.language === 'zh' && isCjk(plain[high.end])) return 'range'
  const counted = AGES_BEFORE.test(before) || COUNTED_AFTER.test(plain.slice(high.end, high.end + 32))
  return ascending && counted ? 'range' : 'neither'
}

export function isDash(connector: string): boolean {
  return connector === '-' || connector === '–' || connector === '—'
}
