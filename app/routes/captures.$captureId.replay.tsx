/** The way to the replay of an archived page: what it is, and the link to where it is played, an origin that knows no session. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { PartsLeftOut, partsLeftOut } from '#components/parts-left-out.tsx'
import { ReplayLink } from '#components/replay-link.tsx'
import { sourceName } from '#components/source-words.ts'
import { momentWords } from '#components/time.tsx'
import { replayAccess } from '#http/replay-access.server.ts'
import { notFound } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { findCapture } from '#storage/captures.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Replay of ${data.name}` : 'Replay')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { desk } = args.context
  const capture = await findCapture(desk.db, args.params.captureId!)
  if (!capture) notFound('There is no such archived copy.')
  const { id, digest, capturedAt, finalUrl, method, attempt } = capture
  // What came through another archive or by hand lies under an address that only its archive knows: the player lists it.
  const pageUrl = method === 'plain' || method === 'rendered' ? finalUrl : ''
  const replay = await replayAccess(args, { digest, capturedAt, pageUrl })
  return { id, capturedAt, name: sourceName(capture.source), leftOut: partsLeftOut(attempt.detail), replay }
}

export default function ReplayPage() {
  const { id, capturedAt, name, leftOut, replay } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        kicker={
          <Link className="link" to={paths.capture(id)}>
            Archived copy of {momentWords(capturedAt)}
          </Link>
        }
        title={`Replay of ${name}`}
        state={
          <p>
            The page as its archived bytes and scripts make it now, not a picture of what somebody saw. It may
            look different from then: what was not archived is missing, and scripts may show another day.
            Quotes are checked in the text of the archived copy.
          </p>
        }
      />
      <PartsLeftOut parts={leftOut} />
      <ReplayLink replay={replay} />
    </>
  )
}
