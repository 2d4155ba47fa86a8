/** The people who were asked about a claim: each request with its deadline and how it ended, and the forms to write both down. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import type { AskOutcome, Channel } from '#domain/ask.ts'
import { AskForm } from './ask-form.tsx'
import { askStanding, CHANNEL_WORDS, deadlineWords, OUTCOME_WORDS } from './ask-words.ts'
import { Button } from './button.tsx'
import { choices } from './claim-words.ts'
import { Field, Select, TextArea } from './field.tsx'
import { fieldError, type RefusedForm } from './form-errors.ts'
import { RefusalNotice } from './notice.tsx'
import { PageForm } from './page-form.tsx'
import { Section } from './section.tsx'
import { Time } from './time.tsx'
import { type Typed, typed } from './typed-values.ts'

/** The deadline is told on the clock of `timeZone`. `answer` is what came back, for the house. */
export type ShownAsk = {
  attemptId: string
  runId: string
  askedOf: string
  channel: Channel
  about: string
  words: string
  by: string | null
  sentAt: Date
  deadline: Date
  timeZone: string
  overdue: boolean
  outcome: AskOutcome | null
  outcomeAt: Date | null
  answer: string | null
}

/** A form of the page as it came back: which, what was typed, and why it was refused. */
type RefusedHere = { form: string; values: Typed; refusal: RefusedForm }

export function RequestsToPeople({ asks, refused }: { asks: ShownAsk[]; refused: RefusedHere | undefined }) {
  const asking = refused?.form === 'ask' ? refused : null
  const answering = refused?.form === 'answer' ? refused : null
  return (
    <Section id="asked" title="Asked people">
      <div className="grid gap-4">
        {asks.length === 0 ? (
          <p className="max-w-prose text-soft">
            Nobody yet. Calls, e-mails and letters belong on record like any other search.
          </p>
        ) : (
          <ul className="divide-y divide-rule border-y border-rule">
            {asks.map((ask) => (
              <li key={ask.attemptId} className="py-3">
                <OneAsk
                  ask={ask}
                  refused={answering?.values.attemptId === ask.attemptId ? answering : null}
                />
              </li>
            ))}
          </ul>
        )}
        <AskForm values={asking?.values ?? {}} refusal={asking?.refusal} />
      </div>
    </Section>
  )
}

function OneAsk({ ask, refused }: { ask: ShownAsk; refused: RefusedHere | null }) {
  const { words, sign, colour } = askStanding(ask)
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{ask.askedOf}</span>
        <span className={`text-sm font-medium ${colour}`}>
          <span aria-hidden="true">{sign} </span>
          {words}
          {ask.outcomeAt ? (
            <>
              , <Time at={ask.outcomeAt} />
            </>
          ) : null}
        </span>
      </p>
      <p className="max-w-prose">
        {CHANNEL_WORDS[ask.channel]}, about {ask.about}
      </p>
      <p className="text-sm text-soft">
        <Link className="link" to={paths.attempt(ask.runId, ask.attemptId)}>
          Asked <Time at={ask.sentAt} />
        </Link>
        {ask.by ? ` by ${ask.by}` : ''}; deadline {deadlineWords(ask.deadline, ask.timeZone)}
      </p>
      {ask.words !== ask.about ? (
        <details className="mt-1">
          <summary className="text-sm text-accent">What was asked, word for word</summary>
          <p className="mt-1 max-w-prose font-serif whitespace-pre-wrap">{ask.words}</p>
        </details>
      ) : null}
      {ask.answer ? (
        <details className="mt-1">
          <summary className="text-sm text-accent">What came back. It stays in the house</summary>
          <p className="mt-1 max-w-prose font-serif whitespace-pre-wrap">{ask.answer}</p>
        </details>
      ) : null}
      {ask.outcome === null ? <AnswerForm ask={ask} refused={refused} /> : null}
    </>
  )
}

function AnswerForm({ ask, refused }: { ask: ShownAsk; refused: RefusedHere | null }) {
  const values = refused?.values ?? {}
  const refusal = refused?.refusal
  const usual = ask.overdue ? 'no_answer' : 'answered'
  return (
    <details className="mt-2" open={Boolean(refused)}>
      <summary className="text-accent">Write down how it ended</summary>
      <PageForm name="answer" className="mt-3 grid max-w-prose gap-3 rounded-md border border-rule p-3">
        <input type="hidden" name="attemptId" value={ask.attemptId} />
        <input type="hidden" name="timeZone" value={ask.timeZone} />
        <RefusalNotice refusal={refusal} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Select
            label="How it ended"
            name="outcome"
            options={choices(OUTCOME_WORDS)}
            defaultValue={typed(values, 'outcome') || usual}
            error={fieldError(refusal, 'outcome')}
          />
          <Field
            label="When"
            name="at"
            type="datetime-local"
            optional
            defaultValue={typed(values, 'at')}
            error={fieldError(refusal, 'at')}
            hint={`On the clock of ${ask.timeZone}. Empty means now.`}
          />
        </div>
        <TextArea
          label="What came back"
          name="answer"
          optional
          prose
          rows={3}
          defaultValue={typed(values, 'answer')}
          error={fieldError(refusal, 'answer')}
          hint="For the house; it is not printed. It cannot be changed afterwards."
        />
        <div>
          <Button look="primary">Put it on record</Button>
        </div>
      </PageForm>
    </details>
  )
}
