/** Tells which figures of a text changed between two versions of it: the value before and after, not the page. */
import { changeWords } from './check-parts/told-steps.ts'
import type { ReadFigure } from './figure.ts'
import { readFigures } from './figures.ts'

/** `change` is absolute and, where there is something to relate it to, relative: "+2 (+16.7 %)". */
export type FigureChange = { before: ReadFigure; after: ReadFigure; change: string }
export type ChangedFigures = { changed: FigureChange[]; gone: ReadFigure[]; added: ReadFigure[] }

const STOPS = /[。！？；\n]|[.!?;](?=\s|$)/g
const NOUGHT = '#'

/**
 * A figure is the same one where its sentence is the same but for its figures, and so is its place among them. Its value,
 * unit, bound, rate or date may have changed; words that changed around it are no change of the figure. Figures whose sentence
 * stands in one version only are `gone` or `added`.
 */
export function changedFigures(before: string, after: string): ChangedFigures {
  const later = placed(after)
  const changed: FigureChange[] = []
  const gone: ReadFigure[] = []
  for (const [place, figure] of placed(before)) {
    const now = later.get(place)
    later.delete(place)
    if (!now) gone.push(figure)
    else if (said(figure) !== said(now))
      changed.push({ before: figure, after: now, change: changeWords(figure.value, now.value) })
  }
  return { changed, gone, added: [...later.values()] }
}

/** Every figure under what tells its place: its sentence without figures, how often that came before, and its turn in it. */
function placed(text: string): Map<string, ReadFigure> {
  const figures = readFigures(text)
  const places = new Map<string, ReadFigure>()
  const seen = new Map<string, number>()
  let next = 0
  let from = 0
  for (const stop of [...Array.from(text.matchAll(STOPS), (match) => match.index), text.length]) {
    const first = next
    let frame = ''
    let at = from
    for (; (figures[next]?.start ?? text.length) < stop; next += 1) {
      const figure = figures[next]!
      frame += text.slice(at, figure.start) + NOUGHT
      at = figure.end
    }
    frame = (frame + text.slice(at, Math.max(at, stop))).replace(/\s+/g, ' ').trim()
    if (next > first) {
      const turn = seen.get(frame) ?? 0
      seen.set(frame, turn + 1)
      for (let index = first; index < next; index += 1)
        places.set(`${turn} ${index - first} ${frame}`, figures[index]!)
    }
    from = stop + 1
  }
  return places
}

function said({ value, valueHigh, unit, bound, rate, asOf }: ReadFigure): string {
  return [value, valueHigh, unit, bound, rate, asOf].join(' ')
}
