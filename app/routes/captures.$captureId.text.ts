/** A memento (RFC 7089): the text of a captured page, with the time it stands for and its neighbours in time. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { linkHeader, mementoReader, plainAnswer } from '#http/memento.server.ts'
import { readText } from '#storage/captures.server.ts'
import { findMemento } from '#storage/mementos.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { openOnly } = await mementoReader(args)
  const { desk } = args.context
  const held = await findMemento(desk.db, args.params.captureId!, openOnly)
  if (!held) return plainAnswer(404, 'There is no such archived copy.')
  return new Response(await readText(desk, held.capture.textDigest), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      // Words of somebody else: nothing of them runs, whatever a browser takes them for.
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
      'Memento-Datetime': held.capture.capturedAt.toUTCString(),
      Link: linkHeader(args, held, held.capture.id),
    },
  })
}
