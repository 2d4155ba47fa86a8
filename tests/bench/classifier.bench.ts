/** The benchmark of the classifier: which pages of the corpus it takes for what, and every page it takes for something else. */
import { classesIn, countOf, type Judged, judgeCorpus, scores } from './classifier/measure.ts'

const options = new Set(process.argv.slice(2))
const started = performance.now()
const judged = await judgeCorpus()
const misses = judged.filter(({ page, said }) => page.wanted !== said)
// An interstitial filed as the article is evidence of nothing: it must be noticed wherever this runs.
if (misses.some(({ said }) => said === 'article')) process.exitCode = 1
if (options.has('--json')) {
  const rows = misses.map(({ page, said, signals }) => ({ id: page.id, wanted: page.wanted, said, signals }))
  process.stdout.write(`${JSON.stringify({ pages: judged.length, scores: scores(judged), misses: rows })}\n`)
} else print(judged)

function print(all: Judged[]) {
  const classes = classesIn(all)
  say(`${all.length} pages, written by the people who wrote the classifier, after pages seen in the wild.`)
  say('Rows: what the page was written to be. Columns: what it was taken for.\n')
  say(`${''.padEnd(14)}${classes.map((one) => one.slice(0, 9).padStart(10)).join('')}`)
  for (const wanted of classes)
    say(`${wanted.padEnd(14)}${classes.map((one) => cell(countOf(all, wanted, one))).join('')}`)
  say(
    '\nPrecision: of the pages called so, how many are. Recall: of those that are, how many were called so.',
  )
  for (const { contentClass, right, said, written, precision, recall } of scores(all))
    say(
      `${contentClass.padEnd(14)}precision ${share(precision)} (${right} of ${said})   recall ${share(recall)} (${right} of ${written})`,
    )
  say(`\n${all.length - misses.length} of ${all.length} right.`)
  for (const { page, said, signals } of misses)
    say(
      `  ${page.id}: ${page.wanted}, taken for ${said}${signals.length > 0 ? ` (${signals.join('; ')})` : ''}`,
    )
  say(`\nMeasured in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}

function cell(count: number): string {
  return (count === 0 ? '·' : String(count)).padStart(10)
}

function share(part: number | null): string {
  return part === null ? '     –' : `${(100 * part).toFixed(0)} %`.padStart(6)
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}
