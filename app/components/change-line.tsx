/** What became of a cited passage, in a line: the change, and figures before and after. */
import { changeDetail, changeLook, changeWord, figureChangeWords } from './change-words.ts'

export function ChangeLine({ change, detail }: { change: string; detail: unknown }) {
  const { sign, look } = changeLook(change)
  const { figures, why } = changeDetail(detail)
  const told = change === 'figure_changed' ? figures.map(figureChangeWords).join('; ') : ''
  return (
    <span className={look}>
      <span aria-hidden="true">{sign} </span>
      <span className="font-medium">{changeWord(change)}</span>
      {told ? <span className="text-ink">: {told}</span> : null}
      {change === 'could_not_look' && why ? <span>: {why}</span> : null}
    </span>
  )
}
