/** One chain as a form: which steps, in which order, how long each and all may take, and when the walk ends. */
import type { ReactNode } from 'react'
import { type ChainFrom, type ChainKind, STEPS_OF } from '#domain/chain-setting.ts'
import type { Chain, StepName } from '#domain/step.ts'
import { stepWords, windowWords } from './attempt-words.ts'
import { Button } from './button.tsx'
import { ChainStepRow, type StepFields } from './chain-step-row.tsx'
import { Field } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { PageForm } from './page-form.tsx'
import { EnterKeySubmits, RowButtons } from './row-buttons.tsx'
import { useRowEditor } from './row-editor.ts'
import { type Typed, typed, typedRows } from './typed-values.ts'

/** A window for a step that is not in the chain yet. */
const NEW_STEP_SECONDS = 30

export type ShownChainSetting = {
  kind: ChainKind
  chain: Chain
  from: ChainFrom
  /** whether this page's own setting is in force, and not one from further away */
  isOwn: boolean
}

/** `values` are what was typed into a form that was refused or whose rows were moved. `children` say where the chain counts. */
export function ChainEditor({
  setting,
  missing,
  mayChange,
  resetWords,
  refusal,
  values,
  children,
}: {
  setting: ShownChainSetting
  missing: Partial<Record<StepName, string>>
  mayChange: boolean
  resetWords: string
  refusal: RefusedForm
  values: Typed | null
  children: ReactNode
}) {
  const { kind, chain, isOwn } = setting
  const { rows, onEdit, said, list } = useRowEditor<StepFields>(startRows(setting, values), (step) => ({
    step,
    use: false,
    seconds: '',
  }))
  const ending = values ? typed(values, 'ending') : chain.stopAtFirst ? 'first' : 'all'
  return (
    <>
      {children}
      <RefusalNotice refusal={refusal} />
      <PageForm name="chain" className="mt-3 grid gap-4">
        <EnterKeySubmits name="intent" value="set" />
        <input type="hidden" name="kind" value={kind} />
        <fieldset disabled={!mayChange} className="grid min-w-0 gap-4">
          <legend className="sr-only">Steps in order</legend>
          <ol ref={list} className="border-b border-rule">
            {rows.map(({ key, row }, index) => (
              <li key={key} data-row={key} className="border-t border-rule py-2">
                <ChainStepRow
                  row={row}
                  at={index}
                  missing={missing[row.step as StepName]}
                  error={
                    fieldError(refusal, `steps.${index}.seconds`) ??
                    fieldError(refusal, `steps.${index}.step`)
                  }
                  buttons={
                    mayChange ? (
                      <RowButtons
                        at={index}
                        of={rows.length}
                        name={`“${stepWords(row.step)}”`}
                        onEdit={onEdit}
                      />
                    ) : null
                  }
                />
              </li>
            ))}
          </ol>
          <p aria-live="polite" className="sr-only">
            {said}
          </p>
          <div className="grid gap-4 sm:grid-cols-[12rem_minmax(0,1fr)]">
            <Field
              label="Seconds for the whole run"
              name="windowSeconds"
              inputMode="numeric"
              defaultValue={values ? typed(values, 'windowSeconds') : String(chain.windowMs / 1_000)}
              error={fieldError(refusal, 'windowSeconds')}
              hint={
                kind === 'find'
                  ? `Leads are looked at in this time, too. Its steps alone may take ${windowWords(sumOf(chain))}.`
                  : `Its steps alone may take ${windowWords(sumOf(chain))}.`
              }
            />
            <Ending chosen={ending} kind={kind} />
          </div>
        </fieldset>
        {mayChange ? (
          <div className="flex flex-wrap gap-2">
            <Button look="primary" name="intent" value="set">
              Keep this chain
            </Button>
            {isOwn ? (
              <Button look="quiet" name="intent" value="reset">
                {resetWords}
              </Button>
            ) : null}
          </div>
        ) : null}
      </PageForm>
    </>
  )
}

function Ending({ chosen, kind }: { chosen: string; kind: ChainKind }) {
  const brought = kind === 'find' ? 'brings leads' : 'brings a usable page'
  const choice = (value: string, label: string) => (
    <label className="flex items-start gap-2">
      <input
        type="radio"
        name="ending"
        value={value}
        defaultChecked={chosen === value}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      {label}
    </label>
  )
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">When the walk ends</legend>
      {choice('first', `Stop at the first step that ${brought}`)}
      {choice('all', 'Walk them all, whatever the others bring')}
    </fieldset>
  )
}

/** The chain's steps in order, then those that are not part of it. */
function startRows({ kind, chain }: ShownChainSetting, values: Typed | null): StepFields[] {
  if (values)
    return typedRows(values, 'steps').map((row) => ({
      step: typed(row, 'step'),
      use: typed(row, 'use') !== '',
      seconds: typed(row, 'seconds'),
    }))
  const used = chain.steps.map(({ step, windowMs }) => ({
    step,
    use: true,
    seconds: String(windowMs / 1_000),
  }))
  const others = STEPS_OF[kind].filter((name) => !chain.steps.some(({ step }) => step === name))
  return [...used, ...others.map((step) => ({ step, use: false, seconds: String(NEW_STEP_SECONDS) }))]
}

const sumOf = (chain: Chain) => chain.steps.reduce((sum, { windowMs }) => sum + windowMs, 0)
