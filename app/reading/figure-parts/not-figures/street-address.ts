/** Whether a number is that of a house, or part of a street's name: 17 Acacia Road, 221b Baker Street, Seven Sisters Road. */
import type { Page } from '#reading/figure-parts/shared/draft.ts'
import { endAt } from '#reading/figure-parts/shared/sticky.ts'

const STREET =
  '(?:Street|Road|Avenue|Lane|Drive|Close|Way|Court|Place|Square|Terrace|Crescent|Gardens|Boulevard|Row|Hill|Park|Grove|Highway|St|Rd|Ave|Blvd|Dr|Ln)(?![A-Za-z])'
const NAME = "(?:[A-Z][A-Za-z'’.]*|\\d{1,3}(?:st|nd|rd|th)) "
const HOUSE = new RegExp(`\\d{1,5}[A-Za-z]?(?:[-–]\\d{1,5})? (?:${NAME}){1,3}${STREET}`, 'y')
const NAMED = new RegExp(`[A-Z][a-z]+ (?:${NAME}){1,2}${STREET}`, 'y')

/** The end of the address, 0 where the capitals of one do not follow. `runEnd` is `at` where the number is in words. */
export function streetAddressEnd({ source }: Page, at: number, runEnd: number): number {
  // Most numbers have no capital after them: one look spares the rule.
  if (runEnd > at && !capitalFollows(source, runEnd)) return 0
  return endAt(runEnd > at ? HOUSE : NAMED, source, at)
}

function capitalFollows(source: string, runEnd: number): boolean {
  let at = runEnd
  while (at < runEnd + 8 && source[at] !== ' ') at += 1
  const next = source.charCodeAt(at + 1)
  return (next >= 0x41 && next <= 0x5a) || (next >= 0x30 && next <= 0x39)
}
