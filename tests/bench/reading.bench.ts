/** The benchmark of reading: accuracy on the corpus, speed beside the recognisers, quotations beside the search library. */

import { type Accuracy, measureAccuracy } from './reading/accuracy.ts'
import { measureOtherBulk } from './reading/bulk-others.ts'
import { loadPeer } from './reading/peer.ts'
import { keepsPromise, measureQuoteAccuracy, measureQuoteSpeed } from './reading/quotes.ts'
import { measureBulk, measureCalls } from './reading/speed.ts'

const LANGUAGES = ['english', 'chinese'] as const
/** No text of a megabyte may keep a reader longer. */
const MAX_MS_PER_MB = 1000
const options = new Set(process.argv.slice(2))
const started = performance.now()
const peer = await loadPeer()
const result = {
  peer: peer ? '@microsoft/recognizers-text-suite' : null,
  accuracy: LANGUAGES.map((language) => measureAccuracy(language, peer)),
  calls: LANGUAGES.map((language) => measureCalls(language, peer)),
  bulk: measureBulk(),
  otherBulk: measureOtherBulk(),
  quotes: measureQuoteAccuracy(),
  quoteSpeed: measureQuoteSpeed(),
}
// A wrongly accepted quotation is no slow day: it must be noticed wherever this runs.
if (!keepsPromise(result.quotes)) process.exitCode = 1
if (options.has('--json')) process.stdout.write(`${JSON.stringify(result)}\n`)
else print()

function print() {
  if (!peer) say('The peer @microsoft/recognizers-text-suite is not installed: its columns are left out.\n')
  say('Figures: share of the corpus that comes out right')
  for (const one of result.accuracy) {
    say(
      `  ${one.language.padEnd(8)} ${share(one.exact, one.cases)} text, value, unit · ${share(one.full, one.cases)} also bound, rate, kind, date (${one.cases} cases)`,
    )
    if (one.comparable) {
      const { cases, ours, peer: theirs } = one.comparable
      say(
        `           the same asked of both, value and currency or percent: ours ${share(ours, cases)}, peer ${share(theirs, cases)} (${cases} cases)`,
      )
    }
    if (options.has('--failures')) printFailures(one)
  }
  say('\nFigures: µs of processor time a sentence')
  for (const { language, oursUs, peerNumbersUs, peerAllUs } of result.calls)
    say(
      `  ${language.padEnd(8)} ours ${oursUs.toFixed(0)}${ratio('peer, numbers alone', peerNumbersUs, oursUs)}${ratio('peer, numbers and units', peerAllUs, oursUs)}`,
    )
  say('\nFigures: ms of processor time per MB')
  for (const { text, msPerMb, estimated } of result.bulk)
    say(`  ${text.padEnd(28)} ${msPerMb.toFixed(0).padStart(6)}${estimated ? ' (from an eighth)' : ''}`)
  printOthers()
  say('\nQuotations accepted: all of none and typography should be, none from digit on')
  for (const { change, cases, ours, library } of result.quotes)
    say(
      `  ${change.padEnd(12)} ours ${String(ours).padStart(3)} of ${cases} · approx-string-match alone ${String(library).padStart(3)}`,
    )
  say(`  the promise is ${keepsPromise(result.quotes) ? 'kept' : 'BROKEN'}`)
  say('\nQuotations: ms a search in 2 MB')
  for (const { change, oursMs, libraryMs } of result.quoteSpeed)
    say(
      `  ${change.padEnd(12)} ours ${oursMs.toFixed(1)} · approx-string-match alone ${libraryMs.toFixed(1)}, ${(libraryMs / oursMs).toFixed(1)} ×`,
    )
  say(`\nMeasured in ${((performance.now() - started) / 1000).toFixed(0)} s.`)
}

/** News for every reader, then the texts that take it longest: dozens of hostile ones would bury the few that matter. */
function printOthers() {
  say('\nOther readings: ms of processor time per MB, news and the three slowest texts')
  for (const { reader, rows } of result.otherBulk) {
    const [news, hostile] = [rows.slice(0, 2), rows.slice(2)]
    const slowest = hostile.sort((a, b) => b.msPerMb - a.msPerMb).slice(0, 3)
    const told = [...news, ...slowest].map(({ text, msPerMb }) => `${text} ${msPerMb.toFixed(0)}`)
    say(`  ${reader.padEnd(13)} ${told.join(' · ')}`)
  }
  const rows = [...result.bulk, ...result.otherBulk.flatMap((one) => one.rows)]
  const slow = rows.filter(({ msPerMb }) => msPerMb > MAX_MS_PER_MB).length
  say(`  over ${MAX_MS_PER_MB} ms: ${slow} of ${rows.length} texts`)
}

function printFailures({ failures, partFailures }: Accuracy) {
  if (failures.length > 0) say(`           wrong: ${failures.join(' ')}`)
  if (partFailures.length > 0) say(`           bound, rate, kind or date wrong: ${partFailures.join(' ')}`)
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`
}

function ratio(name: string, theirs: number | null, ours: number): string {
  return theirs === null ? '' : ` · ${name} ${theirs.toFixed(0)}, ${(theirs / ours).toFixed(1)} ×`
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}
