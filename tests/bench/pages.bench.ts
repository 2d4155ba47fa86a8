/** The benchmark of pages: body, day, author, title, publisher and language, beside Readability on linkedom. */
import { fileURLToPath } from 'node:url'
import { layoutPages } from './pages/layout-pages.ts'
import { measureSet, type SetScore, type Share } from './pages/measure.ts'
import { ours, readability } from './pages/readers.ts'
import { savedPages } from './pages/saved-pages.ts'
import { templatePages } from './pages/template-pages.ts'

/** `--pages=DIR` names a folder of saved pages; without it, one beside the checkout is taken where there is one. */
const PAGES_OPTION = '--pages='
const BESIDE = fileURLToPath(new URL('../../../shared/pages', import.meta.url))
const options = process.argv.slice(2)
const folder = options.find((one) => one.startsWith(PAGES_OPTION))?.slice(PAGES_OPTION.length) ?? BESIDE

const sets = [
  { set: 'templates', pages: templatePages() },
  { set: 'layouts', pages: layoutPages() },
  { set: 'saved pages, whose gold is Readability’s own', pages: savedPages(folder) },
].filter(({ pages }) => pages.length > 0)

const result: { set: string; reader: string; scores: SetScore[] }[] = []
for (const { set, pages } of sets) {
  for (const reader of [ours, readability])
    result.push({ set, reader: reader.name, scores: await measureSet(pages, reader) })
}
if (options.includes('--json')) process.stdout.write(`${JSON.stringify(result)}\n`)
else print()

function print() {
  for (const { set } of sets) {
    say(`\n${set[0]!.toUpperCase()}${set.slice(1)}`)
    for (const { reader, scores } of result.filter((one) => one.set === set)) {
      for (const score of scores) {
        const shares = [
          `day ${share(score.published)}`,
          `author ${share(score.byline)}`,
          `title ${share(score.title)}`,
          `publisher ${share(score.publisher)}`,
          `language ${share(score.spoken)}`,
        ]
        say(
          `  ${reader.padEnd(22)} ${score.language.padEnd(7)} ${String(score.pages).padStart(2)} pages · body F1 ${score.bodyF1.toFixed(3)} · ${shares.join(' · ')} · ${score.medianMs.toFixed(1)} ms`,
        )
        if (options.includes('--failures')) for (const failure of score.failures) say(`      ${failure}`)
      }
    }
  }
}

function share({ right, of }: Share): string {
  return of === 0 ? '–' : `${((100 * right) / of).toFixed(0)} % of ${of}`
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}
