/** The editor's decision on a claim, and the decisions so far; for the reporter, the way to the editors. */
import { type ClaimStatus, CONFIDENCES, type Confidence, VERDICTS } from '#domain/claim.ts'
import { Button } from './button.tsx'
import { Select, TextArea } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { Notice, RefusalNotice } from './notice.tsx'
import { PageForm } from './page-form.tsx'
import { StatusMark } from './status-mark.tsx'
import { CONFIDENCE_WORDS, STATUS_WORDS } from './status-words.ts'
import { Time } from './time.tsx'
import { type Typed, typed } from './typed-values.ts'

export type ShownReview = {
  id: string
  statusAfter: ClaimStatus
  confidence: Confidence | null
  reason: string | null
  createdAt: Date | string
  reviewer: { name: string }
}

/** `reviews` come newest first. */
export function Reviews({ reviews }: { reviews: ShownReview[] }) {
  if (reviews.length === 0) return null
  return (
    <ol className="grid gap-3">
      {reviews.map((review) => (
        <li key={review.id} className="border-l-2 border-rule pl-3">
          <p className="flex flex-wrap items-center gap-x-3">
            {review.statusAfter === 'in_progress' ? (
              <span className="text-sm font-medium">Sent back</span>
            ) : (
              <StatusMark status={review.statusAfter} />
            )}
            {review.confidence ? (
              <span className="text-sm">{CONFIDENCE_WORDS[review.confidence]}</span>
            ) : null}
          </p>
          {review.reason ? <p className="font-serif whitespace-pre-wrap">{review.reason}</p> : null}
          <p className="text-sm text-soft">
            {review.reviewer.name}, <Time at={review.createdAt} />
          </p>
        </li>
      ))}
    </ol>
  )
}

const VERDICT_CHOICES = [
  { value: '', label: 'Choose a verdict' },
  ...VERDICTS.map((status) => ({
    value: status,
    label: `${STATUS_WORDS[status].word} – ${STATUS_WORDS[status].meaning}`,
  })),
]
const CONFIDENCE_CHOICES = [
  { value: '', label: 'Not given' },
  ...CONFIDENCES.map((confidence) => ({ value: confidence, label: CONFIDENCE_WORDS[confidence] })),
]

/** `own`: the reader logged the claim herself, so that somebody else must decide. */
export function ReviewForm({ own, refusal, values }: { own: boolean; refusal: RefusedForm; values: Typed }) {
  if (own) return <Notice tone="info">You logged this claim. Another editor must settle it.</Notice>
  return (
    <PageForm name="review" className="grid gap-4">
      <RefusalNotice refusal={refusal} />
      <Select
        label="Verdict"
        name="status"
        options={VERDICT_CHOICES}
        defaultValue={typed(values, 'status')}
        error={fieldError(refusal, 'status')}
      />
      <Select
        label="Confidence"
        name="confidence"
        options={CONFIDENCE_CHOICES}
        defaultValue={typed(values, 'confidence')}
        error={fieldError(refusal, 'confidence')}
      />
      <TextArea
        label="Reason"
        name="reason"
        rows={3}
        defaultValue={typed(values, 'reason')}
        error={fieldError(refusal, 'reason')}
        hint="Needed for every verdict that says no, and to send it back. It can be read a year from now."
      />
      <div className="flex flex-wrap gap-2">
        <Button look="primary" name="decision" value="settle">
          Settle the claim
        </Button>
        <Button name="decision" value="send_back">
          Send it back
        </Button>
      </div>
    </PageForm>
  )
}

/** Hands an open claim to the editors. `isNext`: this is the next thing to do with it. */
export function SubmitForm({
  waits,
  isNext,
  refusal,
}: {
  waits: boolean
  isNext: boolean
  refusal: RefusedForm
}) {
  if (waits) return <p className="text-soft">It waits for an editor.</p>
  return (
    <PageForm name="submit" className="grid gap-3">
      <RefusalNotice refusal={refusal} />
      <div>
        <Button look={isNext ? 'primary' : 'plain'}>Hand it to the editors</Button>
      </div>
    </PageForm>
  )
}
