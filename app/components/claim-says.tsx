/** What a claim says, and the occasion on which it was said, shown or asked for. */
import { ClaimFacts, type ClaimWithFacts } from './claim-facts.tsx'
import type { RefusedForm } from './form-errors.ts'
import { Section } from './section.tsx'
import type { Typed } from './typed-values.ts'
import { UtteranceForm } from './utterance.tsx'

/** `lang` is the article's language; `values` are what a refused form was sent with. */
export function ClaimSays({
  claim,
  lang,
  refusal,
  values,
}: {
  claim: ClaimWithFacts & { utteranceId: string | null }
  lang: string
  refusal: RefusedForm
  values: Typed | undefined
}) {
  return (
    <Section id="says" title="What it says">
      <ClaimFacts claim={claim} lang={lang} />
      <div className="mt-3">
        <UtteranceForm
          key={claim.utteranceId}
          known={claim.utterance !== null}
          values={refusal && values ? values : { speaker: claim.claimant, role: claim.claimantRole }}
          refusal={refusal}
        />
      </div>
    </Section>
  )
}
