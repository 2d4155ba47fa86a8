/** Trying a claim against a text: every figure and quotation marked, with the worked steps. Nothing is kept. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { CheckFindings } from '#components/check-findings.tsx'
import { CheckForm } from '#components/check-form.tsx'
import { RefusalNotice } from '#components/notice.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { readInput } from '#domain/input.ts'
import { readForm } from '#http/form.server.ts'
import { respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { checkClaim } from '#reading/check-claim.ts'
import { readFigures } from '#reading/figures.ts'

export const meta = () => pageTitle('Check a claim')

/** Enough for a long report; more is read where it is archived. */
const checkInput = z.object({
  claim: z.string().trim().min(1, 'Type the claim.').max(10_000, 'A claim has at most 10,000 characters.'),
  text: z.string().trim().min(1, 'Paste the text.').max(200_000, 'At most 200,000 characters of text.'),
})

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  await requirePerson(args)
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const input = readInput(checkInput, form.value)
  if (!input.ok) return respond(input.refusal, { form: 'check', values: form.value })
  const { claim, text } = input.value
  return data({ check: { claim, text, inText: readFigures(text), ...checkClaim(claim, text) } })
}

export default function CheckPage() {
  const answer = useActionData<typeof action>()
  const check = answer && 'check' in answer ? answer.check : null
  const refused = answer && 'refusal' in answer ? answer : null
  const typed = refused?.values as { claim?: string; text?: string } | undefined
  return (
    <>
      <PageHead
        title="Check a claim"
        state={
          <p className="max-w-prose text-soft">
            A claim beside what a source says: is the figure the same, in whatever language, and are the words
            there? Nothing is kept.
          </p>
        }
      />
      <RefusalNotice refusal={refused?.refusal ?? null} />
      <div className="mt-4">
        <CheckForm claim={check?.claim ?? typed?.claim ?? ''} text={check?.text ?? typed?.text ?? ''} />
      </div>
      {check ? <CheckFindings check={check} /> : null}
    </>
  )
}
