/** What the editors say of a claim: their decisions so far and the next one, and the caveats that go with it into print. */
import { paths } from '#app/paths.ts'
import { type ClaimStatus, isSettled } from '#domain/claim.ts'
import { Caveats, type ProposedCaveat, type ShownCaveat } from './caveats.tsx'
import { decisionTitle } from './claim-parts.ts'
import type { RefusedForm } from './form-errors.ts'
import type { NextStep } from './next-step.ts'
import { ReviewForm, Reviews, type ShownReview, SubmitForm } from './review-panel.tsx'
import { Section } from './section.tsx'
import type { Typed } from './typed-values.ts'

/** `own`: the reader logged the claim. `refusals` are those of the forms here; `values` what a refused one was sent with. */
export function ClaimDecision({
  claim,
  mayReview,
  own,
  next,
  proposed,
  refusals,
  values,
}: {
  claim: {
    id: string
    status: ClaimStatus
    submittedAt: Date | string | null
    reviews: ShownReview[]
    caveats: ShownCaveat[]
  }
  mayReview: boolean
  own: boolean
  next: NextStep
  proposed: ProposedCaveat | null
  refusals: { review: RefusedForm; submit: RefusedForm; caveat: RefusedForm }
  values: Typed
}) {
  const mayDecide = mayReview && !own
  return (
    <>
      <Section id="review" title={decisionTitle(mayReview)}>
        <div className="grid gap-4">
          <Reviews reviews={claim.reviews} />
          {mayReview ? <ReviewForm own={own} refusal={refusals.review} values={values} /> : null}
          {isSettled(claim.status) || mayDecide ? null : (
            <SubmitForm
              waits={claim.submittedAt !== null}
              isNext={next.target === 'submit' || next.target === 'review'}
              refusal={refusals.submit}
            />
          )}
        </div>
      </Section>
      <Section id="caveats" title="Caveats">
        <Caveats
          caveats={claim.caveats}
          proposed={proposed}
          refusal={refusals.caveat}
          page={paths.claim(claim.id)}
        />
      </Section>
    </>
  )
}
