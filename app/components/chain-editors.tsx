/** The two chains of a desk or an article, for searches and for captures. */
import { CHAIN_KINDS, type ChainKind } from '#domain/chain-setting.ts'
import type { StepName } from '#domain/step.ts'
import { ChainEditor, type ShownChainSetting } from './chain-editor.tsx'
import type { RefusedForm } from './form-errors.ts'
import { Section } from './section.tsx'
import { Time } from './time.tsx'
import { type Typed, typed } from './typed-values.ts'

const TITLES: Record<ChainKind, string> = { find: 'Search for sources', fetch: 'Capture of a source' }

export type Setters = { kind: string; setBy: string | null; updatedAt: Date }[]

/** `of` is whose chains these are. `refused` is the form that a rule said no to, or whose rows were moved. */
export function ChainEditors({
  of,
  settings,
  setters,
  missing,
  mayChange,
  refused,
}: {
  of: 'desk' | 'article'
  settings: ShownChainSetting[]
  setters: Setters
  missing: Partial<Record<StepName, string>>
  mayChange: boolean
  refused: { refusal: RefusedForm; values: Typed } | null
}) {
  return CHAIN_KINDS.map((kind) => {
    const setting = settings.find((one) => one.kind === kind)
    const setter = setters.find((one) => one.kind === kind)
    const mine = refused && typed(refused.values, 'kind') === kind ? refused : null
    if (!setting) return null
    return (
      <Section key={kind} title={TITLES[kind]}>
        <ChainEditor
          // A chain that was kept or reset is drawn anew with what is in force now.
          key={`${setting.from} ${setter?.updatedAt ?? ''}`}
          setting={setting}
          missing={missing}
          mayChange={mayChange}
          resetWords={of === 'article' ? 'Walk the desk’s chain again' : 'Go back to Stet’s own chain'}
          refusal={mine?.refusal}
          values={mine?.values ?? null}
        >
          <p className="text-sm text-soft">
            {setter && setting.isOwn ? (
              <>
                Set by {setter.setBy ?? 'somebody who has left'}, <Time at={setter.updatedAt} />.
              </>
            ) : (
              otherwise(of, setting)
            )}
          </p>
        </ChainEditor>
      </Section>
    )
  })
}

function otherwise(of: 'desk' | 'article', { from }: ShownChainSetting): string {
  if (of === 'desk') return 'This is Stet’s own chain; the desk has not set another.'
  return from === 'desk'
    ? 'The article walks the desk’s chain. Keep another here, and it counts for this article alone.'
    : 'The article walks Stet’s own chain. Keep another here, and it counts for this article alone.'
}
