/** Reads who is said to have said what in a text, English and Chinese; proposals for a person to decide on. */
import type { ReadAttribution } from './attribution.ts'
import { chineseAttributions } from './attribution-parts/chinese-attribution.ts'
import { englishAttributions } from './attribution-parts/english-attribution.ts'
import { type Field, sentenceStarts } from './attribution-parts/place.ts'
import { readQuoted } from './attribution-parts/quoted.ts'
import { type ReadPeriod, readPeriods } from './periods.ts'

/** Any day will do: only the words of a date are used, but "yesterday" is read only where a day is given. */
const ANY_DAY = '2000-06-15'
const HAS_HAN = /\p{Script=Han}/u
const HAS_LATIN = /[a-z]/i

/**
 * In order of their words, which never overlap. What is said inside quotation marks is never read as the writer's own
 * attribution. `language` (BCP-47) leaves out the rules of the other language; without it both are tried. `periods`
 * are those of the text where the caller has read them already, relative ones included.
 */
export function readAttributions(
  text: string,
  options: { language?: string; periods?: ReadPeriod[] } = {},
): ReadAttribution[] {
  const quoted = readQuoted(text)
  const field: Field = {
    source: text,
    quoted,
    starts: sentenceStarts(quoted.bare),
    periods: options.periods ?? readPeriods(text, { referenceDate: ANY_DAY, language: options.language }),
  }
  const language = options.language?.split('-')[0]
  const found = [
    ...(language !== 'zh' && HAS_LATIN.test(text) ? englishAttributions(field) : []),
    ...(language !== 'en' && HAS_HAN.test(text) ? chineseAttributions(field) : []),
  ].sort((a, b) => a.words.start - b.words.start || b.words.end - a.words.end)
  const kept: ReadAttribution[] = []
  for (const one of found) if (one.words.start >= (kept.at(-1)?.words.end ?? 0)) kept.push(one)
  return kept
}
