/** Walks one step again, or leads to the run that did. */
import { Form, Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { stepWords } from './attempt-words.ts'
import { Button } from './button.tsx'

/** `retries` are the runs that walked this step again, newest first. Without `may` only they are shown. */
export function RunRetry({
  attempt,
  retries,
  may,
}: {
  attempt: { id: string; step: string }
  retries: { attemptId: string; runId: string }[]
  may: boolean
}) {
  const mine = retries.filter(({ attemptId }) => attemptId === attempt.id)
  if (!may && mine.length === 0) return null
  return (
    <div className="mt-2 flex flex-wrap items-center gap-3 text-sm">
      {may ? (
        <Form method="post">
          <input type="hidden" name="attemptId" value={attempt.id} />
          <Button look="quiet" className="-ml-3" name="intent" value="retry">
            Walk this step again<span className="sr-only">: {stepWords(attempt.step)}</span>
          </Button>
        </Form>
      ) : null}
      {mine.map(({ runId }, index) => (
        <Link key={runId} className="link" to={paths.run(runId)}>
          {index === 0 ? 'Walked again' : 'And again'}
        </Link>
      ))}
    </div>
  )
}
