/** The figures of a claim while it is written: taken from the text as it is typed, or typed by hand. */
import { useState } from 'react'
import { BOUNDS, FIGURE_KINDS } from '#reading/figure.ts'
import { readFigures } from '#reading/figures.ts'
import { Button } from './button.tsx'
import { Field, Select } from './field.tsx'
import { BOUND_WORDS, FIGURE_KIND_WORDS, figureWords } from './figure-words.ts'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { type Typed, typed } from './typed-values.ts'

const SPARE_ROWS = 1
const HIDDEN = ['language', 'scaleWords'] as const

/** `text` is the claim as typed so far; `rows` the figures kept by hand, when there are any. */
export function FiguresEditor({
  text,
  rows: kept,
  byHand: startByHand,
  refusal,
}: {
  text: string
  rows: Typed[]
  byHand: boolean
  refusal: RefusedForm
}) {
  const [byHand, setByHand] = useState(startByHand)
  const [rows, setRows] = useState<Typed[]>([...kept, ...Array<Typed>(SPARE_ROWS).fill({})])
  const [edition, setEdition] = useState(0)
  const read = readFigures(text)
  const takeOver = () => {
    setRows([...read.map((figure) => ({ ...figure })), {}])
    setEdition(edition + 1)
    setByHand(true)
  }
  return (
    <fieldset className="group/figures rounded-md border border-rule p-4">
      <legend className="px-1 font-medium">Figures</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Choice
          value="text"
          label="Take them from the text"
          checked={!byHand}
          choose={() => setByHand(false)}
        />
        <Choice value="hand" label="Type them by hand" checked={byHand} choose={() => setByHand(true)} />
      </div>
      <div className="mt-3 group-has-[[value=hand]:checked]/figures:hidden" aria-live="polite">
        <ReadFigures read={read} takeOver={takeOver} />
      </div>
      <div className="mt-4 hidden gap-4 group-has-[[value=hand]:checked]/figures:grid">
        {rows.map((row, index) => (
          <FigureRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            key={`${edition}-${index}`}
            row={row}
            index={index}
            refusal={refusal}
          />
        ))}
        <Button
          type="button"
          look="quiet"
          className="justify-self-start"
          onClick={() => setRows([...rows, {}])}
        >
          Add a figure
        </Button>
      </div>
    </fieldset>
  )
}

function Choice(props: { value: string; label: string; checked: boolean; choose: () => void }) {
  return (
    <label className="flex items-center gap-2">
      <input
        type="radio"
        name="figuresFrom"
        value={props.value}
        checked={props.checked}
        onChange={props.choose}
        className="size-4 accent-accent"
      />
      {props.label}
    </label>
  )
}

function ReadFigures({ read, takeOver }: { read: ReturnType<typeof readFigures>; takeOver: () => void }) {
  if (read.length === 0)
    return <p className="text-sm text-soft">No figure in the text so far. A claim may have none.</p>
  return (
    <>
      <ul className="grid gap-1">
        {read.map((figure) => (
          <li key={figure.start} className="text-sm">
            <span className="font-serif text-base">{figure.text}</span>{' '}
            <span className="text-soft">
              is read as {figureWords({ ...figure, valueHigh: figure.valueHigh })}
            </span>
          </li>
        ))}
      </ul>
      <Button type="button" look="quiet" className="mt-2" onClick={takeOver}>
        Not right? Change them by hand
      </Button>
    </>
  )
}

function FigureRow({ row, index, refusal }: { row: Typed; index: number; refusal: RefusedForm }) {
  const field = (key: string) => ({
    name: `figures[${index}].${key}`,
    defaultValue: typed(row, key),
    error: fieldError(refusal, `figures.${index}.${key}`),
  })
  const choice = (key: string, otherwise: string) => ({
    ...field(key),
    defaultValue: typed(row, key) || otherwise,
  })
  return (
    <div className="grid grid-cols-2 gap-3 border-t border-rule pt-3 first:border-0 first:pt-0 sm:grid-cols-4">
      <Field label={`Figure ${index + 1} as printed`} placeholder="140 trillion" {...field('text')} />
      <Field label="Exact value" inputMode="decimal" placeholder="140000000000000" {...field('value')} />
      <Field label="Unit" placeholder="tokens, CNY, percent" {...field('unit')} />
      <Field label="Per" placeholder="per_day" {...field('rate')} />
      <Select
        label="Limit"
        options={BOUNDS.map((bound) => ({ value: bound, label: BOUND_WORDS[bound] ?? bound }))}
        {...choice('bound', 'exact')}
      />
      <Field label="Upper end" hint="Only for “between”." inputMode="decimal" {...field('valueHigh')} />
      <Field label="As of" placeholder="March 2026" {...field('asOf')} />
      <Select
        label="Kind"
        options={FIGURE_KINDS.map((kind) => ({ value: kind, label: FIGURE_KIND_WORDS[kind] ?? kind }))}
        {...choice('kind', 'number')}
      />
      {HIDDEN.filter((key) => typed(row, key)).map((key) => (
        <input key={key} type="hidden" name={`figures[${index}].${key}`} value={typed(row, key)} />
      ))}
    </div>
  )
}
